"""Whatever a finding says and wherever it points: every format stays readable and shows nothing unseen."""

import json
import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from carbonroad.findings import Edit, Finding, Fix, Related, Severity, Span, Suppressed
from carbonroad.report import ALL
from carbonroad.report.results import Results, Style
from carbonroad.source.text import from_string
from carbonroad.wording import wording

WORDS = st.text(max_size=30) | st.sampled_from(
    [
        "]]>",
        "<!--",
        "::error::x",
        "%0A",
        "a\r\nb",
        "\x00",
        "\ud800",
        "\ufffe",
        "\x1b[31m",
        "\u202e",
        "|",
        "{0}",
        "[a](1)",
    ]
)
PATHS = WORDS.filter(bool)
PLACES = st.integers(0, 80)
STYLES = st.sampled_from(
    [
        Style(),
        Style(infos=True, most=1, width=20),
        Style(words=wording("zh", catalogue="findings"), fail_on=Severity.info, infos=True, statistics=True),
    ]
)


@st.composite
def findings(draw: st.DrawFn, paths: list[str]) -> Finding:
    def span() -> Span:
        start = draw(PLACES)
        return Span(draw(st.sampled_from(paths)), start, start + draw(PLACES))

    at = draw(PLACES)
    return Finding(
        code=draw(st.sampled_from(["CR001", "CR201", "CR999"])),
        name="a-name",
        severity=draw(st.sampled_from(list(Severity))),
        message=draw(WORDS),
        span=span(),
        pointer=draw(WORDS),
        label=draw(WORDS),
        related=tuple(Related(span(), draw(WORDS)) for _ in range(draw(st.integers(0, 2)))),
        notes=(draw(WORDS),),
        help=draw(WORDS),
        fix=draw(st.none() | st.builds(Fix, WORDS, st.booleans(), st.just((Edit(at, at + 1, draw(WORDS)),)))),
        suppressed=draw(st.none() | st.builds(Suppressed, st.sampled_from(["comment", "baseline"]), WORDS)),
    )


@st.composite
def runs(draw: st.DrawFn) -> Results:
    paths = draw(st.lists(PATHS, min_size=1, max_size=3, unique=True))
    texts = {path: from_string(draw(st.text(max_size=80)), path) for path in paths[1:]}
    found = draw(st.lists(findings(paths), max_size=5))
    return Results(
        tuple(one for one in found if one.suppressed is None),
        tuple(paths),
        texts.get,
        tuple(one for one in found if one.suppressed is not None),
    )


def commands(text: str) -> None:
    for line in text.splitlines():
        assert re.fullmatch(r"::(error|warning|notice) [^\n]*?::[^\n]*", line)


def json_lines(text: str) -> None:
    assert [json.loads(line) for line in text.splitlines()]


def xml(text: str) -> None:
    ET.fromstring(text.encode())  # noqa: S314 - what this program wrote


READERS: dict[str, Callable[[str], object]] = {
    "prose": str.encode,
    "json": json.loads,
    "jsonl": json_lines,
    "xml": xml,
    "commands": commands,
}


@settings(max_examples=150)
@given(runs(), STYLES)
def test_every_format_stays_readable_whatever_a_finding_says(results: Results, style: Style) -> None:
    for form in ALL:
        text = form.text(results, style)
        assert text == "" or text.endswith("\n")
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
        READERS[form.syntax](text)
        form.step_summary(results, style).encode()
