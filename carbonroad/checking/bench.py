"""How findings about the tool's own settings, suppressions and baseline are made."""

from typing import Unpack

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.checking.codes import BY_NAME
from carbonroad.checking.rulebook import Selector, is_fixed, rules, selector, similar
from carbonroad.findings import Edit, Finding, Fix, Parts, Span, found
from carbonroad.source.yaml.nodes import Node, Scalar

_NAMES = lazy_pattern(r"[^,，、;；]+")


class Named(NamedTuple):
    """Rules that were named, and where."""

    rules: Selector
    span: Span


class Bench:
    """Collects the findings about one file."""

    __slots__ = ("findings", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []

    def report(self, name: str, span: Span, message: str, **parts: Unpack[Parts]) -> None:
        """Add a finding of a rule of this floor."""
        self.findings.append(found(BY_NAME[name], span, message, **parts))

    def span(self, node: Node) -> Span:
        """Return where a node stands."""
        return Span(self.path, node.start, node.end)

    def wrong(self, node: Node, message: str, pointer: str, help_: str, *, label: str = "") -> None:
        """Report a setting's value."""
        span = self.span(node)
        self.report(
            "wrong-setting", span, message, pointer=pointer, label=label or say("not accepted"), help_=help_
        )

    def unknown_setting(self, finding: Finding) -> None:
        """Report an unknown key of the settings as what it is: an unknown setting."""
        rule = BY_NAME["unknown-setting"]
        name = finding.pointer.removeprefix("validate.")
        self.findings.append(
            finding._replace(
                code=rule.code,
                name=rule.name,
                severity=rule.severity,
                message=say('"{name}" is not a setting of the checks.', name=name),
                label=say("unknown setting"),
            )
        )

    def named(self, node: Scalar, pointer: str, *, split: bool = True) -> list[Named]:
        """Return the rules that a value names, several with commas between; unknown ones are reported."""
        exact = not node.style and len(node.text) == node.end - node.start
        found = []
        for part in _NAMES.finditer(node.text) if split else (node,):
            word = part.text if isinstance(part, Scalar) else part[0]
            if not word.strip():
                continue
            at = 0 if isinstance(part, Scalar) else part.start()
            span = self.span(node)
            if exact:
                start = node.start + at + len(word) - len(word.lstrip())
                span = Span(self.path, start, start + len(word.strip()))
            known = selector(word)
            if known is None:
                self.unknown_rule(word.strip(), span, pointer)
            else:
                found.append(Named(known, span))
        return found

    def unknown_rule(self, word: str, span: Span, pointer: str = "") -> None:
        """Report a word that is no rule."""
        near = similar(word)
        close = near.one
        plain = span.end - span.start == len(word)
        self.report(
            "unknown-rule",
            span,
            say('There is no rule "{word}".', word=word),
            pointer=pointer,
            label=say("unknown rule"),
            help_=say('did you mean "{close}"?', close=close)
            if close
            else say("write a rule's name, its code, or the beginning of codes, such as CR5"),
            fix=Fix(
                say('replace "{word}" with "{close}"', word=word, close=close),
                near.sure,
                (Edit(span.start, span.end, close),),
            )
            if close and plain
            else None,
        )

    def check_fixed(self, named: Named, pointer: str = "") -> None:
        """Report that rules are to be ignored, or to count less, of which none can be."""
        chosen, span = named
        known = rules()
        if all(is_fixed(known[code]) for code in chosen.codes):
            rule = known[min(chosen.codes)]
            self.report(
                "cannot-be-ignored",
                span,
                say("{code} always counts: without it the rest of the check means nothing.", code=rule.code)
                if len(chosen.codes) == 1
                else say(
                    "{word} always counts: without it the rest of the check means nothing.", word=chosen.word
                ),
                pointer=pointer,
                label=say("always counts"),
                help_=say("remove it here and repair what it reports"),
            )
