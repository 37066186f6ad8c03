"""How long a call takes that has little to do, against an interpreter that does nothing."""

from pathlib import Path

from checking import one_file
from sheet import Goal, Sheet
from timing import BLANK, CHINA, PROGRAM, peak_mib, run


def starting(folder: Path, rounds: int) -> Sheet:
    """Whole processes."""
    sheet = Sheet("Whole processes")
    blank, name = run(*BLANK), "`python -c pass`"
    often = 2 * rounds + 1
    sheet.compare("`--version`", run(*PROGRAM, "--version"), name, blank, Goal(1.5, 1.1), often)
    one = run(*PROGRAM, "validate", str(one_file(folder)))
    sheet.compare("`validate` of one small file", one, name, blank, Goal(12, 9), often)
    china = run(*PROGRAM, "validate", str(CHINA))
    sheet.compare("`validate` of China's roadmap", china, name, blank, None, rounds)
    sheet.add(
        "peak memory, `validate` of China's roadmap", f"{peak_mib(*PROGRAM, 'validate', str(CHINA)):.1f} MiB"
    )
    return sheet
