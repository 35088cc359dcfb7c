-- The new pages of a run, read and archived but not transformed yet, in the order in which they were read.
create or replace temp table pending_page (
    nth bigint not null,
    source varchar not null,
    path varchar not null,
    url varchar,
    content_type varchar,
    seen_on date,
    page_id varchar,
    host varchar,
    stage varchar,
    reason varchar,
    detail varchar
);
