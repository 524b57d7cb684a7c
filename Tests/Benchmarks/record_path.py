"""What the comparison of the record path runs on: a device ledger, an Excel workbook and an access log, always the same; six checks of the
ledger and three of the log for Tenken, and the same counts by peers."""

import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

PEERS = pathlib.Path(__file__).parent / "Peers"
PACKAGES = ["duckdb==2.0.1", "openpyxl==3.1.5"]
AT = "2026-11-20T09:00"
CHECKS = ["firmware", "retired", "support", "owner", "zone", "seen"]
HEADER = ["number", "name", "kind", "model", "serial", "mac", "ip", "zone", "firmware", "latest", "owner", "connected",
          "support_ends", "last_seen", "retired"]
KINDS = ["camera", "infusion-pump", "ventilator", "printer", "sensor", "gateway"]


def rows(count):
    """Devices as a hospital's ledger may have them, a few in a hundred with a fault of each kind."""
    r = random.Random(5)
    models = [f"MD-{i}" for i in range(40)]
    latest = {model: f"{r.randint(1, 4)}.{r.randint(0, 20)}.{r.randint(0, 9)}" for model in models}

    def day(first, last):
        return f"{r.randint(first, last)}-{r.randint(1, 12):02}-{r.randint(1, 28):02}"

    for n in range(count):
        kind, model, chance = KINDS[r.randrange(6)], models[r.randrange(40)], r.random()
        firmware = latest[model] if chance < .97 else f"{r.randint(0, 4)}.{r.randint(0, 20)}.{r.randint(0, 9)}"
        zone = "surveillance" if kind == "camera" and r.random() < .98 else ["clinical", "office", "guest"][r.randrange(3)]
        retired = day(2020, 2025) if r.random() < .05 else ""
        yield [
            f"IOT-{n:07}", f"Ward {n % 97} {kind} {n % 997} bed {n % 7}", kind, model, f"SN{r.randrange(10**9):09}",
            f"02:00:{n >> 24 & 255:02x}:{n >> 16 & 255:02x}:{n >> 8 & 255:02x}:{n & 255:02x}",
            f"10.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}", zone, firmware, latest[model],
            f"ward {r.randrange(30)}" if r.random() < .985 else "", "yes" if not retired or r.random() < .1 else "no",
            day(2027, 2034) if r.random() < .96 else day(2024, 2025),
            f"2026-11-{r.randint(1, 20):02}" if r.random() < .97 else f"2026-0{r.randint(1, 7)}-{r.randint(1, 28):02}",
            retired]


def write_ledger(path, count):
    with open(path, "w", encoding="utf-8") as file:
        file.write(",".join(HEADER) + "\n")
        file.writelines(",".join(row) + "\n" for row in rows(count))


def repeat_ledger(path, longer, times):
    """The same rows so many times below one header."""
    with open(path, "rb") as file, open(longer, "wb") as all_of_them:
        all_of_them.write(file.readline())
        repeat(file, file.tell(), all_of_them, times)


def repeat(file, start, all_of_them, times):
    """Never whole in memory: this program's own peak counts for every command that it starts."""
    for _ in range(times):
        file.seek(start)
        shutil.copyfileobj(file, all_of_them)


def write_log(path, lines, times):
    """An access log in the combined format, the same lines so many times."""
    r = random.Random(6)
    paths = ["/", "/index.html", "/reserve", "/api/v1/patients", "/static/app.js", "/login", "/images/logo.png"]
    agents = ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36", "curl/8.5.0", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5)"]
    with open(path, "wb") as all_of_them, tempfile.TemporaryFile() as file:
        for n in range(lines):
            chance = r.random()
            path_ = "/admin/console" if chance < .004 else paths[r.randrange(len(paths))]
            agent = "sqlmap/1.8" if .004 < chance < .006 else agents[r.randrange(3)]
            status = r.choice([500, 502, 503]) if chance > .99 else 200
            line = (f'192.0.2.{r.randrange(256)} - - [20/Nov/2026:{n // 3600 % 24:02}:{n // 60 % 60:02}:{n % 60:02} +0900] '
                    f'"GET {path_} HTTP/1.1" {status} {r.randrange(100000)} "-" "{agent}"\n')
            file.write(line.encode())
        repeat(file, 0, all_of_them, times)


def write_workbook(python, ledger, path):
    program = ("import csv, sys, openpyxl\n"
               "book = openpyxl.Workbook(write_only=True)\nsheet = book.create_sheet('devices')\n"
               "for row in csv.reader(open(sys.argv[1], encoding='utf-8')): sheet.append(row)\nbook.save(sys.argv[2])\n")
    subprocess.run([python, "-c", program, ledger, path], check=True)


