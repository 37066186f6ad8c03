"""The targets of the roadmaps below do not add up, or come on average, to the target that was divided.

If every province keeps its word, the country still breaks its own. Ranges and units are respected; more than
enough is no fault.

指标分解不足。下级路线图的目标合计（或加权平均）达不到分解的目标。

即使每个省份都完成任务，全国目标仍然完不成。比较时考虑区间和单位换算；分解有余不算错。

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
        allocation: sum
        targets:
          2030: at least 1000  # expect: allocation-missed
    # file north/carbonroad.yaml
    parent: whole
    indicators:
      - id: wind
        title: Wind power in the north
        unit: MW
        better: higher
        owner: moe
        targets: {2030: at least 600}
    # file south/carbonroad.yaml
    parent: whole
    indicators:
      - id: wind
        title: Wind power in the south
        unit: MW
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

from collections.abc import Iterator

from carbonroad.base.texts.said import Said, say, sayable
from carbonroad.compute.allocation.allocated import Allocated
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import typed
from carbonroad.rules.shared.shares import gap_of, number_of, parts_of, places_of

RULE = Rule("CR437", "allocation-missed", Severity.warning)
SCOPE = Scope(reach="whole", misses=("better", "change"), absence="none")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each divided target that its parts miss."""
    for one in facts.allocations:
        if one.verdict == "missed":
            yield found(
                RULE,
                one.entry.span,
                _message(one),
                pointer=one.entry.pointer,
                label=_label(one),
                notes=[say("The parts: {parts}.", parts=parts_of(one))],
                related=places_of(one.counted),
                help_=say(
                    "correct a number that is mistyped; or agree with the roadmaps below who takes the rest"
                ),
            )


def _label(one: Allocated) -> Said:
    if not one.gap:
        return say("not quite met")
    if one.is_too_much:
        return say("{gap} too much", gap=gap_of(one))
    return say("{gap} too little", gap=gap_of(one))


def _message(one: Allocated) -> Said:
    if not one.gap:
        template = sayable(
            'The targets of the roadmaps below come to {total} for {year}, and "{words}" asks for more.'
        )
    else:
        template = _TEMPLATES[one.allocation.method, one.is_too_much]
    return say(
        template,
        total=number_of(one, one.total),
        year=one.entry.year,
        gap=gap_of(one),
        words=typed(one.entry),
    )


_TEMPLATES = {
    ("mean", True): sayable(
        'The targets of the roadmaps below come to {total} on average for {year}, {gap} above "{words}".'
    ),
    ("mean", False): sayable(
        'The targets of the roadmaps below come to {total} on average for {year}, {gap} short of "{words}".'
    ),
    ("sum", True): sayable(
        'The targets of the roadmaps below add up to {total} for {year}, {gap} above "{words}".'
    ),
    ("sum", False): sayable(
        'The targets of the roadmaps below add up to {total} for {year}, {gap} short of "{words}".'
    ),
}
