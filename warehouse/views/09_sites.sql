-- Sites with rules of their own.
-- columns as in: core.site
create or replace view main.sites as
select site_id, name, hosts, place_code, charset_hint
from core.site;

comment on view main.sites is 'Sites with rules of their own; pages of all others go the same way without.';
