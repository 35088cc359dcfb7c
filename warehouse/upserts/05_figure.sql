-- Their figures. Those that share a span (各两个 is one for each) are told apart by their number in it.
insert into core.figure by name
select
    left(sha256(concat_ws('/', r.article_id, r.revision, b."start", b."end", b.nth)), 32) as figure_id,
    r.article_id,
    r.revision,
    b.* exclude ("row", nth)
from batch_figure as b
join new_revision as r using ("row");
