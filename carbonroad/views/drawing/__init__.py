"""The construction drawing: who builds what, after what, until when, how accepted, on sheets of paper.

A part's items (`items/`) and dependencies (`dependencies/`) are put on a network (`network/`) above a band of
bills, notes and legend (`band/`), on as many sheets (`sheets/`) of paper (`paper/`) as they need. `desk.py`
leads from the one to the other.
"""

from carbonroad.views.drawing.desk import Desk, SheetIndex, Stand
from carbonroad.views.drawing.document import drawing_page

__all__ = ["Desk", "SheetIndex", "Stand", "drawing_page"]
