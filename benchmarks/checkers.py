"""The corpus of broken files through yamllint, check-jsonschema and carbonroad; writes docs/comparison.md.

A case is a file, or a roadmap's folder. A checker *found* it when it says anything, *at the line* when a
place that it gives is a line where the corpus states a fault (check-jsonschema gives a JSON path: it counts
when the value there covers the line and is not the whole file). It was *silent* when it says nothing, and
*failed* when it ended by a signal, with a traceback, out of memory (2 GiB) or of time (20 s).
"""

import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from timing import PROGRAM, ROOT

sys.path.insert(0, str(ROOT / "tests"))
from corpus_files import CORPUS, cases, files_of, stated

PAGE = ROOT / "docs" / "comparison.md"
_HEAD = """# The same broken files through three checkers

Written by `make compare`: yamllint {lint} with its relaxed rules, check-jsonschema {schema} with the schema
of `carbonroad schema`, and carbonroad {ours}; {cases} cases, those of `tests/corpus` and some made to do
harm, each in a process of its own.

{words}

yamllint knows no roadmaps, and a schema sees one file at a time: what stands between files is not theirs to
find. Who checks a roadmap with them alone does not find it either.

| family | cases | checker | found | at the line | silent | failed | median ms | most MiB |
|---|---:|---|---:|---:|---:|---:|---:|---:|"""
_SECONDS = 20
_MEMORY = 2 << 30
_AS_OF = "2026-11-22"


class Run(NamedTuple):
    """One process: what it wrote, how it ended, seconds, and peak memory in MiB."""

    out: str
    err: str
    code: int
    seconds: float
    mib: float

    @property
    def failed(self) -> bool:
        """Whether it crashed or was stopped."""
        return self.code < 0 or "Traceback (most recent call last)" in self.err or "MemoryError" in self.err


class Verdict(NamedTuple):
    """What a checker made of a case; `lines` are (file name, line) of the places it gives."""

    said: bool
    lines: frozenset[tuple[str, int]]
    failed: bool
    seconds: float
    mib: float


class Broken(NamedTuple):
    """A broken case: its family, its files, and the (file name, line) pairs where its faults stand."""

    family: str
    path: Path
    lines: frozenset[tuple[str, int]]

    @property
    def files(self) -> list[Path]:
        """The files of it."""
        return files_of(self.path)


