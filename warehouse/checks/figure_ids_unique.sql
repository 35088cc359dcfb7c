-- A figure's id stands once.
select figure_id, count(*) as rows
from core.figure
group by figure_id
having count(*) > 1;
