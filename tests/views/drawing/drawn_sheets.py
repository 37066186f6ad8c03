"""The sheets of one part, for tests that need no other part's."""

from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Scene
from carbonroad.views.drawing import Desk
from carbonroad.views.options import USUAL, Options


def draw_sheets(
    system: System, facts: Facts, part: Part, lang: str, options: Options = USUAL
) -> tuple[Scene, ...]:
    """Return a part's construction drawing, one scene per A3 sheet."""
    return Desk(system, facts, lang, options).scenes(part)
