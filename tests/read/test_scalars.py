"""Scalars stay the text that was typed; the field decides what they are."""

from pathlib import Path

import pytest
from roadmap_files import item, load_files, mistakes, names

from carbonroad.model.terms import TermDays


def test_no_scalar_is_converted_before_its_field_is_known(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        {
            "carbonroad.yaml": """
                title: Plan
                region: NO
                before_means: inclusive
                organisations:
                  NO: {title: on}
                  017: {title: 1:30}
                sources:
                  off: {title: no, number: 1.10}
            """,
            "steel.yaml": """
                title: 017
                milestones:
                  - id: 1e3
                    title: yes
                    deadline: 2030-06-30
                    owner: NO
                    support: 017
                    source: 1.10#1.10
                    note: 1:30
            """,
        },
    )
    assert names(project) == []
    assert project.system.region == "NO"
    assert project.system.industries[0].title.pick("en") == "017"
    row = item(project, "steel.1e3")
    assert row.title.pick("en") == "yes"
    assert [party.id for party in (*row.parties.owner, *row.parties.support)] == ["NO", "017"]
    assert row.citations[0].document is not None
    assert row.citations[0].citation.clause == "1.10"
    assert row.note.pick("en") == "1:30"
    assert project.system.organisations["017"].title.pick("en") == "1:30"
    assert str(row.latest) == "2030-06-30"


def test_text_is_one_string_or_a_map_of_languages(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        {
            "carbonroad.yaml": "title: {en: Plan, zh-Hans: 计划}\nlanguages: [zh, en]\n",
            "steel.yaml": "title: {fr: Acier, en: Steel}\nnote: 备注\n",
        },
    )
    assert names(project) == []
    languages = project.system.languages
    title = project.system.title
    assert [title.pick(tag, languages) for tag in ("zh", "zh-Hans-CN", "en-GB", "de")] == [
        "计划",
        "计划",
        "Plan",
        "计划",
    ]
    steel = project.system.industries[0]
    assert [steel.title.pick(tag, languages) for tag in ("zh", "fr-CA", "de")] == ["Steel", "Acier", "Steel"]
    assert steel.note.pick("fr", languages) == "备注"


def test_a_text_in_no_known_language_shows_the_first_written(tmp_path: Path) -> None:
    project = load_files(tmp_path, "title: {pt: Aço, es: Acero}\n")
    assert project.system.title.pick("zh", project.system.languages) == "Aço"


def test_a_map_that_is_no_map_of_languages_is_found(tmp_path: Path) -> None:
    project = load_files(tmp_path, "title: {english!: Steel, en: Steel}\n")
    assert names(project) == ["not-a-language"]
    assert project.system.title.pick("en") == "Steel"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("标题: Steel\n", "zh"),
        ("title: 钢铁\n", "zh"),
        ("title: Steel\n", "en"),
        ("title: {zh: 钢铁}\n", "en"),
    ],
)
def test_without_languages_chinese_keys_or_titles_decide(tmp_path: Path, text: str, language: str) -> None:
    assert load_files(tmp_path, text).system.languages == (language,)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2027", "2027-01-01", "2027-12-31"),
        ("2027-Q2", "2027-04-01", "2027-06-30"),
        ("2027年6月", "2027-06-01", "2027-06-30"),
        ("30 June 2027", "2027-06-30", "2027-06-30"),
    ],
)
def test_start_is_the_first_day_of_what_is_written_all_other_dates_the_last(
    tmp_path: Path, typed: str, first: str, last: str
) -> None:
    project = load_files(
        tmp_path,
        f"works:\n  - {{id: a, title: A, start: {typed}}}\n  - {{id: b, title: B, finish: {typed}}}\n",
    )
    assert names(project) == []
    assert str(item(project, "steel.a").earliest) == first
    assert str(item(project, "steel.b").latest) == last


@pytest.mark.parametrize(
    ("field", "typed", "finding"),
    [
        ("start", "2030-02-30", "impossible-date"),
        ("start", "30/06/2030", "unreadable-date"),
        ("takes", "12", "unreadable-duration"),
        ("takes", "0d", "no-duration"),
        ("takes", "10 working days", "unreadable-duration"),
        ("progress", "half", "not-a-number"),
        ("progress", "140", "out-of-range"),
        ("cost", "12", "unknown-currency"),
        ("deadline", "soon", "unreadable-date"),
        ("deadline", "2024-25", "unreadable-date"),
        ("deadline", "FY2030", "unreadable-date"),
        ("deadline", "“十九五”期间", "undeclared-phase"),
    ],
)
def test_a_value_that_its_field_cannot_read_is_one_finding(
    tmp_path: Path, field: str, typed: str, finding: str
) -> None:
    project = load_files(tmp_path, f"works:\n  - id: a\n    title: A\n    {field}: {typed}\n")
    assert names(project) == [finding]
    assert mistakes(project)[0].help


