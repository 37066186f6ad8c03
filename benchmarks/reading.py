"""Reading and checking, against what the parser itself needs."""

import tempfile
from datetime import date
from pathlib import Path

import yaml
import yaml.cyaml
from timing import CHINA, PROGRAM, compare, peak_mib, row, run

from carbonroad.project import load
from carbonroad.source.folder import NoRoadmap, find_roadmaps

_ONE = "title: Steel\nmilestones:\n  - {id: M1, title: Peak, deadline: by 2030, owner: MIIT}\n"


def load_china() -> None:
    """Read, link, compute and check the real roadmaps in this process."""
    found = find_roadmaps(str(CHINA))
    if isinstance(found, NoRoadmap):
        raise SystemExit(found.message)
    for folder in found:
        project = load(folder, None, date(2026, 11, 22))
        if project.errors:
            raise SystemExit("the real roadmaps have errors")


def reading(rounds: int) -> None:
    """Print the figures of reading and of `validate`."""
    texts = [path.read_bytes() for path in sorted(CHINA.glob("*.yaml"))]

    def safe_load() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    def events() -> None:
        for text in texts:
            parser = yaml.cyaml.CParser(text)
            while parser.get_event() is not None:
                pass

    print(f"the real roadmaps: {len(texts)} files, {sum(map(len, texts)) / 1024:.0f} KiB")
    what = "read, link and check the real roadmaps"
    compare(what, load_china, "yaml.load(CSafeLoader)", safe_load, "≤ 0.75", rounds)
    compare(what, load_china, "bare CParser events", events, "≤ 2.0", rounds)
    blank = run(PROGRAM[0], "-c", "pass")
    start = "python -c pass"
    compare("--version, whole process", run(*PROGRAM, "--version"), start, blank, "≤ 1.5", rounds)
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "steel.yaml"
        one.write_text(_ONE, encoding="utf-8")
        validate = run(*PROGRAM, "validate", str(one))
        compare("validate one file, whole process", validate, start, blank, "≤ 12", rounds)
    validate = run(*PROGRAM, "validate", str(CHINA))
    compare("validate the real roadmaps, whole process", validate, start, blank, "-", rounds)
    row("peak memory, validate", peak_mib(*PROGRAM, "validate", str(CHINA)), "MiB")
