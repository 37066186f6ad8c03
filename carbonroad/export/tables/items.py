"""The tables of items: timetable, works, and who answers for what."""

from collections.abc import Iterator

from carbonroad.export.tables.cells import Number, Row, dated, finished
from carbonroad.export.tables.words import Teller
from carbonroad.link.system import Item
from carbonroad.model.items import Milestone, Target, Work


def timetable(teller: Teller) -> Iterator[Row]:
    """Yield the milestones and targets, in the order of the files."""
    for item in teller.items:
        if isinstance(item.written, Milestone):
            yield {**_common(teller, item), **_milestone(teller, item, item.written)}
        elif item.kind == "target" and item.listed:
            yield {**_common(teller, item), "indicator": f"{item.part}.{_indicator(item)}"}


def works(teller: Teller) -> Iterator[Row]:
    """Yield the bill of works."""
    for item in teller.items:
        if isinstance(item.written, Work):
            yield {**_common(teller, item), **_work(teller, item.written, item.part)}


def assignments(teller: Teller) -> Iterator[Row]:
    """Yield a row for each body, item and role; last what nobody answers for."""
    found: dict[str, list[Row]] = {key: [] for key in teller.system.organisations}
    unassigned: list[Row] = []
    owner = teller.exported.options.owner
    for item in teller.items:
        if not item.listed:
            continue
        row, duties = _common(teller, item), item.parties
        named = [("owner", duties.owner), ("lead", duties.lead), ("support", duties.support)]
        every = [(role, party) for role, parties in named for party in parties]
        for role, party in every:
            if not owner or party.key == owner:
                told = {**row, "body": teller.body(party), "role": teller.word("role", role)}
                found.setdefault(party.key, []).append(told)
        if not every:
            unassigned.append({**row, "body": teller.nobody})
    for rows in found.values():
        yield from rows
    yield from unassigned


def _indicator(item: Item) -> str:
    return "" if item.indicator is None else item.indicator.id


def _common(teller: Teller, item: Item) -> Row:
    """What every row of an item says."""
    system, written = teller.system, item.written
    measure = system.measures.get(item.measure)
    superseded = item.superseded_by
    return {
        "id": item.ref,
        "kind": teller.word("item", item.kind),
        "industry": teller.industry(item.part),
        "title": item.title,
        "value": teller.words.value(item),
        "deadline": "" if item.deadline is None else item.deadline.words,
        **teller.deadline(written.deadline),
        "deadline_said": teller.said(item),
        "latest": teller.facts.due[item.ref].latest,
        **teller.duties(written.duties, item.parties),
        "nature": teller.word("nature", item.nature),
        "status": teller.word("status", item.status),
        "standing": teller.word("standing", teller.facts.standings[item.ref].state),
        "finished": finished(written.finished),
        "measure": item.measure,
        "measure_title": "" if measure is None else teller.text(measure.title),
        "after": teller.joined(_predecessors(teller, item)),
        "superseded_by": superseded or "",
        "source": teller.sources(linked.citation for linked in item.citations),
        "note": item.note,
        **_schedule(teller, item),
    }


def _predecessors(teller: Teller, item: Item) -> list[str]:
    entries = () if isinstance(item.written, Target) else item.written.after
    return list(dict.fromkeys(teller.ref(entry.ref, item.part) for entry in entries))


def _milestone(teller: Teller, item: Item, milestone: Milestone) -> Row:
    return {
        "indicator": teller.refs(milestone.indicators, item.part),
        "goal": teller.word("goal", milestone.goal),
        "if": teller.ref(milestone.condition, item.part),
        "for": teller.refs(milestone.serves, item.part),
    }


def _work(teller: Teller, work: Work, part: str) -> Row:
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
        "if": teller.ref(work.condition, part),
        "for": teller.refs(work.serves, part),
    }


def _schedule(teller: Teller, item: Item) -> Row:
    activity = teller.facts.schedule.activities.get(item.ref)
    if activity is None:
        return {}
    return {
        "early_start": activity.early_start,
        "early_finish": activity.early_finish,
        "late_finish": activity.late_finish,
        "total_float": activity.total_float_days,
        "critical": teller.yes(activity.critical),
    }
