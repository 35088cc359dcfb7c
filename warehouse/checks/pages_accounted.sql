-- Every page gave an article revision or a rejection, never both, never neither.
select p.location, p.page_id, p.status, p.article_id, p.revision, count(r.location) as rejections
from raw.page as p
left join ops.rejection as r on r.location = p.location and r.page_id is not distinct from p.page_id
left join core.article as a on a.article_id = p.article_id and a.revision = p.revision
group by all
having count(r.location) <> (p.status = 'rejected')::integer
    or (p.status = 'article') <> bool_or(a.article_id is not null);
