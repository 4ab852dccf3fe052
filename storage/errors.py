"""Why something is refused. A `Refusal` is told to the person in words; anything else is our fault and gets a code."""


class Refusal(Exception):
    """A request that the office's rules do not allow; nothing is recorded."""

    name = "refused"

    def __init__(self, **values: object) -> None:
        super().__init__(self.name)
        self.values = values


class NotAllowed(Refusal):
    """The person holds no role that may do this."""

    name = "not_allowed"


class NotYours(Refusal):
    """The row belongs to somebody else."""

    name = "not_yours"


class OwnWork(Refusal):
    """Nobody checks their own row."""

    name = "own_work"


class NobodysRow(Refusal):
    """Points that a survey gives: no official reports on them."""

    name = "nobodys_row"


class NotOpen(Refusal):
    """The row was accepted or dropped; it cannot be changed this way."""

    name = "not_open"


class Locked(Refusal):
    """The window of self-marking or explanation is over; what is changed now is the council's."""

    name = "locked"


class Sealed(Refusal):
    """The province has locked the marks; the office itself can change nothing any more."""

    name = "sealed"


class NothingToUndo(Refusal):
    """There is nothing of this person's that can still be taken back."""

    name = "nothing_to_undo"


class Gone(Refusal):
    """What the button speaks of is no longer there."""

    name = "gone"


class LastCoordinator(Refusal):
    """The office would be left without a coordinator."""

    name = "last_coordinator"


class Yourself(Refusal):
    """Nobody locks, unlinks or dismisses themself from their own phone."""

    name = "yourself"


class BadCode(Refusal):
    """An invitation that cannot be used: wrong, used, expired and revoked sound the same."""

    name = "bad_code"


class BadDatabase(RuntimeError):
    """The database cannot be trusted with the office's record."""
