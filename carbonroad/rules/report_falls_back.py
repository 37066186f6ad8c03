"""A later report says less than an earlier one, or two reports of one day differ.

Progress does not fall without a reason. Either a number is mistyped, or the reason belongs in the note.

进展倒退。后一次进展比前一次少，或者同一天的两次进展说法不一。

进度不会无缘无故倒退。要么数字打错了，要么应当在备注里写明原因。

Flagged:
    as_of: 2026-11-22
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: by 2027
        reports:
          - date: 2025-12
            progress: 60
          - date: 2026-06
            progress: 45  # expect: report-falls-back

Fine:
    as_of: 2026-11-22
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: by 2027
        reports:
          - date: 2025-12
            progress: 60
          - date: 2026-06
            progress: 45
            note: Two furnaces were taken out of the programme.
"""

from collections.abc import Iterator
from itertools import pairwise

from carbonroad.base.texts.said import Said, say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.model.items import Target
from carbonroad.model.terms import Report
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import status_word

RULE = Rule("CR329", "report-falls-back", Severity.warning)
SCOPE = Scope(reach="part", misses=(), absence="none")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each report that takes back what an earlier one said, without a note."""
    for item in facts.having("reports"):
        if isinstance(item.written, Target):
            continue
        reports = sorted(item.written.reports, key=lambda report: report.date)
        for field in ("progress", "status"):
            said = [report for report in reports if getattr(report, field) is not None]
            for before, after in pairwise(said):
                message = _message(item.ref, before, after, field)
                if message is None or after.note:
                    continue
                yield found(
                    RULE,
                    after.place.value(field),
                    message,
                    pointer=after.place.at(field),
                    label=say("less than before") if before.date < after.date else say("of the same day"),
                    help_=say("correct one of the two, or say why in the note of the later report"),
                    related=[Related(before.place.value(field), say("reported here"))],
                )


def _message(item: str, before: Report, after: Report, field: str) -> Said | None:
    old, new = getattr(before, field), getattr(after, field)
    if before.date == after.date:
        if old == new:
            return None
        return say("{item} has two reports of {day} that differ.", item=item, day=after.date)
    if field == "status":
        if old != "done" or new == "done":
            return None
        return say(
            '{item} was done by the report of {before}, but "{status}" by that of {after}.',
            item=item,
            before=before.date,
            status=status_word(new),
            after=after.date,
        )
    if new >= old:
        return None
    return say(
        "{item} falls from {old:g}% by the report of {before} to {new:g}% by that of {after}.",
        item=item,
        old=old,
        before=before.date,
        new=new,
        after=after.date,
    )
