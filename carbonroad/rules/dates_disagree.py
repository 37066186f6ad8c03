"""Start, finish and duration of a work do not fit together.

Three statements about two days: if they differ, each reader believes another one.

日期不一致。一项工程的开始、结束和工期对不上。

三处写的是同一段时间，对不上时，读者各取一处，说法就不一致。

Flagged:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
        start: 2027-01-01
        takes: 9 months  # expect: dates-disagree
        finish: 2027-12-31

Fine:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
        start: 2027-01-01
        takes: 9 months
        finish: 2027-09-30
"""

from collections.abc import Iterator
from datetime import date

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.durations import Duration, end_midnight
from carbonroad.base.times.periods import parse_period
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import Item, System
from carbonroad.model.items import Work
from carbonroad.model.terms import Day
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR318", "dates-disagree", Severity.warning)
SCOPE = Scope(reach="part", misses=(), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding where the stated days of a work contradict each other."""
    for item in system.items.values():
        work = item.written
        if not isinstance(work, Work) or work.finish is None:
            continue
        if work.start is not None and work.takes is not None:
            yield from _counted(item, work.start.day, work.takes, work.finish)
        elif work.kind == "window" and item.latest is not None and work.finish.day > item.latest:
            yield found(
                RULE,
                item.place.value("finish"),
                say(
                    "{item} ends on {finish}, but it is due on {day}.",
                    item=item.ref,
                    finish=work.finish.day,
                    day=item.latest,
                ),
                pointer=item.place.at("finish"),
                label=say("after the deadline"),
                help_=say("correct one of the two days"),
                related=[Related(item.place.value("deadline"), say("due here"))],
            )


def _counted(item: Item, start: date, takes: Duration, finish: Day) -> Iterator[Finding]:
    """Yield a finding where the duration, counted from the start, ends outside the finish as written."""
    midnight = end_midnight(start.toordinal(), takes)
    stated = parse_period(finish.words.text)
    if start > finish.day or isinstance(midnight, Refusal) or isinstance(stated, Refusal):
        return
    counted = date.fromordinal(midnight - 1)
    if not stated.first <= counted <= stated.last:
        yield found(
            RULE,
            item.place.value("takes"),
            say(
                "{item} takes from {start} to {counted}, but its finish is {finish}.",
                item=item.ref,
                start=start,
                counted=counted,
                finish=finish.day,
            ),
            pointer=item.place.at("takes"),
            label=say("ends on {day}", day=counted),
            help_=say("leave out one of the three; the start and the finish are used until then"),
            related=[
                Related(item.place.value("start"), say("starts here")),
                Related(item.place.value("finish"), say("stated finish")),
            ],
        )
