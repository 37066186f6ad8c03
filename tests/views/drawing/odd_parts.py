"""Invented parts of every kind for hypothesis: timed, windows, gates, undated, all relations, odd texts."""

from typing import Any

import yaml
from hypothesis import strategies as st

TITLES = (
    "Pilot",
    "Second pilot plant of the group",
    "x" * 80,
    "A title of eighty characters that goes on and on until it has reached its very end",
    "推进重点行业节能降碳改造",
    "钢铁行业超低排放改造工程全面完成并开展清洁运输体系建设与配套能力提升行动（第二批全覆盖示范项目）",
    "خطة خفض الانبعاثات الكربونية في قطاع الصلب",
    "תוכנית הפחתת פליטות",
    "👩‍🔬🏭 emoji 👨‍👩‍👧‍👦 title",
    "e\u0301\u0302\u0323 combining a\u0308\u0304 marks Z\u0335\u0336",
    "Ein-sehr-langes-Kompositum-Donaudampfschifffahrtsgesellschaft",
)
OWNERS = ("Alpha", "Beta Board of Works and of all that belongs to it", "国家示例委员会", "Γάμμα")
_DURATIONS = ("3d", "2w", "1 month", "9 months", "18 months", "3 years")
_LAGS = ("2mo", "-1mo", "30d", "-10d")
_TYPES = ("FS", "SS", "FF", "SF", "informs")
_GATES = (
    "by 2027",
    "before 2030",
    "by 2028-06",
    "around 2029",
    "2027..2029",
    "from 2028",
    "by 2025",
    "by 2035",
)


@st.composite
def parts(draw: st.DrawFn) -> str:
    """Return the file of a part: works wait only for works before them, gates for any work."""
    count = draw(st.integers(1, 14))
    works = [_work(draw, n) for n in range(count)]
    gates = [_gate(draw, n, count) for n in range(draw(st.integers(0, 5)))]
    held: dict[str, Any] = {
        "industry": "steel",
        "code": "STL",
        "title": "Steel",
        "owner": draw(st.sampled_from(OWNERS)),
    }
    if gates:
        held["milestones"] = gates
    held["works"] = works
    return yaml.safe_dump(held, allow_unicode=True, sort_keys=False, width=10**6)


def _work(draw: st.DrawFn, n: int) -> dict[str, Any]:
    work: dict[str, Any] = {"id": f"W{n:02d}", "title": draw(st.sampled_from(TITLES))}
    if draw(st.booleans()):
        work["owner"] = draw(st.sampled_from(OWNERS))
    kind = draw(st.sampled_from(("timed", "timed", "timed", "window", "undated")))
    if kind == "timed":
        work["takes"] = draw(st.sampled_from(_DURATIONS))
        if not n or draw(st.integers(0, 3)) == 0:
            work["start"] = f"{draw(st.integers(2024, 2032))}-{draw(st.integers(1, 12)):02d}"
        if draw(st.integers(0, 4)) == 0:
            work["deadline"] = f"by {draw(st.integers(2026, 2031))}"
        if draw(st.integers(0, 4)) == 0:
            work["progress"] = draw(st.integers(0, 100))
    elif kind == "window":
        work["deadline"] = draw(st.sampled_from(_GATES))
    before = draw(st.lists(st.integers(0, n - 1), max_size=3, unique=True)) if n else []
    if before:
        work["after"] = [_after(draw, one) for one in before]
    return work


def _after(draw: st.DrawFn, n: int) -> Any:
    if draw(st.booleans()):
        return f"W{n:02d}"
    link: dict[str, Any] = {"id": f"W{n:02d}", "type": draw(st.sampled_from(_TYPES))}
    if link["type"] != "informs" and draw(st.booleans()):
        link["lag"] = draw(st.sampled_from(_LAGS))
    if draw(st.integers(0, 3)) == 0:
        link["basis"] = "implied"
    return link


def _gate(draw: st.DrawFn, n: int, works: int) -> dict[str, Any]:
    gate: dict[str, Any] = {
        "id": f"G{n}",
        "title": draw(st.sampled_from(TITLES)),
        "deadline": draw(st.sampled_from(_GATES)),
    }
    if draw(st.booleans()):
        gate["owner"] = draw(st.sampled_from(OWNERS))
    before = draw(st.lists(st.integers(0, works - 1), max_size=2, unique=True))
    if before:
        gate["after"] = [f"W{one:02d}" for one in before]
    if n == 0 and draw(st.booleans()):
        gate["goal"] = "peak"
    return gate
