"""What people read: blocks, lines, the summary, in English and in Chinese."""

import json

import pytest
from findings_sample import BASELINED, STEEL, SUPPRESSED, TEXTS, UNKNOWN, sample

from carbonroad.base.texts.visible import columns
from carbonroad.findings import Finding, Related, Severity, Span
from carbonroad.report import BY_NAME
from carbonroad.report.results import Results, Style
from carbonroad.source.text import from_string
from carbonroad.wording import wording

concise, full, json_report = (BY_NAME[name] for name in ("concise", "full", "json"))
CHINESE = Style(words=wording("zh", catalogue="findings"))


def results(*findings: Finding, files: int = 2) -> Results:
    return Results(findings, tuple(f"{n}.yaml" for n in range(files)), TEXTS.get)


def many(count: int, severity: Severity = Severity.warning) -> list[Finding]:
    return [
        Finding("CR9", "x", severity, f"Number {n}.", Span(STEEL.path, n % 30, n % 30 + 1))
        for n in range(count)
    ]


def test_full_block_is_as_promised() -> None:
    assert full.text(results(UNKNOWN), Style()) == (
        'error[CR201] Owner "mitt" is not declared.  (unknown-organisation)\n'
        " --> plans/steel.yaml:4:12\n"
        "  |\n"
        "4 |     owner: mitt\n"
        "  |            ^^^^ not declared\n"
        " ::: plans/carbonroad.yaml:2:3\n"
        "  |\n"
        "2 |   miit: {title: Ministry}\n"
        "  |   ---- did you mean this one?\n"
        "  = note: This is a note.\n"
        '  = help: replace "mitt" with "miit"  [fixable with --fix]\n'
        "  = more: carbonroad explain CR201\n"
        "\n"
        "1 error in 1 of 2 files (1 fixable with --fix).\n"
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
    lines = full.text(Results((finding,), ("long.yaml",), {"long.yaml": long}.get), Style()).split("\n")
    # A place at offset 0 with a length is a place, not the whole file.
    assert "  1 | x: 1" in lines
    assert "120 | x: 1" in lines
    assert {line.index("|") for line in lines if "|" in line} == {4}


def test_finding_about_a_whole_file_has_no_excerpt() -> None:
    finding = Finding(
        "CR208", "undeclared-file", Severity.warning, "Left out.", Span(STEEL.path, 0, 0), label="left out"
    )
    assert "|" not in full.text(results(finding), Style())


def test_finding_in_a_file_that_cannot_be_shown() -> None:
    finding = Finding(
        "CR004", "unreadable-file", Severity.error, "Gone.", Span("gone.yaml", 0, 0), help="look for it"
    )
    assert full.text(results(finding), Style(summary=False)) == (
        "error[CR004] Gone.  (unreadable-file)\n --> gone.yaml:1:1\n  = help: look for it\n"
        "  = more: carbonroad explain CR004\n"
    )


def test_concise_tells_a_finding_on_one_line_behind_its_place() -> None:
    text = concise.text(results(UNKNOWN), Style())
    assert text == (
        'plans/steel.yaml:4:12: error[CR201] Owner "mitt" is not declared.\n'
        "1 error in 1 of 2 files (1 fixable with --fix).\n"
    )


def test_clean_run_says_so() -> None:
    assert full.text(results(files=11), Style()) == "No findings in 11 files.\n"
    assert concise.text(results(files=1), Style()) == "No findings in 1 file.\n"
    assert full.text(results(), Style(summary=False)) == ""


def test_summary_counts_each_severity() -> None:
    found = [UNKNOWN, *many(3), *many(1, Severity.info)]
    counts = "\n1 error, 3 warnings, 1 info in 1 of 2 files (1 fixable with --fix).\n"
    assert full.text(results(*found), Style(infos=True)).endswith(counts)
    assert concise.text(results(*found), Style()).endswith(counts)


def test_full_counts_infos_and_shows_them_only_when_wanted() -> None:
    found = [UNKNOWN, *many(144, Severity.info)]
    text = full.text(results(*found), Style(most=100))
    assert text.count(" --> ") == 1
    assert "and " not in text
    assert text.endswith("\n1 error, 144 infos in 1 of 2 files (-v shows the infos; 1 fixable with --fix).\n")
    assert full.text(results(*found), Style(most=0, infos=True)).count(" --> ") == 145
    assert (
        full.text(results(*many(1, Severity.info)), Style())
        == "1 info in 1 of 2 files (-v shows the info).\n"
    )
    assert concise.text(results(*found), Style(most=0)).count("info[") == 144
    assert len(json.loads(json_report.text(results(*found), Style()))["findings"]) == 145


def test_message_with_a_value_as_long_as_a_file_is_cut() -> None:
    long = UNKNOWN._replace(message=f'Owner "{"x" * 20_000}" is not declared.')
    assert max(map(len, concise.text(results(long), Style()).splitlines())) < 1200
    assert max(map(len, full.text(results(long), Style()).splitlines())) < 1200


def test_fifty_blocks_then_lines_then_a_count() -> None:
    text = full.text(results(*many(90)), Style(most=70))
    assert text.count(" --> ") == 50
    assert text.count("steel.yaml:") == 70
    assert "and 20 more (--max-findings 0 shows all)" in text


def test_zero_shows_all_in_full() -> None:
    assert full.text(results(*many(90)), Style(most=0)).count(" --> ") == 90


def test_the_most_severe_are_kept() -> None:
    found = [*many(300, Severity.info), UNKNOWN, *many(300, Severity.info)]
    assert "error[CR201]" in full.text(results(*found), Style(most=10))
    assert "error[CR201]" in concise.text(results(*found), Style(most=10))


def test_statistics_count_by_rule() -> None:
    text = concise.text(results(UNKNOWN, *many(12)), Style(statistics=True))
    assert text.startswith("12  CR9  warning      x\n 1  CR201  error    [*] unknown-organisation\n")
    assert "\n[*] fixable with --fix, [-] some of them\n" in text
    assert concise.text(results(*many(2)), Style(statistics=True)).startswith(
        "2  CR9  warning  x\n2 warnings"
    )


def test_statistics_tell_rules_of_which_only_some_are_mended() -> None:
    text = concise.text(results(UNKNOWN, UNKNOWN._replace(fix=None)), Style(statistics=True))
    assert text.startswith("2  CR201  error    [-] unknown-organisation\n")


def test_statistics_in_json_stand_beside_the_findings() -> None:
    document = json.loads(json_report.text(results(UNKNOWN, *many(2)), Style(statistics=True)))
    assert document["statistics"] == [
        {"code": "CR9", "name": "x", "severity": "warning", "count": 2, "fixable": 0},
        {"code": "CR201", "name": "unknown-organisation", "severity": "error", "count": 1, "fixable": 1},
    ]
    assert len(document["findings"]) == 3


def test_colours_stand_in_a_report_only_when_they_are_asked_for() -> None:
    for form in (full, concise):
        assert "\x1b" not in form.text(results(UNKNOWN), Style())
        assert "\x1b[1;31m" in form.text(results(UNKNOWN), Style(colour=True))
    assert "\x1b" not in json_report.text(results(UNKNOWN), Style(colour=True))


def test_json_keeps_every_character_and_every_finding() -> None:
    words = "\u202e\u200b\ud800\U000e0041钢铁\n"
    found = [Finding("CR1", "x", Severity.error, words, Span(STEEL.path, 0, 1))] * 500
    written = json_report.text(results(*found), Style(most=10))
    document = json.loads(written)
    assert len(document["findings"]) == 500
    assert document["findings"][0]["message"] == words
    assert "钢铁" in written


PLACES = from_string("a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n", "p.yaml")


def excerpt(
    span: tuple[int, int], *related: tuple[int, int, str], label: str = "here", width: int = 100
) -> list[str]:
    """The lines of a block between its head and what is below the excerpt."""
    finding = Finding(
        "CR1", "x", Severity.error, "M.", Span("p.yaml", *span), label=label,
        related=tuple(Related(Span("p.yaml", start, end), words) for start, end, words in related),
    )  # fmt: skip
    found = Results((finding,), ("p.yaml",), {"p.yaml": PLACES}.get)
    return full.text(found, Style(summary=False, width=width)).split("\n")[2:-2]


def test_places_of_one_file_share_an_excerpt_in_the_order_of_its_lines() -> None:
    assert excerpt((15, 16), (0, 1, "first"), (10, 11, "between")) == [
        "  |",
        "1 | a: 1",
        "  | - first",
        "2 | b: 2",
        "3 | c: 3",
        "  | - between",
        "4 | d: 4",
        "  | ^ here",
    ]


def test_places_far_apart_have_dots_between_them() -> None:
    assert excerpt((20, 21), (0, 1, "first"))[1:4] == ["1 | a: 1", "  | - first", "..."]


def test_places_on_one_line_each_have_their_mark() -> None:
    assert excerpt((3, 4), (0, 1, "first")) == ["  |", "1 | a: 1", "  | - first", "  |    ^ here"]


def test_words_that_do_not_fit_beside_the_mark_stand_below_it() -> None:
    lines = excerpt((3, 4), label="words " * 6 + "words", width=40)
    assert lines[2:] == ["  |    ^", "  | " + "words " * 6 + "words"]


def test_unsafe_repair_is_told_apart() -> None:
    unsafe = UNKNOWN._replace(fix=UNKNOWN.fix._replace(safe=False) if UNKNOWN.fix else None)
    text = full.text(results(unsafe), Style())
    assert 'help: replace "mitt" with "miit"  [fixable with --unsafe-fixes]\n' in text
    assert text.endswith("(1 fixable with --unsafe-fixes).\n")


def test_repair_without_a_help_is_shown_by_its_title() -> None:
    text = full.text(results(UNKNOWN._replace(help="")), Style())
    assert '= help: replace "mitt" with "miit"  [fixable with --fix]\n' in text


def test_summary_tells_what_does_not_count() -> None:
    assert full.text(sample(UNKNOWN, suppressed=(SUPPRESSED, BASELINED, BASELINED)), Style()).endswith(
        "\n1 error in 1 of 3 files (1 fixable with --fix; 1 suppressed, 2 in the baseline).\n"
    )
    clean = sample(suppressed=(BASELINED,))
    assert full.text(clean, Style()) == "No findings in 3 files (1 in the baseline).\n"


def test_own_words_are_chinese() -> None:
    found = sample(UNKNOWN, *many(2, Severity.info), suppressed=(SUPPRESSED,))
    text = full.text(found, CHINESE)
    assert text.startswith("错误[CR201] ")
    assert "说明：This is a note." in text
    assert "[可用--fix修复]" in text
    assert "详见：carbonroad explain CR201" in text
    last = "1个错误、2个提示，涉及3个文件中的1个（加-v可查看提示；1个可用--fix修复；1个已忽略）。"
    assert text.splitlines()[-1] == last
    assert "提示[CR9]" in concise.text(found, CHINESE)
    assert (
        concise.text(found, CHINESE._replace(most=1)).splitlines()[1]
        == "另有2个（--max-findings 0可显示全部）"
    )
    assert full.text(sample(), CHINESE) == "检查了3个文件，没有发现问题。\n"
    assert "2  CR9    提示      x\n".replace("CR9    ", "CR9  ") in concise.text(
        found, CHINESE._replace(statistics=True)
    )


def test_language_without_a_catalogue_is_english() -> None:
    french = Style(words=wording("fr", catalogue="findings"))
    assert full.text(results(UNKNOWN), french) == full.text(results(UNKNOWN), Style())


@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_line_of_an_excerpt_is_wider_than_asked(width: int) -> None:
    long = from_string(f"a: {'长' * 300} HERE {'长' * 300}\n", "long.yaml")
    at = long.text.index("HERE")
    finding = Finding("CR1", "x", Severity.error, "M.", Span("long.yaml", at, at + 4), label="字" * 8)
    text = full.text(Results((finding,), ("long.yaml",), {"long.yaml": long}.get), Style(width=width))
    shown = [line for line in text.splitlines() if "|" in line]
    assert len(shown) >= 3
    assert max(map(columns, shown)) <= width + len("1 | ")
