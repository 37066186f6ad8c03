"""What changed between two versions of a roadmap, as typed values."""

from carbonroad.compute.changes.change import GROUPS, Change, Direction, Group
from carbonroad.compute.changes.compare import Comparison, compare, patched
from carbonroad.compute.changes.record import Key, Ref

__all__ = ["GROUPS", "Change", "Comparison", "Direction", "Group", "Key", "Ref", "compare", "patched"]
