"""What every finding must carry, whatever found it."""

import re
from collections.abc import Iterator

from carbonroad.base.texts.said import Said
from carbonroad.findings import Finding

WITHOUT_POINTER = {"undeclared-file"}
"""Of the findings of reading, linking and rules: they are about a file, not about something in it."""
ABOUT_TWO_PLACES = {
    "allocation-missed", "allocation-not-comparable", "ambiguous-name", "baseline-after-target",
    "baseline-differs-from-actual", "cannot-be-met", "circular-condition", "code-given-twice",
    "condition-after-deadline", "conflicting-wordings", "confusable-ids", "dates-disagree",
    "deadline-before-predecessor", "depends-on-dropped", "depends-on-superseded", "duplicate-id",
    "finished-before-start", "fraction-for-percent", "gap-between-phases", "hides-inherited",
    "hides-top-id", "key-in-both-spellings", "late-before-due", "level-and-change-mixed", "named-twice",
    "neutrality-not-reached", "out-of-sequence-progress", "outcome-of-no-term", "outside-every-phase",
    "pathway-not-added", "peak-after-goal", "phases-overlap", "plan-years-differ",
    "predecessor-after-fixed-start", "progress-before-start", "report-falls-back", "same-title",
    "scale-slip", "share-out-of-range", "sign-slip", "stale-status", "start-after-finish",
    "status-and-finished-differ", "stretch-weaker-than-target", "strive-on-binding", "sum-exceeds-whole",
    "sum-misses-top-target", "sum-peaks-after-goal", "superseded-by-dropped", "target-above-reference",
    "target-against-better", "two-live-targets", "unknown-organisation", "unknown-source",
    "weaker-than-earlier-target", "weaker-than-parent", "work-ends-after-milestone",
}  # fmt: skip
"""What is compared with something that is written elsewhere shows that place too."""


def unfinished(finding: Finding) -> list[str]:
    """Say what a finding lacks: values in sentences, words at the caret, a pointer, the other place."""
    lacks = [f"no value for {{{gap}}} in: {text}" for text in _texts(finding) for gap in _gaps(text)]
    lacks += [f"an empty sentence beside: {finding.message}" for text in _texts(finding) if not text]
    if "CR100" < finding.code < "CR600":
        lacks += [] if finding.label else ["no words at the caret"]
        lacks += [] if finding.pointer or finding.name in WITHOUT_POINTER else ["no way to its place"]
    if finding.name in ABOUT_TWO_PLACES and not finding.related:
        lacks.append("not the other place")
    lacks += ["the same place twice" for one in finding.related if one.span == finding.span]
    return [f"{finding.name}: {one}" for one in lacks]


def _texts(finding: Finding) -> Iterator[str]:
    yield from (finding.message, finding.help)
    yield from (text for text in (finding.label, *finding.notes) if text)
    yield from (one.message for one in finding.related)


def _gaps(text: object) -> Iterator[str]:
    """Names in braces that a sentence gives no value for, in the sentences that it is made of too."""
    if isinstance(text, Said):
        values = {"n", *text.values} if text.many else set(text.values)
        for template in (text.template, text.many):
            named = re.findall(r"{(\w+)(?:[:!][^ }]*)?}", template)
            yield from (name for name in named if name not in values)
        for value in text.values.values():
            yield from _gaps(value)
