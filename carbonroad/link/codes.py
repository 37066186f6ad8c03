"""The rules that are checked while files are linked: references (CR2)."""

from carbonroad.findings import Rule, Severity

_ERROR, _WARNING, _INFO = Severity.error, Severity.warning, Severity.info

RULES: tuple[Rule, ...] = (
    Rule("CR201", "unknown-organisation", _ERROR),
    Rule("CR202", "unknown-item", _ERROR),
    Rule("CR203", "unknown-indicator", _ERROR),
    Rule("CR204", "unknown-source", _ERROR),
    Rule("CR205", "unknown-measure", _ERROR),
    Rule("CR206", "duplicate-id", _ERROR),
    Rule("CR207", "missing-industry-file", _ERROR),
    Rule("CR208", "undeclared-file", _WARNING),
    Rule("CR209", "ambiguous-name", _ERROR),
    Rule("CR210", "names-in-one-string", _INFO),
    Rule("CR211", "unchecked-reference", _INFO),
    Rule("CR212", "two-files-of-one-name", _ERROR),
    Rule("CR213", "file-leads-outside", _ERROR),
    Rule("CR214", "unknown-phase", _ERROR),
    Rule("CR218", "named-twice", _WARNING),
    Rule("CR219", "code-given-twice", _ERROR),
    Rule("CR220", "superseded-by-itself", _ERROR),
    Rule("CR221", "revision-names-nothing", _INFO),
    Rule("CR222", "unknown-parent", _ERROR),
    Rule("CR223", "parents-in-a-circle", _ERROR),
    Rule("CR224", "parent-not-read", _WARNING),
    Rule("CR225", "hides-inherited", _INFO),
    Rule("CR226", "allocation-below-top", _ERROR),
)

BY_NAME: dict[str, Rule] = {rule.name: rule for rule in RULES}
