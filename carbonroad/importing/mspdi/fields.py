"""Which custom field of Microsoft Project holds which key of the format; what the plan held at export."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from carbonroad.base.record import NamedTuple
from carbonroad.read.vocabulary.words import ENUMERATIONS, NOBODY

NAMESPACE: Final = "http://schemas.microsoft.com/project"
FIRST_DAY, LAST_DAY = date(1984, 1, 1), date(2149, 12, 31)
"""What Microsoft Project knows of the calendar."""
LONGEST_VALUE: Final = 255
"""Of a custom text field; longer ones stand in the task's notes."""
LONGEST_NAME: Final = 512
MINUTES_PER_DAY: Final = 480
"""Of a working day: from eight to twelve and from one to five, every day of the week."""
LINK_TYPES: Final = ("FF", "FS", "SF", "SS")
"""By the numbers that the format gives them."""
ASAP, ALAP, MUST_START, MUST_FINISH, START_FROM, START_BY, FINISH_FROM, NO_LATER_FINISH = range(8)
"""Kinds of constraints."""


class Column(NamedTuple):
    """A custom field of a task.

    Attributes:
        key: The format's key, or what it shows besides.
        field: The number of the field.
        name: Its name in the program: `Text1`.
        english: The English header.
        chinese: The Chinese one.
        words: The list of `read/vocabulary/words.py` that its words are of.
        several: Whether it holds a list.
        shown: Whether it only shows what stands elsewhere: `import` leaves it aside.
    """

    key: str
    field: str
    name: str
    english: str
    chinese: str
    words: str = ""
    several: bool = False
    shown: bool = False


_FIRST_TEXTS = (188743731, 188743734, 188743737, 188743740, 188743743, *range(188743746, 188743751))
_TEXTS = (*_FIRST_TEXTS, *range(188743997, 188744017))


def _text(
    number: int,
    key: str,
    english: str,
    chinese: str,
    *,
    words: str = "",
    several: bool = False,
    shown: bool = False,
) -> Column:
    field, name = str(_TEXTS[number - 1]), f"Text{number}"
    return Column(key, field, name, english, chinese, words, several, shown)


COLUMNS: tuple[Column, ...] = (
    _text(1, "id", "Carbonroad ID", "路线图编号"),
    _text(2, "kind", "Kind", "类别", words="mspdi"),
    _text(3, "deadline", "Deadline in words", "期限原话"),
    _text(4, "owner", "Owner", "负责", several=True),
    _text(5, "lead", "Lead", "牵头", several=True),
    _text(6, "support", "Support", "配合", several=True),
    _text(7, "owner_basis", "Basis of duties", "负责依据", words="owner_basis"),
    _text(8, "status", "Stated status", "填报状态", words="status"),
    _text(9, "nature", "Nature", "属性", words="nature"),
    _text(10, "goal", "Goal", "总目标", words="goal"),
    _text(11, "if", "If", "条件"),
    _text(12, "for", "For", "支撑", several=True),
    _text(13, "source", "Sources", "依据", several=True),
    _text(14, "takes", "Takes", "工期"),
    _text(15, "start", "Start as stated", "开始原话"),
    _text(16, "finish", "Finish as stated", "结束原话"),
    _text(17, "deliverable", "Deliverable", "成果"),
    _text(18, "acceptance", "Acceptance", "验收标准"),
    _text(19, "cost", "Cost", "投资"),
    _text(20, "indicator", "Indicators", "指标", several=True),
    _text(21, "superseded_by", "Superseded by", "被替代"),
    _text(22, "value", "Target value", "目标值"),
    _text(23, "key", "Target year", "目标年度"),
    _text(24, "unit", "Unit", "计量单位"),
    _text(25, "cited", "Sources in full", "来源详情", shown=True),
    _text(26, "evidence", "Evidence", "核实", words="evidence", several=True, shown=True),
    _text(27, "standing", "Status", "当前状态", shown=True),
    _text(28, "as_exported", "Plan as exported", "导出时的计划", shown=True),
    Column("float", "188743767", "Number1", "Total float (days)", "总时差（天）", shown=True),
    Column("critical", "188743752", "Flag1", "Critical path", "关键线路", shown=True),
)
BY_KEY: Mapping[str, Column] = {column.key: column for column in COLUMNS}
BY_HEADER: Mapping[tuple[str, str], Column] = {
    (column.field, header): column for column in COLUMNS for header in (column.english, column.chinese)
}
"""By field and header: another program's own Text1 is another thing."""

_KINDS: Mapping[str, tuple[str, ...]] = {
    "roadmap": ("路线图",),
    "part": ("行业",),
    "measure": ("举措",),
    "indicator": ("指标",),
    "milestone": ("里程碑",),
    "target": ("目标",),
    "work": ("工程",),
}
BODY_ID: Final = "205520904"
"""The custom field of a resource that holds the organisation's id."""


def word_in(words: str, word: str, *, chinese: bool) -> str:
    """Return a word of a fixed list in the language of the headers."""
    known = _KINDS if words == "mspdi" else ENUMERATIONS[words].words
    names = known.get(word, ())
    return names[0] if chinese and names else word


def kind_of(word: str) -> str:
    """Return the kind that a row's word means; empty for none."""
    return next((kind for kind, names in _KINDS.items() if word in (kind, *names)), "")


def nobody(*, chinese: bool) -> str:
    """Return how a row says that its source names no body."""
    return NOBODY[1 if chinese else 0]


def resource_name(name: str) -> str:
    """Return a body's name as a resource may have it: without the signs that separate names."""
    plain = " ".join(name.translate(_BARRED).split())
    return plain.replace(", ", " · ").replace("; ", " · ").replace(",", "·").replace(";", "·")


_BARRED: Final = str.maketrans({"[": "(", "]": ")"})


class Held(NamedTuple):
    """What a task's own fields hold, as text: what differs later was changed in the plan.

    Attributes:
        constraint: Kind and day.
        days: Of its duration.
        deadline: A day.
        percent: Complete.
        began: The actual start.
        ended: The actual finish.
        span: Start and finish of what is not scheduled.
        links: A digest of its predecessors.
    """

    constraint: str = ""
    days: str = ""
    deadline: str = ""
    percent: str = ""
    began: str = ""
    ended: str = ""
    span: str = ""
    links: str = ""

    @property
    def text(self) -> str:
        """As it stands in the file."""
        return "|".join(self)


def held(text: str) -> Held | None:
    """Return what was held at export; None for any other text."""
    parts = text.split("|")
    return Held(*parts) if len(parts) == len(Held._fields) else None


def digest(links: Iterable[tuple[str, str, int]]) -> str:
    """Return a short digest of predecessors: each one's id, the link's type and its lag in days."""
    said = "\n".join(sorted(f"{ref} {kind} {lag}" for ref, kind, lag in links))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:8] if said else ""
