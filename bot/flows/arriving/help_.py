"""/trogiup: what this person can do here."""

from bot.flows.arriving.start import coordinator_of
from bot.turn import Reply, Turn
from locales.message import Choice
from locales.say import refusals, start
from storage.office.people import TEAM
from storage.rules.status import Role

FOR_ALL = ("viec", "tiendo", "hoso", "web", "thongtin", "trogiup")
FOR_CHECKERS = ("kiemtra",)
FOR_COORDINATORS = ("quanly", "mau")


def commands_for(roles: set[Role]) -> list[str]:
    """The commands that a person's roles open, in the order of the menu."""
    names = list(FOR_ALL[:2])
    if roles & {Role.HEAD, Role.REVIEWER, Role.COORDINATOR}:
        names += FOR_CHECKERS
    if Role.COORDINATOR in roles:
        names += FOR_COORDINATORS
    return names + list(FOR_ALL[2:])


def show(turn: Turn) -> Reply:
    if turn.official is None:
        return None if turn.incoming.is_group else refusals.stranger()
    names = commands_for({role for role, _ in turn.person.roles})
    meanings = [(name, start.meaning(name)) for name in names]
    ways = () if turn.incoming.is_group else offers(turn)[:-1]
    return start.help_text(
        meanings,
        coordinator_of(turn),
        ways,
        files=turn.abilities.files_in,
        leads=turn.person.holds(Role.CHAIRPERSON),
    )


def offers(turn: Turn) -> tuple[Choice, ...]:
    """What this person comes for, to choose from where the words were not understood."""
    names = ["office"] if turn.person.holds(Role.COORDINATOR) else []
    leads = turn.person.holds(*TEAM)
    names += ["progress", "pending", "work"] if leads else ["work", "progress"]
    return tuple(Choice(start.offer(name), name) for name in (*names, "help"))


def nothing(turn: Turn) -> Reply:  # noqa: ARG001 - every step is given its turn
    """ "Đã rõ": seen, nothing to do."""
    return start.seen()
