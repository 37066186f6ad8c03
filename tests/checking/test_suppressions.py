"""Comments that suppress findings: where they hold, what they need, and what is never one."""

from datetime import date
from pathlib import Path

import pytest
from checked import PLAN, loaded, names, roadmap
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.checking.comments import find_comments
from carbonroad.source.text import from_string
from carbonroad.source.yaml.parse import parse

HEAD = "milestones:\n"


def found_in(tmp_path: Path, text: str, **more: object) -> list[str]:
    (tmp_path / "steel.yaml").write_bytes(text.encode())
    return names(loaded(tmp_path / "steel.yaml", **more).findings)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "comment",
    [
        "# carbonroad: ignore[no-owner] -- why",
        "# carbonroad: ignore[CR502] -- why",
        "#carbonroad:ignore[no-owner]--why",
        "# Carbonroad: Ignore[ no-owner , CR503x] -- why".replace(" , CR503x", ""),
        "# carbonroad: ignore[CR50] -- why",
        "# carbonroad：忽略［no-owner］——理由",
        "# carbonroad: 忽略【no-owner】 — 理由",
        "# carbonroad: ignore[no-owner] until 2027 -- why",
        "# carbonroad: ignore[no-owner] until end of 2027 -- why",
        "# carbonroad: 忽略[no-owner] 至2027年6月30日 －－ 理由",
        "# a note # carbonroad: ignore[no-owner] -- why",
        "# carbonroad: ignore[no-owner] -- why # and another note",
        "# carbonroad: ignore[no-owner] -- see #3 of the list",
    ],
)
@pytest.mark.parametrize("above", [False, True])
def test_ways_to_write_it(comment: str, above: bool, tmp_path: Path) -> None:
    entry = "  - id: M1\n    title: Peak\n    deadline: by 2030\n    source: Plan\n"
    text = f"{HEAD}  {comment}\n{entry}" if above else HEAD + entry.replace("M1\n", f"M1  {comment}\n")
    assert found_in(tmp_path, text) == []
    assert names(loaded(tmp_path / "steel.yaml").suppressed) == ["no-owner"]


def test_reason_and_kind_are_told(tmp_path: Path) -> None:
    text = (
        "# carbonroad: ignore-file[no-source] -- they come later\n"
        "milestones:\n  - id: M1  # carbonroad: ignore[no-owner] -- nobody yet\n"
        "    title: A\n    deadline: by 2030\n"
    )
    (tmp_path / "steel.yaml").write_text(text)
    told = {finding.name: finding.suppressed for finding in loaded(tmp_path / "steel.yaml").suppressed}
    assert told == {"no-owner": ("comment", "nobody yet"), "no-source": ("file", "they come later")}


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("  - id: M1  #!", True),
        ("    owner: [MIIT,  #!", True),
        ("      mitt]  #!", True),
        ("    deadline: by 2030  #!", False),
        ("  #!\n  - id: M1", True),
        ("  #!\n\n  # a note\n  - id: M1", True),
        ("    #!\n    owner: [MIIT,", True),
        ("      #!\n      mitt]", True),
        ("milestones:  #!", False),
        ("#!\nmilestones:", False),
    ],
)
def test_it_holds_for_its_line_or_the_entry_that_begins_there(line: str, holds: bool, tmp_path: Path) -> None:
    top = f"{PLAN}organisations:\n  miit: {{title: Ministry, short: MIIT}}\n"
    text = f"{HEAD}  - id: M1\n    title: Peak\n    deadline: by 2030\n    owner: [MIIT,\n      mitt]\n"
    comment = "# carbonroad: ignore[unknown-organisation] -- why"
    where = line.rsplit("\n", maxsplit=1)[-1].removesuffix("  #!")
    assert text.count(f"{where}\n") == 1
    steel = text.replace(f"{where}\n", line.replace("#!", comment) + "\n")
    found = names(loaded(roadmap(tmp_path, top=top, steel=steel)).findings)
    assert ("unknown-organisation" not in found) == holds
    assert ("unused-suppression" in found) == (not holds)


@pytest.mark.parametrize(
    "text",
    [
        'title: "A # carbonroad: ignore[CR502] -- x"\n',
        "title: 'A\n  # carbonroad: ignore[CR502] -- x'\n",
        "note: |\n  A\n  # carbonroad: ignore[CR502] -- x\ntitle: B\n",
        "note: >-\n\n  # carbonroad: ignore[CR502] -- x\n\n  A\n",
        "title: A# carbonroad: ignore[CR502] -- x\n",
        "title: [a, 'b # carbonroad: ignore[CR502] -- x']\n",
        "# carbonroad: 1\ntitle: A\n",
        "# carbonroad ignores what stands here.\ntitle: A\n",
        "# carbonroad validate --ignore CR502\ntitle: A\n",
        "# See carbonroad: rule CR502 matters.\ntitle: A\n",
        "title: A # carbonroad reports CR502 here, rightly\n",
    ],
)
def test_text_and_prose_are_no_suppressions(text: str) -> None:
    source = from_string(text, "a.yaml")
    root = parse(source).root
    assert root is not None
    assert find_comments(source, root) == []


