"""How a roadmap stands on its data date, as JSON (docs/progress.md)."""

from collections.abc import Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.base.times.periods import Period
from carbonroad.compute.facts import Facts
from carbonroad.compute.reviews.moments import done_day
from carbonroad.compute.reviews.review import LISTS, PAST, Review
from carbonroad.compute.reviews.tallies import Tally
from carbonroad.compute.tracks.track import Track
from carbonroad.export.json_document import head_json
from carbonroad.export.json_values import (
    Json,
    day_json,
    deadline_json,
    due_json,
    duties_json,
    number_json,
    text_json,
)
from carbonroad.link.system import Item, System


def status_json(
    system: System,
    facts: Facts,
    now: Review,
    items: Sequence[Item],
    limits: tuple[tuple[str, ...], str],
    version: str,
) -> Json:
    """Return a review as plain data.

    Args:
        system: The roadmap.
        facts: What is computed from it.
        now: Its review.
        items: What was asked about, also what is dropped or superseded.
        limits: The parts and the body that it is limited to; empty for none.
        version: The program's.
    """
    language = system.languages[0]
    found = _Found({}, {}, facts.item_tracks)
    for name in LISTS:
        for one in now.lists[name]:
            found.places.setdefault(one.item.ref, []).append(name)
            if name in (*PAST, "due"):
                found.terms.setdefault(one.item.ref, []).extend(one.terms)
    return {
        **head_json(system, version),
        "until": now.until.isoformat(),
        "limited_to": {"industries": list(limits[0]), "owner": limits[1] or None},
        "counts": {
            **_counts(now.tally),
            "left_out": now.left_out,
            "lists": {name: len(now.lists[name]) for name in LISTS},
        },
        "items": [_item(system, facts, item, found) for item in items],
        "by_industry": [
            {"id": part.id, "title": text_json(part.title, language), **_counts(now.parts[part.id])}
            for part in system.parts
            if part.id in now.parts
        ],
        "by_owner": [
            {
                "id": None if one.party is None else one.party.key,
                "title": None if one.party is None else _name(system, one.party.key),
                "inferred": one.inferred,
                **_counts(one.tally),
            }
            for one in now.bodies
        ],
        "joint": now.joint,
    }


def _counts(tally: Tally) -> Json:
    return {"all": tally.all, "due": tally.due, "status": dict(tally.states)}


def _name(system: System, key: str) -> dict[str, str] | None:
    body = system.organisations.get(key)
    return None if body is None else text_json(body.title, system.languages[0])


class _Found(NamedTuple):
    """What is known of items by their ids: their lists, their open terms, their tracks."""

    places: dict[str, list[str]]
    terms: dict[str, list[Period]]
    tracks: dict[str, tuple[Track, ...]]


def _item(system: System, facts: Facts, item: Item, found: _Found) -> Json:
    standing, due, language = facts.standings[item.ref], facts.due[item.ref], system.languages[0]
    report, forecast = standing.report, facts.forecast.items.get(item.ref)
    return {
        "id": item.ref,
        "part": item.part,
        "kind": item.kind,
        "title": text_json(item.title, language),
        "deadline": deadline_json(item.deadline),
        "due": due_json(due),
        "status": standing.state,
        "stated": item.status,
        "past_due": standing.past_due,
        "days": standing.days,
        "done": day_json(done_day(item, standing)),
        "lists": found.places.get(item.ref, []),
        "open_terms": [
            {"start": day_json(term.first), "finish": day_json(term.last)}
            for term in found.terms.get(item.ref, [])
        ],
        "track": next((track.state for track in found.tracks.get(item.ref, ())), None),
        "forecast": None
        if forecast is None
        else {"finish": day_json(forecast.finish), "missed_days": forecast.missed_days},
        **duties_json(item.parties),
        "progress": number_json(standing.progress),
        "report": None
        if report is None
        else {
            "date": report.date.isoformat(),
            "progress": number_json(report.progress),
            "status": report.status,
            "note": text_json(report.note, language),
        },
    }
