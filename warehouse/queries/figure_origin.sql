-- Where one figure comes from: its article, page and bytes.
select
    f."start", f."end", a.title, a.revision,
    p.source, p.location, p.url, p.content_type, p.seen_on, p.page_id, p.archive_path, a.site_memory
from core.figure as f
join core.article as a using (article_id, revision)
join raw.page as p on p.page_id = a.page_id and p.article_id = a.article_id
where f.figure_id = $figure_id
limit 1;
