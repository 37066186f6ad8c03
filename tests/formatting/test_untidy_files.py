"""Whatever a file looks like: in canonical form it says the same, comments and all."""

import json
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from untidy_yaml import untidy

from carbonroad.checking.comments import find_comments
from carbonroad.findings import Severity
from carbonroad.formatting.text import formatted
from carbonroad.read.vocabulary.shapes import LONE_FILE, SHAPES
from carbonroad.source.text import SourceText, from_string
from carbonroad.source.yaml.parse import parse

ROOT = Path(__file__).parents[2]
FILES = [*sorted((ROOT / "roadmaps/china").glob("*.yaml")), *sorted((ROOT / "tests/data").glob("*/*.yaml"))]


def canonical(text: str, keys: str = "") -> str:
    made = formatted(from_string(text), LONE_FILE, keys)
    assert isinstance(made, str), made
    return made


def meaning(text: str) -> Any:
    """What another reader makes of a text; maps are equal in any order."""
    return yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - nothing but strings


def numbers(text: str) -> list[str]:
    return sorted(re.findall(r"c\d+c", text))


def targets(text: str) -> Counter[tuple[str, ...]]:
    """Each suppression comment with the signs of its line and of what else it holds for, in no order."""
    root = parse(from_string(text)).root
    assert root is not None
    return Counter(
        (
            text[one.start : one.end].rstrip(),
            signs(text[slice(*one.lines)]),
            *sorted(signs(text[slice(*each)]) for each in one.reach),
        )
        for one in find_comments(from_string(text), root)
    )


def signs(text: str) -> str:
    said = re.sub(r"(?m)(^|[ \t])#.*", "", text)
    return "".join(sorted(sign for sign in said if not sign.isspace() and sign not in "-,"))


@given(untidy())
@settings(max_examples=120)
def test_canonical_form_says_the_same(text: str) -> None:
    made = canonical(text)
    assert meaning(made) == meaning(text)
    assert numbers(made) == numbers(text)
    assert canonical(made) == made


@given(untidy(anchors=False))
@settings(max_examples=80)
def test_suppression_comments_hold_for_the_same_lines(text: str) -> None:
    text = text.replace("\r\n", "\n")
    assert targets(canonical(text)) == targets(text)


@given(untidy())
@settings(max_examples=60)
def test_nothing_trails(text: str) -> None:
    made = canonical(text)
    end = "\r\n" if "\r\n" in made else "\n"
    assert made.endswith(end)
    lines = made.removesuffix(end).split(end)
    spans = [(node.start, node.end) for node in _block_texts(made)]
    at = 0
    for line in lines:
        inside = any(start <= at <= stop for start, stop in spans)
        assert inside or line == line.rstrip(), line
        at += len(line) + len(end)


def _block_texts(text: str) -> list[Any]:
    from carbonroad.source.yaml.nodes import Mapping, Scalar

    found, waiting = [], [parse(from_string(text)).root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            found += [node] if node.style in ("|", ">") and node.style else []
        elif isinstance(node, Mapping):
            waiting += [one for pair in node.pairs for one in pair]
        elif node is not None:
            waiting += node.items
    return found


@given(untidy())
@settings(max_examples=80)
def test_keys_change_their_language_and_nothing_else(text: str) -> None:
    chinese = canonical(text, "zh")
    assert numbers(chinese) == numbers(text)
    assert canonical(chinese, "zh") == chinese
    english = canonical(chinese, "en")
    assert meaning(english) == meaning(canonical(text, "en"))
    assert canonical(english, "en") == english


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.parametrize("seed", range(2))
def test_real_files_with_lines_thrown_in(path: Path, seed: int) -> None:
    """Comments, blank lines and wide blanks at chance places of a real file."""
    chance = random.Random(f"{path.name}{seed}")
    shape = SHAPES["top" if path.stem == "carbonroad" else "industry"]
    text = _disturbed(path.read_text(encoding="utf-8"), chance)
    source = SourceText("file", text)
    assert not [f for f in parse(source).findings if f.severity is Severity.error]
    made = formatted(source, shape)
    assert isinstance(made, str), made
    assert meaning(made) == meaning(text)
    assert numbers(made) == numbers(text)
    assert formatted(SourceText("file", made), shape) == made


@given(st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_broken_files_are_left_alone_or_laid_out(chance: random.Random) -> None:
    text = chance.choice(FILES).read_text(encoding="utf-8")
    at = text.find("\n", chance.randrange(len(text)))
    text = text[at + 1 : at + 800]
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) + 1)
        sign = chance.choice(
            (" ", "\n", "#", ":", "- ", "[", "{", "&a ", "*a", "'", "|", "\t", "? ", "\r", "%")
        )
        text = text[:at] + sign + text[at + chance.choice((0, 0, 1, 9)) :]
    made = formatted(from_string(text), LONE_FILE)
    if isinstance(made, str):
        assert formatted(from_string(made), LONE_FILE) == made
    else:
        assert "not say the same" not in made.message, text


def test_public_yaml_test_suite() -> None:
    """Every way to write YAML: what is laid out anew says the same, and nothing makes an exception."""
    inputs = json.loads((ROOT / "tests/data/yaml-test-suite/inputs.json").read_text("utf-8"))
    done = 0
    for text in inputs.values():
        made = formatted(from_string(text), LONE_FILE)
        if isinstance(made, str):
            done += 1
            if text.count("&anchor") < 2:  # the other reader takes no name twice
                assert meaning(made) == meaning(text)
            assert formatted(from_string(made), LONE_FILE) == made
        else:
            assert "not say the same" not in made.message, text
    assert done > 50


def _disturbed(text: str, chance: random.Random) -> str:
    lines: list[str] = []
    block = -1  # column of the key that a block text belongs to
    for number, line in enumerate(text.splitlines()):
        column = len(line) - len(line.lstrip(" "))
        if line.strip() and column <= block:
            block = -1
        if block < 0:
            if chance.random() < 0.1:
                lines.append(" " * chance.choice((0, column, column + 2)) + f"# c{number}c")
            if chance.random() < 0.05:
                lines += [""] * chance.choice((1, 2))
            wide = " " * chance.choice((0, 0, 3))
            lines.append(re.sub(r"^( *(?:- )?[\w-]+):(?= \S)", rf"\g<0>{wide}", line))
            lines[-1] += chance.choice(("", "", "", "  "))
        else:
            lines.append(line)
        if re.search(r": *[|>][-+]? *$", line):
            block = column + 2 * line.lstrip().startswith("- ")
    return "\n".join(lines) + "\n"
