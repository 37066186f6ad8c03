"""Write the reference pages of keys and rules, in English and Chinese, of commands, and the JSON Schema.

Run it with the project's Python; a test fails when a file is not what it would write.
"""

import re
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from make_commands import commands_page

from carbonroad.batch.call import Call
from carbonroad.batch.run import check_all
from carbonroad.checking.checked import USUAL
from carbonroad.checking.rule_pages import pages as rule_pages
from carbonroad.findings import RulePage
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.read.vocabulary.words import ENUMERATIONS
from carbonroad.report.explaining.fields import key_rows, word_rows
from carbonroad.report.explaining.markdown import markdown_page, markdown_table
from carbonroad.report.explaining.page import Rows
from carbonroad.report.explaining.rules import FAMILIES, LEVELS, rule_page
from carbonroad.schema.json_schema import schema_text
from carbonroad.schema.meanings import MAPS
from carbonroad.source.folder import NoRoadmap, find_roadmaps
from carbonroad.wording import Wording, wording

HERE = Path(__file__).parent
_TODAY = date(2026, 11, 22)
_REFERENCE = {
    "en": """\
# All keys and words

Every key has an English and a Chinese name; either may be used, also side by side in one file.
A key of your own begins with `x-` and is kept and ignored.
`carbonroad explain KEY` says how its value is written.
""",
    "zh": """\
# 全部的键和用词

每个键都有英文名和中文名，用哪个都可以，同一文件中也可以混用。
自用的键以`x-`开头，会保留但不处理。用`carbonroad explain 键名`查看值的写法。
""",
}
_LISTS = {"en": "Words of fixed lists", "zh": "固定用词"}
_RULES = {
    "en": """\
# Rules

What `carbonroad validate` finds. A rule is named by its code or its name;
`carbonroad explain CR201` shows its page.
An error stops `render`; a warning and an info do not. An arrow (`# <-`) marks the lines that are reported.
Fix: what `--fix` repairs in the page's example; unsafe ones need `--unsafe-fixes`.

A finding is left out by a comment at the end of its line or alone above it, with the reason:
`# carbonroad: ignore[unknown-organisation] -- reason`; a rule by its level in `carbonroad.yaml`:
`validate: {severity: {unknown-organisation: off}}`. Errors of reading (CR0) and of the checks' own settings
always count.
""",
    "zh": """\
# 规则

`carbonroad validate`会发现的问题。规则用代码或名称指明，`carbonroad explain CR201 --lang zh`可查看其说明。
有错误时不能`render`，警告和提示不影响。箭头（`# <-`）标出会报告的行。
修复：说明中的例子能否用`--fix`修复；标“需确认”的要用`--unsafe-fixes`。

不报告某一处：在该行末尾或单独在上一行写注释和理由，例如`# carbonroad: ignore[unknown-organisation] -- 理由`。
不报告某条规则：在`carbonroad.yaml`中写`validate: {severity: {unknown-organisation: off}}`。
读取类（CR0）的错误和校验设置本身的错误始终报告。
""",
}
_HEAD = {
    "en": ("Code", "Name", "Chinese", "Severity", "Fix"),
    "zh": ("代码", "名称", "标题", "级别", "修复"),
}
_FIX = {"en": {True: "safe", False: "unsafe", None: ""}, "zh": {True: "可", False: "需确认", None: ""}}


def reference(language: str) -> str:
    """Return the page of all keys and words."""
    words = _words(language)
    parts = [_REFERENCE[language].rstrip("\n")]
    parts += [
        f"## {words(title)}\n\n{markdown_table(key_rows(SHAPES[name], words))}"
        for name, title in MAPS.items()
    ]
    parts.append(f"## {_LISTS[language]}")
    parts += [f"### {name}\n\n{markdown_table(word_rows(name, words))}" for name in ENUMERATIONS]
    return "\n\n".join(parts) + "\n"


def rules(language: str) -> str:
    """Return the page of all rules: a table of each family, then each rule's page."""
    words = _words(language)
    parts = [_RULES[language].rstrip("\n")]
    known = [(page, repair(page)) for page in rule_pages()]
    for family, title in FAMILIES.items():
        rows = tuple(
            (
                f"[{page.rule.code}](#{page.rule.code.lower()})",
                page.rule.name,
                page.title_zh,
                words(LEVELS[page.rule.severity.value]),
                _FIX[language][safe],
            )
            for page, safe in known
            if page.rule.code.startswith(family)
        )
        parts.append(f"## {family} · {words(title)}\n\n{markdown_table(Rows(_HEAD[language], rows, 0))}")
    for page, _ in known:
        shown = rule_page(page, words, leaving_out=False)._replace(title=page.rule.code)
        level = words(LEVELS[page.rule.severity.value])
        called = f"`{page.rule.name}`" + (f" {page.title_zh}" if page.title_zh else "") + f" · {level}"
        head, _, body = markdown_page(shown, 3).partition("\n\n")
        parts.append(f"{head}\n\n{called}\n\n{body.rstrip()}")
    return "\n\n".join(parts) + "\n"


def repair(page: RulePage) -> bool | None:
    """Whether the finding in a page's example can be repaired: safely, not safely, or (None) not at all."""
    if not page.flagged.strip():
        return None
    with tempfile.TemporaryDirectory() as folder:
        for name, content in _example(page):
            Path(folder, name).parent.mkdir(exist_ok=True)
            Path(folder, name).write_bytes(content)
        alone = len(list(Path(folder).iterdir())) == 1
        found = find_roadmaps(str(Path(folder, "steel.yaml")) if alone else folder)
        if isinstance(found, NoRoadmap):
            return None
        outcomes = check_all(found, Call(None, _TODAY, USUAL))
        findings = [one for outcome in outcomes for one in outcome.findings]
        fixes = [one.fix for one in findings if one.name == page.rule.name]
    safety = [fix.safe for fix in fixes if fix is not None]
    return any(safety) if safety else None


def _example(page: RulePage) -> Iterator[tuple[str, bytes]]:
    """The files of an example; an escaped one shows by its number what no text can show."""
    pieces = re.split(r"(?m)^# file (\S+)\n", page.flagged)
    if len(pieces) > 1:
        yield from ((name, text.encode()) for name, text in zip(pieces[1::2], pieces[2::2], strict=True))
    elif page.escaped:
        yield "steel.yaml", page.flagged.encode("ascii").decode("unicode_escape").encode("latin-1")
    else:
        yield "steel.yaml", page.flagged.encode()


def _words(language: str) -> Wording:
    return wording(language, catalogue="findings")


def made() -> dict[str, str]:
    """Return every file, by path below this folder."""
    return {
        "reference.md": reference("en"),
        "rules.md": rules("en"),
        "commands.md": commands_page(),
        "zh/reference.md": reference("zh"),
        "zh/rules.md": rules("zh"),
        "schemas/roadmap.schema.json": schema_text("any"),
    }


def main() -> None:
    """Write every file."""
    for path, text in made().items():
        (HERE / path).parent.mkdir(exist_ok=True)
        (HERE / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
