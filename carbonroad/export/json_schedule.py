"""The schedule with its activities, chains, a what-if and the forecast as JSON (cli.md, schedule)."""

from collections.abc import Iterable, Sequence

from carbonroad.compute.delays.deadline_effects import Effect
from carbonroad.compute.delays.delayed_plan import Delayed
from carbonroad.compute.forecasting.forecast import Forecast, Forecasts
from carbonroad.compute.forecasting.missed_chains import MissedChain
from carbonroad.compute.scheduling.paths import Path, Paths
from carbonroad.compute.scheduling.schedule import Activity, Schedule
from carbonroad.compute.shortfalls.remedies import Remedy
from carbonroad.compute.shortfalls.shortfalls import Shortfall
from carbonroad.export.json_export import schedule_json
from carbonroad.export.json_items import activity_json
from carbonroad.export.json_values import Json, day_json, number_json, text_json
from carbonroad.link.system import System


def activities_json(system: System, rows: Iterable[Activity], found: Forecasts | None = None) -> list[Json]:
    """Return activities with their dates, and their forecast beside it."""
    made = []
    for one in rows:
        data = {
            "id": one.ref,
            "title": text_json(system.items[one.ref].title, system.languages[0]),
            "kind": one.kind,
            "duration_days": one.duration_days,
            **(activity_json(one) or {}),
        }
        if found is not None:
            data["forecast"] = _forecast(found.items[one.ref])
        made.append(data)
    return made


def network_json(schedule: Schedule) -> Json:
    """Return the network's dates, as `export --to json` has them."""
    return {**schedule_json(schedule), "undated": list(schedule.undated)}


def shortfalls_json(found: Sequence[Shortfall]) -> list[Json]:
    """Return what cannot be kept, each with its chain and where days can be found."""
    return [
        {
            "id": one.ref,
            "due": day_json(one.latest),
            "comes": day_json(one.comes),
            "days_short": one.days,
            "stated_start": one.fixed,
            "path": path_json(one.path),
            "others": [{"id": ref, "days_short": days} for ref, days in one.others],
            "beside": [{"id": ref, "days_short": days} for ref, days in one.beside],
            "remedies": [_remedy(remedy) for remedy in one.remedies],
        }
        for one in found
    ]


def _remedy(remedy: Remedy) -> Json:
    return {
        "kind": {
            "deadline": "deadline",
            "fixed": "start",
            "work": "duration",
            "lag": "lag",
            "start": "start",
        }[remedy.where],
        "id": remedy.ref,
        "after": remedy.other or None,
        "days": remedy.days,
        "day": day_json(remedy.day),
        "days_still_short": remedy.left,
    }


def path_json(path: Path) -> Json:
    """Return a chain, first to last."""
    return {
        "to": path.ref,
        "kind": path.kind,
        "begins_with": path.held,
        "steps": [
            {
                "id": step.ref,
                "link": None if step.link is None else step.link.type,
                "basis": None if step.link is None else step.link.basis,
                "lag_days": step.lag_days,
                "start": day_json(step.start),
                "finish": day_json(step.finish),
                "duration_days": step.duration_days,
                "total_float_days": step.total_float_days,
                "days_since_previous_deadline": step.days,
            }
            for step in path.steps
        ],
        "equally_good_through": list(path.equals),
    }


def orders_json(paths: Paths, parts: Sequence[str] = ()) -> Json:
    """Return what decides without durations: the controlling orders, and all days between deadlines."""
    return {
        "controlling_orders": [path_json(path) for path in paths.orders(parts)],
        "deadline_links": [
            {
                "from": one.source,
                "to": one.target,
                "type": one.link.type,
                "basis": one.link.basis,
                "days_between": one.days,
            }
            for one in paths.links
            if not parts or one.target.partition(".")[0] in parts
        ],
    }


def delay_json(found: Delayed) -> Json:
    """Return a what-if: what was asked, the new network, and every deadline that feels it."""
    return {
        "delays": [
            {"id": ref, "by": [f"{one.count} {one.unit}" for one in lengths]} for ref, lengths in found.delays
        ],
        **schedule_json(found.schedule),
        "moved": found.moved,
        "deadlines": [_effect(one) for one in found.effects],
        "becomes_critical": list(found.critical),
        "no_longer_critical": list(found.relieved),
        "begins_ahead": [{"id": ref, "of": other, "days": days} for ref, other, days in found.ahead],
    }


def _effect(one: Effect) -> Json:
    return {
        "id": one.ref,
        "effect": one.kind,
        "due": day_json(one.latest),
        "planned": day_json(one.was),
        "now": day_json(one.now),
        "days_short": one.short,
        "days_short_before": one.short_before,
        "stated_start": one.fixed,
    }


def forecast_json(
    found: Forecasts, schedule: Schedule, items: Sequence[Forecast], chains: Sequence[MissedChain]
) -> Json:
    """Return the forecast as a whole; that of each activity stands beside its plan."""
    later = None if found.finish is None or schedule.finish is None else (found.finish - schedule.finish).days
    return {
        "data_date": day_json(found.as_of),
        "start": day_json(found.start),
        "finish": day_json(found.finish),
        "later_days": later,
        "missed": [
            {
                "id": one.ref,
                "due": day_json(one.latest),
                "planned": day_json(one.planned),
                "forecast": day_json(one.finish),
                "days_short": one.missed_days,
            }
            for one in items
        ],
        "chains": [
            {
                "id": one.item.ref,
                "path": path_json(one.path),
                "others": [{"id": ref, "days_short": days} for ref, days in one.others],
            }
            for one in chains
        ],
    }


def _forecast(one: Forecast) -> Json:
    return {
        "state": one.state,
        "start": day_json(one.start),
        "finish": day_json(one.finish),
        "progress": number_json(one.progress),
        "remaining_days": one.remaining_days,
        "later_days": one.later_days,
        "missed_days": one.missed_days,
    }
