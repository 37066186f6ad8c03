"""Organisations by any of their names."""

import unicodedata
from collections.abc import Mapping

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.nearest import MOST, Near, Spelling
from carbonroad.findings import Span
from carbonroad.link.family import nearest
from carbonroad.link.splitting import counted, split_names
from carbonroad.link.system import Parties, Party
from carbonroad.model.roadmap import Organisation
from carbonroad.model.terms import Words

_SMALL = frozenset(("of", "and", "the", "for", "on", "&"))
"""Words that initials leave out."""
_MOST_COMPARED = 500
"""Bodies beyond which short forms are not looked for: it would take long, and fit too many."""
_UNSEEN = lazy_pattern("[\xad\u200b-\u200f\u2060\ufeff]")


class Bodies:
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
