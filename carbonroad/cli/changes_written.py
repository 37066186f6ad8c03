"""What `carbonroad diff` writes: a page in a terminal or as Markdown, or JSON."""

from typing import TYPE_CHECKING

from carbonroad.cli.compared import Compared

if TYPE_CHECKING:
    from carbonroad.source.git.side import Side
    from carbonroad.views.changes import Page

_LONGEST = 60_000
"""Characters that a comment on a pull request may have, with room to spare."""
_MANY = 2000
_FEWER = (None, 200, 100, 50, 25, 10, 5, 2, 0)


def as_json(found: Compared) -> bytes:
    """Return the changes as JSON text."""
    from carbonroad import __version__
    from carbonroad.export.json_changes import Side, changes_json
    from carbonroad.export.json_export import to_bytes

    sides = [
        Side(side.label, side.commit, day, project.errors)
        for side, day, project in zip(found.sides, found.dates, found.projects, strict=True)
    ]
    data = changes_json(
        found.comparison, found.changes, (sides[0], sides[1]), found.line_of, __version__, found.needs
    )
    return to_bytes(data)


def as_markdown(found: Compared, lang: str) -> bytes:
    """Return the changes as Markdown, short enough for a comment on a pull request."""
    from carbonroad.render.markdown.alone import render_markdown_alone

    page, text = _page(found, lang), ""
    for most in _FEWER if len(found.changes) < _MANY else _FEWER[1:]:
        text = render_markdown_alone(page.document(most), details=True)
        if len(text) <= _LONGEST:
            break
    return text.encode()


def as_text(found: Compared, lang: str, *, columns: int | None, colour: bool) -> bytes:
    """Return the changes as a terminal shows them."""
    from carbonroad.render.terminal.document import render_terminal

    document = _page(found, lang).document()
    return render_terminal(document, columns=columns, colour=colour).encode()


def _page(found: Compared, lang: str) -> "Page":
    from carbonroad.views.changes import Asked, Page
    from carbonroad.views.changes.sides import Sides
    from carbonroad.views.words import Words
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
