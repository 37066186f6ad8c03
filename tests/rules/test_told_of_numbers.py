"""What the rules of numbers tell, word for word, and where they are silent."""

import pytest
from told import Case, told

CASES = [
    Case(
        "fractions are asked about in each series of percentages, and nowhere else",
        "fraction-for-percent",
        """
indicators:
  - {id: x, title: X, unit: Mt, targets: {2025: 10, 2030: 20}}
  - {id: y, title: Y, unit: '%', targets: {2025: 30, 2030: 0.35, 2035: 40}}
  - {id: z, title: Z, unit: '%', targets: {2025: 30, 2030: 3500, 2035: 40}}
  - {id: w, title: W, unit: '%', targets: {2025: 20, 2030: 0.25, 2035: 30}}
""",
        [
            "0.35 for 2030 is less than one percent, beside 30% in 2025. [read as 0.35%]",
            "0.25 for 2030 is less than one percent, beside 20% in 2025. [read as 0.25%]",
        ],
    ),
    Case(
        "percent of a percentage is shown beside points, where there are some",
        "percent-and-points-mixed",
        """
indicators:
  - {id: x, title: X, unit: '%', baseline: {year: 2020, value: 40},
       targets: {2025: up 5 pp, 2030: up 10 %}}
  - {id: y, title: Y, unit: '%', baseline: {year: 2020, value: 40}, targets: {2030: up 10 %}}
""",
        [
            (
                '"up 10 %" is read as percent of a percentage, not as percentage points. '
                "[percent or percentage points?]"
            ),
            (
                '"up 10 %" is read as percent of a percentage, not as percentage points. '
                "[percent or percentage points?]"
            ),
        ],
    ),
    Case(
        "the base year lies before the year of the change, for the indicator's and for the target's own",
        "baseline-after-target",
        """
indicators:
  - {id: w, title: W, unit: Mt, baseline: 2020, targets: {2025: down 10 %}}
  - {id: x, title: X, unit: Mt, baseline: 2030, targets:
       {2025: down 10 %, 2028: down 12 %, 2030: down 15 %, 2035: down 20 %}}
  - {id: y, title: Y, unit: Mt, targets: {2025: {value: down 10 %, baseline: 2026},
       2030: {value: down 12 %, baseline: 2031}, 2035: {value: down 15 %, baseline: 2020}}}
""",
        [
            "The baseline 2030 is not before 2025, the year of the change. [not before 2025]",
            "The baseline 2026 is not before 2025, the year of the change. [not before 2025]",
            "The baseline 2031 is not before 2030, the year of the change. [not before 2030]",
        ],
    ),
    Case(
        "every indicator with changes needs a base year",
        "change-without-baseline",
        """
indicators:
  - {id: w, title: W, unit: Mt, targets: {2025: 10}}
  - {id: x, title: X, unit: Mt, targets: {2025: down 10 %, 2030: down 20 %}}
  - {id: y, title: Y, unit: Mt, baseline: 2020, targets: {2025: down 10 %}}
  - {id: z, title: Z, unit: Mt, targets: {2025: down 10 %}}
""",
        [
            '"down 10 %" is a change, and nothing says against which year. [against which year?]',
            '"down 10 %" is a change, and nothing says against which year. [against which year?]',
        ],
    ),
    Case(
        "each source's own deadline is held against the item's",
        "conflicting-wordings",
        """
sources: {d: {title: Plan}, e: {title: Other}}
milestones:
  - {id: a, title: A, deadline: by 2030, source: [{id: d, deadline: by 2030},
       {id: e, deadline: by 2029}]}
  - {id: b, title: B, deadline: by 2030, source: [{id: d}, {id: e, deadline: by 2031}]}
""",
        [
            "steel.a is due on 2030-12-31, but by its source's words on 2029-12-31. [means 2029-12-31]",
            "steel.b is due on 2030-12-31, but by its source's words on 2031-12-31. [means 2031-12-31]",
        ],
    ),
    Case(
        "a level beside a change is told unless the base year's value is known",
        "level-and-change-mixed",
        """
indicators:
  - {id: w, title: W, unit: Mt, targets: {2025: 10}}
  - {id: x, title: X, unit: Mt, baseline: 2020, targets: {2025: 100, 2030: down 18 %}}
  - {id: y, title: Y, unit: Mt, baseline: {year: 2020, value: 120}, targets: {2025: down 5 %, 2030: 90}}
  - {id: z, title: Z, unit: Mt, targets: {2025: down 5 %, 2030: 90}}
""",
        [
            (
                '"down 18 %" is a change in percent, but "100" for 2025 is a level: the two cannot be '
                "compared. [a change in percent]"
            ),
            (
                '"90" is a level, but "down 5 %" for 2025 is a change in percent: the two cannot be '
                "compared. [a level]"
            ),
        ],
    ),
    Case(
        "only what is called a share is limited to the whole",
        "share-out-of-range",
        """
indicators:
  - {id: x, title: X, unit: Mt, targets: {2030: 120}}
  - {id: y, title: Y, unit: '%', targets: {2030: 100, 2035: 101}}
  - {id: z, title: Z, unit: '%', targets: {2030: 0, 2035: -1}}
  - {id: w, title: Share of scrap, unit: '%', targets: {2030: 120}}
""",
        [
            "A share cannot be 120%. [more than the whole]",
        ],
    ),
    Case(
        "numbers a thousand times too large or small are told in each series",
        "scale-slip",
        """
indicators:
  - {id: x, title: X, unit: Mt, targets: {2025: 100, 2030: 90, 2035: 90000, 2040: 70000, 2045: 60}}
  - {id: y, title: Y, unit: Mt, targets: {2025: 100, 2030: 90, 2035: 0.08, 2040: 70}}
""",
        [
            "90,000 Mt for 2035 is 1,000 times the 90 Mt of 2030. [1,000 times as much]",
            "0.08 Mt for 2035 is one part in 1,100 of the 90 Mt of 2030. [one part in 1,100]",
        ],
    ),
    Case(
        "a number that mirrors its neighbours is told, a sink is not",
        "sign-slip",
        """
pathway:
  unit: Mt CO2/yr
  actual: {2015: 110, 2020: -100}
  target: {2025: 90, 2030: 80, 2035: -70, 2040: 60, 2050: 0, 2060: -10}
""",
        [
            (
                "-100 Mt CO2/yr for 2020 has the opposite sign of 110 Mt CO2/yr for 2015, and its size. "
                "[is the sign right?]"
            ),
            (
                "-70 Mt CO2/yr for 2035 has the opposite sign of 80 Mt CO2/yr for 2030, and its size. "
                "[is the sign right?]"
            ),
        ],
    ),
    Case(
        "of the targets of one key each that differs is told, unless both have a note",
        "two-live-targets",
        """
indicators:
  - id: a
    title: A
    unit: Mt
    targets: {2030: [{value: 3, status: dropped, id: p}, {value: 4, id: q}, {value: 5, id: r}]}
  - {id: b, title: B, unit: Mt, targets: {2030: [{value: 3, note: Old, id: p}, {value: 4, note: New, id: q}]}}
  - {id: c, title: C, unit: Mt, targets: {2030: [{value: 3, note: Old, id: p}, {value: 4, id: q}]}}
  - {id: d, title: D, unit: Mt, targets: {2030: [{value: 3, id: p}, {value: 4, note: New, id: q}]}}
  - id: e
    title: E
    unit: Mt
    targets:
      2030:
        - {value: 5, note: One, id: p}
        - {value: 5, id: q}
        - {value: 7, note: Two, id: r}
        - {value: 8, id: s}
  - {id: f, title: F, unit: Mt, targets: {2030: [{value: much more, id: p}, {value: much more, id: q}]}}
  - {id: g, title: G, unit: Mt, targets: {2030: [{value: much more, id: p}, {value: a bit less, id: q}]}}
""",
        [
            '"a" has two targets for 2030: "4" and "5". [another value for the same year]',
            '"c" has two targets for 2030: "3" and "4". [another value for the same year]',
            '"d" has two targets for 2030: "3" and "4". [another value for the same year]',
            '"e" has two targets for 2030: "5" and "8". [another value for the same year]',
            '"g" has two targets for 2030: "much more" and "a bit less". [another value for the same year]',
        ],
    ),
    Case(
        "what is striven for cannot be binding, wherever the nature is written",
        "strive-on-binding",
        """
indicators:
  - {id: a, title: A, unit: Mt, nature: binding, targets: {2030: strive for 5, 2035: 6}}
  - {id: b, title: B, unit: Mt, nature: expected, targets: {2030: {value: strive for 5, nature: binding}}}
  - {id: c, title: C, unit: Mt, nature: binding, targets: {2030: {value: strive for 5, nature: expected}}}
milestones:
  - {id: m, title: M, nature: binding, deadline: strive for 2030}
  - {id: n, title: N, nature: binding, deadline: by 2030}
""",
        [
            "steel.a@2030 is binding, but its words only strive for it. [only striven for]",
            "steel.b@2030 is binding, but its words only strive for it. [only striven for]",
            "steel.m is binding, but its words only strive for it. [only striven for]",
        ],
    ),
    Case(
        "each target of an indicator is held against its own base year",
        "baseline-after-target",
        """
indicators:
  - {id: a, title: A, unit: Mt, baseline: {year: 2032, value: 5}, targets: {2035: up 10 %, 2030: up 20 %}}
  - {id: b, title: B, unit: Mt, baseline: 2020, targets: {2030: {value: up 2 %, baseline: 2031}}}
""",
        [
            "The baseline 2032 is not before 2030, the year of the change. [not before 2030]",
            "The baseline 2031 is not before 2030, the year of the change. [not before 2030]",
        ],
    ),
    Case(
        "only a share ends at a hundred percent",
        "share-out-of-range",
        """
indicators:
  - {id: a, title: A, unit: Mt, targets: {2030: 120}, actual: {2024: 130}}
""",
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_what_is_told_of_numbers(case: Case) -> None:
    assert told(case) == case.told
