"""The bill of gates and the bill of works: what each column says, and which are left out."""

from collections.abc import Mapping, Sequence

from carbonroad.model.items import Work
from carbonroad.views.drawing.captions import duration_words
from carbonroad.views.drawing.connectors import signed
from carbonroad.views.drawing.entries import STATUS, Entry
from carbonroad.views.drawing.relations import Relation
from carbonroad.views.drawing.tables import Bill, Field
from carbonroad.views.words import Words
from carbonroad.wording import Wording


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
    w, facts, system = words.w, words.facts, words.system
    works = sorted_entries([entry for entry in entries if not entry.gate], rank)
    languages = system.languages
    timed = any(e.kind == "timed" for e in works)
    written = [e.item.written for e in works]
    acts = [facts.schedule.activities.get(e.ref) if e.kind == "timed" else None for e in works]
    optional = [
        Field(
            "duration",
            w("duration"),
            tuple(duration_words(e, a, w) for e, a in zip(works, acts, strict=True)),
        ),
        Field(
            "float",
            w("float, d"),
            tuple(
                "" if a is None or a.total_float_days is None else signed(a.total_float_days) for a in acts
            ),
        ),
        Field(
            "deliverable",
            w("deliverable"),
            tuple(x.deliverable.pick(w.tag, languages) if isinstance(x, Work) else "" for x in written),
            bend=True,
        ),
        Field(
            "acceptance",
            w("acceptance"),
            tuple(x.acceptance.pick(w.tag, languages) if isinstance(x, Work) else "" for x in written),
            bend=True,
        ),
        Field(
            "cost",
            w("cost"),
            tuple(x.cost.words if isinstance(x, Work) and x.cost else "" for x in written),
            bend=True,
        ),
    ]
    by_key = {field.key: field for field in optional}
    counted = [
        w(
            "{what} {n}/{m}",
            what=by_key[key].heading if key != "float" else "",
            n=sum(bool(c) for c in by_key[key].cells),
            m=len(works),
        )
        for key in ("duration", "deliverable", "acceptance", "cost")
    ]
    fields = [
        Field("zone", w("zone"), ("B8",) * len(works)),
        Field("no", w("no."), tuple(e.no for e in works), role="b", bend=True),
        Field("title", w("work"), tuple(f"{e.title}{e.notes}" for e in works), grow=True),
        by_key["deliverable"],
        by_key["acceptance"],
        Field("worded", w("as worded"), tuple(e.worded for e in works), bend=True),
        Field("events", w("events"), tuple(events.get(e.ref, "") for e in works)),
        by_key["duration"],
        by_key["float"],
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
        by_key["cost"],
        *_duties(works, w),
        _status(words, works),
    ]
    heavy = frozenset(e.ref for e, a in zip(works, acts, strict=True) if a is not None and a.critical)
    return Bill(w("Bill of works"), " · ".join(counted), _kept(fields), tuple(e.ref for e in works), heavy)


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
    said = w(STATUS[entry.mark])
    if actual is None or entry.mark not in ("early", "done", "missed"):
        return w("not recorded") if entry.mark == "unreported" else said
    value = words.measured(entry.item, actual) if entry.item.indicator is not None else actual.words
    return w("{status}: {value}, {when}", status=said, value=value, when=actual.key)


def _kept(fields: Sequence[Field]) -> tuple[Field, ...]:
    always = ("zone", "no", "title", "status")
    return tuple(field for field in fields if field.key in always or any(field.cells))
