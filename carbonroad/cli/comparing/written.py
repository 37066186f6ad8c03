"""What `carbonroad diff` writes: a page in a terminal or as Markdown, or JSON."""

from typing import TYPE_CHECKING

from carbonroad.cli.comparing.compared import Compared
from carbonroad.cli.console import Console
from carbonroad.cli.results.showing import file_name, shown

if TYPE_CHECKING:
    from carbonroad.source.git.side import Side
    from carbonroad.views.changes import Page

_LONGEST = 60_000
"""Characters that a comment on a pull request may have, with room to spare."""
_MANY = 2000
_FEWER = (None, 200, 100, 50, 25, 10, 5, 2, 0)


def written(
    console: Console, found: Compared, form: str, lang: str, *, to_file: bool
) -> dict[str, str | bytes]:
    """Return the changes as `--format` asks for them, by the name of their file; `shown` says more."""
    name = file_name(f"{found.comparison.new.name}-changes", form)
    if form == "json":
        return {name: _as_json(found)}
    page = _page(found, lang)
    if form == "md":
        return {name: _for_a_comment(console, page, len(found.changes))}
    return {name: shown(console, page.document(), form, to_file=to_file)}


def _as_json(found: Compared) -> bytes:
    from carbonroad import __version__
    from carbonroad.export.json_changes import Side, changes_json
    from carbonroad.export.json_document import json_bytes

    sides = [
        Side(side.label, side.commit, day, project.errors)
        for side, day, project in zip(found.sides, found.dates, found.projects, strict=True)
    ]
    data = changes_json(
        found.comparison, found.changes, (sides[0], sides[1]), found.line_of, __version__, found.needs
    )
    return json_bytes(data)


def _for_a_comment(console: Console, page: "Page", changes: int) -> str:
    """The page as Markdown, short enough for a comment on a pull request."""
    text = ""
    for most in _FEWER if changes < _MANY else _FEWER[1:]:
        text = shown(console, page.document(most), "md", to_file=True)
        if len(text) <= _LONGEST:
            break
    return text


def _page(found: Compared, lang: str) -> "Page":
    from carbonroad.views.changes import Asked, Page
    from carbonroad.views.changes.sides import Sides
    from carbonroad.views.shared.words import Words
    from carbonroad.wording import wording
    from carbonroad.wording.saying import said_in

    comparison = found.comparison
    sides = Sides(
        comparison,
        Words(comparison.old, found.facts[0], lang),
        Words(comparison.new, found.facts[1], lang),
        found.line_of,
    )
    words = wording(lang, catalogue="findings")
    warning = " ".join(said_in(words, one) for one in found.warnings())
    labels = _label(found.sides[0]), _label(found.sides[1])
    dates = found.dates[0].isoformat(), found.dates[1].isoformat()
    return Page(sides, found.changes, Asked(labels, dates, warning))


def _label(side: "Side") -> str:
    """A revision with the day of its commit."""
    return side.label if side.day is None else f"{side.label} ({side.day.isoformat()})"
