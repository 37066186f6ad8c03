"""A target asks for less than the target of an earlier year.

Whoever meets the earlier one has met the later one already. Years are mixed up, or a digit is; if the later
document really gave way, the earlier target is superseded.

目标弱于早前目标。后一年份的目标要求比前一年份的还低。

完成了前一个目标，后一个就已经完成。可能年份或数字写错了；如果后来的文件确实放宽了要求，应说明前一个目标已被替代。

Flagged:
    indicators:
      - id: eaf
        title: Electric furnace share
        unit: '%'
        owner: MIIT
        better: higher
        targets:
          2030: at least 20
          2035: at least 18  # expect: weaker-than-earlier-target

Fine:
    indicators:
      - id: eaf
        title: Electric furnace share
        unit: '%'
        owner: MIIT
        better: higher
        targets:
          2030: at least 20
          2035: at least 28
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.targets.consistency import falls_behind
from carbonroad.compute.targets.series import Entry, Series
from carbonroad.compute.targets.strength import level_of
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import amount, typed

RULE = Rule("CR418", "weaker-than-earlier-target", Severity.warning)
SCOPE = Scope(reach="part", misses=(), absence="none")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each target that is weaker than the nearest one before it."""
    for series in facts.series.values():
        for entry, before in falls_behind(series):
            yield found(
                RULE,
                entry.span,
                say(
                    '"{words}" for {year} asks for less than "{other}" for {other_year}.',
                    words=typed(entry),
                    year=entry.year,
                    other=typed(before),
                    other_year=before.year,
                ),
                pointer=entry.pointer,
                label=say("less than for {year}", year=before.year),
                related=[Related(before.span, say("asks for more"))],
                notes=[note for one in (entry, before) if (note := level_note(series, one))],
                help_=say(
                    "correct the number or the year; if it was relaxed,"
                    " name the newer one under superseded_by of the earlier"
                ),
            )


def level_note(series: Series, entry: Entry) -> str:
    """Say which level a change leads to; empty for what is a level."""
    level = None if entry.measure == "level" else level_of(series.indicator, entry)
    ends = [end for end in level or () if end is not None]
    if not ends:
        return ""
    return say('"{words}" leads to {level}', words=typed(entry), level=amount(ends[0], series.indicator.unit))
