"""The timetable's filters: what rows are tagged with, and the choices offered."""

from collections import Counter
from collections.abc import Sequence

from carbonroad.link.system import Item
from carbonroad.views.document import Filter, Paragraph, RowGroup, Span
from carbonroad.views.shared.places import body_anchor
from carbonroad.views.shared.selection import key_day, phase_key
from carbonroad.views.shared.status_marks import STATUS_WORDS
from carbonroad.views.shared.words import Words

MOST_OWNERS = 12
"""So many bodies have a choice each; beyond them the rarer ones share one, and all are linked."""


def row_tags(words: Words, owners: dict[str, str], item: Item) -> tuple[str, ...]:
    """Return what filters select an item's row by: its leads, its phase, its status."""
    found = [owners[party.key] for party in item.parties.answering] or ["o0"]
    status = words.state(item)
    return (*dict.fromkeys(found), f"h{phase_key(words, key_day(words, item))}", f"s-{status}")


def owner_tags(items: Sequence[Item]) -> dict[str, str]:
    """Return each body's tag, the most frequent first; what is beyond the room for filters shares one."""
    order = [name for name, _ in _counted(items).most_common()]
    room = MOST_OWNERS if len(order) <= MOST_OWNERS else MOST_OWNERS - 1
    return {name: f"o{n + 1}" if n < room else "o0" for n, name in enumerate(order)}


def filters(
    words: Words, items: Sequence[Item], owners: dict[str, str], groups: Sequence[RowGroup]
) -> tuple[Filter, ...]:
    """Return the choices by lead, phase and status, those that leave something to choose."""
    w = words.w
    used = {tag for group in groups for row in group.rows for tag in row.tags}
    everything = ("", w("All"))
    names = _names(words, items)
    bodies = [(tag, names[key]) for key, tag in owners.items() if tag != "o0"]
    if "o0" in used:
        bodies.append(("o0", w("others")))
    phases = [(f"hp{n}", words.text(phase.title)) for n, phase in enumerate(words.system.phases, 1)]
    phases = [
        *(entry for entry in phases if entry[0] in used),
        *((("hp0", w("other dates")),) if "hp0" in used else ()),
    ]
    states = [(f"s-{key}", w(english)) for key, english in STATUS_WORDS.items() if f"s-{key}" in used]
    found = (
        Filter("o", w("Lead"), (everything, *bodies)),
        Filter("h", w("Phase"), (everything, *phases)),
        Filter("s", w("Status"), (everything, *states)),
    )
    return tuple(one for one in found if len(one.options) > 2)


def owner_links(words: Words, items: Sequence[Item]) -> tuple[Paragraph, ...]:
    """Return where each body's own table is, if there are more bodies than filters."""
    counted = _counted(items)
    if len(counted) <= MOST_OWNERS:
        return ()
    names = _names(words, items)
    line = [Span(words.w("Every lead's own table: "))]
    for n, (key, count) in enumerate(counted.most_common()):
        line += [
            *((Span(" · "),) if n else ()),
            Span(names[key], "", f"doc:assignments#{body_anchor(words, key)}"),
            Span(f"\u00a0{count}"),
        ]
    return (Paragraph(tuple(line), "small screen-only"),)


def _counted(items: Sequence[Item]) -> Counter[str]:
    return Counter(
        key for item in items for key in dict.fromkeys(party.key for party in item.parties.answering)
    )


def _names(words: Words, items: Sequence[Item]) -> dict[str, str]:
    names: dict[str, str] = {}
    for item in items:
        for party in item.parties.answering:
            names.setdefault(party.key, words.short_body(party))
    return names
