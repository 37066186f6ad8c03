"""Whatever the bytes: validation gives findings inside the file, in order, and never an exception."""

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from soundness import check_bytes

CHINA = Path(__file__).resolve().parents[2] / "roadmaps" / "china"
SIGNS = "\t \n\r:-#\"'[]{},&*!|>%@`?：，－［］｛｝“”１\u3000\u2028\ufeff\u202e\x00é钢😀<>=;/\\~."
KEYS = (
    *("id", "title", "deadline", "owner", "milestones", "works", "indicators", "targets", "after", "for"),
    *("start", "finish", "takes", "unit", "actual", "baseline", "source", "sources", "phases", "years"),
    *(
        "organisations",
        "pathway",
        "measure",
        "measures",
        "if",
        "note",
        "lead",
        "status",
        "reports",
        "validate",
    ),
    *("编号", "标题", "期限", "负责", "里程碑", "目标", "x-own", "2030", "zh", "en", "<<"),
)
WORDS = (
    *("", "~", "M1", "M2", "2030", "by 2030", "end of 2028", "2030-02-30", "≥15%", "下降18%", "1.8亿千瓦"),
    *(
        "9 months",
        "15th FYP",
        "“十五五”期间",
        "none",
        "each year",
        "after M1",
        "MIIT、NDRC",
        "-65%",
        "120亿 CNY",
    ),
)
quick = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def part(name: str) -> str:
    """The head of a real file, short enough to be read a few hundred times."""
    return "\n".join((CHINA / name).read_text(encoding="utf-8").split("\n")[:90]) + "\n"


NAMES = sorted(path.name for path in CHINA.glob("*.yaml"))


def test_what_a_fuzzer_found_once_is_survived() -> None:
    """An empty key behind an anchor, whose place ended before it began."""
    findings = check_bytes(b"title: Steel\nindicators:\n  - id: a\n    &x : y\n")
    assert "unknown-key" in [finding.name for finding in findings]


@quick
@given(st.binary(max_size=300))
def test_any_bytes_are_survived(data: bytes) -> None:
    check_bytes(data)


@quick
@given(st.text(alphabet=SIGNS + "abz019", max_size=80))
def test_any_signs_of_yaml_are_survived(text: str) -> None:
    check_bytes(text.encode())


@quick
@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_a_real_file_with_signs_put_in_taken_out_and_exchanged_is_survived(
    name: str, rng: random.Random
) -> None:
    text = part(name)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(text))
        length = rng.choice((0, 1, 1, 2, 9))
        other = rng.choice(("", *SIGNS, text[at : at + 3][::-1]))
        text = text[:at] + other + text[at + length :]
    check_bytes(text.encode())


@quick
@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_a_real_file_with_lines_lost_doubled_and_exchanged_is_survived(name: str, rng: random.Random) -> None:
    lines = part(name).split("\n")
    for _ in range(rng.randint(1, 5)):
        first, second = rng.randrange(len(lines)), rng.randrange(len(lines))
        way = rng.randrange(5)
        if way == 0:
            del lines[first]
        elif way == 1:
            lines.insert(second, lines[first])
        elif way == 2:
            lines[first], lines[second] = lines[second], lines[first]
        elif way == 3:
            lines[first] = " " * rng.randrange(5) + lines[first]
        else:
            lines[first] = lines[first][rng.randrange(4) :]
    check_bytes("\n".join(lines).encode())


@pytest.mark.parametrize("name", NAMES)
def test_a_real_file_cut_off_anywhere_is_survived(name: str) -> None:
    text = part(name)
    for end in range(len(name), len(text), len(text) // 12):
        check_bytes(text[:end].encode())


def values() -> st.SearchStrategy[object]:
    word = st.sampled_from(WORDS)
    return st.recursive(
        word,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
        max_leaves=25,
    )


def written(value: object, indent: int) -> str:
    """A value in block style."""
    pad = " " * indent
    if isinstance(value, dict):
        return "".join(f"\n{pad}{key}:{written(inner, indent + 2)}" for key, inner in value.items())
    if isinstance(value, list):
        items = (written(inner, indent + 2).lstrip() for inner in value)
        return "".join(f"\n{pad}- {item}" for item in items) or " []"
    return f" {value}"


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from(KEYS), values(), max_size=6))
def test_any_structure_of_known_keys_is_survived(tree: dict[str, object]) -> None:
    check_bytes((written(tree, 0).lstrip() + "\n").encode())
