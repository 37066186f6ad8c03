"""What a rule finds depends on an item, not on what stands around it; dropped items lack little."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from examples import TODAY

from carbonroad.checking.rule_pages import pages
from carbonroad.findings import RulePage
from carbonroad.project import load, load_text
from carbonroad.rules import all_checks
from carbonroad.source.folder import find_roadmaps

RULES = {rule.RULE.name for rule in all_checks()}
OF_THE_WHOLE = {
    "declared-and-never-used", "phases-overlap", "gap-between-phases", "outside-every-phase",
    "missing-translation", "before-means-unstated",
}  # fmt: skip
"""They look at a roadmap as a whole, or at what its top file declares."""
ALONE = [
    page
    for page in pages()
    if page.rule.name in RULES - OF_THE_WHOLE
    and not re.search(r"(?m)^# file |^industries:", page.flagged + page.fine)
]
"""Rules whose examples are one industry each."""
OF_ITEMS = ("milestones", "works", "indicators")


def of_each_industry(folder: Path, rule: str) -> Counter[str]:
    (roadmap,) = find_roadmaps(str(folder))
    findings = load(roadmap, None, TODAY).findings
    return Counter(Path(one.span.path).stem for one in findings if one.name == rule)


@pytest.mark.parametrize("page", ALONE, ids=lambda page: page.rule.name)
def test_a_finding_is_neither_hidden_nor_made_by_the_industries_around_it(
    page: RulePage, tmp_path: Path
) -> None:
    for name, text in zip("abcd", (page.fine, page.flagged, page.fine, page.flagged), strict=True):
        (tmp_path / f"{name}.yaml").write_text(re.sub(r"(?m)^industry:.*\n", "", text), "utf-8")
    found = of_each_industry(tmp_path, page.rule.name)
    assert not found["a"]
    assert not found["c"]
    assert found["b"] == found["d"] > 0


TOLD_OF_DROPPED_ITEMS = {
    "actual-after-data-date", "baseline-differs-from-actual", "circular-condition", "confusable-ids",
    "conflicting-wordings", "dates-disagree", "dependency-cycle", "implausible-year", "outside-the-calendar",
    "plan-years-differ", "recorded-in-the-future", "report-falls-back", "sign-slip", "stale-status",
    "start-after-finish", "superseded-by-dropped", "target-above-reference",
}  # fmt: skip
"""What is written wrongly is told of dropped items too, as long as they are written."""


def dropped(text: str) -> str:
    """The same file with every milestone, work, indicator and target dropped."""
    read = yaml.safe_load(text)
    for key in OF_ITEMS:
        for item in read.get(key) or ():
            item.pop("finished", None)
            item.pop("progress", None)
            for year, value in (item.get("targets") or {}).items():
                whole = value if isinstance(value, dict) else {"value": value}
                item["targets"][year] = {**whole, "status": "dropped"}
            if key != "indicators":
                item["status"] = "dropped"
    return yaml.safe_dump(read, allow_unicode=True, sort_keys=False)


@pytest.mark.parametrize("page", ALONE, ids=lambda page: page.rule.name)
def test_what_a_dropped_item_lacks_is_not_told(page: RulePage) -> None:
    project = load_text(dropped(page.flagged).encode(), "steel.yaml", None, TODAY)
    told = [one.message for one in project.findings if one.name == page.rule.name]
    assert bool(told) == (page.rule.name in TOLD_OF_DROPPED_ITEMS)
