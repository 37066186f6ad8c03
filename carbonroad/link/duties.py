"""Duties: who owns, leads and supports, inherited level by level, and what is to be said of the names."""

import re
from collections.abc import Sequence

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.nearest import Near
from carbonroad.base.texts.said import say, sayable
from carbonroad.findings import Related
from carbonroad.link.bench import Bench
from carbonroad.link.bodies import Bodies
from carbonroad.link.splitting import counted, split_names
from carbonroad.link.suggesting import MOST_FITTING, in_parts, known_start, offer, some
from carbonroad.link.system import Parties, Party
from carbonroad.model.terms import NO_DUTIES, Duties, Words

_DUTY = lazy_pattern(
    r"\s*+(?:[（(]\s*+)?(?:牵头|主办|负责|配合|参与|会同|承担|等|lead|support)", re.IGNORECASE
)
"""What is written behind a name, though the key says it."""


def resolve_duties(bench: Bench, bodies: Bodies, levels: Sequence[Duties], pointer: str) -> Parties:
    """Resolve an item's duties.

    The nearest level that says who owns or leads gives owner and lead together. `support` comes from the
    nearest level that states it, but not from beyond the owner's. The basis comes from the nearest level
    that states one, wherever that is: a file that says "inferred" once means it for all that it holds.

    Args:
        bench: Takes the findings.
        bodies: Those declared.
        levels: The item's own duties first, then those it inherits.
        pointer: The item's, for findings.
    """
    chosen, support, basis = None, (), None  # type: Duties | None, tuple[Words, ...], str | None
    for level in levels:
        basis = basis or level.basis
        if chosen is None:
            support = support or level.support
            chosen = level if level.owner or level.lead or level.nobody else None
    chosen = chosen or NO_DUTIES
    owner, lead = bodies.plain(chosen.owner), bodies.plain(chosen.lead)
    helping = bodies.plain(support)
    own = bool(support) and support is chosen.support
    if owner is None or lead is None or helping is None or (own and _overlap(helping, owner + lead)):
        at = f"{pointer}." if pointer else ""
        owner, lead, helping = _reported(bench, bodies, chosen._replace(support=support), at, own=own)
    return bodies.shared(Parties(owner, lead, helping, basis == "inferred", chosen.nobody))


def _overlap(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    return not {party.key for party in some}.isdisjoint(party.key for party in others)


def _reported(
    bench: Bench, bodies: Bodies, duties: Duties, at: str, *, own: bool
) -> tuple[tuple[Party, ...], tuple[Party, ...], tuple[Party, ...]]:
    """Owners, leads and supporters one by one, with what is to be said of them.

    Args:
        bench: Takes the findings.
        bodies: Those declared.
        duties: Who is named.
        at: The item's pointer, with a dot.
        own: Whether the supporters are named at the level that names the owners.
    """
    owner = _parties(bench, bodies, duties.owner, f"{at}owner")
    lead = _parties(bench, bodies, duties.lead, f"{at}lead")
    helping = _parties(bench, bodies, duties.support, f"{at}support")
    for party, words in helping.items() if own else ():
        first = owner.get(party) or lead.get(party)
        if first is not None:
            bench.named_twice(first.span, words.span, words.text, f"{at}support")
    return _listed(owner), _listed(lead), _listed(helping)


def _listed(named: dict[Party, Words]) -> tuple[Party, ...]:
    """The parties as they are called where they are named first."""
    return tuple(Party(party.id, words.text) for party, words in named.items())


def _parties(bench: Bench, bodies: Bodies, names: tuple[Words, ...], pointer: str) -> dict[Party, Words]:
    """The bodies that a list names and where; by id, so that one under two names is one."""
    parties: dict[Party, Words] = {}
    for words in names:
        for party, name in _named(bench, bodies, words, pointer):
            key = Party(party.id, "" if party.id else party.words)
            first = parties.setdefault(key, name)
            if first is not name:
                bench.named_twice(first.span, name.span, name.text, pointer)
    return parties


def _named(bench: Bench, bodies: Bodies, words: Words, pointer: str) -> list[tuple[Party, Words]]:
    """The bodies one string names: one, or several that were split, each with its own place."""
    text = words.text.strip()
    start = words.text.index(text)
    one = words if text == words.text else words.part(start, start + len(text))
    whole = _party(bench, bodies, one, pointer)
    if whole is not None:
        return [(whole, one)]
    pieces = split_names(text, lambda name: bool(bodies.find(name)), at_and=not bodies.free)
    if len(pieces) > 1:
        bench.report(
            "names-in-one-string",
            words.span,
            say('"{text}" was read as {n} names.', text=text, n=len(pieces)),
            pointer=pointer,
            label=say("several names"),
            help_=say("write a list: [{names}]", names=", ".join(pieces)),
        )
    found = []
    for piece in pieces:
        start = words.text.index(piece, start)
        name = one if piece == text else words.part(start, start + len(piece))
        start += len(piece)
        party = _party(bench, bodies, name, pointer) or _unknown(bench, bodies, name, pointer)
        found.append((party, name))
    return found


def _party(bench: Bench, bodies: Bodies, words: Words, pointer: str) -> Party | None:
    name = words.text
    found = bodies.find(name)
    if len(found) > 1:
        bench.report(
            "ambiguous-name",
            words.span,
            say('"{name}" fits {n} organisations: {ids}.', name=name, n=len(found), ids=some(found)),
            pointer=pointer,
            label=say("which one?"),
            help_=say("write the id of the one you mean"),
            related=[
                Related(bodies.organisations[ident].place.value("id"), say("this one?"))
                for ident in found[:MOST_FITTING]
            ],
        )
    if found:
        return Party(found[0], name)
    return Party("", name) if counted(name) else None


_UNDECLARED = {
    "owner": sayable('Owner "{name}" is not declared.'),
    "lead": sayable('Lead "{name}" is not declared.'),
    "support": sayable('Support "{name}" is not declared.'),
}


def _unknown(bench: Bench, bodies: Bodies, words: Words, pointer: str) -> Party:
    name = words.text
    if not bodies.free:
        parts = in_parts(name, bodies.knows)
        head = known_start(name, bodies.knows)
        duty = "" if parts or not _DUTY.match(name, len(head)) else head
        near = Near() if parts else Near((duty,)) if duty else bodies.near(name)
        offered = offer(words, near.words, bodies.place, sure=near.sure)
        bench.report(
            "unknown-organisation",
            words.span,
            say(_UNDECLARED[pointer.rsplit(".", 1)[-1]], name=name),
            pointer=pointer,
            label=say("not declared"),
            help_=parts or _advice(name, near, duty, offered.help),
            related=offered.related,
            fix=offered.fix,
        )
    return Party("", name)


def _advice(name: str, near: Near, duty: str, offered: str) -> str:
    """What to write instead of an unknown name."""
    if duty:
        return say('write "{name}" alone; the keys owner, lead and support say what it does', name=duty)
    if near.one:
        return say('replace "{text}" with "{name}"', text=name, name=near.one)
    return offered or say('declare "{name}" under organisations, or correct the name', name=name)
