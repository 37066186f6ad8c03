"""The overview: the whole 1+N on one page."""

from carbonroad.views.overview.page import build_document

__all__ = ["build_document"]
