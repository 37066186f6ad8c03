"""Asks for known vulnerabilities of what requirements/ names; never passes in silence (docs/dependencies.md).

    python tools/audit.py    with pip-audit, which asks the package index and, failing that, OSV

Ends with 0 if every package was looked up and has none, with 1 if one has some, and with 2 if there is
one that could not be looked up.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "requirements"
_SERVICES = ("pypi", "osv")


def main() -> int:
    """Ask one service after the other until one knows all packages."""
    tried = []
    for service in _SERVICES:
        answer = _ask(service)
        if isinstance(answer, str):
            tried.append(f"{service}: {answer}")
            continue
        return _told(answer)
    sys.stderr.write(
        "NOT AUDITED: no database of vulnerabilities could be asked. Tried:\n"
        + "".join(f"  {one}\n" for one in tried)
        + "Run `make audit` where the package index or OSV can be reached.\n"
    )
    return 2


def _ask(service: str) -> list[dict[str, Any]] | str:
    """What a service knows of every package, or why it does not."""
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"]
    command += ["--vulnerability-service", service, "--disable-pip", "--require-hashes", "--timeout", "20"]
    for path in sorted(FOLDER.glob("*.txt")):
        command += ["--requirement", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        said = done.stderr.strip().splitlines()
        return said[-1][:200] if said else f"ended with {done.returncode} and said nothing"
    skipped = [one for one in found if "skip_reason" in one]
    if skipped or not found:
        return (
            f"knows nothing of {len(skipped)} of {len(found)} packages ({skipped[0]['name']}, …)"
            if found
            else "empty"
        )
    return found


def _told(found: list[dict[str, Any]]) -> int:
    """Say which packages have vulnerabilities; 1 if any has."""
    bad = [(one, fault) for one in found for fault in one["vulns"]]
    for one, fault in bad:
        fixed = ", ".join(fault["fix_versions"]) or "no version"
        sys.stderr.write(f"{one['name']} {one['version']}: {fault['id']}, mended in {fixed}\n")
    sys.stdout.write(f"{len(found)} packages looked up, {len(bad)} known vulnerabilities\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
