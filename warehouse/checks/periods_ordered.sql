-- A period begins before it ends; so does a baseline.
select figure_id, period_start, period_end, baseline_start, baseline_end
from core.figure
where period_start > period_end or baseline_start > baseline_end;
