-- No article was published more than a day after its page was seen, or after it was loaded: clocks differ by that.
select a.article_id, a.revision, a.published_at, p.seen_on, a.loaded_at
from core.article as a
join raw.page as p using (article_id, revision)
where a.published_at::date > coalesce(p.seen_on, a.loaded_at::date) + 1;
