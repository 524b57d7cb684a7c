"""A site as a timer meets it: mostly with nothing due."""

import subprocess

LAST = """
import sqlite3, sys
history = sqlite3.connect(sys.argv[1])
last = "SELECT check_id, outcome, max(id) FROM check_run GROUP BY check_id"
print(sum(outcome == "fail" for _, outcome, _ in history.execute(last)))
"""


def prepare(tenken, work):
    """Makes the sample hospital with four weeks of sweeps of one plugin and one sweep of all; returns the commands to compare."""
    site = f"{work}/hospital"
    quiet = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run([tenken, "site", "init", "--sample", site], check=True, **quiet)
    for day in range(1, 29):
        subprocess.run([tenken, "sweep", "--site", site, "--at", f"2026-10-{day:02}T09:00", "--only", "wireless-lan"], **quiet)
    subprocess.run([tenken, "sweep", "--site", site, "--at", "2026-11-20T09:00"], **quiet)
    due = [tenken, "sweep", "--due", "--site", site, "--at", "2026-11-20T10:00"]
    last = ["python3", "-c", LAST, f"{site}/.tenken/history.sqlite"]
    sweep = [tenken, "sweep", "--site", site, "--at", "2026-11-20T11:00"]
    return due, last, sweep
