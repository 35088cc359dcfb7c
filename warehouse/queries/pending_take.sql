-- Some of them, by their numbers.
select source, path, url, content_type, seen_on, page_id, stage, reason, detail
from pending_page
where nth in (select unnest($wanted))
order by nth;