def main() -> None:
    """Run every case through every checker and write the page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        schemas = _schemas(folder)
        broken = [_of_corpus(case) for case in cases()] + _hostile(folder)
        checkers: dict[str, Callable[[Broken], Verdict]] = {
            "yamllint": _yamllint,
            "check-jsonschema": lambda case: _check_jsonschema(case, schemas),
            "carbonroad": _carbonroad,
        }
        verdicts = {}
        for checker, check in checkers.items():
            begin = time.perf_counter()
            verdicts[checker] = [check(case) for case in broken]
            sys.stderr.write(f"{checker}: {len(broken)} cases, {time.perf_counter() - begin:.0f} s\n")
    PAGE.write_text(_page(broken, verdicts), encoding="utf-8")


def _of_corpus(case: Path) -> Broken:
    places = stated(case).places
    return Broken(case.relative_to(CORPUS).parts[0], case, frozenset((p.file, p.start[0]) for p in places))


def _hostile(folder: Path) -> list[Broken]:
    """Texts that are meant to do harm; they are made here because they are large."""
    bomb = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9 if n else ['x'] * 9)}]\n" for n in range(9))
    texts = {
        "brackets": ("title: x\nnote: " + "[" * 100_000 + "\n", 2),
        "aliases": (bomb, 7),
        "long-line": ("title: x\nnote: " + "a: " * 300_000 + "\n", 2),
        "large": ("title: x\nmilestones:\n" + "".join(
            f"  - {{id: M{n}, title: Step {n}, deadline: by 2030, {'ownr' if n == 76_999 else 'owner'}: A}}\n"
            for n in range(77_000)
        ), 77_002),
    }  # fmt: skip
    found = []
    for name, (text, line) in texts.items():
        home = folder / name
        home.mkdir()
        file = home / f"{name}.yaml"
        file.write_text(text, encoding="utf-8")
        found.append(Broken("hostile", file, frozenset({(file.name, line)})))
    return found


def _run(command: Iterable[str | Path]) -> Run:
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([str(one) for one in command], stdout=out, stderr=err, preexec_fn=_limits)  # noqa: PLW1509
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - begin
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read(50_000_000).decode("utf-8", "replace"))
    return Run(texts[0], texts[1], process.returncode, seconds, usage.ru_maxrss / 1024)


def _limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def _program(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        raise SystemExit(f"{name} is not installed; `make compare` installs it")
    return found


def _yamllint(case: Broken) -> Verdict:
    run = _run([_program("yamllint"), "-f", "parsable", "-d", "relaxed", *case.files])
    lines = frozenset(
        (Path(found[1]).name, int(found[2])) for found in re.finditer(r"(?m)^(.+?):(\d+):\d+: \[", run.out)
    )
    return Verdict(bool(run.out.strip()), lines, run.failed, run.seconds, run.mib)


def _check_jsonschema(case: Broken, schemas: dict[str, Path]) -> Verdict:
    top = [file for file in case.files if file.name == "carbonroad.yaml"]
    rest = [file for file in case.files if file.name != "carbonroad.yaml"]
    kind = "industry" if top else "any"
    runs = [
        _run([_program("check-jsonschema"), "--schemafile", schemas[which], "-o", "json", *files])
        for which, files in (("top", top), (kind, rest))
        if files
    ]
    lines: set[tuple[str, int]] = set()
    said = False
    for run in runs:
        said |= run.code != 0
        try:
            answer = json.loads(run.out)
        except ValueError:
            continue
        for error in answer.get("errors", ()):
            file = Path(error["filename"])
            lines |= {(file.name, line) for line in _lines_at(file, error["path"])}
    failed = any(run.failed for run in runs)
    return Verdict(said, frozenset(lines), failed, sum(r.seconds for r in runs), max(r.mib for r in runs))


def _carbonroad(case: Broken) -> Verdict:
    run = _run([*PROGRAM, "validate", case.path, "--as-of", _AS_OF, "--format", "json"])
    try:
        findings = json.loads(run.out)["findings"]
    except ValueError:
        findings = []
    lines = frozenset((Path(one["path"]).name, one["range"]["start"]["line"]) for one in findings)
    failed = run.failed or run.code not in {0, 1}
    return Verdict(bool(findings), lines, failed, run.seconds, run.mib)


def _lines_at(file: Path, path: str) -> range:
    """The lines of the value at a JSON path; none for the whole file."""
    steps = [one or int(two) for one, two in re.findall(r"\.([^.\[]+)|\[(\d+)\]", path)]
    node: Any = yaml.compose(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    for step in steps:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        if node is None:
            return range(0)
    return range(node.start_mark.line + 1, node.end_mark.line + 2) if steps else range(0)


def _schemas(folder: Path) -> dict[str, Path]:
    schemas = {}
    for kind in ("top", "industry", "any"):
        schemas[kind] = folder / f"{kind}.schema.json"
        written = subprocess.run(
            [*PROGRAM, "schema", "--for", kind], check=True, capture_output=True, cwd=ROOT
        )
        schemas[kind].write_bytes(written.stdout)
    return schemas


def _page(broken: list[Broken], verdicts: dict[str, list[Verdict]]) -> str:
    versions = {
        name: _run([_program(name), "--version"]).out.strip().rpartition(" ")[2]
        for name in ("yamllint", "check-jsonschema", "carbonroad")
    }
    lines = [
        _HEAD.format(
            lint=versions["yamllint"],
            schema=versions["check-jsonschema"],
            ours=versions["carbonroad"],
            cases=len(broken),
            words=" ".join((__doc__ or "").split("\n\n", 1)[1].split()).replace("*", "**"),
        )
    ]
    families = list(dict.fromkeys(case.family for case in broken))
    for family in [*families, ""]:
        chosen = [n for n, case in enumerate(broken) if family in ("", case.family)]
        for name, found in verdicts.items():
            of = [(broken[n], found[n]) for n in chosen]
            lines.append(_row(family or "**all**", name, of))
    return "\n".join(lines) + "\n"


def _row(family: str, name: str, of: list[tuple[Broken, Verdict]]) -> str:
    found = sum(one.said and not one.failed for _, one in of)
    right = sum(bool(one.lines & case.lines) and not one.failed for case, one in of)
    failed = sum(one.failed for _, one in of)
    silent = len(of) - found - failed
    milliseconds = statistics.median(one.seconds for _, one in of) * 1000
    most = max(one.mib for _, one in of)
    return (
        f"| {family} | {len(of)} | {name} | {found} | {right} | {silent} | {failed} | {milliseconds:.0f} "
        f"| {most:.0f} |"
    )


if __name__ == "__main__":
    main()
