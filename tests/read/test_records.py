"""A map is read the same whichever way its keys stand, and its place says where each of them is."""

from carbonroad.model.items import Milestone
from carbonroad.model.roadmap import RoadmapFile
from carbonroad.read.files import read_industry
from carbonroad.read.reader import Reader
from carbonroad.source.text import SourceText, from_string
from carbonroad.source.yaml.parse import parse


def _read(text: str) -> tuple[RoadmapFile, Reader, SourceText]:
    source = from_string(text, "steel.yaml")
    assert isinstance(source, SourceText)
    reader, root = Reader("steel.yaml"), parse(source).root
    assert root is not None
    file = read_industry(reader, root, alone=False)
    assert file is not None
    return file, reader, source


def _milestone(lines: str) -> tuple[Milestone, Reader, SourceText]:
    file, reader, source = _read(f"milestones:\n  - {lines}\n")
    return file.part.milestones[0], reader, source


def _said(item: Milestone) -> tuple[object, ...]:
    """What a milestone says, without where."""
    owner = tuple(words.text for words in item.duties.owner)
    return item.id, item.title, item.deadline and item.deadline.words.text, owner, item.status


def test_own_keys_and_the_order_of_keys_change_nothing() -> None:
    plain, reader, _ = _milestone("{id: a, title: A, deadline: 2030, owner: mee, status: done}")
    other, same, _ = _milestone(
        "{x-a: 1, status: done, owner: mee, x-b: [2], deadline: 2030, title: A, id: a}"
    )
    assert _said(plain) == _said(other)
    assert not reader.findings
    assert not same.findings


def test_an_empty_field_is_one_that_is_not_given() -> None:
    plain, _, _ = _milestone("{id: a, title: A, deadline: 2030}")
    empty, reader, _ = _milestone("{id: a, title: A, deadline: 2030, owner: , status: ~}")
    assert _said(plain) == _said(empty)
    assert not reader.findings


def test_a_key_in_both_languages_counts_once_and_is_found() -> None:
    item, reader, _ = _milestone("{id: a, title: A, 标题: B, deadline: 2030}")
    assert item.title.entries == (("", "A"),)
    assert [finding.name for finding in reader.findings] == ["key-in-both-spellings"]


def test_the_place_of_every_field_is_that_of_its_key_and_value() -> None:
    item, _, source = _milestone("{id: a, x-own: 1, 标题: A b, deadline: 2030}")
    fields = item.place.fields
    words = {name: (source.text[a:b], source.text[c:d]) for name, (a, b, c, d) in fields.items()}
    assert words == {"id": ("id", "a"), "title": ("标题", "A b"), "deadline": ("deadline", "2030")}
    assert "status" not in fields
    assert fields.get("status") is None
    assert len(fields) == len(words)
