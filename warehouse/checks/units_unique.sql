-- A unit, a place and a site stand once in their tables.
select 'unit' as kind, unit as id, count(*) as rows from core.unit group by unit, kind having count(*) > 1
union all
select 'place' as kind, place_code as id, count(*) as rows from core.place group by place_code having count(*) > 1
union all
select 'site' as kind, site_id as id, count(*) as rows from core.site group by site_id having count(*) > 1;
