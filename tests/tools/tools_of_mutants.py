"""The modules of tools/mutants, which run as a folder and not as a package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools" / "mutants"))

import changes as changes  # noqa: PLC0414
import swapping as swapping  # noqa: PLC0414
