"""The rules that are checked while a foreign file is read (CR6): tables, files, own exports, policy texts."""

from carbonroad.findings import Rule, Severity

_ERROR, _WARNING, _INFO = Severity.error, Severity.warning, Severity.info

RULES: tuple[Rule, ...] = (
    # CR601-619: tables.
    Rule("CR601", "unknown-column", _WARNING),
    Rule("CR602", "ambiguous-date", _WARNING),
    Rule("CR603", "unreadable-cell", _WARNING),
    Rule("CR604", "no-header", _WARNING),
    Rule("CR605", "left-out", _INFO),
    Rule("CR606", "similar-body", _WARNING),
    Rule("CR607", "row-without-title", _WARNING),
    Rule("CR608", "assumed", _WARNING),
    Rule("CR609", "kept-aside", _WARNING),
    Rule("CR610", "not-in-file", _WARNING),
    # CR620-639: files and limits.
    Rule("CR620", "unsupported-file", _ERROR),
    Rule("CR621", "password-protected", _ERROR),
    Rule("CR622", "damaged-file", _ERROR),
    Rule("CR623", "import-limit", _ERROR),
    Rule("CR624", "document-type-declared", _ERROR),
    Rule("CR625", "part-not-read", _INFO),
    Rule("CR626", "formula-without-value", _WARNING),
    Rule("CR627", "error-value", _WARNING),
    Rule("CR628", "wrong-date-in-cell", _WARNING),
    Rule("CR629", "hidden-content", _INFO),
    Rule("CR630", "tracked-changes", _WARNING),
    Rule("CR631", "uneven-row", _WARNING),
    Rule("CR632", "encoding-guessed", _INFO),
    Rule("CR633", "characters-left-out", _WARNING),
    Rule("CR634", "quote-not-closed", _WARNING),
    # CR640-649: own exports and Microsoft Project.
    Rule("CR640", "damaged-export", _ERROR),
    Rule("CR641", "unreadable-member", _WARNING),
    Rule("CR642", "unknown-member", _INFO),
    Rule("CR643", "changed-elsewhere", _INFO),
    Rule("CR644", "foreign-entry", _INFO),
    Rule("CR645", "not-carried-over", _WARNING),
    Rule("CR646", "unreadable-plan-value", _WARNING),
    Rule("CR647", "link-left-out", _WARNING),
    Rule("CR648", "changed-in-plan", _INFO),
    Rule("CR649", "working-days", _INFO),
    # CR650-669: policy texts.
    Rule("CR650", "deadline-unclear", _WARNING),
    Rule("CR651", "number-without-unit", _WARNING),
    Rule("CR652", "number-unclear", _WARNING),
    Rule("CR653", "indicator-unclear", _WARNING),
    Rule("CR654", "sentence-unclear", _WARNING),
    Rule("CR655", "owner-unclear", _WARNING),
    Rule("CR656", "deadline-unreadable", _WARNING),
    Rule("CR657", "table-left-out", _INFO),
    Rule("CR658", "nothing-found", _INFO),
    Rule("CR659", "nothing-in-text", _WARNING),
)

BY_NAME: dict[str, Rule] = {rule.name: rule for rule in RULES}
