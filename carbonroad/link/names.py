"""Looking references up: in the own file, then in the top file, never in another industry."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, Protocol, TypeVar

from carbonroad.base.texts.folding import as_id
from carbonroad.base.texts.nearest import MOST, Near, Spelling
from carbonroad.base.texts.said import Said, say, sayable
from carbonroad.findings import Related, Span
from carbonroad.link.bench import Bench
from carbonroad.link.suggesting import in_parts, is_part, offer, pieces
from carbonroad.model.place import Place
from carbonroad.model.roadmap import TOP
from carbonroad.model.terms import Words
from carbonroad.model.text import EMPTY


class Placed(Protocol):
    """What has a place in a file."""

    @property
    def place(self) -> Place:
        """Where it stands."""
        ...  # pragma: no cover


T = TypeVar("T", bound=Placed)
CHINESE_TOP = "总体"
TOP_NAMES = frozenset((TOP, CHINESE_TOP))
"""What the top file is called in references."""
_MOST_COMPARED = 500
"""Ids with a piece in common beyond which none is compared: it would take long, and fit too many."""
_KINDS = {
    "unknown-item": (sayable("milestone, work or target"), sayable("a milestone, work or target")),
    "unknown-indicator": (sayable("indicator"), sayable("an indicator")),
    "unknown-measure": (sayable("measure"), sayable("a measure")),
}


def without_top(text: str) -> str:
    """Return a reference to something of the top file without the file's name."""
    name = as_id(text)
    head, dot, rest = name.partition(".")
    return rest if dot and head in TOP_NAMES else name


def qualified(part: str, ident: str) -> str:
    """Return the qualified id of what a part declares."""
    return f"{part}.{as_id(ident)}"


def meant_by(text: str, part: str, known: Mapping[str, object]) -> str | None:
    """Return the qualified id that a reference typed in a part means; None if it leads nowhere."""
    name = as_id(text)
    head, dot, rest = name.partition(".")
    refs = (f"{TOP if head in TOP_NAMES else head}.{rest}" if dot else "", f"{part}.{name}", f"{TOP}.{name}")
    return next((ref for ref in refs if ref in known), None)


