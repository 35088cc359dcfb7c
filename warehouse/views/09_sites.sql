-- The known sites.
-- columns as in: core.site
create or replace view main.sites as
select site_id, name, hosts, place_code, charset_hint, family, lag_days, has_rules, expectations
from core.site;

comment on view main.sites is 'Known sites: those of the release, and those of the folder that the last load was given. Pages of all others go the same way.';
