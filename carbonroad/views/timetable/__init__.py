"""The timetable: what is due when, by whom, in which words, and what is overdue, near or unreported."""

from carbonroad.views.timetable.page import build_document

__all__ = ["build_document"]
