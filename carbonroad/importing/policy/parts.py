"""What is read in a policy text: items, measures, the document, and what stayed open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from carbonroad.base.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.base.times.deadline_value import Deadline
    from carbonroad.base.values.value import Value
    from carbonroad.importing.texts.paragraphs import Paragraph


Kind = Literal["milestone", "target", "work", "measure"]


class Place(NamedTuple):
    """A part of a paragraph: the number of the paragraph and the characters from `start` to `end`."""

    paragraph: int
    start: int
    end: int

    def words(self, paragraphs: Sequence[Paragraph]) -> str:
        """The exact words that stand there in a text."""
        return paragraphs[self.paragraph].text[self.start : self.end]


class When(NamedTuple):
    """A deadline in a text.

    Attributes:
        start: Where its words begin.
        end: After its last character.
        words: As written.
        deadline: What they mean; None where they are no deadline that the format reads.
    """

    start: int
    end: int
    words: str
    deadline: Deadline | None


class Quantity(NamedTuple):
    """A number that is asked for.

    Attributes:
        words: The author's words for a target's value: 比2020年下降18%, at least 40%.
        unit: The unit as written.
        value: What the words mean in that unit.
        baseline: The base year's words, where the value's words do not hold them.
    """

    words: str
    unit: str
    value: Value
    baseline: str = ""


class Duties(NamedTuple):
    """Bodies by their part: who answers, who leads, who supports."""

    owner: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()

    @property
    def bodies(self) -> tuple[str, ...]:
        """All bodies, each once, in the order named."""
        return tuple(dict.fromkeys((*self.owner, *self.lead, *self.support)))

    def joined(self, other: Duties) -> Duties:
        """Return both, each body once in each part."""
        return Duties(*(tuple(dict.fromkeys((*mine, *more))) for mine, more in zip(self, other, strict=True)))


class DutyClause(NamedTuple):
    """A clause about duties.

    Attributes:
        duties: Who does what.
        doubtful: Words that stand where a body should and do not look like one.
    """

    duties: Duties = Duties()
    doubtful: tuple[str, ...] = ()


class Subject(NamedTuple):
    """Who a sentence says will do something, and whether it says that they answer for it or lead it."""

    duties: Duties = Duties()
    said: bool = False


class Item(NamedTuple):
    """One thing that a text asks for.

    Attributes:
        kind: milestone, target, work or measure.
        title: Of a target, its indicator's name.
        place: The words it was read from.
        clause: The number of the section, as the text gives it.
        when: Its deadline's words; None where the text states none.
        quantity: Of a target.
        stretch: A second, striving value, as written.
        start: Of a work: the words of its first day.
        finish: Of a work: the words of its last day.
        takes: Of a work: how long.
        cost: Of a work, as written.
        duties: Those that its sentence or its paragraph's clause states.
        subject: Who the sentence says will do it; answers for it where no clause does.
        section: The number of the section it stands in.
    """

    kind: Kind
    title: str
    place: Place
    clause: str = ""
    when: When | None = None
    quantity: Quantity | None = None
    stretch: str = ""
    start: str = ""
    finish: str = ""
    takes: str = ""
    cost: str = ""
    duties: Duties = Duties()
    subject: Duties = Duties()
    section: int = -1


class Doubt(NamedTuple):
    """What a careful clerk would ask about.

    Attributes:
        rule: The rule's name.
        place: The words in question.
        about: What the sentence of the finding names besides them.
    """

    rule: str
    place: Place
    about: str = ""


class Document(NamedTuple):
    """What a text says of itself."""

    title: str = ""
    number: str = ""
    publisher: str = ""
    issued: str = ""


class Reading(NamedTuple):
    """All that was read in a text.

    Attributes:
        language: Of the text.
        document: What it says of itself.
        items: In the order of the text.
        doubts: What stays open.
        parents: The section around each section, -1 at the top.
        clauses: The number of the section of each paragraph.
    """

    language: Literal["zh", "en"]
    document: Document
    items: tuple[Item, ...]
    doubts: tuple[Doubt, ...]
    parents: tuple[int, ...]
    clauses: tuple[str, ...]
