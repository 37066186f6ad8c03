"""A target of a roadmap below cannot be counted: its unit does not convert, or its base year has no level.

Its part is then missing from the sum, and nobody knows whether the whole is met.

分解指标不可比。下级路线图的目标无法计入：单位不能换算，或者基期数值未知。

这一部分不能计入合计，总目标能否完成也就无从判断。

Flagged:
    # file whole/carbonroad.yaml
    before_means: inclusive
    organisations:
      moe: {title: Ministry of Energy}
    indicators:
      - id: wind
        title: Wind power
        unit: MW
        better: higher
        owner: moe
        allocation: sum  # expect: allocation-not-comparable
        targets:
          2030: at least 1000
    # file north/carbonroad.yaml
    parent: whole
    indicators:
      - id: wind
        title: Wind power in the north
        unit: MW
        better: higher
        owner: moe
        targets: {2030: at least 700}
    # file south/carbonroad.yaml
    parent: whole
    indicators:
      - id: wind
        title: Wind power in the south
        unit: Mt
        better: higher
        owner: moe
        targets: {2030: at least 300}

Fine:
    # file whole/carbonroad.yaml
    before_means: inclusive
    organisations:
      moe: {title: Ministry of Energy}
    indicators:
      - id: wind
        title: Wind power
        unit: MW
        better: higher
        owner: moe
        allocation: sum
        targets:
          2030: at least 1000
    # file north/carbonroad.yaml
    parent: whole
    indicators:
      - id: wind
        title: Wind power in the north
        unit: MW
        better: higher
        owner: moe
        targets: {2030: at least 700}
    # file south/carbonroad.yaml
    parent: whole
    indicators:
      - id: wind
        title: Wind power in the south
        unit: MW
        better: higher
        owner: moe
        targets: {2030: at least 300}
"""

from collections.abc import Iterator, Sequence

from carbonroad.base.texts.said import all_of, say
from carbonroad.compute.allocation.allocated import Allocated, missing
from carbonroad.compute.allocation.shares import Share
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.shares import names_of, places_of

RULE = Rule("CR439", "allocation-not-comparable", Severity.warning)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each divided indicator with parts that do not convert."""
    by_indicator: dict[str, list[Allocated]] = {}
    for one in facts.allocations:
        by_indicator.setdefault(one.indicator.id, []).append(one)
    for found_of in by_indicator.values():
        units = _once(share for one in found_of for share in missing(one, "unit"))
        bases = _once(share for one in found_of for share in missing(one, "change"))
        if units:
            yield _units(found_of[0], units)
        if bases:
            yield _bases(found_of[0], bases)


def _once(shares: Iterator[Share]) -> list[Share]:
    """One part of each roadmap."""
    return list({share.child.key: share for share in shares}.values())


def _units(one: Allocated, shares: Sequence[Share]) -> Finding:
    units = dict.fromkeys(share.target.unit for share in shares if share.target is not None)
    return found(
        RULE,
        one.indicator.place.value("allocation"),
        say(
            'The targets of {names} are in "{units}", which does not convert to "{unit}".',
            names=names_of(shares),
            units=all_of(list(units)),
            unit="" if one.indicator.unit is None else one.indicator.unit.text,
        ),
        pointer=one.indicator.place.at("allocation"),
        label=say("other units below"),
        related=places_of(shares),
        help_=say("write the unit of the roadmap above, or one that converts to it"),
    )


def _bases(one: Allocated, shares: Sequence[Share]) -> Finding:
    return found(
        RULE,
        one.indicator.place.value("allocation"),
        say(
            "The targets of {names} are changes, and the level of their base year is not known.",
            names=names_of(shares),
        ),
        pointer=one.indicator.place.at("allocation"),
        label=say("changes without a level below"),
        related=places_of(shares),
        help_=say(
            "give the base year with its value: baseline: {example}", example="{year: 2020, value: 120}"
        ),
    )
