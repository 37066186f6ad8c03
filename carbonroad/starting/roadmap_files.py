"""The files of a new roadmap: an example in English or Chinese, or one that comes with the program."""

import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.source.folder import TOP_FILE

_PACKAGE = Path(__file__).parent.parent
_FILES = Path(__file__).parent / "files"
_FRAME = "industry.yaml"
"""An industry to fill in, for those that the example does not have."""
_PLAIN = lazy_pattern(r"[^\W\d_][\w ()（），。、“”·-]*")
"""Text that means the same with and without quotes."""
_KEYS = {"en": ("title: ", "industries: "), "zh": ("标题: ", "行业: ")}
_OF_THE_TWO = {"en": ("  energy: ", "  steel-plan: "), "zh": ("  能源: ", "  钢铁方案: ")}
"""Lines of the top file that only the example's two industries need."""


def example_files(language: str, title: str = "", industries: Sequence[str] = ()) -> dict[str, str]:
    """Return the files of the example.

    Args:
        language: `en` or `zh`: the language of keys and texts.
        title: Of the roadmap, instead of the example's.
        industries: Names of industry files to begin instead of the example's two.
    """
    folder = _FILES / language
    texts = {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir()) if path.name != _FRAME}
    top = texts.pop(TOP_FILE)
    title_key, industries_key = _KEYS[language]
    if title:
        top = _replace_line(top, title_key, _quoted(title))
    if industries:
        names = [unicodedata.normalize("NFC", name) for name in industries]
        top = _replace_line(top, industries_key, f"[{', '.join(map(_quoted, names))}]")
        top = "".join(line for line in top.splitlines(True) if not line.startswith(_OF_THE_TWO[language]))
        frame = (folder / _FRAME).read_text("utf-8")
        texts = {f"{name}.yaml": _replace_line(frame, title_key, _quoted(_as_title(name))) for name in names}
    return {TOP_FILE: top, **texts}


def shipped_names() -> tuple[str, ...]:
    """Return the names of the roadmaps that come with the program."""
    folder = _shipped()
    return tuple(sorted(path.name for path in folder.iterdir() if (path / TOP_FILE).is_file()))


def shipped_files(name: str) -> dict[str, str]:
    """Return the files of a roadmap that comes with the program, as they are."""
    paths = sorted((_shipped() / name).glob("*.yaml"), key=lambda path: (path.name != TOP_FILE, path.name))
    return {path.name: path.read_text("utf-8") for path in paths}


def _shipped() -> Path:
    """The roadmaps in the installed package, else beside it in a checkout."""
    inside = _PACKAGE / "roadmaps"
    return inside if inside.is_dir() else _PACKAGE.parent / "roadmaps"


def _replace_line(text: str, key: str, value: str) -> str:
    """Put another value after the first line that begins with a key; the comment behind it goes."""
    lines = text.splitlines(keepends=True)
    number = next(number for number, line in enumerate(lines) if line.startswith(key))
    lines[number] = f"{key}{value}\n"
    return "".join(lines)


def _quoted(text: str) -> str:
    """A YAML scalar on one line that reads as this text."""
    words = " ".join(text.split())
    plain = _PLAIN.fullmatch(words) and words.lower() != "null"
    return words if plain else json.dumps(words, ensure_ascii=False)


def _as_title(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or name
