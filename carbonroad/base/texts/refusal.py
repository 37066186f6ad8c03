"""A text that was not understood, as a value: what is wrong and how to write it."""

from carbonroad.base.record import NamedTuple


class Refusal(NamedTuple):
    """Why a text was not read.

    Attributes:
        reason: Stable slug, for example ``impossible-day``.
        message: One sentence that says what is wrong; `Said`, as the hint is.
        hint: One sentence that says how to write it.
    """

    reason: str
    message: str
    hint: str
