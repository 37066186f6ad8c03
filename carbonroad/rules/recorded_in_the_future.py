"""A monitoring report, a revision or a source bears a date after the data date.

What is reported has happened. Often the year is mistyped, or the data date was not moved; until then the
report counts for nothing.

记录日期在将来。进展、修订或来源的日期晚于数据截至日。

已经上报的事，都是发生过的。多半是年份打错了，或者忘了更新数据截至日；在此之前，这次进展不起作用。

Flagged:
    as_of: 2026-11-22
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: by 2030
        reports:
          - date: 2062-06-30  # expect: recorded-in-the-future
            progress: 60

Fine:
    as_of: 2026-11-22
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: by 2030
        reports:
          - date: 2026-06-30
            progress: 60
"""

from collections.abc import Iterator
from datetime import date

from carbonroad.base.texts.said import Said, say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, Span, found
from carbonroad.link.system import System
from carbonroad.model.items import Milestone, Work
from carbonroad.model.roadmap import Part
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import first_day

RULE = Rule("CR328", "recorded-in-the-future", Severity.warning)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each record that begins after the data date."""
    as_of = system.as_of
    for part in system.parts:
        for span, pointer, message in (
            *_reports(part, as_of),
            *_revisions(part, as_of),
        ):
            yield _finding(system, span, pointer, message)
    for document in system.documents.values():
        for name, day in (("issued", document.issued), ("published", document.published)):
            if day is not None and first_day(day) > as_of:
                message = say(
                    'Source "{source}" is dated {day}, after the data date.', source=document.id, day=day.day
                )
                yield _finding(system, document.place.value(name), f"sources[{document.id}].{name}", message)


def _reports(part: Part, as_of: date) -> Iterator[tuple[Span, str, Said]]:
    for item in _rows(part):
        for report in item.reports:
            if report.date > as_of:
                message = say(
                    "{item} has a report of {day}, after the data date.",
                    item=f"{part.id}.{item.id}",
                    day=report.date,
                )
                yield report.place.value("date"), report.place.at("date"), message


def _rows(part: Part) -> tuple[Milestone | Work, ...]:
    return (*part.milestones, *part.works)


def _revisions(part: Part, as_of: date) -> Iterator[tuple[Span, str, Said]]:
    for revision in part.revisions:
        if revision.date is not None and first_day(revision.date) > as_of:
            message = say(
                'Revision "{rev}" is dated {day}, after the data date.',
                rev=revision.rev,
                day=revision.date.day,
            )
            yield revision.place.value("date"), revision.place.at("date"), message


def _finding(system: System, span: Span, pointer: str, message: Said) -> Finding:
    return found(
        RULE,
        span,
        message,
        pointer=pointer,
        label=say("as of {day}", day=system.as_of),
        help_=say("correct the date, or move the data date (as_of) if it has come"),
    )
