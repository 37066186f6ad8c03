"""The exact words of a place of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carbonroad.importing.policy.parts import Place
    from carbonroad.importing.texts.paragraphs import Paragraph


def words_of(paragraph: Paragraph, place: Place) -> str:
    """Return the exact words of a place."""
    return paragraph.text[place.start : place.end]
