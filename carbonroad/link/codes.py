"""The rules that are checked while files are linked: references (CR2)."""

from carbonroad.findings import RulePage, Severity

_ERROR, _WARNING, _INFO = Severity.error, Severity.warning, Severity.info


def _item(line: str, more: str = "") -> str:
    head = "milestones:\n  - id: peak\n    title: Steel emissions peak\n"
    return f"{more}{head}    deadline: by 2030\n    {line}\n"


_BODIES = "organisations:\n  miit: {title: Ministry of Industry}\n"
_TWO = "organisations:\n  a: {title: A, short: Energy}\n  b: {title: B, short: Energy}\n"
_PAPERS = "sources:\n  ap21: {title: Action plan}\n"

PAGES: tuple[RulePage, ...] = (
    RulePage(
        "CR201", "unknown-organisation", _ERROR,
        "A duty names a body that `organisations` does not declare.",
        "A mistyped owner owns nothing: the task is missing from that ministry's list.",
        _item("owner: mitt", _BODIES), _item("owner: miit", _BODIES),
    ),
    RulePage(
        "CR202", "unknown-item", _ERROR,
        "A reference names no milestone, work or target.",
        "What waits for something that does not exist can never be checked.",
        _item("after: W9"), _item("after: W1", "works:\n  - id: W1\n    title: Pilot\n"),
    ),
    RulePage(
        "CR203", "unknown-indicator", _ERROR,
        "A reference names no indicator.",
        "The milestone would be decided by nothing.",
        _item("indicator: eef"),
        _item("indicator: eaf", "indicators:\n  - {id: eaf, title: Furnaces, unit: Mt}\n"),
    ),
    RulePage(
        "CR204", "unknown-source", _ERROR,
        "A source names no declared document.",
        "A reader could not look the claim up.",
        _item("source: ap12", _PAPERS), _item("source: ap21", _PAPERS),
    ),
    RulePage(
        "CR205", "unknown-measure", _ERROR,
        "A reference names no measure of the file or the top file.",
        "The item would stand in no lane of the roadmap.",
        _item("measure: scarp"), _item("measure: scrap", "measures:\n  - {id: scrap, title: Scrap}\n"),
    ),
    RulePage(
        "CR206", "duplicate-id", _ERROR,
        "Two things of one kind have the same id.",
        "A reference to it could mean either.",
        "works:\n  - {id: W1, title: One}\n  - {id: W1, title: Two}\n",
        "works:\n  - {id: W1, title: One}\n  - {id: W2, title: Two}\n",
    ),
    RulePage(
        "CR207", "missing-industry-file", _ERROR,
        "`industries` names an industry that has no file.",
        "A whole plan would be missing from every document.",
        "# no file steel.yaml stands beside this one\nindustries: [steel]\n", "industries: []\n",
    ),
    RulePage(
        "CR208", "undeclared-file", _WARNING,
        "A file stands in the folder, but `industries` does not name it.",
        "It is left out of every document, and its writer may not know.",
        "# a file copper.yaml stands beside this one\nindustries: []\n", "industries: []\n",
    ),
    RulePage(
        "CR209", "ambiguous-name", _ERROR,
        "A name fits two organisations.",
        "The task would land on one desk by chance.",
        _item("owner: Energy", _TWO),
        _item("owner: a", _TWO),
    ),
    RulePage(
        "CR210", "names-in-one-string", _INFO,
        "Several names stand in one string and were split.",
        "A list shows beyond doubt where one name ends and the next begins.",
        _item("owner: miit, ndrc", "organisations:\n  miit: {title: A}\n  ndrc: {title: B}\n"),
        _item("owner: [miit, ndrc]", "organisations:\n  miit: {title: A}\n  ndrc: {title: B}\n"),
    ),
    RulePage(
        "CR211", "unchecked-reference", _INFO,
        "A reference leads into a file that could not be read.",
        "It may be right: mend the other file first.",
        "# steel.yaml has an error that hides its content\n" + _item("after: steel.M1"), _item("after: []"),
    ),
    RulePage(
        "CR212", "two-files-of-one-name", _ERROR,
        "Two files of the folder have the same name but for the ending.",
        "Only one of them can be the industry's file.",
        "# steel.yaml and steel.yml stand in one folder\ntitle: Steel\n", "title: Steel\n",
    ),
    RulePage(
        "CR213", "file-leads-outside", _ERROR,
        "A file is a link that leads out of the roadmap's folder.",
        "A roadmap is checked and published as one folder; what lies outside is not part of it.",
        "# steel.yaml is a link to ../private/steel.yaml\ntitle: Steel\n", "title: Steel\n",
    ),
    RulePage(
        "CR214", "unknown-phase", _ERROR,
        "A target stands under a key that is no year, month, range or declared phase.",
        "It has no deadline that could be computed.",
        "indicators:\n  - {id: eaf, title: Furnaces, unit: Mt, targets: {soon: 15}}\n",
        "indicators:\n  - {id: eaf, title: Furnaces, unit: Mt, targets: {2030: 15}}\n",
    ),
)  # fmt: skip

CODES: dict[str, RulePage] = {page.name: page for page in PAGES}
