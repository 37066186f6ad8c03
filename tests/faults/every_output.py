"""Makes every output of the roadmap `plan` in the folder of this call.

python every_output.py INTO JOBS [shuffled]
"""

import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from carbonroad.export import ALL as EXPORTS
from carbonroad.render.formats import ALL as FORMATS
from carbonroad.report import ALL as REPORTS

PRINTED = {
    "schedule.csv": "schedule plan --format csv",
    "schedule.json": "schedule plan --format json",
    "schedule.txt": "schedule plan",
    "status.json": "status plan --format json",
    "status.md": "status plan --format md",
    "status.txt": "status plan --lang zh",
    "show.txt": "show plan",
    "diff.json": "diff before plan --format json",
    "diff.md": "diff before plan --format md",
    "diff.txt": "diff before plan",
    "fmt.diff": "fmt before --diff --keys zh",
    "schema.json": "schema",
    "explain.txt": "explain deadline",
    **{f"findings.{form.name}": f"validate plan --format {form.name} --max-findings 0" for form in REPORTS},
}
_PAGES = ",".join(form.name for form in FORMATS if form.module or form.pictures)
WRITTEN = (
    f"render plan --to {_PAGES} --mermaid -q -o {{into}}/site",
    "render plan --single-file -q -o {into}/single",
    "render plan before --to md --lang zh -q -o {into}/both",
    "init {into}/new --lang zh --ci github,gitlab,pre-commit -q",
    *(f"export plan --to {form.name} -q -o {{into}}/exports/{form.name}/" for form in EXPORTS),
)


def shuffle() -> None:
    """Let folders list their files in another order each time."""
    listdir = os.listdir

    def shuffled(*arguments: object) -> list[str]:
        names = listdir(*arguments)  # type: ignore[call-overload]
        random.shuffle(names)
        return names

    os.listdir = shuffled


def commands(into: str, jobs: str) -> Iterator[tuple[list[str], str]]:
    """Return each call with the file that its standard output goes to."""
    for name, words in PRINTED.items():
        more = ["-j", jobs] if words.startswith("validate") else []
        dated = words.startswith(("validate", "schedule", "status", "show", "diff"))
        yield [*words.split(), *more, *(["--as-of", "2026-11-22"] if dated else [])], f"{into}/{name}"
    for words in WRITTEN:
        more = ["-j", jobs] if words.startswith("render") else []
        more += ["--as-of", "2026-11-22"] if words.startswith(("render", "export")) else []
        yield [*words.format(into=into).split(), *more], f"{into}/said"


def main() -> None:
    """Run all of them in this process."""
    into, jobs = sys.argv[1:3]
    Path(into).mkdir()
    if sys.argv[3:]:
        shuffle()
    from carbonroad.cli.run import run

    for call, file in commands(into, jobs):
        words = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(words, 1)
        code = run(call)
        if code not in {0, 1}:
            raise SystemExit(f"{call} ended with {code}")


if __name__ == "__main__":
    main()
