"""What changed between two versions of a roadmap, as a page for people with little time."""

from carbonroad.views.changes.page import Asked, Page

__all__ = ["Asked", "Page"]
