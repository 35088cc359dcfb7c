-- One memory, by its version.
select host, stories, blocks, levels
from ops.site_memory
where site_memory = $site_memory
limit 1;
