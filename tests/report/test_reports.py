"""The three formats: what they hold, how they end, what they leave out."""

import json
from pathlib import Path

from carbonroad.findings import Edit, Finding, Fix, Related, Severity, Span
from carbonroad.report import ALL, concise, full, json_report
from carbonroad.report.results import Results, Style
from carbonroad.source.text import from_string

STEEL = from_string("title: Steel\nmilestones:\n  - id: peak\n    owner: mitt\n", "steel.yaml")
TOP = from_string("organisations:\n  miit: {title: Ministry}\n", "carbonroad.yaml")
TEXTS = {text.path: text for text in (STEEL, TOP)}
AT = STEEL.text.index("mitt")
UNKNOWN = Finding(
    "CR201",
    "unknown-organisation",
    Severity.error,
    'Owner "mitt" is not declared.',
    Span("steel.yaml", AT, AT + 4),
    "milestones[peak].owner",
    "not declared",
    (Related(Span("carbonroad.yaml", 17, 21), "did you mean this one?"),),
    ("a note",),
    'replace "mitt" with "miit"',
    Fix('replace "mitt" with "miit"', True, (Edit(AT, AT + 4, "miit"),)),
)


def results(*findings: Finding, files: int = 2) -> Results:
    return Results(findings, tuple(f"{n}.yaml" for n in range(files)), TEXTS.get)


def many(count: int, severity: Severity = Severity.warning) -> list[Finding]:
    return [
        Finding("CR9", "x", severity, f"Number {n}.", Span("steel.yaml", n % 30, n % 30 + 1))
        for n in range(count)
    ]


def test_full_block_is_as_promised() -> None:
    assert full.report(results(UNKNOWN), Style()) == (
        'error[CR201] Owner "mitt" is not declared.  (unknown-organisation)\n'
        " --> steel.yaml:4:12\n"
        "  |\n"
        "4 |     owner: mitt\n"
        "  |            ^^^^ not declared\n"
        " ::: carbonroad.yaml:2:3\n"
        "  |\n"
        "2 |   miit: {title: Ministry}\n"
        "  |   ---- did you mean this one?\n"
        "  = note: a note\n"
        '  = help: replace "mitt" with "miit"\n'
        "\n"
        "1 error in 1 of 2 files.\n"
    )


def test_numbers_of_different_length_share_one_margin() -> None:
    long = from_string("x: 1\n" * 120, "long.yaml")
    finding = Finding(
        "CR1",
        "x",
        Severity.error,
        "M.",
        Span("long.yaml", 0, 1),
        related=(Related(Span("long.yaml", 595, 596), "r"),),
    )
    lines = full.report(Results((finding,), ("long.yaml",), {"long.yaml": long}.get), Style()).split("\n")
    # A place at offset 0 with a length is a place, not the whole file.
    assert "  1 | x: 1" in lines
    assert "120 | x: 1" in lines
    assert {line.index("|") for line in lines if "|" in line} == {4}


def test_finding_about_a_whole_file_has_no_excerpt() -> None:
    finding = Finding(
        "CR208", "undeclared-file", Severity.warning, "Left out.", Span("steel.yaml", 0, 0), label="left out"
    )
    assert "|" not in full.report(results(finding), Style())


def test_finding_in_a_file_that_cannot_be_shown() -> None:
    finding = Finding(
        "CR004", "unreadable-file", Severity.error, "Gone.", Span("gone.yaml", 0, 0), help="look for it"
    )
    assert full.report(results(finding), Style(summary=False)) == (
        "error[CR004] Gone.  (unreadable-file)\n --> gone.yaml:1:1\n  = help: look for it\n"
    )


def test_concise_line() -> None:
    text = concise.report(results(UNKNOWN), Style())
    assert text == 'steel.yaml:4:12: error[CR201] Owner "mitt" is not declared.\n1 error in 1 of 2 files.\n'


def test_clean_run_says_so() -> None:
    assert full.report(results(files=11), Style()) == "No findings in 11 files.\n"
    assert concise.report(results(files=1), Style()) == "No findings in 1 file.\n"
    assert full.report(results(), Style(summary=False)) == ""


def test_summary_counts_each_severity() -> None:
    found = [UNKNOWN, *many(3), *many(1, Severity.info)]
    counts = "\n1 error, 3 warnings, 1 info in 1 of 2 files.\n"
    assert full.report(results(*found), Style(infos=True)).endswith(counts)
    assert concise.report(results(*found), Style()).endswith(counts)


