-- A repair's span in the body as found is the text before it.
select r.article_id, r.revision, r.kind, r."start", r."end", r.before
from core.repair as r
join core.article as a using (article_id, revision)
where substring(a.body_as_found, r."start" + 1, r."end" - r."start") <> r.before;
