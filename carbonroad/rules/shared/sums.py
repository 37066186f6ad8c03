"""What the rules about the industries' sum share: each industry's number, and where it is written."""

from carbonroad.base.texts.said import say
from carbonroad.base.values.units import Unit, parse_unit
from carbonroad.compute.pathways.balance import Balance
from carbonroad.findings import Related
from carbonroad.rules.shared.figures import amount, stated_at

_SHOWN = 8


def unit_of(balance: Balance) -> Unit | None:
    """Return the unit that the sums are in."""
    return None if balance.unit is None else parse_unit(balance.unit)


def members_at(balance: Balance, year: int, line: str = "whole") -> list[Related]:
    """Return each industry's number for a year where it is stated, the largest first.

    Args:
        balance: The sums.
        year: Which year.
        line: "whole", "actual" or "target": which of an industry's trajectories.
    """
    known = []
    for member in balance.added:
        value = getattr(member, line).at(year)
        if value is not None:
            known.append((value, member))
    known.sort(key=lambda one: (-abs(one[0]), one[1].name))
    unit = unit_of(balance)
    return [
        Related(
            stated_at(member.pathway, year),
            say(
                "{industry}: {number} in {year}", industry=member.name, number=amount(value, unit), year=year
            ),
        )
        for value, member in known[:_SHOWN]
    ]