@pytest.mark.parametrize(
    "text",
    [
        "note: |\n  A\n# carbonroad: ignore[CR502] -- x\ntitle: B\n",
        "a:\n  note: |\n    A\n  # carbonroad: ignore[CR502] -- x\n  title: B\n",
        "note: |  # carbonroad: ignore[CR502] -- x\n  A\n",
        'title: "A" # carbonroad: ignore[CR502] -- x\n',
        "title: {en: A,  # carbonroad: ignore[CR502] -- x\n  zh: B}\n",
        "title: A\r\n# carbonroad: ignore[CR502] -- x\r\nnote: B\r\n",
        "\ufefftitle: A # carbonroad: ignore[CR502] -- x",
        "title: &x A # carbonroad: ignore[CR502] -- x\nnote: *x\n",
    ],
)
def test_comments_beside_text_are_found(text: str) -> None:
    source = from_string(text, "a.yaml")
    root = parse(source).root
    assert root is not None
    (comment,) = find_comments(source, root)
    assert source.text[comment.start : comment.end] == "# carbonroad: ignore[CR502] -- x"
    assert comment.rules is not None
    assert source.text[slice(*comment.rules)] == "CR502"


@pytest.mark.parametrize(
    "comment",
    [
        "# carbonroad ignore CR502", "# carbonroad: ignore CR502", "# carbonroad: ignore(CR502) -- x",
        "# carbonroad: CR502", "# carbonroad: noqa", "# carbonroad:disable=no-owner",
        "# carbonroad: ingore[no-owner] -- x", "# carbon-road: ignore[no-owner] -- x",
        "# carbonroad: ignore[no-owner] - x", "# carbonroad: ignore[no-owner] because",
        "# carbonroad: ignore[no-owner -- x", "# carbonroad: 忽略 no-owner",
        "# carbonroad: ignore-file no-owner",
    ],
)  # fmt: skip
def test_what_looks_like_one_is_told_how_to_write_it(comment: str, tmp_path: Path) -> None:
    text = f"{HEAD}  - id: M1  {comment}\n    title: Peak\n    deadline: by 2030\n    source: Plan\n"
    assert sorted(found_in(tmp_path, text)) == ["malformed-suppression", "no-owner"]
    (finding,) = (f for f in loaded(tmp_path / "steel.yaml").findings if f.name == "malformed-suppression")
    assert finding.help.startswith("write # carbonroad: ignore[")


@pytest.mark.parametrize(
    ("as_of", "counts"),
    [(date(2027, 6, 30), []), (date(2027, 7, 1), ["expired-suppression", "no-owner"])],
)
def test_the_data_date_decides_whether_it_has_expired(as_of: date, counts: list[str], tmp_path: Path) -> None:
    text = (
        f"{HEAD}  - id: M1  # carbonroad: ignore[no-owner] until 2027-06-30 -- x\n"
        "    title: Peak\n    deadline: by 2030\n    source: Plan\n"
    )
    assert sorted(found_in(tmp_path, text, as_of=as_of)) == counts


def test_one_for_a_rule_that_is_not_checked_is_not_called_unused(tmp_path: Path) -> None:
    text = (
        "title: A\nvalidate: {ignore: [no-owner]}\nmilestones:\n"
        "  - id: M1  # carbonroad: ignore[no-owner] -- x\n"
        "    title: Peak\n    deadline: by 2030\n    source: Plan\n"
    )
    assert found_in(tmp_path, text) == []


RULES = st.sampled_from(["no-owner", "CR503", "CR5", "CR201", "no-such-rule", "CR010", "", "all"])
TAILS = st.sampled_from(
    ["", " -- why", " —— 理由", " --", " until 2027 -- x", " until then -- x", " until 2020 -- x", "]"]
)
WORDS = st.sampled_from(["ignore", "ignore-file", "忽略", "disable"])
COMMENT = st.builds(
    lambda word, rules, tail: f"# carbonroad: {word}[{', '.join(rules)}]{tail}",
    WORDS, st.lists(RULES, max_size=3), TAILS,
)  # fmt: skip
LINES = st.lists(
    st.sampled_from(
        ["milestones:", "  - id: M1", "    title: A", "    deadline: by 2030", "note: |", "  text", ""]
    )
)


@given(st.lists(st.tuples(LINES, COMMENT, st.booleans()), max_size=4))
def test_no_comment_anywhere_stops_the_check_or_points_outside(
    pieces: list[tuple[list[str], str, bool]],
) -> None:
    from carbonroad.project import load_text

    text = "title: A\n"
    for lines, comment, same_line in pieces:
        text += "\n".join(lines) + (" " if same_line else "\n") + comment + "\n"
    project = load_text(text.encode(), "a.yaml", None, date(2026, 11, 22))
    for finding in (*project.findings, *project.suppressed):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
    for finding in project.suppressed:
        assert not finding.code.startswith("CR9")


@pytest.mark.parametrize(
    "last", ["owner: *who", "support: [*who, *who]", "support:\n      - *who\n      - *who"]
)
def test_an_entry_whose_last_value_is_an_alias_is_reached(last: str, tmp_path: Path) -> None:
    """The alias stands for a node further up, but the entry goes on to the alias."""
    text = (
        f"x-who: &who MIIT\n{HEAD}  # carbonroad: ignore[unreadable-date] -- why\n"
        f"  - id: M1\n    title: Peak\n    deadline: some day\n    {last}\n"
    )
    found_in(tmp_path, text)
    assert "unreadable-date" in names(loaded(tmp_path / "steel.yaml").suppressed)
