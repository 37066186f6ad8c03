"""The progress statement: what a month, quarter or year brought, to be filled in, signed and sent."""

from carbonroad.views.progress.page import build_page

__all__ = ["build_page"]
