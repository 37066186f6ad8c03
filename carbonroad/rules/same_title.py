"""Two milestones, two works or two indicators of one file have the same title.

In a table they cannot be told apart; often one was copied and its title forgotten.

标题重复。同一文件里有两个里程碑、两项工程或两个指标标题相同。

在表格里分不清哪个是哪个；多半是复制之后忘了改标题。

Flagged:
    milestones:
      - id: M1
        title: Standards issued
        deadline: by 2026
        owner: MIIT
      - id: M2
        title: Standards issued  # expect: same-title
        deadline: by 2028
        owner: MIIT

Fine:
    milestones:
      - id: M1
        title: First standards issued
        deadline: by 2026
        owner: MIIT
      - id: M2
        title: Second standards issued
        deadline: by 2028
        owner: MIIT
"""

from collections.abc import Iterable, Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import Item, System
from carbonroad.model.items import Indicator, Milestone, Work
from carbonroad.model.place import Place
from carbonroad.model.text import Text
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR507", "same-title", Severity.info)
SCOPE = Scope(reach="part", misses=(), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each later title that an earlier one of its kind and file has too."""
    live: dict[tuple[str, str], list[Item]] | None = None
    for part in system.parts:
        if _is_repeated(part.indicators):
            yield from _twice((f"{part.id}.{one.id}", one.title, one.place) for one in part.indicators)
        for kind, written in (("milestone", part.milestones), ("work", part.works)):
            if _is_repeated(written):
                live = _live(system, facts) if live is None else live
                yield from _twice((one.ref, one.title, one.place) for one in live.get((part.id, kind), ()))


def _is_repeated(titled: Iterable[Milestone | Work | Indicator]) -> bool:
    """Whether any words stand twice: what most files do not have, and is found fast."""
    words = [_folded(words) for one in titled for _, words in one.title.entries]
    return len(set(words)) < len(words)


def _live(system: System, facts: Facts) -> dict[tuple[str, str], list[Item]]:
    """What still binds, by part and kind."""
    found: dict[tuple[str, str], list[Item]] = {}
    for ref, item in system.items.items():
        if ref not in facts.void:
            found.setdefault((item.part, item.kind), []).append(item)
    return found


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _twice(titles: Iterable[tuple[str, Text, Place]]) -> Iterator[Finding]:
    first: dict[str, tuple[str, Place]] = {}
    for ref, title, place in titles:
        words = [_folded(words) for _, words in title.entries]
        known = next((first[one] for one in words if one in first), None)
        for one in words:
            first.setdefault(one, (ref, place))
        if known is not None and known[0] != ref:
            yield found(
                RULE,
                place.value("title"),
                say("{item} has the same title as {other}.", item=ref, other=known[0]),
                pointer=place.at("title"),
                label=say("same title"),
                help_=say("say in the title what tells the two apart, or take one of them out"),
                related=[Related(known[1].value("title"), say("the first one"))],
            )
