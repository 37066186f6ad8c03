"""The tables of numbers: indicators, their targets and measured values, the emission pathways."""

from collections.abc import Iterator

from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.value import Value
from carbonroad.export.pathway_points import point_text
from carbonroad.export.tables.cells import Number, Row, baseline, finished, target_of, unit_text
from carbonroad.export.tables.tabled import TabledRoadmap
from carbonroad.link.system import Item
from carbonroad.model.items import Actual, Allocation, Indicator, Pathway
from carbonroad.model.text import EMPTY


def indicators(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield the indicators, each with its latest measured value and its next target."""
    targets = _targets(tabled)
    for ref, part in tabled.indicators.items():
        indicator = tabled.system.indicators[ref]
        yield {
            "id": ref,
            "industry": tabled.industry(part),
            "title": indicator.title,
            "unit": unit_text(indicator.unit),
            **_latest(tabled, indicator),
            **_next(tabled, targets.get(ref, [])),
            **tabled.duties(indicator.duties, tabled.system.duties[part].indicators[indicator.id]),
            "nature": tabled.word("nature", indicator.nature),
            "better": tabled.word("better", indicator.better),
            "baseline": baseline(indicator.baseline),
            "change": tabled.yes(indicator.change),
            "for": tabled.refs(indicator.serves, part),
            "measure": tabled.ref(indicator.measure, part),
            "parent": tabled.ref(indicator.parent, "top"),
            "allocation": "" if indicator.allocation is None else _allocation(tabled, indicator.allocation),
            "variable": indicator.variable,
            "source": tabled.sources(indicator.citations),
            "note": indicator.note,
        }


def _targets(tabled: TabledRoadmap) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in tabled.items:
        if item.indicator is not None:
            found.setdefault(item.indicator_ref, []).append(item)
    return found


def _latest(tabled: TabledRoadmap, indicator: Indicator) -> Row:
    as_of = tabled.system.as_of
    known = [actual for actual in indicator.actuals if actual.period.last <= as_of]
    if not known:
        return {}
    last = max(known, key=lambda actual: actual.period.last)
    return {"latest_value": _measured(indicator, last)[0], "latest_period": last.key.strip()}


def _next(tabled: TabledRoadmap, items: list[Item]) -> Row:
    as_of, due = tabled.system.as_of, tabled.facts.due
    dated = [(due[item.ref].latest, item) for item in items if item.superseded_by is None]
    coming = [(day, item) for day, item in dated if day is not None and day >= as_of]
    if not coming:
        return {}
    item = min(coming, key=lambda pair: pair[0])[1]
    return {"next_value": tabled.words.value(item), "next_period": tabled.words.key(item)}


def _allocation(tabled: TabledRoadmap, allocation: Allocation) -> str:
    """Such as: mean; weights: output; among: north, south."""
    parts = [tabled.word("allocation", allocation.method)]
    if allocation.weights is not None:
        parts.append(f"weights: {allocation.weights.text}")
    if allocation.shares:
        parts.append("weights: " + ", ".join(f"{child.text}={share}" for child, share in allocation.shares))
    if allocation.among:
        parts.append("among: " + ", ".join(child.text for child in allocation.among))
    return "; ".join(parts)


def values(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield the measured values and the targets of each indicator."""
    targets = _targets(tabled)
    for ref, part in tabled.indicators.items():
        indicator = tabled.system.indicators[ref]
        title = tabled.text(indicator.title)
        head: Row = {"indicator": ref, "industry": tabled.industry(part), "title": title}
        for actual in indicator.actuals:
            yield {**head, **_actual(tabled, indicator, actual)}
        for item in targets.get(ref, []):
            yield {**head, **_target(tabled, indicator, item)}


def _actual(tabled: TabledRoadmap, indicator: Indicator, actual: Actual) -> Row:
    number, unit = _measured(indicator, actual)
    said = tabled.words.measured_of(indicator, actual)
    return {
        "kind": tabled.word("value", "actual"),
        "key": actual.key.strip(),
        "value": actual.words.strip(),
        "said": said,
        "number": number,
        "unit": unit,
        "baseline": baseline(actual.baseline),
        "estimate": tabled.yes(actual.estimate or None),
        "source": tabled.sources(actual.citations),
        "note": actual.note,
    }


def _measured(indicator: Indicator, actual: Actual) -> tuple[Number, str]:
    """A measured value as a number, and what it counts."""
    changing = indicator.change if actual.baseline is not None or indicator.change else False
    value = parse_value(actual.words, indicator.unit, change=changing)
    known = value if isinstance(value, Value) and value.understood else Value(actual.words)
    measure, unit = _measure(indicator, known)
    return Number(actual.value, measure), unit


def _measure(indicator: Indicator, value: Value) -> tuple[str, str]:
    """What a value's numbers count: `%`, `pp`, `x` or nothing special, and the unit in words."""
    unit = indicator.unit
    if value.change and value.multiple:
        return "x", "×"
    if value.change and value.relative:
        return "%", "%"
    if value.change and value.points:
        return "pp", "pp"
    if unit is None:
        return "", ""
    return ("%" if unit.text.strip() in ("%", "％") else ""), unit.text


def _target(tabled: TabledRoadmap, indicator: Indicator, item: Item) -> Row:
    target = target_of(item)
    change = item.place.fields.get("change")
    return {
        "kind": tabled.word("value", "target"),
        "key": target.key.text.strip(),
        "id": target.id,
        "value": target.words.strip(),
        "said": tabled.words.value(item),
        **_bounds(indicator, target.value),
        "baseline": baseline(target.baseline),
        "stretch": "" if target.stretch is None else target.stretch.words.strip(),
        "change": "" if change is None or target.value is None else tabled.yes(target.value.change),
        **tabled.deadline(target.deadline),
        "deadline_said": "" if target.deadline is None else tabled.said(item),
        "latest": tabled.facts.due[item.ref].latest,
        **tabled.duties(target.duties, item.parties),
        "nature": tabled.word("nature", target.nature),
        "status": tabled.word("status", target.status),
        "standing": tabled.word("standing", tabled.facts.standings[item.ref].state),
        "finished": finished(target.finished),
        "superseded_by": item.superseded_by or "",
        "source": tabled.sources(target.citations),
        "note": target.note,
    }


def _bounds(indicator: Indicator, value: Value | None) -> Row:
    """A target's number, the ends of a range, and what they count; nothing for words not understood."""
    if value is None or not value.understood:
        return {}
    measure, unit = _measure(indicator, value)
    ends = [end for end in (value.low, value.high) if end is not None]
    if not ends:
        return {}
    row: Row = {"unit": unit}
    if len(set(ends)) == 1:
        return {**row, "number": Number(ends[0], measure)}
    return {**row, "low": Number(min(ends), measure), "high": Number(max(ends), measure)}


def pathways(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield the emissions of each part, series and year; what holds for all stands in the first row."""
    for part in tabled.parts:
        pathway = part.pathway
        if pathway is None:
            continue
        whole: Row = {
            "scope": pathway.scope,
            "variable": pathway.variable,
            "source": tabled.sources(pathway.citations),
            "note": pathway.note,
        }
        for row in _points(tabled, pathway):
            yield {
                "industry": part.id,
                "title": tabled.industry(part.id),
                "unit": unit_text(pathway.unit),
                "gas": pathway.gas,
                **row,
                **whole,
            }
            whole = {"scope": EMPTY, "note": EMPTY}


def _points(tabled: TabledRoadmap, pathway: Pathway) -> Iterator[Row]:
    asked = {(one.series, one.year): one for one in pathway.asked}
    for series in ("actual", "target", "reference"):
        for year, value in getattr(pathway, series):
            one = asked.get((series, year))
            row: Row = {
                "series": tabled.word("series", series), "year": year, "value": point_text(one, value)
            }  # fmt: skip
            if one is None or one.low == one.high:
                yield {**row, "number": Number(value)}
            else:
                yield {**row, "low": Number(one.low), "high": Number(one.high)}
