"""Records of items, indicators and measured values."""

from datetime import date
from typing import TYPE_CHECKING, Any

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.values.numbers import parse_number
from carbonroad.base.values.value import Value
from carbonroad.compute.changes.record_types import Demand, Limit, Measured, Record, Ref, text_record
from carbonroad.compute.facts import Facts
from carbonroad.compute.targets.series import measure_of
from carbonroad.link.library import Documents
from carbonroad.link.names import meant_by
from carbonroad.link.system import Item, LinkedCitation, Parties, Party, System
from carbonroad.model.items import Actual, Allocation, Indicator, Milestone, Target, Work
from carbonroad.model.roadmap import TOP
from carbonroad.model.terms import Baseline, Citation, Day, Report, TermDays
from carbonroad.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


class Naming:
    """A system, and how its values are said in records."""

    def __init__(self, system: System, facts: Facts) -> None:
        self.system = system
        self.facts = facts
        self._first = system.languages[0]
        self._documents = Documents(system.documents)
        self._duties: dict[int, dict[str, Any]] = {}
        self._known: dict[str, Mapping[str, Any]] = {
            "item": system.items,
            "indicator": system.indicators,
            "measure": system.measures,
        }

    def text(self, text: Text) -> tuple[tuple[str, str], ...]:
        """Return a text by language."""
        return text_record(text, self._first)

    def day(self, day: Day | None) -> date | None:
        """Return the day that a date field means."""
        return None if day is None else day.day

    def found(self, kind: str, words: str, part: str) -> Ref | None:
        """Return what a reference typed in a part means: its own, then the top file's."""
        ref = meant_by(words, part, self._known[kind])
        return None if ref is None else Ref(kind, ref)

    def goal(self, ref: str) -> Ref:
        """Return a goal: an item, else an indicator."""
        return Ref("item" if ref in self.system.items else "indicator", ref)

    def duties(self, parties: Parties) -> dict[str, Any]:
        """Return who answers, leads and takes part; what is inherited is one object for many items."""
        known = self._duties.get(id(parties))
        if known is None:
            known = self._duties[id(parties)] = self._duties_of(parties)
        return known

    def _duties_of(self, parties: Parties) -> dict[str, Any]:
        return {
            "owner": ("none",) if parties.nobody else _bodies(parties.owner),
            "lead": _bodies(parties.lead),
            "support": _bodies(parties.support),
            "inferred": parties.inferred and bool(parties.owner or parties.lead or parties.support),
        }

    def linked(self, citations: tuple[LinkedCitation, ...]) -> tuple[Any, ...]:
        """Return citations with the documents they name."""
        return tuple(self._citation(one.citation, one.document) for one in citations)

    def cited(self, citations: tuple[Citation, ...]) -> tuple[Any, ...]:
        """Return citations that linking did not keep, with the documents they name."""
        return tuple(self._citation(one, self._documents.find(one.ref.text)) for one in citations)

    def _citation(self, citation: Citation, document: Any) -> tuple[Any, ...]:
        said = citation.deadline
        return (
            citation.ref.text.strip() if document is None else Ref("source", document.id),
            citation.clause,
            self.text(citation.quote),
            said.words.text.strip() if said is not None else "",
            citation.url,
            citation.evidence,
            self.text(citation.note),
        )

    def reports(self, reports: tuple[Report, ...]) -> tuple[Any, ...]:
        """Return monitoring reports in order of their days."""
        said = (
            (one.date, one.progress, one.status, self.text(one.note), self.cited(one.citations))
            for one in reports
        )
        return tuple(sorted(said, key=lambda one: one[0]))


def item_record(naming: Naming, item: Item) -> Record:
    """Return what stands at an item, what it inherits, and what follows for it on the data date."""
    written = item.written
    standing = naming.facts.standings[item.ref]
    activity = naming.facts.schedule.activities.get(item.ref)
    late = activity is not None and activity.total_float_days is not None and activity.total_float_days < 0
    record: dict[str, Any] = {
        "kind": item.kind,
        "deadline": limit_of(naming, item),
        **naming.duties(item.parties),
        "nature": item.nature,
        "status": item.status,
        "finished": _finished(written.finished),
        "superseded_by": None if item.superseded_by is None else Ref("item", item.superseded_by),
        "note": naming.text(item.note),
        "state": standing.state,
        "too_late": late,
    }
    if isinstance(written, Target):
        record |= _target(naming, item, written)
    else:
        record |= _task(naming, item, written)
    return record


def _target(naming: Naming, item: Item, target: Target) -> Record:
    indicator = item.indicator
    assert indicator is not None  # noqa: S101 - a target has one
    return {
        "indicator": Ref("indicator", f"{item.part}.{indicator.id}"),
        "value": demand_of(indicator, target, target.value, target.words),
        "stretch": None
        if target.stretch is None
        else demand_of(indicator, target, target.stretch, target.stretch.words),
        "source": naming.cited(target.citations),
    }


