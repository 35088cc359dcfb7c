-- What a site's file says besides its name: its family, how long it revises, what it is expected to bring.
alter table core.site add column family varchar;
alter table core.site add column lag_days integer;
alter table core.site add column has_rules boolean;
alter table core.site add column expectations varchar;
comment on table core.site is 'Known sites: those of the release, and those of the folder that the last load was given.';
comment on column core.site.family is 'System that the site is made with, whose rules it inherits. Null: none named. Example: trs';
comment on column core.site.lag_days is 'Days for which an article may still change after it was published. Null: not known. Example: 3';
comment on column core.site.has_rules is 'Whether selectors of its own or of its family help to read its pages. Null only before the first load with this release.';
comment on column core.site.expectations is 'What it is expected to bring, a JSON object with articles_per_day, fill_rate, newest_article_days. Null: nothing in particular. Example: {"newest_article_days": 4}';
