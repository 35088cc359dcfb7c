-- The sketches of the hosts that a run has new pages of.
select host, title, blocks, sizes
from ops.site_sketch
where host in (select host from pending_page)
order by host;
