"""A network with one thing changed, to try a remedy out; the network itself stays as it is."""

from copy import copy

from carbonroad.compute.scheduling.activities import ActivityNetwork


def with_shorter_work(network: ActivityNetwork, number: int, days: int) -> ActivityNetwork:
    """Return a network in which a work takes so many days; one with stated days then ends sooner."""
    tried = copy(network)
    tried.length, tried.months, tried.stated = (
        list(network.length),
        dict(network.months),
        dict(network.stated),
    )
    tried.length[number] = days
    tried.months.pop(number, None)
    if number in network.stated:
        start, _ = network.stated[number]
        tried.stated[number] = (start, start + days)
    return tried


def with_shorter_lag(
    network: ActivityNetwork, before: int, after: int, relation: int, lag: tuple[int, int]
) -> ActivityNetwork:
    """Return a network in which one activity waits less long after another.

    Args:
        network: The network.
        before: What is waited for.
        after: What waits.
        relation: Of the link between the two.
        lag: The link's lag in days as it was counted, and as it is tried.
    """
    tried = copy(network)
    months = dict(network.month_lags.get(before, {}))
    links = list(network.links[before])
    for at, (target, kind, days) in enumerate(links):
        if (target, kind) == (after, relation) and (days == lag[0] or at in months):
            links[at] = (target, kind, lag[1])
            months.pop(at, None)
    tried.links = {**network.links, before: links}
    tried.month_lags = {**network.month_lags, before: months}
    return tried


def with_earlier_begin(network: ActivityNetwork, number: int, day: int) -> ActivityNetwork:
    """Return a network in which a work may begin on a day, or a milestone is reached on it."""
    tried = copy(network)
    tried.not_before, tried.held = list(network.not_before), dict(network.held)
    tried.not_before[number] = day
    tried.held[number] = day + 1
    return tried
