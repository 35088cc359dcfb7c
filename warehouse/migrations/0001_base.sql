-- The tables of the first release: raw (as received), core (normalized), ops (about ourselves).
-- No keys and no indexes: the load dedupes its batch and anti-joins, the checks prove uniqueness.
create schema raw;
create schema core;

create table raw.page (
    location varchar not null,
    page_id varchar,
    source varchar not null,
    url varchar,
    content_type varchar,
    size_bytes bigint,
    archive_path varchar,
    seen_on date,
    status varchar not null,
    article_id varchar,
    revision integer,
    run_id varchar not null,
    loaded_at timestamptz not null
);
comment on table raw.page is 'Every page seen: one row for each place and content. Each row led to an article revision or to a rejection.';
comment on column raw.page.location is 'Where the page stands: its address, or its path below its SOURCE. Never null. Example: 2024/05/a.html';
comment on column raw.page.page_id is 'sha256 of the page''s bytes, hexadecimal. Null: the bytes could not be read.';
comment on column raw.page.source is 'What was read, as a person names it: path, FILE#address for a page of a WARC, or address. Never null.';
comment on column raw.page.url is 'Address that the bytes came from. Null: unknown, as for a file.';
comment on column raw.page.content_type is 'Content-Type header as sent. Null: none, as for a file. Example: text/html; charset=gb2312';
comment on column raw.page.size_bytes is 'Size of the page in bytes. Null: the bytes could not be read.';
comment on column raw.page.archive_path is 'Where the bytes lie below the archive: the folder PATH.pages beside the warehouse, or the one set as archive. Null: the bytes could not be read. Example: 3f/3f9a…';
comment on column raw.page.seen_on is 'Day (Asia/Shanghai) on which the bytes were taken from the site. Null: unknown, as for a file.';
comment on column raw.page.status is 'article or rejected. Never null.';
comment on column raw.page.article_id is 'Article that the page gave. Null: rejected.';
comment on column raw.page.revision is 'Revision of that article that the page gave. Null: rejected.';
comment on column raw.page.run_id is 'Run that loaded the page first. Never null.';
comment on column raw.page.loaded_at is 'When that was. Never null.';

create table core.article (
    article_id varchar not null,
    revision integer not null,
    page_id varchar not null,
    url varchar,
    canonical_url varchar,
    original_url varchar,
    site varchar,
    title varchar,
    body varchar not null,
    body_as_found varchar not null,
    body_id varchar not null,
    published_at timestamp,
    published_precision varchar,
    published_how varchar,
    source_name varchar,
    authors varchar[] not null,
    editors varchar[] not null,
    place_code varchar,
    place_name varchar,
    language varchar not null,
    script varchar not null,
    flags varchar[] not null,
    encoding varchar not null,
    encoding_evidence varchar not null,
    replaced_characters integer not null,
    transform_version varchar not null,
    run_id varchar not null,
    loaded_at timestamptz not null
);
comment on table core.article is 'Every revision of every article. The view articles shows the newest of each.';
comment on column core.article.article_id is 'Hash of the canonical address or, where there is none, of the path below its SOURCE; 32 hexadecimal digits. Never null.';
comment on column core.article.revision is 'Number of the revision, from 1. Never null.';
comment on column core.article.page_id is 'sha256 of the bytes that gave this revision. Never null.';
comment on column core.article.url is 'Address that the page came from. Null: unknown, as for a file.';
comment on column core.article.canonical_url is 'Address that the page calls its own. Null: it names none.';
comment on column core.article.original_url is 'Address that the page names as its origin (原文链接). Null: it names none.';
comment on column core.article.site is 'Site that published the page. Null: unknown.';
comment on column core.article.title is 'Headline, repaired, simplified. Null: none was found.';
comment on column core.article.body is 'Main text: paragraphs, one a line, without the headline, repaired, simplified script. Never null.';
comment on column core.article.body_as_found is 'Main text before repair: decoded, boilerplate stripped, nothing else done. Repairs count in it. Never null.';
comment on column core.article.body_id is 'sha256 of body: equal for texts that are the same to the letter. Never null.';
comment on column core.article.published_at is 'Wall time of publication, Asia/Shanghai; midnight where only the day is known. Null: unknown.';
comment on column core.article.published_precision is 'day or second. Null: published_at is null.';
comment on column core.article.published_how is 'stated, dateline, inferred or url. Null: published_at is null.';
comment on column core.article.source_name is 'Medium that the page names as its source (来源). Null: none named.';
comment on column core.article.authors is 'Names of reporters and authors; empty: none named. 佚名 is nobody.';
comment on column core.article.editors is 'Names of editors (责编, 编辑, 编审, 监制); empty: none named.';
comment on column core.article.place_code is 'GB/T 2260 division that the article is about. Null: not known. Example: 445102';
comment on column core.article.place_name is 'Full name of that place. Null: not known. Example: 广东省潮州市湘桥区';
comment on column core.article.language is 'Language of the text. Never null. Example: zh';
comment on column core.article.script is 'Script of the text as found: Hans, Hant or other. Never null.';
comment on column core.article.flags is 'What is remarkable or wrong with the whole text; empty: nothing. The comment of articles.flags lists them.';
comment on column core.article.encoding is 'Codec that the bytes were read with. Never null. Example: gb18030';
comment on column core.article.encoding_evidence is 'What spoke for it: bom, utf8, http, meta, site, detector or given. Never null.';
comment on column core.article.replaced_characters is 'Characters that could not be decoded. 0: none. Never null.';
comment on column core.article.transform_version is 'Version of the transform that made this revision. Never null.';
comment on column core.article.run_id is 'Run that loaded this revision. Never null.';
comment on column core.article.loaded_at is 'When that was. Never null.';

