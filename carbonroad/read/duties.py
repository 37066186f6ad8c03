"""Reader of the duties of a map: who owns, leads and supports."""

from collections.abc import Sequence as ListOf

from carbonroad.base.texts.said import say
from carbonroad.model.terms import Duties, Words
from carbonroad.read.reader import Reader, words_at, words_of
from carbonroad.read.vocabulary.words import ENUMERATIONS, NOBODY
from carbonroad.source.yaml.nodes import Node, Scalar, Sequence

DUTIES = ("owner", "lead", "support", "owner_basis")
_NAMES = say("a name or a list of names")


def read_duties(reader: Reader, given: ListOf[Node | None], before: str) -> Duties:
    """Read owner, lead, support and their basis.

    Args:
        reader: The file's.
        given: What stands under each of `DUTIES`; None for what says nothing.
        before: What the pointers of a map's fields begin with.
    """
    owner, lead, support, basis = given
    owners = _names(reader, owner, before, "owner")
    nobody = len(owners) == 1 and owners[0].text.strip() in NOBODY
    return Duties(
        () if nobody else owners,
        _names(reader, lead, before, "lead"),
        _names(reader, support, before, "support"),
        None if basis is None else reader.word(basis, ENUMERATIONS["owner_basis"], f"{before}owner_basis"),
        nobody,
    )


def _names(reader: Reader, node: Node | None, before: str, name: str) -> tuple[Words, ...]:
    if node is None:
        return ()
    if node.__class__ is Scalar:
        return (words_at(reader.path, node),)
    nodes = node.items if isinstance(node, Sequence) else [node]
    return words_of(reader, nodes, before + name, _NAMES)
