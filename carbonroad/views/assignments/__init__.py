"""The assignments: what each organisation owns and supports, over all industries."""

from carbonroad.views.assignments.page import build_page

__all__ = ["build_page"]
