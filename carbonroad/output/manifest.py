"""The list of the files that carbonroad wrote below a folder, each with its digest."""

import json
from collections.abc import Mapping
from pathlib import Path

from carbonroad.base.texts.said import say
from carbonroad.output.names import is_plain
from carbonroad.output.problems import OutputProblem

MANIFEST = ".carbonroad.json"
_FORMAT = 1


def read_manifest(root: Path) -> dict[str, str] | OutputProblem:
    """Return the files of earlier runs with their digests; a name that leads elsewhere is passed over."""
    path = root / MANIFEST
    unreadable = OutputProblem(
        say("{path} is no list of files that carbonroad wrote.", path=path),
        say("remove it, or choose another folder with -o"),
    )
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (ValueError, RecursionError):
        return unreadable
    files = files_in(loaded)
    return unreadable if files is None else files


def files_in(loaded: object) -> dict[str, str] | None:
    """Return the names and digests of what was read as a list of files; None where it is none."""
    files = loaded.get("files") if isinstance(loaded, dict) else None
    if not isinstance(files, dict):
        return None
    return {name: str(digest) for name, digest in files.items() if is_plain(name)}


def manifest_bytes(files: Mapping[str, str]) -> bytes:
    """Return the list as it is written."""
    content = {"format": _FORMAT, "tool": "carbonroad", "files": dict(sorted(files.items()))}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
