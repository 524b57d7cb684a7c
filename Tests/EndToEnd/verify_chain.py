"""Works out the hashes of a history from its tables, by the words of Decisions/history-chain.md alone. Prints the head's.

Tables and columns are found in the database's own schema: whatever refers to a sweep or to a check's run is covered.
"""
import hashlib
import sqlite3
import sys

database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
database.text_factory = bytes
APART = {"text", "link", "thinned", "part", "run_digest"}


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def rows(sql, *arguments):
    return database.execute(sql, arguments).fetchall()


def columns(table):
    return [row[1].decode() for row in rows(f"PRAGMA table_info({table})")]


def order(table, key):
    """The primary key without the column that names the owner."""
    primary = sorted((row[5], row[1].decode()) for row in rows(f"PRAGMA table_info({table})") if row[5])
    return ", ".join(name for _, name in primary if name != key) or "1"


def references(table):
    return {row[3].decode() for row in rows(f"PRAGMA foreign_key_list({table})") if row[2] == b"text"}


def digest(table, key, owner, without):
    """The digest of the rows that an owner has in a table; None if it has none."""
    names = [name for name in columns(table) if name not in without]
    texts = references(table)
    selected = [f'(SELECT value FROM text WHERE id = {table}."{n}")' if n in texts else f'"{n}"' for n in names]
    data = b""
    for row in rows(f"SELECT {', '.join(selected)} FROM {table} WHERE {key} = ? ORDER BY {order(table, key)}", owner):
        data += table.encode() + b"\n"
        for name, value in zip(names, row):
            if value is None:
                continue
            text = str(value).encode() if isinstance(value, int) else b"%d:" % len(value) + value
            data += name.encode() + b"=" + text + b"\n"
        data += b"\n"
    return sha256(data) if data else None


tables = [row[0].decode() for row in rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")]
of_runs = [t for t in tables if "check_run" in columns(t) and t not in APART]
of_sweeps = [t for t in tables if "sweep" in columns(t) and t not in APART | {"check_run"}]
previous = "0" * 64

for sweep, linked, record, sha, signer in rows("SELECT sweep, previous, record, sha256, signer FROM link ORDER BY sweep"):
    parts = [("sweep", digest("sweep", "id", sweep, {"standings_of"}))]
    for run, holder, check in rows(
        "SELECT id, coalesce(rows_of, id), check_id FROM check_run WHERE sweep = ? ORDER BY position", sweep
    ):
        lines = [("check_run", digest("check_run", "id", run, {"id", "sweep", "rows_of"}))]
        lines += [(t, digest(t, "check_run", holder, {"check_run"})) for t in of_runs]
        text = "".join(f"{name} {value}\n" for name, value in lines if value)
        parts.append((f"check {check.decode()}", sha256(text.encode())))
    (holder,) = rows("SELECT coalesce(standings_of, id) FROM sweep WHERE id = ?", sweep)[0]
    for table in of_sweeps:
        parts.append((table, digest(table, "sweep", holder, {"sweep"})))
    text = "tenken.record/1\n" + "".join(f"{name} {value}\n" for name, value in parts if value)
    if sha256(text.encode()) != record.hex():
        sys.exit(f"sweep {sweep}: the record is {sha256(text.encode())} and not {record.hex()}")
    thinned = [str(row[0]) for row in rows("SELECT sweep FROM thinned WHERE thinned_with = ? ORDER BY sweep", sweep)]
    link = f"tenken.link/1\nsweep {sweep}\nprevious {linked.hex()}\nrecord {record.hex()}\n"
    link += f"signer {signer.decode() if signer else 'none'}\n" + (f"thinned {' '.join(thinned)}\n" if thinned else "")
    if linked.hex() != previous or sha256(link.encode()) != sha.hex():
        sys.exit(f"sweep {sweep}: the link is broken")
    previous = sha.hex()
print(previous)
