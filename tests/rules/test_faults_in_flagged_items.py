"""A rule says nothing of an item because of a field that is written there, but wrong: that is found already.

In every rule's flagged example each other field of the flagged item, or pathway, is spoiled. Where the rule
still speaks, no way to write that field rightly may silence it: else it took for missing what is only
mistyped, and `misses` in its `SCOPE` lacks the field.
"""

import re
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest
from examples import Together, load_path, write_example

from carbonroad.checking.rule_pages import pages
from carbonroad.findings import Finding, RulePage, Severity
from carbonroad.model.place import Place
from carbonroad.project import Project
from carbonroad.read.vocabulary.item_shapes import INDICATOR, MILESTONE, WORK
from carbonroad.read.vocabulary.roadmap_shapes import PATHWAY
from carbonroad.rules import all_checks

SHAPES = {"milestones": MILESTONE, "works": WORK, "indicators": INDICATOR, "pathway": PATHWAY}
NUMBERS = ("0", "1", "90000")
DAYS = ("2020-01-01", "2099-12-31")
BODIES = ("MIIT", "none")
TRIED = {
    "deadline": ("2030-13", ("by 2020", "by 2099", "none")),
    "owner": ("[{}]", BODIES),
    "lead": ("[{}]", ("MIIT",)),
    "nature": ("bindng", ("binding", "expected")),
    "after": ("no-such", ("extra",)),
    "if": ("no-such", ("extra",)),
    "for": ("no-such", ("extra",)),
    "measure": ("no-such", ("extra-lane",)),
    "indicator": ("no-such", ("extra-share",)),
    "goal": ("peek", ("peak", "neutrality")),
    "status": ("donn", ("planned", "late", "done", "missed")),
    "started": ("30 Feb 2026", DAYS),
    "finished": ("30 Feb 2026", DAYS),
    "start": ("30 Feb 2026", DAYS),
    "finish": ("30 Feb 2026", DAYS),
    "takes": ("9 moons", ("1 day", "60 years")),
    "reports": (
        "[{date: 2026-13-01, status: done}]",
        ("[{date: 2026-11-01, status: done}]", "[{date: 2026-11-01, status: late, progress: 90}]"),
    ),
    "progress": ("some", ("0", "50", "100")),
    "deliverable": ("[{}]", ("Twelve furnaces",)),
    "source": ("[[]]", ("Action plan of 2024",)),
    "baseline": ("[[]]", ("2001", "{year: 2001, value: 50}")),
    "better": ("heigher", ("higher", "lower")),
    "change": ("maybe", ("true", "false")),
    "actual": ("{2025: abc}", ("{2025: 1}", "{2024: 10000}")),
    "targets": ("{2030: [[]]}", ("{2030: at most 1}", "{2030: at least 10000}")),
    "parent": ("no-such", ()),
    "unit": ("[[]]", ("Mt", "'%'")),
    "target": ("{2030: abc}", ("{2030: 1}", "{2029: 90000}")),
    "reference": ("{2030: abc}", ("{2024: 90000, 2060: 90000}",)),
    "gas": ("[[]]", ("CO2", "CO2e")),
}
"""By key: what is wrong there, and what would be right."""
DECIDES_NOTHING = {
    "id", "title", "note", "support", "owner_basis", "acceptance", "cost", "variable", "allocation", "scope",
    "superseded_by",
}  # fmt: skip
"""That an item might have been replaced, or dropped, is no reason to hold back what is found in it: hardly
any rule would speak of an item with a mistyped status."""
EXTRA = {
    "milestones": "{id: extra, title: Extra, deadline: 2025-12-31, owner: MIIT, source: Plan,"
    " finished: 2025-12-01}",
    "measures": "{id: extra-lane, title: Extra lane, owner: MIIT, source: Plan}",
    "indicators": "{id: extra-share, title: Extra share, unit: Mt, better: lower, owner: MIIT, source: Plan,"
    " actual: {2025: 1}, targets: {2025: at most 2}}",
}
"""What a spoiled reference might have named."""
OF_NO_ITEM = {
    "declared-and-never-used", "gap-between-phases", "industry-without-milestone", "phases-overlap",
    "plan-years-differ",
}  # fmt: skip
OURS = {rule.RULE.name for rule in all_checks()}
PAGES = [page for page in pages() if page.rule.name in OURS]


def test_every_key_of_an_item_is_tried_or_decides_nothing() -> None:
    keys = {field.name for shape in SHAPES.values() for field in shape.fields}
    assert keys == TRIED.keys() | DECIDES_NOTHING
    assert not TRIED.keys() & DECIDES_NOTHING


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.rule.name)
def test_what_is_written_but_wrong_is_not_said_to_be_missing(page: RulePage, tmp_path: Path) -> None:
    example = Example(page, tmp_path)
    assert bool(example.keys) == (page.rule.name not in OF_NO_ITEM)
    guilty = {
        "pathway" if example.item == "pathway" else key for key in example.keys if example.misreads(key)
    }
    assert guilty == set(), f"add these to misses in the SCOPE of {page.rule.name}"


