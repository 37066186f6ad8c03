"""Who answers for what, written where it differs from what is inherited."""

from carbonroad.base.record import NamedTuple
from carbonroad.importing.draft import DUTIES, Entries, given, one_or_all
from carbonroad.importing.own.json_members import Json, Members


class Duty(NamedTuple):
    """The bodies that one level ends up with, and whether they are stated or inferred.

    Attributes:
        owner: Who answers.
        lead: Who leads.
        support: Who takes part.
        basis: `stated` or `inferred`.
        said: Whether it is said anywhere; a level where nobody answers may have been left without a word.
    """

    owner: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    basis: str = "stated"
    said: bool = True

    @property
    def nobody(self) -> bool:
        """Whether no one answers."""
        return not self.owner and not self.lead


def read_duty(members: Members, level: Json, at: str) -> Duty:
    """Return the duties that a level ends up with."""
    owner, lead, support = (tuple(members.strings(level.get(key), f"{at}.{key}")) for key in DUTIES)
    basis = members.text(level.get("owner_basis"), f"{at}.owner_basis")
    return Duty(owner, lead, support, basis or "stated")


def stated(own: Duty, inherited: Duty) -> Entries:
    """Return what has to be written at a level so that it ends up with its own duties."""
    if own._replace(said=inherited.said) == inherited and (inherited.said or not own.said):
        return {}
    basis = own.basis if own.basis != inherited.basis else ""
    if own.nobody and not own.said:
        return given({"owner_basis": basis})
    return given(
        {
            "owner": "none" if own.nobody else one_or_all(own.owner),
            "lead": one_or_all(own.lead),
            "support": one_or_all(own.support),
            "owner_basis": basis,
        }
    )


def of_file(members: Members, part: Json, at: str) -> Duty:
    """Return a file's own duties: `none` only where nobody answers for anything in it."""
    own = read_duty(members, part, at)
    if not own.nobody:
        return own
    below = (
        one
        for kind in ("milestones", "works", "indicators", "measures")
        for one, _ in members.maps(part.get(kind), f"{at}.{kind}")
    )
    answered = any(one.get("owner") or one.get("lead") for one in below)
    return own._replace(said=not answered)
