-- A few of a run's rejections, to be shown.
select source, reason, detail
from ops.rejection
where run_id = $run_id
order by source
limit 5;
