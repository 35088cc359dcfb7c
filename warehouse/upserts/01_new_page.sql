-- The pages of the batch that the warehouse does not hold yet, each once.
create or replace temp table new_page as
select b.*
from batch_page as b
where not exists (
    select 1
    from raw.page as p
    where p.location = b.location and p.page_id is not distinct from b.page_id
)
qualify row_number() over (partition by b.location, b.page_id order by b."row") = 1;
