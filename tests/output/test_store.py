"""The cache on disk: what a stranger can do to it costs time and nothing else."""

import os
import stat
from hmac import digest
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbonroad.output import store as module
from carbonroad.output.secret import own_secret
from carbonroad.output.store import DiskStore

SECRET = b"s" * 32
KEY = "ab" + "0" * 62
OTHER = "ab" + "1" * 62


def kept(folder: Path, **values: bytes) -> DiskStore:
    """A store with values on disk, for keys of the same file."""
    store = DiskStore(str(folder), SECRET)
    for name, value in ({"first": b"one", "second": b"two"} | values).items():
        store.put({"first": KEY, "second": OTHER}[name], value)
    store.flush()
    assert store.problem == ""
    return store


def fresh(folder: Path, secret: bytes = SECRET) -> DiskStore:
    return DiskStore(str(folder), secret)


def file_of(folder: Path) -> Path:
    return folder / "results-1" / "ab"


def test_what_was_put_is_there_in_the_next_run(tmp_path: Path) -> None:
    kept(tmp_path)
    assert (fresh(tmp_path).get(KEY), fresh(tmp_path).get(OTHER)) == (b"one", b"two")
    assert fresh(tmp_path).get("ab" + "2" * 62) is None
    assert fresh(tmp_path).get("cd" + "2" * 62) is None


def test_what_was_put_is_there_before_it_is_written(tmp_path: Path) -> None:
    store = fresh(tmp_path)
    store.put(KEY, b"one")
    assert store.get(KEY) == b"one"
    assert not any(tmp_path.iterdir())


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    kept(tmp_path / "cache")
    assert stat.S_IMODE(file_of(tmp_path / "cache").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "cache" / "results-1").stat().st_mode) == 0o700
    assert (tmp_path / "cache" / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172")


def test_an_entry_of_another_secret_does_not_count(tmp_path: Path) -> None:
    kept(tmp_path)
    assert fresh(tmp_path, b"t" * 32).get(KEY) is None


def record(key: str, value: bytes, secret: bytes = SECRET, marked_as: str = "") -> bytes:
    head = b"carbonroad cache 1\n"
    mark = digest(secret, head + bytes.fromhex(marked_as or key) + value, "sha256")
    return bytes.fromhex(key) + mark + len(value).to_bytes(4, "big") + value


def test_the_form_of_a_file_is_as_these_tests_forge_it(tmp_path: Path) -> None:
    kept(tmp_path)
    file_of(tmp_path).write_bytes(b"carbonroad cache 1\n" + record(KEY, b"forged with the secret"))
    assert fresh(tmp_path).get(KEY) == b"forged with the secret"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"carbonroad cache 1\n",
        b"carbonroad cache 0\n" + record(KEY, b"old"),
        b"carbonroad cache 1\n" + record(KEY, b"evil", b"guess"),
        b"carbonroad cache 1\n" + record(KEY, b"two", marked_as=OTHER),  # a good entry under another key
        b"carbonroad cache 1\n" + record(KEY, b"one")[:-1],
        b"carbonroad cache 1\n" + record(KEY, b"one")[:40],
        b"carbonroad cache 1\n" + record(KEY, b"one")[:64] + b"\xff\xff\xff\xff" + b"one",
        b"carbonroad cache 1\n" + record(KEY, b"one") + b"\0" * (module.MOST + 1),
        b"\0" * 100_000,
    ],
)
def test_a_damaged_or_forged_file_is_as_if_absent(tmp_path: Path, data: bytes) -> None:
    kept(tmp_path)
    file_of(tmp_path).write_bytes(data)
    assert fresh(tmp_path).get(KEY) is None
    kept(tmp_path)
    assert fresh(tmp_path).get(KEY) == b"one"


