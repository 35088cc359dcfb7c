-- What a batch brought, by the ledger; no row if it was never loaded.
select pages, articles, rejections, repairs, figures
from ops.load
where batch_id = $batch_id;
