"""What a result is remembered by: whatever it depends on changes the key, or the result is the same."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from memory import Memory

from carbonroad.batch import program
from carbonroad.batch.call import Call
from carbonroad.batch.outcome import Outcome
from carbonroad.batch.run import check_all
from carbonroad.checking.checked import USUAL, Checks
from carbonroad.checking.rulebook import selector
from carbonroad.checking.settings import Level, Settings
from carbonroad.findings import Severity
from carbonroad.source.folder import Folder, find_roadmaps

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
CALL = Call(None, TODAY, USUAL)
FILES = {
    "whole/carbonroad.yaml": "title: Whole\nbefore_means: inclusive\n"
    "organisations: {office: {title: Office}}\n"
    "indicators:\n- {id: power, title: Power, unit: GW, allocation: sum, targets: {2030: 30}}\n",
    "part/carbonroad.yaml": "title: Part\nparent: whole\nbefore_means: inclusive\n"
    "validate: {ignore: [CR503]}\n"
    "indicators:\n- {id: power, title: Power, unit: GW, owner: offce, targets: {2030: 20}}\n",
    "part/steel.yaml": "title: Steel\nmilestones:\n- {id: M1, title: Peak, deadline: by 2030} "
    "# carbonroad: ignore[no-owner] -- asked\n",
    "part/carbonroad-baseline.json": '{"format": 1, "findings": []}\n',
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def folders(tree: Path) -> list[Folder]:
    found = find_roadmaps(str(tree))
    assert isinstance(found, list)
    return found


def shown(outcomes: Iterator[Outcome]) -> list[Outcome]:
    return [one._replace(key="") for one in outcomes]


def keys(tree: Path, call: Call = CALL) -> list[str]:
    return [one.key for one in check_all(folders(tree), call, store=Memory())]


def test_the_same_inputs_have_the_same_key(tree: Path) -> None:
    assert keys(tree) == keys(tree)
    assert all(len(key) == 64 for key in keys(tree))


@settings(max_examples=40)
@given(data=st.data())
def test_editing_any_byte_changes_the_key_or_leaves_the_result(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tree = tmp_path_factory.mktemp("tree")
    for name, text in FILES.items():
        (tree / name).parent.mkdir(exist_ok=True)
        (tree / name).write_text(text, encoding="utf-8")
    memory = Memory()
    list(check_all(folders(tree), CALL, store=memory))
    name = data.draw(st.sampled_from(sorted(FILES)))
    bytes_ = bytearray((tree / name).read_bytes())
    at = data.draw(st.integers(0, len(bytes_) - 1))
    bytes_[at] = data.draw(st.integers(0, 255))
    (tree / name).write_bytes(bytes_)
    remembered = shown(check_all(folders(tree), CALL, store=memory))
    assert remembered == shown(check_all(folders(tree), CALL))


@pytest.mark.parametrize("name", sorted(FILES))
def test_each_file_is_part_of_the_key_of_whom_it_concerns(tree: Path, name: str) -> None:
    before = dict(zip([one.name for one in folders(tree)], keys(tree), strict=True))
    with (tree / name).open("ab") as file:
        file.write(b"\n")
    after = dict(zip([one.name for one in folders(tree)], keys(tree), strict=True))
    assert before["part"] != after["part"]  # its own files and its parent's
    assert (before["whole"] != after["whole"]) == (name == "whole/carbonroad.yaml")


def test_what_a_child_hands_up_is_part_of_its_parents_key(tree: Path) -> None:
    before = keys(tree)
    part = tree / "part" / "carbonroad.yaml"
    part.write_text(part.read_text("utf-8").replace("2030: 20", "2030: 25"), encoding="utf-8")
    assert all(old != new for old, new in zip(before, keys(tree), strict=True))


def _calls() -> list[Call]:
    owner, source = selector("no-owner"), selector("no-source")
    assert owner is not None
    assert source is not None
    said = [
        Settings(select=()),
        Settings(select=(owner,)),
        Settings(ignore=(owner,)),
        Settings(ignore=(source,)),
        Settings(ignore=(owner, source)),
        Settings(levels=(Level(owner, None),)),
        Settings(levels=(Level(owner, Severity.error),)),
        Settings(levels=(Level(owner, Severity.info),)),
    ]
    return [
        CALL,
        Call(TODAY, TODAY, USUAL),
        Call(date(2027, 1, 1), TODAY, USUAL),
        Call(None, TODAY, Checks(baseline="")),
        *(Call(None, TODAY, Checks(one)) for one in said),
    ]


def test_what_the_call_says_is_part_of_the_key(tree: Path) -> None:
    made = [keys(tree, call)[0] for call in _calls()]
    assert len(set(made)) == len(made)


def test_the_way_files_are_named_is_part_of_the_key(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    here = [one.key for one in check_all(folders(Path()), CALL, store=Memory())]
    assert set(here).isdisjoint(keys(tree))


@pytest.mark.parametrize("change", ["double", "link", "more", "fewer", "baseline"])
def test_which_files_there_are_is_part_of_the_key(tree: Path, change: str) -> None:
    before = dict(zip([one.name for one in folders(tree)], keys(tree), strict=True))
    part = tree / "part"
    match change:
        case "double":
            (part / "steel.yml").write_bytes((part / "steel.yaml").read_bytes())
        case "link":
            (part / "cement.yaml").symlink_to(tree / "whole" / "carbonroad.yaml")
        case "more":
            (part / "cement.yaml").write_bytes((part / "steel.yaml").read_bytes())
        case "fewer":
            (part / "steel.yaml").unlink()
        case _:
            (part / "carbonroad-baseline.json").unlink()
    after = dict(zip([one.name for one in folders(tree)], keys(tree), strict=True))
    assert before["part"] != after["part"]


def test_another_program_has_other_keys(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keys(tree)
    program.program_digest.cache_clear()
    monkeypatch.setattr(program, "__version__", "999")
    assert set(keys(tree)).isdisjoint(before)
    program.program_digest.cache_clear()


def test_the_program_is_all_code_but_the_floors_above_the_batch() -> None:
    listed = {
        Path(path).relative_to(program.home()).parts[0]
        for path in program.files()
        if Path(path).is_relative_to(program.home())
    }
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (layers,) = [one["layers"] for one in contracts if one["type"] == "layers"]
    floors = [layer.replace("carbonroad.", "").split(" | ") for layer in layers]
    here = floors.index(["batch"])
    above = {name for floor in floors[:here] for name in floor} - {"__main__", "printing"}
    assert {name for floor in floors[here:] for name in floor} <= {one.removesuffix(".py") for one in listed}
    assert not above & listed


@pytest.mark.parametrize("data", [b"title: \xff\n", None])
def test_a_roadmap_that_cannot_be_read_has_no_key(tree: Path, data: bytes | None) -> None:
    file = tree / "part" / "steel.yaml"
    if data is None:
        file.unlink()
        file.symlink_to("steel.yaml")
    else:
        file.write_bytes(data)
    made = {one.folder.name: one.key for one in check_all(folders(tree), CALL, store=Memory())}
    assert made["part"] == ""
