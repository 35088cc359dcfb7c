-- A run ends, well or not; what it loaded stands in the ledger.
update ops.run
set
    finished_at = $now,
    status = if($error is null, 'done', 'failed'),
    error = $error,
    pages = $pages,
    already_loaded = $pages - brought.pages,
    articles = brought.articles,
    rejections = brought.rejections,
    repairs = brought.repairs,
    figures = brought.figures
from (
    select
        coalesce(sum(pages), 0) as pages,
        coalesce(sum(articles), 0) as articles,
        coalesce(sum(rejections), 0) as rejections,
        coalesce(sum(repairs), 0) as repairs,
        coalesce(sum(figures), 0) as figures
    from ops.load
    where run_id = $run_id
) as brought
where run.run_id = $run_id;
