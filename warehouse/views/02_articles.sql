-- An article, newest revision.
-- columns as in: main.article_revisions
create or replace view main.articles as
select *
from main.article_revisions
qualify row_number() over (partition by article_id order by revision desc) = 1;

comment on view main.articles is 'One row an article: its newest revision.';
