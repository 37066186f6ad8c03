"""A YAML error to the finding that a policy writer needs: the right place and the way to write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from carbonroad.base.texts.said import say
from carbonroad.source.found import found
from carbonroad.source.misread import lookalikes
from carbonroad.source.syntax import quotes, signs, structure
from carbonroad.source.syntax.case import Case
from carbonroad.source.syntax.trail import follow

if TYPE_CHECKING:
    from carbonroad.findings import Finding

# The first that knows the error explains it; the nearer to one sign, the earlier.
_DETECTORS = (
    lookalikes.table,
    signs.tab,
    signs.quote,
    signs.block,
    quotes.after_quote,
    signs.reserved,
    signs.wide_key,
    structure.after_bracket,
    structure.brackets,
    structure.second_colon,
    structure.no_colon,
    structure.list_in_line,
    structure.items,
    structure.indentation,
    structure.after_root,
)


def case_of(path: str, text: str, error: yaml.YAMLError, *, fast: bool) -> Case:
    """An error of the parser with all that helps to explain it."""
    at, since, problem = len(text), -1, str(error)
    if isinstance(error, yaml.MarkedYAMLError):
        problem = f"{error.context or ''}: {error.problem or ''}".lower()
        if error.problem_mark is not None:
            at = min(error.problem_mark.index, len(text))
        if error.context_mark is not None:
            since = min(error.context_mark.index, len(text))
    return Case(path, text, problem, at, since, follow(text, fast=fast))


def explain(case: Case) -> Finding:
    """The best finding for an error of the parser; there is always one."""
    for detect in _DETECTORS:
        finding = detect(case)
        if finding is not None:
            return finding
    said = case.problem.rpartition(": ")[2]
    notes = (say('YAML itself says "{problem}".', problem=said),) if said else ()
    at, size = case.at, len(case.text)
    return found(case.path, "syntax", at, min(at + 1, size) or at, notes=notes)
