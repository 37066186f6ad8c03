"""What a list of roadmaps says of one of them."""

from carbonroad.base.record import NamedTuple


class Listed(NamedTuple):
    """What the list says of a roadmap in one language; plain values, so that it can be remembered.

    Attributes:
        title: Its title.
        region: What it is for, empty for what it does not say.
        goals: The goals of the whole, each its deadline and its title.
        fields: How many industries it has.
        items: How many milestones, targets and works.
        counted: The same in words.
        state: How it stands, as a sentence.
        day: The data date.
    """

    title: str
    region: str
    goals: tuple[tuple[str, str], ...]
    fields: int
    items: int
    counted: str
    state: str
    day: str
