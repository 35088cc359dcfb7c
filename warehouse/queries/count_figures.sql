-- Figures of a run by kind, most first.
select f.kind, count(*) as n
from core.figure as f
join core.article as a using (article_id, revision)
where a.run_id = $run_id
group by f.kind
order by n desc, f.kind;
