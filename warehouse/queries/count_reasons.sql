-- Rejections of a run by reason, most first.
select reason, count(*) as n
from ops.rejection
where run_id = $run_id
group by reason
order by n desc, reason;
