"""The pages of docs/zh have what their originals have; of one that falls behind, a line says what to do."""

from pathlib import Path

import pytest
from translated_pages import ROOT, behind, blocks, original, translations

PAGE = """\
# Title

Text with [a link](other.md) and 120 items.

    tool validate        # a remark

- one
- two

```yaml
a: 1
list:
  - b
```

```console
$ tool render -o build
done
```
"""
TRANSLATION = """\
# 标题

文字，[链接](other.md)，共120项。

    tool validate --lang zh   # 注释

- 一
- 二

```yaml
甲: 1
列表:
  - 乙
```

```console
$ tool render -o build
完成
```
"""


def test_the_pages_for_those_who_begin_are_translated() -> None:
    assert {"README.md", "format.md", "tutorial.md"} <= {path.name for path in translations()}


@pytest.mark.parametrize("path", translations(), ids=lambda path: path.stem)
def test_a_translation_has_what_its_original_has(path: Path) -> None:
    assert original(path).exists()
    assert behind(path, original(path)) == ""


@pytest.mark.parametrize("path", [*translations(), *map(original, translations())], ids=str)
def test_every_link_to_a_heading_leads_to_one(path: Path) -> None:
    missing = [link for block in blocks(path) for link in block.links if "#?" in link]
    assert missing == []


@pytest.mark.parametrize("path", translations(), ids=lambda path: path.stem)
def test_a_page_and_its_translation_lead_to_each_other(path: Path) -> None:
    page = original(path)
    assert f"]({path.relative_to(page.parent).as_posix()})" in page.read_text(encoding="utf-8")
    back = path.parent.joinpath("..", *([".."] if page.parent == ROOT else []), page.name)
    assert f"]({back.relative_to(path.parent).as_posix()})" in path.read_text(encoding="utf-8")


def _compared(folder: Path, translation: str) -> str:
    (folder / "page.md").write_text(PAGE, encoding="utf-8")
    (folder / "zh.md").write_text(translation, encoding="utf-8")
    return behind(folder / "zh.md", folder / "page.md")


@pytest.mark.parametrize(
    ("now", "then", "said"),
    [
        ("", "", ""),
        ("# 标题", "## 标题", "zh.md:1: here is a heading of level 2, in the original a heading of level 1"),
        ("- 二\n", "", "zh.md:7: here is a list of 1 items, in the original a list of 2 items"),
        ("other.md", "another.md", "zh.md:3: the links are not those of the original: other.md, another.md"),
        ("120", "119", "zh.md:3: the original has the number 120"),
        ("tool validate", "tool check", "zh.md:5: the commands are not those of the original"),
        ("-o build", "-o out", "the commands are not those of the original: tool render -o build, tool"),
        ("  - 乙", "    - 乙", "zh.md:10: here is a block of yaml of 3 lines with the indents 0 0 6, in the"),
        (TRANSLATION[TRANSLATION.index("```console") :], "", "a block of commands is missing"),
        ("完成\n```\n", "完成\n```\n\n补充\n", "zh.md:21: a paragraph is too much"),
    ],
)
def test_a_translation_that_falls_behind_is_told_where(
    now: str, then: str, said: str, tmp_path: Path
) -> None:
    told = _compared(tmp_path, TRANSLATION.replace(now, then) if now else TRANSLATION)
    assert said in told
    assert bool(told) == bool(said)
    assert not told or "Translate anew what stands at page.md:" in told
