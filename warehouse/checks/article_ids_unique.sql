-- An article has each revision once, numbered from 1 without gaps.
select article_id, count(*) as rows, count(distinct revision) as revisions, max(revision) as newest
from core.article
group by article_id
having count(*) <> count(distinct revision) or max(revision) <> count(*);
