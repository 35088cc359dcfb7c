-- What sites repeat: sketches of pages to learn it from, and every memory that an article was made with.
create table ops.site_sketch (
    host varchar not null,
    page_id varchar not null,
    title ubigint not null,
    blocks ubigint[] not null,
    sizes integer[] not null,
    learned_at timestamptz not null
);
comment on table ops.site_sketch is 'Pages from which the furniture of their host is learned, a few hundred of the newest for each host.';
comment on column ops.site_sketch.host is 'Host name; for pages without an address that of their folders name, or file: and the folder. Never null. Example: www.example.cn';
comment on column ops.site_sketch.page_id is 'sha256 of the page''s bytes. Never null.';
comment on column ops.site_sketch.title is 'Digest of the page''s title, 64 bits. Never null.';
comment on column ops.site_sketch.blocks is 'Digests of the texts of the page''s blocks, 64 bits each. Never null.';
comment on column ops.site_sketch.sizes is 'Lengths of these texts in characters, in the same order. Never null.';
comment on column ops.site_sketch.learned_at is 'When the run began that looked at the page. Never null.';

create table ops.site_memory (
    site_memory varchar not null,
    host varchar not null,
    stories integer not null,
    blocks ubigint[] not null,
    levels utinyint[] not null,
    learned_at timestamptz not null
);
comment on table ops.site_memory is 'Every version of what a site repeats, never changed: an article names the one that it was made with.';
comment on column ops.site_memory.site_memory is 'Version: digest of what recurs. Never null. Example: 9f86d081884c7d65';
comment on column ops.site_memory.host is 'Host name, as in site_sketch. Never null.';
comment on column ops.site_memory.stories is 'Different stories that taught it. Never null.';
comment on column ops.site_memory.blocks is 'Digests of the texts of the blocks that recur. Never null.';
comment on column ops.site_memory.levels is 'How much each recurs, in the same order: four times the step of its count (2, 3, 6, 20 stories) plus the step of its share (0.3, 0.5, 0.8, 0.9 of them). Never null.';
comment on column ops.site_memory.learned_at is 'When the run began that first learned it. Never null.';

alter table core.article add column site_memory varchar;
comment on column core.article.site_memory is 'Version of what the site was known to repeat when the main text was chosen (ops.site_memory). Null: nothing was known. Example: 9f86d081884c7d65';
