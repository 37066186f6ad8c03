"""One document of a roadmap, as a run makes it."""

from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.model.roadmap import Part
from carbonroad.read.documents import ALL
from carbonroad.views.document import Document
from carbonroad.views.maker import Maker, Planned
from carbonroad.views.options import USUAL, Options


def build_document(
    view: str, system: System, facts: Facts, part: Part | None, lang: str, options: Options = USUAL
) -> Document:
    """Return the document of a part, or of the whole roadmap where `part` is None."""
    known = next(one for one in ALL if one.name == view)
    return Maker(system, facts, lang, options).make(Planned(known, part))
