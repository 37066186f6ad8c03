"""What the rules of links and conditions tell, word for word, and where they are silent."""

import pytest
from told import Case, told

CASES = [
    Case(
        "of what starts before something else is due, only links from a finish are compared for milestones",
        "deadline-before-predecessor",
        """
milestones:
  - {id: a, title: A, deadline: by 2030}
  - {id: b, title: B, deadline: by 2029, after: a}
  - {id: c, title: C, deadline: by 2029, after: {id: a, type: SS}}
  - {id: d, title: D, deadline: by 2029, after: {id: a, type: FF}}
  - {id: e, title: E, deadline: by 2029, after: {id: a, type: SF}}
  - {id: f, title: F, deadline: by 2030, after: a}
""",
        [
            (
                "steel.b is due 365 days before steel.a, which it waits for, allows. "
                "[steel.a is 365 days too late for this]"
            ),
            (
                "steel.d is due 365 days before steel.a, which it waits for, allows. "
                "[steel.a is 365 days too late for this]"
            ),
        ],
    ),
    Case(
        "a work that is finished does not say when it began",
        "out-of-sequence-progress",
        """
works:
  - {id: a, title: A, deadline: by 2025, finished: 2025-06-30}
  - {id: b, title: B, deadline: by 2026, started: 2025-03-01, after: {id: a, type: SS}}
  - {id: c, title: C, deadline: by 2026, started: 2025-03-01, after: a}
""",
        [
            (
                "steel.c began on 2025-03-01; steel.a, which it waits for, allows that from 2025-06-30 on. "
                "[out of sequence]"
            ),
        ],
    ),
    Case(
        "a milestone begins when it is reached",
        "out-of-sequence-progress",
        """
milestones:
  - {id: a, title: A, deadline: by 2025, finished: 2025-06-30}
works:
  - {id: b, title: B, deadline: by 2026, started: 2025-03-01, after: {id: a, type: SS}}
""",
        [
            (
                "steel.b began on 2025-03-01; steel.a, which it waits for, allows that from 2025-06-30 on. "
                "[out of sequence]"
            ),
        ],
    ),
    Case(
        "each type of link is held against the day that it is about",
        "out-of-sequence-progress",
        """
works:
  - {id: a, title: A, deadline: by 2025, started: 2024-06-30, finished: 2025-06-30}
  - {id: b, title: B, deadline: by 2026, finished: 2025-03-01, after: {id: a, type: FF}}
  - {id: c, title: C, deadline: by 2026, finished: 2024-03-01, after: {id: a, type: SF}}
  - {id: d, title: D, deadline: by 2026, finished: 2025-07-01, after: {id: a, type: FF}}
  - {id: e, title: E, deadline: by 2026, started: 2025-06-30, after: {id: a, lag: 1 month}}
""",
        [
            (
                "steel.b was finished on 2025-03-01; steel.a, which it waits for, allows that from "
                "2025-06-30 on. [out of sequence]"
            ),
            (
                "steel.c was finished on 2024-03-01; steel.a, which it waits for, allows that from "
                "2024-06-30 on. [out of sequence]"
            ),
            (
                "steel.e began on 2025-06-30; steel.a, which it waits for, allows that from 2025-07-31 on. "
                "[out of sequence]"
            ),
        ],
    ),
    Case(
        "what begins before an unfinished predecessor is out of sequence, unless the link lets it",
        "out-of-sequence-progress",
        """
works:
  - {id: a, title: A, deadline: by 2027}
  - {id: b, title: B, deadline: by 2028, started: 2026-03-01, after: a}
  - {id: c, title: C, deadline: by 2028, started: 2026-03-01, after: {id: a, lag: -1 month}}
  - {id: d, title: D, deadline: by 2028, finished: 2026-03-01, after: {id: a, type: FF}}
  - {id: e, title: E, deadline: by 2028, started: 2027-03-01, after: a}
  - {id: f, title: F, deadline: by 2028, finished: 2026-03-01, after: a}
  - {id: z, title: Z, deadline: by 2027, status: dropped}
  - {id: g, title: G, deadline: by 2028, started: 2026-03-01, after: z}
""",
        [
            (
                "steel.b began on 2026-03-01, but steel.a, which it waits for, is not finished. "
                "[out of sequence]"
            ),
            (
                "steel.f was finished on 2026-03-01, but steel.a, which it waits for, is not. "
                "[out of sequence]"
            ),
        ],
    ),
    Case(
        "a circle of conditions is told once, from its first item on",
        "circular-condition",
        """
milestones:
  - {id: a, title: A, deadline: after b}
  - {id: b, title: B, deadline: after c}
  - {id: c, title: C, deadline: after a}
  - {id: d, title: D, deadline: after d}
  - {id: e, title: E, deadline: after a}
""",
        [
            (
                "3 items depend on one another, each on the next: steel.a → steel.b → steel.c → steel.a. "
                "[steel.a depends on steel.b]"
            ),
            "steel.d depends on its own outcome. [leads back to itself]",
        ],
    ),
    Case(
        "a condition is due no later than what depends on it",
        "condition-after-deadline",
        """
milestones:
  - {id: x, title: X, deadline: by 2030}
  - {id: y, title: Y, deadline: not stated}
  - {id: a, title: A, deadline: by 2031, if: x}
  - {id: b, title: B, deadline: by 2030, if: x}
  - {id: c, title: C, deadline: by 2029, if: y}
  - {id: d, title: D, deadline: by 2029, if: x}
""",
        [
            "steel.d is due 365 days before steel.x, on which it depends. [due only on 2030-12-31]",
        ],
    ),
    Case(
        "who waits for what will not come is told; what was finished came",
        "depends-on-dropped",
        """
milestones:
  - {id: a, title: A, deadline: by 2025, status: dropped}
  - {id: b, title: B, deadline: by 2026, after: a}
  - {id: c, title: C, deadline: by 2026, status: dropped, finished: 2025-01-01}
  - {id: d, title: D, deadline: by 2027, after: c}
  - {id: e, title: E, deadline: by 2025, status: missed}
  - {id: f, title: F, deadline: by 2027, after: e}
  - {id: g, title: G, deadline: by 2027, for: a}
""",
        [
            "steel.b waits for steel.a, which is dropped. [will not come]",
            "steel.f waits for steel.e, which is missed: it can no longer be met. [will not come]",
            "steel.g is for steel.a, which is dropped. [will not come]",
        ],
    ),
    Case(
        "links are implied by chains from finish to start alone",
        "redundant-link",
        """
works:
  - {id: a, title: A, deadline: by 2028}
  - {id: b, title: B, deadline: by 2029, after: a}
  - {id: c, title: C, deadline: by 2030, after: [b, a]}
  - {id: d, title: D, deadline: by 2030, after: [b, {id: a, type: SS}]}
  - {id: e, title: E, deadline: by 2030, after: [b, {id: a, lag: 1 month}]}
  - {id: f, title: F, deadline: by 2029, after: {id: a, lag: -1 month}}
  - {id: g, title: G, deadline: by 2030, after: [f, a]}
  - {id: h, title: H, deadline: by 2029, after: {id: a, type: SS}}
  - {id: i, title: I, deadline: by 2030, after: [h, a]}
""",
        [
            "steel.c waits for steel.a anyway. [implied by other links]",
        ],
    ),
    Case(
        "a link that only informs implies nothing",
        "redundant-link",
        """
works:
  - {id: a, title: A, deadline: by 2028}
  - {id: b, title: B, deadline: by 2029, after: {id: a, type: informs}}
  - {id: c, title: C, deadline: by 2030, after: [b, a]}
""",
        [],
    ),
    Case(
        "an open item that waits for, serves or depends on a dropped one is told of, however it says so",
        "depends-on-dropped",
        """
milestones:
  - {id: z, title: Z, deadline: by 2027, status: dropped}
  - {id: a, title: A, deadline: by 2028, after: {id: z, type: informs}}
  - {id: b, title: B, deadline: by 2028, finished: 2026-01-01, after: z}
  - {id: c, title: C, deadline: by 2028, status: missed, after: z}
  - {id: d, title: D, deadline: by 2028, after: z}
  - {id: e, title: E, deadline: by 2028, if: z}
  - {id: f, title: F, deadline: by 2028, if: z, status: dropped}
  - {id: g, title: G, deadline: by 2028, for: z}
  - {id: h, title: H, deadline: by 2028, for: z, finished: 2026-01-01}
works:
  - {id: w, title: W, deadline: by 2027, for: [d, z]}
""",
        [
            "steel.d waits for steel.z, which is dropped. [will not come]",
            "steel.e depends on steel.z, which is dropped. [will not come]",
            "steel.g is for steel.z, which is dropped. [will not come]",
            "steel.w is for steel.z, which is dropped. [will not come]",
        ],
    ),
    Case(
        "what recurs is never over, so nothing that waits for it is out of sequence",
        "out-of-sequence-progress",
        """
milestones:
  - {id: r, title: R, deadline: every year 2024..2028}
  - {id: m, title: M, deadline: by 2027, finished: 2024-01-01, after: r}
  - {id: n, title: N, deadline: by 2027}
  - {id: s, title: S, deadline: every year 2024..2028, finished: {2024: 2024-12-01}, after: n}
""",
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_what_is_told_of_links(case: Case) -> None:
    assert told(case) == case.told
