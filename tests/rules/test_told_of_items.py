"""What the rules of names, links and completeness tell, word for word, and where they are silent."""

import pytest
from told import Case, told

CASES = [
    Case(
        "each measure that nothing names is told of, also after one that is named",
        "declared-and-never-used",
        """
measures:
  - {id: m1, title: One}
  - {id: m2, title: Two}
  - {id: m3, title: Three}
milestones:
  - {id: a, title: A, deadline: by 2030, measure: m2}
""",
        [
            'The measure "m1" is declared, but nothing names it. [not used]',
            'The measure "m3" is declared, but nothing names it. [not used]',
        ],
    ),
    Case(
        "what is dropped needs no source, what binds does",
        "binding-without-source",
        """
milestones:
  - {id: a, title: A, deadline: by 2030, nature: binding, status: dropped}
  - {id: b, title: B, deadline: by 2030, nature: binding}
  - {id: c, title: C, deadline: by 2030, nature: binding, source: Plan of 2024}
""",
        [
            "steel.b is binding, but names no source. [which document binds?]",
        ],
    ),
    Case(
        "binding items are looked up, others may be from memory",
        "binding-not-verified",
        """
sources: {d: {title: Plan}}
milestones:
  - {id: z, title: Z, deadline: by 2030, source: {id: d, evidence: memory}}
  - {id: y, title: Y, deadline: by 2030, nature: binding, source: {id: d, evidence: seen}}
  - {id: a, title: A, deadline: by 2030, nature: binding, source: {id: d, evidence: memory}}
""",
        [
            "steel.a is binding, but no source of it was checked. [from memory]",
        ],
    ),
    Case(
        "owner: none is told where it stands, once for all that inherit it",
        "no-owner",
        """
measures:
  - {id: m, title: M, owner: none}
milestones:
  - {id: a, title: A, deadline: by 2030, measure: m}
  - {id: b, title: B, deadline: by 2030, measure: m, owner: MIIT}
  - {id: c, title: C, deadline: by 2030, measure: m, owner: none}
  - {id: d, title: D, deadline: by 2030, measure: m, status: dropped}
  - {id: e, title: E, deadline: by 2030, owner: none}
  - {id: f, title: F, deadline: by 2030}
indicators:
  - {id: x, title: X, unit: Mt, measure: m, owner: none, targets: {2030: 10, 2035: 8}}
""",
        [
            "1 item has no owner: it inherits owner: none from here. [nobody]",
            "steel.c has no owner: its source names none. [nobody]",
            "steel.e has no owner: its source names none. [nobody]",
            "steel.x has no owner: its source names none. [nobody]",
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_what_is_told_of_items_and_names(case: Case) -> None:
    assert told(case) == case.told
