-- Columns of a view without a comment whose namesakes in another table have one.
select o.column_name, o.comment
from duckdb_columns() as o
join duckdb_columns() as v using (column_name)
where
    o.schema_name = $schema and o.table_name = $table and o.comment is not null
    and v.schema_name = 'main' and v.table_name = $view and v.comment is null;
