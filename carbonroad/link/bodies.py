"""Organisations by any of their names, and the duties that name them."""

import unicodedata
from collections.abc import Mapping, Sequence

from carbonroad.base.lazy_pattern import lazy_pattern
from carbonroad.base.nearest import nearest
from carbonroad.findings import Edit, Fix, Related, Span
from carbonroad.link.bench import Bench
from carbonroad.link.splitting import counted, split_names
from carbonroad.link.system import Parties, Party
from carbonroad.model.roadmap import Organisation
from carbonroad.model.terms import Duties, Words

_UNSEEN = lazy_pattern("[\xad\u200b-\u200f\u2060\ufeff]")


class Directory:
    """The declared organisations; with none declared, any name is free text."""

    __slots__ = ("_exact", "_folded", "free", "organisations")

    def __init__(self, organisations: Mapping[str, Organisation], *, free: bool) -> None:
        self.organisations = organisations
        self.free = free
        self._exact: dict[str, list[str]] = {}
        self._folded: dict[str, list[str]] = {}
        for body in organisations.values():
            names = [body.id, *(words for text in (body.title, *body.short) for _, words in text.entries)]
            for name in dict.fromkeys(names):
                self._exact.setdefault(name, []).append(body.id)
            for name in dict.fromkeys(_fold(name) for name in names):
                self._folded.setdefault(name, []).append(body.id)

    def find(self, name: str) -> list[str]:
        """Return the ids of the organisations a name fits: exactly, else folded."""
        if name in self.organisations:
            return [name]
        return self._exact.get(name) or self._folded.get(_fold(name), [])

    def close(self, name: str) -> str | None:
        """Return the known name nearest to a mistyped one."""
        return nearest(name, self.organisations) or nearest(name, self._exact)


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
    chosen, support = Duties(), ()  # type: Duties, tuple[Words, ...]
    for level in levels:
        support = support or level.support
        if level.owner or level.lead or level.nobody:
            chosen = level
            break
    basis = next((level.basis for level in levels if level.basis is not None), "stated")
    at = f"{pointer}." if pointer else ""
    return Parties(
        owner=_parties(bench, directory, chosen.owner, f"{at}owner"),
        lead=_parties(bench, directory, chosen.lead, f"{at}lead"),
        support=_parties(bench, directory, support, f"{at}support"),
        inferred=basis == "inferred",
        nobody=chosen.nobody,
    )


def _parties(bench: Bench, directory: Directory, names: tuple[Words, ...], pointer: str) -> tuple[Party, ...]:
    parties: list[Party] = []
    for words in names:
        for party in _named(bench, directory, words, pointer):
            if party not in parties:
                parties.append(party)
    return tuple(parties)


def _named(bench: Bench, directory: Directory, words: Words, pointer: str) -> list[Party]:
    """The bodies one string names: one, or several that were split."""
    text = words.text.strip()
    whole = _party(bench, directory, text, words.span, pointer)
    if whole is not None:
        return [whole]
    pieces = split_names(text, lambda name: bool(directory.find(name)), at_and=not directory.free)
    if len(pieces) > 1:
        bench.report(
            "names-in-one-string",
            words.span,
            f'"{text}" was read as {len(pieces)} names.',
            pointer=pointer,
            label="several names",
            help_="write a list: [" + ", ".join(pieces) + "]",
        )
    return [
        _party(bench, directory, piece, words.span, pointer)
        or _unknown(bench, directory, piece, words.span, pointer)
        for piece in pieces
    ]


def _party(bench: Bench, directory: Directory, name: str, span: Span, pointer: str) -> Party | None:
    found = directory.find(name)
    if len(found) > 1:
        places = [directory.organisations[ident].place.key() for ident in found]
        bench.report(
            "ambiguous-name",
            span,
            f'"{name}" fits {len(found)} organisations: {", ".join(found)}.',
            pointer=pointer,
            label="which one?",
            help_="write the id of the one you mean",
            related=[Related(place, "this one?") for place in places],
        )
    if found:
        return Party(found[0], name)
    return Party("", name) if counted(name) else None


def _unknown(bench: Bench, directory: Directory, name: str, span: Span, pointer: str) -> Party:
    if not directory.free:
        close = directory.close(name)
        ident = directory.find(close)[0] if close else None
        whole = span.end - span.start == len(name)
        bench.report(
            "unknown-organisation",
            span,
            f'{pointer.rsplit(".", 1)[-1].capitalize()} "{name}" is not declared.',
            pointer=pointer,
            label="not declared",
            help_=f'replace "{name}" with "{close}"'
            if close
            else f'declare "{name}" under organisations in carbonroad.yaml, or correct the name',
            related=[Related(directory.organisations[ident].place.key(), "did you mean this one?")]
            if ident
            else (),
            fix=Fix(f'replace "{name}" with "{close}"', True, (Edit(span.start, span.end, close),))
            if close and whole
            else None,
        )
    return Party("", name)


def _fold(name: str) -> str:
    seen = _UNSEEN.sub("", unicodedata.normalize("NFKC", name))  # such signs have findings of their own
    return " ".join(seen.split()).casefold()
