"""What the rules of days and phases tell, word for word, and where they are silent."""

import pytest
from told import Case, told

CASES = [
    Case(
        "years from 1950 to 2100 are plausible, whichever day of the item is known",
        "implausible-year",
        """
milestones:
  - {id: a, title: A, deadline: by 1949}
  - {id: b, title: B, deadline: by 1950}
  - {id: c, title: C, deadline: by 2100}
  - {id: d, title: D, deadline: by 2101}
  - {id: e, title: E, deadline: from 2203}
  - {id: f, title: F, deadline: around 1203}
works:
  - {id: g, title: G, start: 1903-06-30, takes: 2 years}
  - {id: h, title: H, start: 2026-06-30, finish: 2603-06-30}
""",
        [
            "steel.a is due in the year 1949. [in 1949?]",
            "steel.d is due in the year 2101. [in 2101?]",
            "steel.e is due in the year 2203. [in 2203?]",
            "steel.f is due in the year 1203. [in 1203?]",
            "steel.g begins in the year 1903. [in 1903?]",
            "steel.h is due in the year 2603. [in 2603?]",
        ],
    ),
    Case(
        "what was finished on the data date lies in the past, a month that is not over does not",
        "finished-in-the-future",
        """
milestones:
  - {id: a, title: A, deadline: by 2030, finished: 2026-11-22}
  - {id: b, title: B, deadline: by 2030, finished: 2026-11-23}
  - {id: c, title: C, deadline: by 2030, finished: 2026-11}
""",
        [
            (
                "steel.b is said to be finished by 2026-11-23, which is after the data date, 2026-11-22. "
                "[not yet]"
            ),
            (
                "steel.c is said to be finished by 2026-11-30, which is after the data date, 2026-11-22. "
                "[read as 2026-11-30]"
            ),
        ],
    ),
    Case(
        "what began in the month of the data date has begun",
        "finished-in-the-future",
        """
works:
  - {id: a, title: A, deadline: by 2030, started: 2026-11}
  - {id: b, title: B, deadline: by 2030, started: 2026-11-23}
  - {id: c, title: C, deadline: by 2030, started: 2026-11-22}
  - {id: d, title: D, deadline: by 2030, started: 2026-12}
""",
        [
            (
                "steel.b is said to have begun on 2026-11-23, which is after the data date, 2026-11-22. "
                "[not yet]"
            ),
            (
                "steel.d is said to have begun on 2026-12-01, which is after the data date, 2026-11-22. "
                "[not yet]"
            ),
        ],
    ),
    Case(
        "without a duration, the finish is held against the deadline",
        "dates-disagree",
        """
works:
  - {id: a, title: A, finish: 2030-12-31, deadline: by 2030}
  - {id: b, title: B, finish: 2031-01-01, deadline: by 2030}
""",
        [
            "steel.b ends on 2031-01-01, but it is due on 2030-12-31. [after the deadline]",
        ],
    ),
    Case(
        "a duration may end on any day that the finish can mean",
        "dates-disagree",
        """
works:
  - {id: a, title: A, start: 2030-01-01, takes: 12 months, finish: 2030-12}
  - {id: b, title: B, start: 2030-01-01, takes: 11 months, finish: 2030-12}
  - {id: c, title: C, start: 2030-01-02, takes: 11 months, finish: 2030-12}
  - {id: d, title: D, start: 2031-01-01, takes: 11 months, finish: 2030-12}
""",
        [
            (
                "steel.b takes from 2030-01-01 to 2030-11-30, but its finish is 2030-12-31. "
                "[ends on 2030-11-30]"
            ),
        ],
    ),
    Case(
        "an outcome belongs to a term, not to the years around it",
        "outcome-of-no-term",
        """
works:
  - {id: a, title: A, deadline: 'every year 2020..2025', finished:
       {2021: 2021-12-01, 2019: 2019-12-01, 2026: 2026-02-01}}
""",
        [
            "steel.a is not due in 2019. [no such term]",
            "steel.a is not due in 2026. [no such term]",
        ],
    ),
    Case(
        "progress is whole if and only if the work is done",
        "progress-and-status-differ",
        """
works:
  - {id: a, title: A, deadline: by 2025, status: done, finished: 2025-01-01, progress: 80 %}
  - {id: b, title: B, deadline: by 2027, status: planned, progress: 100 %}
  - {id: c, title: C, deadline: by 2025, status: done, finished: 2025-01-01, progress: 100 %}
""",
        [
            "steel.a is done, but its progress is 80%. [but done]",
            "steel.b has made 100% progress, but is not said to be done. [but not done]",
        ],
    ),
    Case(
        "what began as recorded may have been planned for later",
        "finished-before-start",
        """
works:
  - {id: a, title: A, deadline: by 2025, started: 2025-03-01, finished: 2025-02-01}
  - {id: b, title: B, deadline: by 2025, started: 2025-03-01, finished: 2025-03-01}
  - {id: c, title: C, deadline: by 2025, start: 2025-03-01, finished: 2025-02-01}
""",
        [
            "steel.c was finished on 2025-02-01, but its start is 2025-03-01. [before its start]",
        ],
    ),
    Case(
        "every gap is told with its years",
        "gap-between-phases",
        """
phases:
  - {id: p, title: P, years: 2021..2025}
  - {id: q, title: Q, years: 2027..2030}
  - {id: r, title: R, years: 2031..2035}
  - {id: s, title: S, years: 2041..2045}
""",
        [
            '2026 is in no phase: "p" ends in 2025, "q" begins in 2027. [begins in 2027]',
            '2036..2040 is in no phase: "r" ends in 2035, "s" begins in 2041. [begins in 2041]',
        ],
    ),
    Case(
        "a phase is held against the one that reaches furthest",
        "phases-overlap",
        """
phases:
  - {id: p, title: P, years: 2021..2040}
  - {id: q, title: Q, years: 2026..2030}
  - {id: r, title: R, years: 2035..2045}
  - {id: s, title: S, years: 2046..2050}
""",
        [
            'Phase "q" begins in 2026, but "p" runs to the end of 2040. [overlaps]',
            'Phase "r" begins in 2035, but "p" runs to the end of 2040. [overlaps]',
        ],
    ),
    Case(
        "plans are known by their Chinese numbers",
        "plan-years-differ",
        """
phases:
  - {id: a, title: 十五五, years: 2026..2031}
  - {id: b, title: “二十五”时期, years: 2050..2055}
  - {id: c, title: 十五规划, years: 2001..2005}
  - {id: d, title: 十四五, years: 2021..2025}
  - {id: e, title: Something else, years: 2060..2070}
  - {id: f, title: 十六五, years: 2030..2035}
""",
        [
            "The plan that phase a is named after runs from 2026 to 2030. [other years] → 2026..2030",
            "The plan that phase b is named after runs from 2051 to 2055. [other years] → 2051..2055",
            "The plan that phase f is named after runs from 2031 to 2035. [other years] → 2031..2035",
        ],
    ),
    Case(
        "phases decide which years are plausible",
        "implausible-year",
        """
phases: [{id: p, title: P, years: 2001..2300}]
milestones: [{id: a, title: A, deadline: by 2203}]
""",
        [],
    ),
    Case(
        "an item belongs to a phase by the day that is known",
        "outside-every-phase",
        """
phases: [{id: p, title: P, years: 2021..2030}]
milestones:
  - {id: a, title: A, deadline: by 2030}
  - {id: b, title: B, deadline: by 2031}
  - {id: c, title: C, deadline: not stated}
  - {id: d, title: D, deadline: from 2020}
  - {id: e, title: E, deadline: around 2045}
works:
  - {id: f, title: F, start: 2019-07-01, takes: 1 year}
  - {id: g, title: G, start: 2045-07-01, takes: 1 year}
  - {id: h, title: H, start: 2029-07-01, finish: 2032-07-01}
""",
        [
            "steel.b is due on 2031-12-31, after the last phase ends. [in no phase]",
            "steel.d is due on 2020-01-01, before the first phase begins. [in no phase]",
            "steel.e is due on 2045-07-01, after the last phase ends. [in no phase]",
            "steel.f begins on 2019-07-01, before the first phase begins. [in no phase]",
            "steel.g begins on 2045-07-01, after the last phase ends. [in no phase]",
            "steel.h is due on 2032-07-01, after the last phase ends. [in no phase]",
        ],
    ),
    Case(
        "progress before the planned start is told where no real start is recorded",
        "progress-before-start",
        """
works:
  - {id: a, title: A, start: 2027-01-01, takes: 1 year, progress: 10 %}
  - {id: b, title: B, start: 2026-11-22, takes: 1 year, progress: 10 %}
  - {id: c, title: C, start: 2027-01-01, started: 2026-10-01, takes: 1 year, progress: 10 %}
  - {id: d, title: D, start: 2027-01-01, finished: 2026-10-01, takes: 1 year, progress: 100 %}
  - {id: e, title: E, start: 2027-01-01, takes: 1 year, reports: [{date: 2026-10-01, progress: 5 %}]}
  - {id: f, title: F, start: 2027-01-01, takes: 1 year, reports: [{date: 2026-10-01, status: planned}]}
  - {id: g, title: G, start: 2027-01-01, takes: 1 year, progress: 0 %}
""",
        [
            "steel.a has made 10% progress, but begins only on 2027-01-01. [as of 2026-11-22]",
            "steel.e has made 5% progress, but begins only on 2027-01-01. [as of 2026-11-22]",
        ],
    ),
    Case(
        "a work starts no later than it ends, planned or recorded",
        "start-after-finish",
        """
works:
  - {id: a, title: A, deadline: by 2027, started: 2026-02-02, finished: 2026-02-01}
  - {id: b, title: B, deadline: by 2027, started: 2026-02-01, finished: 2026-02-01}
  - {id: c, title: C, deadline: by 2027, started: 2026-02, finished: 2026-02-01}
  - {id: d, title: D, start: 2030-02-02, finish: 2030-02-01}
""",
        [
            "steel.a starts on 2026-02-02 and ends on 2026-02-01. [after its end]",
            "steel.d starts on 2030-02-02 and ends on 2030-02-01. [after its end]",
        ],
    ),
    Case(
        "progress falls back from one report to the next that states it",
        "report-falls-back",
        """
works:
  - {id: a, title: A, deadline: by 2030, reports: [{date: 2026-01-01, progress: 30 %},
       {date: 2026-06-01, progress: 20 %}, {date: 2026-08-01, progress: 20 %}]}
  - {id: b, title: B, deadline: by 2030, reports: [{date: 2026-01-01, progress: 30 %},
       {date: 2026-06-01, status: late}, {date: 2026-08-01, progress: 30 %}]}
""",
        [
            (
                "steel.a falls from 30% by the report of 2026-01-01 to 20% by that of 2026-06-01. "
                "[less than before]"
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_what_is_told_of_days(case: Case) -> None:
    assert told(case) == case.told
