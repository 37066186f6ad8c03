"""Values of the model as one would type them: the way back from a linked system to the format's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.values.numbers import number_text
from carbonroad.importing.draft import given
from carbonroad.model.terms import (
    After,
    Baseline,
    Citation,
    Day,
    DeadlineWords,
    Report,
    TermDays,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carbonroad.base.times.durations import Duration
    from carbonroad.base.values.units import Unit
    from carbonroad.importing.draft import Value
    from carbonroad.model.items import Indicator, Target
    from carbonroad.model.text import Text


def text_value(text: Text, first: str) -> Value:
    """Return a text: one string in the roadmap's first language, else a map of languages."""
    entries = {tag or first: words for tag, words in reversed(text.entries) if words}
    if list(entries) == [first]:
        return entries[first]
    return dict(reversed(entries.items()))


def number_value(number: float | None) -> str:
    """Return a number as one types it; empty for none."""
    return "" if number is None else number_text(number)


def words_of(words: Words | None) -> str:
    """Return a reference or other words as they were typed."""
    return "" if words is None else words.text.strip()


def list_of(words: Iterable[Words]) -> Value:
    """Return references; one alone as a string."""
    return _single([one.text.strip() for one in words])


def _single(values: list[Value]) -> Value:
    return values[0] if len(values) == 1 and isinstance(values[0], str) else values


def day_text(day: Day | None) -> str:
    """Return a date in the author's words."""
    return "" if day is None else day.words.text.strip()


def finished_value(finished: Day | TermDays | None) -> Value:
    """Return the day something was finished; of what recurs, a map of periods to days."""
    if isinstance(finished, TermDays):
        return {words.text.strip(): day_text(day) for words, day in finished.entries}
    return day_text(finished)


def duration_text(duration: Duration | None) -> str:
    """Return a duration or a lag."""
    return "" if duration is None else duration.typed


def deadline_value(deadline: DeadlineWords | None) -> Value:
    """Return a deadline's words, with the day that the author gives for words that no rule reads."""
    if deadline is None:
        return ""
    words = deadline.words.text.strip()
    return words if deadline.by is None else {"words": words, "by": words_of(deadline.by)}


def unit_value(unit: Unit | None) -> Value:
    """Return a unit, in several languages where it has names in them."""
    if unit is None:
        return ""
    return dict(unit.names) if unit.names else unit.text.strip()


def baseline_value(baseline: Baseline | None) -> Value:
    """Return a baseline."""
    if baseline is None:
        return ""
    if baseline.texts.entries and any(tag for tag, _ in baseline.texts.entries):
        return dict(baseline.texts.entries)
    if baseline.year is not None and baseline.value is not None:
        return {"year": str(baseline.year), "value": number_text(baseline.value)}
    return baseline.words.strip()


def target_change(indicator: Indicator, target: Target) -> str:
    """Return what has to be said of a target so that its value is read as a change, or a level, again."""
    from carbonroad.base.values.quantities import parse_value

    if target.value is None:
        return ""
    plain = parse_value(target.words, indicator.unit, change=indicator.change)
    if not isinstance(plain, Refusal) and plain.change == target.value.change:
        return ""
    return "true" if target.value.change else "false"


def target_base(target: Target) -> Value:
    """Return a target's own baseline; what its words name is not said twice."""
    against = None if target.value is None else target.value.against
    if target.baseline is not None and against is not None and target.baseline.year == against:
        return "" if target.baseline.value is None else baseline_value(target.baseline)
    return baseline_value(target.baseline)


def citations_value(citations: Iterable[Citation], first: str) -> Value:
    """Return the documents something comes from."""
    return _single([_citation(one, first) for one in citations])


def _citation(citation: Citation, first: str) -> Value:
    ref, clause = citation.ref.text.strip(), citation.clause
    more = given(
        {
            "quote": text_value(citation.quote, first),
            "deadline": deadline_value(citation.deadline),
            "url": citation.url,
            "evidence": citation.evidence or "",
            "note": text_value(citation.note, first),
        }
    )
    if more or "#" in ref + clause:
        return {"id": ref, **given({"clause": clause}), **more}
    return f"{ref}#{clause}" if clause else ref


def afters_value(afters: Iterable[After], first: str) -> Value:
    """Return what must come before something."""
    return _single([_after(one, first) for one in afters])


def _after(after: After, first: str) -> Value:
    more = given(
        {
            "type": "" if after.type == "FS" else after.type,
            "lag": duration_text(after.lag),
            "basis": "" if after.basis == "stated" else after.basis,
            "source": citations_value(after.citations, first),
            "note": text_value(after.note, first),
        }
    )
    ref = after.ref.text.strip()
    return {"id": ref, **more} if more else ref


def reports_value(reports: Iterable[Report], first: str) -> Value:
    """Return monitoring reports."""
    return [
        given(
            {
                "date": report.date.isoformat(),
                "progress": number_value(report.progress),
                "status": report.status or "",
                "note": text_value(report.note, first),
                "source": citations_value(report.citations, first),
            }
        )
        for report in reports
    ]
