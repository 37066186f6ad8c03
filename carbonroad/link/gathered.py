"""The files of a roadmap before linking: their order and what they declare together."""

from collections.abc import Mapping
from types import MappingProxyType

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import as_id
from carbonroad.base.texts.nearest import Near, Spelling
from carbonroad.base.texts.said import say
from carbonroad.link.bench import Bench
from carbonroad.link.family import NO_FAMILY, Family
from carbonroad.link.suggesting import offer
from carbonroad.link.unsure import is_lost
from carbonroad.model.place import Place
from carbonroad.model.roadmap import TOP, Declarations, RoadmapFile
from carbonroad.model.terms import Words
from carbonroad.read.files import RESERVED
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.holes import Hole


class Gathered(NamedTuple):
    """What was found of one roadmap before linking.

    Attributes:
        name: The folder's or file's name.
        path: As given.
        top: The top file, None where there is none or it could not be read.
        has_top: Whether a `carbonroad.yaml` is there at all.
        files: The industry files that could be read, by name.
        unread: Names of parts whose file could not be read.
        texts: File name → its text, of all files; None where it has none.
        holes: Parts whose file was read but for syntax errors, and what is missing of it.
        family: The roadmaps above and below.
    """

    name: str
    path: str
    top: RoadmapFile | None
    has_top: bool
    files: Mapping[str, RoadmapFile]
    unread: frozenset[str]
    texts: Mapping[str, SourceText | None]
    holes: Mapping[str, tuple[Hole, ...]] = MappingProxyType({})
    family: Family = NO_FAMILY

    @property
    def top_unread(self) -> bool:
        """Whether there is a top file that could not be read: what it declares is unknown."""
        return self.has_top and self.top is None

    @property
    def declaring_holes(self) -> tuple[Hole, ...]:
        """What is missing of the file that declares: the top file; without one, of any."""
        if self.has_top:
            return self.holes.get(TOP, ())
        return tuple(hole for found in self.holes.values() for hole in found)


class Ordered(NamedTuple):
    """The industry files in the order declared, and the declared names that have no file."""

    files: list[RoadmapFile]
    missing: frozenset[str]


def in_order(bench: Bench, gathered: Gathered) -> Ordered:
    """Put the industry files in the order declared; report those that are missing or not declared."""
    declared = gathered.top.declarations.industries if gathered.top and gathered.top.declarations else None
    if is_lost(gathered.declaring_holes, "industries"):
        declared = None
    if declared is None:
        return Ordered([gathered.files[name] for name in sorted(gathered.files)], frozenset())
    ordered: list[RoadmapFile] = []
    names = {as_id(words.text): words for words in reversed(declared)}
    missing: set[str] = set()
    others = Spelling(sorted(gathered.files.keys() - names))
    for words in declared:
        name = as_id(words.text)
        if names[name] is not words:
            bench.named_twice(names[name].span, words.span, name, "industries")
        elif name in gathered.files:
            ordered.append(gathered.files[name])
        elif name not in gathered.unread and name.lower() not in RESERVED:  # reported at its file
            missing.add(name)
            near = others.near(name)
            if near.one is not None and near.one not in names:  # one mistake is one finding
                names[near.one] = words
                ordered.append(gathered.files[near.one])
            _report_missing(bench, gathered, words, near)
    for name, file in sorted(gathered.files.items()):
        if name not in names:
            bench.report(
                "undeclared-file",
                file.part.place.key(),
                say('"{name}" is not named under industries and is left out.', name=name),
                label=say("left out"),
                help_=say("add {name} to industries in carbonroad.yaml", name=name),
            )
    return Ordered(ordered, frozenset(missing))


def _report_missing(bench: Bench, gathered: Gathered, words: Words, near: Near) -> None:
    name = as_id(words.text)
    offered = offer(words, near.words, lambda one: gathered.files[one].part.place.key(), sure=near.sure)
    bench.report(
        "missing-industry-file",
        words.span,
        say('The industry "{name}" has no file.', name=name),
        pointer="industries",
        label=say("no such file"),
        help_=offered.help
        or say("add {name}.yaml beside carbonroad.yaml, or take the name out of industries", name=name),
        related=offered.related,
        fix=offered.fix,
    )


def declarations(gathered: Gathered, industries: list[RoadmapFile]) -> Declarations:
    """Return the top file's declarations; without a top, those that the files make themselves, together."""
    if gathered.top is not None and gathered.top.declarations is not None:
        return gathered.top.declarations
    own = [file.declarations for file in industries if file.declarations is not None]
    if not own:
        return Declarations(
            place=industries[0].part.place if industries else Place(gathered.path, "", 0, 0, {})
        )
    first = own[0]
    bodies = [body for d in own for body in d.organisations or ()]
    return first._replace(
        as_of=next((d.as_of for d in own if d.as_of is not None), None),
        before_means=next((d.before_means for d in own if d.before_means is not None), None),
        phases=tuple(phase for d in own for phase in d.phases),
        phases_lost=any(d.phases_lost for d in own),
        organisations=tuple(bodies) if bodies else None,
        documents=tuple(document for d in own for document in d.documents),
    )
