"""The construction drawing: who builds what, after what, until when, how accepted, on sheets of paper."""

from carbonroad.views.drawing.desk import SheetIndex, Stand
from carbonroad.views.drawing.document import Drawings, build_document
from carbonroad.views.drawing.drawing import draw_sheets
from carbonroad.views.drawing.faults import DrawingError

__all__ = ["DrawingError", "Drawings", "SheetIndex", "Stand", "build_document", "draw_sheets"]