@settings(max_examples=60)
@given(at=st.integers(0, 10_000), value=st.integers(0, 255), cut=st.integers(0, 10_000))
def test_no_byte_can_be_changed(
    tmp_path_factory: pytest.TempPathFactory, at: int, value: int, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    kept(folder)
    data = bytearray(file_of(folder).read_bytes())
    data[at % len(data)] = value
    file_of(folder).write_bytes(data[: len(data) - cut % 3])
    store = fresh(folder)
    assert store.get(KEY) in {b"one", None}
    assert store.get(OTHER) in {b"two", None}


@pytest.mark.parametrize("kind", ["link", "loop", "pipe", "folder"])
def test_what_is_no_file_is_neither_read_nor_followed(tmp_path: Path, kind: str) -> None:
    kept(tmp_path / "cache")
    place, outside = file_of(tmp_path / "cache"), tmp_path / "outside"
    outside.write_bytes(place.read_bytes())
    place.unlink()
    match kind:
        case "link":
            place.symlink_to(outside)
        case "loop":
            place.symlink_to(place)
        case "pipe":
            os.mkfifo(place)
        case _:
            place.mkdir()
    store = fresh(tmp_path / "cache")
    assert store.get(KEY) is None
    before = outside.read_bytes()
    store.put(KEY, b"new")
    store.flush()
    assert outside.read_bytes() == before
    assert (store.problem != "") == (kind == "folder")


def test_nothing_is_written_through_a_link_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "victim").mkdir()
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "results-1").symlink_to(tmp_path / "victim")
    store = fresh(tmp_path / "cache")
    store.put(KEY, b"one")
    store.flush()
    assert list((tmp_path / "victim").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    store = fresh(tmp_path / "file" / "cache")
    store.put(KEY, b"one")
    store.flush()
    assert store.problem
    assert store.get(KEY) is None


def test_two_runs_keep_each_others_entries(tmp_path: Path) -> None:
    first, second = fresh(tmp_path), fresh(tmp_path)
    assert (first.get(KEY), second.get(OTHER)) == (None, None)
    first.put(KEY, b"one")
    second.put(OTHER, b"two")
    first.flush()
    second.flush()
    assert (fresh(tmp_path).get(KEY), fresh(tmp_path).get(OTHER)) == (b"one", b"two")


def test_the_size_is_bounded_and_what_was_used_last_stays(tmp_path: Path) -> None:
    value = os.urandom(100_000)
    keys = [f"ab{number:062d}" for number in range(12)]
    for key in keys:
        store = fresh(tmp_path)
        store.get(keys[0])
        store.put(key, value)
        store.flush()
    assert file_of(tmp_path).stat().st_size <= module.MOST
    there = [number for number, key in enumerate(keys) if fresh(tmp_path).get(key) is not None]
    assert there == [0, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    store = fresh(tmp_path)
    store.put("ab" + "f" * 62, b"x" * module.MOST)
    store.flush()
    assert fresh(tmp_path).get("ab" + "f" * 62) is None


def test_what_a_killed_run_left_is_removed(tmp_path: Path) -> None:
    kept(tmp_path)
    left, young = tmp_path / "results-1" / ".ab-old", tmp_path / "results-1" / ".ab-new"
    left.write_bytes(b"x")
    young.write_bytes(b"x")
    os.utime(left, (1, 1))
    kept(tmp_path)
    assert (left.exists(), young.exists()) == (False, True)


def test_the_secret_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "cache.key"
    secret = own_secret(str(path))
    assert secret is not None
    assert len(secret) == 32
    assert own_secret(str(path)) == secret
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["cache.key"]


@pytest.mark.parametrize("kind", ["others", "short", "link", "folder", "words"])
def test_a_secret_that_others_may_know_is_not_used(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "cache.key"
    own_secret(str(path))
    match kind:
        case "others":
            path.chmod(0o644)
        case "short":
            path.write_text("abcd\n", encoding="utf-8")
        case "words":
            path.write_text("é" * 40, encoding="utf-8")
        case "link":
            path.rename(tmp_path / "there")
            path.symlink_to(tmp_path / "there")
        case _:
            path.unlink()
            path.mkdir()
    assert own_secret(str(path)) is None
