"""Chinese interface words of the drawing."""

WORDS: dict[str, str] = {}
