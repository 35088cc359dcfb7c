-- Place codes are divisions.
select 'article' as kind, a.article_id as id, a.place_code
from core.article as a
where a.place_code is not null and a.place_code not in (select place_code from core.place)
union all
select 'figure' as kind, f.figure_id as id, f.place_code
from core.figure as f
where f.place_code is not null and f.place_code not in (select place_code from core.place);
