"""The action's work: findings, pages, changes; one after the other, whatever the one before found.

It runs where the files are, with the Python that carbonroad was installed for. Inputs are variables that
begin with INPUT_; what comes out goes to GITHUB_OUTPUT and GITHUB_STEP_SUMMARY.
"""

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from base import NoBase, find_base
from comment import as_code, short_enough, whole
from comparing import Changes, compare
from inputs import Inputs, read_inputs
from runner import carbonroad, group, mark, say, summarise, write_outputs
from sentences import sentence

_FINDINGS, _REFUSED = 1, 2


class Checked(NamedTuple):
    """What validate said."""

    code: int
    errors: int
    warnings: int
    table: str


def main() -> int:
    """Do all that is asked for, and end with the code of the worst of it."""
    inputs = read_inputs(os.environ)
    if isinstance(inputs, str):
        mark("error", inputs)
        write_outputs({"exit-code": str(_REFUSED)})
        return _REFUSED
    results = Path(tempfile.mkdtemp(prefix="carbonroad-", dir=os.environ.get("RUNNER_TEMP")))
    outputs = dict.fromkeys(("errors", "warnings", "sarif-file", "pages", "comment-file"), "")
    found = _check(inputs, results)
    codes = [found.code]
    base = find_base(inputs.base, inputs.lang) if inputs.diff else NoBase("")
    if found.code <= _FINDINGS:
        outputs |= {"errors": str(found.errors), "warnings": str(found.warnings)}
        if inputs.render:
            codes.append(_draw(inputs, results, "" if isinstance(base, NoBase) else base.commit))
    changes = _no_changes(inputs, base.why) if isinstance(base, NoBase) else compare(inputs, base, results)
    codes.append(changes.code)
    outputs |= _tell(inputs, results, found, changes)
    worst = max(codes)
    write_outputs({**outputs, "exit-code": str(worst)})
    return worst


def _check(inputs: Inputs, results: Path) -> Checked:
    """Look for findings; in one call for the marks, the summary, SARIF and the counts."""
    full, counts, table = results / "full.txt", results / "findings.json", results / "findings.md"
    formats = ["--format=github" if inputs.annotations else f"--format=github={results / 'marks.txt'}"]
    formats += [f"--format=full={full}", f"--format=json={counts}"]
    if inputs.sarif:
        formats.append(f"--format=sarif={results / 'carbonroad.sarif'}")
    call = ("validate", *formats, *inputs.checks, "--", *inputs.paths)
    done = carbonroad(*call, environ={"GITHUB_STEP_SUMMARY": str(table)})
    if done.said:
        with group("Messages"):
            say(done.said)
    if not counts.is_file():
        said = "Nothing could be checked: {why}"
        mark("error", sentence(inputs.lang, said, why=done.why))
        told = sentence(inputs.lang, said, why=as_code(done.why))
        return Checked(max(done.code, _REFUSED), 0, 0, f"### {told}")
    with group("Findings, with the lines they are about"):
        say(full.read_text(encoding="utf-8"))
    summary = json.loads(counts.read_text(encoding="utf-8"))["summary"]
    return Checked(done.code, summary["errors"], summary["warnings"], table.read_text(encoding="utf-8"))


def _draw(inputs: Inputs, results: Path, against: str) -> int:
    """Make the pages, also of what has errors; in a pull request with the places where things stood."""
    day = (f"--as-of={inputs.as_of}",) if inputs.as_of else ()
    past = (f"--against={against}",) if against else ()
    options = ("--quiet", f"--output={results / 'pages'}", "--keep-going", *day, *past, *inputs.render_args)
    with group("Pages"):
        done = carbonroad("render", *options, "--", *inputs.paths)
        say(done.said)
    if done.code > _FINDINGS:
        mark("error", f"The pages could not be made: {done.why}")
    return done.code if done.code > _FINDINGS else 0  # what has errors was told before


def _no_changes(inputs: Inputs, why: str) -> Changes:
    """Where nothing can be compared, a ratchet that was asked for does not hold."""
    if not why:
        return Changes((), 0)
    said = sentence(inputs.lang, "Nothing was compared: {why}", why=why)
    mark("error" if inputs.ratchet else "warning", said)
    return Changes((said,), _REFUSED if inputs.ratchet else 0)


def _tell(inputs: Inputs, results: Path, found: Checked, changes: Changes) -> dict[str, str]:
    """Write summary and comment, and return the outputs that name files."""
    pages, sarif = results / "pages", results / "carbonroad.sarif"
    there = (pages / "index.html").is_file() or any(pages.glob("*"))
    kept = there and inputs.artifact
    said = "The pages are kept with this run, under Artifacts: {name}."
    closing = sentence(inputs.lang, said, name=f"`{inputs.artifact}`") if kept else ""
    also = sentence(inputs.lang, "Also found in the roadmaps:")
    parts = whole(found.table, changes.pages, also, closing)
    if inputs.summary:
        summarise(parts)
    comment = results / "comment.md"
    more = sentence(inputs.lang, "and more: see the summary of the run.")
    comment.write_text(short_enough(parts, more), encoding="utf-8", newline="\n")
    return {
        "pages": str(pages) if there else "",
        "sarif-file": str(sarif) if sarif.is_file() else "",
        "comment-file": str(comment),
    }


if __name__ == "__main__":
    sys.exit(main())
