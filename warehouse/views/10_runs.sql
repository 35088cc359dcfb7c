-- What ran.
-- columns as in: ops.run
create or replace view main.runs as
select run_id, started_at, finished_at, status, sources, transform_version,
    pages, already_loaded, articles, rejections, repairs, figures, error
from ops.run;

comment on view main.runs is 'One execution of the pipeline, with counts and times.';
