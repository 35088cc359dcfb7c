-- Their columns with types and comments, in order.
select schema_name, table_name, column_name, data_type, comment
from duckdb_columns()
where not internal and database_name = current_database()
order by schema_name, table_name, column_index;
