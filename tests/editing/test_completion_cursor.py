"""What stands at the cursor, told from the text alone."""

from pathlib import Path

import pytest

from carbonroad.editing.cursors.cursor import cursors_at
from carbonroad.editing.cursors.levels import Cursor, Level

MARK = "▮"
ROADMAPS = Path(__file__).parents[2] / "roadmaps"


def at(text: str) -> list[Cursor]:
    return cursors_at(text.replace(MARK, "", 1), text.index(MARK))


def told(text: str) -> str:
    """The kind of place, the way to it and what is typed, in one line."""
    plain = text.replace(MARK, "", 1)
    lines = []
    for one in cursors_at(plain, text.index(MARK)):
        way = "".join(_step(level) for level in one.levels)
        lines.append(f"{one.asked} {way} {plain[one.start : one.at]!r}")
    return "; ".join(lines)


def _step(level: Level) -> str:
    brackets = "[]" if level.listed else f".{level.key}"
    return f"({brackets})" if level.flow else brackets


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("▮", "key . ''"),
        ("ow▮", "key . 'ow'"),
        ("title: x\now▮\nlead: y\n", "key . 'ow'"),
        ("ow▮ner: x", "key . 'ow'"),
        ('"ow▮ner": x', "key . 'ow'"),
        ("owner: mi▮", "value .owner 'mi'"),
        ("owner:▮", "value .owner ''"),
        ("owner: ▮ # who: me", "value .owner ''"),
        ("owner: 'mi▮'", "value .owner 'mi'"),
        ('owner: "Ministry of ▮', "value .owner 'Ministry of '"),
        ("负责：工▮", "value .负责 '工'"),
        ("负责:工▮", "value .负责 '工'"),
        ("milestones:\n  ▮", "value .milestones ''"),
        ("milestones:\n  -▮", "value .milestones[] ''"),
        ("milestones:\n  - ▮", "value .milestones[] ''"),
        ("milestones:\n  - i▮", "value .milestones[] 'i'"),
        ("milestones:\n  - i▮d: M1", "key .milestones[]. 'i'"),
        ("milestones:\n  - id: M1\n    ▮", "key .milestones[]. ''"),
        ("milestones:\n  - id: M1\n    ▮\n    title: x\n", "key .milestones[]. ''"),
        ("milestones:\n  - id: M1\n\n  ▮\n  - id: M2\n", "item .milestones[] ''"),
        ("milestones:\n- id: M1\n▮", "key . ''; item .milestones[] ''"),
        ("milestones:\n- id: M1\n  ow▮", "key .milestones[]. 'ow'"),
        ("a:\n  after:\n    - M1\n    M▮", "item .a.after[] 'M'"),
        ("a:\n  after:\n    M▮", "value .a.after 'M'"),
        ("owner: [miit, n▮]", "value .owner([]) 'n'"),
        ("owner: [miit，n▮]", "value .owner([]) 'n'"),
        ("owner: [▮", "value .owner([]) ''"),
        ("owner: [miit, ▮\nlead: x", "value .owner([]) ''"),
        ("owner: [miit,\n  n▮\n]", "value .owner([]) 'n'"),
        ("source: {▮", "key .source(.) ''"),
        ("source: {id: x, cl▮}", "key .source(.) 'cl'"),
        ("source: {id: x, cl▮ause: 3}", "key .source(.) 'cl'"),
        ("source: {id: ▮}", "value .source(.id) ''"),
        ("source: [{id: a}, {id: b▮}]", "value .source([])(.id) 'b'"),
        ('source: {id: "a, b", clause: ▮}', "value .source(.clause) ''"),
        ("targets: {2030: {value: ▮}}", "value .targets(.2030)(.value) ''"),
        ("targets:\n  2030: {value: 3}\n  2035:\n    ▮", "value .targets.2035 ''"),
        ("title: x\r\nowner: ▮\r\nlead: y\r\n", "value .owner ''"),
        ("a:\n  - id: x\n\tow▮", "key .a[]. 'ow'"),
        ("a:\n\u3000\u3000- id: x\n\u3000\u3000\u3000ow▮", "key .a[]. 'ow'"),
        ("note: >-\n  some\n  text\now▮", "key . 'ow'"),
        ("note: >-\n  key: text\nmilestones:\n  - i▮", "value .milestones[] 'i'"),
        ("title: a: b\nowner: mi▮", "value .owner 'mi'"),
        ("a: [x, {y: z\nowner: mi▮", "value .owner 'mi'"),
        ('title: "open\nowner: mi▮', "value .owner 'mi'"),
        ("title: &t mi▮", "value .title 'mi'"),
        ("<<<<<<< ours\nowner: mi▮\n", "value .owner 'mi'"),
        ("# head\n\n  a: 1\n  b▮", "key . 'b'"),
        ("owner: mi # by▮", "comment  '# by'"),
        ("# carbonroad: ▮", "comment  '# carbonroad: '"),
        ("owner: [a] # by▮", "comment  '# by'"),
    ],
)
def test_what_is_asked_for(text: str, found: str) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "note: >-\n  some te▮xt\n",
        "note: |\n  some\n\n  ▮\n",
        "note: >▮",
        "note: some words\n  that go ▮on\n",
        "note: some words\n    ▮\n",
        'note: "some words\n  that ▮go on"\n',
        "owner: [miit]▮",
        'owner: "miit"▮',
        "  ▮  owner: x",
        "a:\n  - ▮   ",
        "▮# comment",
    ],
)
def test_where_text_goes_on_nothing_is_asked(text: str) -> None:
    assert told(text) in ("", "value .a[] ''")


def test_the_keys_below_the_cursor_are_known_too() -> None:
    (one,) = at("milestones:\n  - id: M1\n    ▮\n    title: x\n    owner: y\n  - id: M2\nnote: z\n")
    assert [entry.key for entry in one.levels[-1].entries] == ["id", "title", "owner"]
    assert [entry.value for entry in one.levels[1].entries] == ["M1", "M2"]
    assert {entry.key for entry in one.levels[0].entries} == {"milestones", "note"}


def test_a_list_tells_what_it_holds_beside_the_cursor() -> None:
    (one,) = at("a:\n  after:\n    - M1\n    - ▮\n    - {id: M3}\n    - type: SS\n      id: M4\n")
    assert one.levels[-1].others() == ["M1", "M3", "M4"]
    (one,) = at("a: [{id: M1, lag: 3d}, {id: ▮}, M3]")
    assert one.levels[1].others() == ["M1", "M3"]


def test_of_a_long_list_the_items_before_and_after_are_known() -> None:
    items = "".join(f"  - id: M{number}\n    title: x\n" for number in range(300))
    (one,) = at(f"title: x\nmilestones:\n{items}".replace("  - id: M150\n", "  - id: ▮\n"))
    assert len(one.levels[1].others()) == 299
    assert "M149" in one.levels[1].others()
    assert "M151" in one.levels[1].others()
    assert [entry.key for entry in one.levels[-1].entries] == ["id", "title"]


@pytest.mark.parametrize(
    ("name", "step"),
    [("france/production.yaml", 1), ("france/carbonroad.yaml", 17), ("china/steel.yaml", 41)],
)
def test_all_over_a_real_file_the_word_is_round_the_cursor(name: str, step: int) -> None:
    text = (ROADMAPS / name).read_text("utf-8")
    for offset in range(0, len(text) + 1, step):
        for one in cursors_at(text, offset):
            assert one.start <= offset <= one.end
            assert "\n" not in text[one.start : one.end]
            assert one.levels or one.asked == "comment"
