"""What commands share: the office that `--unit` means, and how one ends that cannot be done."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from locales.say import enrol, terminal
from storage.db import Connection
from storage.office import units

DONE, REFUSED = 0, 1
P = ParamSpec("P")


class Refused(Exception):
    """A command that cannot be done; its text says why, and nothing was changed."""


def refusable(command: Callable[P, int]) -> Callable[P, int]:
    """Let a command that is `Refused` end with 1 and the sentence on stderr."""

    @wraps(command)
    def done(*args: P.args, **kwargs: P.kwargs) -> int:
        try:
            return command(*args, **kwargs)
        except Refused as why:
            print(why, file=sys.stderr)
            return REFUSED

    return done


def office_meant(db: Connection, unit: str | None) -> int:
    """The office of that name or number; without one, the only one that there is.

    Raises:
        Refused: there is none, none of that name, or several may be meant.
    """
    found, known = units.offices_called(db, unit), [name for _, name in units.offices(db)]
    if unit is not None and not found:
        raise Refused(enrol.unknown_unit(unit, known))
    if len(found) != 1:
        raise Refused(enrol.which_office(known))
    return found[0][0]


def office_shown(db: Connection, unit: str | None) -> tuple[int, str]:
    """The office whose figures are looked at, with its name; without a name, the first that was made.

    Raises:
        Refused: there is none.
    """
    found = units.office_named(db, unit)
    if found is None:
        raise Refused(terminal.no_unit(unit))
    return found
