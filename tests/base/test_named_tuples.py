"""The records of `base/record.py` behave as `typing.NamedTuple` does."""

import copy
import pickle
import re
import typing
from pathlib import Path

import pytest

from carbonroad.base import record


class Ours(record.NamedTuple):
    """A record."""

    first: int
    second: str = "two"
    third: tuple[int, ...] = ()

    @property
    def sum(self) -> int:
        return self.first + len(self.third)

    def __str__(self) -> str:
        return f"<{self.second}>"


class Theirs(typing.NamedTuple):
    """A record."""

    first: int
    second: str = "two"
    third: tuple[int, ...] = ()

    @property
    def sum(self) -> int:
        return self.first + len(self.third)

    def __str__(self) -> str:
        return f"<{self.second}>"


CALLS = [((1,), {}), ((1, "b"), {}), ((1,), {"third": (3, 4)}), ((), {"second": "x", "first": 9})]


@pytest.mark.parametrize(("values", "named"), CALLS)
def test_a_record_is_made_read_and_shown_as_one_of_typing(values, named):
    ours, theirs = Ours(*values, **named), Theirs(*values, **named)
    assert ours == theirs
    assert hash(ours) == hash(theirs)
    assert isinstance(ours, tuple)
    assert (ours.first, ours.second, ours.third, ours.sum) == (*theirs, theirs.sum)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert str(ours) == str(theirs)
    assert ours._asdict() == theirs._asdict()
    assert ours._replace(second="new") == theirs._replace(second="new")
    assert type(ours._replace(first=3)) is Ours
    assert Ours._make(list(theirs)) == ours


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), ((1, 2, 3, 4), {}), ((1,), {"fourth": 1}), ((1,), {"first": 1})]
)
def test_a_record_with_wrong_values_is_refused_as_one_of_typing(values, named):
    for made in (Ours, Theirs):
        with pytest.raises(TypeError):
            made(*values, **named)


def test_a_record_refuses_unknown_fields_and_cannot_be_changed():
    one = Ours(1)
    with pytest.raises(TypeError, match="unknown"):  # as typing's do from Python 3.13 on
        one._replace(unknown=1)
    with pytest.raises(TypeError):
        Ours._make((1, 2))
    with pytest.raises(AttributeError):
        one.first = 2
    with pytest.raises(AttributeError):
        one.other = 2


def test_a_record_travels_between_processes_and_is_copied():
    one = Ours(1, "b", (2,))
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own
    assert type(copy.deepcopy(one)) is Ours


def test_a_record_is_matched_by_its_fields():
    match Ours(1, "b", (2,)):
        case Ours(first, second, third):
            assert (first, second, third) == (1, "b", (2,))


def test_classes_describe_themselves_as_those_of_typing():
    for name in ("_fields", "_field_defaults", "__match_args__", "__doc__"):
        assert getattr(Ours, name) == getattr(Theirs, name)
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert Ours.first.__doc__ == Theirs.first.__doc__


def test_a_field_without_a_default_cannot_follow_one_with_a_default():
    with pytest.raises(TypeError, match="default"):

        class Wrong(record.NamedTuple):
            first: int = 1
            second: str

    assert "Wrong" not in locals()


def test_every_record_of_the_program_is_one_of_these():
    package = Path(record.__file__).parents[1]
    texts = {path.name: path.read_text(encoding="utf-8") for path in package.rglob("*.py")}
    found = [
        name
        for name, text in texts.items()
        if re.search(r"^from typing import .*NamedTuple", text, re.MULTILINE)
    ]
    assert not found
