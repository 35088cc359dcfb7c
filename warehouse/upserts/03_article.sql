-- The new revisions.
insert into core.article by name
select a.* exclude ("row"), r.revision, $run_id as run_id, $loaded_at as loaded_at
from batch_article as a
join new_revision as r using ("row", article_id);
