-- Tables and views with their comments, in the order in which people need them.
select schema_name, table_name as name, 'table' as kind, comment
from duckdb_tables()
where not internal and not temporary and database_name = current_database()
union all
select schema_name, view_name as name, 'view' as kind, comment
from duckdb_views()
where not internal and not temporary and database_name = current_database()
order by kind desc, schema_name, name;
