-- Every table, view and column says what it means.
select schema_name, table_name, column_name
from duckdb_columns()
where not internal and database_name = current_database() and schema_name in ('main', 'raw', 'core', 'ops')
    and (comment is null or comment = '')
union all
select schema_name, view_name, null
from duckdb_views()
where not internal and database_name = current_database() and comment is null
union all
select schema_name, table_name, null
from duckdb_tables()
where not internal and database_name = current_database() and not temporary and comment is null;
