"""Checking many files: against the bare parser, with two processes, from the cache, and by other checkers."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import yaml
import yaml.cyaml
from national import write_nation
from sheet import Goal, Sheet, time_of
from timing import CHINA, PROGRAM, median, peak_mib, remembering_in, run, seconds

from carbonroad.batch.call import Call
from carbonroad.batch.run import check_all
from carbonroad.checking.checked import Checks
from carbonroad.findings import Severity
from carbonroad.project import load
from carbonroad.rules import all_checks
from carbonroad.source.folder import Folder, find_roadmaps

_DAY = date(2026, 11, 22)
_UNKNOWN = 10_000


def reading(folder: Path, rounds: int) -> Sheet:
    """Cold, in this process: reading, linking, computing and all rules, against the parser alone."""
    sheet = Sheet("Cold, in one process")
    write_nation(folder / "some", 0.003)
    for what, path in (("the nation", folder / "some"), ("China's roadmap", CHINA)):
        texts = [file.read_bytes() for file in sorted(path.rglob("*.yaml"))]
        told = f"check {what}, {len(texts)} files, {sum(map(len, texts)) / 1e6:.2f} MB"
        goals = (Goal(0.75, 0.5), Goal(2, 1.5)) if path != CHINA else (None, None)

        def ours(path: Path = path) -> None:
            check_folder(path)

        def safe_load(texts: list[bytes] = texts) -> None:
            for text in texts:
                yaml.load(text, Loader=yaml.CSafeLoader)

        def events(texts: list[bytes] = texts) -> None:
            for text in texts:
                following = yaml.cyaml.CParser(text).get_event
                while following() is not None:
                    pass

        sheet.compare(told, ours, "`yaml.load(CSafeLoader)`", safe_load, goals[0], rounds)
        sheet.compare(told, ours, "bare `CParser` events", events, goals[1], rounds)
    sheet.remark("The files are in the disk's cache; the floor is given their bytes, ours reads them.")
    return sheet


def check_folder(path: Path) -> int:
    """Check roadmaps in this process, from nothing; return how many errors there are."""
    found = find_roadmaps(str(path))
    if not isinstance(found, list):
        raise SystemExit(found.message)
    call = Call(None, _DAY, Checks())
    errors = sum(
        finding.severity is Severity.error
        for one in check_all(found, call, jobs=1)
        for finding in one.findings
    )
    if errors:
        raise SystemExit(f"{errors} errors in {path}")
    return errors


def processes(folder: Path, rounds: int) -> Sheet:
    """Whole processes: two against one, memory, and what is remembered."""
    sheet = Sheet("Many files")
    thousand = folder / "thousand"
    written = write_nation(thousand, 0.032)
    validate = (*PROGRAM, "validate", str(thousand), "-q", "--no-cache")
    what = f"validate {written.files:,} files, two processes"
    one, two = run(*validate, "-j", "1"), run(*validate, "-j", "2")
    sheet.compare(what, two, "one process", one, Goal(0.65, 0.55), min(rounds, 5))
    peak = peak_mib(*validate, "-j", "1")
    what = f"peak memory, validate {written.files:,} files, one process"
    sheet.add(what, f"{peak:.1f} MiB", value=peak, goal=Goal(60, 25))
    peak = peak_mib(sys.executable, "-c", "import typer, yaml")
    sheet.add("of which an interpreter with typer and yaml", f"{peak:.1f} MiB")
    return sheet


def remembering(folder: Path, rounds: int) -> Sheet:
    """Validate again what has not changed."""
    sheet = Sheet("Again")
    many = folder / "many"
    written = write_nation(many, 0.303)
    cache = folder / "cache"
    validate = run(*PROGRAM, "validate", str(many), "-q", environment=remembering_in(cache))
    cold = seconds(validate)
    warm = median(validate, min(rounds, 5))
    files = f"{written.files:,} files"
    sheet.add(f"validate {files}, nothing changed", time_of(warm), value=warm / cold, goal=Goal(0.05, 0.01),
              floor=f"cold, what is found being kept: {time_of(cold)}")  # fmt: skip
    blank = median(run(*PROGRAM, "validate", str(one_file(folder)), "-q"), 3)
    sheet.add("of which a process that validates one file", time_of(blank))
    changed = next(iter(sorted(many.glob("county-*")))) / "steel.yaml"
    changed.write_bytes(changed.read_bytes() + b"x-remark: changed\n")
    once = seconds(validate)
    sheet.add(f"validate {files}, one changed", time_of(once), value=once / cold, floor="cold, as above")
    kept = sum(path.stat().st_size for path in cache.rglob("*") if path.is_file())
    sheet.add("what is kept", f"{kept / 1e3:,.0f} kB")
    shutil.rmtree(many)
    return sheet


def one_file(folder: Path) -> Path:
    """Write one small file that stands alone."""
    file = folder / "one" / "steel.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(
        "title: Steel\nmilestones:\n  - {id: M1, title: Peak, deadline: by 2030, owner: MIIT}\n",
        encoding="utf-8",
    )
    return file


def others(folder: Path, rounds: int) -> Sheet:
    """Other checkers, as whole processes over the same files; they are in the dependency group `bench`."""
    sheet = Sheet("Other checkers")
    nation = folder / "compared"
    write_nation(nation, 0.003, flat=True)
    files = [str(path) for path in sorted(nation.rglob("*.yaml"))]
    ours = run(*PROGRAM, "validate", str(nation), "-q", "--no-cache")
    lint = shutil.which("yamllint", path=str(Path(sys.executable).parent))
    if lint is None:
        raise SystemExit("yamllint and check-jsonschema are not there: pip install --group bench")
    schema = folder / "schema.json"
    with schema.open("w", encoding="utf-8") as file:
        subprocess.run([*PROGRAM, "schema", "--for", "industry"], check=True, stdout=file)
    check = lint.replace("yamllint", "check-jsonschema")
    industry = [file for file in files if not file.endswith("carbonroad.yaml")]
    told = f"{len(files)} files"
    schemas = run(check, "--schemafile", str(schema), *industry)
    sheet.compare(f"check-jsonschema, {told}", schemas, "ours", ours, Goal(5, 10, least=True), min(rounds, 3))
    relaxed = run(lint, "-d", "relaxed", *files, codes=(0, 1))
    sheet.compare(f"yamllint, {told}", relaxed, "ours", ours, Goal(15, 30, least=True), min(rounds, 3))
    sheet.remark("Here the ratio is how many times slower they are.")
    return sheet


def rules(folder: Path, rounds: int) -> Sheet:
    """What each rule costs on linked and computed systems, slowest first; and many mistyped references."""
    sheet = Sheet("Rules")
    write_nation(folder / "ruled", 0.001)
    roadmaps = [*_roadmaps(folder / "ruled"), *_roadmaps(CHINA)]
    loaded = [load(roadmap, None, _DAY) for roadmap in roadmaps]

    def cost(check: Callable[..., Iterator[object]]) -> float:
        def work() -> None:
            for project in loaded:
                for _ in check(project.system, project.facts):
                    pass

        return median(work, rounds)

    costs = sorted(((cost(rule.check), rule.RULE) for rule in all_checks()), key=lambda pair: -pair[0])
    total = sum(seconds for seconds, _ in costs)
    items = sum(len(project.system.items) for project in loaded)
    whole = median(lambda: [load(roadmap, None, _DAY) for roadmap in roadmaps], min(rounds, 3))
    what = f"all {len(costs)} rules over {items:,} items"
    sheet.add(what, time_of(total), value=total / whole, floor=f"loading them: {time_of(whole)}")
    for seconds_, rule in costs[:10]:
        sheet.add(f"{rule.code} {rule.name}", time_of(seconds_))
    _mistyped(folder, sheet)
    return sheet


def _mistyped(folder: Path, sheet: Sheet) -> None:
    lines = [
        f"  - {{id: step-{n:05d}, title: T, deadline: by 2030, owner: A, after: stpe-{n:05d}}}\n"
        for n in range(_UNKNOWN)
    ]
    file = folder / "mistyped" / "steel.yaml"
    file.parent.mkdir()
    file.write_text("title: Steel\nmilestones:\n" + "".join(lines), encoding="utf-8")
    took = median(lambda: load(_roadmaps(file)[0], None, _DAY), 1)
    sheet.add(f"{_UNKNOWN:,} unknown references among {_UNKNOWN:,} ids", time_of(took))


def _roadmaps(path: Path) -> Sequence[Folder]:
    found = find_roadmaps(str(path))
    if not isinstance(found, list):
        raise SystemExit(found.message)
    return found