create table core.repair (
    article_id varchar not null,
    revision integer not null,
    kind varchar not null,
    "start" integer not null,
    "end" integer not null,
    before varchar not null,
    after varchar not null,
    confidence double not null
);
comment on table core.repair is 'Every edit of every revision: applied to body_as_found, in order, and the script converted, they give body.';
comment on column core.repair.article_id is 'Article that was repaired. Never null.';
comment on column core.repair.revision is 'Its revision. Never null.';
comment on column core.repair.kind is 'mojibake, entity, character, punctuation, pinyin_annotation, byte_slip, headline_piece or quote. Never null.';
comment on column core.repair."start" is 'Place of the edit in body_as_found, in code points from 0. Never null.';
comment on column core.repair."end" is 'End of the edit in body_as_found, exclusive. Never null.';
comment on column core.repair.before is 'Text that stood there. Never null; empty for an insertion.';
comment on column core.repair.after is 'Text that stands there now. Never null; empty for a deletion.';
comment on column core.repair.confidence is 'How sure the edit is, from 0 to 1. Never null.';

create table core.figure (
    figure_id varchar not null,
    article_id varchar not null,
    revision integer not null,
    surface varchar not null,
    "start" integer not null,
    "end" integer not null,
    sentence varchar not null,
    subject varchar,
    kind varchar not null,
    role varchar not null,
    value decimal(38, 9),
    value_min decimal(38, 9),
    value_max decimal(38, 9),
    unit varchar,
    unit_text varchar,
    value_base decimal(38, 9),
    unit_base varchar,
    currency varchar,
    qualifier varchar not null,
    basis varchar,
    per varchar,
    status varchar not null,
    period_start date,
    period_end date,
    period_text varchar,
    period_how varchar not null,
    compare_kind varchar,
    baseline_start date,
    baseline_end date,
    place_code varchar,
    place_name varchar,
    place_how varchar,
    group_id varchar,
    group_role varchar,
    confidence double not null
);
comment on table core.figure is 'Every figure of every revision of every article.';
comment on column core.figure.figure_id is 'Hash of article, revision and span; 32 hexadecimal digits. Never null.';
comment on column core.figure.article_id is 'Article that states the figure. Never null.';
comment on column core.figure.revision is 'Its revision. Never null.';
comment on column core.figure.surface is 'The words: number, unit and the hedge that adjoins them. Never null. Example: 200余人';
comment on column core.figure."start" is 'Place of the surface in body, in code points from 0. Never null.';
comment on column core.figure."end" is 'End of the surface in body, exclusive. Never null.';
comment on column core.figure.sentence is 'Sentence that the figure stands in. Never null.';
comment on column core.figure.subject is 'What is counted or measured, in words of the text, at most 20 characters. Null: not found. Example: 在站博士后';
comment on column core.figure.kind is 'count, money, percent, area, length, mass, volume, energy, power, speed, temperature, age, multiplier, delta, duration, date, period, ordinal or rank. Never null.';
comment on column core.figure.role is 'statistic (measures the world), enumeration (counts parts of the text or of a plan), label (a number inside a name or category) or time. Never null.';
comment on column core.figure.value is 'The number in unit, 万 and 亿 applied, negative for falls. Null: a range, vague, or a date. Example: 27000';
comment on column core.figure.value_min is 'Lower bound, inclusive. Null: none stated.';
comment on column core.figure.value_max is 'Upper bound. Null: none stated.';
comment on column core.figure.unit is 'Canonical unit; the view units lists them. Null: dates and bare numbers. Example: 人';
comment on column core.figure.unit_text is 'The unit as printed. Null: none printed. Example: 名';
comment on column core.figure.value_base is 'value in unit_base, for sums across units. Null: no value, or a unit without conversion.';
comment on column core.figure.unit_base is 'Base unit of the kind. Null: as value_base. Example: 平方米';
comment on column core.figure.currency is 'ISO 4217 code. Null: not money. Example: CNY';
comment on column core.figure.qualifier is 'exact, approx, approx_over, approx_under, at_least, at_most, range or vague. Never null.';
comment on column core.figure.basis is 'stock (at a moment), flow (in a period) or cumulative (up to a moment). Null: not known.';
comment on column core.figure.per is 'What the figure is a rate of: year, quarter, month, day, person, household, enterprise, institution, other, joined by -. Null: no rate.';
comment on column core.figure.status is 'actual, plan, target, forecast or rule-limit. Never null.';
comment on column core.figure.period_start is 'First day that the figure is about. Null: not known.';
comment on column core.figure.period_end is 'Last day that the figure is about, inclusive. Null: not known.';
comment on column core.figure.period_text is 'Words that the period was read from. Null: none. Example: 近三年';
comment on column core.figure.period_how is 'stated, resolved (against the article''s date), inherited (from sentence, paragraph or article) or unknown. Never null.';
comment on column core.figure.compare_kind is 'ratio_to_baseline, delta, pct_change or pct_point. Null: the figure is no comparison.';
comment on column core.figure.baseline_start is 'First day of the period compared with. Null: no comparison, or not known.';
comment on column core.figure.baseline_end is 'Last day of the period compared with, inclusive. Null: no comparison, or not known.';
comment on column core.figure.place_code is 'GB/T 2260 division that the figure is about. Null: not known, or abroad.';
comment on column core.figure.place_name is 'Name of that place. Null: not known.';
comment on column core.figure.place_how is 'stated (beside the figure) or inherited (from the article). Null: no place.';
comment on column core.figure.group_id is 'Shared by a total and its parts within one article. Null: stands alone.';
comment on column core.figure.group_role is 'total, part, member or bound. Null: stands alone.';
comment on column core.figure.confidence is 'How sure the reading is, from 0 to 1. Never null.';

