"""Repairs: only what is wrong changes, nothing gets worse, and twice is as good as once."""

from datetime import date
from pathlib import Path

import pytest
from checked import TODAY, loaded, roadmap
from hypothesis import given, settings
from hypothesis import strategies as st

from carbonroad.checking.fixing import Fixed, edited, fix
from carbonroad.findings import Edit, Finding, Fix, Severity, Span
from carbonroad.project import load, load_text
from carbonroad.source.folder import find_roadmaps
from carbonroad.source.text import SourceText, from_bytes, read

HEAD = "title: Steel\norganisations:\n  miit: {title: Ministry of Industry, short: MIIT}\nmilestones:\n"
ITEM = "  - id: M{n}\n    title: Peak {n}\n    deadline: by 2030\n"
FLOW = "  - {{id: M{n}, title: Peak {n}, deadline: by 2030}}  # carbonroad: ignore[%s] -- x\n"
PIECES = (
    (ITEM.replace("title", "titel"), ITEM),
    (ITEM.replace("Peak", "{{zh:钢铁}}  # kept"), ITEM.replace("Peak", "{{zh: 钢铁}}  # kept")),
    (ITEM.replace("Peak", "Pe\u200bak  "), ITEM.replace("Peak", "Peak  ")),
    (f"{ITEM}    owner: miti\n", f"{ITEM}    owner: miit\n"),
    (f"  # carbonroad: ignore[CR202] -- x\n{ITEM}", ITEM),
    (FLOW % "CR202, CR502", FLOW % "CR502"),
    ("  - id:   M{n}  # nothing is wrong here\n    'title': \"Peak {n}\"\n\n    deadline: by 2030   \n",) * 2,
)
"""Entries as typed and as repaired."""


def repaired(data: bytes, *, unsafe: bool = False) -> tuple[bytes, Fixed]:
    source = from_bytes(data, "steel.yaml")
    assert isinstance(source, SourceText)

    def check(texts: dict[str, SourceText]) -> tuple[Finding, ...]:
        return load_text(texts["steel.yaml"].data, "steel.yaml", None, TODAY).findings

    made = fix({"steel.yaml": source}, check, lambda f: f.fix is not None and (f.fix.safe or unsafe))  # type: ignore[arg-type]
    return made.texts.get("steel.yaml", source).data, made


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.booleans(),
)
@settings(max_examples=40, deadline=None)
def test_exactly_what_is_wrong_changes(
    pieces: list[tuple[str, str]], end: str, bom: bool, last: bool
) -> None:
    wrong, right = (
        (HEAD + "".join(piece[side].format(n=n) for n, piece in enumerate(pieces))).replace("\n", end)
        for side in (0, 1)
    )
    start = "\ufeff" if bom else ""
    tail = "" if last else "x-mine: kept"
    made, fixed = repaired((start + wrong + tail).encode())
    assert made.decode() == start + right + tail
    assert fixed.left == ()
    assert repaired(made) == (made, Fixed({}, (), ()))


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8), st.text(max_size=4)), max_size=6),
)
def test_edits_change_nothing_beside_them(text: str, wanted: list[tuple[int, int, str]]) -> None:
    edits, at = [], 0
    for skip, length, new in wanted:
        start = at + skip
        if start + length > len(text):
            break
        edits.append(Edit(start, start + length, new))
        at = start + length + 1
    done = edited(SourceText("a", text), edits).text
    for edit in edits:
        new = edit.text if "\n" not in edit.text else done[edit.start : edit.start + len(edit.text)]
        assert len(new) == len(edit.text) or "\r" in text
    kept = [
        text[a:b]
        for a, b in zip([0, *(e.end for e in edits)], [*(e.start for e in edits), len(text)], strict=True)
    ]
    position = 0
    for piece in kept:
        position = done.index(piece, position) + len(piece)
    assert position == len(done) or edits[-1].text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_new_lines_end_as_the_others(end: str) -> None:
    source = SourceText("a", f"a{end}b{end}")
    assert edited(source, [Edit(1, 1, "\nx")]).text == f"a{end}x{end}b{end}"


def finding(start: int, end: int, text: str, *, code: str = "CR201", safe: bool = True) -> Finding:
    at = Span("a", start, end)
    return Finding(code, "x", Severity.error, f"{start}", at, fix=Fix("x", safe, (Edit(start, end, text),)))


def source(text: str) -> dict[str, SourceText]:
    return {"a": SourceText("a", text)}


