"""Where the parent of a roadmap is looked for: beside it and above it, never outside."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nested_roadmaps import write

from carbonroad.source.parents import NoParent, Shelf, climb, named_parent, names_in
from carbonroad.source.text import from_string


def parent(root: Path, place: str, name: str) -> str | NoParent:
    """The parent's folder below the root, or why there is none."""
    names = names_in(name)
    assert names is not None
    found = Shelf().find(str((root / place).resolve()), names)
    return found if isinstance(found, NoParent) else Path(found).relative_to(root.resolve()).as_posix()


TITLE = "title: T\n"


@pytest.mark.parametrize(
    ("place", "name", "found"),
    [
        ("north", "whole", "whole"),
        ("whole/east", "whole", "whole"),
        ("whole/east/hill", "east", "whole/east"),
        ("whole/east/hill", "whole", "whole"),
        ("provinces/west", "whole", "whole"),
        ("counties/west/bay", "provinces/west", "provinces/west"),
        ("counties/west/west", "provinces/west", "provinces/west"),
        ("twin/twin", "twin", "twin"),
        ("counties/west/bay", "bay", NoParent("itself")),
        ("north", "north", NoParent("itself")),
        ("north", "west", NoParent("missing")),
        ("north", "Whole", NoParent("missing")),
    ],
)
def test_the_nearest_beside_or_above_is_taken(tmp_path: Path, place: str, name: str, found: object) -> None:
    (tmp_path / ".git").mkdir()
    folders = (
        "whole", "north", "whole__east", "whole__east__hill", "provinces__west", "counties__west__bay",
        "counties__west__west", "twin", "twin__twin",
    )  # fmt: skip
    write(tmp_path, **dict.fromkeys(folders, TITLE))
    assert parent(tmp_path, place, name) == found


def test_nothing_outside_the_repository_is_looked_at(tmp_path: Path) -> None:
    write(tmp_path, whole=TITLE, repository__provinces__north=TITLE)
    (tmp_path / "repository" / ".git").mkdir()
    assert parent(tmp_path, "repository/provinces/north", "whole") == NoParent("missing")
    (tmp_path / "repository" / ".git").rmdir()
    (tmp_path / ".git").mkdir()
    assert parent(tmp_path, "repository/provinces/north", "whole") == "whole"


def test_without_a_repository_only_the_folder_around_is_looked_into(tmp_path: Path) -> None:
    write(tmp_path, whole=TITLE, around__north=TITLE, around__middle=TITLE)
    assert parent(tmp_path, "around/north", "middle") == "around/middle"
    assert parent(tmp_path, "around/north", "whole") == NoParent("missing")


def test_a_link_that_leads_elsewhere_is_no_parent(tmp_path: Path) -> None:
    write(tmp_path, outside__whole=TITLE, inside__north=TITLE)
    (tmp_path / "inside" / ".git").mkdir()
    (tmp_path / "inside" / "whole").symlink_to(tmp_path / "outside" / "whole", target_is_directory=True)
    assert parent(tmp_path, "inside/north", "whole") == NoParent("missing")


@pytest.mark.parametrize(
    "name",
    [
        "..", "../whole", "whole/..", "/etc", "C:\\whole", "a//b", "", " ", ".hidden", "a/.b", "wh\u202eole",
        "a\nb", "x" * 500,
    ],
)  # fmt: skip
def test_a_name_that_leads_anywhere_else_is_none(name: str) -> None:
    assert names_in(name) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("parent: whole\n", "whole"),
        ("title: T\r\nparent: whole   # above\r\n", "whole"),
        ("上级路线图: 全境\n", "全境"),
        ("上级: 全境\n", "全境"),
        ("'parent' : whole\n", "whole"),
        ('parent: "the whole"\n', "the whole"),
        ("{title: T, parent: whole}\n", "whole"),
        ("  title: T\n  parent: whole\n", "whole"),
        ("parent:\n  whole\n", "whole"),
        ("parent: provinces/north\n", "provinces/north"),
        ("indicators:\n  - {id: a, parent: b}\n  - id: c\n    parent: d\n", None),
        ("note: |\n  parent: whole\n", None),
        ("# parent: whole\n", None),
        ("parent:\n", None),
        ("parent: ~\n", None),
        ("parent: [a, b]\n", None),
        ("title: T\n", None),
        ("parents: whole\n", None),
    ],
)
def test_the_name_is_read_as_the_file_says_it(text: str, name: str | None) -> None:
    found = named_parent("carbonroad.yaml", {"carbonroad.yaml": from_string(text, "carbonroad.yaml")})
    assert (found.text if found is not None else None) == name
    if found is not None:
        assert name in text[found.span.start : found.span.end]


names = st.sampled_from(["a", "b", "c"])


@given(
    st.lists(names, min_size=1, max_size=5),
    st.lists(names, min_size=1, max_size=2),
    st.sets(st.tuples(names)),
)
def test_what_is_found_is_a_roadmap_of_that_name_and_never_the_roadmap_itself(
    place: list[str], wanted: list[str], there: set[tuple[str]]
) -> None:
    folders = there | {(*one, *other) for one in there for other in there}
    found = climb(tuple(place), tuple(wanted), folders.__contains__)
    if not isinstance(found, NoParent):
        assert found in folders
        assert found[-len(wanted) :] == tuple(wanted)
        assert found != tuple(place)
