"""Who is told of late work that stays late: head, then deputy in charge, then chairperson, never the person concerned."""

from collections.abc import Sequence

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
        concerned: who answers for the row; skipped, so that the next place is told instead.
    """
    for people in ladder[place:]:
        others = tuple(one for one in people if one != concerned)
        if others:
            return others
    return ()
