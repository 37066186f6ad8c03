"""Nobody answers for a milestone, a target or a work.

What is everybody's task is nobody's: it stands on no ministry's list.

Flagged:
    milestones:
      - id: peak  # expect: no-owner
        title: Steel emissions peak
        deadline: by 2030

Fine:
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
"""

from collections.abc import Iterator

from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity
from carbonroad.link.system import Item, System
from carbonroad.rules.making import found

RULE = Rule("CR502", "no-owner", Severity.warning)


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each item without owner and lead; once for the targets of an indicator."""
    seen: set[str] = set()
    for item in system.items.values():
        if item.parties.answering or item.superseded_by is not None or item.status == "dropped":
            continue
        key = f"{item.part}.{item.indicator.id}" if item.indicator is not None else item.ref
        if key not in seen:
            seen.add(key)
            yield _finding(item, key)


def _finding(item: Item, name: str) -> Finding:
    place = item.indicator.place if item.indicator is not None else item.place
    if item.parties.nobody:
        return found(
            RULE,
            place.value("owner", "id"),
            f"{name} has no owner: its source names none.",
            pointer=place.at("owner"),
            label="nobody",
            help_="name who is to answer for it, with owner_basis: inferred if no document says so",
        )
    return found(
        RULE,
        place.value("id"),
        f"{name} has neither an owner nor a lead.",
        pointer=place.at("owner"),
        label="who answers for it?",
        help_="add owner: here, or once at the head of the file for everything in it",
    )