class Namespace(Generic[T]):
    """One kind of thing, by qualified id.

    `rule` names the finding for an unknown reference; `asked` collects the parts that references name.
    """

    __slots__ = (
        "_everywhere",
        "_homes",
        "_members",
        "_pieces",
        "_spellings",
        "_titles",
        "asked",
        "parts",
        "rule",
        "unread",
    )

    def __init__(self, rule: str, parts: Iterable[str], unread: Iterable[str]) -> None:
        self.rule = rule
        self.parts = frozenset(parts)
        self.unread = frozenset(unread)
        self.asked: set[str] = set()
        self._members: dict[str, T] = {}
        self._spellings: dict[str, Spelling] = {}
        self._everywhere: dict[str, list[str]] = {}
        self._homes: dict[str, list[str]] = {}
        self._titles: dict[str, dict[str, list[str]]] = {}
        self._pieces: dict[str, list[str]] = {}

    def add(self, bench: Bench, part: str, ident: str, member: T) -> bool:
        """Add a member; a second one of the same id is a finding and is left out."""
        first = self._members.setdefault(qualified(part, ident), member)
        if first is not member:
            place = member.place
            bench.report(
                "duplicate-id",
                place.value("id"),
                say('The id "{id}" is given twice.', id=ident),
                pointer=place.at("id"),
                label=say("second"),
                related=[Related(first.place.value("id"), say("first given here"))],
                help_=say("give one of the two another id"),
            )
        return first is member

    def add_all(self, members: Mapping[str, T]) -> None:
        """Add members of qualified ids that nothing else has."""
        self._members.update(members)

    def get(self, ref: str) -> T | None:
        """Return the member of a qualified id."""
        return self._members.get(ref)

    def items(self) -> Iterator[tuple[str, T]]:
        """Yield (qualified id, member) in the order of the files."""
        yield from self._members.items()

    def find(self, text: str, part: str) -> str | None:
        """Return the qualified id that a reference typed in `part` means; None if there is none."""
        if "." in text:
            self.asked.add(as_id(text).partition(".")[0])
        return meant_by(text, part, self._members)

    def resolve(self, bench: Bench, words: Words, part: str, pointer: str) -> str | None:
        """Find what a reference means, or report it."""
        ref = self.find(words.text, part)
        if ref is None:
            self._report(bench, words, part, pointer)
        return ref

    def _report(self, bench: Bench, words: Words, part: str, pointer: str) -> None:
        text = as_id(words.text)
        head, dot, local = text.partition(".")
        home = TOP if head in TOP_NAMES else head
        if (dot and home in self.unread) or part in self.unread or (not dot and TOP in self.unread):
            where = _file(head if dot else part if part in self.unread else TOP)
            bench.report(
                "unchecked-reference",
                words.span,
                say(
                    '"{name}" was not checked: {file} is missing or could not be read.', name=text, file=where
                ),
                pointer=pointer,
                label=say("not checked"),
                help_=say("mend the other file first"),
            )
            return
        several = in_parts(text, lambda name: self.find(name, part) is not None)
        near = Near() if several else self._near(home, local, part) if dot else self._near_bare(text, part)
        near = near if near.words or several else self._spelled(text)
        names = near.words or (() if several else self._longer(home if dot else "", local or text, part))
        offered = offer(words, names, lambda name: self._place(name, part), sure=near.sure)
        offered = offered if near.words else offered._replace(fix=None)
        what, one = _KINDS[self.rule]
        bench.report(
            self.rule,
            words.span,
            say('There is no {what} "{name}".', what=say(what), name=text),
            pointer=pointer,
            label=say("no such {what}", what=say(what)),
            help_=several or offered.help or self._help(home if dot else "", say(one)),
            related=offered.related,
            fix=offered.fix,
        )

    def _help(self, home: str, what: Said) -> Said:
        if home == TOP and TOP not in self.parts:
            return say(
                "there is no carbonroad.yaml beside this file, and {top} names what stands in it: "
                "add that file, or write an id of this one",
                top="top.",
            )
        return say(
            "write the id of {what} of this file, of the top file (top.…) or of an industry (steel.…)",
            what=what,
        )

    def _near_bare(self, text: str, part: str) -> Near:
        """For a name without a file: the same id in other industries, else a near id that is seen here."""
        if not self._homes:
            for ref in self._members:
                self._homes.setdefault(ref.partition(".")[2], []).append(ref)
        others = self._homes.get(text, ()) or self._titled(text, part)
        if others:
            return Near(tuple(others)) if len(others) <= MOST else Near()
        return self._spelling(part, TOP).near(text)

    def _spelled(self, text: str) -> Near:
        """For a whole reference in other letters, such as `Top.Peak`, else for a title of another file."""
        if not self._everywhere:
            for ref, member in self._members.items():
                titles = {_folded(words) for _, words in getattr(member, "title", EMPTY).entries}
                for name in {ref.casefold(), *titles}:
                    self._everywhere.setdefault(name, []).append(ref)
        refs = self._everywhere.get(text.casefold().replace(" ", ".")) or self._everywhere.get(
            _folded(text), []
        )
        return Near(tuple(refs)) if len(refs) <= MOST else Near()

    def _titled(self, title: str, part: str) -> list[str]:
        """The ids of what is called so: people write the title where the id belongs."""
        if part not in self._titles:
            titles = self._titles[part] = {}
            for ref, member in self._members.items():
                home, _, local = ref.partition(".")
                for _, words in getattr(member, "title", EMPTY).entries if home in (part, TOP) else ():
                    name = local if self.find(local, part) == ref else ref
                    titles.setdefault(_folded(words), []).append(name)
        return list(dict.fromkeys(self._titles[part].get(_folded(title), ())))

    def _near(self, home: str, local: str, part: str) -> Near:
        """For a name with a file: near ids of that file, or of the file that its name is near to."""
        heads = Near((home,), sure=True) if home in self.parts else Spelling(self.parts).near(home)
        if heads.one is None:
            return Near()
        prefix = "" if heads.one == part else f"{heads.one}."
        if heads.one != home and f"{heads.one}.{local}" in self._members:
            return Near((prefix + local,), heads.sure)
        near = self._spelling(heads.one).near(local) if heads.one == home else Near()
        return Near(tuple(prefix + name for name in near.words), near.sure)

    def _longer(self, home: str, local: str, part: str) -> tuple[str, ...]:
        """The ids that a name is a whole part of, as `peak` is of `co2-peak`; of more than a few, none."""
        homes = (home,) if home else (part, TOP)
        found = []
        if not self._pieces:
            for ref in self._members:
                for piece in pieces(ref.partition(".")[2]):
                    self._pieces.setdefault(piece, []).append(ref)
        likely = min((self._pieces.get(piece, []) for piece in pieces(local)), key=len)
        for ref in likely if len(likely) <= _MOST_COMPARED else ():
            where, _, ident = ref.partition(".")
            if where in homes and is_part(local, ident):
                found.append(ident if where == part or not home else ref)
        return tuple(found) if len(found) <= MOST else ()

    def _spelling(self, *homes: str) -> Spelling:
        """The local ids of some files, indexed once."""
        key = " ".join(homes)
        if key not in self._spellings:
            refs = (ref.partition(".") for ref in self._members)
            names: dict[str, list[str]] = {}
            for home, _, local in refs:
                names.setdefault(home, []).append(local)
            self._spellings[key] = Spelling([name for home in homes for name in names.get(home, ())])
        return self._spellings[key]

    def _place(self, name: str, part: str) -> Span:
        ref = self.find(name, part)
        return self._members[ref or name].place.value("id")


def _file(part: str) -> str:
    return "carbonroad.yaml" if part in TOP_NAMES else f"{part}.yaml"


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
