"""All that a finding says, on one line, for places that show a message and nothing else."""

from carbonroad.base.texts.said import say
from carbonroad.findings import Finding
from carbonroad.report.one_line import one_line
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in

_ENDS = (".", "!", "?", "。", "！", "？")


def told(finding: Finding, words: Wording) -> str:
    """Return the message, the notes and the help."""
    said = [finding.message, *finding.notes]
    if finding.help:
        said.append(said_in(words, say("Help: {help}", help=finding.help)))
    between, end = ("", "。") if words.chinese and not words.english else (" ", ".")
    return one_line(between.join(text if text.endswith(_ENDS) else f"{text}{end}" for text in said if text))
