"""What must hold over all files together: one code for one industry, and no item that replaces itself."""

from collections.abc import Sequence

from carbonroad.base.texts.said import say
from carbonroad.findings import Related
from carbonroad.link.bench import Bench
from carbonroad.link.system import Item
from carbonroad.model.roadmap import TOP, Part


def check_codes(bench: Bench, parts: Sequence[Part]) -> None:
    """Report a code for drawing numbers that two parts have."""
    seen: dict[str, Part] = {}
    for part in parts:
        code = "TOP" if part.id == TOP else part.code.upper()
        first = seen.setdefault(code, part) if code else part
        if first is part:
            continue
        bench.report(
            "code-given-twice",
            part.place.value("code"),
            say(
                '"{part}" and "{first}" have the same code "{code}".', part=part.id, first=first.id, code=code
            ),
            pointer=part.place.at("code"),
            label=say("second"),
            help_=say("give one of the two another code: drawing numbers begin with it"),
            related=[Related(first.place.value("code"), say("first given here"))],
        )


def uncircle(bench: Bench, rows: dict[str, Item]) -> None:
    """Report items that are superseded in a circle, and let them count: else none of them would."""
    straight: set[str] = set()
    round_: set[str] = set()
    for ref, item in [one for one in rows.items() if one[1].superseded_by is not None]:
        circle = _circle(rows, ref, straight, round_)
        if not circle:
            continue
        for other in circle:
            rows[other] = rows[other]._replace(superseded_by=None)
        way = " → ".join([*circle, ref])
        bench.report(
            "superseded-by-itself",
            item.place.value("superseded_by"),
            say("{id} is superseded by itself.", id=item.id)
            if len(circle) == 1
            else say("{id} is superseded by itself: {circle}.", id=item.id, circle=way),
            pointer=item.place.at("superseded_by"),
            label=say("leads back to itself"),
            help_=say("name what has taken its place, or take the line out"),
            related=[
                Related(rows[other].place.value("superseded_by"), say("goes on here")) for other in circle[1:]
            ],
        )


def _circle(rows: dict[str, Item], ref: str, straight: set[str], round_: set[str]) -> list[str]:
    """The items from one back to itself along `superseded_by`; empty where the way ends elsewhere.

    Args:
        rows: All items.
        ref: The item to begin with.
        straight: Items known to lie on no circle; grows.
        round_: Items known to lie on one; grows.
    """
    way: dict[str, None] = {}
    at: str | None = ref
    while at is not None and at in rows and at not in way and at not in straight:
        if at in round_ and ref not in round_:
            break
        way[at] = None
        at = rows[at].superseded_by
    if way and at == ref:
        return list(way)
    circle = False
    for one in way:
        circle = circle or one == at
        (round_ if circle else straight).add(one)
    return []
