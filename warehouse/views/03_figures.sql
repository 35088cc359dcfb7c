-- A figure of an articles newest revision.
-- columns as in: core.figure
create or replace view main.figures as
select
    f.figure_id, f.article_id, f.surface, f."start", f."end", f.sentence, f.subject, f.kind, f.role, f.value, f.value_min, f.value_max,
    f.unit, f.unit_text, f.currency, f.qualifier, f.basis, f.per, f.status, f.period_start, f.period_end, f.period_text, f.period_how, f.compare_kind,
    f.baseline_start, f.baseline_end, f.place_code, f.place_name, f.place_how, f.group_id, f.group_role, f.confidence, f.value_base, f.unit_base, f.revision
from core.figure as f
join (select article_id, max(revision) as revision from core.article group by article_id) as newest
    using (article_id, revision);

comment on view main.figures is 'One row a figure of the newest revision of an article.';
