"""Chinese interface words of the pages."""

WORDS: dict[str, str] = {}
