-- A place that could not be read before, and now can: its rejection is past.
delete from ops.rejection
where page_id is null and location in (select location from new_page where page_id is not null);
delete from raw.page
where page_id is null and location in (select location from new_page where page_id is not null);
