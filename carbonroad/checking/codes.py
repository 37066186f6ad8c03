"""The rules of the family CR9: the tool's own settings, suppressions and baseline; pages stand in pages/."""

from carbonroad.findings import Rule, Severity

_ERROR, _WARNING, _INFO = Severity.error, Severity.warning, Severity.info

RULES: tuple[Rule, ...] = (
    Rule("CR901", "suppression-without-reason", _WARNING),
    Rule("CR902", "unused-suppression", _INFO),
    Rule("CR903", "expired-suppression", _WARNING),
    Rule("CR904", "malformed-suppression", _WARNING),
    # Another version of the program may know the rule: that must not stop a roadmap.
    Rule("CR905", "unknown-rule", _WARNING),
    Rule("CR906", "unknown-setting", _ERROR),
    Rule("CR907", "wrong-setting", _ERROR),
    Rule("CR908", "cannot-be-ignored", _WARNING),
    Rule("CR909", "stale-baseline-entry", _INFO),
    Rule("CR910", "unreadable-baseline", _ERROR),
)

BY_NAME: dict[str, Rule] = {rule.name: rule for rule in RULES}
