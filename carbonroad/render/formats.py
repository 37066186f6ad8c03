"""The formats of documents: the one list that `--to`, pages, the preview and what is cleared away go by."""

from importlib import import_module
from typing import TYPE_CHECKING, cast

from carbonroad.base.record import NamedTuple

if TYPE_CHECKING:  # the start of `render --help` needs none of it
    from collections.abc import Callable

    from carbonroad.render.place import Place
    from carbonroad.views.document import Document


class Format(NamedTuple):
    """One format.

    Attributes:
        name: As `render --to` names it, and what its files end in.
        media: The media type that a browser shows it as.
        module: Where its function `render_page` stands, below `render/`; imported when it is used. Empty for
            what is not made page by page: pictures alone, and a printed book.
        usual: Whether it is made where `--to` does not say.
        pictures: Whether figures become files of their own, beside its pages or alone.
        headings: Whether links to a place on its pages lead to the heading above it; else to the place's id.
        stays: Whether files of an earlier run stay where a later one does not make them.
    """

    name: str
    media: str
    module: str = ""
    usual: bool = False
    pictures: bool = False
    headings: bool = False
    stays: bool = False

    def page(self, document: "Document", place: "Place", own: str | None) -> str:
        """Return a document's page.

        Args:
            document: What to show.
            place: Where it stands.
            own: A user's folder of templates.
        """
        module = import_module(f"carbonroad.render.{self.module}")
        return cast("Callable[[Document, Place, str | None], str]", module.render_page)(document, place, own)


ALL: tuple[Format, ...] = (
    Format("md", "text/plain; charset=utf-8", "markdown.document", usual=True, pictures=True, headings=True),
    Format("html", "text/html; charset=utf-8", "html.document", usual=True),
    Format("svg", "image/svg+xml", pictures=True),
    # Making it takes long, and its own pages say of which day it is.
    Format("pdf", "application/pdf", stays=True),
)
"""In the order of the help."""

BY_NAME = {known.name: known for known in ALL}
PAGES = tuple(known for known in ALL if known.module)
"""Those that are made page by page."""
USUAL = tuple(known.name for known in ALL if known.usual)
