"""What a pull request changes, roadmap by roadmap, as Markdown."""

import os
from pathlib import Path
from typing import NamedTuple

from base import Base, changed, files_in, moves
from comment import as_code
from inputs import Inputs
from runner import carbonroad, group, mark, say
from sentences import sentence
from settings import changed_settings

from carbonroad.batch.families import families_of
from carbonroad.source.folder import TOP_FILE, Folder, NoRoadmap, find_roadmaps

_REFUSED = 2
_SECTION = "\n## "
"""What a page has where something changed."""


class Changes(NamedTuple):
    """What was found.

    Attributes:
        pages: Markdown, a page a roadmap.
        code: 0, or 1 where the ratchet does not hold, or more where a comparison failed.
    """

    pages: tuple[str, ...]
    code: int


def compare(inputs: Inputs, base: Base, results: Path) -> Changes:
    """Compare every roadmap that is not as it was.

    Args:
        inputs: Of the action.
        base: What it is compared with.
        results: A folder of this run's own.
    """
    now = _roadmaps(inputs.paths)
    before = [name for path in inputs.paths for name in files_in(base.commit, os.path.normpath(path))]
    tops = {_folder(name) for name in before if name.rpartition("/")[2] == TOP_FILE}
    places = {_place(folder) for folder in now}
    renamed = moves(base.commit)
    pages: list[str] = []
    worst = 0
    moved: set[str] = set()
    for folder, above in zip(now, families_of(now).ancestors, strict=True):
        old = _old_place(folder, before, renamed, tops - places - moved)
        moved |= {old} if old is not None else set()
        inherited = any(changed(base.commit, os.path.normpath(one.top)) for one in above)
        page, code = _compare_one(inputs, base, folder, old, results, inherited=inherited)
        pages += page
        worst = max(worst, code)
    for gone in sorted(tops - places - moved):
        pages.append(_line(inputs, "{folder} was removed, with all that stood in it.", folder=gone))
        worst = max(worst, int(inputs.ratchet))
    pages = pages or [sentence(inputs.lang, "No roadmap was changed.")]
    if settings := changed_settings(base, inputs.paths):
        said = "What decides which findings are reported was changed too; look at it: {files}."
        pages.append(sentence(inputs.lang, said, files=", ".join(map(as_code, settings))))
    return Changes(tuple(pages), worst)


def _folder(name: str) -> str:
    """The folder of a file, as git names both."""
    return name.rpartition("/")[0] or "."


def _roadmaps(paths: tuple[str, ...]) -> list[Folder]:
    """The roadmaps there are now, each once."""
    found: dict[str, Folder] = {}
    for path in paths:
        listed = find_roadmaps(path)
        if not isinstance(listed, NoRoadmap):
            found |= {_place(one): one for one in listed}
    return [found[place] for place in sorted(found)]


def _place(folder: Folder) -> str:
    """A roadmap's folder, or the file of one that stands alone, as git names it."""
    return os.path.normpath(folder.path or ".").replace(os.sep, "/")


def _old_place(folder: Folder, before: list[str], renamed: dict[str, str], gone: set[str]) -> str | None:
    """Where a roadmap lay, as a folder; None for one that is new."""
    place = _place(folder)
    own = [os.path.normpath(file) for file in (folder.top, *folder.files.values()) if file is not None]
    if place in before or any(_folder(name) == place for name in before):
        return place
    sources = {_folder(renamed[file]) for file in own if file in renamed} & gone
    return min(sources, default=None)


def _compare_one(
    inputs: Inputs, base: Base, folder: Folder, old: str | None, results: Path, *, inherited: bool
) -> tuple[list[str], int]:
    """The page of one roadmap, if it has one, and how that ended.

    `inherited`: one that it inherits from was changed, such as the years of a phase.
    """
    place = _place(folder)
    if old is None:
        return [_line(inputs, "{folder} is new: there is nothing to compare it with.", folder=place)], 0
    moved, own = old != place, old != place or changed(base.commit, place)
    if not own and not inherited:
        return [], 0
    page = results / "changes.md"
    page.unlink(missing_ok=True)
    revision = f"{base.commit}:{old}" if moved else base.commit
    some = (("--ratchet",) if inputs.ratchet else ()) + (
        (f"--industry={folder.only}",) if folder.only else ()
    )
    options = ("--quiet", "--format=md", f"--output={page}", "--keep-going", *some, *inputs.common)
    done = carbonroad("diff", *options, f"--roadmap={place}", "--", revision)
    if not page.is_file():
        names = {"folder": place, "why": done.why}
        mark("warning", sentence(inputs.lang, "{folder} could not be compared: {why}", **names))
        return [_line(inputs, "{folder} could not be compared: {why}", **names)], _failed(inputs)
    text = page.read_text(encoding="utf-8")
    if not own and _SECTION not in text:
        return [], 0  # what it inherits was changed, and nothing of it follows
    with group(text.partition("\n")[0].removeprefix("# ")):
        say(text)
        if done.said:
            say(done.said)
    head = [_line(inputs, "{folder} was moved here from {old}.", folder=place, old=old)] if moved else []
    needed = inputs.ratchet and "\nrevisions:\n" in done.said
    return [*head, text, *_entries(inputs, done.said if needed else "")], int(needed)


def _failed(inputs: Inputs) -> int:
    """A ratchet that could not be asked does not hold."""
    return _REFUSED if inputs.ratchet else 0


def _entries(inputs: Inputs, said: str) -> list[str]:
    """The lines to paste that the ratchet wants, as a block that nothing in them ends."""
    lines = said.splitlines()
    first = next((n for n, line in enumerate(lines) if line.startswith("# ")), None)
    if first is None:
        return []
    text = "\n".join(lines[first:])
    fence = "`" * 3
    while fence in text:
        fence += "`"
    head = "What takes something back without a reason; add to the files, and fill in:"
    return [f"{sentence(inputs.lang, head)}\n\n{fence}yaml\n{text}\n{fence}"]


def _line(inputs: Inputs, template: str, **names: str) -> str:
    """A sentence in which names are code and nothing is markup."""
    return sentence(inputs.lang, template, **{key: as_code(text) for key, text in names.items()})
