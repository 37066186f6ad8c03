"""The schedule, a chain, a what-if and the forecast as CSV, one row an item; the headers are a contract."""

from collections.abc import Iterable, Sequence

from carbonroad.compute.delays.delayed_plan import Delayed
from carbonroad.compute.forecasting.forecast import Forecasts
from carbonroad.compute.scheduling.paths import Path
from carbonroad.compute.scheduling.schedule import Activity
from carbonroad.export.csv_text import Value, csv_bytes
from carbonroad.link.system import System

_ACTIVITY = (
    "id",
    "title",
    "kind",
    "duration_days",
    "early_start",
    "early_finish",
    "late_start",
    "late_finish",
    "total_float_days",
    "free_float_days",
    "critical",
)
_FORECAST = (
    "state",
    "progress",
    "remaining_days",
    "forecast_start",
    "forecast_finish",
    "later_days",
    "deadline",
    "missed_days",
)
_STEP = (
    "step",
    "id",
    "title",
    "link",
    "lag_days",
    "start",
    "finish",
    "duration_days",
    "total_float_days",
    "days_since_previous_deadline",
)
_EFFECT = (
    "effect",
    "id",
    "title",
    "due",
    "planned",
    "now",
    "days_short",
    "days_short_before",
    "stated_start",
)


def schedule_csv(system: System, rows: Iterable[Activity], found: Forecasts | None, lang: str) -> bytes:
    """Return one row an activity; with a forecast, its columns behind."""
    headers = _ACTIVITY if found is None else (*_ACTIVITY, *_FORECAST)
    return csv_bytes(headers, (_activity(system, one, found, lang) for one in rows))


def _activity(system: System, one: Activity, found: Forecasts | None, lang: str) -> Sequence[Value]:
    row: list[Value] = [one.ref, _title(system, one.ref, lang), *one[1:]]
    if found is not None:
        ahead = found.items[one.ref]
        progress = None if ahead.progress is None else f"{ahead.progress:g}"
        row += [ahead.state, progress, ahead.remaining_days, ahead.start, ahead.finish]
        row += [ahead.later_days, ahead.latest, ahead.missed_days]
    return row


def path_csv(system: System, path: Path, lang: str) -> bytes:
    """Return one row a step of a chain, first to last."""
    return csv_bytes(
        _STEP,
        (
            (
                n,
                step.ref,
                _title(system, step.ref, lang),
                "" if step.link is None else step.link.type,
                step.lag_days,
                step.start,
                step.finish,
                step.duration_days,
                step.total_float_days,
                step.days,
            )
            for n, step in enumerate(path.steps, 1)
        ),
    )


def delay_csv(system: System, found: Delayed, lang: str) -> bytes:
    """Return one row a day to be kept that the delays touch, first what breaks."""
    return csv_bytes(
        _EFFECT,
        (
            (
                one.kind,
                one.ref,
                _title(system, one.ref, lang),
                one.latest,
                one.was,
                one.now,
                one.short,
                one.short_before,
                one.fixed,
            )
            for one in found.effects
        ),
    )


def _title(system: System, ref: str, lang: str) -> str:
    return system.items[ref].title.pick(lang, system.languages)
