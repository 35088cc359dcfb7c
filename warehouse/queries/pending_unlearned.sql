-- The new pages to learn from before any is transformed: so many of each host as are enough.
-- Which ones does not depend on the order in which they were read.
with candidate as (
    select host, page_id, min(nth) as nth
    from pending_page as p
    where page_id is not null
    and not exists (
        select 1
        from ops.site_sketch as s
        where s.host = p.host and s.page_id = p.page_id
    )
    group by host, page_id
    qualify row_number() over (partition by host order by page_id) <= $enough
)
select nth
from candidate
order by nth;
