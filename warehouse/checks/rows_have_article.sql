-- Figures and repairs belong to a revision that is there.
select 'figure' as kind, f.article_id, f.revision
from core.figure as f
anti join core.article as a using (article_id, revision)
union all
select 'repair' as kind, r.article_id, r.revision
from core.repair as r
anti join core.article as a using (article_id, revision);
