-- The revisions that the new pages make: the next numbers of their articles, oldest page first.
create or replace temp table new_revision as
with fresh as (
    select a."row", a.article_id, p.page_id, p.seen_on
    from batch_article as a
    join new_page as p using ("row")
    where not exists (
        select 1
        from core.article as c
        where c.article_id = a.article_id and c.page_id = p.page_id
    )
    qualify row_number() over (partition by a.article_id, p.page_id order by a."row") = 1
),
known as (
    select article_id, max(revision) as revision
    from core.article
    where article_id in (select article_id from fresh)
    group by article_id
)
select
    fresh."row",
    fresh.article_id,
    (coalesce(known.revision, 0)
        + row_number() over (partition by fresh.article_id order by fresh.seen_on nulls last, fresh.page_id)
    )::integer as revision
from fresh
left join known using (article_id);
