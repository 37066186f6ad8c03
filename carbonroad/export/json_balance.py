"""The 1+N arithmetic as JSON: totals, turning points, contributions, parents and their children."""

from collections.abc import Sequence

from carbonroad.compute.pathways.balance import Balance
from carbonroad.compute.pathways.contributions import Amount, Contribution, Contributions, Step
from carbonroad.compute.pathways.coverage import TargetGap
from carbonroad.compute.targets.indicator_families import IndicatorFamily, TargetPair
from carbonroad.compute.targets.series import Entry
from carbonroad.compute.undecided import Missing
from carbonroad.export.json_values import Json, fraction_json, number_json


def balance_json(balance: Balance, contributions: Contributions) -> Json:
    """Return the sums of the industries' pathways and what they decide."""
    measured = balance.measured
    return {
        "unit": balance.unit,
        "gas": balance.gas or None,
        "years": list(balance.years),
        "total": [number_json(value) for value in balance.total],
        "total_low": [number_json(value) for value in balance.total_low],
        "total_high": [number_json(value) for value in balance.total_high],
        "target_total": [number_json(value) for value in balance.target_total],
        "members": [list(names) for names in balance.members],
        "peak_year": balance.peak_year,
        "peak_last_year": balance.peak_last_year,
        "peak_years": list(balance.peak_years),
        "neutral_year": balance.neutral_year,
        "relapses": list(balance.relapses),
        "coverage": balance.coverage,
        "coverage_year": balance.coverage_year,
        "coverage_total": None if measured is None else fraction_json(measured.total),
        "coverage_top": None if measured is None else fraction_json(measured.whole),
        "top_target": [_gap(gap) for gap in balance.gaps],
        "left_out": list(balance.left_out),
        "missing": [_missing(one) for one in balance.missing],
        "contributions": {
            "against": contributions.against if contributions.steps else None,
            "steps": [_step(step) for step in contributions.steps],
            "undecided": None if contributions.undecided is None else contributions.undecided.text,
        },
        "undecided": [sentence.text for sentence in balance.undecided],
    }


def _gap(gap: TargetGap) -> Json:
    return {
        "year": gap.year,
        "top": number_json(gap.top),
        "total": number_json(gap.total),
        "within_rounding": gap.within,
        "verdict": gap.verdict,
        "top_low": number_json(gap.top_low),
        "top_high": number_json(gap.top_high),
        "total_low": number_json(gap.total_low),
        "total_high": number_json(gap.total_high),
        "rounding": number_json(gap.room),
    }


def _missing(one: Missing) -> Json:
    return {"industry": one.industry, "from": one.first, "to": one.last}


def _step(step: Step) -> Json:
    return {
        "from": step.first,
        "year": step.year,
        "leader": step.leader or None,
        "total": _contribution(step.whole),
        "industries": [{"industry": one.industry, **_contribution(one)} for one in step.parts],
        "missing": [_missing(one) for one in step.lacking],
    }


def _contribution(one: Contribution) -> Json:
    return {
        "before": _amount(one.before),
        "after": _amount(one.after),
        "change": _amount(one.change),
        "percent": fraction_json(one.percent),
        "share": fraction_json(one.share),
    }


def _amount(amount: Amount) -> Json:
    return {
        "value": fraction_json(amount.middle),
        "low": fraction_json(amount.low),
        "high": fraction_json(amount.high),
    }


def parents_json(found: Sequence[IndicatorFamily]) -> list[Json]:
    """Return the top file's indicators with those of the industries that name them as their parent."""
    return [
        {
            "indicator": family.parent.ref,
            "children": [
                {"indicator": child.ref, "targets": [_compared(one) for one in compared]}
                for child, compared in family.children
            ],
        }
        for family in found
    ]


def _compared(one: TargetPair) -> Json:
    return {
        "year": one.year,
        "parent": _target(one.parent),
        "child": _target(one.child),
        "child_low": fraction_json(one.low),
        "child_high": fraction_json(one.high),
        "verdict": one.verdict,
    }


def _target(entry: Entry | None) -> str | None:
    return None if entry is None or entry.item is None else entry.item.ref
