"""Where rules begin to tell: what stands on both sides of the day, the number or the word that decides."""

import pytest
from told import Case, told

CASES = [
    Case(
        "outcomes of terms are looked at one by one",
        "finished-in-the-future",
        """
milestones:
  - {id: a, title: A, deadline: every year 2025..2028, finished:
       {2025: 2025-12-01, 2026: 2026-12-01, 2027: 2027-02-01}}
""",
        [
            (
                "steel.a is said to be finished by 2026-12-01, which is after the data date, 2026-11-22. "
                "[not yet]"
            ),
            (
                "steel.a is said to be finished by 2027-02-01, which is after the data date, 2026-11-22. "
                "[not yet]"
            ),
        ],
    ),
    Case(
        "a work without a deadline is due when it is finished",
        "implausible-year",
        """
works:
  - {id: a, title: A, finish: 2203-06-30}
""",
        [
            "steel.a is due in the year 2203. [in 2203?]",
        ],
    ),
    Case(
        "a work without a deadline belongs to the phase of its finish",
        "outside-every-phase",
        """
phases: [{id: p, title: P, years: 2021..2030}]
works:
  - {id: a, title: A, finish: 2031-06-30}
  - {id: b, title: B, finish: 2030-06-30}
""",
        [
            "steel.a is due on 2031-06-30, after the last phase ends. [in no phase]",
        ],
    ),
    Case(
        "an indicator is looked up once for all its targets",
        "binding-not-verified",
        """
sources: {d: {title: Plan}}
indicators:
  - {id: x, title: X, unit: Mt, nature: binding, source: {id: d, evidence: memory},
       targets: {2030: 10, 2035: 8}}
""",
        [
            "steel.x is binding, but no source of it was checked. [from memory]",
        ],
    ),
    Case(
        "a chain is told with its milestones' days",
        "cannot-be-met",
        """
works:
  - {id: a, title: A, start: 2029-07-01, takes: 12 months}
  - {id: b, title: B, takes: 12 months, after: mid, for: goal}
milestones:
  - {id: mid, title: Mid, deadline: by 2030, after: a}
  - {id: goal, title: Goal, deadline: by 2030}
  - {id: later, title: Later, deadline: by 2031, after: goal}
""",
        [
            (
                "steel.goal cannot be met: it is due on 2030-12-31, and what it waits for ends on "
                "2031-06-30. [181 days short]"
            ),
        ],
    ),
    Case(
        "a circle begins at the first of its items",
        "dependency-cycle",
        """
works:
  - {id: z, title: Z, deadline: by 2030, after: c}
  - {id: c, title: C, deadline: by 2030, after: b}
  - {id: a, title: A, deadline: by 2030, after: c}
  - {id: b, title: B, deadline: by 2030, after: a}
  - {id: d, title: D, deadline: by 2030, after: d}
""",
        [
            (
                "3 items wait for one another, each for the next: steel.c → steel.b → steel.a → steel.c. "
                "[steel.c waits for steel.b]"
            ),
            "steel.d waits for itself. [steel.d waits for steel.d]",
        ],
    ),
    Case(
        "a start is held against what comes before by a rule of its own",
        "deadline-before-predecessor",
        """
milestones:
  - {id: a, title: A, deadline: by 2030}
works:
  - {id: b, title: B, start: 2029-01-01, finish: 2029-06-30, after: a}
  - {id: c, title: C, start: 2029-01-01, finish: 2029-06-30, after: {id: a, type: FF}}
  - {id: d, title: D, deadline: by 2029, after: a}
""",
        [
            (
                "steel.d is due 365 days before steel.a, which it waits for, allows. "
                "[steel.a is 365 days too late for this]"
            ),
        ],
    ),
    Case(
        "a start that is fixed lies after what it waits for",
        "predecessor-after-fixed-start",
        """
milestones:
  - {id: a, title: A, deadline: by 2030}
works:
  - {id: b, title: B, start: 2029-01-01, finish: 2029-06-30, after: a}
  - {id: c, title: C, start: 2029-01-01, finish: 2029-06-30, after: {id: a, type: FF}}
  - {id: d, title: D, start: 2031-01-01, finish: 2031-06-30, after: a}
  - {id: e, title: E, start: 2030-12-31, finish: 2031-06-30, after: a}
""",
        [
            (
                "steel.b has fixed days, but steel.a, which it waits for, is 730 days too late: it ends on "
                "2030-12-31. [730 days too late]"
            ),
            (
                "steel.c has fixed days, but steel.a, which it waits for, is 549 days too late: it ends on "
                "2030-12-31. [549 days too late]"
            ),
            (
                "steel.e has fixed days, but steel.a, which it waits for, is 1 day too late: it ends on "
                "2030-12-31. [1 day too late]"
            ),
        ],
    ),
    Case(
        "only what comes back has terms, and each outcome is of one",
        "outcome-of-no-term",
        """
milestones:
  - {id: a, title: A, deadline: by 2030, finished: {2026: 2026-01-01}}
  - {id: b, title: B, deadline: every quarter 2026..2027, finished:
       {2026: 2026-01-01, 2026-Q1: 2026-02-01, 2028-Q1: 2026-03-01}}
""",
        [
            "steel.a is due once, but several outcomes are recorded. [for each year?]",
            "steel.b is not due in 2026. [no such term]",
            "steel.b is not due in 2028-Q1. [no such term]",
        ],
    ),
    Case(
        "what is late is past its day",
        "late-before-due",
        """
milestones:
  - {id: a, title: A, deadline: by 2026-11-22, status: late}
  - {id: b, title: B, deadline: by 2026-11-21, status: late}
  - {id: c, title: C, deadline: by 2027, status: late}
  - {id: d, title: D, deadline: by 2027, status: at-risk}
""",
        [
            "steel.a is said to be late, but it is due only on 2026-11-22. [as of 2026-11-22]",
            "steel.c is said to be late, but it is due only on 2027-12-31. [as of 2026-11-22]",
        ],
    ),
    Case(
        "an outcome is asked for once the day has passed",
        "outcome-not-recorded",
        """
milestones:
  - {id: a, title: A, deadline: by 2026-11-22}
  - {id: b, title: B, deadline: by 2026-11-21}
  - {id: c, title: C, deadline: by 2026-11-21, status: missed}
  - {id: d, title: D, deadline: by 2026-11-21, finished: 2026-11-01}
""",
        [
            "steel.b was due on 2026-11-21, and its outcome is not recorded. [past due on 2026-11-22]",
        ],
    ),
    Case(
        "a status and a day of completion say the same",
        "status-and-finished-differ",
        """
milestones:
  - {id: a, title: A, deadline: by 2026, finished: 2026-01-01, status: late}
  - {id: b, title: B, deadline: by 2026, finished: 2026-01-01, status: done}
  - {id: c, title: C, deadline: by 2026, finished: 2026-01-01}
""",
        [
            'steel.a was finished by 2026-01-01, but its status is "late". [but finished]',
        ],
    ),
    Case(
        "done says when",
        "done-without-finished",
        """
milestones:
  - {id: a, title: A, deadline: by 2026, status: done}
  - {id: b, title: B, deadline: by 2026, status: done, finished: 2026-01-01}
  - {id: c, title: C, deadline: by 2026, status: missed}
""",
        [
            "steel.a is done, but its day is not given. [done when?]",
        ],
    ),
    Case(
        "a base year's value is the measured one",
        "baseline-differs-from-actual",
        """
indicators:
  - {id: x, title: X, unit: Mt, baseline: {year: 2020, value: 100}, actual: {2020: 101},
       targets: {2030: down 10 %}}
  - {id: y, title: Y, unit: Mt, baseline: {year: 2020, value: 100}, actual: {2020: 100, 2021: 90},
       targets: {2030: down 10 %}}
""",
        [
            "The baseline says 100 Mt for 2020, and the measured value 101 Mt. [not 101 Mt]",
        ],
    ),
    Case(
        "a later target asks for as much at least",
        "weaker-than-earlier-target",
        """
indicators:
  - {id: x, title: X, unit: Mt, better: lower, targets:
       {2030: at most 100, 2035: at most 100, 2040: at most 101}}
  - {id: y, title: Y, unit: Mt, better: higher, targets: {2030: at least 100, 2035: at least 99}}
""",
        [
            '"at most 101" for 2040 asks for less than "at most 100" for 2035. [less than for 2035]',
            '"at least 99" for 2035 asks for less than "at least 100" for 2030. [less than for 2030]',
        ],
    ),
    Case(
        "what is striven for lies beyond the target",
        "stretch-weaker-than-target",
        """
indicators:
  - {id: x, title: X, unit: Mt, better: higher, targets: {2030: {value: at least 100, stretch: 99},
       2035: {value: at least 100, stretch: 100}, 2040: {value: at least 100, stretch: 110}}}
""",
        [
            'The stretch "99" asks for less than the target "at least 100". [less than the target]',
        ],
    ),
    Case(
        "a target that is above the reference is told, the first one",
        "target-above-reference",
        """
pathway: {unit: Mt CO2/yr, actual: {2024: 100}, target: {2030: 95, 2035: 96, 2040: 97},
       reference: {2030: 95, 2035: 95, 2040: 95}}
""",
        [
            (
                "The target for 2040, 97 Mt CO2/yr, is above the 95 Mt CO2/yr that current policy would "
                "give. [above the reference]"
            ),
        ],
    ),
    Case(
        "neutral means zero",
        "neutrality-not-reached",
        """
milestones: [{id: n, title: N, deadline: by 2050, goal: neutrality}]
pathway: {unit: Mt CO2/yr, actual: {2024: 100}, target: {2050: 1}}
""",
        [
            "The pathway is at 1 Mt CO2/yr in 2050, the year by which steel.n is due. [still above zero]",
        ],
    ),
    Case(
        "no more than zero is neutral",
        "neutrality-not-reached",
        """
milestones: [{id: n, title: N, deadline: by 2050, goal: neutrality}]
pathway: {unit: Mt CO2/yr, actual: {2024: 100}, target: {2050: 0}}
""",
        [],
    ),
    Case(
        "titles differ within a kind",
        "same-title",
        """
milestones:
  - {id: a, title: Same, deadline: by 2030}
  - {id: b, title: ' same', deadline: by 2031}
  - {id: c, title: Other, deadline: by 2032}
  - {id: d, title: SAME, deadline: by 2033, status: dropped}
works:
  - {id: w, title: Same, deadline: by 2030, for: a}
""",
        [
            "steel.b has the same title as steel.a. [same title]",
        ],
    ),
    Case(
        "ids that look alike are told",
        "confusable-ids",
        """
milestones:
  - {id: M1, title: A, deadline: by 2030}
  - {id: Ml, title: B, deadline: by 2031}
  - {id: N1, title: C, deadline: by 2031}
sources: {PO: {title: P}, P0: {title: Q}}
""",
        [
            'The item ids "Ml" and "M1" look alike. [looks like another]',
            'The source ids "P0" and "PO" look alike. [looks like another]',
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_what_is_told_on_which_side_of_a_limit(case: Case) -> None:
    assert told(case) == case.told
