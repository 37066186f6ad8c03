"""Of what a roadmap inherits, what it names: the rest is its ancestors' business."""

from collections.abc import Iterator

from carbonroad.link.builder import Builder
from carbonroad.link.family import Heritage
from carbonroad.link.heritage import LendingLibrary
from carbonroad.link.system import Parties, System
from carbonroad.model.roadmap import Phase


def only_named(system: System, builder: Builder, heritage: Heritage) -> System:
    """Return a system without inherited organisations, sources and phases that nothing of its own names.

    Phases stay: they are its time axis. What stays is in `inherited` with the roadmap it comes from.
    """
    named = {
        party.id
        for parties in _parties(system)
        for party in (*parties.owner, *parties.lead, *parties.support)
    }
    cited = builder.library.cited if isinstance(builder.library, LendingLibrary) else set()
    bodies = {
        key: one for key, one in system.organisations.items() if key not in heritage.bodies or key in named
    }
    papers = {key: one for key, one in system.documents.items() if key not in heritage.papers or key in cited}
    origin = {f"organisations[{key}]": heritage.bodies[key] for key in bodies if key in heritage.bodies}
    origin |= {f"sources[{key}]": heritage.papers[key] for key in papers if key in heritage.papers}
    origin |= {f"indicators[{key}]": generation for key, (generation, _) in heritage.indicators.items()}
    inherited = {key: heritage.names[generation - 1] for key, generation in origin.items()}
    inherited |= {f"phases[{one.id}]": _home(one, system) for one in heritage.phases}
    return system._replace(organisations=bodies, documents=papers, inherited=inherited)


def _home(phase: Phase, system: System) -> str:
    """The ancestor in whose file a phase stands."""
    pairs = zip(system.family.ancestors, system.family.names, strict=True)
    return next(name for file, name in pairs if file.path == phase.place.path)


def _parties(system: System) -> Iterator[Parties]:
    """Everyone's duties: of the items, and of what passes duties on."""
    for duties in system.duties.values():
        yield duties.own
        yield from duties.measures.values()
        yield from duties.indicators.values()
    for item in system.items.values():
        yield item.parties
