"""Rendering: China's roadmap anew, into a folder that is up to date, and after a change of one file."""

import json
import shutil
from pathlib import Path

from sheet import Sheet, time_of
from timing import AS_OF, CHINA, PROGRAM, paired, peak_mib, remembering_in, run, seconds


def rendering(folder: Path, rounds: int) -> Sheet:
    """Whole processes; each anew into a folder of its own."""
    sheet = Sheet("Rendering China's roadmap in two languages")
    source = folder / "source"
    shutil.copytree(CHINA, source)
    render = (*PROGRAM, "render", str(source), "--as-of", AS_OF, "-q", "-o")
    new = [0]

    def anew() -> None:
        new[0] += 1
        run(*render, str(folder / str(new[0])))()

    again = run(*render, str(folder / "1"), environment=remembering_in(folder / "cache"))
    cold, warm, ratio = paired(anew, again, min(rounds, 3))
    before = _digests(folder / "1")
    sheet.add(f"render, {len(before)} files", time_of(cold))
    sheet.add("into a folder that is up to date", time_of(warm), value=1 / ratio, floor="anew, as above")
    steel = source / "steel.yaml"
    for number, (what, old, to) in enumerate(_CHANGES):
        text = steel.read_text("utf-8")
        changed = f"x-remark: word {number}\n{text}" if not old else text.replace(old, to, 1)
        if changed == text:
            raise SystemExit(f"nothing to change: {old}")
        steel.write_text(changed, encoding="utf-8")
        once = seconds(again)
        after = _digests(folder / "1")
        count = sum(after[path] != before.get(path) for path in after)
        told = f"after {what}: {count} of {len(after)} files"
        sheet.add(told, time_of(once), value=once / cold, floor="anew, as above")
        before = after
    sheet.add("peak memory, render", f"{peak_mib(*render, str(folder / 'memory')):.0f} MiB")
    return sheet


_CHANGES = (
    ("a remark in one file that is not shown", "", ""),
    ("another word in a measure's title", "Carbon peaking", "Carbon peak"),
)


def _digests(folder: Path) -> dict[str, str]:
    files: dict[str, str] = json.loads((folder / ".carbonroad.json").read_text("utf-8"))["files"]
    return files
