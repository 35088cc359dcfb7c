-- A row if this file is a warehouse of ours.
select 1
from duckdb_tables()
where schema_name = 'ops' and table_name = 'schema_part';
