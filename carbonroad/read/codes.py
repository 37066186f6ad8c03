"""The rules that are checked while a file is read: structure (CR1), dates (CR3) and numbers (CR4)."""

from carbonroad.findings import Rule, Severity

_ERROR, _WARNING = Severity.error, Severity.warning

RULES: tuple[Rule, ...] = (
    Rule("CR101", "unknown-key", _ERROR),
    Rule("CR102", "missing-key", _ERROR),
    Rule("CR103", "wrong-type", _ERROR),
    Rule("CR104", "unknown-word", _ERROR),
    Rule("CR105", "unknown-format-version", _ERROR),
    Rule("CR106", "key-in-both-spellings", _ERROR),
    Rule("CR107", "file-name-differs", _ERROR),
    Rule("CR108", "reserved-name", _ERROR),
    Rule("CR109", "invalid-id", _ERROR),
    Rule("CR110", "not-a-language", _ERROR),
    Rule("CR111", "text-too-long", _ERROR),
    Rule("CR112", "not-a-region", _ERROR),
    Rule("CR113", "not-a-web-address", _ERROR),
    Rule("CR301", "impossible-date", _ERROR),
    Rule("CR302", "unreadable-date", _ERROR),
    Rule("CR303", "undeclared-phase", _ERROR),
    Rule("CR304", "unreadable-duration", _ERROR),
    Rule("CR350", "reversed-range", _ERROR),
    Rule("CR351", "no-duration", _ERROR),
    Rule("CR352", "duration-too-long", _ERROR),
    Rule("CR401", "not-a-number", _ERROR),
    Rule("CR402", "unit-does-not-fit", _ERROR),
    Rule("CR403", "which-way", _WARNING),
    Rule("CR404", "value-not-understood", _WARNING),
    Rule("CR450", "reversed-values", _WARNING),
    Rule("CR451", "change-contradicted", _WARNING),
    Rule("CR452", "number-word-twice", _ERROR),
    Rule("CR453", "unknown-currency", _ERROR),
    Rule("CR454", "not-finite", _ERROR),
    Rule("CR455", "unknown-unit", _WARNING),
    Rule("CR456", "out-of-range", _ERROR),
)

BY_NAME: dict[str, Rule] = {rule.name: rule for rule in RULES}
