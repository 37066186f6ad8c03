"""Words of fixed lists by what they mean, and what stands where a list belongs."""

from pathlib import Path

import pytest
from roadmap_files import load_files, mistakes

from carbonroad.findings import Finding


def of(tmp_path: Path, text: str) -> list[Finding]:
    found = mistakes(load_files(tmp_path, text))
    return [finding for finding in found if finding.severity.value == "error"]


@pytest.mark.parametrize(
    ("field", "word", "meant"),
    [
        ("status", "finishd", "done"),
        ("status", "compleat", "done"),
        ("status", "in progress", "on-track"),
        ("status", "in-progress", "on-track"),
        ("status", "正在推进", "进行中"),
        ("status", "planed", "planned"),
        ("nature", "约束性指标", "约束性"),
        ("nature", "mandatry", "binding"),
    ],
)
def test_a_word_is_known_by_its_meaning_too(tmp_path: Path, field: str, word: str, meant: str) -> None:
    text = f"milestones:\n  - {{id: a, title: A, deadline: 2030, {field}: {word}}}\n"
    (finding,) = of(tmp_path, text)
    assert finding.help.startswith(f'did you mean "{meant}"?')


def test_one_item_without_its_dash_is_read_so_that_what_names_it_is_right(tmp_path: Path) -> None:
    text = (
        "milestones:\n  id: a\n  title: A\n  deadline: 2030\n"
        "works:\n  - {id: w, title: W, deadline: 2029, for: a}\n"
    )
    (finding,) = of(tmp_path, text)
    assert finding.name == "wrong-type"
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert text[: edit.start] + edit.text + text[edit.end :] == text.replace("  id: a", "- id: a")


def test_items_below_their_ids_are_read(tmp_path: Path) -> None:
    text = (
        "milestones:\n  a:\n    title: A\n    deadline: 2030\n"
        "works:\n  - {id: w, title: W, deadline: 2029, for: a}\n"
    )
    (finding,) = of(tmp_path, text)
    assert finding.help == "write each as an item: `- id: a`, with its other keys below"


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("47664", "write 2030-06-30, if that day is meant"),
        ("20300630", "write 2030-06-30"),
    ],
)
def test_days_as_spreadsheets_write_them(tmp_path: Path, typed: str, advice: str) -> None:
    (finding,) = of(tmp_path, f"milestones:\n  - {{id: a, title: A, deadline: {typed}}}\n")
    assert (finding.name, finding.help) == ("unreadable-date", advice)


@pytest.mark.parametrize(
    ("lines", "advice"),
    [
        ("actual: {2025: —}", "leave out what has no value yet"),
        ("actual: 545", "write each year with its value, such as {2025: 15, 2030: 20}"),
        (
            "targets: {2030: 降低5个百分点}",
            "points change only what is measured in %; write the change in % or in kgce/t, with down or up",
        ),
    ],
)
def test_values_that_do_not_fit(tmp_path: Path, lines: str, advice: str) -> None:
    (finding,) = of(tmp_path, f"indicators:\n  - {{id: a, title: A, unit: kgce/t, {lines}}}\n")
    assert finding.help == advice
