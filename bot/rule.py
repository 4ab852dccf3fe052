"""Who may take a step: deny unless the table of routes says otherwise."""

from dataclasses import dataclass
from typing import Literal

from bot.turn import Step
from storage.office import people
from storage.rules.status import Role

Who = Literal["anyone", "linked"] | frozenset[Role]
ANYONE: Who = "anyone"
LINKED: Who = "linked"
COORDINATOR: Who = frozenset({Role.COORDINATOR})
CHECKERS: Who = people.CHECKERS
LEADERS: Who = people.TEAM | people.CHECKERS


@dataclass(frozen=True, slots=True)
class Rule:
    """A step and who may take it.

    Attributes:
        groups: whether it may be asked for in a group.
    """

    step: Step
    who: Who = LINKED
    groups: bool = False
