"""A reference names an id that both this file and the top file have.

A bare id means the own file's. Who meant the goal of the top file has named something else. Measures are
left out: an industry declares a lane in order to use it.

与总文件重名。引用的编号，本文件和总文件里都有。

不加前缀的编号指本文件的条目。本想指总文件目标的人，写的其实是另一件事。举措不在此列：行业声明一个举措，就是为了自己用。

Flagged:
    # file carbonroad.yaml
    title: Plan
    industries: [steel]
    milestones:
      - id: peak
        title: National peak
        deadline: by 2030
        owner: NDRC
    # file steel.yaml
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2028
        owner: MIIT
      - id: decline
        title: Steel emissions fall steadily
        deadline: by 2035
        owner: MIIT
        after: peak  # expect: hides-top-id

Fine:
    # file carbonroad.yaml
    title: Plan
    industries: [cement]
    milestones:
      - {id: peak, title: National peak, deadline: by 2030, owner: NDRC, after: cement.decline}
    # file cement.yaml
    milestones:
      - {id: peak, title: Cement emissions peak, deadline: by 2027, owner: MIIT}
      - {id: decline, title: Cement emissions fall, deadline: by 2029, owner: MIIT, after: cement.peak}
"""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import Item, System
from carbonroad.model.items import Indicator
from carbonroad.model.roadmap import TOP
from carbonroad.model.terms import Words
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import renamed
from carbonroad.rules.shared.mentions import indicator_references, item_references

RULE = Rule("CR217", "hides-top-id", Severity.warning)
SCOPE = Scope(reach="part", misses=(), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each bare reference of an industry that the top file could answer as well."""
    if not system.has_top:
        return
    items, indicators = _sharing(system.items), _sharing(system.indicators)
    for part in system.industries:
        if part.id in items:
            yield from _ambiguous(part.id, system.items, item_references(part))
        if part.id in indicators:
            yield from _ambiguous(part.id, system.indicators, indicator_references(part))


def _sharing(refs: Collection[str]) -> set[str]:
    """The parts that have a local id of the top file's."""
    head = f"{TOP}."
    tops = {ref.removeprefix(head) for ref in refs if ref.startswith(head)}
    return (
        {part for part, _, local in [ref.partition(".") for ref in refs] if local in tops} if tops else tops
    )


def _ambiguous(
    part: str, known: Mapping[str, Item | Indicator], references: Iterable[tuple[Words, str]]
) -> Iterator[Finding]:
    for words, pointer in references:
        name = unicodedata.normalize("NFC", words.text.strip())
        tops = f"{TOP}.{name}"
        top = known.get(tops)
        if top is None:
            continue
        mine = f"{part}.{name}"
        own = known.get(mine)
        if own is None:
            continue
        yield found(
            RULE,
            words.span,
            say(
                '"{name}" means {own} here, but the top file has a {top} too.', name=name, own=mine, top=tops
            ),
            pointer=pointer,
            label=say("which of the two?"),
            help_=say("write {own} or {top}", own=mine, top=tops),
            related=[
                Related(own.place.value("id"), say("this one is meant now")),
                Related(top.place.value("id"), say("the top file's")),
            ],
            fix=renamed(words.span, name, mine),
        )
