-- Units of figures.
-- columns as in: core.unit
create or replace view main.units as
select unit, kind, factor, unit_base, written, example
from core.unit;

comment on view main.units is 'Units of figures with kind, factor and how texts write them.';
