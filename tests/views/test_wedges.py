"""The picture of the wedges: its parts add up, nothing leaves the canvas, no label stands on another."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_document import build_document
from roadmap_files import load_files
from scene_checks import outside, overlapping

from carbonroad.project import Project
from carbonroad.scene.boxes import flat, label_box
from carbonroad.scene.shapes import Label, Scene
from carbonroad.views.document import Figure, Paragraph, Section, Span, Table
from carbonroad.views.overview.column import Entry, stand
from carbonroad.views.overview.sparkline import sparkline
from carbonroad.views.overview.wedges import MOST, make_wedges
from carbonroad.views.shared.words import Words

LONG = "A name that is so long that no column beside a picture holds it in one line, nor in two"


def made(folder: Path, *pathways: str, top: str = "", title: str = "") -> Project:
    files = {"carbonroad.yaml": f"before_means: inclusive\nlanguages: [en, zh]\n{top}"}
    for place, pathway in enumerate(pathways):
        head = f"title: {title or 'F'} {place}\n"
        files[f"i{place:04}.yaml"] = f"{head}pathway: {pathway}\n"
    return load_files(folder, files)


def section(project: Project, lang: str = "en") -> Section:
    document = build_document("overview", project.system, project.facts, None, lang)
    return next(one for one in document.sections if one.anchor == "sums")


def scenes(project: Project, lang: str = "en") -> list[Scene]:
    figure = next(one for one in section(project, lang).blocks if isinstance(one, Figure))
    assert figure.narrow is not None
    return [figure.scene, figure.narrow]


def check(scene: Scene) -> None:
    assert outside(scene) == []
    assert overlapping(scene) == []
    for shape in flat(scene.shapes):
        if isinstance(shape, Label):
            box = label_box(shape)
            assert box.left >= -0.01
            assert box.right <= scene.width + 0.01


FRANCE = (
    "{unit: Mt CO2e/yr, actual: {2022: 64}, target: {2030: 30}}",
    "{unit: Mt CO2e/yr, actual: {2022: 129}, target: {2030: 92}}",
    "{unit: Mt CO2e/yr, actual: {2022: 81}, target: {2030: 68}}",
    "{unit: Mt CO2e/yr, actual: {2022: 134}, target: {2030: 79}}",
)


def test_the_title_is_the_finding_and_the_table_has_the_same_numbers(tmp_path: Path) -> None:
    project = made(
        tmp_path, *FRANCE, top="pathway: {unit: Mt CO2e/yr, actual: {2022: 408}, target: {2030: 270}}\n"
    )
    wide, narrow = scenes(project)
    assert wide.title == narrow.title == "F 3 carries 40% of the fall to 2030."
    assert "F 3: −55" in wide.summary
    table = next(one for one in section(project).blocks if isinstance(one, Table))
    rows = [
        [one.words for cell in row.cells for line in cell.lines for one in line if isinstance(one, Span)]
        for row in table.groups[0].rows
    ]
    assert rows[3] == ["F 3", "134", "79", "−55", "−41%", "40%"]
    assert rows[-1] == ["All fields", "408", "269", "−139", "−34%", "100%"]


@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(*[st.integers(-300, 300)] * 3, st.integers(0, 60)),
        min_size=1,
        max_size=9,
    )
)
def test_wedges_add_up_and_fit_whatever_rises_or_falls(rows: list[tuple[int, int, int, int]]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        project = made(
            Path(folder),
            *(
                f"{{unit: Mt, actual: {{2015: 7, 2020: {a}}}, target: {{2026: {b}, 2030: {c}..{c + r}}}}}"
                for a, b, c, r in rows
            ),
            top="pathway: {unit: Mt, actual: {2020: 9}, target: {2030: 1}}\n",
        )
    facts = project.facts
    wedges = make_wedges(facts.balance, facts.contributions)
    assert wedges is not None
    change = sum((one.change for one in wedges.wedges if one.main), Fraction(0))
    assert change == wedges.total.values[-1] - wedges.before.values[-1] == wedges.step.whole.change.middle
    for wedge in wedges.wedges:
        thickness = [high - low for (_, high), (_, low) in zip(wedge.upper, wedge.lower, strict=True)]
        assert min(thickness) >= 0
        if wedge.main:
            assert thickness[-1] == abs(wedge.change)
    for scene in (*scenes(project), *scenes(project, "zh")):
        check(scene)


@pytest.mark.parametrize("count", [1, 4, 10, 40])
@pytest.mark.parametrize("title", ["钢铁", "名称相当长的行业（含上下游及配套产业）", LONG])
def test_any_number_of_fields_with_any_names_fits(tmp_path: Path, count: int, title: str) -> None:
    pathways = [
        f"{{unit: Mt, actual: {{2022: {100 + n}}}, target: {{2035: {90 - n % 40}}}}}" for n in range(count)
    ]
    project = made(tmp_path, *pathways, title=title)
    for scene in scenes(project):
        check(scene)
        said = "".join(one.text for one in flat(scene.shapes) if isinstance(one, Label))
        assert ("other fields" in said) == (count > MOST + 1)


def test_labels_move_apart_and_stay_between_the_edges() -> None:
    entries = [Entry(at, (((("x", ""),)),)) for at in (10, 11, 12, 80, 99)]
    tops = stand(entries, 10, 0, 100)
    assert all(b - a >= 10 - 1e-9 for a, b in pairwise(tops))
    assert tops[0] >= 0
    assert tops[-1] + 10 <= 100


def test_without_a_pathway_one_line_says_so(tmp_path: Path) -> None:
    project = load_files(tmp_path, {"carbonroad.yaml": "title: T\n", "a.yaml": "title: A\n"})
    document = build_document("overview", project.system, project.facts, None, "en")
    assert not [one for one in document.sections if one.anchor == "sums"]
    said = [b.line for s in document.sections for b in s.blocks if isinstance(b, Paragraph)]
    line = "No field states an emissions pathway, so there is no sum to hold against the “1”."
    assert (Span(line),) in said


@pytest.mark.parametrize(
    "pathway",
    [
        "{unit: Mt, actual: {2020: -400}, target: {2030: -900, 2060: -1234567}}",
        "{unit: Mt, actual: {2020: 5, 2025: 4}, target: {2022: 9}}",
        "{unit: Mt, target: {2030: -5..5}}",
        "{unit: Mt, actual: {2020: 0}}",
    ],
)
def test_the_small_picture_fits_sinks_ranges_and_past_targets(tmp_path: Path, pathway: str) -> None:
    project = made(tmp_path, pathway)
    mark = sparkline(Words(project.system, project.facts, "en"), project.system.industries[0])
    assert mark is not None
    assert outside(mark.scene) == []


def said_in(scene: Scene) -> str:
    return " ".join(run[0] for one in flat(scene.shapes) if isinstance(one, Label) for run in one.runs)


def test_the_picture_names_the_unit_that_its_numbers_stand_in(tmp_path: Path) -> None:
    project = made(
        tmp_path,
        "{unit: 万吨 CO2/yr, actual: {2020: 30000}, target: {2030: 20000}}",
        top="pathway: {unit: Mt CO2/yr, actual: {2020: 400}, target: {2030: 200}}\n",
    )
    for scene in scenes(project):
        assert scene.title == "F 0 falls by 100 Mt CO2/yr to 2030."
        assert "Mt CO2/yr: change from 2020 to 2030" in " ".join(said_in(scene).split())


@pytest.mark.parametrize(
    ("unit", "one", "other"),
    [("亿吨二氧化碳", 3, 1.5), ("万吨二氧化碳", 30000, 15000)],
)
def test_chinese_numbers_of_tonnes_are_megatonnes_on_english_pages(
    tmp_path: Path, unit: str, one: float, other: float
) -> None:
    project = made(tmp_path, f"{{unit: {unit}, actual: {{2020: {one}}}, target: {{2030: {other}}}}}")
    wide, _ = scenes(project)
    assert wide.title == "F 0 falls by 150 Mt CO2 to 2030."
    assert {"100", "200", "300"} <= set(said_in(wide).split())
    mark = sparkline(Words(project.system, project.facts, "en"), project.system.industries[0])
    assert mark is not None
    assert mark.words == "2020: 300 Mt CO2 → 2030: 150 Mt CO2"
    chinese, _ = scenes(project, "zh")
    assert unit in chinese.title


@pytest.mark.parametrize(("fall", "begins"), [(20, "250"), (80, "0"), (300, "0")])
def test_an_axis_that_does_not_begin_at_zero_says_so_and_shows_no_area_below(
    tmp_path: Path, fall: int, begins: str
) -> None:
    project = made(tmp_path, f"{{unit: Mt, actual: {{2020: 300}}, target: {{2030: {300 - fall}}}}}")
    for scene in scenes(project):
        said = said_in(scene)
        assert begins in said.split()
        assert ("The axis begins at 250, not at 0." in " ".join(said.split())) == (begins != "0")
        below = [one for one in flat(scene.shapes) if getattr(one, "role", "") == "left"]
        assert bool(below) == (begins == "0")


def test_what_is_not_in_the_sum_is_never_called_all_fields(tmp_path: Path) -> None:
    top = "pathway: {unit: Mt CO2, gas: CO2, actual: {2020: 9}, target: {2030: 8}}\n"
    alone = "{unit: Mt CO2, gas: CH4, actual: {2020: 3}, target: {2030: 2}}"
    project = made(tmp_path, alone, "{unit: Mt CO2, actual: {2020: 3}, target: {2030: 2}}", top=top)
    wide, _ = scenes(project)
    assert wide.title == "F 1 falls by 1 Mt CO2 to 2030."
    assert "1 of 2 fields" in said_in(wide)
    assert project.facts.balance.gaps == ()
    told = [one.text for one in project.facts.balance.undecided]
    assert "The targets cannot be held against the “1”: the sum lacks i0000." in told
    (tmp_path / "none").mkdir()
    left = section(made(tmp_path / "none", alone, top=top))
    assert "F 0 is not in the sum: it counts CH4, not CO2." in str(left)


def test_a_target_of_the_top_that_not_all_fields_have_is_said_to_be_open(tmp_path: Path) -> None:
    project = made(
        tmp_path,
        "{unit: Mt, actual: {2020: 3}}",
        "{unit: Mt, actual: {2020: 3}, target: {2030: 2}}",
        top="pathway: {unit: Mt, actual: {2020: 9}, target: {2030: 8, 2040: 1}}\n",
    )
    told = [one.text for one in project.facts.balance.undecided]
    assert "The targets for 2030 cannot be held against the “1”: none is stated by i0000." in told
    assert "The targets for 2040 cannot be held against the “1”: none is stated by i0000, i0001." in told
