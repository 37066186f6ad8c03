"""What is missing: sources, owners, translations, roads to the goals."""

from datetime import date
from pathlib import Path

import pytest

from carbonroad.findings import Finding
from carbonroad.project import load, load_text
from carbonroad.source.folder import find_roadmaps

TODAY = date(2026, 11, 22)
HEAD = "industry: steel\nowner: MIIT\nbefore_means: inclusive\n"


def found(text: str, name: str) -> list[Finding]:
    project = load_text((HEAD + text).encode(), "steel.yaml", None, TODAY)
    return [finding for finding in project.findings if finding.name == name]


def found_in(folder: Path, top: str, steel: str, name: str) -> list[Finding]:
    (folder / "carbonroad.yaml").write_text(f"title: Plan\nowner: NDRC\n{top}", "utf-8")
    (folder / "steel.yaml").write_text(f"title: Steel\nowner: MIIT\n{steel}", "utf-8")
    roadmaps = find_roadmaps(str(folder))
    assert isinstance(roadmaps, list)
    return [finding for finding in load(roadmaps[0], None, TODAY).findings if finding.name == name]


PEAK = "milestones:\n  - {id: goal, title: Peak, deadline: by 2030, goal: peak%s}\n"
OURS = "milestones:\n  - {id: ours, title: Ours, deadline: by 2028%s}\n"


@pytest.mark.parametrize(
    ("top", "steel", "reported"),
    [
        (PEAK % "", OURS % "", True),
        (PEAK % "", OURS % ", for: top.goal", False),
        (PEAK % "", OURS % ", after: top.goal", False),
        (PEAK % ", after: steel.ours", OURS % "", False),
        (PEAK % ", finished: 2026-01", OURS % "", False),
        (PEAK % ", status: dropped", OURS % "", False),
        (PEAK.replace(", goal: peak", "") % "", OURS % "", False),
        (PEAK.replace("goal: peak", "nature: binding") % "", OURS % "", True),
        (
            PEAK % "" + "  - {id: mid, title: Mid, deadline: by 2029, for: goal}\n",
            OURS % ", for: top.mid",
            False,
        ),
        (PEAK % "" + "  - {id: mid, title: Mid, deadline: by 2029, for: goal}\n", OURS % "", True),
    ],
)
def test_goals_of_the_top_file_that_industries_name(
    tmp_path: Path, top: str, steel: str, reported: bool
) -> None:
    assert bool(found_in(tmp_path, top, steel, "goal-not-served")) == reported


def test_goal_proved_by_a_number_is_served_by_an_indicator_below_it(tmp_path: Path) -> None:
    top = (PEAK % ", indicator: co2") + (
        "indicators:\n  - {id: co2, title: CO2, unit: Mt, targets: {2030: at most 100}}\n"
    )
    steel = (
        "indicators:\n  - {id: steel-co2, title: CO2 of steel, unit: Mt, parent: co2,"
        " targets: {2030: at most 10}}\n"
    )
    assert not found_in(tmp_path, top, steel, "goal-not-served")
    assert found_in(tmp_path, top, steel.replace("parent: co2,", ""), "goal-not-served")


def test_goals_are_not_asked_for_while_no_industry_has_content(tmp_path: Path) -> None:
    assert not found_in(tmp_path, PEAK % "", "", "goal-not-served")


@pytest.mark.parametrize(
    ("work", "reported"),
    [
        ("deadline: by 2029", True),
        ("deadline: by 2029, for: goal", False),
        ("deadline: by 2029, for: step", False),
        ("deadline: by 2029, for: 'share@2028'", False),
    ],
)
def test_road_to_a_binding_milestone(work: str, reported: bool) -> None:
    text = (
        "milestones:\n"
        "  - {id: goal, title: Goal, deadline: by 2030, nature: binding, after: step, indicator: share}\n"
        "  - {id: step, title: Step, deadline: by 2029}\n"
        "indicators:\n  - {id: share, title: Number, unit: Mt, targets: {2028: 10}}\n"
        f"works:\n  - {{id: W, title: W, {work}}}\n"
    )
    assert bool(found(text, "no-road-to-binding-milestone")) == reported


def test_binding_milestone_in_a_roadmap_without_works_is_not_asked_for_a_road() -> None:
    text = "milestones:\n  - {id: goal, title: Goal, deadline: by 2030, nature: binding}\n"
    assert not found(text, "no-road-to-binding-milestone")


