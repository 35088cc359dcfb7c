-- Of each host the newest sketches stay: sites change their dress.
delete from ops.site_sketch
where (host, page_id) in (
    select (host, page_id)
    from ops.site_sketch
    qualify row_number() over (partition by host order by learned_at desc, page_id) > $kept
);
