"""Names of files of the output: made of checked ids, so that none leads out of its folder."""


def check_name(path: str) -> None:
    """Check a path below the output folder, with `/`.

    Raises:
        ValueError: If it leads elsewhere or is hidden.
    """
    parts = path.split("/")
    if any(part in ("", ".", "..") or "\\" in part or "\0" in part or part.startswith(".") for part in parts):
        raise ValueError(f"not a name for a file of the output: {path!r}")


def is_plain(path: str) -> bool:
    """Whether a path that was read from somewhere may be a file of the output."""
    try:
        check_name(path)
    except ValueError:
        return False
    return True
