"""Files of other programs: China's roadmap written as each of them, long lists and texts read from them."""

import shutil
import sys
from pathlib import Path

from sheet import Sheet, time_of
from timing import AS_OF, CHINA, PROGRAM, ROOT, paired, peak_mib, run

from carbonroad.export import ALL

_ROWS = 8_000
_TOO_MANY = 1_200_000
"""Cells of numbers, in a sheet of more than 40 MB: more than are read."""
_TEXTS = ROOT / "tests" / "data" / "policy" / "development"
_SCAN = (
    "import openpyxl, sys; [0 for s in openpyxl.load_workbook(sys.argv[1], read_only=True) for r in s.rows]"
)


def interchange(folder: Path, rounds: int) -> Sheet:
    """Whole processes; an export is held against the check of the same files."""
    sheet = Sheet("Exports and imports")
    rounds = min(rounds, 3)
    check = run(*PROGRAM, "validate", str(CHINA), "--as-of", AS_OF, "-q")
    for form in ALL:
        name, target = form.name, f"{folder / form.name}/"
        export = run(*PROGRAM, "export", str(CHINA), "--to", name, "-o", target, "--as-of", AS_OF, "-q")
        sheet.compare(f"export --to {name}, China", export, "validate, China", check, None, rounds)
    listed = folder / "list.xlsx"
    _write_list(listed)
    sheet.compare(
        f"import of a list of {_ROWS:,} rows (xlsx)",
        lambda: _imported(listed, folder / "draft.yaml"),
        "openpyxl reads the cells",
        run(sys.executable, "-c", _SCAN, str(listed)),
        None,
        rounds,
    )
    peak = peak_mib(*_command(listed, folder / "peak.yaml"))
    sheet.add(f"peak memory, import of {_ROWS:,} rows", f"{peak:.0f} MiB")
    text = folder / "text.txt"
    _write_text(text)
    taken, _, ratio = paired(lambda: _imported(text, folder / "draft.yaml"), check, rounds)
    size = len(text.read_text(encoding="utf-8"))
    sheet.add(
        f"import of a policy text, {size:,} characters", time_of(taken), value=ratio, floor="validate, China"
    )
    large = folder / "large.xlsx"
    _write_numbers(large)
    refused = run(*_command(large, folder / "no.yaml"), codes=(0, 1, 2))
    taken, _, ratio = paired(refused, check, 1)
    sheet.add(
        f"a sheet of {_TOO_MANY:,} cells is refused", time_of(taken), value=ratio, floor="validate, China"
    )
    return sheet


def _command(file: Path, target: Path) -> tuple[str, ...]:
    return (*PROGRAM, "import", str(file), "-o", str(target), "--as-of", AS_OF, "-q")


def _imported(file: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    shutil.rmtree(target, ignore_errors=True)
    run(*_command(file, target))()


def _write_list(path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Tasks")
        sheet.write_row(0, 0, ["No.", "Task", "Deadline", "Lead", "Support", "Remarks"])
        for number in range(1, _ROWS + 1):
            row = [
                f"Task {number} of the plan",
                f"end of {2026 + number % 9}",
                "City Works",
                "Climate Office",
            ]
            sheet.write_row(number, 0, [number, *row, "Council decides"])


def _write_numbers(path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Numbers")
        for number in range(_TOO_MANY // 100):
            sheet.write_row(number, 0, range(number, number + 100))


def _write_text(path: Path) -> None:
    texts = [one.read_text(encoding="utf-8") for one in sorted(_TEXTS.glob("zh-*.txt"))]
    path.write_text("\n".join(texts * 5), encoding="utf-8")
