"""The words of one finding."""

from carbonroad.base.record import NamedTuple


class Wording(NamedTuple):
    """What a finding says; `{}` fields are filled in by whoever finds it."""

    rule: str
    message: str
    label: str = ""
    help: str = ""
