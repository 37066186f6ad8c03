"""The bill of gates and the bill of works: what each column says, and which are left out."""

from collections.abc import Mapping, Sequence

from carbonroad.compute.scheduling.schedule import Activity
from carbonroad.model.items import Work
from carbonroad.views.drawing.band.bill import Bill, Field
from carbonroad.views.drawing.dependencies.connectors import signed
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.network.captions import duration_words
from carbonroad.views.shared.status_marks import STATUS_WORDS
from carbonroad.views.shared.words import Words
from carbonroad.wording import Wording

_DECIDED = ("reached-early", "done", "missed", "not-reached")
"""Statuses that a measured value decides."""
_COUNTED = ("duration", "deliverable", "acceptance", "cost")
"""The columns of a bill of works that its header counts."""


def bill_of_gates(
    words: Words, entries: Sequence[Entry], relations: Sequence[Relation], rank: Mapping[str, int]
) -> Bill:
    """Return the bill of gates, by latest day, then lane, then file; `rank` is the lane's place."""
    w = words.w
    gates = sorted_entries([entry for entry in entries if entry.gate], rank)
    stated = sum(not e.inferred and bool(e.lead) for e in gates)
    refs = {e.ref for e in gates}
    linked = [r for r in relations if r.source in refs or r.target in refs]
    owned = w("owner stated {n}/{m}", n=stated, m=len(gates))
    if gates and not any(e.lead for e in gates):
        owned = w("no owner named")
    elif gates and not stated:
        owned += f" ({w('all inferred †')})"
    links = w("stated links {n}/{m}", n=sum(r.stated for r in linked), m=len(linked))
    remark = [owned, links] if linked else [owned]
    fields = [
        Field("zone", w("zone"), ("B8",) * len(gates)),
        Field("no", w("no."), tuple(e.no for e in gates), role="b", bend=True),
        Field("title", w("gate"), tuple(noted_title(e) for e in gates), grow=True),
        Field("target", w("target"), tuple(noted_value(e) for e in gates), bend=True),
        Field("worded", w("as worded"), tuple(e.worded for e in gates), bend=True),
        Field("latest", w("latest day"), tuple(latest_words(e) for e in gates)),
        *_duties(gates, w),
        _status(words, gates),
    ]
    return Bill(w("Bill of gates"), " · ".join(remark), _kept(fields), tuple(e.ref for e in gates))


def bill_of_works(
    words: Words, entries: Sequence[Entry], rank: Mapping[str, int], events: Mapping[str, str]
) -> Bill:
    """Return the bill of works; a column without a value is left out and counted in the header."""
    w = words.w
    works = sorted_entries([entry for entry in entries if not entry.gate], rank)
    timed = any(e.kind == "timed" for e in works)
    known = words.facts.schedule.activities
    activities = [known.get(e.ref) if e.kind == "timed" else None for e in works]
    optional = _optional(words, works, activities)
    fields = [
        Field("zone", w("zone"), ("B8",) * len(works)),
        Field("no", w("no."), tuple(e.no for e in works), role="b", bend=True),
        Field("title", w("work"), tuple(f"{e.title}{e.notes}" for e in works), grow=True),
        optional["deliverable"],
        optional["acceptance"],
        Field("worded", w("as worded"), tuple(e.worded for e in works), bend=True),
        Field("events", w("events"), tuple(events.get(e.ref, "") for e in works)),
        optional["duration"],
        optional["float"],
        Field(
            "first",
            w("start / first day") if timed else w("first day"),
            tuple(e.first.isoformat() if e.first else w("not stated") for e in works),
            bend=True,
        ),
        Field(
            "latest",
            w("finish / latest day") if timed else w("latest day"),
            tuple(latest_words(e) for e in works),
        ),
        optional["cost"],
        *_duties(works, w),
        _status(words, works),
    ]
    heavy = frozenset(e.ref for e, a in zip(works, activities, strict=True) if a is not None and a.critical)
    counted = " · ".join(_stated(optional[key], w) for key in _COUNTED)
    return Bill(w("Bill of works"), counted, _kept(fields), tuple(e.ref for e in works), heavy)


