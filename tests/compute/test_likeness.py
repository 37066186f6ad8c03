"""How alike two things of two versions are, and which of them are taken for the same."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from carbonroad.compute.changes.alike import Candidate, alike, candidate, same_title, title_alike
from carbonroad.compute.changes.pairing import pair_up
from carbonroad.model.text import Text


def thing(name: str, *titles: str, home: str = "", marks: Mapping[str, object] | None = None) -> Candidate:
    texts = [Text(((f"l{number}", title),)) for number, title in enumerate(titles)]
    return candidate(f"{home}.{name}", home, name, "", texts, marks or {})


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("Furnaces are built", "Furnaces are built", Fraction(1)),
        ("Furnaces are built", "furnaces  ARE built", Fraction(1)),
        ("Furnaces are built", "Furnaces were built", Fraction(2, 3)),
        ("Furnaces are built", "Rules for scrap", Fraction(0)),
        ("Cut by 2", "Cut by 3", Fraction(1, 3)),
        ("钢铁达峰", "钢铁减碳", Fraction(1, 3)),
        ("钢铁达峰", "达峰钢铁", Fraction(2, 3)),
        ("钢", "钢", Fraction(1)),
        ("—", "Furnaces", Fraction(0)),
        ("—", "–", Fraction(0)),
    ],
)
def test_titles_are_alike_by_their_common_words(one: str, other: str, share: Fraction) -> None:
    assert title_alike(thing("a", one), thing("b", other)) == share
    assert title_alike(thing("b", other), thing("a", one)) == share


def test_a_title_in_common_in_any_language_or_none_at_all_is_the_same() -> None:
    assert same_title(thing("a", "Peak", "达峰"), thing("b", "Top", "达峰"))
    assert same_title(thing("a"), thing("b"))
    assert not same_title(thing("a", "Peak"), thing("b"))
    assert not same_title(thing("a"), thing("b", "Peak"))


def test_a_title_weighs_as_much_as_six_marks_and_empty_marks_nothing() -> None:
    empty = {"a": None, "b": "", "c": (), "d": frozenset[str]()}
    assert thing("a", "Peak", marks=empty).marks == {}
    one, other = thing("a", "Peak", marks={"x": 1, "y": 2}), thing("b", "Peak", marks={"x": 1, "y": 3})
    assert alike(one, other) == Fraction(7, 8)
    assert alike(one, thing("c", "Rules", marks={"x": 1, "y": 2})) == Fraction(2, 8)
    assert alike(one, thing("d", "Peak")) == Fraction(6, 8)


MARKS = {"x": 1, "y": 2}
HALF = {"x": 1, "y": 3}


@pytest.mark.parametrize(
    ("old", "new", "fuzzy", "same"),
    [
        (thing("a", "Peak"), thing("a", "Peak"), True, True),
        (thing("a", "Peak"), thing("b", "Peak"), False, True),
        (thing("a", "Peak", home="x"), thing("a", "Peak", home="y"), False, False),
        (thing("a", "Peak", home="x"), thing("a", "Peak", home="y"), True, True),
        (thing("a", "Peak", marks=MARKS), thing("a", "Top", marks=HALF), False, True),
        (thing("a", "Peak", marks=MARKS), thing("a", "Top", marks={"x": 1, "y": 3, "z": 4}), False, False),
        (thing("a", "First peak", marks=MARKS), thing("a", "Last peak"), False, True),
        (thing("a", "Peak", marks=MARKS), thing("b", "Top", marks=MARKS), True, False),
        (thing("a", "Rules for old furnaces"), thing("b", "Rules for new furnaces"), True, True),
        (thing("a", "Rules for old furnaces"), thing("b", "Rules for new furnaces"), False, False),
        (thing("a", "Rules for old furnaces"), thing("b", "Rules on new lamps"), True, False),
        (thing("a", "Old furnaces", home="x"), thing("b", "New furnaces", home="y"), True, False),
    ],
)
def test_things_are_the_same_by_name_by_title_or_because_they_are_alike(
    old: Candidate, new: Candidate, *, fuzzy: bool, same: bool
) -> None:
    assert pair_up([old], [new], fuzzy=fuzzy) == ({old.name: new.name} if same else {})
    assert pair_up([new], [old], fuzzy=fuzzy) == ({new.name: old.name} if same else {})


def test_the_most_alike_are_paired_first() -> None:
    old = [thing("a", "Rules for furnaces", marks=MARKS), thing("b", "Rules for furnaces", marks={"x": 5})]
    new = [thing("c", "Rules for furnaces", marks={"x": 5}), thing("d", "Rules for furnaces", marks=HALF)]
    assert pair_up(old, new) == {".a": ".d", ".b": ".c"}
    assert pair_up(new, old) == {".d": ".a", ".c": ".b"}
