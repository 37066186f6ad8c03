"""An organisation, a source or a measure is declared, but nothing names it.

Either it can go, or something that should name it does not: a task without its ministry, a figure without
its document.

声明后未使用。声明了一个单位、来源或举措，却没有任何地方提到它。

要么它可以删去，要么本该提到它的地方漏写了：任务没有写上部门，数字没有写上文件。

Flagged:
    organisations:
      miit: {title: Ministry of Industry}
      mee: {title: Ministry of Ecology}  # expect: declared-and-never-used
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: miit

Fine:
    organisations:
      miit: {title: Ministry of Industry}
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: miit
"""

import unicodedata
from collections.abc import Iterator

from carbonroad.base.texts.said import say, sayable
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import Parties, Party, System
from carbonroad.model.place import Place
from carbonroad.model.roadmap import Organisation, PolicyDocument
from carbonroad.model.text import Text
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.mentions import cited_names, duty_names

RULE = Rule("CR215", "declared-and-never-used", Severity.info)
SCOPE = Scope(reach="whole", misses=(), absence="entry")

_MARKS = "《》“”\"' \u3000"
_ORGANISATION = sayable('The organisation "{id}" is declared, but nothing names it.')
_SOURCE = sayable('The source "{id}" is declared, but nothing names it.')
_MEASURE = sayable('The measure "{id}" is declared, but nothing names it.')


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each declaration that no item, measure, series or link names."""
    if system.unread:
        return  # it may be named there
    lent = {key for child in system.family.children for key in child.borrowed}
    yield from _bodies(system, lent)
    yield from _documents(system, lent)
    joined = {item.measure for item in system.items.values()}
    for ref, measure in system.measures.items():
        if ref not in joined and not _meant(system, measure.place):
            yield _finding(_MEASURE, measure.id, measure.place, measure.place.pointer)


def _bodies(system: System, lent: set[str]) -> Iterator[Finding]:
    open_ = set(system.organisations)
    seen: set[int] = set()
    for item in system.items.values():
        if id(item.parties) not in seen:
            seen.add(id(item.parties))
            open_.difference_update([party.id for party in _parties(item.parties)])
            if not open_:
                return
    left = [body for body in system.organisations.values() if body.id in open_]
    named = {_fold(name) for name in duty_names(system)}
    named |= {_fold(words) for d in system.documents.values() for _, words in d.publisher.entries}
    for body in left:
        if f"organisations[{body.id}]" in lent:
            continue
        if not named & _body_names(body) and not _meant(system, body.place):
            yield _finding(_ORGANISATION, body.id, body.place, f"organisations[{body.id}]")


def _documents(system: System, lent: set[str]) -> Iterator[Finding]:
    names: set[str] = set()
    open_ = set(system.documents)
    for some in cited_names(system):
        names |= some
        open_ -= some
        if not open_:
            return
    left = [document for document in system.documents.values() if document.id in open_]
    cited = {_fold(name) for name in names} if left else set[str]()
    for document in left:
        if f"sources[{document.id}]" in lent:
            continue
        if not cited & _document_names(document) and not _meant(system, document.place):
            yield _finding(_SOURCE, document.id, document.place, f"sources[{document.id}]")


def _meant(system: System, place: Place) -> bool:
    """Whether a mistyped name may mean it: that has a finding of its own."""
    return place.value("id") in system.meant


def _finding(message: str, ident: str, place: Place, pointer: str) -> Finding:
    return found(
        RULE,
        place.value("id"),
        say(message, id=ident),
        pointer=pointer,
        label=say("not used"),
        help_=say("take it out, or name it where it belongs"),
    )


def _parties(parties: Parties) -> tuple[Party, ...]:
    return (*parties.owner, *parties.lead, *parties.support)


def _body_names(body: Organisation) -> set[str]:
    return {_fold(name) for name in (body.id, *_words(body.title, *body.short))}


def _document_names(document: PolicyDocument) -> set[str]:
    return {_fold(name) for name in (document.id, document.number, *_words(document.title)) if name}


def _words(*texts: Text) -> list[str]:
    return [words for text in texts for _, words in text.entries]


def _fold(name: str) -> str:
    plain = (name if name.isascii() else unicodedata.normalize("NFKC", name)).casefold()
    for mark in _MARKS:  # str.translate() would look up each character
        plain = plain.replace(mark, "")
    return plain
