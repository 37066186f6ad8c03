"""Everything computed from a system, once."""

from functools import cached_property
from typing import TYPE_CHECKING

from carbonroad.compute.due import Due, due_days
from carbonroad.compute.item_state import binding_links, void_items
from carbonroad.compute.status.standing import Standing, standing_of, standings
from carbonroad.link.system import System

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.compute.allocation.allocated import Allocated
    from carbonroad.compute.forecasting.forecast import Forecasts
    from carbonroad.compute.pathways.balance import Balance
    from carbonroad.compute.pathways.contributions import Contributions
    from carbonroad.compute.pathways.goals import Goal
    from carbonroad.compute.scheduling.schedule import Schedule
    from carbonroad.compute.targets.series import Series
    from carbonroad.compute.tracks.track import Track
    from carbonroad.link.system import Item, Link

_RARE = frozenset(("finished", "progress", "reports", "started", "start", "status", "superseded_by"))
"""The keys by which rules look for items: how they went, and what replaced them."""


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
        return tuple(binding_links(self.system, self.void))

    @cached_property
    def void(self) -> frozenset[str]:
        """The items that no longer bind on the data date: dropped or superseded."""
        return void_items(self.system)

    @cached_property
    def by_key(self) -> "dict[str, list[Item]]":
        """The items by the keys that are written of them, in the order of the files."""
        found: dict[str, list[Item]] = {}
        for item in self.system.items.values():
            for key in item.place.fields:
                if key in _RARE:
                    found.setdefault(key, []).append(item)
        return found

    def having(self, *keys: str) -> "list[Item]":
        """Return the items of which any of these keys is written, in the order of the files."""
        if len(keys) == 1:
            return self.by_key.get(keys[0], [])
        some = {item.ref for key in keys for item in self.by_key.get(key, ())}
        return [item for ref, item in self.system.items.items() if ref in some] if some else []

    def standing_of(self, ref: str) -> Standing:
        """Return where one item stands: from all, where they are worked out, else alone."""
        if "standings" in self.__dict__:
            return self.standings[ref]
        item = self.system.items[ref]
        return standing_of(self.system, item, self._due_of((item,))[ref])

    def _due_of(self, some: "Sequence[Item]") -> dict[str, Due]:
        """Days due, at least those of some items."""
        return self.due if "due" in self.__dict__ else due_days(self.system, some)

    @cached_property
    def goals(self) -> "tuple[Goal, ...]":
        """The milestones that are a peak or neutrality goal, dated and still binding."""
        from carbonroad.compute.pathways.goals import goal_items, goals

        return tuple(goals(self.system, self._due_of(goal_items(self.system))))

    @cached_property
    def leads_to(self) -> dict[str, list[str]]:
        """What each item or indicator helps to reach."""
        from carbonroad.compute.roads import leads_to

        return leads_to(self.system)

    @cached_property
    def schedule(self) -> "Schedule":
        """Dates and floats of the network."""
        from carbonroad.compute.scheduling.schedule import compute_schedule

        return compute_schedule(self.system, self.due)

    @cached_property
    def forecast(self) -> "Forecasts":
        """When things come from the data date on, beside that plan."""
        from carbonroad.compute.forecasting.forecast import forecast

        return forecast(self.system, self.due, self.standings, self.schedule)

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Where each item stands on the data date."""
        return standings(self.system, self.due)

    @cached_property
    def balance(self) -> "Balance":
        """What the industries' pathways add up to."""
        from carbonroad.compute.pathways.balance import (
            compute_balance,  # a roadmap without a pathway has none
        )

        return compute_balance(self.system)

    @cached_property
    def contributions(self) -> "Contributions":
        """What each industry contributes to the change of that sum."""
        from carbonroad.compute.pathways.contributions import contributions

        return contributions(self.balance)

    @cached_property
    def unmeasured(self) -> "dict[str, Item]":
        """The targets past due for which no number was measured, by their qualified ids."""
        from carbonroad.compute.targets.series import unmeasured_targets

        return unmeasured_targets(self.system, self.due, self.standings)

    @cached_property
    def series(self) -> "dict[str, Series]":
        """The numbers of each indicator in order of time, by its qualified id."""
        from carbonroad.compute.targets.series import all_series

        return all_series(self.system)

    def series_of(self, refs: set[str]) -> "dict[str, Series]":
        """Return the numbers of some indicators: from all, where they are worked out, else alone."""
        from carbonroad.compute.targets.series import all_series

        return self.series if "series" in self.__dict__ else all_series(self.system, refs)

    @cached_property
    def allocations(self) -> "tuple[Allocated, ...]":
        """Each target that is divided among roadmaps below, with their parts."""
        from carbonroad.compute.allocation.allocated import allocations

        return allocations(self.system, self.series)

    @cached_property
    def tracks(self) -> "dict[str, Track]":
        """How far each target has come, by its qualified id."""
        from carbonroad.compute.tracks.all_tracks import all_tracks

        return all_tracks(self.system, self.series)

    @cached_property
    def next_tracks(self) -> "dict[str, Track]":
        """Of each indicator the track of its next target, by the target's qualified id."""
        from carbonroad.compute.tracks.next_tracks import next_tracks

        return next_tracks(self.system, self.due, self.tracks)

    @cached_property
    def item_tracks(self) -> "dict[str, tuple[Track, ...]]":
        """The next tracks by the items that they speak of: a milestone stands for its target."""
        from carbonroad.compute.tracks.next_tracks import tracks_by_item

        return tracks_by_item(self.system, self.next_tracks)