def _task(naming: Naming, item: Item, task: Milestone | Work) -> Record:
    record: dict[str, Any] = {
        "title": naming.text(item.title),
        "measure": Ref("measure", item.measure) if item.measure else None,
        "reports": naming.reports(task.reports),
        "source": naming.linked(item.citations),
    }
    if isinstance(task, Milestone):
        record["for"] = tuple(sorted(map(naming.goal, item.serves)))
        record["indicator"] = tuple(Ref("indicator", ref) for ref in sorted(item.indicators))
        record["goal"] = task.goal
        return record
    # What a work serves is a link; only an indicator is none.
    record["for"] = tuple(goal for goal in sorted(map(naming.goal, item.serves)) if goal.kind == "indicator")
    record |= {
        "takes": task.takes,
        "start": naming.day(task.start),
        "finish": naming.day(task.finish),
        "started": naming.day(task.started),
        "progress": task.progress,
        "deliverable": naming.text(task.deliverable),
        "acceptance": naming.text(task.acceptance),
        "cost": None if task.cost is None else task.cost.words.strip(),
    }
    return record


def limit_of(naming: Naming, item: Item) -> Limit | None:
    """Return an item's deadline; None where it has none."""
    deadline, due = item.deadline, naming.facts.due[item.ref]
    if deadline is None:
        return None
    words = " ".join(deadline.words.split())
    condition: Ref | str | None = deadline.condition
    if item.condition is not None:
        condition = Ref("item", item.condition)
        words = words.replace(deadline.condition or "\0", "{}")
    return Limit(
        words,
        deadline.kind,
        deadline.base_kind,
        due.first,
        due.latest,
        due.expected,
        deadline.strive,
        condition,
        deadline.every,
        tuple(Ref("phase", one) for one in deadline.periods),
    )


def demand_of(indicator: Indicator, target: Target, value: Value | None, words: str) -> Demand:
    """Return what a target asks for, with the base it is measured against and its unit."""
    unit = None if indicator.unit is None else indicator.unit.text
    words = " ".join(words.split())
    if value is None or not value.understood:
        return Demand(words, "", None, None, strive=False, measure="", base=None, unit=unit)
    base = _base(target.baseline or indicator.baseline) if value.change else None
    ends = value.low, value.high
    return Demand(words, value.kind, *ends, value.strive, measure_of(value), base, unit, value.yearly)


def indicator_record(naming: Naming, ref: str, indicator: Indicator) -> Record:
    """Return an indicator without its targets and measured values, which have records of their own."""
    part = ref.partition(".")[0]
    measure, parent = indicator.measure, indicator.parent
    goals = (
        naming.found("item", words.text, part) or naming.found("indicator", words.text, part)
        for words in indicator.serves
    )
    return {
        "title": naming.text(indicator.title),
        "unit": None if indicator.unit is None else (indicator.unit.text, *indicator.unit.names),
        **naming.duties(naming.system.duties[part].indicators[indicator.id]),
        "nature": indicator.nature,
        "better": indicator.better,
        "baseline": _base(indicator.baseline),
        "change": indicator.change,
        "for": tuple(sorted(goal for goal in goals if goal is not None)),
        "measure": None if measure is None else naming.found("measure", measure.text, part),
        "parent": None if parent is None else naming.found("indicator", parent.text, TOP),
        "allocation": _divided(indicator.allocation),
        "variable": indicator.variable or None,
        "source": naming.cited(indicator.citations),
        "note": naming.text(indicator.note),
    }


def _divided(allocation: Allocation | None) -> str | None:
    """How a target is divided, as it is written."""
    if allocation is None:
        return None
    weights = "" if allocation.weights is None else f"weights: {allocation.weights.text}"
    shares = ", ".join(f"{name.text}: {share}" for name, share in allocation.shares)
    among = ", ".join(name.text for name in allocation.among)
    said = (allocation.method, weights, shares and f"weights: {shares}", among and f"among: {among}")
    return "; ".join(filter(None, said))


def actual_record(naming: Naming, indicator: Indicator, actual: Actual) -> Record:
    """Return a measured value of an indicator."""
    unit = None if indicator.unit is None else indicator.unit.text
    return {
        "value": Measured(actual.value, unit),
        # A bare number says no more than the value.
        "words": " ".join(actual.words.split()) if isinstance(parse_number(actual.words), Refusal) else "",
        "baseline": _base(actual.baseline),
        "estimate": actual.estimate,
        "source": naming.cited(actual.citations),
        "note": naming.text(actual.note),
    }


def _base(baseline: Baseline | None) -> tuple[Any, ...] | None:
    if baseline is None:
        return None
    return (baseline.words.strip(), baseline.year, baseline.value, baseline.texts.entries)


def _bodies(parties: tuple[Party, ...]) -> tuple[Ref | str, ...]:
    return tuple(Ref("organisation", party.id) if party.id else party.words.strip() for party in parties)


def _finished(finished: Day | TermDays | None) -> Any:
    if isinstance(finished, TermDays):
        return tuple(sorted((words.text.strip(), day.day) for words, day in finished.entries))
    return None if finished is None else finished.day
