"""What the files say of items, indicators, parts and the whole, in the format's keys, without the duties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.export.mspdi.values import (
    afters_value,
    baseline_value,
    citations_value,
    day_text,
    deadline_value,
    duration_text,
    finished_value,
    list_of,
    number_value,
    reports_value,
    target_base,
    target_change,
    text_value,
    unit_value,
    words_of,
)
from carbonroad.export.pathway_points import point_text
from carbonroad.importing.draft import given
from carbonroad.model.items import (
    Actual,
    Allocation,
    Indicator,
    Measure,
    Milestone,
    Pathway,
    Revision,
    Target,
    TitleBlock,
    Work,
)

if TYPE_CHECKING:
    from carbonroad.importing.draft import Entries, Value
    from carbonroad.link.system import Item, System
    from carbonroad.model.roadmap import Organisation, Part, Phase, PolicyDocument


def item_entries(item: Item, first: str) -> Entries:
    """Return what stands at an item, without its title, note and duties."""
    written = item.written
    if isinstance(written, Target):
        return _target(written, item.indicator, first)
    common: dict[str, Value] = {
        "deadline": deadline_value(written.deadline),
        "after": afters_value(written.after, first),
        "if": words_of(written.condition),
        "for": list_of(written.serves),
        "measure": words_of(written.measure),
        "status": written.status or "",
        "finished": finished_value(written.finished),
        "reports": reports_value(written.reports, first),
        "superseded_by": words_of(written.superseded_by),
        "source": citations_value(written.citations, first),
    }
    more = _milestone(written) if isinstance(written, Milestone) else _work(written, first)
    return given({**common, **more})


def _milestone(milestone: Milestone) -> dict[str, Value]:
    return {
        "nature": milestone.nature or "",
        "indicator": list_of(milestone.indicators),
        "goal": milestone.goal or "",
    }


def _work(work: Work, first: str) -> dict[str, Value]:
    return {
        "takes": duration_text(work.takes),
        "start": day_text(work.start),
        "finish": day_text(work.finish),
        "started": day_text(work.started),
        "deliverable": text_value(work.deliverable, first),
        "acceptance": text_value(work.acceptance, first),
        "progress": number_value(work.progress),
        "cost": "" if work.cost is None else work.cost.words.strip(),
    }


def _target(target: Target, indicator: Indicator | None, first: str) -> Entries:
    return given(
        {
            "key": target.key.text.strip(),
            "target_id": target.id,
            "value": target.words,
            "baseline": target_base(target),
            "stretch": "" if target.stretch is None else target.stretch.words.strip(),
            "change": "" if indicator is None else target_change(indicator, target),
            "deadline": deadline_value(target.deadline),
            "nature": target.nature or "",
            "status": target.status or "",
            "finished": day_text(target.finished),
            "superseded_by": words_of(target.superseded_by),
            "source": citations_value(target.citations, first),
        }
    )


def indicator_entries(indicator: Indicator, first: str) -> Entries:
    """Return what stands at an indicator besides its targets."""
    change = None if indicator.change is None else str(indicator.change).lower()
    return given(
        {
            "unit": unit_value(indicator.unit),
            "nature": indicator.nature or "",
            "better": indicator.better or "",
            "baseline": baseline_value(indicator.baseline),
            "change": change,
            "actual": {one.key.strip(): _actual(one, first) for one in indicator.actuals},
            "for": list_of(indicator.serves),
            "measure": words_of(indicator.measure),
            "parent": words_of(indicator.parent),
            "allocation": _allocation(indicator.allocation),
            "variable": indicator.variable,
            "source": citations_value(indicator.citations, first),
        }
    )


def _actual(actual: Actual, first: str) -> Value:
    more = given(
        {
            "baseline": baseline_value(actual.baseline),
            "estimate": "true" if actual.estimate else "",
            "source": citations_value(actual.citations, first),
            "note": text_value(actual.note, first),
        }
    )
    return {"value": actual.words, **more} if more else actual.words


def _allocation(allocation: Allocation | None) -> Value:
    if allocation is None:
        return ""
    shares: Value = {name.text.strip(): str(share) for name, share in allocation.shares}
    more = given({"weights": words_of(allocation.weights) or shares, "among": list_of(allocation.among)})
    return {"method": allocation.method, **more} if more else allocation.method


def measure_entries(measure: Measure, first: str) -> Entries:
    """Return what stands at a measure."""
    return given({"source": citations_value(measure.citations, first)})


def part_entries(part: Part, first: str) -> Entries:
    """Return what a part says besides its items, indicators and measures."""
    return given(
        {
            "code": part.code,
            "pathway": {} if part.pathway is None else _pathway(part.pathway, first),
            "revisions": [_revision(one, first) for one in part.revisions],
            "drawing": {} if part.title_block is None else _title_block(part.title_block, first),
        }
    )


def _pathway(pathway: Pathway, first: str) -> Entries:
    series = (("actual", pathway.actual), ("target", pathway.target), ("reference", pathway.reference))
    return given(
        {
            "unit": unit_value(pathway.unit),
            "gas": pathway.gas,
            "scope": text_value(pathway.scope, first),
            **{name: _points(pathway, name, points) for name, points in series},
            "variable": pathway.variable,
            "source": citations_value(pathway.citations, first),
            "note": text_value(pathway.note, first),
        }
    )


def _points(pathway: Pathway, series: str, points: tuple[tuple[int, float], ...]) -> Entries:
    asked = {one.year: one for one in pathway.asked if one.series == series}
    return {str(year): point_text(asked.get(year), value) for year, value in points}


def _revision(revision: Revision, first: str) -> Entries:
    return given(
        {
            "rev": revision.rev,
            "date": day_text(revision.date),
            "note": text_value(revision.note, first),
            "by": revision.by,
            "items": list_of(revision.items),
        }
    )


def _title_block(block: TitleBlock, first: str) -> Entries:
    return given(
        {
            "number": block.number,
            "creator": block.creator,
            "checked": block.checked,
            "approved": block.approved,
            "department": text_value(block.department, first),
            "document_status": text_value(block.document_status, first),
            "access": text_value(block.access, first),
        }
    )


def top_entries(system: System) -> Entries:
    """Return what holds for the whole roadmap and has no field of its own in a plan."""
    first, inherited = system.languages[0], system.inherited
    return given(
        {
            "region": system.region,
            "parent": words_of(system.parent),
            "languages": list(system.languages),
            "before_means": system.before_means or "",
            "phases": [_phase(one, first) for one in system.phases if f"phases[{one.id}]" not in inherited],
            "organisations": {
                key: _body(one, first)
                for key, one in system.organisations.items()
                if f"organisations[{key}]" not in inherited
            },
            "sources": {
                key: _document(one, first)
                for key, one in system.documents.items()
                if f"sources[{key}]" not in inherited
            },
        }
    )


def _phase(phase: Phase, first: str) -> Entries:
    years = f"{phase.years.first.year}..{phase.years.last.year}"
    zoom = number_value(phase.zoom)
    return given({"id": phase.id, "title": text_value(phase.title, first), "years": years, "zoom": zoom})


def _body(body: Organisation, first: str) -> Entries:
    short = [text_value(one, first) for one in body.short]
    return given(
        {
            "title": text_value(body.title, first),
            "short": short[0] if len(short) == 1 else short,
            "kind": body.kind,
        }
    )


def _document(document: PolicyDocument, first: str) -> Entries:
    return given(
        {
            "title": text_value(document.title, first),
            "number": document.number,
            "publisher": text_value(document.publisher, first),
            "issued": day_text(document.issued),
            "published": day_text(document.published),
            "url": document.url,
            "note": text_value(document.note, first),
        }
    )
