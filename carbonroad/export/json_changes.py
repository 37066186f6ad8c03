"""The changes between two versions as JSON: a contract for other programs."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from carbonroad.base.record import NamedTuple
from carbonroad.compute.changes.change import Change
from carbonroad.compute.changes.compare import Comparison, without_gone
from carbonroad.compute.changes.places import Places
from carbonroad.compute.changes.ratchet import Need
from carbonroad.compute.changes.record_types import Ref
from carbonroad.export.json_document import tool_json
from carbonroad.export.json_values import Json, number_json, text_json
from carbonroad.findings import Span
from carbonroad.link.system import System

_TEXTS = frozenset(("title", "note", "deliverable", "acceptance", "scope", "publisher"))
_DERIVED = {"state": "derived_status", "too_late": "cannot_be_met", "inferred": "owner_inferred"}
"""Fields whose names here are those of `export --to json`, or say more."""


class Side(NamedTuple):
    """One of the two versions.

    Attributes:
        label: What it is called: `HEAD~3`, a folder.
        commit: Full id of a git commit; empty for a folder.
        as_of: Its own data date.
        errors: How many errors it has: what they concern may be missing.
    """

    label: str
    commit: str
    as_of: date
    errors: int


def changes_json(
    comparison: Comparison,
    changes: Iterable[Change],
    sides: tuple[Side, Side],
    line_of: Callable[[Span], int | None],
    version: str,
    needs: Iterable[Need] | None = None,
) -> Json:
    """Return changes as plain data.

    Args:
        comparison: Both versions.
        changes: Those that were asked for.
        sides: What the versions are called.
        line_of: The line of a place, from 1.
        version: The program's.
        needs: What needs an entry in the revision table; None where nobody asked.
    """
    places, shown = Places(comparison), list(changes)
    summary: dict[str, int] = {}
    for change in shown:
        summary[change.group] = summary.get(change.group, 0) + 1
    found: Json = {
        **tool_json(version),
        "as_of": comparison.new.as_of.isoformat(),
        "old": {**_side(sides[0]), "title": _title(comparison.old)},
        "new": {**_side(sides[1]), "title": _title(comparison.new)},
        "summary": summary,
        "changes": [_change(comparison, change, places.of(change), line_of) for change in shown],
    }
    if needs is not None:
        found["unexplained"] = [{"part": need.part, "name": need.name} for need in needs]
    return found


def _side(side: Side) -> Json:
    return {
        "name": side.label,
        "commit": side.commit or None,
        "as_of": side.as_of.isoformat(),
        "errors": side.errors,
    }


def _title(system: System) -> Json | None:
    return text_json(system.title, system.languages[0])


def _change(
    comparison: Comparison, change: Change, span: Span | None, line_of: Callable[[Span], int | None]
) -> Json:
    key, language = change.key, comparison.new.languages[0]
    name = without_gone(key.ref)
    renamed = change.before is not None and change.before.ref != name
    return {
        "kind": change.kind,
        "group": change.group,
        "subject": _subject(comparison, change),
        "id": name or None,
        "old_id": change.before.ref if renamed and change.before is not None else None,
        "at": [_value(one, language) for one in key.at[1:]],
        "field": _DERIVED.get(change.field, change.field) or None,
        "was": _said(change.field, change.was, language),
        "is": _said(change.field, change.now, language),
        "direction": change.direction or None,
        "days": change.days,
        "by": None if change.by is None else number_json(float(change.by)),
        "reason": change.reason or None,
        "cause": change.cause or None,
        "path": None if span is None else span.path,
        "line": None if span is None else line_of(span),
    }


def _subject(comparison: Comparison, change: Change) -> str:
    """Of an item which kind it is; `industry` for a part."""
    if change.key.subject == "item":
        item = comparison.new.items.get(change.key.ref)
        if item is None and change.before is not None:
            item = comparison.old.items.get(change.before.ref)
        return "item" if item is None else item.kind
    return {"part": "industry"}.get(change.key.subject, change.key.subject)


def _said(field: str, value: Any, language: str) -> Any:
    if isinstance(value, dict):
        return {_DERIVED.get(name, name): _said(name, one, language) for name, one in value.items()}
    if field in _TEXTS:
        return {tag or language: words for tag, words in value} if value else None
    return _value(value, language)


def _value(value: Any, language: str) -> Any:
    """A value in plain JSON: names as ids, days in ISO form, named values as objects."""
    if isinstance(value, Ref):
        return value.name
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction | float):
        return number_json(float(value))
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _value(one, language) for name, one in value._asdict().items()}
    return [_value(one, language) for one in value] if isinstance(value, tuple) else value
