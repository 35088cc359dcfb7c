-- More of them, behind those that are there.
insert into pending_page by name
from batch_pending;
