"""Everything computed from a system, once."""

from functools import cached_property
from typing import TYPE_CHECKING

from carbonroad.compute.due import Due, binding_links, due_days
from carbonroad.compute.schedule import Schedule, compute_schedule
from carbonroad.compute.standing import Standing, standings
from carbonroad.link.system import System

if TYPE_CHECKING:
    from carbonroad.compute.balance import Balance
    from carbonroad.compute.contributions import Contributions
    from carbonroad.compute.forecast import Forecasts
    from carbonroad.compute.series import Series
    from carbonroad.compute.tracks import Track
    from carbonroad.link.system import Item, Link


class Facts:
    """Days due, schedule, statuses and the balance of a system, each worked out when first asked for."""

    def __init__(self, system: System) -> None:
        self.system = system

    @cached_property
    def due(self) -> dict[str, Due]:
        """When each item is due."""
        return due_days(self.system)

    @cached_property
    def binding(self) -> "tuple[tuple[int, Link, Item, Item], ...]":
        """The links that bind: each one's place in `System.links`, itself, its predecessor and successor."""
        return tuple(binding_links(self.system))

    @cached_property
    def schedule(self) -> Schedule:
        """Dates and floats of the network."""
        return compute_schedule(self.system, self.due)

    @cached_property
    def forecast(self) -> "Forecasts":
        """When things come from the data date on, beside that plan."""
        from carbonroad.compute.forecast import forecast

        return forecast(self.system, self.due, self.standings, self.schedule)

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Where each item stands on the data date."""
        return standings(self.system, self.due)

    @cached_property
    def balance(self) -> "Balance":
        """What the industries' pathways add up to."""
        from carbonroad.compute.balance import compute_balance  # a roadmap without a pathway has none

        return compute_balance(self.system)

    @cached_property
    def contributions(self) -> "Contributions":
        """What each industry contributes to the change of that sum."""
        from carbonroad.compute.contributions import contributions

        return contributions(self.balance)

    @cached_property
    def unmeasured(self) -> "dict[str, Item]":
        """The targets past due for which no number was measured, by their qualified ids."""
        from carbonroad.compute.series import unmeasured_targets

        return unmeasured_targets(self.system, self.due, self.standings)

    @cached_property
    def series(self) -> "dict[str, Series]":
        """The numbers of each indicator in order of time, by its qualified id."""
        from carbonroad.compute.series import all_series

        return all_series(self.system)

    @cached_property
    def tracks(self) -> "dict[str, Track]":
        """How far each target has come, by its qualified id."""
        from carbonroad.compute.tracks import all_tracks

        return all_tracks(self.system, self.series)

    @cached_property
    def next_tracks(self) -> "dict[str, Track]":
        """Of each indicator the track of its next target, by the target's qualified id."""
        from carbonroad.compute.next_tracks import next_tracks

        return next_tracks(self.system, self.due, self.tracks)

    @cached_property
    def item_tracks(self) -> "dict[str, tuple[Track, ...]]":
        """The next tracks by the items that they speak of: a milestone stands for its target."""
        from carbonroad.compute.next_tracks import tracks_by_item

        return tracks_by_item(self.system, self.next_tracks)


def compute_facts(system: System) -> Facts:
    """Return what is computed from a system, lazily."""
    return Facts(system)
