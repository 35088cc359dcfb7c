-- The new pages, each with the revision that its bytes gave, now or earlier.
insert into raw.page by name
select
    p.* exclude ("row", stage, reason, detail),
    a.article_id,
    c.revision,
    $run_id as run_id,
    $loaded_at as loaded_at
from new_page as p
left join batch_article as a using ("row")
left join core.article as c on c.article_id = a.article_id and c.page_id = p.page_id;
