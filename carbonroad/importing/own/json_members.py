"""Members of a JSON document that may hold anything: what has the wrong shape is told and left out."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from carbonroad.base.texts.said import Said, say
from carbonroad.findings import Finding, Span, found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.draft import Value
from carbonroad.source.text import SourceText

Json = dict[str, Any]

MOST_TOLD = 200
"""Members of one document that are told one by one."""
_OWN_WORDS = "und"
_LONGEST_NUMBER = 400


class Members:
    """Reads members by their shapes and keeps what there is to say of them.

    Attributes:
        source: The document, as findings show it.
        language: That of plain strings: the roadmap's first.
        findings: Of what was left out.
    """

    __slots__ = ("_places", "findings", "language", "source")

    def __init__(self, source: SourceText, language: str = "") -> None:
        self.source = source
        self.language = language
        self.findings: list[Finding] = []
        self._places: dict[str, Span] = {}

    def mapping(self, value: object, at: str) -> Json:
        """Return a map; an empty one where there is none."""
        if isinstance(value, dict):
            return value
        if value is not None:
            self.wrong(at, say("a map is wanted here"))
        return {}

    def sequence(self, value: object, at: str) -> list[Any]:
        """Return a list; an empty one where there is none."""
        if isinstance(value, list):
            return value
        if value is not None:
            self.wrong(at, say("a list is wanted here"))
        return []

    def maps(self, value: object, at: str) -> Iterator[tuple[Json, str]]:
        """Yield the maps of a list, each with its place."""
        for number, one in enumerate(self.sequence(value, at)):
            inner = f"{at}[{number}]"
            made = self.mapping(one, inner)
            if made:
                yield made, inner

    def text(self, value: object, at: str) -> str:
        """Return a scalar as one would type it; empty where there is none."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, str):
            return value
        if isinstance(value, int | float):
            return self._number(value, at)
        self.wrong(at, say("a text or a number is wanted here"))
        return ""

    def _number(self, value: float, at: str) -> str:
        typed = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        if not typed.is_finite() or abs(typed.adjusted()) > _LONGEST_NUMBER:
            self.wrong(at, say("this is no number that can be written"))
            return ""
        return format(typed, "f")

    def texts(self, value: object, at: str) -> Value:
        """Return a text: one string in the roadmap's first language or its own, else a map of languages."""
        if not isinstance(value, dict):
            return self.text(value, at)
        said = {tag: self.text(words, f"{at}.{tag}") for tag, words in value.items()}
        found = {tag: words for tag, words in said.items() if words}
        if len(found) == 1 and set(found) <= {self.language, _OWN_WORDS}:
            return next(iter(found.values()))
        return dict(found)

    def title(self, said: Json, at: str) -> Value:
        """Return the title of something with an id; where there is none, its id, and that is told."""
        found = self.texts(said.get("title"), f"{at}.title")
        ident = self.text(said.get("id"), f"{at}.id")
        if not found and ident:
            self.wrong(f"{at}.title", say("a title is wanted here, and the id stands in for it"))
        return found or ident

    def strings(self, value: object, at: str) -> list[str]:
        """Return the strings of a list."""
        found = (
            self.text(one, f"{at}[{number}]") if not isinstance(one, dict) else ""
            for number, one in enumerate(self.sequence(value, at))
        )
        return [one for one in found if one]

    def wrong(self, at: str, want: Said) -> None:
        """Tell of a member that could not be read."""
        message = say("{member} could not be read: {why}.", member=at, why=want)
        help_ = say("correct it in the file, or write it into the draft")
        self.tell("unreadable-member", at, message, help_)

    def tell(self, rule: str, at: str, message: Said, help_: Said) -> None:
        """Report something of a member, unless there was too much already."""
        if len(self.findings) < MOST_TOLD:
            self.findings.append(found(BY_NAME[rule], self.place(at), message, pointer=at, help_=help_))

    def place(self, at: str) -> Span:
        """Return where a member's name stands first in the text: JSON's own reader knows no places."""
        name = at.rpartition(".")[2].partition("[")[0]
        if name not in self._places:
            start = max(self.source.text.find(f'"{name}"'), 0)
            length = len(name) + 2 if name and self.source.text.startswith(f'"{name}"', start) else 0
            self._places[name] = Span(self.source.path, start, start + length)
        return self._places[name]
