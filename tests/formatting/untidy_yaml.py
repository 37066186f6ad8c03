"""Roadmaps as untidy as YAML allows: any order, any indentation, comments everywhere."""

import random

from hypothesis import strategies as st

_WORDS = (
    "Steel",
    "钢铁",
    "by 2030",
    "2030年前",
    "a#b",
    "c: d",
    "it's",
    "≥15",
    "NO",
    "~",
    "",
    "x - y",
    "- z",
    "{e",
    "%",
)
_COMMENTS = (
    "# note c{}c", "# note c{}c", "#", "#tight c{}c", "# 备注：c{}c", "# key: c{}c", "#  - item c{}c",
    "# 'quote c{}c",
    "# carbonroad: ignore[no-owner] -- c{}c",
)  # fmt: skip
_ITEM = (
    "id",
    "title",
    "deadline",
    "owner",
    "期限",
    "编号",
    "source",
    "note",
    "after",
    "x-own",
    "targets",
    "reports",
    "odd",
)
_ROOT = (
    "title",
    "code",
    "milestones",
    "works",
    "indicators",
    "pathway",
    "sources",
    "里程碑",
    "x-own",
    "organisations",
)
_SAFE = "abcdefgh钢铁炉"


@st.composite
def untidy(draw: st.DrawFn, *, anchors: bool = True) -> str:
    """A text that parses as a map and holds most of what the formatter may meet."""
    return Untidy(random.Random(draw(st.integers(0, 2**32))), anchors=anchors).document()


