"""The rules of numbers: what they say and where, and what must stay silent."""

import re
from datetime import date
from pathlib import Path

import pytest
from examples import load_path

from carbonroad.base.texts.said import Said
from carbonroad.checking.rule_pages import pages
from carbonroad.findings import Finding
from carbonroad.project import Project, load_text
from carbonroad.wording import wording
from carbonroad.wording.saying import finding_in

TODAY = date(2026, 11, 22)
HEAD = "before_means: inclusive\nowner: MIIT\nphases:\n  - {id: fyp15, title: FYP, years: 2026..2030}\n"
CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "numbers"


def one_file(text: str) -> Project:
    return load_text((HEAD + text).encode(), "steel.yaml", None, TODAY)


def indicator(fields: str, unit: str = "%", title: str = "E") -> Project:
    return one_file(f"indicators:\n  - {{id: e, title: {title}, unit: '{unit}', {fields}}}\n")


def pathway(fields: str, goal: str = "") -> Project:
    milestones = f"milestones:\n  - {{id: M1, title: Goal, {goal}}}\n" if goal else ""
    return one_file(f"{milestones}pathway: {{unit: Mt CO2/yr, {fields}}}\n")


def numbers(project: Project) -> list[Finding]:
    """What the rules of numbers say, and no mistake of the test's own YAML."""
    assert [f.message for f in project.findings if f.severity.value == "error"] == []
    return [f for f in project.findings if f.code.startswith("CR4") and f.code > "CR404"]


