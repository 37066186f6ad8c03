"""A sentence that remembers how it was made, so that a report can say it in another language."""

from collections.abc import Sequence


class Said(str):
    """An English sentence with its template and values; everywhere else it is the text it holds.

    Attributes:
        template: The English words with `{name}` for each value: the key of the catalogue.
        many: The template for any other count than one; empty where nothing is counted.
        number: What is counted, as `{n}`.
        values: By name. Values that are `Said` themselves are said in the other language too.
    """

    __slots__ = ("many", "number", "template", "values")

    template: str
    many: str
    number: int
    values: dict[str, object]


def say(template: str, /, **values: object) -> Said:
    """Make a sentence. The template is a literal, so that the catalogue's tool finds it."""
    said = Said(template.format(**values) if values else template)
    said.template, said.many, said.number, said.values = template, "", 1, values
    return said


def say_count(one: str, many: str, n: int, /, **values: object) -> Said:
    """Make a sentence that counts: `{n}` in both templates is the count."""
    said = Said((one if n == 1 else many).format(n=n, **values))
    said.template, said.many, said.number, said.values = one, many, n, values
    return said


def sayable(template: str) -> str:
    """Return a template as it is: for the catalogue's tool, where it stands far from `say`."""
    return template


def any_of(words: Sequence[str]) -> str:
    """Return `a`, `a or b`, `a, b or c`."""
    return _listed(words, "{first} or {last}")


def all_of(words: Sequence[str]) -> str:
    """Return `a`, `a and b`, `a, b and c`."""
    return _listed(words, "{first} and {last}")


_LISTS = (sayable("{first} or {last}"), sayable("{first} and {last}"))


def _listed(words: Sequence[str], ends: str) -> str:
    if len(words) < 2:
        return words[0] if words else ""
    first = words[0]
    for word in words[1:-1]:
        first = say("{first}, {next}", first=first, next=word)
    return say(ends, first=first, last=words[-1])
