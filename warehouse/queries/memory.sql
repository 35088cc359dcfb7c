-- One memory, by its version.
select host, stories, furniture, everywhere
from ops.site_memory
where site_memory = $site_memory;
