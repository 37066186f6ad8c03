"""The overview: the whole 1+N on one page."""

from carbonroad.views.overview.page import build_page

__all__ = ["build_page"]