def places(project: Project, finding: Finding) -> list[str]:
    """The text at the finding and at its related places."""
    source = project.text(finding.span.path)
    assert source is not None
    spans = (finding.span, *(other.span for other in finding.related))
    return [source.text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("fields", "unit", "rule", "message", "at"),
    [
        (
            "actual: {2024: 1.2}, targets: {2030: 12000}",
            "万千瓦",
            "scale-slip",
            "12,000万千瓦 for 2030 is 10,000 times the 1.2万千瓦 of 2024.",
            ["12000", "1.2"],
        ),
        (
            "actual: {2022: 700000, 2023: 820}, targets: {2030: 1200}",
            "GW",
            "scale-slip",
            "700,000 GW for 2022 is 850 times the 820 GW of 2023.",
            ["700000", "820"],
        ),
        (
            "targets: {2030: 0.0012, 2035: 15, 2040: 16}",
            "GW",
            "scale-slip",
            "0.0012 GW for 2030 is one part in 12,000 of the 15 GW of 2035.",
            ["0.0012", "15"],
        ),
        (
            "better: higher, actual: {2024: 21}, targets: {2030: 0.25}",
            "%",
            "fraction-for-percent",
            "0.25 for 2030 is less than one percent, beside 21% in 2024.",
            ["0.25", "21"],
        ),
        (
            "actual: {2022: 0.18, 2024: 0.21}, targets: {2028: 25}",
            "%",
            "fraction-for-percent",
            "0.21 for 2024 is less than one percent, beside 25% in 2028.",
            ["0.21", "25"],
        ),
        (
            "baseline: 2020, targets: {2027: down 9 %, 2030: 18}",
            "kgce/t",
            "level-and-change-mixed",
            '"18" is a level, but "down 9 %" for 2027 is a change in percent: the two cannot be compared.',
            ["18", "down 9 %"],
        ),
        (
            "actual: {2020: 12}, baseline: {year: 2020, value: 12}, targets: {2030: -3 %}",
            "%",
            "percent-and-points-mixed",
            '"-3 %" is read as percent of a percentage, not as percentage points.',
            ["-3 %"],
        ),
        (
            "targets: {2030: 提高5个百分点, 2035: 提高8个百分点}",
            "%",
            "change-without-baseline",
            '"提高5个百分点" is a change, and nothing says against which year.',
            ["提高5个百分点", "提高8个百分点"],
        ),
        (
            "targets: {2030: {value: -5 %, baseline: 2030}}",
            "kgce/t",
            "baseline-after-target",
            "The baseline 2030 is not before 2030, the year of the change.",
            ["2030", "-5 %"],
        ),
        (
            "actual: {2025: {value: -12 %, baseline: 2035}}",
            "%",
            "baseline-after-target",
            "The baseline 2035 is not before 2025, the year of the change.",
            ["2035", "-12 %"],
        ),
        (
            "better: lower, actual: {2020: -30}, targets: {2030: -20}, change: false",
            "Mt CO2/yr",
            "target-against-better",
            "-20 Mt CO2/yr for 2030 is more than the -30 Mt CO2/yr of 2020, but lower is better here.",
            ["-20", "-30", "lower"],
        ),
        (
            "better: higher, baseline: 2020, targets: {2030: down at least 5 %}",
            "kgce/t",
            "target-against-better",
            '"down at least 5 %" is a fall, but higher is better here.',
            ["down at least 5 %", "higher"],
        ),
        (
            "better: higher, targets: {2027: 7..10, 2030: 6..9}",
            "GW",
            "weaker-than-earlier-target",
            '"6..9" for 2030 asks for less than "7..10" for 2027.',
            ["6..9", "7..10"],
        ),
        (
            "better: lower, baseline: 2005, targets: {2027: down at least 65 %, 2030: -60 %}",
            "kgce/t",
            "weaker-than-earlier-target",
            '"-60 %" for 2030 asks for less than "down at least 65 %" for 2027.',
            None,
        ),
        (
            "better: higher, targets: {2027: at least 20, 2030: strive for 18}",
            "GW",
            "weaker-than-earlier-target",
            '"strive for 18" for 2030 asks for less than "at least 20" for 2027.',
            None,
        ),
        (
            "better: lower, targets: {2030: {value: 不超过300, stretch: 力争310}}",
            "kgce/t",
            "stretch-weaker-than-target",
            'The stretch "力争310" asks for less than the target "不超过300".',
            ["力争310", "不超过300"],
        ),
        (
            "baseline: 2020, targets: {2030: {value: down 18 %, stretch: down 16 %}}",
            "kgce/t",
            "stretch-weaker-than-target",
            'The stretch "down 16 %" asks for less than the target "down 18 %".',
            None,
        ),
    ],
)
def test_what_is_said_and_where(
    fields: str, unit: str, rule: str, message: str, at: list[str] | None
) -> None:
    project = indicator(fields, unit)
    (finding,) = numbers(project)
    assert (finding.name, finding.message) == (rule, message)
    assert at is None or places(project, finding) == at