def site(work, plugin):
    """A site with one plugin of the comparison, and nothing else that runs."""
    folder = work / f"site-{plugin}"
    (folder / "data").mkdir(parents=True)
    shutil.copytree(PEERS / plugin, folder / "plugins" / plugin)
    deselected = "".join(f"  - {{id: {name}, reason: {{ja: 計測, en: benchmark}}}}\n"
                         for name in ["wireless-lan", "iot-inventory", "media-lifecycle"])
    # A query keeps none of the rows; a hundred findings a check are kept here.
    (folder / "tenken.yaml").write_text(f"name: Bench\nguidelines: [mhlw-5]\nlimits: {{findings: 100}}\ndeselect:\n{deselected}")
    return folder


def sweep(tenken, folder):
    return [tenken, "sweep", "--site", folder, "--at", AT, "--jobs", "2"]


def failures(tenken, folder, checks):
    """How many failures each check of a site has."""
    run = subprocess.run(sweep(tenken, folder) + ["--format", "json"], capture_output=True, check=False)
    plugin = folder.name.removeprefix("site-")
    counts = {check["id"]: check["counts"] for check in json.loads(run.stdout)["checks"]}
    return [counts[f"{plugin}/{check}"].get("fail", 0) for check in checks]


def expect_same(name, ours, theirs):
    if ours != theirs:
        sys.exit(f"{name} counts otherwise: {theirs} where Tenken counts {ours}")


def numbers(command):
    return [int(word) for word in subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()]


def packages(venv):
    """The venv's Python with the peers from PyPI; None if pip cannot install them, which is said."""
    python = venv / "bin/python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", venv], check=True, capture_output=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES],
                       check=True, capture_output=True, timeout=600)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"DuckDB and openpyxl are not compared: {PACKAGES} cannot be installed ({error}).", file=sys.stderr)
        return None
    return python


def compare(pair, tenken, work):
    """Prints the rows of the record path."""
    work = pathlib.Path(work)
    python = packages(pathlib.Path(__file__).parent.parent.parent / ".build/bench-venv")
    compare_ledgers(pair, tenken, work, python)
    if python:
        compare_workbooks(pair, tenken, work, python)
    compare_logs(pair, tenken, work)


def compare_ledgers(pair, tenken, work, python):
    folder = site(work, "devices")
    ledger = folder / "data/devices.csv"
    write_ledger(ledger, 1_000_000)
    peers = {"plain `lua5.4` script": ["lua5.4", PEERS / "ledger.lua", ledger],
             "Python's csv": [sys.executable, "-B", PEERS / "ledger.py", ledger]}
    if python:
        peers = {"DuckDB, 2 threads": [python, "-B", PEERS / "ledger_sql.py", ledger]} | peers
    ours = failures(tenken, folder, CHECKS)
    for name, command in peers.items():
        expect_same(name, ours, numbers(command))
        pair("six checks of 1,000,000 devices, history written", sweep(tenken, folder), name, command, 5)
    if python:
        repeat_ledger(ledger, work / "long.csv", 10)
        (work / "long.csv").rename(ledger)
        pair("six checks of 10,000,000 devices, history written", sweep(tenken, folder), "DuckDB, 2 threads",
             [python, "-B", PEERS / "ledger_sql.py", ledger], 3)
    ledger.unlink()


def compare_workbooks(pair, tenken, work, python):
    folder = site(work, "devices-workbook")
    write_ledger(work / "short.csv", 100_000)
    write_workbook(python, work / "short.csv", folder / "data/devices.xlsx")
    command = [python, "-B", PEERS / "workbook.py", folder / "data/devices.xlsx"]
    expect_same("openpyxl", failures(tenken, folder, CHECKS), numbers(command))
    pair("six checks of a workbook of 100,000 devices", sweep(tenken, folder), "openpyxl, read-only", command, 3)


def compare_logs(pair, tenken, work):
    folder = site(work, "access-log")
    log = folder / "data/access.log"
    write_log(log, 700_000, 10)
    patterns = {"admin": "GET /admin", "errors": '" 50[0-9] ', "scanners": "sqlmap/[0-9]"}
    greps = "; ".join(f"grep -cE '{pattern}' {log}" for pattern in patterns.values())
    # Into a pipe: with /dev/null as its output, grep stops at the first match.
    command = ["sh", "-c", f"({greps}; true) | cat"]
    expect_same("grep", failures(tenken, folder, patterns), numbers(command))
    pair("three Lua patterns in a log of 1 GB", sweep(tenken, folder), "3 × `grep -cE`", command, 3)
    log.unlink()
