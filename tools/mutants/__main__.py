"""Tries whether the tests see small changes of the program (docs/testing.md).

python tools/mutants [--sample PERCENT] [--seconds SECONDS] [--again] [--figures] [PATH…]

Works on a copy of the tree in build/mutants and lists there what no test saw: survivors.txt.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PATHS = ["carbonroad/rules", "carbonroad/read", "carbonroad/compute"]
TESTS = [
    "tests/read", "tests/compute", "tests/rules", "tests/link", "tests/test_corpus.py", "tests/views",
    "tests/checking/test_remembered_rules.py", "tests/cli/test_diff_command.py",
    "tests/cli/test_diff_of_families.py", "tests/export/test_csv_tables.py",
    "tests/importing/test_table_cells.py", "tests/importing/test_table_identity.py",
    "tests/importing/test_table_lists.py",
]  # fmt: skip
"""What is quick and looks at these floors: no browser, no golden page, no process."""
_LEFT_OUT = (
    ".git",
    ".venv",
    "build",
    "dist",
    "out",
    ".hypothesis",
    "__pycache__",
    ".*_cache",
    "golden",
    "browser",
)
_SEEN = {"killed", "timed out"}
_ENDS = ("killed", "timed out", "survived", "unreached", "impossible")


def modules_of(path: str) -> list[str]:
    """Return the names of the modules at a path, sub-folders included."""
    given = ROOT / path
    files = sorted(given.rglob("*.py")) if given.is_dir() else [given]
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]
    return [name.removesuffix(".__init__") for name in names]


def digest(tree: Path, paths: list[str]) -> str:
    """Return what tells whether the tests still reach what they reached."""
    made = hashlib.sha256(json.dumps([paths, TESTS]).encode())
    for file in sorted([*tree.glob("carbonroad/**/*.py"), *tree.glob("tests/**/*.*")]):
        made.update(file.read_bytes() if file.is_file() else b"")
    return made.hexdigest()[:16]


def results_of(file: Path) -> list[dict[str, str]]:
    """Return what became of the mutants, the last word for each."""
    if not file.exists():
        return []
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return list({one["key"]: one for one in lines}.values())


def report(results: list[dict[str, str]], survivors: Path) -> str:
    """Write what survived, and return the figures by folder."""
    kept = [one for one in results if one["end"] in {"survived", "unreached"}]
    kept.sort(key=lambda one: (one["path"], one["line"]))
    lines = [f"{one['path']}:{one['line']} {one['name']}: {one['words']} ({one['end']})\n" for one in kept]
    survivors.write_text("".join(lines), encoding="utf-8")
    counted = Counter((str(Path(one["path"]).parent), one["end"]) for one in results)
    rows = [f"{'folder':<34}{'made':>7}" + "".join(f"{end:>12}" for end in _ENDS)]
    for folder in sorted({folder for folder, _ in counted}):
        each = [counted[folder, end] for end in _ENDS]
        rows.append(f"{folder:<34}{sum(each):>7}" + "".join(f"{number:>12}" for number in each))
    return "\n".join(rows)


def main() -> None:
    """Copy the tree, try the mutants there, and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="*", default=PATHS, help="files or folders below carbonroad/")
    parser.add_argument("--sample", default="100", help="percent of the mutants, always the same ones")
    parser.add_argument("--seconds", type=float, default=3, help="of tests per mutant")
    parser.add_argument("--again", action="store_true", help="only what was not killed last time")
    parser.add_argument("--figures", action="store_true", help="print what is known so far, and try nothing")
    parser.add_argument("--to", type=Path, default=ROOT / "build/mutants", help="the folder to work in")
    given = parser.parse_args()
    folder = given.to.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    ended = 0 if given.figures else _try(folder, _prepared(given, folder))
    sys.stdout.write(report(results_of(folder / "results.jsonl"), folder / "survivors.txt") + "\n")
    sys.stdout.write(f"What no test saw: {folder / 'survivors.txt'}\n")
    sys.exit(ended)


def _prepared(given: argparse.Namespace, folder: Path) -> Path:
    """Copy the tree, and keep of earlier results what is still of use; return what the plugin is told."""
    tree, results, before = folder / "tree", folder / "results.jsonl", folder / "before.jsonl"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(ROOT, tree, symlinks=True, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    killed = [one for one in (*results_of(before), *results_of(results)) if one["end"] in _SEEN]
    if not given.again:
        killed = []
    results.unlink(missing_ok=True)
    before.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in killed), encoding="utf-8")
    reached = folder / f"reached-{digest(tree, given.paths)}"
    for old in folder.glob("reached-*"):
        if not reached.exists() or not old.name.startswith(reached.name):
            old.unlink()
    settings = {
        "modules": [name for path in given.paths for name in modules_of(path)],
        "share": int(given.sample.strip(" %")),
        "seconds": given.seconds,
        "results": str(results),
        "reached": str(reached),
        "scratch": str(folder / "scratch"),
        "known": {one["key"]: one["end"] for one in killed},
    }
    to = folder / "settings.json"
    to.write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    return to


def _try(folder: Path, settings: Path) -> int:
    """Let pytest collect the tests in the copy, and the plugin do the rest."""
    tree = folder / "tree"
    there = {**os.environ, "CARBONROAD_MUTANTS": str(settings), "PYTHONHASHSEED": "0"}
    there |= {"PYTHONPATH": os.pathsep.join([str(tree), str(tree / "tools/mutants")])}
    command = [sys.executable, "-m", "pytest", "-p", "mutants_plugin", "-p", "no:xdist", "-q"]
    command += ["-p", "no:cacheprovider", "--basetemp", str(folder / "temporary"), *TESTS]
    with (folder / "pytest.log").open("w", encoding="utf-8") as log:
        ended = subprocess.run(command, cwd=tree, env=there, check=False, stdout=log, stderr=log)
    for failed in folder.glob("reached-*.failed"):
        told = failed.read_text(encoding="utf-8")
        sys.stderr.write(f"Left out, because they take long or fail:\n{told}")
    return ended.returncode


if __name__ == "__main__":
    main()
