"""Compares an environment of the wheel, with or without its extras, with the list in docs/dependencies.md.

    VENV/bin/python tools/installed.py    run by the Python of that environment; needs nothing but Python

Fails where the wheel asks for a package that the list does not give as its own, where something is installed
that the list does not name, and where a licence is another one.
"""

import re
import sys
from importlib.metadata import Distribution, distributions, requires
from pathlib import Path

LIST = Path(__file__).resolve().parent.parent / "docs" / "dependencies.md"
_ROW = re.compile(r"(?m)^\| ([A-Za-z0-9._-]+) \| (direct|extra|brought by [^|]+) \| ([^|]+) \|")
_BEFORE = {"pip", "setuptools", "carbonroad"}
_FAMILIES = {"BSD": "BSD License", "MIT": "MIT License", "ISC": "ISC License"}


def listed() -> dict[str, tuple[str, str]]:
    """Return the list: name → how it comes in, and its licence."""
    return {
        name.lower(): (how, licence) for name, how, licence in _ROW.findall(LIST.read_text(encoding="utf-8"))
    }


def licences(found: Distribution) -> set[str]:
    """Return what a package says of its licence, in all the ways there are."""
    said = {
        found.metadata.get("License-Expression"),
        (found.metadata.get("License") or "").partition("\n")[0],
    }
    said |= {
        re.sub(r" \(.*\)", "", one.rpartition(" :: ")[2])
        for one in found.metadata.get_all("Classifier") or []
        if one.startswith("License ::")
    }
    return {one for one in said if one}


def main() -> int:
    """Say what differs; 1 if anything does."""
    known, faults = listed(), []
    asked = {
        re.split(r"[^A-Za-z0-9._-]", one)[0].lower(): "extra ==" in one
        for one in requires("carbonroad") or []
    }
    for name, extra in asked.items():
        if known.get(name, ("",))[0] != ("extra" if extra else "direct"):
            faults.append(f"the wheel asks for {name}, which is not listed so")
    for name, (how, _) in known.items():
        if how in ("direct", "extra") and name not in asked:
            faults.append(f"{name} is listed and the wheel does not ask for it")
    for found in distributions():
        name = found.name.lower().replace("_", "-")
        if name in _BEFORE:
            continue
        licence = known.get(name, ("", ""))[1].strip()
        if not licence:
            faults.append(f"{name} is installed and not listed")
        elif not licences(found) & {licence, _FAMILIES.get(licence.partition("-")[0], licence)}:
            faults.append(f"{name} is listed as {licence} and says {', '.join(sorted(licences(found)))}")
    for fault in faults:
        sys.stderr.write(f"docs/dependencies.md: {fault}.\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
