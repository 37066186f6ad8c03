"""Organisations by any of their names, and the duties that name them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from carbonroad.base.nearest import nearest
from carbonroad.findings import Edit, Fix, Related, Span
from carbonroad.link.bench import Bench
from carbonroad.link.system import Parties, Party
from carbonroad.model.roadmap import Organisation
from carbonroad.model.terms import Duties, Words

_SEPARATOR = re.compile(r"\s*[、，,;；]\s*(?:and\s+)?|\s+and\s+")
_COUNTED = re.compile(
    r"(?:and|with|plus|等|及|和|以及)?\s*(?:the\s+)?"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|several|some"
    r"|[一二三四五六七八九十两几多]+|其他|有关|相关|other)"
    r"\s*(?:其他|有关)?\s*(?:个|家)?\s*(?:other|others|bodies|departments?|ministries|agencies|部门|部委|单位|机构|方面|地区)"
    r"(?:\s+(?:bodies|departments|ministries|agencies))?",
    re.IGNORECASE,
)


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


def counted(name: str) -> bool:
    """Whether a name only counts bodies: "and 10 others", 等五部门."""
    return _COUNTED.fullmatch(name.strip()) is not None


def resolve_duties(bench: Bench, directory: Directory, levels: Sequence[Duties], pointer: str) -> Parties:
    """Resolve an item's duties.

    The nearest level that says who owns or leads gives owner and lead together; `support` and the basis
    come from the nearest level that states them, support not from beyond the owner's level.

    Args:
        bench: Takes the findings.
        directory: The declared bodies.
        levels: The item's own duties first, then those it inherits.
        pointer: The item's, for findings.
    """
    owners, leads, supports, nobody = (), (), (), False  # type: tuple[Words, ...], tuple[Words, ...], tuple[Words, ...], bool
    for level in levels:
        supports = supports or level.support
        if level.owner or level.lead or level.nobody:
            owners, leads, nobody = level.owner, level.lead, level.nobody
            break
    basis = next((level.basis for level in levels if level.basis is not None), "stated")
    return Parties(
        owner=_parties(bench, directory, owners, f"{pointer}.owner"),
        lead=_parties(bench, directory, leads, f"{pointer}.lead"),
        support=_parties(bench, directory, supports, f"{pointer}.support"),
        inferred=basis == "inferred",
        nobody=nobody,
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
    pieces = [piece for piece in _SEPARATOR.split(text) if piece]
    if len(pieces) > 1:
        if not directory.free:
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
    return [_unknown(bench, directory, text, words.span, pointer)]


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
            related=[Related(directory.organisations[ident].place.key(), "did you mean this one?")] if ident else (),
            fix=Fix(f'replace "{name}" with "{close}"', True, (Edit(span.start, span.end, close),))  # noqa: FBT003
            if close and whole
            else None,
        )
    return Party("", name)


def _fold(name: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", name)).strip().casefold()