def test_full_counts_infos_and_shows_them_only_when_wanted() -> None:
    found = [UNKNOWN, *many(144, Severity.info)]
    text = full.report(results(*found), Style(most=100))
    assert text.count(" --> ") == 1
    assert "more" not in text
    assert text.endswith("\n1 error, 144 infos (-v shows them) in 1 of 2 files.\n")
    assert full.report(results(*found), Style(most=0, infos=True)).count(" --> ") == 145
    assert full.report(results(*many(1, Severity.info)), Style()) == "1 info (-v shows it) in 1 of 2 files.\n"
    assert concise.report(results(*found), Style(most=0)).count("info[") == 144
    assert len(json.loads(json_report.report(results(*found), Style()))["findings"]) == 145


def test_message_with_a_value_as_long_as_a_file_is_cut() -> None:
    long = UNKNOWN._replace(message=f'Owner "{"x" * 20_000}" is not declared.')
    assert max(map(len, concise.report(results(long), Style()).splitlines())) < 1200
    assert max(map(len, full.report(results(long), Style()).splitlines())) < 1200


def test_fifty_blocks_then_lines_then_a_count() -> None:
    text = full.report(results(*many(90)), Style(most=70))
    assert text.count(" --> ") == 50
    assert text.count("steel.yaml:") == 70
    assert "and 20 more (--max-findings 0 shows all)" in text


def test_zero_shows_all_in_full() -> None:
    assert full.report(results(*many(90)), Style(most=0)).count(" --> ") == 90


def test_the_most_severe_are_kept() -> None:
    found = [*many(300, Severity.info), UNKNOWN, *many(300, Severity.info)]
    assert "error[CR201]" in full.report(results(*found), Style(most=10))
    assert "error[CR201]" in concise.report(results(*found), Style(most=10))


def test_statistics_count_by_rule() -> None:
    text = concise.report(results(UNKNOWN, *many(12)), Style(statistics=True))
    assert text.startswith("12  CR9  warning  x\n 1  CR201  error    unknown-organisation\n")


def test_colours_only_when_asked() -> None:
    for report in (full, concise):
        assert "\x1b" not in report.report(results(UNKNOWN), Style())
        assert "\x1b[1;31m" in report.report(results(UNKNOWN), Style(colour=True))
    assert "\x1b" not in json_report.report(results(UNKNOWN), Style(colour=True))


def test_hostile_words_reach_no_terminal_raw() -> None:
    evil = "a\x1b[31m\u202eb\nc\x07"
    text = from_string(f"title: {evil}\n", f"st\x1beel{evil}.yaml")
    finding = Finding(
        "CR1", "x", Severity.error, f'"{evil}".', Span(text.path, 7, 12), f"a[{evil}]", evil,
        (Related(Span(text.path, 0, 3), evil),), (evil,), evil,
    )  # fmt: skip
    for report in ALL:
        written = report.report(Results((finding,), ("long.yaml",), lambda _: text), Style())
        assert not set(written) & set("\x1b\u202e\x07\x9b")


def test_json_document() -> None:
    document = json.loads(json_report.report(results(UNKNOWN), Style()))
    assert document["format"] == 1
    assert document["tool"]["name"] == "carbonroad"
    assert document["summary"] == {
        "files": 2, "errors": 1, "warnings": 0, "infos": 0, "suppressed": 0, "baselined": 0, "fixable": 1,
    }  # fmt: skip
    (finding,) = document["findings"]
    assert finding["range"] == {"start": {"line": 4, "column": 12}, "end": {"line": 4, "column": 16}}
    assert finding["related"] == [
        {
            "path": "carbonroad.yaml",
            "range": {"start": {"line": 2, "column": 3}, "end": {"line": 2, "column": 7}},
            "message": "did you mean this one?",
        }
    ]
    assert finding["fix"]["edits"][0]["text"] == "miit"
    assert finding["suppressed"] is None
    assert finding["pointer"] == "milestones[peak].owner"


def test_json_keeps_every_character_and_every_finding() -> None:
    words = "\u202e\u200b\ud800\U000e0041钢铁\n"
    found = [Finding("CR1", "x", Severity.error, words, Span("steel.yaml", 0, 1))] * 500
    written = json_report.report(results(*found), Style(most=10))
    document = json.loads(written)
    assert len(document["findings"]) == 500
    assert document["findings"][0]["message"] == words
    assert "钢铁" in written


def test_every_format_file_is_in_use() -> None:
    folder = Path(__file__).resolve().parents[2] / "carbonroad" / "report"
    shared = {"__init__", "results", "visible", "excerpt", "colours", "summary"}
    files = {path.stem for path in folder.glob("*.py")} - shared
    assert files == {report.__name__.rpartition(".")[2] for report in ALL}  # type: ignore[attr-defined]
    assert len({report.NAME for report in ALL}) == len(ALL)
