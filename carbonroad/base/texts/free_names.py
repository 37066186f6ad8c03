"""Names of which no two are alike."""

from collections.abc import Container


def free_name(wanted: str, taken: Container[str]) -> str:
    """Return a name, or that with the first number from 2 on behind it that makes it none of those taken."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name
