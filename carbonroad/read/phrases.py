"""Phrases that many findings share: what a map is called, and what stands where."""

from collections.abc import Sequence

from carbonroad.base.texts.said import any_of, say, sayable
from carbonroad.findings import Edit, Fix, Span
from carbonroad.model.terms import Words
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar
from carbonroad.source.yaml.nodes import Sequence as ListNode

_SHAPES = {
    "top": (sayable("A roadmap file"), sayable("a roadmap file")),
    "file": (sayable("A roadmap file"), sayable("a roadmap file")),
    "industry": (sayable("An industry file"), sayable("an industry file")),
    "milestone": (sayable("A milestone"), sayable("a milestone")),
    "target": (sayable("A target"), sayable("a target")),
    "actual": (sayable("An actual"), sayable("an actual")),
    "indicator": (sayable("An indicator"), sayable("an indicator")),
    "allocation": (sayable("An allocation"), sayable("an allocation")),
    "work": (sayable("A work"), sayable("a work")),
    "measure": (sayable("A measure"), sayable("a measure")),
    "after": (sayable("An after"), sayable("an after")),
    "citation": (sayable("A citation"), sayable("a citation")),
    "report": (sayable("A report"), sayable("a report")),
    "deadline": (sayable("A deadline"), sayable("a deadline")),
    "baseline": (sayable("A baseline"), sayable("a baseline")),
    "pathway": (sayable("A pathway"), sayable("a pathway")),
    "revision": (sayable("A revision"), sayable("a revision")),
    "drawing": (sayable("A drawing"), sayable("a drawing")),
    "phase": (sayable("A phase"), sayable("a phase")),
    "organisation": (sayable("An organisation"), sayable("an organisation")),
    "document": (sayable("A document"), sayable("a document")),
    "validate": (sayable("The settings of the checks"), sayable("the settings of the checks")),
}


def shape_name(name: str, *, begins: bool = False) -> str:
    """Return what a map is called, with its article; `begins`: at the beginning of a sentence."""
    capital, small = _SHAPES[name]
    return say(capital if begins else small)


def type_name(node: Node) -> str:
    """Return what stands there: a map, a list or a single value."""
    if isinstance(node, Mapping):
        return say("a map of keys and values")
    return say("a list") if isinstance(node, ListNode) else say("a single value")


def head(path: str, node: Node) -> Span:
    """Return where a finding about a whole value points: never at a block of many lines."""
    if isinstance(node, Scalar) or node.flow:
        return Span(path, node.start, node.end)
    if isinstance(node, Mapping):
        first = node.pairs[0][0] if node.pairs else node
        return Span(path, first.start, first.end)
    return Span(path, node.start, min(node.start + 1, node.end))


def quoted(word: str) -> str:
    """Return a word in quotation marks."""
    return say('"{word}"', word=word)


def did_you_mean(names: Sequence[str]) -> str:
    """Ask whether one of these was meant."""
    return say("did you mean {names}?", names=any_of([quoted(name) for name in names]))


def replace(words: Words, name: str, *, safe: bool) -> Fix | None:
    """Return the fix that writes another name; None where it could not stand there without quotes.

    What stands in quotes keeps them.
    """
    place = words.inner
    if place is None or not all(char.isalnum() or char in "-_.@() 、（）·" for char in name):
        return None
    title = say('replace "{text}" with "{name}"', text=words.text.strip(), name=name)
    return Fix(title, safe, (Edit(place.start, place.end, name),))
