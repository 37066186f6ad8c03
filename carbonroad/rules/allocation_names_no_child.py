"""The division of a target names a roadmap that is none of those below, or a weight that none of them has.

A name that is mistyped leaves a province out of the sum, or waits for it forever.

分解对象不存在。指标分解里写的名称不是任何下级路线图，或者没有一个下级有这个权重指标。

名称写错，就会把某个省份漏在合计之外，或者一直等着一个不存在的下级。

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
        allocation:
          method: sum
          among: [north, suoth]  # expect: allocation-names-no-child
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
        allocation:
          method: sum
          among: [north, south]
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

from carbonroad.base.texts.nearest import Spelling
from carbonroad.base.texts.said import say
from carbonroad.compute.allocation.participants import find_child, longer_name
from carbonroad.compute.allocation.weighing import EQUAL
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.family import Family
from carbonroad.link.system import System
from carbonroad.model.items import Indicator
from carbonroad.model.terms import Words
from carbonroad.read.phrases import did_you_mean, replace
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR440", "allocation-names-no-child", Severity.warning)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each name of a division that stands for nothing in the run."""
    for indicator in system.top.indicators if system.top is not None else ():
        if indicator.allocation is not None:
            yield from _names(system, indicator)
            yield from _weights(system.family, indicator)


def _names(system: System, indicator: Indicator) -> Iterator[Finding]:
    allocation, family = indicator.allocation, system.family
    named = (*allocation.among, *(words for words, _ in allocation.shares)) if allocation is not None else ()
    known = [*(child.name for child in family.children), *family.absent]
    for words in named:
        name = words.text.strip().rpartition("/")[2]
        if find_child(family, words.text) is None and name not in family.absent:
            yield _finding(system, indicator, words, known)


def _finding(system: System, indicator: Indicator, words: Words, known: list[str]) -> Finding:
    alike = [child for child in system.family.children if child.name == words.text.strip()]
    several = len(alike) > 1
    near = Spelling(known).near(words.text)
    return found(
        RULE,
        words.span,
        say('"{name}" fits more than one roadmap below {own}.', name=words.text, own=system.name)
        if several
        else say('No roadmap below {own} is called "{name}".', own=system.name, name=words.text),
        pointer=indicator.place.at("allocation"),
        label=say("which one?") if several else say("none below"),
        help_=say(
            "write the folder that it lies in before its name, such as {example}",
            example=longer_name(alike[0]),
        )
        if several
        else (did_you_mean(near.words) if near.words else _WAY_OUT),
        fix=replace(words, near.one, safe=False) if near.one and not several else None,
    )


_WAY_OUT = say("write the name of a folder whose carbonroad.yaml names this roadmap as its parent")


def _weights(family: Family, indicator: Indicator) -> Iterator[Finding]:
    words = None if indicator.allocation is None else indicator.allocation.weights
    if words is None or words.text.strip() in EQUAL or family.absent:
        return
    if any(level.indicator == words.text.strip() for child in family.children for level in child.levels):
        return
    yield found(
        RULE,
        words.span,
        say('No roadmap below has an indicator "{name}" with a number.', name=words.text),
        pointer=indicator.place.at("allocation"),
        label=say("nothing to weigh with"),
        help_=say(
            "name an indicator that each of them has, with a measured value or a target of one number; "
            "or write weights: equal"
        ),
    )
