"""What `carbonroad show` prints: a time strip in characters, and the timetable's rows."""

from carbonroad.views.show.page import Choice, build_document

__all__ = ["Choice", "build_document"]
