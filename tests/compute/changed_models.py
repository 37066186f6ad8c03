"""Small roadmaps as plain data, drawn at random and loaded without a disk, for the tests of changes."""

import json
from datetime import date
from typing import Any

from hypothesis import strategies as st

from carbonroad.project import Project, load
from carbonroad.source.folder import Folder
from carbonroad.source.text import from_string

TODAY = date(2026, 11, 22)
TOP: dict[str, Any] = {
    "carbonroad": 1,
    "title": {"en": "Roadmap", "zh": "路线图"},
    "languages": ["en", "zh"],
    "as_of": "2026-11-22",
    "before_means": "inclusive",
    "phases": [
        {"id": "p1", "title": "First", "years": "2021..2025"},
        {"id": "p2", "title": "Second", "years": "2026..2035"},
    ],
    "organisations": {
        "a": {"title": {"en": "Ministry of Air", "zh": "空气部"}},
        "b": {"title": {"en": "Board of Coal", "zh": "煤炭局"}},
    },
    "sources": {"s": {"title": "Plan"}, "t": {"title": "Order"}},
}
_TITLES = (
    {"en": "Steel emissions peak", "zh": "钢铁碳达峰"},
    {"en": "Steel emissions peak at last", "zh": "钢铁终于碳达峰"},
    {"en": "Scrap is collected in every city"},
    {"en": "Scrap is collected in all cities", "zh": "各城市回收废钢"},
    {"zh": "各城市回收废钢"},
    "Coal use falls",
)
_DEADLINES = (
    "by 2030",
    "before 2030",
    "2032",
    "around 2030",
    "strive for 2030",
    "from 2029",
    "during p2",
    "every year 2027..2029",
    "every quarter 2027..2029",
    "none",
    "not stated",
    "2026..2028",
)
_VALUES = (
    "20",
    "around 20",
    "at least 20",
    "at least 25",
    "more than 25",
    "at most 10",
    "-5",
    "-15",
    "down 10 %",
    "down 20 %",
    "2x",
    "strive for 25",
    "10..20",
    "15..18",
    "as much as can be",
)


def _given(**fields: Any) -> st.SearchStrategy[dict[str, Any]]:
    """A map of fields of which any may be left out (None)."""
    drawn = {name: st.none() | choice for name, choice in fields.items()}
    return st.fixed_dictionaries(drawn).map(
        lambda found: {name: value for name, value in found.items() if value is not None}
    )


_DUTIES = {
    "owner": st.sampled_from((["a"], ["b"], ["a", "b"], "none")),
    "support": st.sampled_from((["a"], ["b"])),
    "owner_basis": st.sampled_from(("stated", "inferred")),
}
_STATUS = st.sampled_from(("planned", "on-track", "late", "done", "dropped", "missed"))
_MILESTONE = st.tuples(
    st.fixed_dictionaries({"title": st.sampled_from(_TITLES), "deadline": st.sampled_from(_DEADLINES)}),
    _given(
        status=_STATUS,
        nature=st.sampled_from(("binding", "expected")),
        finished=st.sampled_from(("2026-01-31", "2026-06-30")),
        note=st.sampled_from(("A remark", "Another remark")),
        source=st.sampled_from(("s", "t", ["s", "t"])),
        **_DUTIES,
    ),
).map(lambda pair: {**pair[0], **pair[1]})
_WORK = st.tuples(
    st.fixed_dictionaries({"title": st.sampled_from(_TITLES)}),
    _given(
        takes=st.sampled_from(("3mo", "90d", "1y")),
        start=st.sampled_from(("2027-01-01", "2027-03-01")),
        progress=st.sampled_from((10, 40)),
        status=_STATUS,
        **_DUTIES,
    ),
).map(lambda pair: {**pair[0], **pair[1]})
_TARGET = st.fixed_dictionaries({"value": st.sampled_from(_VALUES)}) | st.sampled_from(_VALUES)
_INDICATOR = st.tuples(
    st.fixed_dictionaries(
        {
            "title": st.sampled_from(("Scrap use", {"en": "Scrap use", "zh": "废钢"}, "Sink", "Coal share")),
            "unit": st.sampled_from(("Mt", "kt", "Gt", "%")),
        }
    ),
    _given(
        better=st.sampled_from(("higher", "lower")),
        baseline=st.sampled_from((2020, 2015)),
        change=st.sampled_from(("false", "true")),
        targets=st.dictionaries(st.sampled_from(("2030", "2032", "p2")), _TARGET, min_size=1, max_size=3),
        actual=st.dictionaries(
            st.sampled_from(("2020", "2024", "2025")), st.sampled_from((5, 10, 22)), max_size=2
        ),
    ),
).map(lambda pair: {**pair[0], **pair[1]})
_SERIES = st.dictionaries(
    st.sampled_from(("2025", "2030", "2035")), st.sampled_from((100, 90, -10, -20)), max_size=3
)
_PATHWAY = st.fixed_dictionaries(
    {"unit": st.sampled_from(("Mt CO2/yr", "kt CO2/yr")), "actual": _SERIES, "target": _SERIES}
)


def _numbered(prefix: str, one: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    ids = st.lists(st.sampled_from(range(1, 6)), unique=True, max_size=4)
    return ids.flatmap(
        lambda numbers: st.tuples(*(one for _ in numbers)).map(
            lambda drawn: [{"id": f"{prefix}{n}", **item} for n, item in zip(numbers, drawn, strict=True)]
        )
    )


_PART = st.fixed_dictionaries(
    {
        "owner": st.sampled_from(("a", "b")),
        "milestones": _numbered("M", _MILESTONE),
        "works": _numbered("W", _WORK),
        "indicators": _numbered("I", _INDICATOR),
    },
    optional={"pathway": _PATHWAY},
)
ROADMAPS = st.dictionaries(st.sampled_from(("steel", "coal")), _PART, min_size=1, max_size=2)
"""Industries by name; as JSON they are YAML too."""


def loaded(parts: dict[str, Any], *, links: bool = True) -> Project:
    """Load a roadmap; with `links` each work waits for the first milestone of its industry."""
    texts = {"r/carbonroad.yaml": json.dumps({**TOP, "industries": sorted(parts)})}
    for name, part in parts.items():
        works = [
            {**work, "after": part["milestones"][0]["id"]} if links and part["milestones"] else work
            for work in part["works"]
        ]
        texts[f"r/{name}.yaml"] = json.dumps(
            {"title": name.title(), **part, "works": works}, ensure_ascii=False
        )
    folder = Folder("r", "r", "r/carbonroad.yaml", {name: f"r/{name}.yaml" for name in parts})
    return load(folder, None, TODAY, texts={path: from_string(text, path) for path, text in texts.items()})
