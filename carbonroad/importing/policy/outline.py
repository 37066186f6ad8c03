"""The sections of a text, from typed and automatic numbers and from headings, however uneven they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy.numbering import Label, labels, value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.importing.texts.paragraphs import Paragraph


class Section(NamedTuple):
    """A numbered or headed part of a text.

    Attributes:
        form: The form of its number; `heading` of one that has none.
        level: Its level as a heading; 0 where it is none by style or markup.
        label: Its number; "" of a heading without one.
        clause: The numbers that lead to it.
        title: Its heading, or what runs in before its text; "" where it has none.
        paragraph: The paragraph that begins it.
        parent: The number of the section around it, -1 at the top.
        title_start: Where its title begins in the paragraph.
    """

    form: str
    level: int
    label: str
    clause: str
    title: str
    paragraph: int
    parent: int
    title_start: int = 0


class Block(NamedTuple):
    """A paragraph in its section.

    Attributes:
        paragraph: Its number.
        body: Where its text begins, after numbers and a heading that runs in; its length for a heading.
        section: The number of the section it stands in, -1 before the first.
        heading: Whether it is a heading and nothing else.
    """

    paragraph: int
    body: int
    section: int
    heading: bool


class Outline(NamedTuple):
    """A text's sections, and its paragraphs in them."""

    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]


_ENDS = "。；;！!？?，,"
_NO_LEVEL = 9
"""The level of a heading that states none: below all that do."""
_LONGEST_HEADING = 60
_LONGEST_ENGLISH = 110
_LONGEST_RUN_IN = 40
_HAN = lazy_pattern(r"[\u3400-\u9fff]")
_DATED = lazy_pattern(r"[0-9]{4}\s?年|[0-9]\s?[%％万亿个家台]|(?:19|20)[0-9]{2}|[0-9]月")
_BRACKETED = lazy_pattern(r"[（(][^（）()]*+(?:[（(][^（）()]*+[）)][^（）()]*+)*+[）)]")
_RUN_IN = lazy_pattern(r"[^。：:；;.!?！？]{2,80}(?:[。：:]|\.(?=\s)|[ \u3000]{2,})")
_BOLD = lazy_pattern(r"[*_]{2}")
BULLET = lazy_pattern(r"(?:(?:[-*][ \t]++)?(?:\[[ ]?\]|☐)|[•·●○◦▪■□◆➢‣–—-])[ \t\u3000]++")
"""A sign at the head of a paragraph that makes it an item of a list."""
_COUNTING = ("number", "han", "upper", "circled", "bracket", "letter")
"""Forms that another form may go on counting from, where a text is careless."""
_WITHIN = ("number", "circled", "bracket", "letter", "roman")
"""Forms that dotted numbers never stand below."""
_GLOBAL = ("article", "named", "annex", "part")
"""Forms that count through the whole text, so that the sections around them are no part of a clause."""


def outline(paragraphs: Sequence[Paragraph]) -> Outline:
    """Find the sections: a number of a form that is open begins a part beside it, any other one within."""
    sections: list[Section] = []
    blocks: list[Block] = []
    stack: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        found = [] if paragraph.kind == "cell" else list(labels(paragraph.text, paragraph.number))
        bullet = BULLET.match(paragraph.text)
        body = found[-1].end if found else bullet.end() if bullet else 0
        heading = _is_heading(paragraph, body, numbered=bool(found))
        if heading and found and not paragraph.level and paragraph.kind != "heading":
            heading = not _is_entry(paragraphs, number, found[-1].form)
        if paragraph.level or paragraph.kind == "heading":
            _close(stack, sections, paragraph.level or _NO_LEVEL)
        elif heading and not found:
            _close(stack, sections, _NO_LEVEL)
        title, after = ("", body)
        if heading:
            title, after = paragraph.text[body:].strip(" \u3000：:*#"), len(paragraph.text)
        elif found:
            title, after = _run_in(paragraph.text, body)
        for place, typed in enumerate(found):
            last = place == len(found) - 1
            label = _continued(stack, sections, typed)
            _open(stack, sections, label, paragraph.level if heading else 0)
            parent = stack[-1] if stack else -1
            shown = title if last else ""
            stack.append(len(sections))
            sections.append(
                Section(
                    label.form, paragraph.level if heading else 0, label.text, "", shown, number, parent, body
                )
            )
        if heading and not found:
            parent = stack[-1] if stack else -1
            stack.append(len(sections))
            level = paragraph.level or _NO_LEVEL
            sections.append(Section("heading", level, "", "", title, number, parent, body))
        blocks.append(Block(number, after, stack[-1] if stack else -1, heading))
    return Outline(_with_clauses(sections), tuple(blocks))


def _close(stack: list[int], sections: list[Section], level: int) -> None:
    """Leave what a heading of this level ends: deeper headings and, below them, numbered paragraphs."""
    while stack and (sections[stack[-1]].level == 0 or sections[stack[-1]].level >= level):
        if level == _NO_LEVEL and sections[stack[-1]].level == 0 and sections[stack[-1]].form != "heading":
            return
        stack.pop()


def _open(stack: list[int], sections: list[Section], label: Label, level: int) -> None:
    forms = [sections[at].form if sections[at].level == 0 or level else "" for at in stack]
    if label.form.startswith("dotted"):
        _open_dotted(stack, sections, label)
    elif label.form in forms:
        del stack[forms.index(label.form) :]
    elif label.form in ("annex", "part"):
        stack.clear()
    elif label.form in ("chapter", "article") and not level:
        while stack and sections[stack[-1]].form not in ("part", "chapter", "section", "heading"):
            stack.pop()


