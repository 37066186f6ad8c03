"""China's five-year plans by number: which years each has."""


def plan_years(number: int) -> tuple[int, int]:
    """Return the first and the last year of a plan: from the sixth on (1981-1985) there is no gap."""
    first = 1951 + 5 * number
    return first, first + 4
