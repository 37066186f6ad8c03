"""Both versions in one language, and what a change concerns in them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from carbonroad.base.record import NamedTuple
from carbonroad.compute.changes.change import Change
from carbonroad.compute.changes.compare import Comparison, without_gone
from carbonroad.compute.changes.record_types import Key
from carbonroad.findings import Span
from carbonroad.link.system import Item
from carbonroad.model.roadmap import TOP
from carbonroad.views.shared.words import Words

if TYPE_CHECKING:
    from carbonroad.model.text import Text


class _Titled(Protocol):
    @property
    def title(self) -> "Text": ...


class Sides(NamedTuple):
    """A comparison in words.

    Attributes:
        comparison: What changed.
        old: The old version in the language.
        new: The new one.
        line_of: The line of a place, from 1; None where the text is not known.
    """

    comparison: Comparison
    old: Words
    new: Words
    line_of: Callable[[Span], int | None]

    def has_now(self, change: Change) -> bool:
        """Whether what a change is about is in the new version."""
        return change.now is not None or bool(change.field)

    def old_item(self, change: Change) -> Item | None:
        """The item as it was."""
        return None if change.before is None else self.comparison.old.items.get(change.before.ref)

    def new_item(self, change: Change) -> Item | None:
        """The item as it is."""
        if change.key.subject != "item" or not self.has_now(change):
            return None
        return self.comparison.new.items.get(change.key.ref)

    def part_of(self, change: Change) -> str:
        """The industry in which it stands; empty for what stands in none."""
        key = change.key
        if key.subject in ("item", "indicator", "actual", "measure"):
            return without_gone(key.ref.partition(".")[0])
        if key.subject == "link":
            return without_gone(str(key.at[1].name).partition(".")[0])
        named = ("part", "pathway", "emissions", "revision", "drawing")
        return without_gone(key.ref) if key.subject in named else ""

    def title(self, change: Change) -> str:
        """What it is called: by its new title, what is gone by its old one."""
        if change.before is not None and not self.has_now(change):
            return self._title(self.old, change.before)
        return self._title(self.new, change.key)

    def ident(self, change: Change) -> str:
        """Its id, as a reader finds it in the files; empty for what has none."""
        if change.key.subject in (
            "roadmap",
            "schedule",
            "balance",
            "part",
            "pathway",
            "emissions",
            "drawing",
        ):
            return ""
        if change.key.subject == "link":
            return f"{change.key.at[0].name} → {change.key.at[1].name}"
        return without_gone(change.key.ref)

    def _title(self, words: Words, key: Key) -> str:
        w, system = words.w, words.system
        if key.subject == "link":
            return w(
                "{after} waits for {before}",
                after=words.named(key.at[1].name),
                before=words.named(key.at[0].name),
            )
        if key.subject == "item":
            item = system.items[key.ref]
            title = words.title(item)
            when = words.key(item)
            return w("{name}, {when}", name=title, when=when) if when else title
        if key.subject in ("indicator", "actual"):
            title = words.text(system.indicators[key.ref].title)
            if key.subject == "indicator":
                return title
            found = (one.period for one in system.indicators[key.ref].actuals if one.period == key.at[1:])
            period = next(found, None)
            return title if period is None else w("{name}, {when}", name=title, when=words.period(period))
        return self._other_title(words, key)

    def _other_title(self, words: Words, key: Key) -> str:
        w = words.w
        declared = _declared(words, key)
        if declared is not None:
            return words.text(declared)
        if key.subject == "emissions":
            return w("{name}, {when}", name=_series(words, key), when=key.at[2])
        if key.subject == "revision":
            if key.ref == TOP:
                return w("Revision {rev}", rev=key.at[1])
            return w("Revision {rev} of {part}", rev=key.at[1], part=words.part_name(key.ref))
        fixed = {
            "roadmap": w("The whole roadmap"),
            "schedule": w("The schedule"),
            "balance": w("The sum of the industries"),
            "drawing": w("Title block"),
            "part": words.part_name(key.ref),
            "pathway": w("{part}: emissions", part=words.part_name(key.ref)),
        }
        return fixed.get(key.subject, key.ref)


def _declared(words: Words, key: Key) -> "Text | None":
    """The title of what has one in the files."""
    system = words.system
    if key.subject == "phase":
        return next((one.title for one in system.phases if one.id == key.ref), None)
    things: dict[str, Mapping[str, _Titled]] = {
        "organisation": system.organisations,
        "source": system.documents,
        "measure": system.measures,
    }
    found = things[key.subject].get(key.ref) if key.subject in things else None
    return None if found is None else found.title


def _series(words: Words, key: Key) -> str:
    w, part = words.w, words.part_name(key.ref)
    names = {
        "actual": w("{part}: emissions, measured", part=part),
        "target": w("{part}: emissions, target", part=part),
        "reference": w("{part}: emissions, reference", part=part),
    }
    return names[key.at[1]]
