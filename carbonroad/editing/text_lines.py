"""Lines of a text: where they begin and end, how they are indented, what ends them."""


def line_start(text: str, offset: int) -> int:
    """Return the offset of the first character of a line."""
    start = text.rfind("\n", 0, offset) + 1
    return text.rfind("\r", start, offset) + 1 or start


def line_end(text: str, offset: int) -> int:
    """Return the offset after the last character of a line, before its end."""
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    carriage = text.find("\r", offset, end)
    return end if carriage < 0 else carriage


def indent_of(text: str, offset: int) -> str:
    """Return the blanks that a line begins with."""
    line = text[line_start(text, offset) : line_end(text, offset)]
    return line[: len(line) - len(line.lstrip(" "))]


def column_of(text: str, offset: int) -> int:
    """Return how many characters of its line stand before an offset."""
    return offset - line_start(text, offset)


def new_line(text: str) -> str:
    """Return what ends the lines of a text."""
    first = text.find("\n")
    if first < 0:
        return "\r" if "\r" in text else "\n"
    return "\r\n" if text[first - 1 : first] == "\r" else "\n"
