"""The corpus of the fuzzer, and inputs made of it at random, always the same ones (docs/testing.md)."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutating import mutated
from promises import DIVIDER, Input, examine

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())
KNOWN = [path.read_bytes() for path in CORPUS]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_corpus(path: Path) -> None:
    examine(path.read_bytes())


@settings(max_examples=150, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(KNOWN), st.randoms(use_true_random=False))
def test_changed_inputs_of_the_corpus(data: bytes, rng: random.Random) -> None:
    for _ in range(rng.randint(1, 3)):
        data = mutated(data, KNOWN, rng)
    examine(data, pages=rng.randrange(4) == 0)


@settings(max_examples=50, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=200), st.sampled_from(KNOWN), st.integers(0, 2))
def test_any_bytes_as_one_of_the_files(data: bytes, other: bytes, place: int) -> None:
    parts = [other.split(DIVIDER)[0], b"carbonroad: 1\ntitle: Top\n", b"{}"]
    parts[place] = data
    examine(DIVIDER.join(parts), pages=False)


def test_the_parts_of_an_input() -> None:
    assert Input.of(b"a: 1\n=====\nb: 2\n=====\n{}\n") == (b"a: 1", b"b: 2", b"{}\n")
    assert Input.of(b"a: 1\n") == (b"a: 1\n", None, None)
