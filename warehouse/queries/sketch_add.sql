-- New sketches.
insert into ops.site_sketch by name
select *, $learned_at as learned_at
from batch_sketch;
