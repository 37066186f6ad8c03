"""What the maps are called and what the words of the fixed lists mean."""

from carbonroad.base.texts.said import sayable

MAPS: dict[str, str] = {
    "top": sayable('carbonroad.yaml: the "1"'),
    "industry": sayable('An industry file: one of the "N"'),
    "file": sayable("A file that stands alone"),
    "milestone": sayable("A milestone"),
    "indicator": sayable("An indicator"),
    "allocation": sayable("How a target is divided among the roadmaps below"),
    "target": sayable("A target of an indicator"),
    "actual": sayable("A measured value of an indicator"),
    "work": sayable("A work package"),
    "measure": sayable("A measure"),
    "after": sayable("An entry of after"),
    "citation": sayable("An entry of source"),
    "report": sayable("An entry of reports"),
    "deadline": sayable("A deadline in words of its own"),
    "baseline": sayable("A baseline with its value"),
    "pathway": sayable("A pathway"),
    "revision": sayable("An entry of revisions"),
    "drawing": sayable("The title block"),
    "phase": sayable("A phase"),
    "organisation": sayable("An organisation"),
    "document": sayable("A source"),
    "validate": sayable("The settings of the checks"),
}
"""Every map of the format by the name of its shape, in the order of the reference."""

WORDS: dict[str, dict[str, str]] = {
    "status": {
        "planned": sayable("Not begun, or nothing is said of it."),
        "on-track": sayable("Under way as planned."),
        "at-risk": sayable("In danger of missing its deadline."),
        "late": sayable("Past its deadline and still pursued."),
        "done": sayable("Reached."),
        "missed": sayable("Can no longer be met."),
        "dropped": sayable("Given up; it leaves all counts."),
    },
    "nature": {
        "binding": sayable("It must be met."),
        "expected": sayable("It is expected, not imposed."),
    },
    "better": {
        "higher": sayable("Higher values are better."),
        "lower": sayable("Lower values are better."),
    },
    "goal": {
        "peak": sayable("Emissions peak; measured by the pathway."),
        "neutrality": sayable("Emissions are neutral; measured by the pathway."),
    },
    "before_means": {
        "inclusive": sayable("Before 2030 is met on 31 December 2030."),
        "exclusive": sayable("Before 2030 is met on 31 December 2029 at the latest."),
    },
    "owner_basis": {
        "stated": sayable("The source names the bodies."),
        "inferred": sayable("The bodies are inferred; every document marks them with a dagger."),
    },
    "allocation": {
        "sum": sayable("The children's targets together make the parent's."),
        "mean": sayable("The weighted mean of the children's targets makes the parent's."),
    },
    "basis": {
        "stated": sayable("The source states the link."),
        "implied": sayable("The link is implied."),
    },
    "evidence": {
        "seen": sayable("The words were read on that page."),
        "partly": sayable("The words were read in part."),
        "memory": sayable("The words were not read anywhere."),
    },
    "relation": {
        "FS": sayable("Finish to start: begins when the other has ended."),
        "SS": sayable("Start to start: begins when the other has begun."),
        "FF": sayable("Finish to finish: ends when the other has ended."),
        "SF": sayable("Start to finish: ends when the other has begun."),
        "informs": sayable("Is drawn and binds nothing."),
    },
    "level": {
        "error": sayable("The check fails."),
        "warning": sayable("Something to look at."),
        "info": sayable("Good to know."),
        "off": sayable("Not reported."),
    },
    "fail_on": {
        "error": sayable("The check fails on errors."),
        "warning": sayable("The check fails on errors and warnings."),
        "info": sayable("The check fails on every finding."),
        "never": sayable("The check never fails."),
    },
    "boolean": {"true": sayable("Yes."), "false": sayable("No.")},
}
"""The meaning of each word, by the name of its list."""
