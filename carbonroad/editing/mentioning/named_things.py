"""What a name can mean, and what a file declares for all of a roadmap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from carbonroad.base.record import NamedTuple
from carbonroad.model.roadmap import TOP, Declarations
from carbonroad.read.items import read_all
from carbonroad.read.reader import Opened, Reader
from carbonroad.source.folder import part_name
from carbonroad.source.yaml.nodes import Mapping

if TYPE_CHECKING:
    from carbonroad.editing.mentioning.file_names import FileNames
    from carbonroad.read.vocabulary.shape import Shape
    from carbonroad.source.yaml.nodes import Node

ThingKind = Literal[
    "milestone",
    "work",
    "target",
    "indicator",
    "measure",
    "phase",
    "organisation",
    "source",
    "pathway",
    "industry",
    "roadmap",
]
_DECLARED = ("phases", "organisations", "sources")


class Thing(NamedTuple):
    """What a name means.

    Attributes:
        kind: What it is.
        ref: Its id; qualified for what belongs to a part (`steel.M1`); the name of an industry or a roadmap.
        path: The file that declares it; of a roadmap above or below its top file.
    """

    kind: ThingKind
    ref: str
    path: str

    @property
    def id(self) -> str:
        """Its id without the part that it belongs to."""
        local = self.kind in ("milestone", "work", "target", "indicator", "measure", "pathway")
        return self.ref.partition(".")[2] if local else self.ref


class PartFile(NamedTuple):
    """One file of a roadmap: its path, the part that it is, and what it says of names."""

    path: str
    part: str
    names: FileNames
    declarations: Declarations | None


def declarations_of(path: str, root: Node | None, shape: Shape) -> Declarations | None:
    """Read what a file declares for all: phases, organisations and sources; None where it cannot."""
    if shape.name == "industry" or not isinstance(root, Mapping):
        return None
    reader = Reader(path)
    opened = reader.open(root, shape, "")
    if opened is None:
        return None
    kept = {name: value for name, value in opened.values.items() if name in _DECLARED}
    values = read_all(reader, Opened(opened.shape, opened.place, opened.fields, kept))
    return Declarations(place=opened.place, **values)


def part_of(path: str, top: str | None) -> str:
    """Return the part that a file is."""
    return TOP if path == top else part_name(path.replace("\\", "/").rpartition("/")[2])
