-- A lower bound is no higher than the upper one.
select figure_id, surface, value_min, value_max
from core.figure
where value_min > value_max;
