-- The site memory that an article names is kept, so that the article can be made again.
select a.article_id, a.revision, a.site_memory
from core.article as a
where a.site_memory is not null
and not exists (select 1 from ops.site_memory as m where m.site_memory = a.site_memory);
