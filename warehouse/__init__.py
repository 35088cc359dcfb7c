"""The DuckDB warehouse: schema, loading, publishing, checks. The only package that knows DuckDB."""
