"""What is told of a target under the mouse: what it is measured against, and how far it has come."""

from collections.abc import Iterator

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.scripts import has_han
from carbonroad.editing.hovering.labels import label
from carbonroad.editing.hovering.markdown import escaped
from carbonroad.link.system import Item
from carbonroad.model.items import Target
from carbonroad.read.vocabulary.item_shapes import TARGET
from carbonroad.views.shared.conversions import conversion
from carbonroad.views.shared.tracks import needed, state_words, to_go, track_of
from carbonroad.views.shared.words import Words

_DIGITS = lazy_pattern(r"\d+")


def target_value(words: Words, item: Item) -> Iterator[str]:
    """Yield what a target asks for, or what the targets do that a milestone stands for."""
    w, target = words.w, item.written
    if isinstance(target, Target) and item.indicator is not None:
        yield label(w, TARGET, "value", _value(words, item, target))
        stretch = words.stretch(item)
        if stretch:
            yield label(w, TARGET, "stretch", escaped(stretch))
    for one in stood_for(words, item):
        yield f"**{w('Target')}**{w(': ')}{escaped(words.name(one))}"


def target_progress(words: Words, item: Item) -> Iterator[str]:
    """Yield how far a target has come, or those that a milestone stands for."""
    yield from _progress(words, item)
    for one in stood_for(words, item):
        yield from _progress(words, one)


def stood_for(words: Words, item: Item) -> Iterator[Item]:
    """Yield the targets of its year in whose place a milestone stands in the documents."""
    if not item.indicators or item.latest is None:
        return
    for one in words.system.items.values():
        if one.indicator is None or one.listed or one.latest is None or one.latest.year != item.latest.year:
            continue
        if one.indicator_ref in item.indicators:
            yield one


def _value(words: Words, item: Item, target: Target) -> str:
    """What is asked for in the reader's words; before it the author's where they are others."""
    typed, said, other = target.words.strip(), words.value(item), in_other_unit(conversion(words, item))
    numbers = _DIGITS.findall(typed)
    same = _DIGITS.findall(said)[: len(numbers)] == numbers and has_han(typed + said) == has_han(typed)
    told = " → ".join(dict.fromkeys(escaped(one) for one in ([said] if same else [typed, said]) if one))
    return f"{told} = {escaped(other)}" if other else told


def in_other_unit(conversion: str) -> str:
    """Return the second side of `18,000万千瓦 = 180 GW`; with its sign where it is rounded."""
    found = _EQUAL.search(conversion)
    if found is None:
        return ""
    return f"{'≈ ' if found[0].strip() == '≈' else ''}{conversion[found.end() :]}"


_EQUAL = lazy_pattern(r"(?<!\s)\s*+[=＝≈]\s*+")


def _progress(words: Words, item: Item) -> Iterator[str]:
    """How far the last measured value is from the target, and whether the straight line to it is kept."""
    track = track_of(words, item)
    if track is None or item.indicator is None or track.latest is None:
        return
    told = [state_words(words, track)]
    left = to_go(words, item, track)
    if left:
        told.append(words.w("{amount} to go", amount=left))
    rate = needed(words, item, track)
    if rate:
        told.append(rate)
    yield f"**{words.w('Progress')}**{words.w(': ')}{escaped(words.listing(told))}"
