"""Write docs/reference.md and docs/rules.md from the vocabulary and the rules' own pages.

Run it with the project's Python; a test fails when the files are not what it would write.
"""

from pathlib import Path

from carbonroad.read.shapes import SHAPES
from carbonroad.read.vocabulary import Field, Shape
from carbonroad.read.words import ENUMERATIONS
from carbonroad.rules.pages import pages as rule_pages

HERE = Path(__file__).parent
_HEADINGS = {
    "top": '`carbonroad.yaml`: the "1"',
    "industry": 'An industry file: one of the "N"',
    "file": "A file that stands alone",
    "milestone": "A milestone",
    "indicator": "An indicator",
    "target": "A target of an indicator",
    "actual": "A measured value of an indicator",
    "work": "A work package",
    "measure": "A measure",
    "after": "An entry of `after`",
    "citation": "An entry of `source`",
    "report": "An entry of `reports`",
    "deadline": "A deadline in words of its own",
    "baseline": "A baseline with its value",
    "pathway": "A pathway",
    "revision": "An entry of `revisions`",
    "drawing": "The title block",
    "phase": "A phase",
    "organisation": "An organisation",
    "document": "A source",
}
_REFERENCE = """\
# All keys and words

Every key has an English and a Chinese name; either may be used, also side by side in one file.
A key of your own begins with `x-` and is kept and ignored.
"""
_RULES = """\
# Rules

What `carbonroad validate` finds. A rule is named by its code or its name.
An error stops `render`; a warning and an info do not.
"""


def reference() -> str:
    """Return the page of all keys and words."""
    shapes = [f"\n## {heading}\n\n{_table(SHAPES[name])}" for name, heading in _HEADINGS.items()]
    rows = []
    for enumeration in ENUMERATIONS.values():
        words = [
            f"{word} ({' / '.join(chinese)})" if chinese else word
            for word, chinese in enumeration.words.items()
        ]
        rows.append(f"| {enumeration.name} | {' · '.join(words)} |\n")
    lists = "\n## Words of fixed lists\n\n| list | words |\n|---|---|\n" + "".join(rows)
    return _REFERENCE + "".join(shapes) + lists


def rules() -> str:
    """Return the page of all rules."""
    pages = []
    for page in rule_pages():
        rule = page.rule
        level = rule.severity.value.capitalize()
        pages.append(f"\n## {rule.code} {rule.name}\n\n{level}. {page.says}\n\n{page.why}\n")
        if page.flagged.strip():
            pages.append(f"\nFlagged:\n\n{_fenced(page.flagged)}\nFine:\n\n{_fenced(page.fine)}")
    return _RULES + "".join(pages)


def _fenced(text: str) -> str:
    shown = "".join(
        char if char == "\n" or char.isprintable() else f"\\u{ord(char):04x}" for char in text[:2000]
    )
    return f"```yaml\n{shown.rstrip()}\n```\n"


def _table(shape: Shape) -> str:
    rows = [f"| {_key(field)} | {' / '.join(field.zh)} | {field.says} |\n" for field in shape.fields]
    return "| key | Chinese | meaning |\n|---|---|---|\n" + "".join(rows)


def _key(field: Field) -> str:
    return f"**`{field.name}`** (required)" if field.required else f"`{field.name}`"


def main() -> None:
    """Write both pages."""
    (HERE / "reference.md").write_text(reference(), encoding="utf-8")
    (HERE / "rules.md").write_text(rules(), encoding="utf-8")


if __name__ == "__main__":
    main()
