"""Reads a policy text as `import` does, for the tests."""

from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.policy.parts import Item, Reading
from carbonroad.importing.policy.reading import read_policy
from carbonroad.importing.texts.paragraphs import Paragraph, read_paragraphs


class Read:
    """A text that was read."""

    def __init__(self, text: str, kind: Kind = Kind.txt) -> None:
        self.paragraphs: tuple[Paragraph, ...] = read_paragraphs(
            text.encode(), f"plan.{kind.name}", kind
        ).paragraphs
        self.reading: Reading = read_policy(self.paragraphs)

    def quote(self, item: Item) -> str:
        """The words of an item."""
        return self.paragraphs[item.place.paragraph].text[item.place.start : item.place.end]

    def kinds(self, kind: str) -> list[Item]:
        """The items of a kind."""
        return [item for item in self.reading.items if item.kind == kind]

    def doubts(self) -> list[tuple[str, str]]:
        """Rules and the words in question."""
        return [
            (one.rule, self.paragraphs[one.place.paragraph].text[one.place.start : one.place.end])
            for one in self.reading.doubts
        ]


def sentence(text: str) -> list[Item]:
    """The items of one sentence that stands below a title and a heading."""
    head = "示例市碳达峰实施方案\n一、重点工作\n" if any("\u3400" <= one <= "\u9fff" for one in text) else ""
    items = Read(head + text if head else f"Plan of Exampletown\n\n{text}\n").reading.items
    return [item for item in items if item.kind != "measure"]


def target(text: str) -> tuple[str, str, str, str]:
    """Of the only target of a sentence: its indicator, deadline, value's words and unit."""
    (item,) = sentence(text)
    assert item.kind == "target"
    assert item.quantity is not None
    return item.title, item.when.words if item.when else "", item.quantity.words, item.quantity.unit
