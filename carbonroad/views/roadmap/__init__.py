"""The roadmap: pathway, measures as lanes and indicators on one time axis, with the same in tables."""

from carbonroad.views.roadmap.page import build_page

__all__ = ["build_page"]
