"""What no result may take the place of: roadmap files and baselines, which people and runs rely on."""

from pathlib import Path

from carbonroad.base.texts.said import Said, say


def kept_from(path: str) -> tuple[Said, Said] | None:
    """Return why a result must not be written to a path, and the way out; None where it may be."""
    from carbonroad.checking.baseline import FILE, read_baseline

    if path.lower().endswith((".yaml", ".yml")):
        return (
            say("{file} was not written: files of roadmaps have such names.", file=path),
            say("choose a name that does not end in .yaml or .yml"),
        )
    target = Path(path)
    if target.name == FILE or (target.is_file() and read_baseline(path).entries):
        return say("{file} was not written: it is a baseline.", file=path), say("choose another name")
    return None
