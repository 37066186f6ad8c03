"""The numbers of inherited indicators: of the ancestors' top files, each linked on its own."""

from carbonroad.compute.targets.series import Series, all_series
from carbonroad.link.assemble import link
from carbonroad.link.family import Family
from carbonroad.link.gathered import Gathered
from carbonroad.link.system import System
from carbonroad.model.roadmap import TOP


def inherited_series(system: System) -> dict[str, Series]:
    """Return the numbers of the indicators of the roadmaps above by their ids; the nearest of an id counts.

    Their qualified ids begin with the name of the roadmap they come from.
    """
    family = system.family
    found: dict[str, Series] = {}
    for generation, (file, name) in enumerate(zip(family.ancestors, family.names, strict=True), 1):
        above = Family(family.ancestors[generation:], names=family.names[generation:])
        gathered = Gathered(name, name, file, True, {}, frozenset(), {}, family=above)
        linked, _ = link(gathered, None, system.as_of)
        for ref, series in all_series(linked).items():
            ident = ref.removeprefix(f"{TOP}.")
            found.setdefault(ident, series._replace(ref=f"{name}.{ident}"))
    return found
