-- A page stands once for each place and content.
select location, page_id, count(*) as rows
from raw.page
group by location, page_id
having count(*) > 1;
