"""The rules that look at the whole linked system; one rule a file."""

from carbonroad.rules.rule import Rule

ALL: tuple[Rule, ...] = ()
