"""The timetable: what is due when, by whom, in which words, and what is overdue, near or unreported."""

from carbonroad.views.timetable.page import build_page

__all__ = ["build_page"]
