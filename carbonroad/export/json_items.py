"""Milestones, targets, works, indicators and pathways as JSON."""

import unicodedata

from carbonroad.base.record import NamedTuple
from carbonroad.compute.facts import Facts
from carbonroad.compute.scheduling.schedule import Activity
from carbonroad.export.json_tracks import track_json
from carbonroad.export.json_units import unit_json
from carbonroad.export.json_values import (
    Json,
    baseline_json,
    citation_json,
    citations_json,
    citations_of,
    cost_json,
    day_json,
    deadline_json,
    due_json,
    duties_json,
    finished_json,
    number_json,
    series_json,
    text_json,
    unit_names,
    value_json,
)
from carbonroad.link.names import meant_by
from carbonroad.link.system import Item, System
from carbonroad.model.items import Actual, Allocation, Indicator, Milestone, Pathway, Target, Work
from carbonroad.model.roadmap import TOP
from carbonroad.model.terms import Report, Words


class Exporter(NamedTuple):
    """What an item is exported from."""

    system: System
    facts: Facts

    @property
    def language(self) -> str:
        """The language of plain strings."""
        return self.system.languages[0]

    def milestone(self, item: Item, m: Milestone) -> Json:
        """Return a milestone."""
        return {
            **self._head(item),
            "goal": m.goal,
            "indicator": list(item.indicators),
            "finished": finished_json(m.finished),
            "reports": [self._report(report) for report in m.reports],
            **self._state(item),
        }

    def work(self, item: Item, w: Work) -> Json:
        """Return a work package."""
        activity = self.facts.schedule.activities.get(item.ref)
        progress = self.facts.standings[item.ref].progress
        return {
            **self._head(item),
            "kind": w.kind,
            "takes": None if w.takes is None else f"{w.takes.count} {w.takes.unit}",
            "duration_days": None if activity is None else activity.duration_days,
            "start": day_json(w.start),
            "finish": day_json(w.finish),
            "started": day_json(w.started),
            "finished": finished_json(w.finished),
            "progress": number_json(progress),
            **({} if w.progress in (None, progress) else {"stated_progress": number_json(w.progress)}),
            "deliverable": text_json(w.deliverable, self.language),
            "acceptance": text_json(w.acceptance, self.language),
            "cost": cost_json(w.cost),
            "reports": [self._report(report) for report in w.reports],
            **self._state(item),
        }

    def target(self, item: Item, t: Target) -> Json:
        """Return a target under its indicator."""
        head = self._head(item)
        del head["title"], head["measure"], head["for"]
        return {
            **head,
            "key": t.key.text.strip(),
            "text": t.words,
            **value_json(t.value),
            "stretch": None if t.stretch is None else {"text": t.stretch.words, **value_json(t.stretch)},
            "baseline": baseline_json(t.baseline or (item.indicator.baseline if item.indicator else None)),
            "finished": finished_json(t.finished),
            "listed": item.listed,
            "track": track_json(self.facts.tracks.get(item.ref)),
            **self._state(item),
        }

    def _parent(self, text: str) -> str | None:
        """The indicator that another belongs to: of the top file, else of a roadmap above."""
        system = self.system
        own = meant_by(text, TOP, system.indicators)
        if own is not None or not system.inherited:
            return own
        ident = unicodedata.normalize("NFC", text.strip()).rpartition(".")[2]
        home = system.inherited.get(f"indicators[{ident}]")
        return None if home is None else f"{home}.{ident}"

    def indicator(self, part: str, indicator: Indicator, targets: list[Item]) -> Json:
        """Return an indicator with its targets and measured values."""
        language, system = self.language, self.system
        measure, parent = indicator.measure, indicator.parent
        return {
            "id": indicator.id,
            "title": text_json(indicator.title, language),
            "unit": None if indicator.unit is None else indicator.unit.text,
            "unit_converted": unit_json(indicator.unit),
            **unit_names(indicator.unit),
            **duties_json(system.duties[part].indicators[indicator.id]),
            "nature": indicator.nature,
            "better": indicator.better,
            "baseline": baseline_json(indicator.baseline),
            **({} if indicator.change is None else {"change": indicator.change}),
            **_allocation(indicator.allocation),
            "parent": None if parent is None else self._parent(parent.text),
            "variable": indicator.variable or None,
            "measure": None if measure is None else meant_by(measure.text, part, system.measures),
            "for": self.references(indicator.serves, part),
            "targets": [
                self.target(item, item.written) for item in targets if isinstance(item.written, Target)
            ],
            "actual": [self._actual(actual) for actual in indicator.actuals],
            "citations": [citation_json(citation, language) for citation in indicator.citations],
            "note": text_json(indicator.note, language),
        }

    def pathway(self, pathway: Pathway | None) -> Json | None:
        """Return emissions by year."""
        if pathway is None:
            return None
        return {
            "unit": None if pathway.unit is None else pathway.unit.text,
            **unit_names(pathway.unit),
            "gas": pathway.gas or None,
            "scope": text_json(pathway.scope, self.language),
            "actual": series_json(pathway, "actual"),
            "target": series_json(pathway, "target"),
            "reference": series_json(pathway, "reference"),
            "variable": pathway.variable or None,
            "citations": [citation_json(citation, self.language) for citation in pathway.citations],
            "note": text_json(pathway.note, self.language),
        }

    def references(self, refs: tuple[Words, ...], part: str) -> list[str]:
        """Return the references to items or indicators that lead somewhere, qualified."""
        items, indicators = self.system.items, self.system.indicators
        found = (meant_by(w.text, part, items) or meant_by(w.text, part, indicators) for w in refs)
        return [ref for ref in found if ref is not None]

    def _head(self, item: Item) -> Json:
        return {
            "id": item.id,
            "title": text_json(item.title, self.language),
            "deadline": deadline_json(item.deadline),
            **duties_json(item.parties),
            "nature": item.nature,
            "measure": item.measure or None,
            "for": list(item.serves),
            "if": item.condition,
            "superseded_by": item.superseded_by,
            "citations": citations_json(item.citations, self.language),
            "note": text_json(item.note, self.language),
            "status": item.status,
        }

    def _state(self, item: Item) -> Json:
        standing, due = self.facts.standings[item.ref], self.facts.due[item.ref]
        return {
            "derived_status": standing.status,
            "past_due": standing.past_due,
            "reached_early": None if standing.reached_early is None else standing.reached_early.key.strip(),
            "not_reached": standing.not_reached,
            "due": due_json(due),
            "schedule": activity_json(self.facts.schedule.activities.get(item.ref)),
        }

    def _actual(self, actual: Actual) -> Json:
        return {
            "key": actual.key.strip(),
            "value": number_json(actual.value),
            "text": actual.words,
            "estimate": actual.estimate,
            "baseline": baseline_json(actual.baseline),
            "citations": [citation_json(citation, self.language) for citation in actual.citations],
            "note": text_json(actual.note, self.language),
        }

    def _report(self, report: Report) -> Json:
        return {
            "date": report.date.isoformat(),
            "progress": number_json(report.progress),
            "status": report.status,
            "note": text_json(report.note, self.language),
            **citations_of(report.citations, self.language),
        }


def _allocation(allocation: Allocation | None) -> Json:
    """How a target is divided among the roadmaps below, as it was written; nothing where it is not."""
    if allocation is None:
        return {}
    weights = None if allocation.weights is None else allocation.weights.text
    shares = {words.text: number_json(float(share)) for words, share in allocation.shares}
    among = [words.text for words in allocation.among]
    return {"allocation": {"method": allocation.method, "weights": weights or shares or None, "among": among}}


def activity_json(activity: Activity | None) -> Json | None:
    """Return the seven members of an item's schedule; None outside the network."""
    if activity is None:
        return None
    return {
        "early_start": day_json(activity.early_start),
        "early_finish": day_json(activity.early_finish),
        "late_start": day_json(activity.late_start),
        "late_finish": day_json(activity.late_finish),
        "total_float_days": activity.total_float_days,
        "free_float_days": activity.free_float_days,
        "critical": activity.critical,
    }
