"""A roadmap made from the vocabulary, in which every text that a person may write tries something.

A key that is added to the vocabulary with a known kind of value is in it without a change here; a new kind of
value must be given a way of writing it.
"""

from collections.abc import Callable, Iterator
from itertools import count

from strings import ALL, quoted

from carbonroad.read.vocabulary.shape import Field
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.read.vocabulary.words import ENUMERATIONS

AS_OF = "2026-11-22"
_LONGEST_TITLE = 200
_BLANK = " \t\r\n\u00a0\u3000\u2028\u2029\x85\x1c\x1d\x1e\x1f\x0b\x0c"
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_OWN = {
    "top": {
        "carbonroad": "1",
        "region": "CN",
        "languages": "[en, zh]",
        "as_of": AS_OF,
        "industries": "[a1, a2]",
    },
    "industry": {},
    "phase": {},
}
_LEFT_OUT = frozenset(
    (
        # What says how a roadmap hangs together, which has no words of its own, or would close an item.
        "top.parent", "top.validate", "industry.industry", "industry.code", "milestone.superseded_by",
        "work.superseded_by", "target.superseded_by", "indicator.parent", "indicator.allocation",
        "milestone.indicator", "milestone.goal", "milestone.if", "work.if", "milestone.after", "work.after",
        "milestone.finished", "work.finished", "work.started", "milestone.status", "work.status",
        "target.status", "target.finished", "target.deadline", "work.finish", "indicator.baseline",
        "indicator.change", "target.change", "target.baseline", "actual.baseline", "target.stretch",
        "target.id", "milestone.reports", "work.deadline", "citation.deadline", "industry.pathway",
        "indicator.targets",
        "indicator.actual", "work.takes",
    )
)  # fmt: skip


class Maker:
    """Writes a roadmap; each text field takes the next of the texts.

    Args:
        texts: What is written.
        size: How many items there are of each kind.
    """

    def __init__(self, texts: tuple[str, ...] = ALL, size: int = 12) -> None:
        self.texts = tuple(text for text in texts if text.strip(_BLANK) and text not in _NULLS)
        self.size = size
        self.used: list[str] = []
        self._next = count()
        self._ids = count(1)
        self._lists: dict[str, list[str]] = {}

    def text(self, most: int = 10_000) -> str:
        """The next text, in the double quotes of YAML."""
        return quoted(self.raw(most))

    def raw(self, most: int = 10_000) -> str:
        """The next text as it is."""
        text = self.texts[next(self._next) % len(self.texts)][:most]
        if not text.strip(_BLANK):
            return self.raw(most)
        self.used.append(text)
        return text

    def files(self) -> dict[str, str]:
        """The files by name."""
        industries = {f"{name}.yaml": self.map("industry", 0, prefix=name) for name in ("a1", "a2")}
        return {"carbonroad.yaml": self.map("top", 0, prefix="t"), **industries}

    def map(self, shape: str, depth: int, prefix: str) -> str:
        """A map with every key of its shape, in block style."""
        lines = []
        for field in SHAPES[shape].fields:
            name = f"{shape}.{field.name}"
            if name in _LEFT_OUT:
                continue
            own = _OWN.get(shape, {}).get(field.name)
            value = own if own is not None else self.value(shape, field, depth, prefix)
            if value:
                lines.append(f"{'  ' * depth}{field.name}: {value}")
        return "\n".join(lines) + "\n"

    def value(self, shape: str, field: Field, depth: int, prefix: str) -> str:
        """What stands behind a key; empty for nothing."""
        family, _, name = field.kind.partition(":")
        if family == "word":
            return next(iter(ENUMERATIONS[name].words))
        if family == "list":
            return self._list(name, depth, prefix)
        if family == "map":
            entries = [
                f"{'  ' * (depth + 1)}{prefix}{name[0]}{n}:\n" + self.map(name, depth + 2, prefix)
                for n in range(3)
            ]
            return "\n" + "".join(entries).rstrip("\n")
        if family == "shape":
            return "\n" + self.map(name, depth + 1, prefix).rstrip("\n")
        special = _SPECIAL.get(f"{shape}.{field.name}")
        return (special or _KINDS[field.kind])(self)

    def _list(self, name: str, depth: int, prefix: str) -> str:
        if name == "phase":
            return "".join(
                f"\n  - {{id: p{n}, title: {self.text(_LONGEST_TITLE)}, "
                f"years: {2021 + 5 * n}..{2025 + 5 * n}}}"
                for n in range(3)
            )
        blanks = "  " * depth
        out = ""
        for _ in range(self.size if name in ("milestone", "work", "measure", "indicator") else 3):
            body = self.map(name, depth + 2, prefix)
            if name == "work":
                body += f"{blanks}    takes: 3 months\n"
            if name == "indicator":
                target = f"{{value: {self.text()}, note: {self.text()}}}"
                body += f"{blanks}    targets: {{2030: {target}, 2035: 20}}\n"
            out += f"\n{blanks}  - " + body.lstrip().rstrip("\n")
        return out


