"""Numbers of the events on a sheet: every arrow goes from a lower number to a higher one."""

from carbonroad.views.drawing.blocks import event_key
from carbonroad.views.drawing.network import merged, number_events
from carbonroad.views.drawing.plan import Plan


def event_numbers(plan: Plan) -> dict[str, int]:
    """Return the number of each event by its key."""
    places: dict[str, tuple[float, float]] = {}
    top = 0.0
    for packed in plan.lanes:
        for block, y in packed.blocks:
            places.update({key: (round(x, 2), round(top + y, 2)) for key, x in block.nodes.items()})
        top += packed.height
    works = {work.entry.ref for chain in plan.chains for work in chain}
    arrows = [(event_key(ref, "start"), event_key(ref, "end")) for ref in sorted(works)]
    for relation in plan.ends.lines:
        if relation.source in works and relation.target in works:
            kind = relation.link.type
            begins = "start" if kind in ("SS", "SF") else "end"
            finishes = "end" if kind in ("FF", "SF") else "start"
            arrows.append((event_key(relation.source, begins), event_key(relation.target, finishes)))
    return number_events(places, arrows, merged(plan.chains))
