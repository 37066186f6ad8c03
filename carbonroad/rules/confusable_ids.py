"""Two ids look alike, or differ only in upper and lower case.

Who types the one may mean the other, and a reference to the wrong one is never found to be wrong.

编号易混。两个编号看上去一样，或者只是大小写不同。

想写这一个，可能写成了另一个；引错了，也没有什么能查出来。

Flagged:
    milestones:
      - id: MO1
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
      - id: M01  # expect: confusable-ids
        title: Steel emissions fall by a fifth
        deadline: by 2035
        owner: MIIT

Fine:
    milestones:
      - id: M1
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
      - id: M2
        title: Steel emissions fall by a fifth
        deadline: by 2035
        owner: MIIT
"""

import unicodedata
from collections.abc import Collection, Iterator
from typing import Protocol

from carbonroad.base.texts.said import say, sayable
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.model.place import Place
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR216", "confusable-ids", Severity.warning)
SCOPE = Scope(reach="part", misses=(), absence="none")

_ITEMS = sayable('The item ids "{id}" and "{other}" look alike.')
_INDICATORS = sayable('The indicator ids "{id}" and "{other}" look alike.')
_MEASURES = sayable('The measure ids "{id}" and "{other}" look alike.')
_ORGANISATIONS = sayable('The organisation ids "{id}" and "{other}" look alike.')
_SOURCES = sayable('The source ids "{id}" and "{other}" look alike.')
_PHASES = sayable('The phase ids "{id}" and "{other}" look alike.')

# Cyrillic and Greek letters that a Latin font shows alike, then the signs that a hurried eye takes for one.
_ALIKE = str.maketrans("аеорсухікмнтвαορικνυτε01|і-i", "aeopcyxlkmhtbaoplkvuteolll_l")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for the later of two ids of one kind in one part that look alike."""
    for part in system.parts:
        yield from _alike(_ITEMS, (*part.milestones, *part.works))
        yield from _alike(_INDICATORS, part.indicators)
        yield from _alike(_MEASURES, part.measures)
    yield from _alike(_ORGANISATIONS, system.organisations.values())
    yield from _alike(_SOURCES, system.documents.values())
    yield from _alike(_PHASES, system.phases)


class _Named(Protocol):
    """What has an id in a file."""

    @property
    def id(self) -> str: ...

    @property
    def place(self) -> Place: ...


def _alike(message: str, named: Collection[_Named]) -> Iterator[Finding]:
    skeletons = [_skeleton(one.id) for one in named]
    if len(set(skeletons)) == len(skeletons):
        return
    first: dict[str, tuple[str, Place]] = {}
    for one, skeleton in zip(named, skeletons, strict=True):
        ident, place = one.id, one.place
        known, where = first.setdefault(skeleton, (ident, place))
        if known != ident:
            yield found(
                RULE,
                place.value("id"),
                say(message, id=ident, other=known),
                pointer=place.at("id"),
                label=say("looks like another"),
                help_=say("give one of the two an id that cannot be mistaken for the other"),
                related=[Related(where.value("id"), say("for this one"))],
            )


def _skeleton(ident: str) -> str:
    plain = ident if ident.isascii() else unicodedata.normalize("NFKC", ident)
    return plain.casefold().translate(_ALIKE)
