"""All rules on many files: against the bare parser, against other checkers, and the cost of each rule."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import yaml
import yaml.cyaml
from many_roadmaps import FILES, write_roadmaps
from timing import CHINA, PROGRAM, compare, median, peak_mib, row, run

from carbonroad.project import load
from carbonroad.rules import all_checks
from carbonroad.source.folder import Folder, find_roadmaps

_DAY = date(2026, 11, 22)
_UNKNOWN = 10_000


def checking(rounds: int) -> None:
    """Print the figures of checking."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_roadmaps(folder / "some", 10)
        _against_parser(folder / "some", rounds)
        _against_checkers(folder / "some", min(rounds, 3))
        write_roadmaps(folder / "thousand", 91)
        peak = peak_mib(*PROGRAM, "validate", str(folder / "thousand"))
        row(f"peak memory, validate {91 * FILES:,} files", peak, "MiB        goal ≤ 60")
        _suggestions(folder)
        _rules(folder / "some", rounds)


def _against_parser(folder: Path, rounds: int) -> None:
    texts = [path.read_bytes() for path in sorted(folder.rglob("*.yaml"))]

    def check() -> None:
        for roadmap in _roadmaps(folder):
            load(roadmap, None, _DAY)

    def safe_load() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    def events() -> None:
        for text in texts:
            parser = yaml.cyaml.CParser(text)
            while parser.get_event() is not None:
                pass

    print(f"generated roadmaps: {len(texts)} files, {sum(map(len, texts)) / 1024:.0f} KiB")
    what = f"check {len(texts)} files, all rules"
    compare(what, check, "yaml.load(CSafeLoader)", safe_load, "≤ 0.75", rounds)
    compare(what, check, "bare CParser events", events, "≤ 2.0", rounds)


def _against_checkers(folder: Path, rounds: int) -> None:
    """Other checkers as whole processes over the same files; they are in the dependency group `bench`."""
    files = [str(path) for path in sorted(folder.rglob("*.yaml"))]
    ours = run(*PROGRAM, "validate", str(folder))
    lint = shutil.which("yamllint", path=str(Path(sys.executable).parent))
    if lint is None:
        print("yamllint and check-jsonschema are not installed: pip install --group bench")
        return
    compare("yamllint, whole process", run(lint, "-d", "relaxed", *files), "ours", ours, "≥ 15", rounds)
    schema = folder.parent / "schema.json"
    with schema.open("w", encoding="utf-8") as file:
        subprocess.run([*PROGRAM, "schema", "--for", "industry"], check=True, stdout=file)
    check = lint.replace("yamllint", "check-jsonschema")
    industry = [file for file in files if not file.endswith("carbonroad.yaml")]
    command = run(check, "--schemafile", str(schema), *industry)
    compare("check-jsonschema, whole process", command, "ours", ours, "≥ 5", rounds)


def _suggestions(folder: Path) -> None:
    """Ten thousand mistyped references among ten thousand ids."""
    home = folder / "mistyped"
    home.mkdir()
    lines = [
        f"  - {{id: step-{n:05d}, title: T, deadline: by 2030, owner: A, after: stpe-{n:05d}}}\n"
        for n in range(_UNKNOWN)
    ]
    file = home / "steel.yaml"
    file.write_text("title: Steel\nmilestones:\n" + "".join(lines), encoding="utf-8")
    found = len(load(next(_roadmaps(file)), None, _DAY).findings)
    if found < _UNKNOWN:
        raise SystemExit("not every mistyped reference was found")
    took = median(lambda: load(next(_roadmaps(file)), None, _DAY), 1)
    row(f"{_UNKNOWN:,} unknown references among {_UNKNOWN:,} ids", took, "s")


def _rules(folder: Path, rounds: int) -> None:
    """What each rule costs on linked and computed systems, slowest first."""
    roadmaps = [*_roadmaps(folder), *_roadmaps(CHINA)]
    loaded = [load(roadmap, None, _DAY) for roadmap in roadmaps]
    items = sum(len(project.system.items) for project in loaded)

    def cost(check: Callable[..., Iterator[object]]) -> float:
        def work() -> None:
            for project in loaded:
                for _ in check(project.system, project.facts):
                    pass

        return median(work, rounds)

    costs = sorted(((cost(rule.check), rule.RULE) for rule in all_checks()), key=lambda pair: -pair[0])
    total = sum(seconds for seconds, _ in costs)
    whole = median(lambda: [load(roadmap, None, _DAY) for roadmap in roadmaps], min(rounds, 3))
    row(
        f"all {len(costs)} rules over {items:,} items",
        total * 1000,
        f"ms   {total / whole:6.1%} of loading them",
    )
    for seconds, rule in costs:
        row(f"  {rule.code} {rule.name}", seconds * 1000, f"ms   {seconds / total:6.1%}")


def _roadmaps(path: Path) -> Iterator[Folder]:
    found = find_roadmaps(str(path))
    if not isinstance(found, list):
        raise SystemExit(found.message)
    yield from found
