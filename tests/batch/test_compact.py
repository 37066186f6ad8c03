"""Findings as bytes: what comes back says the same in every language."""

from pathlib import Path

import pytest
from corpus_files import cases, loaded, stated
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.texts.said import Said, say, say_count
from carbonroad.batch.compact import pack, pack_findings, unpack, unpack_findings
from carbonroad.findings import Finding, Severity, Span
from carbonroad.wording import wording
from carbonroad.wording.saying import finding_in

CHINESE = wording("zh", catalogue="findings")


@pytest.mark.parametrize("case", cases()[::3], ids=lambda case: case.stem)
def test_findings_of_the_corpus_come_back_whole(case: Path) -> None:
    findings = loaded(case, stated(case).as_of).findings
    kept, suppressed = unpack_findings(pack_findings(findings, findings))
    assert kept == suppressed == findings
    assert [finding_in(CHINESE, one) for one in kept] == [finding_in(CHINESE, one) for one in findings]


def finding(message: str) -> Finding:
    return Finding("CR1", "x", Severity.info, message, Span("a.yaml", 0, 1))


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True),
        st.one_of(st.text(), st.integers(), st.floats(allow_nan=False), st.none(), st.booleans(), st.dates()),
    )
)
def test_a_sentence_comes_back_with_its_values(values: dict[str, object]) -> None:
    inner = say("inner {day}", day=3)
    said = say(" ".join(f"{{{name}}}" for name in values) + " {inside}", **values, inside=inner)
    ((back,), _) = unpack_findings(pack_findings([finding(said)], []))
    assert isinstance(back.message, Said)
    assert (back.message, back.message.template, back.message.values) == (said, said.template, said.values)
    assert isinstance(back.message.values["inside"], Said)


def test_a_count_comes_back_as_a_count() -> None:
    said = say_count("{n} file in {place}", "{n:,} files in {place}", 2000, place="steel")
    ((back,), _) = unpack_findings(pack_findings([finding(said)], []))
    assert isinstance(back.message, Said)
    assert (back.message, back.message.many, back.message.number) == ("2,000 files in steel", said.many, 2000)


def test_nothing_found_takes_no_room() -> None:
    assert pack_findings([], []) == b""
    assert unpack_findings(b"") == ((), ())


def test_much_of_the_same_takes_little_room() -> None:
    many = [finding(say("There is no item {number}.", number=number)) for number in range(10_000)]
    assert len(pack_findings(many, [])) < 30 * len(many)


@given(
    st.recursive(st.text() | st.integers() | st.none() | st.binary(), lambda inner: st.tuples(inner, inner))
)
def test_values_come_back(value: object) -> None:
    assert unpack(pack(value)) == value