@pytest.mark.parametrize(
    ("fields", "unit"),
    [
        # growth that is real
        ("better: higher, actual: {2015: 0.3, 2020: 5.8, 2025: 53.2}", "%"),
        ("actual: {2011: 6, 2025: 19500}", "chargers"),
        ("targets: {fyp15: 100, 2030: 3}", "parks"),
        ("better: lower, targets: {2040: 900, 2060: 0.8}", "Mt CO2/yr"),
        # units that convert are one unit
        ("actual: {2024: 5.2亿千瓦}, targets: {2030: 80000 万千瓦, 2035: 1300 GW}", "万千瓦"),
        # forms that a known baseline joins, or that their author only shows
        ("actual: {2020: 535}, targets: {2030: 1200, 2035: {value: over 6x, baseline: 2020}}", "GW"),
        ("baseline: {year: 2020, value: 545}, actual: {2025: 535}, targets: {2030: -2 %}", "kgce/t"),
        ("actual: {2025: 20}, targets: {2027: {value: down 20 %, baseline: 2023 average}}", "g/kWh"),
        ("actual: {2025: {value: -12 %, baseline: 2020}}, baseline: 2020, targets: {2030: -17 %}", "%"),
        # percent of a percentage that cannot be points
        ("baseline: 2020, actual: {2020: 16}, targets: {2030: -20 %}", "%"),
        # the start of a period, and a rate per year, say what they are measured against
        ("targets: {fyp15: down 17 %}", "kgce/t"),
        ("targets: {2030: +5}", "GW/yr"),
        # floors that keep what there is, ceilings on growth
        ("better: higher, actual: {2024: 97}, targets: {2027: at least 90}", "%"),
        ("better: lower, actual: {2020: 4.98}, targets: {2030: within 6}", "Gtce"),
        ("better: lower, baseline: 2020, targets: {2030: up at most 5 %}", "Mt"),
        # reached early: the plan still led upwards
        ("better: higher, actual: {2020: 17.56, 2025: 20}, targets: {2030: 19}", "bn m3"),
        # what does not ask for less
        ("targets: {2027: 20, 2030: 15}", "GW"),  # nobody says that higher is better
        ("better: higher, targets: {2027: strive for 20, 2030: at least 18}", "GW"),
        ("better: higher, targets: {2027: around 20, 2030: 19.5}", "GW"),
        ("better: higher, targets: {fyp15: 40, 2031..2032: 16}", "GW"),
        (
            (
                "better: lower, targets: {2027: {value: -40 %, baseline: 2005},"
                " 2030: {value: -17 %, baseline: 2025}}"
            ),
            "t",
        ),
        ("better: higher, targets: {2027: {value: 20, superseded_by: e@2030}, 2030: 18}", "GW"),
        ("better: higher, targets: {2030: {value: over 20, stretch: 20}}", "GW"),
        # rounding of one number
        ("baseline: {year: 2020, value: 56.1}, actual: {2020: 56.13}", "%"),
        ("baseline: {year: 2020, value: 56.1}, actual: {2020-06: 51}", "%"),
        # estimates, and the time up to the data date
        ("actual: {2026-10: 3, 2030: {value: 9, estimate: true}}", "GW"),
        # no share
        ("targets: {2030: 120}", "%"),
    ],
)
def test_what_is_right_is_not_reported(fields: str, unit: str) -> None:
    assert [f.message for f in numbers(indicator(fields, unit))] == []


@pytest.mark.parametrize(
    ("title", "value", "found"),
    [
        ("Renewable share of use", "113", True),
        ("占能源消费总量的比例", "-3", True),
        ("可再生能源占比", "100", False),
        ("Shareholders", "120", False),
        ("Capacity use", "120", False),
    ],
)
def test_only_what_is_called_a_share_must_lie_between_0_and_100(title: str, value: str, found: bool) -> None:
    project = indicator(f"change: false, targets: {{2030: {value}}}", title=title)
    assert [f.name for f in numbers(project)] == (["share-out-of-range"] if found else [])


def test_a_slip_makes_no_second_finding_about_weaker_targets() -> None:
    fields = "better: higher, actual: {2020: 20}, targets: {2027: 360000, 2030: 30, 2035: 40}"
    assert [f.name for f in numbers(indicator(fields, "GW"))] == ["scale-slip"]


def test_percent_and_points_are_worked_out_for_the_reader() -> None:
    (finding,) = numbers(indicator("actual: {2020: 15.9}, targets: {2030: up 5 %}"))
    assert finding.notes == (
        "from 15.9%, a change of 5% leads to 16.695%; a change of 5 percentage points leads to 20.9%",
    )


def test_levels_that_changes_lead_to_are_worked_out_for_the_reader() -> None:
    fields = (
        "better: higher, actual: {2020: 535}, targets: {2030: '2,400', 2035: {value: 4x, baseline: 2020}}"
    )
    (finding,) = numbers(indicator(fields, "GW"))
    assert finding.notes == ('"4x" leads to 2,140 GW',)


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("2025", []),
        ("2026-10", []),
        ("2026-11-22", []),
        ("2026-11-23", ["x"]),
        ("2026", ["x"]),
        ("2027-01", ["x"]),
    ],
)
def test_a_measured_value_is_of_a_time_that_is_over(day: str, names: list[str]) -> None:
    assert len(numbers(indicator(f"actual: {{{day}: 5}}", "GW"))) == len(names)