class Untidy:
    """Writes one document; all of its choices come from one source of chance."""

    def __init__(self, chance: random.Random, *, anchors: bool = True) -> None:
        self.chance = chance
        self.anchored = 0.06 * anchors
        self.anchors = 0
        self.comments = 0

    def document(self) -> str:
        lines = [*self.notes(0)] if self.maybe(0.5) else []
        if self.maybe(0.1):
            lines += ["---" + self.remark()]
        lines += self.block_map(0, _ROOT, 4)
        lines += [f"x-all: [{', '.join(f'*a{number + 1}' for number in range(self.anchors))}]"]
        lines += ["languages: zh"]
        lines += self.notes(self.chance.choice((0, 2)))
        if self.maybe(0.05):
            lines += ["...", *self.notes(0)]
        end = self.chance.choice(("\n", "\n", "\r\n"))
        return end.join(lines) + self.chance.choice((end, end, "", end + end))

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def notes(self, column: int) -> list[str]:
        lines = []
        for _ in range(self.chance.choice((0, 0, 0, 1, 2, 3))):
            at = max(column + self.chance.choice((0, 0, 0, 2, -2, 5)), 0)
            blank = " " * self.chance.choice((0, 0, column))
            lines.append(blank if self.maybe(0.4) else " " * at + self.comment())
        return lines

    def comment(self) -> str:
        """A comment with a number of its own."""
        self.comments += 1
        return self.chance.choice(_COMMENTS).format(self.comments)

    def remark(self) -> str:
        blanks = " " * self.chance.choice((1, 2, 5))
        return blanks + self.comment() if self.maybe(0.2) else " " * self.chance.choice((0, 0, 0, 1))

    def block_map(
        self, column: int, keys: tuple[str, ...], depth: int, *, first: str | None = None
    ) -> list[str]:
        """Lines of a map; `first` is what stands before its first key instead of blanks."""
        lines: list[str] = []
        chosen = self.chance.sample(keys, self.chance.randint(1, min(5, len(keys))))
        for key in chosen:
            if lines or first is None:
                lines += self.notes(column)
            start = " " * column if lines or first is None else first
            lines += self.pair(start, column, key, depth)
        return lines

    def pair(self, start: str, column: int, key: str, depth: int) -> list[str]:
        quote = self.chance.choice(("", "", "", "'", '"'))
        start += f"{quote}{key}{quote}{self.chance.choice(('', '', ' '))}:"
        kind = self.chance.random()
        if kind < 0.25 and depth:
            dashes = column + self.chance.choice((0, 2, 2, 4))
            return [start + self.remark(), *self.block_list(dashes, depth - 1)]
        if kind < 0.4 and depth:
            step = self.chance.choice((2, 2, 1, 4))
            return [start + self.remark(), *self.block_map(column + step, _ITEM, depth - 1)]
        return self.leaf(start, column)

    def block_list(self, column: int, depth: int) -> list[str]:
        lines: list[str] = []
        for _ in range(self.chance.randint(1, 4)):
            lines += self.notes(column)
            blanks = self.chance.choice((1, 1, 1, 3))
            dash = " " * column + "-" + " " * blanks
            kind = self.chance.random()
            if kind < 0.5 and depth:
                if self.maybe(0.15):
                    lines += [dash + self.remark(), *self.block_map(column + 2, _ITEM, depth - 1)]
                else:
                    lines += self.block_map(column + 1 + blanks, _ITEM, depth - 1, first=dash)
            else:
                lines += self.leaf(dash.rstrip(), column)
        return lines

    def leaf(self, start: str, column: int) -> list[str]:
        kind = self.chance.random()
        if kind < 0.08:
            return [start + self.remark()]
        if kind < 0.14 and self.anchors:
            return [f"{start} *a{self.chance.randint(1, self.anchors)}{self.remark()}"]
        if self.maybe(self.anchored):
            self.anchors += 1
            start += f" &a{self.anchors}"
        if kind < 0.3:
            return self.block_text(start, column)
        own = self.maybe(0.1)
        before = [start + self.remark(), *self.notes(column + 2)] if own else []
        start = (
            " " * (column + self.chance.choice((1, 2, 4)))
            if own
            else start + " " * self.chance.choice((1, 1, 3))
        )
        if kind < 0.45:
            first, *rest = self.flow(2, column).split("\n")
            return (
                [*before, start + first, *rest[:-1], *(rest[-1:] and [rest[-1] + self.remark()])]
                if rest
                else [*before, start + first + self.remark()]
            )
        return [*before, *self.text(start, column)]

    def text(self, start: str, column: int) -> list[str]:
        words = self.chance.choice(_WORDS)
        quote = (
            self.chance.choice(("'", '"'))
            if words != words.strip("~ {%-") or ": " in words or not words
            else ""
        )
        quote = quote or self.chance.choice(("", "", "'", '"'))
        body = [words.replace("'", "''") if quote == "'" else words]
        for _ in range(self.chance.choice((0, 0, 0, 1, 2))):
            if self.maybe(0.3):
                body.append("")
            body.append(
                " " * (column + self.chance.choice((1, 2, 7)))
                + self.chance.choice(("more", "更多", "? no key"))
            )
        lines = [start + quote + body[0], *body[1:]]
        lines[-1] += quote + self.remark()
        return lines

    def block_text(self, start: str, column: int) -> list[str]:
        digit = self.chance.choice((0, 0, 0, 2, 3))
        inner = column + (digit or self.chance.choice((1, 2, 6)))
        sign = self.chance.choice("|>") + (str(digit) if digit else "") + self.chance.choice(("", "-", "+"))
        header = f"{start} {sign}{self.remark()}"
        lines = [" " * self.chance.choice((0, inner)) for _ in range(self.chance.choice((0, 0, 1)))]
        for number in range(self.chance.randint(1, 3)):
            extra = self.chance.choice((0, 0, 3)) if number or digit else 0
            lines.append(
                " " * (inner + extra) + self.chance.choice(("text", "# no comment", "a: b", "- c", "尾 "))
            )
            lines += [
                " " * self.chance.choice((0, inner, inner + 2))
                for _ in range(self.chance.choice((0, 0, 1, 2)))
            ]
        return [header, *lines]

    def flow(self, depth: int, column: int) -> str:
        spread = self.maybe(0.3)
        gap = self.gap(column) if spread else " " * self.chance.choice((0, 1, 2))
        parts = []
        braces = self.maybe(0.5)
        for key in self.chance.sample((*_ITEM, "2030", "2025", "en"), self.chance.randint(0, 4)):
            value = (
                self.flow(depth - 1, column)
                if depth and self.maybe(0.3)
                else self.chance.choice(("a", "'b, c'", '"d"', "钢"))
            )
            parts.append(f"{key}: {value}" if braces or self.maybe(0.1) else value)
        joined = ""
        for number, part in enumerate(parts):
            comma = "," if number + 1 < len(parts) or self.maybe(0.1) else ""
            joined += part + " " * self.chance.choice((0, 0, 1)) + comma
            joined += self.gap(column) if spread else " " * self.chance.choice((0, 1)) if comma else ""
        opening, closing = "{}" if braces else "[]"
        return opening + gap + joined + closing

    def gap(self, column: int) -> str:
        if self.maybe(0.4):
            return " "
        comment = " " + self.comment() if self.maybe(0.3) else ""
        between = ("\n" + "\n".join(self.notes(column + 2))) if self.maybe(0.2) else ""
        return comment + between + "\n" + " " * (column + self.chance.choice((1, 2, 5)))
