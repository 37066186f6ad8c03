"""The roadmaps above and below in the export: where inherited things come from, and divided targets."""

from carbonroad.compute.allocation.allocated import Allocated
from carbonroad.compute.allocation.shares import Share
from carbonroad.compute.facts import Facts
from carbonroad.export.json_values import Json, fraction_json, text_json
from carbonroad.link.system import System
from carbonroad.model.text import Text


def origin(system: System, kind: str, ident: str) -> Json:
    """Return the roadmap that something is inherited from, as `from`; nothing for what is its own."""
    name = system.inherited.get(f"{kind}[{ident}]")
    return {} if name is None else {"from": name}


def family_json(system: System, facts: Facts) -> Json:
    """Return the roadmaps above and what is divided among those below; nothing for a roadmap on its own."""
    found: Json = {}
    language = system.languages[0]
    if system.family.ancestors:
        found["above"] = [
            {"name": name, "title": text_json(file.part.title, language)}
            for file, name in zip(system.family.ancestors, system.family.names, strict=True)
        ]
    if facts.allocations:
        found["allocations"] = [_allocated(one, language) for one in facts.allocations]
    return found


def _allocated(one: Allocated, language: str) -> Json:
    weighed = one.weighed
    return {
        "indicator": f"top.{one.indicator.id}",
        "target": None if one.entry.item is None else one.entry.item.ref,
        "year": one.entry.year,
        "method": one.allocation.method,
        "counts": one.terms,
        "unit": None if one.indicator.unit is None else one.indicator.unit.text,
        "weights": None
        if weighed is None
        else {"indicator": weighed.indicator or None, "year": weighed.year, "measured": weighed.measured},
        "low": fraction_json(one.low),
        "high": fraction_json(one.high),
        "verdict": one.verdict,
        "lacking": fraction_json(one.gap) if one.verdict == "missed" else None,
        "parts": [_share(share, language) for share in one.shares],
    }


def _share(share: Share, language: str) -> Json:
    child, target = share.child, share.target
    return {
        "name": child.name,
        "title": None if child.handed is None else text_json(Text(child.handed.title), language),
        "indicator": None if target is None else target.ref,
        "words": None if target is None else target.words,
        "low": fraction_json(share.low),
        "high": fraction_json(share.high),
        "weight": fraction_json(share.weight),
        "not_counted": share.why or None,
    }
