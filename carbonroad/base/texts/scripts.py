"""In which script a text is written."""


def has_han(text: str) -> bool:
    """Whether Chinese characters stand in a text."""
    return not text.isascii() and any("\u3400" <= sign <= "\u9fff" for sign in text)
