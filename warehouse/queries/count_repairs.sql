-- Repairs of a run by kind, most first.
select r.kind, count(*) as n
from core.repair as r
join core.article as a using (article_id, revision)
where a.run_id = $run_id
group by r.kind
order by n desc, r.kind;