def test_of_two_repairs_of_one_place_the_first_is_made_and_then_all_is_looked_at_anew() -> None:
    def check(texts: dict[str, SourceText]) -> list[Finding]:
        text = texts["a"].text
        return [finding(text.index("aa"), text.index("aa") + 2, "b")] * 2 if "aa" in text else []

    made = fix(source("aaaa"), check, lambda _: True)  # type: ignore[arg-type]
    assert made.texts["a"].text == "bb"
    assert len(made.done) == 2


def test_repair_that_brings_an_error_is_not_made_and_the_others_are() -> None:
    def check(texts: dict[str, SourceText]) -> list[Finding]:
        text = texts["a"].text
        found = [finding(i, i + 1, sign.upper()) for i, sign in enumerate(text) if sign.islower()]
        return found + [finding(0, 0, "", code="CR102")._replace(fix=None)] * text.count("D")

    made = fix(source("abcdefgh"), check, lambda _: True)  # type: ignore[arg-type]
    assert made.texts["a"].text == "ABCdEFGH"
    assert [f.message for f in made.left] == ["3"]


def test_repairs_that_undo_each_other_come_to_an_end() -> None:
    def check(texts: dict[str, SourceText]) -> list[Finding]:
        return [finding(0, 1, "b" if texts["a"].text == "a" else "a")]

    assert fix(source("a"), check, lambda _: True).texts.keys() <= {"a"}  # type: ignore[arg-type]


def test_file_that_can_be_read_again_may_show_what_was_hidden() -> None:
    wrong = (
        "title: Steel\nmilestones:\n  - id: M1\n    title: Peak\n    deadline: by 2030\n    owner: 'MIIT\n"
    )
    right = "title: Steel\nmilestones:\n  - id: M1\n    title：Peak\n    deadline: by 2030\n    after: M7\n"
    made, fixed = repaired(right.encode())
    assert "title: Peak" in made.decode()
    assert [f.code[:3] for f in fixed.done] == ["CR0"]
    assert repaired(wrong.encode())[0] in (wrong.encode(), wrong.replace("'MIIT", "'MIIT'").encode())


def test_unsafe_repairs_are_made_only_when_asked_for() -> None:
    text = f"{HEAD}  - id: M1\n    title: Lot #2\n    owner: miti\n    deadline: by 2030\n"
    safe, unsafe = (repaired(text.encode(), unsafe=one)[1] for one in (False, True))
    assert [f.name for f in safe.done] == ["unknown-organisation"]
    assert {f.name for f in unsafe.done} == {"unknown-organisation", "cut-by-comment"}


CORPUS = sorted(
    path
    for path in (Path(__file__).parents[1] / "corpus").rglob("*.yaml")
    if path.parent.parent.name == "corpus" and len(path.read_bytes()) < 20_000
)


@pytest.mark.parametrize("path", CORPUS[::4], ids=lambda path: path.name)
def test_after_repairs_no_safe_one_is_left_and_no_error_is_new(path: Path) -> None:
    if not isinstance(from_bytes(path.read_bytes()), SourceText):
        return
    made, fixed = repaired(path.read_bytes())
    before = load_text(path.read_bytes(), "steel.yaml", None, TODAY)
    after = load_text(made, "steel.yaml", None, TODAY)
    refused = {(f.name, f.pointer) for f in fixed.left}
    assert [
        f.name
        for f in after.findings
        if f.fix is not None and f.fix.safe and (f.name, f.pointer) not in refused
    ] == []
    assert sum(f.code.startswith("CR0") for f in after.findings if f.severity is Severity.error) <= sum(
        f.code.startswith("CR0") for f in before.findings if f.severity is Severity.error
    )
    assert repaired(made)[0] == made


def test_repairs_go_through_all_files_of_a_roadmap(tmp_path: Path) -> None:
    path = roadmap(
        tmp_path,
        top="title: Plan\nbefore_means: inclusive\norganisations:\n  miit: {title: Ministry}\n",
        steel="titel: Steel\nowner: miti\n",
        cement="title: Cement\nowner: miit\n",
    )
    (folder,) = find_roadmaps(str(path))
    project = loaded(path)
    texts = {one: read(one) for one in project.paths}

    def check(now: dict[str, SourceText]) -> tuple[Finding, ...]:
        return load(folder, None, date(2026, 11, 22), texts=now).findings

    made = fix(texts, check, lambda f: f.fix is not None and f.fix.safe)  # type: ignore[arg-type]
    assert {Path(one).name: text.text for one, text in made.texts.items()} == {
        "steel.yaml": "title: Steel\nowner: miit\n"
    }
    assert (path / "steel.yaml").read_text() == "titel: Steel\nowner: miti\n"
