"""Organisations by any of their names, and the duties that name them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.nearest import MOST, Near, Spelling
from carbonroad.base.texts.said import say, sayable
from carbonroad.findings import Related, Span
from carbonroad.link.bench import Bench
from carbonroad.link.family import nearest
from carbonroad.link.splitting import counted, split_names
from carbonroad.link.suggesting import MOST_FITTING, in_parts, known_start, offer, some
from carbonroad.link.system import Parties, Party
from carbonroad.model.roadmap import Organisation
from carbonroad.model.terms import NO_DUTIES, Duties, Words

_SMALL = frozenset(("of", "and", "the", "for", "on", "&"))
"""Words that initials leave out."""
_MOST_COMPARED = 500
"""Bodies beyond which short forms are not looked for: it would take long, and fit too many."""
_DUTY = lazy_pattern(
    r"\s*+(?:[（(]\s*+)?(?:牵头|主办|负责|配合|参与|会同|承担|等|lead|support)", re.IGNORECASE
)
"""What is written behind a name, though the key says it."""
_UNSEEN = lazy_pattern("[\xad\u200b-\u200f\u2060\ufeff]")


class Directory:
    """The declared organisations; with none declared, any name is free text.

    Inherited ones have a generation; a name of theirs counts only where no nearer organisation has it.
    """

    __slots__ = (
        "_exact",
        "_generations",
        "_plain",
        "_shared",
        "_spelling",
        "_widely",
        "free",
        "organisations",
    )

    def __init__(
        self,
        organisations: Mapping[str, Organisation],
        *,
        free: bool,
        generations: Mapping[str, int] | None = None,
    ) -> None:
        self.organisations = organisations
        self.free = free
        self._exact: dict[str, list[str]] = {}
        self._widely: dict[str, list[str]] | None = None
        self._generations = generations
        self._plain: dict[tuple[str, ...], tuple[Party, ...] | None] = {}
        self._shared: dict[Parties, Parties] = {}
        self._spelling: Spelling | None = None
        for body in organisations.values():
            for name in dict.fromkeys(_names(body)):
                self._exact.setdefault(name, []).append(body.id)
        if generations:
            self._exact = nearest(self._exact, generations)

    @property
    def _folded(self) -> dict[str, list[str]]:
        """The organisations by their names folded; made when one is named by none of them as written."""
        if self._widely is None:
            self._widely = {}
            for body in self.organisations.values():
                for name in dict.fromkeys(_fold(name) for name in _names(body)):
                    self._widely.setdefault(name, []).append(body.id)
            if self._generations:
                self._widely = nearest(self._widely, self._generations)
        return self._widely

    def find(self, name: str) -> list[str]:
        """Return the ids of the organisations a name fits: exactly, else folded."""
        if name in self.organisations:
            return [name]
        return self._exact.get(name) or self._folded.get(_fold(name), [])

    def plain(self, names: tuple[Words, ...]) -> tuple[Party, ...] | None:
        """Return the bodies of a list of which nothing is to be reported, else None.

        Each string names one body, and no two the same. Lists of the same words share one answer.
        """
        if not names:
            return ()
        texts = (names[0].text,) if len(names) == 1 else tuple(words.text for words in names)
        try:
            return self._plain[texts]
        except KeyError:
            some = [self._one(text.strip()) for text in texts]
            parties = tuple(party for party in some if party is not None)
            twice = len({party.key for party in parties}) < len(texts)
            found = self._plain[texts] = None if twice else parties
            return found

    def shared(self, parties: Parties) -> Parties:
        """Return the same object for the same duties: many items have them."""
        return self._shared.setdefault(parties, parties)

    def _one(self, name: str) -> Party | None:
        found = self.find(name)
        if len(found) == 1:
            return Party(found[0], name)
        if found:
            return None
        alone = self.free and split_names(name, self.knows, at_and=False) == [name]
        return Party("", name) if alone or counted(name) else None

    def knows(self, name: str) -> bool:
        """Whether a name fits one organisation."""
        return len(self.find(name)) == 1

    def near(self, name: str) -> Near:
        """Return the known names nearest to a mistyped one, else those that it may be short for."""
        spelled = self.find(name.replace("&", "and"))
        if len(spelled) == 1:
            return Near((spelled[0],), sure=True)
        if self._spelling is None:
            names: dict[str, str] = {}
            for known in (*self.organisations, *self._exact):
                names.setdefault(_fold(known), known)
            self._spelling = Spelling(names.values())
        near = self._spelling.near(name)
        if near.words:
            bearers = {ident for word in near.words for ident in self.find(word)}
            return near if len(bearers) == len(near.words) else Near(near.words[:1], near.sure)
        if len(self.organisations) > _MOST_COMPARED:
            return Near()
        long = [body.id for body in self.organisations.values() if _shortens(name, body)]
        return Near(tuple(long)) if len(long) <= MOST else Near()

    def place(self, name: str) -> Span:
        """Return where the first organisation of a known name is declared."""
        return self.organisations[self.find(name)[0]].place.value("id")


def resolve_duties(bench: Bench, directory: Directory, levels: Sequence[Duties], pointer: str) -> Parties:
    """Resolve an item's duties.

    The nearest level that says who owns or leads gives owner and lead together. `support` comes from the
    nearest level that states it, but not from beyond the owner's. The basis comes from the nearest level
    that states one, wherever that is: a file that says "inferred" once means it for all that it holds.

    Args:
        bench: Takes the findings.
        directory: The declared bodies.
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
    owner, lead = directory.plain(chosen.owner), directory.plain(chosen.lead)
    helping = directory.plain(support)
    own = bool(support) and support is chosen.support
    if owner is None or lead is None or helping is None or (own and _overlap(helping, owner + lead)):
        at = f"{pointer}." if pointer else ""
        owner, lead, helping = _reported(bench, directory, chosen._replace(support=support), at, own=own)
    return directory.shared(Parties(owner, lead, helping, basis == "inferred", chosen.nobody))


