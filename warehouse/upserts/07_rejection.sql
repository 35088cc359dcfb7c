-- The new pages that gave no article.
insert into ops.rejection by name
select location, page_id, source, stage, reason, detail, $run_id as run_id, $loaded_at as rejected_at
from new_page
where status = 'rejected';
