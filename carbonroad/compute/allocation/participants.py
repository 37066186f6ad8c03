"""Which roadmaps below take part in the division of a target."""

from collections.abc import Iterator
from unicodedata import normalize

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import as_id
from carbonroad.link.family import Family, Handed
from carbonroad.model.items import Allocation


class Participant(NamedTuple):
    """A child that takes part.

    Attributes:
        name: Its folder's, with the one around it where children are called alike; or as the parent names
            it where there is none.
        handed: What it hands up; None where it is not in the run.
        exists: Whether it is known to lie beside, though it is not in the run.
    """

    name: str
    handed: Handed | None
    exists: bool = True

    @property
    def key(self) -> str:
        """What tells children apart: the top file, for names may repeat."""
        return self.handed.path if self.handed is not None else self.name


def participants(family: Family, allocation: Allocation) -> tuple[Participant, ...]:
    """Return the children that take part: those named, else all; those that are not in the run last."""
    return tuple(sorted(_participants(family, allocation), key=lambda part: part.handed is None))


def _participants(family: Family, allocation: Allocation) -> Iterator[Participant]:
    if not allocation.among:
        yield from (Participant(called(family, child), child) for child in family.children)
        yield from (Participant(name, None) for name in family.absent)
        return
    taken = set()
    for words in allocation.among:
        name = as_id(words.text)
        if name in taken:
            continue
        taken.add(name)
        child = find_child(family, name)
        if child is not None:
            yield Participant(called(family, child), child)
        else:
            yield Participant(name, None, exists=name.rpartition("/")[2] in family.absent)


def called(family: Family, child: Handed) -> str:
    """Return a child's name, with the folder that it lies in where another child is called alike."""
    alike = sum(other.name == child.name for other in family.children) > 1
    return longer_name(child) if alike else child.name


def longer_name(child: Handed) -> str:
    """Return a child's folder and the one that it lies in: `north/hill`."""
    return "/".join(child.path.replace("\\", "/").split("/")[-3:-1])


def takes_part(child: Handed, allocation: Allocation) -> bool:
    """Whether a child is one of those named, or all take part."""
    return not allocation.among or any(_fits(child, as_id(words.text)) for words in allocation.among)


def find_child(family: Family, name: str) -> Handed | None:
    """Return the one child of a name, which may begin with folders that it lies in; None for any other."""
    fits = [child for child in family.children if _fits(child, as_id(name))]
    return fits[0] if len(fits) == 1 else None


def _fits(child: Handed, name: str) -> bool:
    folder = normalize("NFC", child.path.replace("\\", "/")).rpartition("/")[0]
    return as_id(child.name) == name or f"/{folder}".endswith(f"/{name}")
