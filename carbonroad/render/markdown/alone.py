"""A document as Markdown that stands alone, such as a comment: no neighbours, no pictures, no navigation."""

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.render.blocks import without_pictures
from carbonroad.render.markdown.document import render_page
from carbonroad.render.place import Place
from carbonroad.views.document import Document

_ACTING = lazy_pattern(r"(?<=\\[@#])(?=\w)")
"""Behind a sign that names a person or an issue: in a comment an escaped one still calls them."""
_NOTHING = "&#8203;"


def render_markdown_alone(document: Document, *, details: bool = False) -> str:
    """Return a document as Markdown without anything beside it.

    Links to other documents and to places on the page are plain words: in a comment a heading has no
    address. A figure whose table follows is left out; another one is what it says in words. With `details`
    what is folded away on a screen is folded in the comment too.
    """
    place = Place(document.path, "", "md", "", frozenset())
    text = render_page(without_pictures(document), place, None, details=details)
    return _ACTING.sub(_NOTHING, text)