create table core.place (
    place_code varchar not null,
    name varchar not null,
    full_name varchar not null,
    level varchar not null,
    parent_code varchar,
    since varchar,
    until varchar
);
comment on table core.place is 'Administrative divisions of GB/T 2260 with their parents. Reference data of the release.';
comment on column core.place.place_code is 'GB/T 2260 code, six digits. Never null. Example: 445102';
comment on column core.place.name is 'Name of the division. Never null. Example: 湘桥区';
comment on column core.place.full_name is 'Name with those of its parents. Never null. Example: 广东省潮州市湘桥区';
comment on column core.place.level is 'province, prefecture or county. Never null.';
comment on column core.place.parent_code is 'Code of the division above. Null: a province.';
comment on column core.place.since is 'Month from which the name is in force, at the latest. Null: from before the first revision read, end of 2010. Example: 2016-07';
comment on column core.place.until is 'Month from which the code was no more, at the latest (2025-12 where no source dates it). Null: in force.';

create table core.unit (
    unit varchar not null,
    kind varchar not null,
    factor decimal(38, 12),
    unit_base varchar,
    written varchar[] not null,
    example varchar
);
comment on table core.unit is 'Units of figures. Reference data of the release.';
comment on column core.unit.unit is 'Canonical name, as in figures.unit. Never null. Example: 平方公里';
comment on column core.unit.kind is 'Kind of the figures that it measures, as in figures.kind. Never null. Example: area';
comment on column core.unit.factor is 'How many unit_base one unit is. Null: not convertible.';
comment on column core.unit.unit_base is 'Unit for sums across units of the kind. Null: not convertible.';
comment on column core.unit.written is 'How texts write it. Never empty.';
comment on column core.unit.example is 'A surface with it. Null: none given.';

