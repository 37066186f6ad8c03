"""No regular expression of the package takes more than its share of time for a long text."""

import time
from typing import Any

import patterns
import pytest
from patterns import Used

_SHORT, _LONG = 1_000, 8_000
_FREE = 0.02
"""Seconds that need no comparison: a pattern that tries each pair of places takes far longer."""
_WORST = 30.0
"""Growth for 8 times the text: 8 if each place is tried once, 64 if each pair of places is."""


def _spent(used: Used, method: str, text: Any) -> float:
    """Processor time, the least of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        patterns.spend(used.pattern, method, text)
        times.append(time.process_time() - start)
        if times[-1] < _FREE:
            break
    return min(times)


def test_all_are_looked_at() -> None:
    assert len(patterns.patterns()) > 200
    assert len(patterns.patterns()) >= 0.9 * len(set(patterns.calls()))


@pytest.mark.parametrize("used", patterns.patterns(), ids=lambda used: used.place)
def test_time_grows_with_the_text_and_no_faster(used: Used) -> None:
    short = list(patterns.attacks(used.pattern, _SHORT))
    for number, text in enumerate(patterns.attacks(used.pattern, _LONG)):
        for method in used.methods:
            spent = _spent(used, method, text)
            if spent > _FREE:
                growth = spent / max(_spent(used, method, short[number]), 1e-6)
                assert growth < _WORST, (method, text[:40], spent, growth)
