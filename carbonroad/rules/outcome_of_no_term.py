"""An outcome is recorded for a year, quarter or month in which the item is not due.

The year is mistyped, or the item is due once and its days belong under one date. The outcome counts for
nothing, and the year that was meant stays open.

结果不属于任何一期。记录了某年、某季或某月的结果，而该条目在那时并不到期。

要么年份打错了，要么这个条目只到期一次，应当只写一个日期。这条结果不起作用，本来要记的那一期仍然空着。

Flagged:
    as_of: 2026-11-22
    milestones:
      - id: inspection
        title: Furnaces inspected
        deadline: every year 2024..2030
        owner: MIIT
        finished:
          2024: 2024-12-20
          2052: 2025-12-20  # expect: outcome-of-no-term

Fine:
    as_of: 2026-11-22
    milestones:
      - id: inspection
        title: Furnaces inspected
        deadline: every year 2024..2030
        owner: MIIT
        finished:
          2024: 2024-12-20
          2025: 2025-12-20
"""

from collections.abc import Iterator

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.periods import parse_period
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import recurs
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import Item, System
from carbonroad.model.terms import TermDays
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import due_place

RULE = Rule("CR337", "outcome-of-no-term", Severity.warning)
SCOPE = Scope(reach="part", misses=(), absence="none")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each outcome of no term, and for a list of outcomes of what is due once."""
    for item in facts.having("finished"):
        finished = item.written.finished
        if not isinstance(finished, TermDays) or item.deadline is None:
            continue
        if recurs(item):
            yield from _of_no_term(item, finished)
        else:
            yield found(
                RULE,
                item.place.key("finished"),
                say("{item} is due once, but several outcomes are recorded.", item=item.ref),
                pointer=item.place.at("finished"),
                label=say("for each year?"),
                help_=say("write one date, or a deadline that comes back, such as every year 2026..2030"),
                related=[Related(due_place(item)[0], say("due here"))],
            )


def _of_no_term(item: Item, finished: TermDays) -> Iterator[Finding]:
    terms = item.deadline.instances if item.deadline is not None else ()
    for key, _ in finished.entries:
        known = parse_period(key.text)
        if isinstance(known, Refusal) or not terms:
            continue
        if any(term.first <= known.first and known.last <= term.last for term in terms):
            continue
        yield found(
            RULE,
            key.span,
            say("{item} is not due in {term}.", item=item.ref, term=key.text),
            pointer=f"{item.place.at('finished')}.{key.text}",
            label=say("no such term"),
            help_=say("correct the year, the quarter or the month"),
            related=[Related(due_place(item)[0], say("due here"))],
        )
