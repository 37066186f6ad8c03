"""Start, finish and duration of a work do not fit together.

Three statements about two days: if they differ, each reader believes another one.

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

from carbonroad.base.dates import end_midnight, parse_period
from carbonroad.base.refusal import Refusal
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity
from carbonroad.link.system import System
from carbonroad.model.items import Work
from carbonroad.rules.making import found

RULE = Rule("CR318", "dates-disagree", Severity.warning)


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding where the duration, counted from the start, ends outside the finish as written."""
    for item in system.items.values():
        work = item.written
        if not isinstance(work, Work) or work.start is None or work.finish is None or work.takes is None:
            continue
        midnight = end_midnight(work.start.day.toordinal(), work.takes)
        stated = parse_period(work.finish.words.text)
        if work.start.day > work.finish.day or isinstance(midnight, Refusal) or isinstance(stated, Refusal):
            continue
        counted = date.fromordinal(midnight - 1)
        if stated.first <= counted <= stated.last:
            continue
        yield found(
            RULE,
            item.place.value("takes"),
            f"{item.ref} takes from {work.start.day} to {counted}, but its finish is {work.finish.day}.",
            pointer=item.place.at("takes"),
            label=f"ends on {counted}",
            help_="leave out one of the three; the start and the finish are used until then",
            related=[
                Related(item.place.value("start"), "starts here"),
                Related(item.place.value("finish"), "stated finish"),
            ],
        )
