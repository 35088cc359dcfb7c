-- Every page seen.
-- columns as in: raw.page
create or replace view main.pages as
select location, page_id, source, url, content_type, size_bytes, archive_path, seen_on,
    status, article_id, revision, run_id, loaded_at
from raw.page;

comment on view main.pages is 'Every page seen, with where its bytes lie and what became of it.';
