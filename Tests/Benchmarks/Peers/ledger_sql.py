"""The six checks as one query of DuckDB on two threads."""

import sys

import duckdb

connection = duckdb.connect(config={"threads": 2})
query = f"""select
  count(*) filter (where string_split(firmware, '.')::int[] < string_split(latest, '.')::int[]),
  count(*) filter (where retired <= date '2026-11-20' and connected = 'yes'),
  count(*) filter (where support_ends < date '2026-11-20'),
  count(*) filter (where owner is null),
  count(*) filter (where kind = 'camera' and zone <> 'surveillance'),
  count(*) filter (where last_seen < date '2026-08-20')
from read_csv('{sys.argv[1]}', header = true)"""
print(*connection.execute(query).fetchone())
