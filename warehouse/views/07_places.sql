-- Divisions with their parents.
-- columns as in: core.place
create or replace view main.places as
select place_code, name, full_name, level, parent_code, since, until
from core.place;

comment on view main.places is 'Administrative divisions of GB/T 2260 with their parents.';
