"""The names of the kinds of documents, for whoever needs no more of them."""

VIEWS = ("overview", "timetable", "roadmap", "drawing", "assignments", "progress")
"""In the order of the navigation."""
