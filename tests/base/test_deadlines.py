"""Deadlines: every example of the format in both languages, refusals, and what EDTF promises."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.deadlines import deadline_by, parse_deadline, with_condition
from carbonroad.base.times.durations import Duration
from carbonroad.base.times.edtf import edtf
from carbonroad.base.times.named_periods import NamedPeriod
from carbonroad.base.times.periods import Period

PLANS = (
    NamedPeriod("fyp14", ("14th FYP", "“十四五”"), date(2021, 1, 1), date(2025, 12, 31)),
    NamedPeriod("fyp15", ("15th FYP", "“十五五”时期"), date(2026, 1, 1), date(2030, 12, 31)),
)


def read(words: str, *, exclusive: bool = False) -> Deadline:
    deadline = parse_deadline(words, PLANS, exclusive=exclusive)
    assert isinstance(deadline, Deadline), deadline
    return deadline


BY = {
    date(
        2030, 12, 31
    ): "2030|2030年|by 2030|in 2030|到2030年|end of 2030|end-2030|by the end of 2030|2030年底"
    "|2030年底前|2030年末|2030年年底前|“十五五”末|“十五五”时期末|“十五五”规划期末|到“十五五”末"
    "|end of the 15th FYP|by the 15th FYP"
    "|By  The End Of 2030|end 2030|before the end of 2030|by end of 2030|2030年内|no later than 2030"
    "|２０３０年底前|二〇三〇年底|by 31 December 2030|2030-H2|../2030|..2030|截至2030年底|2030年底之前",
    date(2030, 6, 30): "2030-06|June 2030|2030年6月底前|2030-Q2|2030年二季度|2030-H1|2030年上半年|mid-2030"
    "|2030年中|2030年年中|2030-06-30|2030/06/30|2030.06.30|30 June 2030|2030年6月30日|2030年6月30日前"
    "|by mid-2030|到2030年6月|by Q2 2030|2030年6月末|before mid-2030|2030-06-30前|../2030-06|../2030-06-30",
    date(2029, 12, 31): "../2029-12-31",
}


@pytest.mark.parametrize(("latest", "words"), [(day, w) for day, all_ in BY.items() for w in all_.split("|")])
@pytest.mark.parametrize("exclusive", [False, True])
def test_by_ends_with_the_last_day_of_its_unit(latest: date, words: str, exclusive: bool) -> None:
    deadline = read(words, exclusive=exclusive)
    assert (deadline.kind, deadline.earliest, deadline.latest) == ("by", None, latest)
    assert (deadline.centre, deadline.strive, deadline.words) == (None, False, words)


@pytest.mark.parametrize(
    ("words", "inclusive", "exclusive"),
    [
        ("before 2030", date(2030, 12, 31), date(2029, 12, 31)),
        ("2030年前", date(2030, 12, 31), date(2029, 12, 31)),
        ("2030年以前", date(2030, 12, 31), date(2029, 12, 31)),
        ("到2060年前", date(2060, 12, 31), date(2059, 12, 31)),
        ("before June 2030", date(2030, 6, 30), date(2030, 5, 31)),
        ("2030年6月前", date(2030, 6, 30), date(2030, 5, 31)),
        ("before 2030-Q2", date(2030, 6, 30), date(2030, 3, 31)),
        ("before 30 June 2030", date(2030, 6, 30), date(2030, 6, 29)),
        ("before the 15th FYP", date(2025, 12, 31), date(2025, 12, 31)),
    ],
)
def test_before_is_read_as_the_roadmap_says(words: str, inclusive: date, exclusive: date) -> None:
    for means, latest in ((False, inclusive), (True, exclusive)):
        deadline = read(words, exclusive=means)
        assert (deadline.kind, deadline.earliest, deadline.latest) == ("before", None, latest)


@pytest.mark.parametrize(
    ("words", "earliest", "latest", "centre"),
    [
        (words, date(2029, 1, 1), date(2031, 12, 31), date(2030, 7, 1))
        for words in [
            "around 2030",
            "2030年左右",
            "2030年前后",
            "~2030",
            "2030~",
            "by around 2030",
            "到2030年左右",
            "约2030年",
        ]
    ]
    + [
        ("around June 2030", date(2030, 3, 1), date(2030, 9, 30), date(2030, 6, 15)),
        ("2030年二季度左右", date(2030, 1, 1), date(2030, 9, 30), date(2030, 5, 15)),
        ("around 2030-H1", date(2029, 10, 1), date(2030, 9, 30), date(2030, 4, 1)),
        ("around 28 February 2030", date(2029, 11, 28), date(2030, 5, 28), date(2030, 2, 28)),
        ("around February 2030", date(2029, 11, 1), date(2030, 5, 31), date(2030, 2, 15)),
        ("2030年底左右", date(2030, 9, 1), date(2031, 3, 31), date(2030, 12, 15)),
    ],
)
def test_around_reaches_to_both_sides(words: str, earliest: date, latest: date, centre: date) -> None:
    deadline = read(words)
    assert (deadline.kind, deadline.earliest, deadline.latest) == ("around", earliest, latest)
    assert deadline.centre == centre


@pytest.mark.parametrize(
    ("words", "first", "last", "ids"),
    [
        (words, 2026, 2030, ("fyp15",))
        for words in [
            "15th FYP",
            "fyp15",
            "“十五五”期间",
            "“十五五”时期",
            "十五五",
            "在“十五五”期间",
            "the 15th fyp period",
            "「十五五」",
            '"十五五"期间',
            "during the 15th FYP",
            "in the 15th FYP",
        ]
    ]
    + [
        (words, 2021, 2030, ("fyp14", "fyp15"))
        for words in [
            "14th and 15th FYP",
            "14th and 15th FYP periods",
            "14th FYP and 15th FYP",
            "14th/15th FYP",
            "“十四五”“十五五”期间",
            "“十四五”、“十五五”时期",
            "十四五和十五五期间",
            "14th to 15th FYP",
        ]
    ]
    + [
        (words, 2026, 2030, ())
        for words in [
            "2026..2030",
            "2026-2030",
            "2026—2030年",
            "2026至2030年",
            "2026–2030",
            "2026～2030年",
            "2026年至2030年",
            "2026 to 2030",
            "from 2026 to 2030",
            "between 2026 and 2030",
            "2026/2030",
            "2026年到2030年",
            "2026-2030年期间",
            "2026年至2030年底",
        ]
    ],
)
def test_during_covers_its_period(words: str, first: int, last: int, ids: tuple[str, ...]) -> None:
    deadline = read(words)
    assert deadline.kind == "during"
    assert (deadline.earliest, deadline.latest) == (date(first, 1, 1), date(last, 12, 31))
    assert deadline.periods == ids


@pytest.mark.parametrize(
    "words", ["2026年1月至6月", "2026年1—6月", "January to June 2026", "2026-01..2026-06"]
)
def test_a_range_of_months_may_share_its_year(words: str) -> None:
    deadline = read(words)
    assert (deadline.earliest, deadline.latest) == (date(2026, 1, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("from 2031", date(2031, 1, 1)),
        ("2031 onward", date(2031, 1, 1)),
        ("2031年起", date(2031, 1, 1)),
        ("自2031年起", date(2031, 1, 1)),
        ("from 2031 onwards", date(2031, 1, 1)),
        ("2031/..", date(2031, 1, 1)),
        ("2027年—", date(2027, 1, 1)),
        ("2027—", date(2027, 1, 1)),
        ("from June 2031", date(2031, 6, 1)),
        ("after 2030", date(2031, 1, 1)),
        ("2030年后", date(2031, 1, 1)),
        ("“十五五”后", date(2031, 1, 1)),
    ],
)
def test_from_is_open_at_the_end(words: str, first: date) -> None:
    deadline = read(words)
    assert (deadline.kind, deadline.earliest, deadline.latest) == ("from", first, None)


@pytest.mark.parametrize(
    ("words", "every", "count", "first", "last"),
    [
        ("every year", "year", 10, 2021, 2030),
        ("每年", "year", 10, 2021, 2030),
        ("annually", "year", 10, 2021, 2030),
        ("每年年底前", "year", 10, 2021, 2030),
        ("every quarter", "quarter", 40, 2021, 2030),
        ("每季度", "quarter", 40, 2021, 2030),
        ("every year 2026..2030", "year", 5, 2026, 2030),
        ("every year from 2026 to 2030", "year", 5, 2026, 2030),
        ("2026-2030年每年", "year", 5, 2026, 2030),
        ("“十五五”期间每年", "year", 5, 2026, 2030),
        ("every year from 2027", "year", 4, 2027, 2030),
        ("每月 2026年", "month", 12, 2026, 2026),
    ],
)
def test_each_has_one_instance_a_unit(words: str, every: str, count: int, first: int, last: int) -> None:
    deadline = read(words)
    assert (deadline.kind, deadline.every, len(deadline.instances)) == ("each", every, count)
    assert deadline.instances[0].first == deadline.earliest == date(first, 1, 1)
    assert deadline.instances[-1].last == deadline.latest == date(last, 12, 31)


def test_each_is_cut_at_the_ends_of_its_range_and_leaves_out_gaps() -> None:
    cut = read("every year 2026-07..2027-06")
    assert cut.instances == (
        Period(date(2026, 7, 1), date(2026, 12, 31)),
        Period(date(2027, 1, 1), date(2027, 6, 30)),
    )
    apart = (PLANS[0], NamedPeriod("late", (), date(2031, 1, 1), date(2032, 12, 31)))
    deadline = parse_deadline("every year", apart)
    assert isinstance(deadline, Deadline)
    assert [year.first.year for year in deadline.instances] == [2021, 2022, 2023, 2024, 2025, 2031, 2032]


@pytest.mark.parametrize(
    ("words", "condition", "base", "lag"),
    [
        ("after peak", "peak", "from", None),
        ("after K5", "K5", "from", None),
        ("After steel.M1", "steel.M1", "from", None),
        ("达峰后", "达峰", "from", None),
        ("碳达峰后", "碳达峰", "from", None),
        ("K５后", "K５", "from", None),
        ("18 months after K5", "K5", "by", Duration(18, "month")),
        ("within 18 months of K5", "K5", "by", Duration(18, "month")),
        ("K5后18个月内", "K5", "by", Duration(18, "month")),
        ("达峰后两年内", "达峰", "by", Duration(2, "year")),
    ],
)
def test_a_condition_is_kept_as_typed(words: str, condition: str, base: str, lag: Duration | None) -> None:
    deadline = read(words)
    assert (deadline.kind, deadline.base_kind, deadline.condition) == ("conditional", base, condition)
    assert (deadline.condition_lag, deadline.earliest, deadline.latest) == (lag, None, None)
    assert edtf(deadline) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("none", "none"),
        ("长期", "none"),
        ("not stated", "not-stated"),
        ("Not stated", "not-stated"),
        ("未明确", "not-stated"),
    ],
)
def test_no_date_is_a_kind_of_its_own(words: str, kind: str) -> None:
    deadline = read(words)
    assert (deadline.kind, deadline.earliest, deadline.latest, edtf(deadline)) == (kind, None, None, None)


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("strive before 2030", "before 2030"),
        ("strive for 2030", "2030"),
        ("Strive by 2060", "by 2060"),
        ("力争2030年前", "2030年前"),
        ("力争到2060年前", "到2060年前"),
        ("力争达峰后", "达峰后"),
        ("strive for the 15th FYP", "15th FYP"),
    ],
)
def test_strive_is_a_flag_and_changes_no_day(words: str, plain: str) -> None:
    striving, sure = read(words), read(plain)
    assert striving.strive
    assert striving.words == words
    assert (striving.kind, striving.earliest, striving.latest) == (sure.kind, sure.earliest, sure.latest)
    assert striving.condition == sure.condition


REFUSED = {
    "split-year": "2024-25|2024–25|by 2024-25",
    "impossible-day": "2026-13|2030-02-30|by 30 February 2030|2030年2月30日前|after 2030-02-30|2026..2030-13",
    "fiscal-year": "FY2030|by FY2030|2030财年底",
    "day-first": "30/06/2030|by 30/06/2030",
    "two-digit-year": "30|by 30|30年底前|2026..30",
    "no-year": "6月30日前|by 30 June|每年6月30日前",
    "several-dates": "2024; 2025|by 2025; by 2030|2025、2027|2024 and 2025|14th FYP; 15th FYP",
    "undeclared-period": "16th FYP|“十六五”期间|十六五|by the end of the 16th FYP|14th and 16th FYP",
    "one-date": "by 2026-2030|around 2026..2030|2026-2030年前|around the 15th FYP",
    "reversed-range": "2030..2026",
    "bracket": "end of 2025 (2025年底)|strive by 2060 (力争到2060年前)",
    "working-days": "10 working days after K5|K5后10个工作日内",
    "lag-after-date": "18 months after 2030",
    "outside-calendar": "around 9999|after 9999",
    "too-many": "every month 0001..9999",
    "unreadable": "|   |strive|本届任期内|soon|今后|after|后|2030?|early 2030|" + "2" * 201,
}


@pytest.mark.parametrize(
    ("reason", "words"), [(reason, words) for reason, all_ in REFUSED.items() for words in all_.split("|")]
)
def test_a_refused_deadline_says_why_and_how_to_write_it(reason: str, words: str) -> None:
    refusal = parse_deadline(words, PLANS)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == reason
    assert refusal.message.endswith(".")
    assert refusal.hint


def test_before_the_first_day_of_the_calendar_is_refused() -> None:
    refusal = parse_deadline("before 0001", (), exclusive=True)
    assert isinstance(refusal, Refusal)


def test_an_undeclared_period_is_answered_with_the_declared_ones() -> None:
    refusal = parse_deadline("16th FYP", PLANS)
    assert isinstance(refusal, Refusal)
    assert "14th FYP, 15th FYP" in refusal.hint


def test_what_stands_before_a_bracket_is_proposed_whole() -> None:
    refusal = parse_deadline("strive by 2060 (力争到2060年前)", PLANS)
    assert isinstance(refusal, Refusal)
    assert '"strive by 2060"' in refusal.hint


def test_each_needs_an_end() -> None:
    refusal = parse_deadline("every year", ())
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "open-each"


def test_free_words_take_the_day_their_author_states() -> None:
    deadline = deadline_by("本届任期内", "2027-12")
    assert isinstance(deadline, Deadline)
    assert (deadline.words, deadline.kind, deadline.latest) == ("本届任期内", "by", date(2027, 12, 31))
    assert edtf(deadline) == "../2027-12"
    assert isinstance(deadline_by("本届任期内", "2027-13"), Refusal)


def test_a_condition_beside_a_date_keeps_its_days() -> None:
    deadline = with_condition(read("by 2030"), "K5")
    assert (deadline.kind, deadline.base_kind, deadline.condition) == ("conditional", "by", "K5")
    assert deadline.latest == date(2030, 12, 31)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("by 2030", "../2030"),
        ("before 2030", "../2030"),
        ("2030年左右", "2030~"),
        ("2026-2030", "2026/2030"),
        ("from 2031", "2031/.."),
        ("mid-2030", "../2030-06"),
        ("“十五五”期间", "2026/2030"),
        ("around 2030-Q2", "2030-04~/2030-06~"),
        ("2026年1月至6月", "2026-01/2026-06"),
    ],
)
def test_edtf_is_written(words: str, text: str) -> None:
    assert edtf(read(words)) == text


def test_an_exclusive_before_is_written_by_its_day() -> None:
    assert edtf(read("before 2030", exclusive=True)) == "../2029-12-31"


DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
UNITS = st.one_of(
    DAYS.map(lambda day: f"{day.year}"),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: f"{day.year}-Q{day.month // 4 + 1}"),
    DAYS.map(lambda day: f"{day.year}年{'上下'[day.month // 7]}半年"),
    DAYS.map(lambda day: f"{day.year}年{day.month}月{'上中下'[day.day // 12]}旬"),
)
FRAMES = [
    "{}",
    "by {}",
    "before {}",
    "around {}",
    "from {}",
    "{}前",
    "到{}左右",
    "{}起",
    "during {}",
    "after {}",
]
PHRASES = st.one_of(
    st.builds(str.format, st.sampled_from(FRAMES), UNITS),
    st.builds("{}..{}".format, UNITS, UNITS),
    st.builds("every month {}..{}".format, UNITS, UNITS),
)


@given(PHRASES, st.booleans())
def test_edtf_is_read_back_as_the_same_days(words: str, exclusive: bool) -> None:
    deadline = parse_deadline(words, PLANS, exclusive=exclusive)
    if isinstance(deadline, Refusal):
        assert deadline.reason in {"reversed-range", "unreadable", "too-many"}
        return
    text = edtf(deadline)
    assert text is not None
    again = parse_deadline(text, (), exclusive=exclusive)
    assert isinstance(again, Deadline)
    days = (deadline.earliest, deadline.latest, deadline.centre)
    assert (again.earliest, again.latest, again.centre) == days


PIECES = st.lists(
    st.sampled_from(
        [
            "by",
            "before",
            "around",
            "every year",
            "after",
            "the",
            "end of",
            "2030",
            "2026-06",
            "FYP",
            "15th",
            " ",
            "年",
            "底",
            "前",
            "后",
            "左右",
            "每年",
            "“",
            "”",
            "十五五",
            "期间",
            "至",
            "-",
            "..",
            "/",
            "~",
            "力争",
            "(",
            ";",
            "18",
            "个月内",
            "月",
            "日",
            "FY",
            "Q2",
            "0000",
            "9999",
            "and",
            "、",
        ]
    ),
    max_size=9,
)


@given(st.text() | PIECES.map(" ".join) | PIECES.map("".join), st.booleans())
def test_any_text_is_read_in_order_or_refused(words: str, exclusive: bool) -> None:
    deadline = parse_deadline(words, PLANS, exclusive=exclusive)
    assert isinstance(deadline, Deadline | Refusal)
    if isinstance(deadline, Deadline) and deadline.earliest and deadline.latest:
        assert deadline.earliest <= deadline.latest
        assert deadline.centre is None or deadline.earliest <= deadline.centre <= deadline.latest


def test_words_with_a_day_beside_them_keep_that_they_are_striven_for() -> None:
    found = deadline_by("力争本届任期内", "2027-12")
    assert isinstance(found, Deadline)
    assert (found.strive, str(found.latest)) == (True, "2027-12-31")
    plain = deadline_by("in this term", "2027-12")
    assert isinstance(plain, Deadline)
    assert not plain.strive
