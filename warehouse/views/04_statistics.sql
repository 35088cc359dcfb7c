-- What most questions start from: statistics of articles that duplicate no other.
-- columns as in: main.figures, main.articles
create or replace view main.statistics as
select
    f.*,
    a.title, a.published_at, a.site, a.source_name, a.url,
    a.place_code as article_place_code, a.place_name as article_place_name,
    province.name as province, prefecture.name as prefecture
from main.figures as f
join main.articles as a using (article_id)
left join core.place as province on province.place_code = left(f.place_code, 2) || '0000'
left join core.place as prefecture
    on prefecture.place_code = left(f.place_code, 4) || '00' and prefecture.level = 'prefecture'
where f.role = 'statistic' and a.duplicate_of is null;

comment on view main.statistics is 'One row a statistic of an article that duplicates no other, with the article''s title, day, site and place. Most questions start here.';
comment on column main.statistics.article_place_code is 'GB/T 2260 division that the article is about. Null: not known.';
comment on column main.statistics.article_place_name is 'Full name of that place. Null: not known.';
comment on column main.statistics.province is 'Province of place_code. Null: place_code is null or abroad. Example: 广东省';
comment on column main.statistics.prefecture is 'Prefecture of place_code. Null: place_code is null or a province.';
