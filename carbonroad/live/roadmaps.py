"""The roadmaps of a call at their present state: those are read again whose files or relatives changed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.batch.call import Call
from carbonroad.batch.families import Families, Tops, families_of
from carbonroad.batch.inputs import Batch, Inputs, inputs_of
from carbonroad.checking.checked import USUAL
from carbonroad.link.family import Handed
from carbonroad.project import Project, load
from carbonroad.source.folder import Folder, NoRoadmap
from carbonroad.source.text import SourceText


class Asked(NamedTuple):
    """A roadmap that a call names.

    Attributes:
        folder: Its files.
        parts: What pages are limited to; empty for all.
        listed: Whether its pages stand below its name even where it is the only one.
    """

    folder: Folder
    parts: tuple[str, ...] = ()
    listed: bool = False


Find = Callable[[], Sequence[Asked] | NoRoadmap]


class Known(NamedTuple):
    """A roadmap as it was read.

    Attributes:
        asked: What the call says of it.
        project: The roadmap, linked and checked.
        texts: The texts that were read; empty where they must be read anew to be shown.
    """

    asked: Asked
    project: Project
    texts: Mapping[str, SourceText]

    def text(self, path: str) -> SourceText | None:
        """Return the text of one of its files, to show findings in."""
        return self.texts.get(path) or self.project.text(path)


class Roadmaps(NamedTuple):
    """All roadmaps of a call at one moment.

    Attributes:
        known: In the order of the call.
        families: Who is whose parent.
        absent: Why there are none.
    """

    known: tuple[Known, ...]
    families: Families
    absent: NoRoadmap | None = None


NOTHING = Roadmaps((), families_of([]))


class Reader:
    """Reads the roadmaps of a call, again and again.

    Args:
        find: Finds what the call names.
        as_of: The data date asked for; None for each one's own.
        today: Gives the present day.
    """

    def __init__(self, find: Find, as_of: date | None, today: Callable[[], date]) -> None:
        self._find = find
        self._as_of = as_of
        self._today = today
        self._read: dict[str, tuple[tuple[str, date], Known]] = {}

    def read(self) -> Roadmaps:
        """Return the roadmaps as they are now; what has not changed is the same object as before."""
        found = self._find()
        if isinstance(found, NoRoadmap):
            return NOTHING._replace(absent=found)
        folders = [one.folder for one in found]
        families = families_of(folders)
        batch = Batch(folders, families, Call(self._as_of, self._today(), USUAL))
        tops, handed, known = Tops(), dict[int, Handed](), dict[int, Known]()
        for place in (place for level in families.levels for place in level):
            children = {one: handed[one] for one in families.children[place] if one in handed}
            known[place] = self._known(batch, place, found[place], tops, children)
            if families.parents[place] is not None:
                handed[place] = known[place].project.handed
        paths = {one.path for one in folders}
        self._read = {path: one for path, one in self._read.items() if path in paths}
        return Roadmaps(tuple(known[place] for place in range(len(found))), families)

    def _known(
        self, batch: Batch, place: int, asked: Asked, tops: Tops, handed: Mapping[int, Handed]
    ) -> Known:
        inputs = inputs_of(batch, place, handed)
        key = (inputs.key if inputs is not None else "", batch.call.today)
        before = self._read.get(asked.folder.path)
        if before is not None and inputs is not None and before[0] == key and before[1].asked == asked:
            return before[1]
        texts = _texts(inputs)
        family = batch.families.family(place, tops, handed)
        project = load(asked.folder, batch.call.as_of, batch.call.today, batch.call.checks, texts, family)
        known = Known(asked, project, texts)
        self._read[asked.folder.path] = key, known
        return known


def _texts(inputs: Inputs | None) -> Mapping[str, SourceText]:
    return (inputs.texts() if inputs is not None else None) or {}
