"""The six checks of a workbook with openpyxl in read-only mode."""

import sys

import openpyxl


def parse(version):
    return [int(part) for part in version.split(".")]


counts = [0] * 6
rows = openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True)
next(rows)
for row in rows:
    if parse(row[8]) < parse(row[9]):
        counts[0] += 1
    if row[14] and row[14] <= "2026-11-20" and row[11] == "yes":
        counts[1] += 1
    if row[12] < "2026-11-20":
        counts[2] += 1
    if not row[10]:
        counts[3] += 1
    if row[2] == "camera" and row[7] != "surveillance":
        counts[4] += 1
    if row[13] < "2026-08-20":
        counts[5] += 1
print(*counts)
