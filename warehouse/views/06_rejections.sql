-- Every page that gave no article.
-- columns as in: ops.rejection
create or replace view main.rejections as
select location, page_id, source, stage, reason, detail, run_id, rejected_at
from ops.rejection;

comment on view main.rejections is 'One row a page that gave no article, with the stage and the reason.';
