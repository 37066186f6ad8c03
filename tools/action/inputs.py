"""The inputs of the action, as `INPUT_` variables give them."""

import shlex
from collections.abc import Mapping
from typing import NamedTuple

_SEVERITIES = ("", "error", "warning", "info", "never")
_NO_BASELINE = "none"


class Inputs(NamedTuple):
    """What the action was asked for; names as in action.yml."""

    paths: tuple[str, ...]
    fail_on: str
    baseline: str
    args: tuple[str, ...]
    as_of: str
    lang: str
    annotations: bool
    summary: bool
    sarif: bool
    render: bool
    render_args: tuple[str, ...]
    diff: bool
    base: str
    ratchet: bool
    artifact: str

    @property
    def common(self) -> tuple[str, ...]:
        """Options that every command takes."""
        day = (f"--as-of={self.as_of}",) if self.as_of else ()
        return (*day, f"--lang={self.lang}") if self.lang else day

    @property
    def checks(self) -> tuple[str, ...]:
        """Options of validate."""
        level = (f"--fail-on={self.fail_on}",) if self.fail_on else ()
        if self.baseline == _NO_BASELINE:
            return (*self.common, *level, "--no-baseline", *self.args)
        baseline = (f"--baseline={self.baseline}",) if self.baseline else ()
        return (*self.common, *level, *baseline, *self.args)


def read_inputs(environ: Mapping[str, str]) -> Inputs | str:
    """Return the inputs, or what is wrong with them."""
    texts = {name.lower(): text.strip() for name, text in environ.items() if name.startswith("INPUT_")}

    def text(name: str, usual: str = "") -> str:
        return texts.get(f"input_{name}", "") or usual

    switches = {name: text(name, usual) for name, usual in _SWITCHES.items()}
    for name, word in switches.items():
        if word not in {"true", "false"}:
            return f'"{word}" is neither true nor false; {name} takes one of these.'
    if text("fail_on") not in _SEVERITIES:
        return f'"{text("fail_on")}" is no severity; fail-on takes error, warning, info or never.'
    if text("base").startswith("-"):
        return f'"{text("base")}" is no revision; base takes a commit, a branch or a tag.'
    words = {}
    for name in ("args", "render_args"):
        try:
            words[name] = tuple(shlex.split(text(name)))
        except ValueError:
            return f"A quotation mark in {name.replace('_', '-')} is not closed."
    on = {name: word == "true" for name, word in switches.items()}
    return Inputs(
        paths=tuple(filter(None, (line.strip() for line in text("path", ".").splitlines()))),
        fail_on=text("fail_on"),
        baseline=text("baseline"),
        args=words["args"],
        as_of=text("as_of"),
        lang=text("lang"),
        annotations=on["annotations"],
        summary=on["summary"],
        sarif=on["sarif"],
        render=on["render"],
        render_args=words["render_args"],
        diff=on["diff"],
        base=text("base"),
        ratchet=on["ratchet"],
        artifact=text("artifact"),
    )


_SWITCHES = {
    "annotations": "true",
    "summary": "true",
    "sarif": "true",
    "render": "true",
    "diff": "true",
    "ratchet": "false",
}
"""Inputs that are true or false, and what they are where nothing is said."""
