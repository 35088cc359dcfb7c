import csv
import io
import json
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.query import to_csv, to_json, to_parquet

TABLE = pa.table(
    {
        "title": ["潮州“引才”", "=1+1", None],
        "value": [Decimal("-3.9"), Decimal("27000.0"), None],
        "flags": [["a", "b"], [], None],
    }
)


def test_csv_keeps_numbers_and_disarms_formulas() -> None:
    rows = list(csv.reader(io.StringIO(to_csv(TABLE))))
    assert rows == [
        ["title", "value", "flags"],
        ["潮州“引才”", "-3.9", "a; b"],
        ["'=1+1", "27000.0", ""],
        ["", "", ""],
    ]


def test_json_is_one_object_a_line() -> None:
    first = json.loads(to_json(TABLE).splitlines()[0])
    assert first == {"title": "潮州“引才”", "value": "-3.9", "flags": ["a", "b"]}


def test_parquet_reads_back_equal() -> None:
    assert pq.read_table(io.BytesIO(to_parquet(TABLE))).equals(TABLE)
