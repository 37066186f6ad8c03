"""Roadmaps below each other: which are found, in which order, and what their pages are called."""

import os
from pathlib import Path

import pytest
from nested_roadmaps import folders_of, write

from carbonroad.source.folder import roadmaps_below
from carbonroad.source.page_folders import page_folders

TITLE = "title: T\n"


def found(root: Path, place: str = "") -> list[str]:
    start = root / place if place else root
    return [Path(one.path).relative_to(root).as_posix() for one in folders_of(start)]


def test_roadmaps_lie_beside_each_other_in_each_other_and_in_groups(tmp_path: Path) -> None:
    places = ("whole", "whole__north", "whole__north__hill", "provinces__south", "counties__south__bay")
    write(tmp_path, **dict.fromkeys(places, TITLE))
    every = ["counties/south/bay", "provinces/south", "whole", "whole/north", "whole/north/hill"]
    assert found(tmp_path) == every
    assert found(tmp_path, "whole") == ["whole", "whole/north", "whole/north/hill"]
    assert found(tmp_path, "whole/north/hill") == ["whole/north/hill"]


def test_a_file_of_a_roadmap_is_that_roadmap_alone(tmp_path: Path) -> None:
    write(tmp_path, whole=TITLE, whole__north=TITLE)
    (folder,) = folders_of(tmp_path / "whole" / "carbonroad.yaml")
    assert (folder.name, folder.only) == ("whole", "top")


def test_hidden_folders_and_links_that_lead_elsewhere_are_skipped(tmp_path: Path) -> None:
    write(tmp_path, roadmaps__whole=TITLE, roadmaps__whole__north=TITLE, outside=TITLE)
    write(tmp_path / "roadmaps" / ".hidden", old=TITLE)
    (tmp_path / "roadmaps" / "elsewhere").symlink_to(tmp_path / "outside", target_is_directory=True)
    (tmp_path / "roadmaps" / "whole" / "around").symlink_to(tmp_path / "roadmaps", target_is_directory=True)
    assert found(tmp_path, "roadmaps") == ["roadmaps/whole", "roadmaps/whole/north"]


def test_a_folder_with_files_of_its_own_is_not_looked_into(tmp_path: Path) -> None:
    write(tmp_path, roadmaps__whole=TITLE, roadmaps__data__deep__old=TITLE)
    (tmp_path / "roadmaps" / "data" / "values.yaml").write_text("x: 1\n", encoding="utf-8")
    assert found(tmp_path, "roadmaps") == ["roadmaps/whole"]


def test_files_without_a_top_stay_one_roadmap_whatever_lies_deeper(tmp_path: Path) -> None:
    write(tmp_path, group__deep=TITLE)
    (tmp_path / "steel.yaml").write_text("title: Steel\n", encoding="utf-8")
    (folder,) = folders_of(tmp_path)
    assert list(folder.files) == ["steel"]


def test_depth_is_bounded(tmp_path: Path) -> None:
    write(tmp_path, **{"a" + "__a" * depth: TITLE for depth in range(12)})
    assert len(found(tmp_path)) == 8


def test_folders_of_other_programs_are_not_looked_into(tmp_path: Path) -> None:
    others = ("node_modules__plan", "web__node_modules__plan", "lib__site-packages__plan")
    write(tmp_path, whole=TITLE, **dict.fromkeys(others, TITLE))
    assert found(tmp_path) == ["whole"]


def below(root: Path, most: int) -> list[str]:
    return sorted(Path(one).relative_to(root).as_posix() for one in roadmaps_below(str(root), most))


def test_an_editor_sees_what_the_command_line_sees(tmp_path: Path) -> None:
    write(tmp_path, whole=TITLE, whole__north=TITLE, group__south=TITLE, group__data__deep=TITLE)
    (tmp_path / "group" / "data" / "values.yaml").write_text("x: 1\n", encoding="utf-8")
    assert below(tmp_path, 100) == found(tmp_path) == ["group/south", "whole", "whole/north"]
    assert below(tmp_path / "whole", 100) == [".", "north"]
    assert roadmaps_below(str(tmp_path / "nowhere"), 100) == []


def test_what_lies_near_is_found_even_if_there_is_no_end_of_folders(tmp_path: Path) -> None:
    write(tmp_path, near=TITLE, **{f"a{place}__b__c": TITLE for place in range(5)})
    assert below(tmp_path, 6) == ["near"]


def test_a_folder_that_cannot_be_listed_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a=TITLE, b=TITLE, c=TITLE)
    listed = os.listdir

    def forbidding(path: str) -> list[str]:
        if Path(path).name == "b":
            raise PermissionError(path)
        return listed(path)

    monkeypatch.setattr(os, "listdir", forbidding)
    assert below(tmp_path, 100) == ["a", "c"]


@pytest.mark.parametrize(
    ("places", "names"),
    [
        (["whole", "north"], ["whole", "north"]),
        (["east/drum", "west/drum", "west"], ["east-drum", "west-drum", "west"]),
        (["x/east/drum", "y/east/drum"], ["x-east-drum", "y-east-drum"]),
        (["a b", "a-b"], None),
        (["east-drum", "east/drum", "west/drum"], None),
    ],
)
def test_names_of_pages_are_different_and_made_of_letters(
    tmp_path: Path, places: list[str], names: list[str] | None
) -> None:
    write(tmp_path, **{place.replace("/", "__"): TITLE for place in places})
    folders = [
        one for place in places for one in folders_of(tmp_path / place) if one.path == str(tmp_path / place)
    ]
    made = page_folders(folders)
    assert len({one.casefold() for one in made}) == len(places)
    assert all(char.isalnum() or char in "-_" for one in made for char in one)
    if names is not None:
        assert made == names
