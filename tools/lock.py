"""Locks what development installs: exact versions with their hashes, for every platform, in requirements/.

python tools/lock.py write    resolves anew (needs uv and a package registry)
python tools/lock.py check    says whether the files are those of pyproject.toml; nothing is fetched
"""

import hashlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"
FILES = {
    "development": ("test", "check", "build"),
    "bench": ("bench",),
    "fuzz": ("fuzz",),
    "audit": ("audit",),
    "readers": ("readers",),
}
"""File → the dependency groups in it; the first one also holds what the program itself needs."""
_FIRST = "development"
_APART = "readers"
"""In an environment of its own, so that its versions need not be those of the first; and only what the group
names, for what pyam draws and asks servers with is three times as large (tests/export/iamc_readers.py)."""
_PIN = re.compile(r"(?m)^([A-Za-z0-9._-]+)(?:\[[a-z0-9,_-]+\])?==([^ ;\\\n]+)(.*)$")
_HEAD = """# Exact versions; written by `make lock`, looked at by `make check` (docs/dependencies.md).
# of: {digest}
"""


class Pin(NamedTuple):
    """One version in a file, and what follows it on its line."""

    version: Version
    rest: str


def wanted(name: str) -> list[str]:
    """Return the requirements that a file is resolved from, in order."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    found = {one for group in FILES[name] for one in groups[group]}
    if name == _FIRST:
        extras = project["project"]["optional-dependencies"].values()
        found |= {*project["project"]["dependencies"], *(one for extra in extras for one in extra)}
    return sorted(found)


def digest(name: str) -> str:
    """Return what tells whether a file is of the requirements as they are now."""
    return hashlib.sha256("\n".join(wanted(name)).encode()).hexdigest()[:16]


def pins(text: str) -> dict[str, list[Pin]]:
    """Return the versions in a file by name; a name may have several, for different platforms."""
    found: dict[str, list[Pin]] = {}
    for name, version, rest in _PIN.findall(text):
        found.setdefault(canonicalize_name(name), []).append(Pin(Version(version), rest))
    return found


def faults(name: str, text: str) -> Iterator[str]:
    """Yield what is wrong with a file."""
    if f"# of: {digest(name)}\n" not in text:
        yield "pyproject.toml asks for other packages than those it was made of"
    found = pins(text)
    for one in map(Requirement, wanted(name)):
        held = found.get(canonicalize_name(one.name), [])
        if not held or not all(one.specifier.contains(pin.version, prereleases=True) for pin in held):
            yield f"it has no version of {one}"
    count = len(_PIN.findall(text))
    if len(re.findall(r"(?m)^[A-Za-z0-9._-]+(?:\[[a-z0-9,_-]+\])?==.*\\\n +--hash=sha256:", text)) != count:
        yield "a package in it has no hash"
    if "://" in text or "--index" in text:
        yield "it names a package registry"


def check() -> int:
    """Say what is out of date; 1 if anything is."""
    wrong = 0
    for name in FILES:
        path = FOLDER / f"{name}.txt"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        for fault in faults(name, text):
            sys.stderr.write(f"requirements/{name}.txt: {fault}; `make lock` writes it anew.\n")
            wrong = 1
    return wrong


def _named_only(name: str, text: str) -> str:
    """Leave out the pins that a file's group does not name."""
    named = {canonicalize_name(Requirement(one).name) for one in wanted(name)}
    blocks = re.split(r"(?m)^(?=[A-Za-z0-9])", text)
    return "".join(
        block for block in blocks if (pin := _PIN.match(block)) is None or canonicalize_name(pin[1]) in named
    )


def write() -> int:
    """Resolve every file; the later ones keep to the versions of the first."""
    FOLDER.mkdir(exist_ok=True)
    for name in FILES:
        path = FOLDER / f"{name}.txt"
        command = [
            sys.executable,
            "-m",
            "uv",
            "pip",
            "compile",
            "-",
            "--universal",
            "--python-version",
            "3.11",
        ]
        command += [
            "--generate-hashes",
            "--no-strip-extras",  # pip asks for the pin of a package with its extras too
            "--no-header",
            "--no-emit-index-url",
            "--no-emit-find-links",
            "--quiet",
        ]
        command += ["--constraints", str(FOLDER / f"{_FIRST}.txt")] if name not in (_FIRST, _APART) else []
        done = subprocess.run(
            command, input="\n".join(wanted(name)), capture_output=True, text=True, check=False, cwd=ROOT
        )
        if done.returncode:
            sys.stderr.write(done.stderr)
            return 1
        made = re.sub(r"(?m)^ +#.*\n", "", done.stdout)  # who needs what changes with every release
        made = _named_only(name, made) if name == _APART else made
        path.write_text(_HEAD.format(digest=digest(name)) + made, encoding="utf-8")
    return check()


if __name__ == "__main__":
    sys.exit(write() if sys.argv[1:] == ["write"] else check())
