-- Their repairs.
insert into core.repair by name
select r.article_id, r.revision, b.* exclude ("row")
from batch_repair as b
join new_revision as r using ("row");
