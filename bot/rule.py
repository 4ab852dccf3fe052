"""Who may take a step: deny unless the table of routes says otherwise."""

from dataclasses import dataclass
from typing import Literal

from bot.turn import Step
from storage.rules.status import Role

Who = Literal["anyone", "linked"] | frozenset[Role]
ANYONE: Who = "anyone"
LINKED: Who = "linked"
COORDINATOR: Who = frozenset({Role.COORDINATOR})
LEADERS: Who = frozenset({Role.CHAIRPERSON, Role.DEPUTY, Role.COORDINATOR, Role.HEAD, Role.REVIEWER})
CHECKERS: Who = frozenset({Role.HEAD, Role.REVIEWER, Role.COORDINATOR})


@dataclass(frozen=True, slots=True)
class Rule:
    """A step and who may take it.

    Attributes:
        groups: whether it may be asked for in a group.
    """

    step: Step
    who: Who = LINKED
    groups: bool = False
