"""A target leads to the side that `better` calls the bad one.

Either `better` is the wrong way round or the target is: the documents would call every success a failure.

目标与方向相反。目标朝着“方向”所说的不好的一侧走。

“方向”写反了，或者目标写反了：否则每次完成都会被当作未完成。

Flagged:
    indicators:
      - id: intensity
        title: Energy use per tonne of steel
        unit: kgce/t
        owner: MIIT
        better: lower
        actual: {2020: 545, 2025: 535}
        targets:
          2030: about 580  # expect: target-against-better

Fine:
    indicators:
      - id: intensity
        title: Energy use per tonne of steel
        unit: kgce/t
        owner: MIIT
        better: lower
        actual: {2020: 545, 2025: 535}
        targets:
          2030: about 508
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say, sayable
from carbonroad.compute.facts import Facts
from carbonroad.compute.targets.consistency import against_better
from carbonroad.compute.targets.series import Entry
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.model.items import Indicator
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import amount, typed

RULE = Rule("CR417", "target-against-better", Severity.warning)
SCOPE = Scope(reach="part", misses=("actual",), absence="none")
_SAYS = {
    ("rise", "lower"): sayable('"{words}" is a rise, but lower is better here.'),
    ("fall", "higher"): sayable('"{words}" is a fall, but higher is better here.'),
    ("floor", "lower"): sayable('"{words}" sets a least value, but lower is better here.'),
    ("ceiling", "higher"): sayable('"{words}" sets a greatest value, but higher is better here.'),
    ("worse", "lower"): sayable(
        "{number} for {year} is more than the {other} of {other_year}, but lower is better here."
    ),
    ("worse", "higher"): sayable(
        "{number} for {year} is less than the {other} of {other_year}, but higher is better here."
    ),
}


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for the first such target of each indicator."""
    for series in facts.series.values():
        against = against_better(series)
        if against is None:
            continue
        entry, how, shown = against
        indicator = series.indicator
        related = [Related(indicator.place.value("better"), say("the good side"))]
        if shown is not None:
            related.insert(
                0,
                Related(
                    shown.span,
                    say("{other} in {year}", other=amount(shown.number, indicator.unit), year=shown.year),
                ),
            )
        yield found(
            RULE,
            entry.span,
            say(_SAYS[how, indicator.better or ""], **_values(indicator, entry, shown)),
            pointer=entry.pointer,
            label=say("the wrong way"),
            related=related,
            help_=say("correct the target, or better (方向): higher or lower"),
        )


def _values(indicator: Indicator, entry: Entry, shown: Entry | None) -> dict[str, object]:
    if shown is None:
        return {"words": typed(entry)}
    return {
        "number": amount(entry.number, indicator.unit),
        "year": entry.year,
        "other": amount(shown.number, indicator.unit),
        "other_year": shown.year,
    }
