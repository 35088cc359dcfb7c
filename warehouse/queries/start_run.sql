-- A run begins.
insert into ops.run (run_id, started_at, status, sources, transform_version)
values ($run_id, $now, 'running', $sources, $transform_version);
