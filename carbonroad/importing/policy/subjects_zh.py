"""Who a Chinese sentence says will do something: 由市生态环境局牵头制定办法, 市统计局每年发布报告."""

from __future__ import annotations

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy.bodies_zh import names_of
from carbonroad.importing.policy.parts import Duties, Subject

_SUBJECT = lazy_pattern(
    r"(?:由)?(?P<names>[\u3400-\u9fff、（）()]{2,60}?(?:委|局|厅|部|办|署|院|政府|公司|集团|中心|委员会|办公室|部门"
    r"|单位|企业))(?:等(?:部门|单位)?)?"
    r"(?P<role>牵头(?:负责|组织)?|负责|(?:要|应|应当|须"
    r"|负责)?会同(?P<others>[\u3400-\u9fff、（）()]{2,60}?(?:委|局|厅|部|办|署|院|政府|公司|集团|中心|部门|单位"
    r"|企业))(?:等(?:部门|单位)?)?|要|应当?|须|按职责分工负责|组织|统筹|(?=[于在]?[0-9]{1,4}[年月]|每[年季月半]))"
)


def read_subject(sentence: str) -> Subject:
    """Read the bodies that a sentence says something of, and whether it says that they answer for it.

    由市生态环境局牵头制定办法 says so; 电网企业要建成3座变电站 only who acts.
    """
    acts = Subject()
    for found in _SUBJECT.finditer(sentence[:300]):
        by = found[0].startswith("由")
        start = found.start()
        if not by and start > 0 and sentence[start - 1] not in "，；。,;：: ":
            continue
        names, odd = names_of(found["names"].removeprefix("由"))
        if odd or not names:
            continue
        said = by or "负责" in found["role"] or "牵头" in found["role"]
        others, _ = names_of(found["others"] or "")
        lead = found["role"].startswith("牵头")
        duties = Duties(lead=names) if lead else Duties(owner=names, support=others)
        if said:
            return Subject(duties, said=True)
        acts = acts if any(acts.duties) else Subject(duties)
    return acts
