"""All rules of all floors, and the ways to name them: code, name, prefix of codes, `all`."""

from collections.abc import Iterable
from functools import cache

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.nearest import Near, Spelling
from carbonroad.checking.codes import RULES as OWN
from carbonroad.findings import Finding, Rule, Severity
from carbonroad.importing.codes import RULES as IMPORTING
from carbonroad.link.codes import RULES as LINK
from carbonroad.read.codes import RULES as READ
from carbonroad.rules import all_checks
from carbonroad.source.codes import RULES as SOURCE

_EVERY = ("all", "全部")
_WHOLE = 5
"""Characters of a whole code."""


class Selector(NamedTuple):
    """Rules as someone named them.

    Attributes:
        word: As written.
        codes: The rules that it means.
        weight: How narrow it is: of two that disagree the narrower decides; whole codes and names weigh most.
    """

    word: str
    codes: frozenset[str]
    weight: int


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by its code."""
    every = (*SOURCE, *READ, *LINK, *(module.RULE for module in all_checks()), *IMPORTING, *OWN)
    return {rule.code: rule for rule in sorted(every, key=lambda rule: rule.code)}


@cache
def selector(word: str) -> Selector | None:
    """Return what a code, a name, a prefix such as `CR3`, or `all` means; None where it means no rule."""
    text = word.strip()
    known = rules()
    if text.lower() in _EVERY:
        return Selector(word, frozenset(known), 0)
    code = text.upper()
    if code.startswith("CR"):
        codes = frozenset(one for one in known if one.startswith(code))
        return Selector(word, codes, len(code)) if codes else None
    name = text.lower().replace("_", "-")
    codes = frozenset(rule.code for rule in known.values() if rule.name == name)
    return Selector(word, codes, _WHOLE) if codes else None


def similar(word: str) -> Near:
    """Return the rule's name that a mistyped one is nearest to; of codes each is as near as the next."""
    return _names().near(word.strip().replace("_", "-").replace(" ", "-"))


@cache
def _names() -> Spelling:
    return Spelling([rule.name for rule in rules().values()])


def is_fixed(rule: Rule | Finding) -> bool:
    """Whether nothing makes a rule's findings count less: the text, or the settings, could not be read."""
    return rule.severity is Severity.error and rule.code.startswith(("CR0", "CR9"))


def narrowest(code: str, selectors: Iterable[Selector]) -> int:
    """Return the weight of the narrowest selector that means a rule; -1 where none does."""
    return max((one.weight for one in selectors if code in one.codes), default=-1)
