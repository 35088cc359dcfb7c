-- What the warehouse holds now.
select
    (select count(*) from raw.page) as pages,
    (select count(distinct article_id) from core.article) as articles,
    (select count(*) from ops.rejection) as rejections,
    (select count(*) from main.figures) as figures;
