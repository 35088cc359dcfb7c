-- Every edit of the newest revisions.
-- columns as in: core.repair
create or replace view main.repairs as
select r.article_id, r.revision, r.kind, r."start", r."end", r.before, r.after, r.confidence
from core.repair as r
join (select article_id, max(revision) as revision from core.article group by article_id) as newest
    using (article_id, revision);

comment on view main.repairs is 'One row an edit of the newest revision of an article: applied to body_as_found in order, and the script converted, they give body.';
