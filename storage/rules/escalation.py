"""Who is told of late work that stays late: head, then deputy in charge, then chairperson; and who may urge whom.

Both go one way: nobody is told of the work of somebody above them, and nobody urges upwards.
"""

from collections.abc import Collection, Sequence

from storage.rules.status import Role

LADDER = (Role.HEAD, Role.DEPUTY, Role.CHAIRPERSON)

DEFAULT_AFTER = (3, 6, 10)
"""Working days late after which head, deputy and chairperson are told; an office may set others."""


def rung(days_late: int, after: Sequence[int] = DEFAULT_AFTER) -> int | None:
    """Give the place on the ladder that a row has reached (0 = head); None while only the official is reminded."""
    reached = [place for place, days in enumerate(after) if days_late >= days]
    return reached[-1] if reached else None


def told(place: int, ladder: Sequence[Sequence[int]], concerned: int | None) -> tuple[int, ...]:
    """Give who is told of a row that has reached a place on the ladder.

    Args:
        place: as `rung` gives it.
        ladder: the people of each place, head first.
        concerned: who answers for the row; the places above theirs are told instead.
    """
    own = max((at for at, people in enumerate(ladder) if concerned in people), default=-1)
    return next((tuple(people) for people in ladder[max(place, own + 1) :] if people), ())


def spared(roles: Collection[Role]) -> tuple[Role, ...]:
    """Give the roles that somebody who holds `roles` does not urge: those of the same place on the ladder and above.

    A coordinator urges by order of the chairperson, and so everybody but the chairperson.
    """
    held = {Role.CHAIRPERSON if role is Role.COORDINATOR else role for role in roles}
    return LADDER[max((at for at, role in enumerate(LADDER) if role in held), default=0) :]
