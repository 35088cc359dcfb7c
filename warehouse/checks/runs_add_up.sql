-- A finished run loaded what its batches loaded.
select r.run_id, r.articles, r.rejections, sum(l.articles) as ledger_articles, sum(l.rejections) as ledger_rejections
from ops.run as r
left join ops.load as l using (run_id)
where r.status = 'done'
group by all
having coalesce(sum(l.articles), 0) <> r.articles or coalesce(sum(l.rejections), 0) <> r.rejections;
