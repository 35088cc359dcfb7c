-- Every revision of every article.
-- columns as in: core.article
create or replace view main.article_revisions as
with newest as (
    select article_id, body_id, published_at
    from core.article
    qualify row_number() over (partition by article_id order by revision desc) = 1
),
original as (
    select
        article_id,
        first_value(article_id) over (partition by body_id order by published_at nulls last, article_id) as first_id
    from newest
)
select
    a.article_id, a.url, a.canonical_url, a.original_url, a.site, a.title, a.body, a.body_as_found,
    a.published_at, a.published_precision, a.published_how, a.source_name, a.authors, a.editors,
    a.place_code, a.place_name, a.language, a.script, a.flags, a.encoding,
    nullif(o.first_id, a.article_id) as duplicate_of,
    min(a.loaded_at) over (partition by a.article_id) as first_seen_at,
    a.loaded_at as revised_at,
    a.revision, a.page_id, a.run_id, a.transform_version,
    a.encoding_evidence, a.replaced_characters, a.site_memory
from core.article as a
join original as o using (article_id);

comment on view main.article_revisions is 'Every revision of every article; the view articles shows the newest of each.';
comment on column main.article_revisions.flags is 'What is remarkable or wrong with the whole; empty: nothing. pinyin_mirror: a mirror put readings in brackets behind characters; byte_slip_unrepaired: characters lost in it that could not be told; headline_pieces: pieces of the headline strewn into the text; synonym_spun: words exchanged for synonyms; lost_quotes: quotation marks became blanks; mojibake: text decoded wrongly by the site; lossy_text: characters lost by the site (�, 锟斤拷); lossy_decode: bytes that no codec reads; truncated: the text breaks off; gallery: photos with captions; forwarded: an article passed on with a note; advertisement: paid content; figures_out_of_range: a number too large to hold was left out.';
comment on column main.article_revisions.duplicate_of is 'Article with the same body that was published first. Null: this is the first, or the only one.';
comment on column main.article_revisions.first_seen_at is 'When the article''s first revision was loaded. Never null.';
comment on column main.article_revisions.revised_at is 'When this revision was loaded. Never null.';
