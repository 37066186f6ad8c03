"""What every roadmap of a run is checked with."""

from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.checking.checked import Checks


class Call(NamedTuple):
    """What every load of a run has in common.

    Attributes:
        as_of: The data date asked for; overrides the roadmaps' own.
        today: The data date where neither says one.
        checks: What the call says of the checks.
    """

    as_of: date | None
    today: date
    checks: Checks
