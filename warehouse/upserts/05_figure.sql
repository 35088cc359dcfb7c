-- Their figures.
insert into core.figure by name
select
    left(sha256(concat_ws('/', r.article_id, r.revision, b."start", b."end")), 32) as figure_id,
    r.article_id,
    r.revision,
    b.* exclude ("row")
from batch_figure as b
join new_revision as r using ("row");
