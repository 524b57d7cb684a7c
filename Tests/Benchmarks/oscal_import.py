"""What the comparison of OSCAL imports runs on: a catalog of 371 controls, a site, and compliance-trestle in a venv of its own."""

import json
import pathlib
import subprocess
import sys

TRESTLE = "compliance-trestle==5.2.0"
# The venv outlives the comparison: beside the build, whose folder a clean removes as a whole.
VENV = pathlib.Path(__file__).parent.parent.parent / ".build/bench-venv"
FIXTURE = pathlib.Path(__file__).parent.parent / "CatalogueFiles/Fixtures/oscal/nist-cut.json"


def trestle(venv):
    """The path of trestle, installed if need be; None if pip cannot, which is said."""
    program = venv / "bin/trestle"
    if not program.exists():
        steps = [[sys.executable, "-m", "venv", venv], [venv / "bin/pip", "install", "--quiet", "--disable-pip-version-check", TRESTLE]]
        for step in steps:
            try:
                subprocess.run(step, check=True, capture_output=True, timeout=600)
            except (OSError, subprocess.SubprocessError) as error:
                print(f"The import of OSCAL is not compared: {TRESTLE} cannot be installed ({error}).", file=sys.stderr)
                return None
    return program


def write_catalog(path, copies=53):
    """The fixture's seven controls again and again, with ids of their own."""
    document = json.loads(FIXTURE.read_text())
    for group in document["catalog"]["groups"]:
        group["controls"] = [renamed(control, number) for number in range(copies) for control in group["controls"]]
    path.write_text(json.dumps(document))


def renamed(node, number):
    """A control, part or parameter whose ids, and the insertions of them, end in a number."""
    if isinstance(node, list):
        return [renamed(item, number) for item in node]
    if not isinstance(node, dict):
        return node
    changed = {key: renamed(value, number) for key, value in node.items()}
    if "id" in changed:
        changed["id"] = f"{changed['id']}-{number}"
    if "prose" in changed:
        changed["prose"] = changed["prose"].replace(" }}", f"-{number} }}}}")
    if "choice" in changed:
        changed["choice"] = [choice.replace(" }}", f"-{number} }}}}") for choice in changed["choice"]]
    return changed


def validates(path, work):
    """Whether trestle takes the assessment results in a file; None without trestle."""
    program = trestle(VENV)
    if program is None:
        return None
    workspace = pathlib.Path(work) / "trestle-results"
    workspace.mkdir(exist_ok=True)
    subprocess.run([program, "init", "--local"], cwd=workspace, check=True, capture_output=True)
    steps = [["import", "-f", path, "-o", "sweep"], ["validate", "-t", "assessment-results", "-n", "sweep"]]
    return all(subprocess.run([program, *step], cwd=workspace, capture_output=True).returncode == 0 for step in steps)


def commands(tenken, work):
    """Tenken's import and trestle's of the same file, each into a place that is empty; None without trestle."""
    work = pathlib.Path(work)
    program = trestle(VENV)
    if program is None:
        return None
    site, workspace, catalog = work / "oscal-site", work / "trestle", work / "catalog.json"
    write_catalog(catalog)
    workspace.mkdir()
    site.mkdir()
    subprocess.run([program, "init", "--local"], cwd=workspace, check=True, capture_output=True)
    ours = f"rm -rf {site}/catalogue; exec {tenken} catalogue import {catalog} --site {site} --guideline trial"
    theirs = f"cd {workspace}; rm -rf catalogs/trial; exec {program} import -f {catalog} -o trial"
    for command in (ours, theirs):
        subprocess.run(["sh", "-c", command], check=True, capture_output=True)
    return ["sh", "-c", ours], ["sh", "-c", theirs]