def _id(maker: Maker) -> str:
    return f"i{next(maker._ids)}"


def _both(maker: Maker, most: int = 10_000) -> str:
    return f"{{en: {maker.text(most)}, zh: {maker.text(most)}}}"


def _citation(maker: Maker) -> str:
    inner = SHAPES["citation"].fields
    given = {
        field.name: _KINDS[field.kind](maker)
        for field in inner
        if field.kind in ("text", "line") and field.name != "url"
    }
    return (
        "{id: td0, "
        + ", ".join(f"{key}: {value}" for key, value in given.items())
        + f", url: {_address(maker)}}}"
    )


def _address(maker: Maker) -> str:
    """An address that the reader accepts, with a text that is not blank behind it."""
    text = "".join(char for char in maker.texts[next(maker._next) % len(maker.texts)] if not char.isspace())
    return quoted(f"https://example.org/{text[:120]}")


_KINDS: dict[str, Callable[[Maker], str]] = {
    "id": _id,
    "short-text": lambda maker: _both(maker, _LONGEST_TITLE),
    "text": _both,
    "texts": lambda maker: f"[{quoted(maker.raw(60) + str(next(maker._ids)))}]",
    "line": Maker.text,
    "lines": lambda _: "",
    "words": Maker.text,
    "names": lambda _: "[to0, to1]",
    "deadline": lambda maker: f"{{words: {maker.text(300)}, by: 2030-06}}",
    "citations": _citation,
    "afters": lambda _: "",
    "ref": lambda _: "",
    "refs": lambda _: "",
    "finished": lambda _: "2026-01-05",
    "last-day": lambda _: "2026-01-05",
    "first-day": lambda _: "2026-01-05",
    "duration": lambda _: "3 months",
    "lag": lambda _: "3mo",
    "years": lambda _: "2026..2030",
    "number": lambda _: "1",
    "percent": lambda _: "10",
    "money": lambda _: "120m CNY",
    "boolean": lambda _: "true",
    "baseline": lambda _: "2020",
    "actuals": lambda _: "",
    "targets": lambda _: "",
    "allocation": lambda _: "",
    "weights": lambda _: "",
    "series": lambda _: "{2024: 5, 2025: 4}",
    "ranges": lambda _: "{2030: 3, 2035: 2}",
    "tags": lambda _: "[en, zh]",
    "raw": lambda _: "",
}
_SPECIAL: dict[str, Callable[[Maker], str]] = {
    "document.url": _address,
    "pathway.unit": lambda _: "Mt CO2",
    "indicator.unit": lambda _: "Mt",
    "milestone.lead": lambda _: "",
    "work.start": lambda _: "2026-01-05",
}


def texts_of_findings(texts: tuple[str, ...] = ALL) -> Iterator[str]:
    """Lines of a file in which each text is the value of a key that cannot take it: each is a finding."""
    yield "carbonroad: 1"
    yield "title: x"
    yield "milestones:"
    for number, text in enumerate(texts):
        said = quoted(text)
        yield f"  - id: {said}"
        yield f"    title: {{en: x{number}, {said}: y}}"
        yield f"    deadline: {said}"
        yield f"    status: {said}"
        yield f"    owner: [{said}, {said}]"
        yield f"    after: [{said}]"
        yield f"    measure: {said}"
        yield f"    {said}: {said}"
