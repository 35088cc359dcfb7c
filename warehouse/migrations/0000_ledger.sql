-- What the file itself knows of its schema. First of all, so that every later part can be recorded.
create schema if not exists ops;
create table if not exists ops.schema_part (
    name varchar not null,
    sha256 varchar not null,
    applied_at timestamptz not null
);
comment on table ops.schema_part is 'Migrations, views and reference data in this file, with their hashes.';
comment on column ops.schema_part.name is 'Name of the part: a migration''s or view''s file, or reference. Never null.';
comment on column ops.schema_part.sha256 is 'Hash of the part as applied. Never null.';
comment on column ops.schema_part.applied_at is 'When it was applied. Never null.';