@pytest.mark.parametrize(
    ("nature", "words", "found"),
    [
        ("binding", "strive for 15", True),
        ("binding", "力争15以上", True),
        ("expected", "strive for 15", False),
        ("binding", "at least 15", False),
    ],
)
def test_what_binds_is_not_striven_for(nature: str, words: str, found: bool) -> None:
    project = indicator(f"nature: {nature}, targets: {{2030: {words}}}")
    assert [f.name for f in numbers(project)] == (["strive-on-binding"] if found else [])


def test_a_target_without_a_number_is_told_once_and_one_with_a_number_not_at_all() -> None:
    project = indicator("actual: {2023: 3}, targets: {2024: 15, 2025: {value: 16, status: missed}, 2030: 20}")
    told = [f for f in project.findings if f.span == numbers(project)[0].span]
    assert [f.name for f in told] == ["target-year-without-actual"]
    assert [f.name for f in project.findings].count("outcome-not-recorded") == 0
    assert numbers(indicator("actual: {2026-03: 30}, targets: {2025: 15}")) == []


# --- pathways -----------------------------------------------------------------------------------------

PEAK = "goal: peak, deadline: by 2030"
ZERO = "goal: neutrality, deadline: by 2060"


@pytest.mark.parametrize(
    ("fields", "goal", "rule"),
    [
        ("actual: {2024: 10}, target: {2030: 11, 2031: 12, 2035: 9}", PEAK, "peak-after-goal"),
        ("actual: {2024: 10}, target: {2030: 11, 2035: 12}", PEAK, "peak-after-goal"),  # still rising
        ("actual: {2024: 10}, target: {2030: 12, 2035: 12}", PEAK, ""),  # a plateau that began in time
        ("actual: {2024: 10}, target: {2028: 12}", PEAK, ""),  # still rising, but the time is not over
        ("target: {2031: 12, 2035: 9}", PEAK, ""),  # what came before is not known
        ("actual: {2024: 10}, target: {2031: 12, 2035: 9}", PEAK + ", status: dropped", ""),
        ("actual: {2024: 10}, target: {2031: 12, 2035: 9}", "goal: peak, deadline: none", ""),
        ("target: {2050: 100, 2060: 0.1}", ZERO, "neutrality-not-reached"),
        ("target: {2050: 100, 2070: -20}", ZERO, "neutrality-not-reached"),  # 40 in 2060
        ("target: {2050: 100, 2060: 0}", ZERO, ""),
        ("target: {2050: 100, 2070: -100}", ZERO, ""),
        ("target: {2050: 100}", ZERO, ""),
        ("target: {2030: 10.04}, reference: {2030: 10}", "", ""),  # within the rounding of 10
        ("target: {2030: 12}, reference: {2030: 10}", "", "target-above-reference"),
        ("target: {2030: -20}, reference: {2025: -26, 2035: -24}", "", "target-above-reference"),
        ("target: {2030: 11}, reference: {2035: 10}", "", ""),
        ("actual: {2024: 10, 2026: 10}", "", ""),
        ("actual: {2024: 10, 2027: 10}", "", "actual-after-data-date"),
        ("reference: {2024: 10, 2030: 9800, 2035: 9}", "", "scale-slip"),
        ("actual: {2020: 10, 2022: 10400, 2024: 9}", "", "scale-slip"),
    ],
)
def test_pathways_and_their_goals(fields: str, goal: str, rule: str) -> None:
    assert [f.name for f in numbers(pathway(fields, goal))] == ([rule] if rule else [])


