"""The construction drawing: who builds what, after what, until when, how accepted, on sheets of paper."""

from carbonroad.views.drawing.document import build_document, drawings
from carbonroad.views.drawing.drawing import draw_sheets
from carbonroad.views.drawing.faults import DrawingError

__all__ = ["DrawingError", "build_document", "draw_sheets", "drawings"]