@pytest.mark.parametrize(
    ("typed", "unit", "low", "high"),
    [
        ("1.8亿千瓦以上", "万千瓦", 18000, None),
        ("≥1,200", "GW", 1200, None),
        ("1，200", "GW", 1200, 1200),
        ("7～10", "%", 7, 10),
        ("20左右", "%", 20, 20),
        ("－25", "Mt", -25, -25),
    ],
)
def test_numbers_are_read_in_the_unit_of_the_field(
    tmp_path: Path, typed: str, unit: str, low: float | None, high: float | None
) -> None:
    project = load_files(
        tmp_path,
        f'indicators: [{{id: a, title: A, unit: "{unit}", change: false, targets: {{2030: "{typed}"}}}}]\n',
    )
    assert names(project) == []
    value = item(project, "steel.a@2030").written.value
    assert (value.low, value.high) == (low, high)


def test_a_unit_that_does_not_convert_is_an_error_never_dropped(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        "indicators:\n  - {id: a, title: A, unit: GW, targets: {2030: 15 Mt}, actual: {2024: 3 Mt},"
        " baseline: {year: 2020, value: 1 Mt}}\n",
    )
    assert names(project) == ["unit-does-not-fit"] * 3
    assert item(project, "steel.a@2030").written.words == "15 Mt"


def test_a_baseline_is_a_year_a_year_and_value_or_words(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        """
        indicators:
          - {id: a, title: A, unit: 万千瓦, baseline: 2020年}
          - {id: b, title: B, unit: 万千瓦, baseline: {year: 2020, value: 1.8亿千瓦}}
          - {id: c, title: C, unit: 万千瓦, baseline: peak level}
        """,
    )
    assert names(project) == []
    found = [i.baseline for i in project.system.indicators.values()]
    assert [(b.year, b.value, b.words) for b in found if b is not None] == [
        (2020, None, "2020年"),
        (2020, 18000, "2020"),
        (None, None, "peak level"),
    ]


def test_what_is_not_understood_is_shown_and_warned_of(tmp_path: Path) -> None:
    project = load_files(
        tmp_path, "indicators:\n  - {id: a, title: A, unit: Mt, targets: {2030: world level}}\n"
    )
    assert names(project) == ["value-not-understood"]
    row = item(project, "steel.a@2030").written
    assert (row.words, row.value.understood) == ("world level", False)


@pytest.mark.parametrize(
    ("value", "unit", "change", "expected"),
    [
        ("-25", "Mt", "", True),
        ("-25", "Mt", "change: false, ", False),
        ("25", "Mt", "change: true, ", True),
        ("下降18%", "t", "", True),
        ("15", "Mt", "", False),
    ],
)
def test_what_makes_a_value_a_change(
    tmp_path: Path, value: str, unit: str, change: str, expected: bool
) -> None:
    project = load_files(
        tmp_path, f"indicators:\n  - {{id: a, title: A, unit: {unit}, {change}targets: {{2030: {value}}}}}\n"
    )
    assert item(project, "steel.a@2030").written.value.change is expected


def test_finished_of_what_recurs_is_a_map_of_periods(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        """
        milestones:
          - {id: a, title: A, deadline: every year 2025..2026, finished: {2025: 2025-12-20, 2026: ~}}
        works:
          - id: b
            title: B
            deadline: every year 2025..2026
            finished:
              2025: 2025-12-20
              soon: 2026-01-01
        """,
    )
    assert names(project).count("unreadable-date") == 1
    for ref in ("steel.a", "steel.b"):
        finished = item(project, ref).written.finished
        assert isinstance(finished, TermDays)
        assert [(words.text, str(day.day)) for words, day in finished.entries] == [("2025", "2025-12-20")]


def test_an_id_may_be_of_any_script_and_is_compared_after_nfc(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        "works:\n  - {id: 达峰-1_a, title: A}\n  - {id: cafe\u0301, title: B, after: 达峰-1_a}\n"
        "  - {id: c, title: C, after: caf\u00e9}\n",
    )
    assert names(project) == []
    assert [link.predecessor for link in project.system.links] == ["steel.达峰-1_a", "steel.caf\u00e9"]


def test_an_invalid_id_is_one_finding_and_references_to_it_are_not_blamed(tmp_path: Path) -> None:
    project = load_files(
        tmp_path, "works:\n  - {id: carbon peak!, title: A}\n  - {id: b, title: B, after: carbon peak!}\n"
    )
    assert names(project) == ["invalid-id"]
    assert mistakes(project)[0].help == 'write "carbon-peak"'


def test_a_title_that_would_not_fit_on_a_sheet_is_found(tmp_path: Path) -> None:
    fits, long = "x" * 200, "x" * 201
    text = "title: Steel\nmilestones:\n  - {{id: M1, title: {0}, deadline: by 2030, owner: A}}\n"
    assert names(load_files(tmp_path, {"steel.yaml": text.format(fits)})) == []
    assert names(load_files(tmp_path, {"steel.yaml": text.format(long)})) == ["text-too-long"]