def _overlap(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    return not {party.key for party in some}.isdisjoint(party.key for party in others)


def _reported(
    bench: Bench, directory: Directory, duties: Duties, at: str, *, own: bool
) -> tuple[tuple[Party, ...], tuple[Party, ...], tuple[Party, ...]]:
    """Owners, leads and supporters one by one, with what is to be said of them.

    Args:
        bench: Takes the findings.
        directory: The declared bodies.
        duties: Who is named.
        at: The item's pointer, with a dot.
        own: Whether the supporters are named at the level that names the owners.
    """
    owner = _parties(bench, directory, duties.owner, f"{at}owner")
    lead = _parties(bench, directory, duties.lead, f"{at}lead")
    helping = _parties(bench, directory, duties.support, f"{at}support")
    for party, words in helping.items() if own else ():
        first = owner.get(party) or lead.get(party)
        if first is not None:
            bench.named_twice(first.span, words.span, words.text, f"{at}support")
    return _listed(owner), _listed(lead), _listed(helping)


def _listed(named: dict[Party, Words]) -> tuple[Party, ...]:
    """The parties as they are called where they are named first."""
    return tuple(Party(party.id, words.text) for party, words in named.items())


def _parties(
    bench: Bench, directory: Directory, names: tuple[Words, ...], pointer: str
) -> dict[Party, Words]:
    """The bodies that a list names and where; by id, so that one under two names is one."""
    parties: dict[Party, Words] = {}
    for words in names:
        for party, name in _named(bench, directory, words, pointer):
            key = Party(party.id, "" if party.id else party.words)
            first = parties.setdefault(key, name)
            if first is not name:
                bench.named_twice(first.span, name.span, name.text, pointer)
    return parties


def _named(bench: Bench, directory: Directory, words: Words, pointer: str) -> list[tuple[Party, Words]]:
    """The bodies one string names: one, or several that were split, each with its own place."""
    text = words.text.strip()
    start = words.text.index(text)
    one = words if text == words.text else words.part(start, start + len(text))
    whole = _party(bench, directory, one, pointer)
    if whole is not None:
        return [(whole, one)]
    pieces = split_names(text, lambda name: bool(directory.find(name)), at_and=not directory.free)
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
        party = _party(bench, directory, name, pointer) or _unknown(bench, directory, name, pointer)
        found.append((party, name))
    return found


def _party(bench: Bench, directory: Directory, words: Words, pointer: str) -> Party | None:
    name = words.text
    found = directory.find(name)
    if len(found) > 1:
        bench.report(
            "ambiguous-name",
            words.span,
            say('"{name}" fits {n} organisations: {ids}.', name=name, n=len(found), ids=some(found)),
            pointer=pointer,
            label=say("which one?"),
            help_=say("write the id of the one you mean"),
            related=[
                Related(directory.organisations[ident].place.value("id"), say("this one?"))
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


def _unknown(bench: Bench, directory: Directory, words: Words, pointer: str) -> Party:
    name = words.text
    if not directory.free:
        parts = in_parts(name, directory.knows)
        head = known_start(name, directory.knows)
        duty = "" if parts or not _DUTY.match(name, len(head)) else head
        near = Near() if parts else Near((duty,)) if duty else directory.near(name)
        offered = offer(words, near.words, directory.place, sure=near.sure)
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


def _shortens(name: str, body: Organisation) -> bool:
    """Whether a name may be short for a body's: its initials, or some of its characters in their order."""
    key = _fold(name)
    titles = [_fold(words) for text in (body.title, *body.short) for _, words in text.entries]
    if key.isascii():
        letters = key.replace(".", "").replace("-", "")
        return len(letters) >= 2 and any(letters in _initials(title) for title in titles)
    return len(key) >= 2 and any(
        key[-1] == title[-1] and all(char in rest for char in key)
        for title in titles
        if len(title) > len(key)
        for rest in [iter(title)]
    )


def _initials(title: str) -> tuple[str, str]:
    """The first letters of the words, with and without the small ones: MoF and MF."""
    words = title.replace("-", " ").split()
    return "".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL)


def _names(body: Organisation) -> list[str]:
    return [body.id, *(words for text in (body.title, *body.short) for _, words in text.entries)]


def _fold(name: str) -> str:
    seen = _UNSEEN.sub("", unicodedata.normalize("NFKC", name))  # such signs have findings of their own
    return " ".join(seen.split()).casefold()
