"""The rules of the family CR0, checked while text is read; their pages stand in pages/."""

from carbonroad.findings import Rule, Severity

_ERROR, _WARNING = Severity.error, Severity.warning

RULES: tuple[Rule, ...] = (
    Rule("CR001", "not-utf-8", _ERROR),
    Rule("CR002", "control-character", _ERROR),
    Rule("CR003", "too-large", _ERROR),
    Rule("CR004", "unreadable-file", _ERROR),
    Rule("CR005", "empty-file", _ERROR),
    Rule("CR006", "no-mapping-at-root", _ERROR),
    Rule("CR007", "second-document", _ERROR),
    Rule("CR008", "too-deep", _ERROR),
    Rule("CR009", "too-many-nodes", _ERROR),
    Rule("CR010", "syntax-error", _ERROR),
    Rule("CR011", "unclosed-quote", _ERROR),
    Rule("CR012", "unclosed-bracket", _ERROR),
    Rule("CR013", "text-after-value", _ERROR),
    Rule("CR014", "bad-indentation", _ERROR),
    Rule("CR015", "tab", _ERROR),
    Rule("CR016", "missing-dash", _ERROR),
    Rule("CR017", "second-colon", _ERROR),
    Rule("CR018", "missing-space", _ERROR),
    Rule("CR019", "reserved-sign", _ERROR),
    Rule("CR020", "duplicate-key", _ERROR),
    Rule("CR021", "merge-key", _ERROR),
    Rule("CR022", "tag", _ERROR),
    Rule("CR023", "unused-anchor", _ERROR),
    Rule("CR024", "key-not-text", _ERROR),
    Rule("CR025", "emptied-value", _ERROR),
    Rule("CR026", "block-sign", _ERROR),
    Rule("CR027", "cut-by-comment", _WARNING),
    Rule("CR028", "full-width-sign", _ERROR),
    Rule("CR029", "full-width-digit", _WARNING),
    Rule("CR030", "full-width-separator", _WARNING),
    Rule("CR031", "odd-space", _ERROR),
    Rule("CR032", "odd-line-break", _ERROR),
    Rule("CR033", "bidi-override", _ERROR),
    Rule("CR034", "invisible-character", _WARNING),
    Rule("CR035", "bad-escape", _ERROR),
    Rule("CR036", "typographic-quote", _ERROR),
    Rule("CR037", "numbered-item", _ERROR),
    Rule("CR038", "not-a-colon", _ERROR),
    Rule("CR039", "pasted-table", _ERROR),
    Rule("CR040", "html-entity", _WARNING),
    Rule("CR041", "merge-conflict", _ERROR),
    Rule("CR042", "wrong-comment-sign", _ERROR),
    Rule("CR043", "too-many-findings", _WARNING),
)

BY_NAME: dict[str, Rule] = {rule.name: rule for rule in RULES}
