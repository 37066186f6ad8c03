"""The columns of a roadmap's tables, in both languages: what exports write and `import` recognises.

A cell holds one value. An id is qualified (`steel.M1`); names of bodies and references are separated by `;`,
in Chinese by `、`, or by `；` where a name holds a `、`. A word of a fixed list is in the language of the
headers, a text in a further language in a column of its own at the right: `Title [zh]`.
"""

from carbonroad.read.columns.column import Sheet
from carbonroad.read.columns.items import ASSIGNMENTS, TIMETABLE, WORKS
from carbonroad.read.columns.numbers import INDICATORS, PATHWAYS, VALUES
from carbonroad.read.columns.whole import (
    BODIES,
    CITATIONS,
    INDUSTRIES,
    LINKS,
    MEASURES,
    PHASES,
    REPORTS,
    REVISIONS,
    ROADMAP,
    SOURCES,
)

TABLES: tuple[Sheet, ...] = (
    ROADMAP,
    TIMETABLE,
    ASSIGNMENTS,
    INDICATORS,
    VALUES,
    WORKS,
    MEASURES,
    PATHWAYS,
    BODIES,
    SOURCES,
    CITATIONS,
    LINKS,
    REPORTS,
    PHASES,
    INDUSTRIES,
    REVISIONS,
)
"""All tables in the order of a workbook's sheets."""

BY_KEY = {sheet.key: sheet for sheet in TABLES}