class Example:
    """The flagged example of a rule, and the item that is flagged in it.

    Attributes:
        keys: The fields that the item has or may have.
    """

    def __init__(self, page: RulePage, folder: Path) -> None:
        self.rule = page.rule.name
        self.path = write_example(folder, page)
        project = load_path(self.path)
        first = next(one for one in project.findings if one.name == self.rule)
        flagged = re.match(r"(\w+)\[[^\]]*\]|pathway", first.pointer)
        self.item = flagged[0] if flagged else ""
        self.file = Path(first.span.path)
        self.text = self.file.read_text("utf-8")
        self.place = place_of(project, self.item, first.span.path)
        shape = SHAPES[self.item.partition("[")[0]] if self.place is not None else None
        self.keys = [field.name for field in shape.fields if field.name in TRIED] if shape is not None else []

    def misreads(self, key: str) -> bool:
        """Whether the rule speaks of the item though its field is wrong, and would not if it were right."""
        return any(self.misreads_at(spot, key) for spot in self.spots(key))

    def misreads_at(self, spot: "Spot", key: str) -> bool:
        wrong, right = ("[[]]", NUMBERS) if spot.in_series else TRIED[key]
        found = self.findings(spot, wrong)
        assert self.errors(found, key), f"{key}: {wrong} is not wrong"
        return self.flagged(found) and not all(self.still_flagged(spot, key, value) for value in right)

    def still_flagged(self, spot: "Spot", key: str, value: str) -> bool:
        extra = value.startswith("extra")
        if extra and not self.flagged(self.findings(Spot(0, 0), "", extra=True)):
            return True  # it is silent because of what is there to be named
        found = self.findings(spot, value, extra=extra)
        return self.flagged(found) or self.errors(found, key)

    def findings(self, spot: "Spot", value: str, *, extra: bool = False) -> tuple[Finding, ...]:
        """What is found where this is written."""
        text = self.text[: spot.start] + spot.before + value + spot.after + self.text[spot.end :]
        self.file.write_text(with_extras(text) if extra else text, "utf-8")
        return load_path(self.path).findings

    def spots(self, key: str) -> list["Spot"]:
        """Where to write a field: at each number of a series, else as its value, or as a new line."""
        assert self.place is not None
        text, fields = self.text, self.place.fields
        if key not in fields:
            start = min(where[0] for where in fields.values())
            column = start - text.rfind("\n", 0, start) - 1
            apart = ", " if text[start - 1] == "{" else "\n" + " " * column
            return [Spot(start, start, before=f"{key}: ", after=apart)]
        _, _, start, end = fields[key]
        numbers = re.compile(r"\b(?:19|20)\d\d: *([^,{}\n#]*[^,{}\n# ])").finditer(text, start, end)
        return [Spot(*number.span(1), in_series=True) for number in numbers] or [Spot(start, end)]

    def flagged(self, findings: tuple[Finding, ...]) -> bool:
        """Whether the rule speaks of the item."""
        return any(one.name == self.rule and one.pointer.startswith(self.item) for one in findings)

    def errors(self, findings: tuple[Finding, ...], key: str) -> bool:
        """Whether anything is wrong with a field of the item."""
        at = f"{self.item}.{key}"
        return any(one.severity is Severity.error and one.pointer.startswith(at) for one in findings)


class Spot(NamedTuple):
    """What a value takes the place of, and what is written before and after it."""

    start: int
    end: int
    before: str = ""
    after: str = ""
    in_series: bool = False


def with_extras(text: str) -> str:
    for key, entry in EXTRA.items():
        listed = re.search(rf"(?m)^{key}:\n( *)- ", text)
        if listed:
            text = f"{text[: listed.end()]}{entry}\n{listed[1]}- {text[listed.end() :]}"
        elif not re.search(rf"(?m)^{key}:", text):
            text += f"{key}:\n  - {entry}\n"
    return text


def place_of(project: Project | Together, pointer: str, path: str) -> Place | None:
    """Where an item, an indicator or a pathway stands."""
    projects = project.projects if isinstance(project, Together) else [project]
    for part in chain.from_iterable(one.system.parts for one in projects):
        places = [one.place for one in (*part.milestones, *part.works, *part.indicators)]
        places += [part.pathway.place] if part.pathway is not None else []
        for place in places:
            if place.pointer == pointer and place.path == path:
                return place
    return None
