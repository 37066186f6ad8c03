"""Whether the roadmaps below meet a target that was divided among them cannot be said yet.

Some have stated no target of that year, or not in numbers. Those that are missing are named, so that they can
be asked; nothing is assumed for them.

指标分解未定。下级路线图能否完成分解的目标，目前无法判断。

有的下级没有写明该年度的目标，或者没有用数字写明。这里列出缺少的下级，便于逐一催办；不替它们假定任何数值。

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
          2030: at least 1000  # expect: allocation-undecided
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
        targets: {2035: at least 300}

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
from carbonroad.compute.allocation.allocated import Allocated, missing
from carbonroad.compute.allocation.shares import Why
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.model.items import Allocation
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import typed
from carbonroad.rules.shared.shares import names_of, times_stated

RULE = Rule("CR438", "allocation-undecided", Severity.info)
SCOPE = Scope(reach="whole", misses=(), absence="none")

_REASONS: dict[Why, str] = {
    "incomplete": sayable("Not all their files could be read: {names}."),
    "absent": sayable("Not in this run: {names}."),
    "unread": sayable("Words that are not understood: {names}."),
    "several": sayable("More than one target of that year: {names}."),
    "side": sayable("A bound on the other side only: {names}."),
    "weight": sayable("Nothing to weigh it with: {names}."),
}
_DOUBTS = {
    "open": sayable("The ranges, or what is only about a number, leave it open."),
    "side": sayable("It is not said whether higher or lower is better."),
    "terms": sayable("The level of its base year is not known."),
}


_ASK = sayable("ask those that are named; until then nothing is decided")
_WAYS_OUT: dict[str, str] = {
    "absent": sayable("name them in the same call, or the folder that holds all of them"),
    "several": sayable("leave one target of that year in each of them, under the id of the roadmap above"),
    "weight": sayable("give each of them a weight; or write under among who takes part, or weights: equal"),
}
_OWN_WAYS_OUT = {
    "open": sayable("agree on one number where a range or about a number is written"),
    "side": sayable("write better: higher or better: lower"),
    "terms": sayable("give the base year with its value under baseline"),
}


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each divided target that is open for other reasons than faults of their own."""
    for one in facts.allocations:
        if one.verdict != "undecided" or _without_weights(one.allocation):
            continue
        notes = list(_notes(one))
        without = list(missing(one, "missing"))
        if notes or without:
            yield found(
                RULE,
                one.entry.span,
                _message(one),
                pointer=one.entry.pointer,
                label=say("open"),
                notes=notes,
                help_=_help(one),
            )


def _without_weights(allocation: Allocation) -> bool:
    """Whether it is a mean that says nothing of weights, which is found where it is read."""
    return allocation.method == "mean" and allocation.weights is None and not allocation.shares


def _help(one: Allocated) -> Said:
    """What to do: with those below that have no finding of their own; else with the target itself."""
    if any(share.others for share in one.shares):
        return say("use the same years or phases here and in those that are named")
    why = {share.why for share in one.shares} - {"", "unit", "change"}
    if not why:
        return say(_OWN_WAYS_OUT.get(one.why, _ASK))
    return say(_WAYS_OUT.get(why.pop(), _ASK) if len(why) == 1 else _ASK)


def _useless(one: Allocated) -> bool:
    return one.weighed is not None and one.weighed.unusable


def _message(one: Allocated) -> Said:
    without = list(missing(one, "missing"))
    if without:
        return say(
            "{n} of {all} roadmaps below have stated a target for {year}; none is stated by {names}.",
            n=sum(share.target is not None for share in one.shares),
            all=len(one.shares),
            year=one.entry.year,
            names=names_of(without),
        )
    return say(
        'Whether the roadmaps below meet "{words}" for {year} is open.',
        words=typed(one.entry),
        year=one.entry.year,
    )


def _notes(one: Allocated) -> Iterator[Said]:
    others = [share for share in one.shares if share.others]
    if others:
        yield say("For other times they state some: {names}.", names=times_stated(others))
    for why, template in _REASONS.items():
        shares = list(missing(one, why))
        if why == "weight" and _useless(one):
            yield say("Weights of which one is below zero, or that are all zero, weigh nothing.")
        elif shares:
            yield say(template, names=names_of(shares))
    if one.why in _DOUBTS:
        yield say(_DOUBTS[one.why])