def write(folder: Path, top: str, **industries: str) -> Project:
    """A top file and industries; each text follows the common head of its file."""
    head = "before_means: inclusive\norganisations:\n  NDRC: {title: NDRC}\nowner: NDRC\n"
    (folder / "carbonroad.yaml").write_text(head + top, encoding="utf-8")
    for name, text in industries.items():
        (folder / f"{name}.yaml").write_text(f"title: {name}\nowner: NDRC\n{text}", encoding="utf-8")
    return load_path(folder)


def series_of(**points: str) -> str:
    unit = points.pop("unit", "Mt CO2/yr")
    return (
        f"pathway: {{unit: {unit}, "
        + ", ".join(f"{name}: {{{text}}}" for name, text in points.items())
        + "}\n"
    )


@pytest.mark.parametrize(
    ("top", "one", "two", "found"),
    [
        ("2030: 100", "2030: 60", "2030: 41.1", "add up to 101.1 Mt CO2/yr, 1.1 Mt CO2/yr more than the 100"),
        ("2030: 270", "2030: 202", "2030: 69", ""),  # 271, within the rounding of three numbers
        ("2030: 270", "2030: 199", "2030: 70", ""),  # 269: less is no fault
        ("2030: 100", "2030: 130", "2030: -30", ""),  # a sink
        ("2030: 100", "2030: 130", "2031: 30", ""),  # one has no value for the year
        ("2030: 100", "2025: 120, 2035: 80", "2030: 5", "add up to 105 Mt CO2/yr"),  # linear between
    ],
)
def test_sum_of_targets(tmp_path: Path, top: str, one: str, two: str, found: str) -> None:
    project = write(tmp_path, series_of(target=top), a=series_of(target=one), b=series_of(target=two))
    messages = [f.message for f in numbers(project) if f.name == "sum-misses-top-target"]
    assert len(messages) == bool(found)
    assert all(found in message for message in messages)


def test_sum_shows_each_industry_s_number_the_largest_first(tmp_path: Path) -> None:
    project = write(
        tmp_path,
        series_of(target="2030: 100"),
        a=series_of(target="2030: 20"),
        b=series_of(target="2030: 90000", unit="kt CO2/yr"),
    )
    (finding,) = (f for f in numbers(project) if f.name == "sum-misses-top-target")
    assert [other.message for other in finding.related] == [
        "b: 90 Mt CO2/yr in 2030",
        "a: 20 Mt CO2/yr in 2030",
    ]
    source = project.text(finding.related[0].span.path)
    assert source is not None
    assert source.text[finding.related[0].span.start : finding.related[0].span.end] == "90000"


@pytest.mark.parametrize(
    ("two", "found"),
    [
        ("actual: {2024: 50}, target: {2034: 60, 2050: 1}", True),
        ("actual: {2024: 50}, target: {2029: 60, 2050: 1}", False),
        ("actual: {2024: 50}", False),  # no value for the years in question
    ],
)
def test_sum_peaks(tmp_path: Path, two: str, found: bool) -> None:
    top = "milestones:\n  - {id: peak, title: Peak, deadline: before 2030, goal: peak}\n"
    one = "actual: {2024: 18}, target: {2028: 18.5, 2050: 3}"
    texts = [f"pathway: {{unit: Mt CO2/yr, {text}}}\n" for text in (one, two)]
    project = write(tmp_path, top, a=texts[0], b=texts[1])
    findings = [f for f in numbers(project) if f.name == "sum-peaks-after-goal"]
    assert len(findings) == found
    for finding in findings:
        assert finding.notes == ("together 74.273 Mt CO2/yr in 2034, and 73.091 Mt CO2/yr in 2030",)
        assert len(finding.related) == 2


