"""The rules that are checked while a file is read: structure (CR1), dates (CR3) and numbers (CR4)."""

from carbonroad.findings import RulePage, Severity

_ERROR, _WARNING = Severity.error, Severity.warning


def _milestone(line: str) -> str:
    return f"milestones:\n  - id: peak\n    title: Steel emissions peak\n    {line}\n"


def _indicator(line: str) -> str:
    return f"indicators:\n  - id: eaf\n    title: Electric furnace share\n    unit: '%'\n    {line}\n"


PAGES: tuple[RulePage, ...] = (
    RulePage(
        "CR101", "unknown-key", _ERROR,
        "A key that the format does not know.",
        "A mistyped key would be ignored in silence, and the owner or the deadline with it.",
        _milestone("deadlin: by 2030"), _milestone("deadline: by 2030"),
    ),
    RulePage(
        "CR102", "missing-key", _ERROR,
        "A key that must be there is missing or empty.",
        "Without it the item cannot be shown or referred to.",
        "milestones:\n  - id: peak\n    title: Steel emissions peak\n", _milestone("deadline: by 2030"),
    ),
    RulePage(
        "CR103", "wrong-type", _ERROR,
        "A list stands where one value is wanted, or the reverse.",
        "Usually a dash or an indentation is missing.",
        "milestones:\n  id: peak\n  title: Steel emissions peak\n", _milestone("deadline: by 2030"),
    ),
    RulePage(
        "CR104", "unknown-word", _ERROR,
        "A word that is not in the field's list.",
        "Statuses and kinds are counted; a word of one's own would be counted nowhere.",
        _milestone("deadline: by 2030\n    status: finishd"),
        _milestone("deadline: by 2030\n    status: done"),
    ),
    RulePage(
        "CR105", "unknown-format-version", _ERROR,
        "The file asks for a version of the format that this program does not read.",
        "A newer version may mean something else by the same words.",
        "carbonroad: 2\ntitle: Plan\n", "carbonroad: 1\ntitle: Plan\n",
    ),
    RulePage(
        "CR106", "key-in-both-spellings", _ERROR,
        "One key is written twice, in English and in Chinese.",
        "Only one of the two can count, and nobody knows which.",
        _milestone("deadline: by 2030\n    期限: 2030年前"), _milestone("deadline: by 2030"),
    ),
    RulePage(
        "CR107", "file-name-differs", _ERROR,
        "`industry` and the file's name differ.",
        "Others refer to the industry by one name; two names lead them astray.",
        "industry: copper\ntitle: Steel\n", "title: Steel\n",
    ),
    RulePage(
        "CR108", "reserved-name", _ERROR,
        "An industry has a name that the program's own pages use.",
        "Its pages would overwrite the overview or the timetable.",
        "# file index.yaml\ntitle: Steel\n", "# file steel.yaml\ntitle: Steel\n",
    ),
    RulePage(
        "CR109", "invalid-id", _ERROR,
        "An id has blanks or signs in it.",
        "Ids become addresses and file names.",
        "milestones:\n  - id: carbon peak!\n    title: Peak\n    deadline: by 2030\n",
        "milestones:\n  - id: carbon-peak\n    title: Peak\n    deadline: by 2030\n",
    ),
    RulePage(
        "CR110", "not-a-language", _ERROR,
        "A word stands where a language tag is wanted: as a key of a text, or under `languages`.",
        "The words under it would never be shown.",
        "title: {english!: Steel}\n", "title: {en: Steel}\n",
    ),
    RulePage(
        "CR111", "text-too-long", _ERROR,
        "A title, deliverable or acceptance is longer than 200 characters.",
        "It stands whole on a drawing sheet, a table row and a time axis; longer text belongs into `note`.",
        f"title: {'Steel ' * 40}\n", "title: Steel\n",
    ),
    RulePage(
        "CR301", "impossible-date", _ERROR,
        "A day that no calendar has.",
        "A deadline on 30 February cannot be kept or missed.",
        _milestone("deadline: 2030-02-30"), _milestone("deadline: 2030-02-28"),
    ),
    RulePage(
        "CR302", "unreadable-date", _ERROR,
        "A date or deadline in a form that cannot be read.",
        "What cannot be dated cannot be sorted, checked or reported as due.",
        _milestone("deadline: 30/06/2030"), _milestone("deadline: 30 June 2030"),
    ),
    RulePage(
        "CR303", "undeclared-phase", _ERROR,
        "A deadline names a phase that `phases` does not declare.",
        "The years of a phase are the roadmap's to say.",
        _milestone("deadline: “二十五五”期间"), _milestone("deadline: by 2030"),
    ),
    RulePage(
        "CR304", "unreadable-duration", _ERROR,
        "A duration or lag that cannot be read.",
        "Without its length a work has no place in the schedule.",
        "works:\n  - id: W1\n    title: Pilot\n    takes: 12\n",
        "works:\n  - id: W1\n    title: Pilot\n    takes: 12 months\n    start: 2027\n",
    ),
    RulePage(
        "CR401", "not-a-number", _ERROR,
        "A number was expected and something else stands there.",
        "A value that is no number is missing from every sum and chart.",
        _indicator("actual: {2024: n/a}"), _indicator("actual: {2024: 10.2}"),
    ),
    RulePage(
        "CR402", "unit-does-not-fit", _ERROR,
        "A value's unit cannot be converted to the indicator's.",
        "Tonnes in a field of percent would be compared as if they were percent.",
        _indicator("targets: {2030: 15 Mt}"), _indicator("targets: {2030: 15 %}"),
    ),
    RulePage(
        "CR403", "which-way", _WARNING,
        "A signed change with ≥ or ≤ can be read two ways.",
        "`≥-65%` may mean a fall of at least 65 % or a fall of no more than that.",
        _indicator("baseline: 2005\n    targets: {2030: ≥-65%}"),
        _indicator("baseline: 2005\n    targets: {2030: down at least 65 %}"),
    ),
    RulePage(
        "CR404", "value-not-understood", _WARNING,
        "A value is shown as written, but cannot be computed with.",
        "Nothing can be said about whether it was reached.",
        _indicator("targets: {2030: world level}"), _indicator("targets: {2030: at least 15}"),
    ),
)  # fmt: skip

CODES: dict[str, RulePage] = {page.name: page for page in PAGES}
