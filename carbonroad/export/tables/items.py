"""The tables of items: timetable, works, and who answers for what."""

from collections.abc import Iterator

from carbonroad.export.tables.cells import Number, Row, dated, finished
from carbonroad.export.tables.tabled import TabledRoadmap
from carbonroad.link.system import Item
from carbonroad.model.items import Milestone, Target, Work


def timetable(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield the milestones and targets, in the order of the files."""
    for item in tabled.items:
        if isinstance(item.written, Milestone):
            yield {**_common(tabled, item), **_milestone(tabled, item, item.written)}
        elif item.kind == "target" and item.listed:
            yield {**_common(tabled, item), "indicator": f"{item.part}.{_indicator(item)}"}


def works(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield the bill of works."""
    for item in tabled.items:
        if isinstance(item.written, Work):
            yield {**_common(tabled, item), **_work(tabled, item.written, item.part)}


def assignments(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield a row for each body, item and role; last what nobody answers for."""
    found: dict[str, list[Row]] = {key: [] for key in tabled.system.organisations}
    unassigned: list[Row] = []
    owner = tabled.exported.options.owner
    for item in tabled.items:
        if not item.listed:
            continue
        row, duties = _common(tabled, item), item.parties
        named = [("owner", duties.owner), ("lead", duties.lead), ("support", duties.support)]
        every = [(role, party) for role, parties in named for party in parties]
        for role, party in every:
            if not owner or party.key == owner:
                told = {**row, "body": tabled.body(party), "role": tabled.word("role", role)}
                found.setdefault(party.key, []).append(told)
        if not every:
            unassigned.append({**row, "body": tabled.nobody})
    for rows in found.values():
        yield from rows
    yield from unassigned


def _indicator(item: Item) -> str:
    return "" if item.indicator is None else item.indicator.id


def _common(tabled: TabledRoadmap, item: Item) -> Row:
    """What every row of an item says."""
    system, written = tabled.system, item.written
    measure = system.measures.get(item.measure)
    superseded = item.superseded_by
    return {
        "id": item.ref,
        "kind": tabled.word("item", item.kind),
        "industry": tabled.industry(item.part),
        "title": item.title,
        "value": tabled.words.value(item),
        "deadline": "" if item.deadline is None else item.deadline.words,
        **tabled.deadline(written.deadline),
        "deadline_said": tabled.said(item),
        "latest": tabled.facts.due[item.ref].latest,
        **tabled.duties(written.duties, item.parties),
        "nature": tabled.word("nature", item.nature),
        "status": tabled.word("status", item.status),
        "standing": tabled.word("standing", tabled.facts.standings[item.ref].state),
        "finished": finished(written.finished),
        "measure": item.measure,
        "measure_title": "" if measure is None else tabled.text(measure.title),
        "after": tabled.joined(_predecessors(tabled, item)),
        "superseded_by": superseded or "",
        "source": tabled.sources(linked.citation for linked in item.citations),
        "note": item.note,
        **_schedule(tabled, item),
    }


def _predecessors(tabled: TabledRoadmap, item: Item) -> list[str]:
    entries = () if isinstance(item.written, Target) else item.written.after
    return list(dict.fromkeys(tabled.ref(entry.ref, item.part) for entry in entries))


def _milestone(tabled: TabledRoadmap, item: Item, milestone: Milestone) -> Row:
    return {
        "indicator": tabled.refs(milestone.indicators, item.part),
        "goal": tabled.word("goal", milestone.goal),
        "if": tabled.ref(milestone.condition, item.part),
        "for": tabled.refs(milestone.serves, item.part),
    }


def _work(tabled: TabledRoadmap, work: Work, part: str) -> Row:
    cost = work.cost
    return {
        "takes": "" if work.takes is None else work.takes.typed,
        "start": dated(work.start),
        "finish": dated(work.finish),
        "deliverable": work.deliverable,
        "acceptance": work.acceptance,
        "cost": "" if cost is None else cost.words,
        "amount": None if cost is None else Number(cost.amount),
        "currency": "" if cost is None else cost.currency,
        "progress": None if work.progress is None else Number(work.progress, "%"),
        "started": dated(work.started),
        "if": tabled.ref(work.condition, part),
        "for": tabled.refs(work.serves, part),
    }


def _schedule(tabled: TabledRoadmap, item: Item) -> Row:
    activity = tabled.facts.schedule.activities.get(item.ref)
    if activity is None:
        return {}
    return {
        "early_start": activity.early_start,
        "early_finish": activity.early_finish,
        "late_finish": activity.late_finish,
        "total_float": activity.total_float_days,
        "critical": tabled.yes(activity.critical),
    }
