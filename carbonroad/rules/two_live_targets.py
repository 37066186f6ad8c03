"""An indicator has two different targets for one year, and nothing says why.

One of them is outdated, or they count different things. Whether the target was reached depends on which
one is read.

同年有两个有效目标。同一指标在同一年份有两个不同的目标，而没有说明原因。

其中一个已经过时，或者两者统计口径不同。目标是否完成，取决于看的是哪一个。

Flagged:
    indicators:
      - id: eaf
        title: Electric furnace share
        unit: '%'
        owner: MIIT
        targets:
          2030:
            - {value: at least 20, id: plan}
            - {value: at least 25, id: draft}  # expect: two-live-targets

Fine:
    indicators:
      - id: eaf
        title: Electric furnace share
        unit: '%'
        owner: MIIT
        targets:
          2030:
            - {value: at least 20, id: plan, superseded_by: eaf@2030.draft}
            - {value: at least 25, id: draft}
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.model.items import Indicator, Target
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR406", "two-live-targets", Severity.warning)
SCOPE = Scope(reach="part", misses=(), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each target that differs from an earlier one of its key, unless both have notes."""
    for indicator in system.indicators.values():
        if len({_key(target) for target in indicator.targets}) == len(indicator.targets):
            continue
        live: dict[tuple[str, str, bool], Target] = {}
        for target in indicator.targets:
            if target.superseded_by is not None or target.status == "dropped":
                continue
            first = live.setdefault(_series(indicator, target), target)
            if _asks(first) == _asks(target) or (first.note and target.note):
                continue
            yield found(
                RULE,
                target.place.value("value"),
                say(
                    '"{id}" has two targets for {key}: "{first}" and "{second}".',
                    id=indicator.id,
                    key=target.key.text.strip(),
                    first=first.words,
                    second=target.words,
                ),
                pointer=target.place.pointer,
                label=say("another value for the same year"),
                help_=say(
                    "name the newer one under superseded_by, or give each a note that says why both stand"
                ),
                related=[Related(first.place.value("value"), say("the first one"))],
            )


def _series(indicator: Indicator, target: Target) -> tuple[str, str, bool]:
    """Targets are compared within one key, one baseline, and among levels or among changes."""
    baseline = target.baseline or indicator.baseline
    change = target.value is not None and target.value.change
    return _key(target), baseline.words if baseline is not None else "", change


def _key(target: Target) -> str:
    return target.key.text.strip().removesuffix("年")


def _asks(target: Target) -> tuple[object, ...]:
    value = target.value
    if value is None or not value.understood:
        return (target.words,)
    return value.low, value.high, value.kind, value.relative, value.points, value.multiple
