"""Installs the carbonroad that this file belongs to, in an environment of its own."""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_OLDEST = (3, 11)


def main() -> int:
    """Make the environment and name its Python to the steps that follow."""
    if sys.version_info < _OLDEST:
        said = f"carbonroad needs Python 3.11 or newer; this is {sys.version.split()[0]}. Set python-version."
        sys.stdout.write(f"::error title=carbonroad::{said}\n")
        return 2
    folder = Path(tempfile.mkdtemp(prefix="carbonroad-", dir=os.environ.get("RUNNER_TEMP")))
    maker = venv.EnvBuilder(with_pip=True)
    python = maker.ensure_directories(folder).env_exe
    maker.create(folder)
    quietly = ("--quiet", "--disable-pip-version-check", "--no-input")
    pip = (python, "-I", "-m", "pip", "install", *quietly)
    if subprocess.run([*pip, str(ROOT)], check=False, cwd=folder).returncode:
        sys.stdout.write(
            "::error title=carbonroad::carbonroad could not be installed; the lines above say why.\n"
        )
        return 3
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as outputs:
        outputs.write(f"python={python}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
