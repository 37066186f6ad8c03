"""Names of bodies as they fit into a lane or a cell."""

import re

from carbonroad.base.texts.scripts import has_han
from carbonroad.link.system import System
from carbonroad.model.roadmap import Part
from carbonroad.wording import Wording, wording

_COUNTED = re.compile(r"(?:and )?(\d+) others?", re.IGNORECASE)


def short_name(system: System, party_id: str, words: str, lang: str) -> str:
    """Return the name of a body as it stands in a lane or a cell: its title if short, else its short name."""
    body = system.organisations.get(party_id)
    if body is None:
        counted = _COUNTED.fullmatch(words.strip())
        return wording(lang)("{n} others unnamed", n=counted[1]) if counted else words
    title = body.title.pick(lang, system.languages)
    chinese = lang.startswith("zh")
    shorts = [name for one in body.short for _, name in one.entries if has_han(name) == chinese]
    return title if len(title) <= (7 if chinese else 14) or not shorts else shorts[0]


def sheet_number(system: System, part: Part, sheet: int) -> str:
    """Return a sheet's identification number: as given, else from the part's code."""
    given = part.title_block.number if part.title_block is not None else ""
    return given or f"CR-{system.codes.get(part.id, '')}-CD-{sheet:02d}"


def count_words(w: Wording, gates: int, works: int) -> str:
    """Return how many gates and works there are; none of one kind is left out."""
    said = [
        w("{n} gate" if gates == 1 else "{n} gates", n=gates) if gates or not works else "",
        w("{n} work" if works == 1 else "{n} works", n=works) if works else "",
    ]
    return ("，" if w.chinese else ", ").join(words for words in said if words)
