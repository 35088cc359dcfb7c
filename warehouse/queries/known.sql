-- Which of these pages the warehouse holds, and what became of them. One that could not be read is tried again.
select c."row", p.status
from candidate as c
join raw.page as p on p.location = c.location and p.page_id = c.page_id;