def _continued(stack: list[int], sections: list[Section], label: Label) -> Label:
    """A number of a form not seen before that counts on from an open one stands beside it: 2）, （3）."""
    value = value_of(label.text)
    if value < 2 or label.form not in _COUNTING or any(one.form == label.form for one in sections):
        return label
    for at in reversed(stack):
        beside = sections[at]
        if value_of(beside.label) == value - 1 and beside.form in _COUNTING:
            plain = label.text.strip("()（）")
            return label._replace(form=beside.form, text=plain if beside.form == "number" else label.text)
    return label


def _open_dotted(stack: list[int], sections: list[Section], label: Label) -> None:
    """3.2 stands below 3, or below what begins with the same numbers."""
    while stack:
        top = sections[stack[-1]]
        plain = top.label.removeprefix("Section ").removeprefix("Chapter ")
        if top.form == "heading" or label.text.startswith(f"{plain}."):
            return
        if not top.form.startswith("dotted") and top.form not in _WITHIN:
            return
        stack.pop()


def _with_clauses(sections: list[Section]) -> tuple[Section, ...]:
    """Give each section the numbers that lead to it."""
    runs_on = _runs_on(sections)
    made: list[Section] = []
    for section in sections:
        around = made[section.parent] if section.parent >= 0 else None
        if section.form.startswith("dotted"):
            around = _around_dotted(made, section)
        parent = around.clause if around else ""
        if section.form == "number" and runs_on and around and around.form == "upper":
            parent = ""
        made.append(section._replace(clause=_clause(parent, section) if section.label else parent))
    return tuple(made)


def _around_dotted(made: list[Section], section: Section) -> Section | None:
    """What stands around the section whose number a dotted one begins with: III of III 1.2."""
    first = value_of(section.label.split(".", maxsplit=1)[0])
    at = section.parent
    while at >= 0:
        around = made[at]
        if around.form in _GLOBAL or around.form in ("chapter", "section"):
            return None
        if value_of(around.label) == first and not around.form.startswith("dotted"):
            return made[around.parent] if around.parent >= 0 else None
        if around.label and not around.form.startswith("dotted"):
            return around
        at = around.parent
    return None


def _runs_on(sections: list[Section]) -> bool:
    """Whether 1., 2., 3. count on through parts I, II, III, so that the number alone says the place."""
    last = 0
    parent = -1
    for section in sections:
        if section.form != "number" or not section.label.isdigit():
            continue
        number = int(section.label)
        if section.parent != parent and parent >= 0 and number == last + 1 and number > 1:
            return True
        last, parent = number, section.parent
    return False


def _clause(parent: str, label: Section) -> str:
    if label.form in _GLOBAL or not parent:
        return label.label
    apart = parent[-1].isascii() and label.label[0].isascii()
    return f"{parent} {label.label}" if apart else f"{parent}{label.label}"


def _is_heading(paragraph: Paragraph, body: int, *, numbered: bool) -> bool:
    text = paragraph.text[body:].strip().strip("*").rstrip("：:")
    if paragraph.kind == "heading" or paragraph.level:
        return bool(text) or numbered
    if not numbered or paragraph.kind == "cell" or not text or text[-1] in _ENDS or "。" in text:
        return False
    if _HAN.search(text):
        return len(text) <= _LONGEST_HEADING and not _DATED.search(text) and "；" not in text
    short = len(text) <= _LONGEST_ENGLISH and text[-1] != "." and not paragraph.text.rstrip().endswith(":")
    told = _MODAL.search(text) or ". (" in text
    return short and len(text.split()) <= 14 and not _DATED.search(text) and not told


def _is_entry(paragraphs: Sequence[Paragraph], number: int, form: str) -> bool:
    """Whether a short line that names bodies in brackets is a task: nothing stands below it."""
    if _NAMES_BODIES.search(paragraphs[number].text) is None:
        return False
    following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
    first = next(labels(following.text, following.number), None) if following else None
    return following is None or (first is not None and first.form == form)


_NAMES_BODIES = lazy_pattern(
    r"[（(][^（()）]{2,80}(?:[局委厅部办院]|政府|公司|中心|负责|牵头|配合|落实)[）)]\s*\Z"
)


def _run_in(text: str, body: int) -> tuple[str, int]:
    """A heading that begins a numbered paragraph: its words, and where the text after it begins."""
    found = _RUN_IN.match(text, body)
    if found is None or not _BRACKETED.sub("", text[found.end() :]).strip(" 。.；;"):
        return "", body
    title = _BOLD.sub("", found[0]).rstrip(" \u3000。：:.")
    longest = _LONGEST_RUN_IN if _HAN.search(title) else _LONGEST_ENGLISH
    words = len(title.split())
    if title.count("(") != title.count(")") or title.count("（") != title.count("）"):
        return "", body
    if len(title) > longest or _DATED.search(title) or (not _HAN.search(title) and words > 10):
        return "", body
    if not _HAN.search(title) and _SENTENCE.search(title):
        return "", body
    if found[0][-1] in ":：" and _is_subject(title, text[found.end() :]):
        return "", body
    return title, found.end()


def _is_subject(title: str, rest: str) -> bool:
    """Whether what stands before a colon is only what the rest speaks of: Bus trips: up 5% by 2030."""
    if _HAN.search(title):
        return bool(_PROJECT.search(title)) and not _DOING.match(title)
    return not rest.lstrip()[:1].isupper()


_PROJECT = lazy_pattern(r"(?:工程|项目|电站|电厂|线路|改造)\Z")
_DOING = lazy_pattern(r"加快|推[进动行广]|实施|开展|组织|建设|谋划|抓好|做好|强化|加强|深化|统筹")
_MODAL = lazy_pattern(r"\b(?:will|shall|must)\b")
_SENTENCE = lazy_pattern(r"\b(?:will|shall|must|should|has|have|is|are|was|were)\b")
