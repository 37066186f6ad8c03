"""Looking references up: in the own file, then in the top file, never in another industry."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from carbonroad.base.nearest import nearest
from carbonroad.findings import Edit, Fix, Related
from carbonroad.link.bench import Bench
from carbonroad.model.place import Place
from carbonroad.model.roadmap import TOP
from carbonroad.model.terms import Words

T = TypeVar("T")
_TOP_NAMES = frozenset((TOP, "总体"))


class Namespace(Generic[T]):
    """One kind of thing, by qualified id. `rule` names the finding for an unknown reference."""

    __slots__ = ("_members", "_places", "parts", "rule", "unread", "what")

    def __init__(self, what: str, rule: str, parts: Iterable[str], unread: Iterable[str]) -> None:
        self.what = what
        self.rule = rule
        self.parts = frozenset(parts)
        self.unread = frozenset(unread)
        self._members: dict[str, T] = {}
        self._places: dict[str, Place] = {}

    def add(self, bench: Bench, part: str, ident: str, member: T, place: Place) -> bool:
        """Add a member; a second one of the same id is a finding and is left out."""
        ref = f"{part}.{unicodedata.normalize('NFC', ident)}"
        first = self._places.get(ref)
        if first is not None:
            bench.report(
                "duplicate-id",
                place.value("id"),
                f'The id "{ident}" is given twice.',
                pointer=place.at("id"),
                label="second",
                related=[Related(first.value("id"), "first given here")],
                help_="give one of the two another id",
            )
            return False
        self._members[ref] = member
        self._places[ref] = place
        return True

    def get(self, ref: str) -> T | None:
        """Return the member of a qualified id."""
        return self._members.get(ref)

    def items(self) -> Iterator[tuple[str, T]]:
        """Yield (qualified id, member) in the order of the files."""
        yield from self._members.items()

    def find(self, text: str, part: str) -> str | None:
        """Return the qualified id that a reference typed in `part` means; None if there is none."""
        text = unicodedata.normalize("NFC", text.strip())
        head, dot, rest = text.partition(".")
        if dot and (head in _TOP_NAMES or head in self.parts):
            ref = f"{TOP if head in _TOP_NAMES else head}.{rest}"
            if ref in self._members:
                return ref
        for home in (part, TOP):
            if f"{home}.{text}" in self._members:
                return f"{home}.{text}"
        return None

    def resolve(self, bench: Bench, words: Words, part: str, pointer: str) -> str | None:
        """Find what a reference means, or report it."""
        ref = self.find(words.text, part)
        if ref is None:
            self._report(bench, words, part, pointer)
        return ref

    def _report(self, bench: Bench, words: Words, part: str, pointer: str) -> None:
        text = unicodedata.normalize("NFC", words.text.strip())
        head, dot, local = text.partition(".")
        home = TOP if head in _TOP_NAMES else head
        if (dot and home in self.unread) or part in self.unread or (not dot and TOP in self.unread):
            where = head if dot else part if part in self.unread else "carbonroad.yaml"
            bench.report(
                "unchecked-reference",
                words.span,
                f'"{text}" was not checked, because {where} could not be read.',
                pointer=pointer,
                label="not checked",
                help_="mend the other file first",
            )
            return
        close, place = self._near(
            text, home if dot and home in self.parts else part, local if dot else text, part
        )
        whole = words.span.end - words.span.start == len(words.text)
        bench.report(
            self.rule,
            words.span,
            f'There is no {self.what} "{text}".',
            pointer=pointer,
            label=f"no such {self.what}",
            help_=f'did you mean "{close}"?'
            if close
            else f"write the id of {'an' if self.what[0] in 'aeiou' else 'a'} {self.what} of this file, "
            "of the top file (top.…) or of another industry (steel.…)",
            related=[Related(place.value("id"), "this one?")] if place is not None else (),
            fix=Fix(
                f'replace "{text}" with "{close}"', False, (Edit(words.span.start, words.span.end, close),)
            )
            if close and whole
            else None,
        )

    def _near(self, text: str, where: str, local: str, part: str) -> tuple[str | None, Place | None]:
        """The nearest known reference: the same id in another industry, else a near id here."""
        for ref, place in self._places.items():
            if ref.partition(".")[2] == text:
                return ref, place
        known = {ref.partition(".")[2]: ref for ref in self._members if ref.startswith(f"{where}.")}
        close = nearest(local, known)
        if close is None:
            return None, None
        return (close if where == part else f"{where}.{close}"), self._places[known[close]]
