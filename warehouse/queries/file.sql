-- The file of this connection.
select path
from duckdb_databases()
where database_name = current_database();
