"""Chinese interface words of the roadmap."""

WORDS: dict[str, str] = {}
