"""Single values as JSON: texts, days, numbers, deadlines, duties, citations."""

from datetime import date
from fractions import Fraction
from typing import Any

from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.edtf import edtf
from carbonroad.base.times.periods import TimeUnit, read_time_unit
from carbonroad.base.values.money import Money
from carbonroad.base.values.units import Unit
from carbonroad.base.values.value import Value
from carbonroad.compute.due import Due
from carbonroad.link.system import LinkedCitation, Parties, Party
from carbonroad.model.items import Pathway
from carbonroad.model.terms import Baseline, Citation, Day, TermDays
from carbonroad.model.text import Text

Json = dict[str, Any]

_OWN_WORDS = "und"
"""BCP 47 tag of a quotation: not in the roadmap's language, but in the document's own."""


def text_json(text: Text, language: str) -> dict[str, str] | None:
    """Return a text by language; a plain string stands in the roadmap's first one. None if there is none."""
    found: dict[str, str] = {}
    for tag, words in text.entries:
        found.setdefault(tag or language, words)
    return found or None


def day_json(day: date | Day | None) -> str | None:
    """Return a day in ISO form."""
    if isinstance(day, Day):
        day = day.day
    return None if day is None else day.isoformat()


def date_json(day: Day | None) -> str | None:
    """Return a date in ISO form, as precisely as it was written: 2020-04 for a month, 2020 for a year."""
    if day is None:
        return None
    unit = read_time_unit(day.words.text)
    size = unit.size if isinstance(unit, TimeUnit) else "day"
    return day.day.isoformat()[: {"year": 4, "month": 7}.get(size)]


def finished_json(finished: Day | TermDays | None) -> str | dict[str, str] | None:
    """Return the day something was finished; for what recurs, period → day."""
    if isinstance(finished, TermDays):
        return {words.text.strip(): day.day.isoformat() for words, day in finished.entries}
    return day_json(finished)


def number_json(number: float | None) -> int | float | None:
    """Return a whole number without a decimal point."""
    if number is None:
        return None
    return int(number) if number == int(number) and abs(number) < 1e15 else number


def fraction_json(number: Fraction | None) -> int | float | None:
    """Return an exact number as `number_json` does."""
    return None if number is None else number_json(float(number))


def due_json(due: Due) -> Json:
    """Return the days that an item is due between, and the day it is expected where a condition is open."""
    return {
        "earliest": day_json(due.first),
        "latest": day_json(due.latest),
        "expected": day_json(due.expected),
    }


def series_json(pathway: Pathway, name: str) -> list[Json]:
    """Return a pathway's numbers by year; `value` of a range is half-way between its `low` and `high`."""
    asked = {one.year: one for one in pathway.asked if one.series == name}
    found = []
    for year, value in getattr(pathway, name):
        point: Json = {"year": year, "value": number_json(value)}
        if year in asked:
            one = asked[year]
            point |= {"kind": one.kind, "low": number_json(one.low), "high": number_json(one.high)}
        found.append(point)
    return found


def deadline_json(deadline: Deadline | None) -> Json | None:
    """Return a deadline: the author's words and the days they stand for."""
    if deadline is None:
        return None
    found: Json = {
        "text": deadline.words,
        "kind": deadline.kind,
        "earliest": day_json(deadline.earliest),
        "latest": day_json(deadline.latest),
        "centre": day_json(deadline.centre),
        "strive": deadline.strive,
        "edtf": edtf(deadline),
    }
    if deadline.kind == "conditional":
        found["base_kind"] = deadline.base_kind
    return found


def value_json(value: Value | None) -> Json:
    """Return what a target's value asks for; all null where it is not understood."""
    if value is None or not value.understood:
        return dict.fromkeys(("kind", "low", "high", "change", "strive", "measured_in", "yearly"))
    measured_in = "unit"
    if value.change:
        measured_in = "percent" if value.relative else "points" if value.points else measured_in
        measured_in = "multiple" if value.multiple else measured_in
    return {
        "kind": value.kind,
        "low": number_json(value.low),
        "high": number_json(value.high),
        "change": value.change,
        "strive": value.strive,
        "measured_in": measured_in,
        "yearly": value.yearly,
    }


def baseline_json(baseline: Baseline | None) -> Json | None:
    """Return a baseline: its words, and its year and value where they are known.

    `texts` has the words by language where they were written so.
    """
    if baseline is None:
        return None
    found: Json = {"text": baseline.words, "year": baseline.year, "value": number_json(baseline.value)}
    return {**found, "texts": text_json(baseline.texts, "")} if baseline.texts else found


def unit_names(unit: Unit | None) -> Json:
    """Return what several languages call a unit, as `unit_names`; nothing for a unit of one name."""
    return {"unit_names": dict(unit.names)} if unit is not None and unit.names else {}


def citations_of(citations: tuple[Citation, ...], language: str) -> Json:
    """Return citations as they were written, as `citations`; nothing where there are none."""
    return {"citations": [citation_json(one, language) for one in citations]} if citations else {}


def cost_json(cost: Money | None) -> Json | None:
    """Return a cost in whole units of its currency."""
    if cost is None:
        return None
    amount = number_json(cost.amount)
    return {"text": cost.words, "amount": amount, "currency": cost.currency, "around": cost.around}


def duties_json(parties: Parties) -> Json:
    """Return the duties: ids of organisations; words where no declared organisation is named."""
    return {
        "owner": _names(parties.owner),
        "lead": _names(parties.lead),
        "support": _names(parties.support),
        "owner_basis": "inferred" if parties.inferred else "stated",
    }


def _names(parties: tuple[Party, ...]) -> list[str]:
    return [party.id or party.words for party in parties]


def citations_json(citations: tuple[LinkedCitation, ...], language: str) -> list[Json]:
    """Return citations whose documents are known, or are said to be not declared."""
    return [
        {
            **citation_json(linked.citation, language),
            "source": linked.document.id if linked.document is not None else linked.citation.ref.text,
            "declared": linked.document is not None,
            "deadline": deadline_json(linked.deadline),
        }
        for linked in citations
    ]


def citation_json(citation: Citation, language: str) -> Json:
    """Return a citation as it was written; `deadline` has the document's own words where they are given."""
    words = citation.deadline
    deadline: Json = {} if words is None else {"deadline": {"text": words.words.text}}
    if words is not None and words.by is not None:
        deadline["deadline"]["by"] = words.by.text
    return {
        **deadline,
        "source": citation.ref.text,
        "clause": citation.clause or None,
        "quote": text_json(citation.quote, _OWN_WORDS),
        "url": citation.url or None,
        "evidence": citation.evidence,
        "note": text_json(citation.note, language),
    }
