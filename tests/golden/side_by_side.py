"""Writes a page with every golden file that differs from the last commit: old beside new."""

import difflib
import subprocess
import sys
from html import escape
from pathlib import Path

from carbonroad.render.templates.environment import STYLES, styles

ROOT = Path(__file__).resolve().parent.parent.parent
_STYLE = """body{font:15px/1.5 system-ui,sans-serif;margin:24px}h2{font-size:17px;margin:32px 0 8px}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:12px}iframe{width:100%;height:70vh;border:1px solid #888}
table.diff{font:12px/1.4 monospace;border-collapse:collapse;width:100%;table-layout:fixed}
.diff td{white-space:pre-wrap;overflow-wrap:anywhere;vertical-align:top}.diff_header{width:3em;color:#555}
.diff_next{display:none}.diff_add{background:#cfe9d6}.diff_chg{background:#fae8b4}.diff_sub{background:#f6cfcb}"""
_SHOWN = {".svg", ".html"}


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=False)
    return done.stdout.decode("utf-8")


def changed() -> list[str]:
    """The golden files that differ from the last commit, new and removed ones too."""
    told = _git("status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", "tests")
    return sorted(
        entry[3:] for entry in told.split("\0") if "/golden/" in entry and not entry.endswith(".py")
    )


def _frame(text: str, name: str) -> str:
    if not text:
        return f"<p>{escape(name)}: not there</p>"
    whole = text.replace("<style></style>", f"<style>{styles(STYLES)}</style>")
    return f'<iframe title="{escape(name)}" sandbox srcdoc="{escape(whole)}"></iframe>'


def compare(path: str, old: str, new: str) -> str:
    """Return one file's part of the page."""
    lines = difflib.HtmlDiff(wrapcolumn=None).make_table(
        old.splitlines(), new.splitlines(), "old", "new", context=True, numlines=2
    )
    if Path(path).suffix not in _SHOWN:
        return f"<h2>{escape(path)}</h2>{lines}"
    frames = f'<div class="pair">{_frame(old, "old")}{_frame(new, "new")}</div>'
    return f"<h2>{escape(path)}</h2>{frames}<details><summary>Lines</summary>{lines}</details>"


def page() -> str:
    """Return the page."""
    parts = []
    for path in changed():
        file = ROOT / path
        new = file.read_text("utf-8") if file.is_file() else ""
        parts.append(compare(path, _git("show", f"HEAD:{path}"), new))
    body = "\n".join(parts) or "<p>Nothing to compare.</p>"
    head = f"<h1>{len(parts)} golden files differ from the last commit</h1>"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Golden files</title>'
        f"<style>{_STYLE}</style></head>\n<body>{head}\n{body}</body></html>\n"
    )


def main(target: str) -> None:
    """Write the page."""
    file = Path(target)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{target}: {len(changed())} files\n")


if __name__ == "__main__":
    main(sys.argv[1])
