"""Findings with everything a finding can have, for the tests of the reports."""

from carbonroad.findings import Edit, Finding, Fix, Related, Severity, Span, Suppressed
from carbonroad.report.results import Results
from carbonroad.source.text import SourceText, from_string

STEEL = from_string("title: Steel\nmilestones:\n  - id: peak\n    owner: mitt\n", "plans/steel.yaml")
TOP = from_string("organisations:\n  miit: {title: Ministry}\n", "plans/carbonroad.yaml")
CEMENT = from_string("title: 水泥\n", "plans/cement.yaml")
TEXTS: dict[str, SourceText] = {text.path: text for text in (TOP, CEMENT, STEEL)}
AT = STEEL.text.index("mitt")
PEAK = STEEL.text.index("peak")
FIX = Fix('replace "mitt" with "miit"', True, (Edit(AT, AT + 4, "miit"),))
UNKNOWN = Finding(
    "CR201",
    "unknown-organisation",
    Severity.error,
    'Owner "mitt" is not declared.',
    Span(STEEL.path, AT, AT + 4),
    "milestones[peak].owner",
    "not declared",
    (Related(Span(TOP.path, 17, 21), "did you mean this one?"),),
    ("This is a note.",),
    'replace "mitt" with "miit"',
    FIX,
)
UNUSED = Finding(
    "CR215",
    "declared-and-never-used",
    Severity.warning,
    'The organisation "miit" is declared, but nothing names it.',
    Span(TOP.path, 17, 21),
    "organisations[miit]",
)
NO_SOURCE = Finding(
    "CR503", "no-source", Severity.info, "steel.peak names no source.", Span(STEEL.path, PEAK, PEAK + 4)
)
SUPPRESSED = UNKNOWN._replace(
    span=Span(STEEL.path, 7, 12), pointer="title", suppressed=Suppressed("comment", "agreed with 工信部")
)
BASELINED = UNUSED._replace(suppressed=Suppressed("baseline"))


def sample(*findings: Finding, suppressed: tuple[Finding, ...] = ()) -> Results:
    """Results of a run over the three files."""
    return Results(findings, tuple(TEXTS), TEXTS.get, suppressed)


EVERYTHING = sample(UNUSED, UNKNOWN, NO_SOURCE, suppressed=(BASELINED, SUPPRESSED))
