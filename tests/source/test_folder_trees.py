"""Roadmaps below each other: which are found, in which order, and what their pages are called."""

from pathlib import Path

import pytest
from nested_roadmaps import folders_of, write

from carbonroad.source.folder import page_folders

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