def test_what_binds_lacks_its_source_once_and_as_a_warning() -> None:
    text = (
        "indicators:\n  - {id: a, title: A, unit: Mt, nature: binding, targets: {2030: 1, 2035: 2}}\n"
        "  - {id: b, title: B, unit: Mt, targets: {2030: {value: 1, nature: binding}, 2035: 2}}\n"
        "  - {id: c, title: C, unit: Mt, nature: binding}\n"
    )
    assert [f.message.split()[0] for f in found(text, "binding-without-source")] == [
        "steel.a",
        "steel.b",
        "steel.c",
    ]
    assert not [f for f in found(text, "no-source") if f.message.startswith("steel.a")]


@pytest.mark.parametrize(
    ("work", "reported"),
    [
        ("", True),
        (", deliverable: A report", False),
        (", for: M", False),
        (", status: dropped", False),
    ],
)
def test_work_that_delivers_nothing(work: str, reported: bool) -> None:
    text = "milestones:\n  - {id: M, title: M, deadline: by 2030}\n"
    text += f"works:\n  - {{id: W, title: W, deadline: by 2029{work}}}\n"
    assert bool(found(text, "work-delivers-nothing")) == reported


def test_work_that_another_waits_for_delivers_something() -> None:
    text = (
        "works:\n  - {id: A, title: A, deadline: by 2028}\n  - {id: B, title: B, after: A, deliverable: D}\n"
    )
    assert not found(text, "work-delivers-nothing")


@pytest.mark.parametrize(
    ("titles", "missing"),
    [
        (["{en: A, zh: 甲}", "{en: B, zh: 乙}", "{en: C}"], 1),
        (["{en: A, zh: 甲}", "{en: B, zh-Hans: 乙}", "{en-GB: C, zh: 丙}"], 0),
        (["{en: A, zh: 甲}", "B", "C", "D"], 1),
        (["A", "B", "C"], 1),
    ],
)
def test_titles_without_a_language_of_the_roadmap(titles: list[str], missing: int) -> None:
    text = "languages: [en, zh]\ntitle: {en: Steel, zh: 钢铁}\nmilestones:\n"
    text += "".join(
        f"  - {{id: M{n}, title: {title}, deadline: by 203{n}}}\n" for n, title in enumerate(titles)
    )
    assert len(found(text, "missing-translation")) == missing


def test_one_language_asks_for_no_translation() -> None:
    text = "milestones:\n  - {id: M, title: {zh: 甲}, deadline: by 2030}\n"
    assert not found(text, "missing-translation")


@pytest.mark.parametrize(
    ("first", "second", "reported"),
    [
        ("title: Standards  issued", "title: standards issued", True),
        ("title: {en: A, zh: 标准}", "title: {en: B, zh: 标准}", True),
        ("title: A", "title: B", False),
        ("title: A, superseded_by: Y", "title: A", False),
    ],
)
def test_same_title(first: str, second: str, reported: bool) -> None:
    text = f"milestones:\n  - {{id: X, {first}, deadline: 2030}}\n  - {{id: Y, {second}, deadline: 2031}}\n"
    assert bool(found(text, "same-title")) == reported


def test_work_and_milestone_may_share_a_title() -> None:
    text = "milestones:\n  - {id: X, title: Retrofit, deadline: by 2030}\n"
    text += "works:\n  - {id: Y, title: Retrofit, deadline: by 2030, for: X}\n"
    assert not found(text, "same-title")


@pytest.mark.parametrize("steel", [None, b"\xff\xfet\x00i\x00"])
def test_nothing_is_missed_that_may_stand_in_a_file_that_was_not_read(
    tmp_path: Path, steel: bytes | None
) -> None:
    top = "title: Plan\nowner: ndrc\nindustries: [steel, cement]\n" + PEAK % ""
    top += "organisations:\n  ndrc: {title: NDRC}\n  miit: {title: MIIT}\n"
    top += "works:\n  - {id: w, title: W, deadline: by 2028}\n"
    (tmp_path / "carbonroad.yaml").write_text(top, "utf-8")
    (tmp_path / "cement.yaml").write_text(f"title: Cement\nowner: ndrc\n{OURS % ''}", "utf-8")
    if steel is not None:
        (tmp_path / "steel.yaml").write_bytes(steel)
    roadmaps = find_roadmaps(str(tmp_path))
    assert isinstance(roadmaps, list)
    names = {finding.name for finding in load(roadmaps[0], None, TODAY).findings}
    absent = {"goal-not-served", "declared-and-never-used", "work-delivers-nothing"}
    assert not names & absent
    (tmp_path / "steel.yaml").write_text("title: Steel\nowner: ndrc\n", "utf-8")
    names = {finding.name for finding in load(roadmaps[0], None, TODAY).findings}
    if steel is not None:
        assert absent <= names