def _optional(
    words: Words, works: Sequence[Entry], activities: Sequence[Activity | None]
) -> dict[str, Field]:
    """The columns of what only some works state, by their keys."""
    w, languages = words.w, words.system.languages
    written = [e.item.written for e in works]
    durations = tuple(duration_words(e, a, w) for e, a in zip(works, activities, strict=True))
    floats = (
        "" if a is None or a.total_float_days is None else signed(a.total_float_days) for a in activities
    )
    made = tuple(x.deliverable.pick(w.tag, languages) if isinstance(x, Work) else "" for x in written)
    accepted = tuple(x.acceptance.pick(w.tag, languages) if isinstance(x, Work) else "" for x in written)
    costs = tuple(x.cost.words if isinstance(x, Work) and x.cost else "" for x in written)
    fields = (
        Field("duration", w("duration"), durations),
        Field("float", w("float, d"), tuple(floats)),
        Field("deliverable", w("deliverable"), made, bend=True),
        Field("acceptance", w("acceptance"), accepted, bend=True),
        Field("cost", w("cost"), costs, bend=True),
    )
    return {field.key: field for field in fields}


def _stated(field: Field, w: Wording) -> str:
    """How many of the works state something."""
    return w("{what} {n}/{m}", what=field.heading, n=sum(map(bool, field.cells)), m=len(field.cells))


def sorted_entries(entries: Sequence[Entry], rank: Mapping[str, int]) -> list[Entry]:
    """Return entries by latest day, those without one last, then by lane, then as in the file."""
    return sorted(entries, key=lambda e: (e.kind == "undated", _day(e) or "9999", rank.get(e.ref, 0)))


def _day(entry: Entry) -> str:
    return entry.latest.isoformat() if entry.latest is not None and entry.kind != "undated" else ""


def latest_words(entry: Entry) -> str:
    """Return the latest day, of a timed work its early finish; nothing where the end is open."""
    return "" if entry.gate and entry.glyph == "from" else _day(entry)


def noted_title(entry: Entry) -> str:
    """Return the title, with the daggers where there is no value to carry them."""
    return entry.title if entry.value else f"{entry.title}{entry.notes}"


def noted_value(entry: Entry) -> str:
    """Return the value with its daggers; nothing where there is none."""
    return f"{entry.value}{entry.notes}" if entry.value else ""


def _duties(entries: Sequence[Entry], w: Wording) -> list[Field]:
    """Bodies; a dagger in the heading where all are inferred, else at those that are."""
    named = [e for e in entries if e.lead or e.support]
    every = bool(named) and all(e.inferred for e in named)
    head = " †" if every else ""

    def said(entry: Entry, bodies: str) -> str:
        return bodies + ("†" if entry.inferred and bodies and not every else "")

    return [
        Field("lead", w("lead") + head, tuple(said(e, e.lead) for e in entries), bend=True),
        Field("with", w("with") + head, tuple(said(e, e.support) for e in entries), bend=True),
        Field("source", w("source"), tuple(e.source for e in entries), bend=True),
    ]


def _status(words: Words, entries: Sequence[Entry]) -> Field:
    said = tuple(outcome(words, e) for e in entries)
    return Field("status", words.w("status"), said, bend=True, marks=tuple(e.mark for e in entries))


def outcome(words: Words, entry: Entry) -> str:
    """Return the status as the bill prints it: with the value, its unit and the day that decided it."""
    w = words.w
    actual = entry.standing.reached_early or entry.standing.decided_by
    said = w(STATUS_WORDS[entry.mark])
    if actual is None or entry.mark not in _DECIDED:
        return w("not recorded") if entry.mark == "unreported" else said
    value = words.measured(entry.item, actual) if entry.item.indicator is not None else actual.words
    return w("{status}: {value}, {when}", status=said, value=value, when=actual.key)


def _kept(fields: Sequence[Field]) -> tuple[Field, ...]:
    always = ("zone", "no", "title", "status")
    return tuple(field for field in fields if field.key in always or any(field.cells))
