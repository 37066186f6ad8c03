"""What is wanted of a roadmap's documents."""

import re
from dataclasses import dataclass

from carbonroad.render.formats import USUAL as USUAL_FORMATS
from carbonroad.views.options import USUAL, Options

_NOT_IN_NAMES = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a roadmap is wanted; empty tuples mean everything.

    Attributes:
        formats: Names of `render.formats.ALL`.
        views: Names of views.
        industries: Ids of parts, `top` for the whole.
        templates: A user's folder of templates.
        options: How the documents are drawn.
        single_file: Whether all HTML pages stand in one file.
    """

    formats: tuple[str, ...] = USUAL_FORMATS
    views: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    templates: str | None = None
    options: Options = USUAL
    single_file: bool = False

    def named(self, name: str) -> str:
        """Return the name of a file of all that is wanted; one of less than everything says of what."""
        owner = (_NOT_IN_NAMES.sub("-", self.options.owner),) if self.options.owner else ()
        return "-".join((name, *self.industries, *self.views, *owner))
