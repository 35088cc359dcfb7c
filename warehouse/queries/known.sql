-- Which of these pages the warehouse holds.
select c."row"
from candidate as c
join raw.page as p on p.location = c.location and p.page_id is not distinct from c.page_id;
