"""What is told of keys, names and words that cannot be read as they stand, and what is read all the same."""

import pytest
from told import Case, told

CASES = [
    Case(
        "a mean needs weights, a sum and a mean with weights that cannot be read do not",
        "missing-key",
        """
indicators:
  - {id: a, title: A, unit: Mt, allocation: sum}
  - {id: b, title: B, unit: Mt, allocation: mean}
  - {id: c, title: C, unit: Mt, allocation: {method: mean, weights: output}}
  - {id: d, title: D, unit: Mt, allocation: {method: mean, weights: {north: 1}}}
  - {id: e, title: E, unit: Mt, allocation: {method: mean}}
""",
        [
            'A mean lacks "weights". [weights missing]',
            'A mean lacks "weights". [weights missing]',
        ],
    ),
    Case(
        "a region's letters in another case are repaired, other words are not",
        "not-a-region",
        """
region: cn-gd
""",
        [
            '"cn-gd" is not a code of ISO 3166. [two letters expected] → CN-GD',
        ],
    ),
    Case(
        "a region is two letters, with those of its part",
        "not-a-region",
        """
region: China
""",
        [
            '"China" is not a code of ISO 3166. [two letters expected]',
        ],
    ),
    Case(
        "links without an id are told of, and those beside them are read",
        "missing-key",
        """
milestones:
  - {id: a, title: A, deadline: by 2030, after: [{lag: 1 month}, {id: b}]}
  - {id: b, title: B, deadline: by 2029, after: [{id: }]}
""",
        [
            'An after needs "id" (编号). [id is missing here]',
        ],
    ),
    Case(
        "a citation without an id is told of",
        "missing-key",
        """
milestones:
  - {id: a, title: A, deadline: by 2030, source: [{clause: 3}, {id: Plan of 2024}]}
""",
        [
            'A citation needs "id" (编号). [id is missing here]',
        ],
    ),
    Case(
        "an unknown key that means one known is told of, with the repair",
        "unknown-key",
        """
milestones:
  - {id: a, title: A, dedline: by 2030, owned: X, ownr: MIIT}
  - {id: b, title: B, deadline: by 2030, xyz: 1, x-own: 2}
""",
        [
            '"dedline" is not a key of a milestone. [unknown key] → deadline',
            '"owned" is not a key of a milestone. [unknown key] → owner',
            '"ownr" is not a key of a milestone. [unknown key]',
            '"xyz" is not a key of a milestone. [unknown key]',
        ],
    ),
    Case(
        "an unknown key may not take the place of one that is there",
        "unknown-key",
        """
milestones:
  - {id: a, title: A, deadline: by 2030, dedline: by 2031}
""",
        [
            '"dedline" is not a key of a milestone. [unknown key]',
        ],
    ),
    Case(
        "keys in Chinese are answered in Chinese",
        "missing-key",
        """
里程碑:
  - {编号: a, 期限: 2030年}
  - {标题: B, 期限: 2030年}
""",
        [
            'A milestone needs "title" (标题). [标题 is missing here]',
            'A milestone needs "id" (编号). [编号 is missing here]',
        ],
    ),
    Case(
        "compatibility forms of Chinese signs are the same keys",
        "missing-key",
        """
里程碑:
  - {编号: a, 标题: A, 期限: 2030年}
""",
        [],
    ),
    Case(
        "an unknown word names the accepted ones, in the language that was written",
        "unknown-word",
        """
milestones:
  - {id: a, title: A, deadline: by 2030, status: fertig}
  - {id: b, title: B, deadline: by 2030, status: 好了}
  - {id: c, title: C, deadline: by 2030, status: plannd}
  - {id: d, title: D, deadline: by 2030, status: ' Planned '}
""",
        [
            '"fertig" is not a word for this field. [unknown word]',
            '"好了" is not a word for this field. [unknown word]',
            '"plannd" is not a word for this field. [unknown word] → planned',
        ],
    ),
    Case(
        "a single value, a map or one item where a list of items belongs",
        "wrong-type",
        """
milestones: peak
works: {w: {title: W, deadline: by 2030}}
indicators: {id: x, title: X, unit: Mt}
measures: {foo: bar}
""",
        [
            "Here stands a single value, but this field takes a list. [a list expected]",
            "Here stands a map of keys and values, but this field takes a list. [a list expected]",
            "Here stands a map of keys and values, but this field takes a list. [a list expected]",
            "Here stands a map of keys and values, but this field takes a list. [a list expected]",
        ],
    ),
    Case(
        "a year given again in another spelling is told of",
        "key-in-both-spellings",
        """
indicators:
  - {id: x, title: X, unit: Mt, actual: {2024: 4, 2024年: 5, '２０２４': 6}}
""",
        [
            '"2024年" and "2024" are the same key, written twice. [second spelling]',
            '"２０２４" and "2024" are the same key, written twice. [second spelling]',
        ],
    ),
    Case(
        "an id has letters, digits, - and _",
        "invalid-id",
        """
milestones:
  - {id: a b, title: A, deadline: by 2030}
  - {id: ok-1_b, title: A, deadline: by 2031}
  - {id: 达峰, title: A, deadline: by 2032}
  - {id: '-x', title: A, deadline: by 2033}
""",
        [
            '"a b" cannot be an id. [letters, digits, - and _ only]',
        ],
    ),
    Case(
        "a name is short, a note may be long",
        "text-too-long",
        f"code: {'x' * 1001}\nnote: {'y' * 1001}\n",
        [
            "This value has 1,001 characters; up to 1,000 are read. [too long]",
        ],
    ),
    Case(
        "a citation's address opens in a browser",
        "not-a-web-address",
        """
milestones:
  - {id: a, title: A, deadline: by 2030, source: {id: P, url: 'ftp://example.org'}}
  - {id: b, title: B, deadline: by 2030, source: {id: P, url: 'https://example.org/a'}}
""",
        [
            '"ftp://example.org" is not a web address. [https://… expected]',
        ],
    ),
    Case(
        "languages are named by tags",
        "not-a-language",
        """
languages: [en, English, zh-CN]
""",
        [
            '"English" is not a language tag. [en, zh, zh-Hans … expected]',
        ],
    ),
    Case(
        "only known versions of the format are read",
        "unknown-format-version",
        """
carbonroad: 2
""",
        [
            'Format version "2" is not known; this program reads version 1. [unknown version]',
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_what_is_told_of_misread_words(case: Case) -> None:
    assert told(case) == case.told
