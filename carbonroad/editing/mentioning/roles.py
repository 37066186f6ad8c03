"""Which fields of the format name something, and what: the table that mentions are found by."""

from typing import Literal

from carbonroad.read.vocabulary.shape import Field, Shape

Role = Literal[
    "item",  # a milestone, work or target
    "goal",  # the same, or an indicator, here or of a roadmap above
    "event",  # the same by its title too, or "the peak"
    "listed",  # the same, or an indicator or a pathway: what a revision touched
    "indicator",
    "parent-indicator",
    "weighing-indicator",
    "measure",
    "bodies",
    "source",  # a document, with its clause behind a number sign
    "document",  # a document alone
    "deadline",  # phases, and what it waits for
    "period",  # phases
    "industry",
    "own-name",  # an industry's name in its own file
    "file",
    "roadmap",  # one above
    "child",  # one below
]
"""What the words of a field may name."""

_ANY = "*"
_OF_FIELD: dict[tuple[str, str], Role] = {
    (_ANY, "measure"): "measure",
    (_ANY, "if"): "event",
    (_ANY, "superseded_by"): "item",
    (_ANY, "for"): "goal",
    (_ANY, "industries"): "industry",
    ("milestone", "indicator"): "indicator",
    ("indicator", "parent"): "parent-indicator",
    ("top", "parent"): "roadmap",
    ("after", "id"): "item",
    ("citation", "id"): "document",
    ("citation", "deadline"): "period",  # the document's own words: what they wait for is not looked up
    ("deadline", "words"): "deadline",
    ("revision", "items"): "listed",
    ("allocation", "among"): "child",
    ("industry", "industry"): "own-name",
    ("file", "industry"): "own-name",
    ("validate", "per_file_ignores"): "file",
}
_OF_KIND: dict[str, Role] = {
    "afters": "item",
    "citations": "source",
    "names": "bodies",
    "deadline": "deadline",
    "targets": "period",
    "weights": "weighing-indicator",
}
HOLDING_KINDS = frozenset(("actuals", "allocation", "list", "map", "shape"))
"""Kinds whose values are maps of their own, or lists of them."""


def role_of(shape: Shape, field: Field) -> Role | None:
    """Return what the value of a field names; None for one that names nothing."""
    return (
        _OF_FIELD.get((shape.name, field.name))
        or _OF_FIELD.get((_ANY, field.name))
        or _OF_KIND.get(field.kind.partition(":")[0])
    )
