"""Bodies and what they do, in Chinese texts: who answers, who leads, who supports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy.parts import Duties, DutyClause

if TYPE_CHECKING:
    from collections.abc import Sequence


_BODY = lazy_pattern(
    r"(?:有关|相关|各有关|各相关|各|市级?|省级?|县级?|区级?|州|国家|地方|所在地?)?[\u3400-\u9fffA-Za-z0-9（）()、“”·\ue000]{0,30}?"
    r"(?:委员会|管委会|发展改革委|发改委|[委局厅部院署办社]|办公室|领导小组|专班|指挥部|政府|集团|公司|银行|支行|分行|中心|协会|学会|联合会|联盟"
    r"|海关|大学|学院|研究院|单位|部门|企业|机构|法院|检察院|电网|电力|供电所|站|队|总队|支队|工会|团|妇联|科协|残联|联席会议|园区|开发区|办事处"
    r"|处|街道|乡镇|乡|镇|县|区|市|州|省)"
    r"(?:[（(][\u3400-\u9fff、]{1,20}[）)])?"
)
_VERBAL = lazy_pattern(
    r"(?:加快|推进|推动|加强|落实|开展|制定|组织|实施|完善|建立|健全|统筹|严格|支持|鼓励|引导|按照|根据|确保|负责|牵头|依法|督促|指导|做好|强化)"
)
_ROLES: tuple[tuple[str, str], ...] = (
    ("牵头单位", "lead"),
    ("牵头部门", "lead"),
    ("主办单位", "lead"),
    ("责任单位", "owner"),
    ("责任部门", "owner"),
    ("负责单位", "owner"),
    ("实施单位", "owner"),
    ("实施主体", "owner"),
    ("完成单位", "owner"),
    ("承办单位", "owner"),
    ("责任主体", "owner"),
    ("配合单位", "support"),
    ("配合部门", "support"),
    ("参与单位", "support"),
    ("参加单位", "support"),
    ("协办单位", "support"),
    ("协同单位", "support"),
    ("支持单位", "support"),
    ("责任分工", "owner"),
    ("职责分工", "owner"),
    ("任务分工", "owner"),
)
_SHORT_ROLES = {
    "牵头": "lead",
    "主办": "lead",
    "责任": "owner",
    "负责": "owner",
    "配合": "support",
    "协办": "support",
}
_TIME = lazy_pattern(r"完成时限|完成时间|完成期限|时间节点|时限要求|时限|时间要求|进度安排")
_TITLED = lazy_pattern(
    "(?:("
    + "|".join(word for word, _ in _ROLES)
    + r")\s*[：:为]|(?<![\u3400-\u9fff])("
    + "|".join(_SHORT_ROLES)
    + r")\s*[：:])\s*"
)
_PART_OF = dict(_ROLES) | _SHORT_ROLES
_ROLE_AFTER = lazy_pattern(
    r"(?:等(?:有关|相关)?(?:部门|单位)?)?(?:共同|联合|分别)?(?:"
    r"(?P<lead>牵头(?:负责|组织|落实|推进|实施|抓总|组织实施)?|主办|总牵头)"
    r"|(?P<support>(?:(?:按(?:照)?(?:各自)?职责(?:分工)?|密切|积极)?(?:配合|参与|参加|协同|协助|协办|支持)(?:落实|实施|推进)?|按(?:照)?要求(?:抓好|做好)?(?:落实|实施|执行)))"
    r"|(?P<owner>(?:按(?:照)?(?:各自)?(?:职责|职能)(?:和)?(?:分工)?(?:分别|共同|做好|抓好)?|根据职责分工|分工|具体|各自"
    r"|组织)?(?:负责|落实|实施|推进|承担|组织实施|各负其责)(?:落实|实施)?)"
    r")\Z"
)
_WITH = lazy_pattern("会同|(?<=[局委厅部办])商(?=[市省县区国])|联合(?!会)")
_TAIL = lazy_pattern(r"(?:以下|下同|下列)[^。；;]{0,60}\Z")
_ET_CETERA = lazy_pattern(r"等(?=\Z|有关|相关|部门|单位|按|共|分)")
_DUTY_WORDS = lazy_pattern(r"牵头|负责|责任单位|责任部门|配合|参与|按职责|会同|实施主体|落实|主办|协办")
_OPENS = lazy_pattern(r"由(?!于|此)")


def is_duty(text: str) -> bool:
    """Whether a text, such as what brackets hold, is about who does something."""
    if _TITLED.search(text):
        return True
    plain = _TAIL.sub("", text.strip(" 。；;"))
    if _is_list_of_bodies(plain) or _is_joint(plain):
        return True
    last = _parts(plain)[-1] if plain else ""
    return bool(_DUTY_WORDS.search(text)) and (
        bool(_ROLE_AFTER.search(last[-30:])) or bool(_ROLE_AFTER.search(plain[-30:]))
    )


_SURE = lazy_pattern(
    r"(?:委员会|管委会|发展改革委|发改委|[委局厅部]|办公室|办事处|人民政府|政府|集团|公司|中心|街道|管理处)(?:[（(][\u3400-\u9fff、]{1,20}[）)])?\Z"
)
_EACH_PLACE = lazy_pattern(
    r"(?:沿线|沿海|沿江)?各[\u3400-\u9fff、（）()]{0,10}(?:乡镇|[县区市乡镇州盟旗]|园区|开发区|单位|部门|企业)\Z"
)


def _is_list_of_bodies(text: str) -> bool:
    """Whether a text lists bodies and says nothing of them: then they answer for what stands before it."""
    if not text or len(text) > 200:
        return False
    names, odd = names_of(text)
    return not odd and _are_sure(names)


def _are_sure(names: Sequence[str]) -> bool:
    sure = [name for name in names if _SURE.search(name) and len(name) >= 3]
    return bool(sure) and all(name in sure or _EACH_PLACE.match(name) for name in names)


def read_duties(text: str) -> DutyClause:
    """Read a clause about duties, such as （市发展改革委牵头，市财政局等按职责分工负责）."""
    plain = _TAIL.sub("", text.strip(" 。；;（）()"))
    titled = list(_TITLED.finditer(plain))
    if not titled:
        return _read_roles(plain, "")
    duties = Duties()
    doubtful: list[str] = []
    for number, found in enumerate(titled):
        end = titled[number + 1].start() if number + 1 < len(titled) else len(plain)
        said = _TIME.split(plain[found.end() : end].split("。")[0])[0]
        clause = _read_roles(said, _PART_OF[found[1] or found[2]])
        duties = duties.joined(clause.duties)
        doubtful += clause.doubtful
    return DutyClause(duties, tuple(doubtful))


_NEXT_ROLE = lazy_pattern(r"(?<=牵头)、|(?<=负责)、|(?<=配合)、")


def _read_roles(plain: str, title: str) -> DutyClause:
    """Read bodies, each with the words behind it; those without are what the title before them says."""
    duties, doubtful = Duties(), []
    waiting = ""
    for part in _parts(_NEXT_ROLE.sub("，", plain)):
        waiting = f"{waiting}、{part}" if waiting else part
        role = _ROLE_AFTER.search(waiting[-30:])
        if role is None:
            continue
        names_text = waiting[: len(waiting) - len(role[0])]
        duties, odd = _with_role(duties, names_text, role.lastgroup or "owner")
        doubtful += odd
        waiting = ""
    if waiting and title:
        duties, odd = _with_role(duties, waiting, title)
        doubtful += odd
    elif waiting and not any(duties) and (_is_list_of_bodies(waiting) or _is_joint(waiting)):
        duties, _ = _with_role(duties, waiting, "owner")
    return DutyClause(duties, tuple(doubtful))


def _is_joint(text: str) -> bool:
    """Whether a text says no more than that one body acts with others: 市发改局会同市供电公司."""
    sides = _WITH.split(text)
    return len(sides) == 2 and all(_is_list_of_bodies(side) for side in sides)


def _with_role(duties: Duties, text: str, role: str) -> tuple[Duties, list[str]]:
    text = _OPENS.sub("", text, count=1) if text.startswith("由") else text
    together = _WITH.search(text)
    if together and _looks_like_body(text[: together.start()].strip()):
        first, odd = names_of(text[: together.start()])
        others, more = names_of(text[together.end() :])
        part = "lead" if role == "lead" else "owner"
        return duties.joined(Duties(**{part: first, "support": others})), [*odd, *more]
    names, odd = names_of(text)
    return duties.joined(Duties(**{role: names})), odd


def _parts(text: str) -> list[str]:
    """Split at commas, not within brackets."""
    return [part.strip() for part in _split(text, "，,；;。") if part.strip()]


def _split(text: str, signs: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        if sign in "（(“":
            depth += 1
        elif sign in "）)”":
            depth = max(depth - 1, 0)
        elif sign in signs and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


def names_of(text: str) -> tuple[tuple[str, ...], list[str]]:
    """The bodies of a list, and what is none."""
    names: list[str] = []
    odd: list[str] = []
    for piece in _split(_ET_CETERA.sub("", text), "、，,；; \u3000"):
        name = piece.strip(" 。：:")
        if not name:
            continue
        for one in _joined_by_and(name):
            (names if _looks_like_body(one) else odd).append(one)
    return tuple(dict.fromkeys(names)), odd


_AND = lazy_pattern("以及|[和及与]")


def _joined_by_and(name: str) -> list[str]:
    """市财政局和市税务局 are two bodies, 市工业和信息化局 is one: each side must be a body of its own."""
    if _KNOWN_AND.search(name):
        return [name]
    found = _AND.search(name)
    while found is not None:
        before, after = name[: found.start()], name[found.end() :]
        if _looks_like_body(before) and _looks_like_body(after):
            return [before, *_joined_by_and(after)]
        found = _AND.search(name, found.end())
    return [name]


_KNOWN_AND = lazy_pattern(
    "工业和信息化|住房和城乡建设|自然资源和规划|文化和旅游|发展和改革|人力资源和社会保障|商务和|卫生和|机关事务和|科学和技术|规划和自然资源"
)


def _looks_like_body(text: str) -> bool:
    return (
        len(text) <= 40
        and not _VERBAL.match(text)
        and bool(_BODY.fullmatch(text))
        and not text.startswith("的")
    )


def start_of_label(text: str, start: int) -> int | None:
    """Return where 责任单位：, 牵头单位： and the like begin in a paragraph; None where they do not."""
    found = _TITLED.search(text, start)
    return found.start() if found else None


def start_of_last_sentence(text: str, start: int) -> int | None:
    """Return where a last sentence begins that only says who: 由市能源局负责。 None where there is none."""
    place = text.rstrip(" 。").rfind("。") + 1
    sentence = text[max(place, start) :].strip()
    if place <= start or len(sentence) > 120 or not is_duty(sentence):
        return None
    found = read_duties(sentence)
    if not any(found.duties) or found.doubtful:
        return None
    only = sentence.startswith("由") or _are_sure(found.duties.bodies)
    return place if only else None
