"""Times pairs of commands in turn and prints a table of medians, ratios and peak memory."""

import os
import shutil
import statistics
import subprocess
import sys
import time

import oscal_import
import record_path
import schedule

RUNS = 9


def once(command):
    """Wall seconds and peak MiB of one run; its exit status does not matter here.

    Linux counts what the process had before execve(2), a copy of this one, so that no peak is below this program's own."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def pair(title, ours, theirs_name, theirs, runs=RUNS):
    mine, other, memory, their_memory = [], [], [], []
    once(ours), once(theirs)
    for _ in range(runs):
        seconds, mib = once(ours)
        mine.append(seconds)
        memory.append(mib)
        seconds, mib = once(theirs)
        other.append(seconds)
        their_memory.append(mib)
    ratio = statistics.median(a / b for a, b in zip(mine, other))
    print(
        f"| {title} | {statistics.median(mine) * 1000:.1f} ms, {max(memory):.0f} MiB "
        f"| {theirs_name} | {statistics.median(other) * 1000:.1f} ms, {max(their_memory):.0f} MiB | {ratio:.2f} |"
    )


def compare_imports(tenken, work):
    commands = oscal_import.commands(tenken, work)
    if commands:
        pair("import of an OSCAL catalog, 371 controls", commands[0], "`trestle import`", commands[1])


def compare_history(tenken, work):
    """1,000 sweeps of the sample hospital; the peer reads the same rows, and says nothing of them."""
    site = f"{work}/years"
    database = f"{site}/.tenken/history.sqlite"
    history = lambda *words: [tenken, "history", words[0], "--site", site, *words[1:]]
    sqlite = lambda sql: ["sqlite3", "-readonly", database, sql]
    shown = "SELECT * FROM check_run LEFT JOIN finding ON finding.check_run = coalesce(rows_of, check_run.id) WHERE sweep"
    outcomes = "SELECT sweep, outcome FROM check_run WHERE check_id = 'wireless-lan/encryption' ORDER BY sweep DESC"
    size = os.path.getsize(database) / (1 << 20)
    title = f"1,000 sweeps, {size:.1f} MiB"
    pair(f"{title}: `history list`", history("list"), "`sqlite3`, the same rows", sqlite(
        "SELECT sweep, outcome, count(*) FROM check_run WHERE sweep > 980 GROUP BY 1, 2"))
    pair(f"{title}: `history diff`", history("diff"), "`sqlite3`, both sweeps' rows", sqlite(f"{shown} IN (999, 1000)"))
    pair(f"{title}: `explain` a check", [tenken, "explain", "--site", site, "wireless-lan/encryption"],
         "`sqlite3`, the sweep's rows and the check's outcomes", sqlite(f"{shown} = 1000; {outcomes}"))
    pair(f"{title}: `history verify`", history("verify"), "`sqlite3 .dump`, hashed",
         ["sh", "-c", f"sqlite3 -readonly {database} .dump | sha256sum"])


def compare_reports(tenken, work):
    """What a report adds to a sweep, and reports of a sweep with 100,000 findings."""
    sample, large = f"{work}/sample", f"{work}/findings"
    subprocess.run([tenken, "site", "init", "--sample", sample], check=True, stdout=subprocess.DEVNULL)
    sweep = [tenken, "sweep", "--site", sample, "--at", "2026-11-20T09:00"]
    pair("sweep of the sample hospital, HTML written", [*sweep, "--output", f"{work}/sweep.html"], "the same, text on the screen", sweep)
    oscal = f"{work}/sweep.oscal.json"
    subprocess.run([tenken, "report", "--site", sample, "--output", oscal], check=True, stdout=subprocess.DEVNULL)
    valid = oscal_import.validates(oscal, work)
    print(f"| OSCAL assessment results of the sample hospital | valid: {valid} | `trestle validate` | | |")
    once([tenken, "sweep", "--site", large])
    report = [tenken, "report", "--site", large, "--output"]
    for ending in ["html", "csv", "xlsx", "md", "sarif", "oscal.json"]:
        path = f"{work}/large.{ending}"
        pair(f"100,000 findings as {ending}", [*report, path], "as json", [*report, f"{work}/large.json"])
        print(f"|   its size | {os.path.getsize(path) / 1e6:.1f} MB | `json` | {os.path.getsize(f'{work}/large.json') / 1e6:.1f} MB | |")
    compare_opening(f"{work}/large.html", work)


def compare_opening(page, work):
    """How long a browser takes to open a page, beside one that has nothing in it."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("Opening the page is not timed: there is no Chromium.", file=sys.stderr)
        return
    with open(f"{work}/empty.html", "w") as file:
        file.write("<!doctype html><title>empty</title>")
    # Whoever runs this as root has no sandbox in Chromium; the pages are ours.
    load = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    pair("the page of 100,000 findings opened in Chromium", [*load, f"file://{page}"], "an empty page", [*load, f"file://{work}/empty.html"])


def main():
    tenken, work = sys.argv[1], sys.argv[2]
    loop = f"for f in {work}/lua/*.lua; do lua5.4 $f; done"
    scripts = ",".join(f"{work}/nse/c{i}.nse" for i in range(1, 301))
    print("| what | tenken | peer | peer's | ratio |")
    print("| --- | --- | --- | --- | --- |")
    pair("start", [tenken, "--version"], "`nmap --version`", ["nmap", "--version"])
    pair("300 one-line checks, history written", [tenken, "sweep", "--site", f"{work}/checks"], "300 × `lua5.4`", ["sh", "-c", loop])
    pair("300 one-line checks, history written", [tenken, "sweep", "--site", f"{work}/checks"], "Nmap NSE, 300 scripts", ["nmap", "-n", "-sn", "--script", scripts])
    isolated = [tenken, "sweep", "--site", f"{work}/isolated"]
    pair("300 plugins of one check, each confined", isolated, "300 × `lua5.4`, not confined", ["sh", "-c", loop])
    pair("300 plugins of one check, each confined", isolated, "Nmap NSE, 300 scripts, not confined", ["nmap", "-n", "-sn", "--script", scripts])
    due, last, sweep = schedule.prepare(tenken, work)
    pair("`sweep --due`, nothing due", due, "the last outcomes by Python's `sqlite3`", last)
    # As many scripts as the sample has checks.
    pair("the sample hospital swept, history written", sweep, "86 × `lua5.4`", ["sh", "-c", f"for i in $(seq 86); do lua5.4 {work}/lua/$i.lua; done"])
    compare_imports(tenken, work)
    compare_history(tenken, work)
    compare_reports(tenken, work)
    catalogue = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Catalogue")
    grep = ["grep", "-rn", "暗号", catalogue]
    pair("`catalogue search 暗号`", [tenken, "catalogue", "search", "暗号"], "`grep -rn`, bytes only", grep)
    pair("`catalogue show 6.5.C.12`", [tenken, "catalogue", "show", "6.5.C.12"], "`grep -rn`, one line", ["grep", "-rn", "id: 6.5.C.12$", catalogue])
    # grep reads the same files once, and understands nothing of them.
    for verb in ["list", "check"]:
        pair(f"`catalogue {verb}`", [tenken, "catalogue", verb], "`grep -rc`, every file", ["grep", "-rc", "id:", catalogue])
    pair(
        "id, title, text and parts of all requirements in Lua, 500 times", [tenken, "sweep", "--site", f"{work}/catalogue"],
        "the same in plain tables", [tenken, "sweep", "--site", f"{work}/plain"])
    record_path.compare(pair, tenken, work)


main()
