"""Which value of the format stands at a place, and how it was understood."""

from carbonroad.editing.hovering.value_help import (
    day_help,
    deadline_help,
    deadline_words,
    duration_help,
    measured_help,
    money_help,
    target_value_help,
)
from carbonroad.editing.mentioning.named_things import Thing
from carbonroad.editing.spots import Spot, Step
from carbonroad.link.system import Item
from carbonroad.views.shared.words import Words


def scalar_help(words: Words, spot: Spot, inside: Thing | None) -> str:
    """Return how a value was understood; empty where there is nothing to tell.

    Args:
        words: The roadmap in the reader's language.
        spot: The value, or the year of a measured one.
        inside: The innermost thing whose declaration it stands in.
    """
    text, item = spot.scalar.text, _item(words, inside)
    deadline, actuals = spot.within("deadline"), spot.within("actuals")
    if actuals is not None or spot.is_key:
        return "" if actuals is None else _measured(words, spot, actuals, inside)
    if deadline is not None:
        cited = any(_is(step, "citation") for step in spot.steps)  # the document's own words
        said, by = deadline_words(deadline.value)
        return deadline_help(words, text if said is None else said.text, by, None if cited else item)
    field = _field(spot.last)
    if item is not None and (_is_target_value(spot) or field in _OF_TARGETS):
        return target_value_help(words, item, text, stretch=field == ("target", "stretch"))
    if spot.kind in _DAYS:
        return day_help(words, text, first=spot.kind == "first-day")
    if spot.kind in _LENGTHS:
        return duration_help(
            words, text, item if spot.kind == "duration" else None, signed=spot.kind == "lag"
        )
    return money_help(words, text) if spot.kind == "money" else ""


_OF_TARGETS = frozenset((("target", "value"), ("target", "stretch")))
_DAYS = frozenset(("first-day", "last-day", "finished"))
_LENGTHS = frozenset(("duration", "lag"))


def _item(words: Words, thing: Thing | None) -> Item | None:
    return None if thing is None else words.system.items.get(thing.ref)


def _is(step: Step, shape: str) -> bool:
    return step.shape is not None and step.shape.name == shape


def _field(step: Step) -> tuple[str, str]:
    """The map and the key that a value stands under, in English."""
    return ("", "") if step.shape is None or step.field is None else (step.shape.name, step.field.name)


def _is_target_value(spot: Spot) -> bool:
    """Whether a value stands right behind the year of a target."""
    before = spot.steps[-2].field if len(spot.steps) > 1 else None
    return spot.last.field is None and before is not None and before.kind == "targets"


def _measured(words: Words, spot: Spot, actuals: Step, inside: Thing | None) -> str:
    """A measured value, at its year or at its number."""
    indicator = None if inside is None else words.system.indicators.get(inside.ref)
    at = spot.steps.index(actuals) + 1
    if indicator is None or at >= len(spot.steps):
        return ""
    key, last = spot.steps[at].key.text, spot.last
    own = last is spot.steps[at] or (
        last.field is not None and last.field.name == "value" and not spot.is_key
    )
    actual = next((one for one in indicator.actuals if one.key == key.strip()), None)
    return measured_help(words, indicator, actual) if own and actual is not None else ""