@pytest.mark.parametrize(
    ("whole", "one", "two", "found"),
    [
        ("2024: 100", "2024: 60", "2024: 42", True),
        ("2024: 100", "2024: 60", "2024: 41", False),  # within the rounding of three numbers
        ("2024: 100", "2024: 60", "2024: 30", False),
        ("2024: 100", "2024: 60", "2023: 90", False),  # no year in common
        ("2024: 100", "2024: 130", "2024: -29", False),
    ],
)
def test_parts_and_whole(tmp_path: Path, whole: str, one: str, two: str, found: bool) -> None:
    project = write(tmp_path, series_of(actual=whole), a=series_of(actual=one), b=series_of(actual=two))
    assert [f.name for f in numbers(project)] == (["sum-exceeds-whole"] if found else [])


@pytest.mark.parametrize(
    ("parent", "child", "found"),
    [
        ("unit: '%', targets: {2030: ≥30}", "unit: '%', targets: {2030: ≥25}", True),
        ("unit: '%', targets: {2030: above 30}", "unit: '%', targets: {2030: 30}", False),
        ("unit: '%', targets: {2030: strive for 30}", "unit: '%', targets: {2030: ≥25}", False),
        ("unit: '%', targets: {2030: ≥30}", "unit: '%', targets: {2031: ≥25}", False),
        ("unit: '%', targets: {2030: ≥30}", "unit: '%', targets: {2030: {value: 9, status: dropped}}", False),
        ("unit: GW, targets: {2030: 1200}", "unit: GW, targets: {2030: 200}", False),  # a part of it
        (
            "unit: GW, actual: {2024: 535}, targets: {2030: 1200}",
            "unit: 万千瓦, actual: {2024: 53500}, targets: {2030: 100000}",
            True,  # the same quantity, as what was measured shows
        ),
        ("unit: '%', targets: {2030: ≥30}", "unit: Mt, targets: {2030: 5}", False),
    ],
)
def test_parents(tmp_path: Path, parent: str, child: str, found: bool) -> None:
    text = "indicators:\n  - {{id: {}, title: T, better: higher, {}}}\n"
    project = write(tmp_path, text.format("p", parent), a=text.format("c", f"parent: p, {child}"))
    assert [f.name for f in numbers(project)] == (["weaker-than-parent"] if found else [])


def test_a_part_is_never_allowed_more_than_the_whole(tmp_path: Path) -> None:
    text = "indicators:\n  - {{id: {}, title: T, better: lower, unit: Mt CO2/yr, {}}}\n"
    top = text.format("p", "targets: {2030: within 300}")
    project = write(tmp_path, top, a=text.format("c", "parent: top.p, targets: {2030: within 310}"))
    assert [f.name for f in numbers(project)] == ["weaker-than-parent"]


# --- in both languages --------------------------------------------------------------------------------


def cases() -> list[Path]:
    return sorted(path for path in CORPUS.iterdir() if path.is_dir() or path.suffix == ".yaml")


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_chinese_sentences_have_the_same_digits_and_no_english_words(case: Path) -> None:
    chinese = wording("zh", catalogue="findings")
    for finding in numbers(load_path(case)):
        said = finding_in(chinese, finding)
        for english, other in zip(_sentences(finding), _sentences(said), strict=True):
            assert isinstance(english, Said), english
            assert re.search("[一-鿿]", other), other
            if english != finding.help:
                assert _figures(english) == _figures(other)


def _figures(sentence: str) -> list[str]:
    return sorted(re.findall(r"\d+(?:[,.]\d+)*", sentence))


def _sentences(finding: Finding) -> list[str]:
    related = [other.message for other in finding.related]
    return [one for one in (finding.message, finding.label, finding.help, *finding.notes, *related) if one]


def test_every_rule_of_numbers_has_a_case() -> None:
    """The corpus of this family shows each rule of this family at least once."""
    shown = {finding.name for case in cases() for finding in numbers(load_path(case))}
    own = {page.rule.name for page in pages() if "CR405" <= page.rule.code <= "CR449"}
    assert own - shown == set()
