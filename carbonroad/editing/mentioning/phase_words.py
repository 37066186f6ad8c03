"""Where the words of a deadline name a phase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carbonroad.model.roadmap import Phase

_QUOTES = "“”\"'‘’「」『』《》 "


def find_phase(text: str, phase: Phase) -> tuple[int, int, bool] | None:
    """Return where words name a phase, and whether by its id; None for one between two that are named."""
    titles = [words.strip(_QUOTES) for _, words in phase.title.entries]
    for name, by_id in ((phase.id, True), *((title, False) for title in titles)):
        found = _search(name, text)
        if found is not None:
            return found.start(), found.end(), by_id and name not in titles
    for title in titles:  # "14th and 15th FYP": what the first lacks stands at the end
        words = title.split()
        for count in range(len(words) - 1, 0, -1):
            found = _search(" ".join(words[:count]), text)
            if found is not None:
                return found.start(), found.end(), False
    return None


def _search(name: str, text: str) -> re.Match[str] | None:
    """A name in a text, not inside a longer Latin word."""
    if not name:
        return None
    return re.search(rf"(?<![A-Za-z0-9_-]){re.escape(name)}(?![A-Za-z0-9_-])", text, re.IGNORECASE)
