"""Values of records in words."""

from collections.abc import Callable
from datetime import date
from typing import Any

from carbonroad.base.times.durations import Duration
from carbonroad.base.times.periods import Period
from carbonroad.compute.changes.compare import without_gone
from carbonroad.compute.changes.record_types import Ref
from carbonroad.link.system import Item, Party
from carbonroad.views.shared.status_marks import STATUS_WORDS
from carbonroad.views.shared.units import digits
from carbonroad.views.shared.words import Words
from carbonroad.wording import marked

_NAMED = marked(("binding", "expected"))


def plain(words: Words, value: Any, *, text: bool = False) -> str:
    """Return any value of a record in words; a dash for nothing."""
    if value in (None, (), ""):
        return "–"
    if text:
        tags = {tag or words.system.languages[0]: said for tag, said in value}
        return str(tags.get(words.lang) or next(iter(tags.values())))
    said = next((say for kind, say in _SAID if isinstance(value, kind)), None)
    if said is not None:
        return said(words, value)
    return words.w(value) if value in _NAMED else str(value)


def _truth(words: Words, value: bool) -> str:  # noqa: FBT001 - it is what is said
    return words.w("yes") if value else words.w("no")


def _list(words: Words, value: tuple[Any, ...]) -> str:
    return words.listing(dict.fromkeys(plain(words, one) for one in value if one not in (None, (), "")))


def _name(words: Words, ref: Ref) -> str:
    name = without_gone(ref.name)
    system = words.system
    if ref.kind == "organisation" and name in system.organisations:
        return _body(words, name)
    if ref.kind == "source" and name in system.documents:
        return words.document(system.documents[name])
    return name


def _body(words: Words, ident: str) -> str:
    return words.short_body(Party(ident, ident))


def _length(words: Words, length: Duration) -> str:
    n, plural = length.count, words.w.plural
    match length.unit:
        case "day":
            return plural("{n} day", "{n} days", n)
        case "week":
            return plural("{n} week", "{n} weeks", n)
        case "month":
            return plural("{n} month", "{n} months", n)
        case "year":
            return plural("{n} year", "{n} years", n)


_SAID: tuple[tuple[type, Callable[[Words, Any], str]], ...] = (
    (bool, _truth),
    (Ref, _name),
    (Duration, _length),
    (date, lambda _, value: value.isoformat()),
    (float, lambda _, value: digits(value)),
    (tuple, _list),
)
"""How values are said, by type; the first that fits."""


def _deadline(words: Words, item: Item | None, _: Any) -> str:
    return "" if item is None else words.deadline(item)


def _value(words: Words, item: Item | None, _: Any) -> str:
    return "" if item is None else words.value(item)


def _stretch(words: Words, item: Item | None, _: Any) -> str:
    return "" if item is None else words.stretch(item)


def _owner(words: Words, _: Item | None, value: Any) -> str:
    if value == ("none",):
        return words.w("nobody named")
    names = [_body(words, one.name) if isinstance(one, Ref) else one for one in value]
    return words.listing(names) if names else "–"


def _state(words: Words, _: Item | None, value: Any) -> str:
    return words.w(STATUS_WORDS[value])


def _inferred(words: Words, _: Item | None, value: Any) -> str:
    return words.w("inferred") if value else words.w("stated")


def _nature(words: Words, _: Item | None, value: Any) -> str:
    return words.w(value)


def _progress(_: Words, __: Item | None, value: Any) -> str:
    return f"{digits(value)}%"


def _too_late(words: Words, _: Item | None, value: Any) -> str:
    return words.w("cannot be met") if value else words.w("can be met")


def _reports(words: Words, _: Item | None, value: Any) -> str:
    if not value:
        return "–"
    day, progress, status, note, _source = value[-1]
    said = [plain(words, note, text=True)] if note else []
    said += [f"{digits(progress)}%"] if progress is not None else []
    said += [words.w(STATUS_WORDS[status])] if status else []
    return f"{day.isoformat()}: {words.listing(said)}" if said else day.isoformat()


def _sources(words: Words, _: Item | None, value: Any) -> str:
    """Documents, with clause and quotation where one of them changed."""
    found = []
    for document, clause, quote, said, *rest in value:
        name = plain(words, document)
        parts = [name, clause, plain(words, quote, text=True) if quote else "", said, str(rest[0] or "")]
        found.append(" ".join(part for part in parts if part))
    return words.listing(found) if found else "–"


def _base(_: Words, __: Item | None, value: Any) -> str:
    return str(value[0])


def _years(words: Words, _: Item | None, value: Any) -> str:
    return words.period(Period(*value))


def _path(words: Words, _: Item | None, value: Any) -> str:
    return " → ".join(without_gone(one.name) for one in value) or words.w("none")


READERS: dict[str, Callable[[Words, Item | None, Any], str]] = {
    "deadline": _deadline,
    "value": _value,
    "stretch": _stretch,
    "owner": _owner,
    "lead": _owner,
    "support": _owner,
    "state": _state,
    "status": _state,
    "inferred": _inferred,
    "nature": _nature,
    "progress": _progress,
    "too_late": _too_late,
    "reports": _reports,
    "source": _sources,
    "baseline": _base,
    "critical_path": _path,
    "years": _years,
}
"""How the values of a field are said that say more than `plain` does."""
