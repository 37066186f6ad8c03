"""Reader of the duties of a map: who owns, leads and supports."""

from carbonroad.base.said import say
from carbonroad.model.terms import Duties, Words
from carbonroad.read.core import Opened, Reader
from carbonroad.read.words import ENUMERATIONS, NOBODY
from carbonroad.source.nodes import Sequence, is_null

DUTIES = ("owner", "lead", "support", "owner_basis")
_NAMES = say("a name or a list of names")


def read_duties(reader: Reader, opened: Opened) -> Duties:
    """Read owner, lead, support and their basis from a map."""
    names = {name: _names(reader, opened, name) for name in DUTIES[:3]}
    basis = opened.values.get("owner_basis")
    nobody = len(names["owner"]) == 1 and names["owner"][0].text.strip() in NOBODY
    return Duties(
        owner=() if nobody else names["owner"],
        lead=names["lead"],
        support=names["support"],
        basis=None
        if basis is None
        else reader.word(basis, ENUMERATIONS["owner_basis"], opened.place.at("owner_basis")),
        nobody=nobody,
    )


def _names(reader: Reader, opened: Opened, name: str) -> tuple[Words, ...]:
    node = opened.values.get(name)
    if node is None:
        return ()
    nodes = node.items if isinstance(node, Sequence) else [node]
    pointer = opened.place.at(name)
    scalars = [reader.scalar(n, pointer, _NAMES) for n in nodes]
    return tuple(reader.words(s) for s in scalars if s is not None and not is_null(s))
