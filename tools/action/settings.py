"""What decides which findings are reported: a change of it is told of, because it is easily overlooked."""

from pathlib import Path

from base import Base, changed_files, text_in

from carbonroad.checking.baseline import FILE
from carbonroad.source.folder import TOP_FILE
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.nodes import Mapping
from carbonroad.source.yaml.parse import parse

_KEYS = ("validate", "校验")


def changed_settings(base: Base, paths: tuple[str, ...]) -> list[str]:
    """Return the baselines, and the top files whose settings of checks are others than at the base."""
    return [name for name in changed_files(base.commit, paths) if _decides(base, name)]


def _decides(base: Base, name: str) -> bool:
    last = name.rpartition("/")[2]
    return last == FILE or (
        last == TOP_FILE and _settings(text_in(base.commit, name)) != _settings(_now(name))
    )


def _now(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _settings(text: str) -> list[str]:
    """The settings as written."""
    root = parse(SourceText("", text)).root
    pairs = root.pairs if isinstance(root, Mapping) else ()
    return [text[value.start : value.end].strip() for key, value in pairs if key.text in _KEYS]
