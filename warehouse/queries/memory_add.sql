-- Memories that are not there yet.
insert into ops.site_memory by name
select *, $learned_at as learned_at
from batch_memory as b
where not exists (select 1 from ops.site_memory as m where m.site_memory = b.site_memory)
qualify row_number() over (partition by site_memory order by host) = 1;
