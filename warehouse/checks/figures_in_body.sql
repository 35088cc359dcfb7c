-- A figure's span in the body is its surface.
select f.figure_id, f.surface, f."start", f."end", substring(a.body, f."start" + 1, f."end" - f."start") as found
from core.figure as f
join core.article as a using (article_id, revision)
where substring(a.body, f."start" + 1, f."end" - f."start") <> f.surface;
