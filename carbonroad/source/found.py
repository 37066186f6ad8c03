"""Findings of the reader, made from the wording and the table of codes."""

from __future__ import annotations

from carbonroad.base.texts.said import Said, say
from carbonroad.base.texts.visible import visible_blanks
from carbonroad.findings import Edit, Finding, Fix, Related, Span
from carbonroad.source.codes import BY_NAME

_SHOWN = 40


def found(
    path: str,
    wording: str,
    start: int,
    end: int,
    /,
    *,
    related: tuple[tuple[int, int, Said], ...] = (),
    fix: Fix | None = None,
    notes: tuple[Said, ...] = (),
    **values: object,
) -> Finding:
    """A finding of this file, in the words of `WORDS[wording]`.

    Args:
        path: The file as findings name it.
        wording: A key of `WORDS`.
        start: Offset of the first character it points at.
        end: Offset after the last one.
        related: `(start, end, label)` of other places.
        fix: A repair.
        notes: Further sentences.
        values: What the words leave open; text is escaped and cut.
    """
    from carbonroad.source.wording import WORDS  # most files have no finding

    words = WORDS[wording]
    rule = BY_NAME[words.rule]
    said = {key: _fit(value) for key, value in values.items()}
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=say(words.message, **said),
        span=Span(path, start, end),
        label=say(words.label, **said) if words.label else "",
        related=tuple(Related(Span(path, first, last), text) for first, last, text in related),
        help=say(words.help, **said) if words.help else "",
        notes=notes,
        fix=fix,
    )


def repair(title: Said, *edits: tuple[int, int, str], safe: bool = True) -> Fix:
    """A fix from `(start, end, text)` triples."""
    return Fix(title, safe, tuple(Edit(*edit) for edit in edits))


def _fit(value: object) -> object:
    return shown(value) if isinstance(value, str) and not isinstance(value, Said) else value


def shown(text: str) -> str:
    """Text fit for a message: cut, and nothing in it that is not seen."""
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return visible_blanks(cut)
