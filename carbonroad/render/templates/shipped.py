"""Where the templates and style sheets lie that come with the program."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[2]


def template_folder() -> Path:
    """Return the folder of the templates: in the installed package, else beside it in a checkout."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


def template_names() -> frozenset[str]:
    """Return the names of all templates and style sheets that a user's folder can replace."""
    folder = template_folder()
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