create table core.site (
    site_id varchar not null,
    name varchar not null,
    hosts varchar[] not null,
    place_code varchar,
    charset_hint varchar
);
comment on table core.site is 'Sites with rules of their own. Reference data of the release.';
comment on column core.site.site_id is 'Id, never renamed. Never null.';
comment on column core.site.name is 'What the site calls itself. Never null.';
comment on column core.site.hosts is 'Host names it publishes under. Never empty.';
comment on column core.site.place_code is 'GB/T 2260 division that it writes about. Null: none in particular.';
comment on column core.site.charset_hint is 'Charset label tried where nothing else tells. Null: none.';

create table ops.run (
    run_id varchar not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    status varchar not null,
    sources varchar[] not null,
    transform_version varchar not null,
    pages bigint,
    already_loaded bigint,
    articles bigint,
    rejections bigint,
    repairs bigint,
    figures bigint,
    error varchar
);
comment on table ops.run is 'One execution of a flow.';
comment on column ops.run.run_id is 'Id of the run; the same as Prefect''s flow run. Never null.';
comment on column ops.run.started_at is 'When it began. Never null.';
comment on column ops.run.finished_at is 'When it ended. Null: it is running, or was killed.';
comment on column ops.run.status is 'running, done, failed or killed (found unfinished by a later run). Never null.';
comment on column ops.run.sources is 'SOURCEs it was given. Never empty.';
comment on column ops.run.transform_version is 'Version of the transform. Never null.';
comment on column ops.run.pages is 'Pages it met, new or not. Null: not finished.';
comment on column ops.run.already_loaded is 'Pages among them that brought nothing new: in the warehouse already, or met twice. Null: not finished.';
comment on column ops.run.articles is 'Article revisions it loaded. Null: not finished.';
comment on column ops.run.rejections is 'Rejections it loaded. Null: not finished.';
comment on column ops.run.repairs is 'Repairs it loaded. Null: not finished.';
comment on column ops.run.figures is 'Figures it loaded. Null: not finished.';
comment on column ops.run.error is 'One sentence on why it failed. Null: it did not.';

create table ops.load (
    batch_id varchar not null,
    run_id varchar not null,
    loaded_at timestamptz not null,
    pages bigint not null,
    articles bigint not null,
    rejections bigint not null,
    repairs bigint not null,
    figures bigint not null
);
comment on table ops.load is 'The ledger: one row for each batch, written in the same transaction as its rows.';
comment on column ops.load.batch_id is 'Hash of the batch''s pages and of the transform''s version. Never null.';
comment on column ops.load.run_id is 'Run that loaded it. Never null.';
comment on column ops.load.loaded_at is 'When. Never null.';
comment on column ops.load.pages is 'New pages in it. Never null.';
comment on column ops.load.articles is 'Article revisions in it. Never null.';
comment on column ops.load.rejections is 'Rejections in it. Never null.';
comment on column ops.load.repairs is 'Repairs in it. Never null.';
comment on column ops.load.figures is 'Figures in it. Never null.';

create table ops.rejection (
    location varchar not null,
    page_id varchar,
    source varchar not null,
    stage varchar not null,
    reason varchar not null,
    detail varchar,
    run_id varchar not null,
    rejected_at timestamptz not null
);
comment on table ops.rejection is 'Every page that gave no article, with why.';
comment on column ops.rejection.location is 'Where the page stands, as in pages.location. Never null.';
comment on column ops.rejection.page_id is 'sha256 of its bytes. Null: they could not be read.';
comment on column ops.rejection.source is 'What was read, as a person names it. Never null.';
comment on column ops.rejection.stage is 'read, decode or maintext: where the page was given up. Never null.';
comment on column ops.rejection.reason is 'unreadable, damaged_archive, too_big, http_error, refused, empty, binary, undecodable, too_deep, no_main_text, list_page or error_page. Never null.';
comment on column ops.rejection.detail is 'One sentence for a person. Null: the reason says it all.';
comment on column ops.rejection.run_id is 'Run that rejected it. Never null.';
comment on column ops.rejection.rejected_at is 'When. Never null.';
