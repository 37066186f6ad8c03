"""Statuses as single characters, for terminals.

None is of ambiguous width (Unicode annex 11): a terminal set to a Chinese font draws those over two columns,
and what stands behind them would be out of line. Each has a stand-in for an encoding that lacks it.
"""

from carbonroad.base.record import NamedTuple


class Sign(NamedTuple):
    """A character of one column, and an ASCII one in its place."""

    shown: str
    plain: str


SIGNS = {
    "planned": Sign("◊", "o"),
    "on-track": Sign("▸", ">"),
    "at-risk": Sign("▵", "~"),
    "late": Sign("▴", "!"),
    "done": Sign("✓", "+"),
    "missed": Sign("✕", "x"),
    "dropped": Sign("⊘", "/"),
    "unreported": Sign("?", "?"),
    "reached-early": Sign("✓", "+"),
    "not-reached": Sign("⊖", "-"),
    "superseded": Sign("⊘", "/"),
}
"""By status as shown."""
