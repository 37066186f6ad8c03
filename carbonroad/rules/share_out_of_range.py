"""A share is more than 100 % or less than nothing.

No part is larger than its whole. Either the number is mistyped, or the indicator is no share and its title
misleads.

占比超出范围。占比、比重一类的指标大于100%或小于0。

部分不会大于整体。要么数字写错了，要么这个指标并不是占比，标题会误导读者。

Flagged:
    indicators:
      - id: nonfossil
        title: Non-fossil share of energy consumption
        unit: '%'
        owner: NEA
        targets:
          2030: 250  # expect: share-out-of-range

Fine:
    indicators:
      - id: nonfossil
        title: Non-fossil share of energy consumption
        unit: '%'
        owner: NEA
        targets:
          2030: 25
"""

from collections.abc import Iterator

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.model.text import Text
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import figure

RULE = Rule("CR415", "share-out-of-range", Severity.warning)
SCOPE = Scope(reach="part", misses=("change",), absence="none")
_WHOLE = 100
_SHARE = lazy_pattern(r"(?i)\b(?:share|proportion)\b|占比|比重|份额|占.{1,30}(?:比例|百分比)")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each level outside 0 to 100 % of an indicator that is called a share."""
    for series in facts.series.values():
        indicator = series.indicator
        if indicator.unit is None or not indicator.unit.is_percent:
            continue
        for entry in series.levels:
            low, high = entry.value.low, entry.value.high
            if low is not None and high is not None and 0 <= low <= high <= _WHOLE:
                continue  # as most are
            ends = [end for end in (low, high) if end is not None]
            if not ends or (min(ends) >= 0 and max(ends) <= _WHOLE) or not _is_share(indicator.title):
                continue
            number = max(ends) if max(ends) > _WHOLE else min(ends)
            yield found(
                RULE,
                entry.span,
                say("A share cannot be {number}%.", number=figure(number)),
                pointer=entry.pointer,
                label=say("more than the whole") if number > _WHOLE else say("less than nothing"),
                related=[Related(indicator.place.value("title"), say("called a share here"))],
                help_=say("correct the number, or the title if the indicator is no share"),
            )


def _is_share(title: Text) -> bool:
    return any(_SHARE.search(words) for _, words in title.entries)
