"""What is known of a kind of value: the forms it is written in, and which kind a field has."""

from carbonroad.base.record import NamedTuple
from carbonroad.read.vocabulary.shape import Field, Shape


class Form(NamedTuple):
    """One way to write a value: what it means, and examples as they stand after the key."""

    says: str
    examples: tuple[str, ...]


class Refused(NamedTuple):
    """What people type that is not read, and what to write instead."""

    example: str
    instead: str


class Kind(NamedTuple):
    """All forms of one kind of value."""

    says: str
    forms: tuple[Form, ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def examples(self) -> tuple[str, ...]:
        """The first example of each form, in order."""
        return tuple(form.examples[0] for form in self.forms)


_BY_FIELD = {
    ("top", "parent"): "roadmap",
    ("file", "parent"): "roadmap",
    ("target", "value"): "value",
    ("target", "stretch"): "value",
    ("actual", "value"): "measured",
    ("baseline", "value"): "measured",
    ("deadline", "by"): "last-day",
    ("validate", "select"): "rules",
    ("validate", "ignore"): "rules",
    ("validate", "severity"): "levels",
    ("validate", "per_file_ignores"): "file-ignores",
}
"""Fields whose words mean more than their kind says."""


def kind_name(shape: Shape, field: Field) -> str:
    """Return the name of a field's kind of value, as `accepted.KINDS` has it."""
    return _BY_FIELD.get((shape.name, field.name), field.kind)
