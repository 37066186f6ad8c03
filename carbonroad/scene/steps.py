"""Round numbers for the axis of a quantity."""

import math

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def scale_steps(low: float, high: float, most: int) -> list[float]:
    """Return round numbers from at most `low` to at least `high`, at most about `most` of them."""
    span = high - low or abs(high) or 1.0
    size = 10.0 ** math.floor(math.log10(span / most))
    step = next(s for s in (f * size for f in _STEPS) if s >= span / most * (1 - 1e-9))
    first = int(low // step)
    last = max(first + 1, -int(-high // step))
    return [n * step for n in range(first, last + 1)]
