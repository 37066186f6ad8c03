"""A milestone or a target names no document that sets it.

Nobody can look it up, or tell a duty from a wish.

Flagged:
    milestones:
      - id: peak  # expect: no-source
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT

Fine:
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
        source: Action plan of 2024
"""

from collections.abc import Iterator

from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity
from carbonroad.link.system import System
from carbonroad.rules.making import found

RULE = Rule("CR503", "no-source", Severity.info)


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each milestone or target without a source; of an indicator's targets once."""
    seen: set[str] = set()
    for item in system.items.values():
        if item.kind == "work" or item.citations or item.superseded_by is not None:
            continue
        name = f"{item.part}.{item.indicator.id}" if item.indicator is not None else item.ref
        if name in seen:
            continue
        seen.add(name)
        place = item.indicator.place if item.indicator is not None else item.place
        yield found(
            RULE,
            place.value("id"),
            f"{name} names no source.",
            pointer=place.at("source"),
            label="where does it come from?",
            help_="add source: with the id of a document under sources",
        )
