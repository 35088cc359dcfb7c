-- What the batch brought, in the same transaction.
insert into ops.load by name
select
    $batch_id as batch_id,
    $run_id as run_id,
    $loaded_at as loaded_at,
    (select count(*) from new_page) as pages,
    (select count(*) from new_revision) as articles,
    (select count(*) from new_page where status = 'rejected') as rejections,
    (select count(*) from batch_repair join new_revision using ("row")) as repairs,
    (select count(*) from batch_figure join new_revision using ("row")) as figures;
