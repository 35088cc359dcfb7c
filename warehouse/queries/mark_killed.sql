-- Whoever holds the file to write is the only one: runs still open were killed.
update ops.run
set status = 'killed'
where status = 'running';
