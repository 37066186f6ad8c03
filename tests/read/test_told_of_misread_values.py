"""What is told of numbers and days that cannot be read as they stand, and what is read all the same."""

import pytest
from told import Case, told

CASES = [
    Case(
        "a weight is a number from zero up",
        "not-a-number",
        """
indicators:
  - {id: a, title: A, unit: Mt, allocation: {method: mean, weights: {north: 0, south: -1, east: much}}}
""",
        [
            '"-1" is no weight. [a number from zero up]',
            '"much" is no weight. [a number from zero up]',
        ],
    ),
    Case(
        "a run of years begins with the earlier one, from the year 1 on",
        "reversed-range",
        """
phases:
  - {id: a, title: A, years: 2026..2030}
  - {id: b, title: B, years: 2035..2031}
  - {id: c, title: C, years: 2036}
""",
        [
            '"2035..2031" ends before it begins. [ends before it begins]',
        ],
    ),
    Case(
        "a run of years is two years",
        "unreadable-date",
        """
phases:
  - {id: a, title: A, years: soon}
  - {id: b, title: B, years: 0000..2030}
  - {id: c, title: C, years: 0001..0002}
""",
        [
            '"soon" is not a run of years. [not a date]',
            '"0000..2030" is not a run of years. [not a date]',
        ],
    ),
    Case(
        "each measured value that is none is told of, with a way out where nothing was measured yet",
        "not-a-number",
        """
indicators:
  - {id: x, title: X, unit: Mt, actual:
       {2019: 4, 2020: 1..2, 2021: '-', 2022: 无, 2023: tbd, 2024: many, 2025: 3}}
""",
        [
            "A measured value is one number, not a range. [not a number]",
            '"-" is not a number. [not a number]',
            '"无" is not a number. [not a number]',
            '"tbd" is not a number. [not a number]',
            '"many" is not a number. [not a number]',
        ],
    ),
    Case(
        "a value whose year cannot be read does not hide the next",
        "unreadable-date",
        """
indicators:
  - {id: x, title: X, unit: Mt, actual: {soon: 4, 2020: 5}}
""",
        [
            '"soon" is not a date. [not a date]',
        ],
    ),
    Case(
        "a value that is not understood is told of",
        "value-not-understood",
        """
indicators:
  - {id: x, title: X, unit: Mt, targets: {2025: as low as can be, 2030: 5}}
""",
        [
            (
                'The value "as low as can be" is shown as written, but cannot be computed with. '
                "[not understood]"
            ),
        ],
    ),
    Case(
        "a range begins with the smaller number",
        "reversed-values",
        """
indicators:
  - {id: x, title: X, unit: Mt, targets: {2025: 10..7, 2030: 7..10, 2035: 7..7}}
""",
        [
            'The range "10..7" begins with its larger number. [larger number first]',
        ],
    ),
    Case(
        "two base years that differ contradict one another",
        "change-contradicted",
        """
indicators:
  - {id: x, title: X, unit: Mt, targets: {2025: {value: down 10 % against 2020, baseline: 2021},
       2030: {value: down 12 % against 2020, baseline: 2020}}}
""",
        [
            (
                'The value "down 10 % against 2020" is against 2020, the baseline says 2021. '
                "[a change or a level?]"
            ),
        ],
    ),
    Case(
        "progress is from 0 to 100",
        "out-of-range",
        """
works:
  - {id: a, title: A, deadline: by 2030, progress: 100}
  - {id: b, title: B, deadline: by 2030, progress: 101}
  - {id: c, title: C, deadline: by 2030, progress: -1 %}
  - {id: d, title: D, deadline: by 2030, progress: 0}
""",
        [
            "101 is not between 0 and 100. [out of range]",
            "-1 % is not between 0 and 100. [out of range]",
        ],
    ),
    Case(
        "progress is a number",
        "not-a-number",
        """
works:
  - {id: a, title: A, deadline: by 2030, progress: half}
""",
        [
            '"half" is not a number. [not a number]',
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_what_is_told_of_misread_values(case: Case) -> None:
    assert told(case) == case.told
