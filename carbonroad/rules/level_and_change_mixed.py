"""One indicator has a level and a change side by side, and the level to change from is not stated.

Whether the targets fit together, and whether they were reached, cannot be worked out. Mostly a sign or a
word is missing: 65 in place of "down 65 %".

绝对水平与变化量混用。同一指标既有绝对水平，又有变化量，而变化的起点没有数值。

各项目标能否衔接、是否完成，都无法计算。多半是漏写了符号或“下降”“提高”等字样，例如把“下降65%”写成了65。

Flagged:
    indicators:
      - id: intensity
        title: Carbon intensity of output
        unit: '%'
        owner: MIIT
        baseline: 2020
        targets:
          2028: -9 %
          2030: -18 %
          2035: 65  # expect: level-and-change-mixed

Fine:
    indicators:
      - id: intensity
        title: Carbon intensity of output
        unit: '%'
        owner: MIIT
        baseline: 2020
        targets:
          2028: -9 %
          2030: -18 %
          2035: -65 %
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say, sayable
from carbonroad.compute.facts import Facts
from carbonroad.compute.targets.consistency import mixed_forms
from carbonroad.compute.targets.series import Entry
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import typed

RULE = Rule("CR407", "level-and-change-mixed", Severity.warning)
SCOPE = Scope(reach="part", misses=("baseline", "change"), absence="none")
_FORMS = {
    "level": sayable("a level"),
    "percent": sayable("a change in percent"),
    "points": sayable("a change in percentage points"),
    "units": sayable("a change in the indicator's unit"),
    "multiple": sayable("a multiple of the baseline"),
}


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each indicator with numbers that no known baseline makes comparable."""
    for ref, series in facts.series.items():
        mixed = mixed_forms(series)
        if mixed is None:
            continue
        odd, other = mixed
        yield found(
            RULE,
            odd.span,
            say(
                '"{words}" is {form}, but "{other}" for {year} is {other_form}: the two cannot be compared.',
                words=typed(odd),
                form=say(_FORMS[odd.measure]),
                other=typed(other),
                year=other.year,
                other_form=say(_FORMS[other.measure]),
            ),
            pointer=odd.pointer,
            label=say(_FORMS[odd.measure]),
            related=[Related(other.span, say(_FORMS[other.measure]))],
            notes=[say("the indicator is {ref}", ref=ref)],
            help_=_help(odd if odd.measure != "level" else other),
        )


def _help(change: Entry) -> str:
    if change.baseline is not None and change.baseline.year is not None:
        return say(
            "write both as levels or both as changes (down 18 %, up 5 pp); or state the level to start from:"
            " baseline: {{year: {year}, value: …}}",
            year=change.baseline.year,
        )
    return say("write both as levels, or both as changes: down 18 %, up 5 pp, +3")
