"""What a recorded table leaves to be decided, as the desk shows it: other kinds of work and rows to split, many at once."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.flows import staff
from bot.flows.loading import split
from bot.flows.loading.load_table import CELLS, Doubts, Given, Outcome, key_of
from bot.turn import Turn
from locales.say import load_table as say
from locales.say.load_table import Line
from locales.say.split import Plan
from storage.loading import kinds
from storage.loading.kinds import Proposal
from storage.loading.loads import Kept
from storage.rules.status import Kind

YES, NO = "yes", "no"


def left(turn: Turn, kept: Kept, number: int, unread: Mapping[str, str]) -> Doubts:
    """A page of the rows that should perhaps be another kind of work, or several periods.

    Args:
        turn: of a coordinator.
        kept: a recorded table.
        number: of the page.
        unread: what was typed just now and could not be read, by the key of its line.
    """
    found = _proposals(turn, kept)
    kin = Counter(_kinship(one) for one in found)
    shown, page, pages = staff.page_of(found, number, CELLS)
    lines = [_line(turn, kept, one, kin[_kinship(one)] - 1, unread) for one in shown]
    return Doubts(lines, [], len(found), page, pages)


def _proposals(turn: Turn, kept: Kept) -> list[Proposal]:
    found = kinds.undecided(turn.db, kept)
    return [*found.kinds, *found.to_split]


def _kinship(one: Proposal) -> tuple[Kind, str | None]:
    """What rows share that may be answered alike: the kind, and how often the work recurs."""
    return one.kind, split.rule_of(one.leaf) if one.kind is Kind.RECURRING else None


def _key(one: Proposal) -> str:
    return key_of("after", one.leaf.id, *_kinship(one))


def _line(turn: Turn, kept: Kept, one: Proposal, alike: int, unread: Mapping[str, str]) -> Line:
    key = _key(one)
    if one.kind is not Kind.RECURRING:
        return say.of_kind(key, one.leaf, one.kind, alike)
    plan = split.plan_of(turn, kept, one.leaf)
    return say.of_split(key, plan, alike if plan.parts else 0, unread.get(key, ""))


def answer(turn: Turn, kept: Kept, given: Given) -> Outcome:
    """Decide what was answered; an answer holds for all alike where that is asked."""
    outcome, found = Outcome(), _proposals(turn, kept)
    plans: dict[str, Plan] = {}
    chosen: dict[str, str] = {}
    for one in found:
        key = _key(one)
        if one.kind is Kind.RECURRING and (text := given.typed.get(key, "").strip()):
            plan = split.plan_typed(turn, kept, one.leaf, text)
            if plan is None:
                outcome.unread[key] = text
            else:
                plans[key], chosen[key] = plan, YES
        elif (said := given.chosen.get(key)) in {YES, NO}:
            chosen[key] = said
    for key, said in _spread(found, given, chosen, outcome, plans).items():
        chosen.setdefault(key, said)
    decided = [(one, chosen[_key(one)]) for one in found if _key(one) in chosen]
    _decide(turn, kept, decided, plans)
    outcome.done = {_key(one) for one, _said in decided}
    outcome.settled = len(decided)
    return outcome


def _spread(
    found: Sequence[Proposal], given: Given, chosen: Mapping[str, str], outcome: Outcome, plans: Mapping[str, Plan]
) -> dict[str, str]:
    """Give each row alike the answer that was to hold for all; words typed for one row hold for that alone."""
    wanted = {_kinship(one): chosen[key] for one in found if (key := _key(one)) in given.same & set(chosen) and key not in plans}
    return {key: wanted[_kinship(one)] for one in found if _kinship(one) in wanted and (key := _key(one)) not in outcome.unread}


def _decide(turn: Turn, kept: Kept, decided: Sequence[tuple[Proposal, str]], plans: Mapping[str, Plan]) -> None:
    of_kind = [(one, said) for one, said in decided if one.kind is not Kind.RECURRING]
    accepted = {one.index for one, said in of_kind if said == YES}
    if accepted:
        kinds.decide(turn.db, kept, accepted, accepted=True, by=turn.person.id, now=turn.now)
    for one, said in decided:
        if one.kind is Kind.RECURRING and said == YES:
            split.carry_out(turn, plans.get(_key(one)) or split.plan_of(turn, kept, one.leaf))
    if declined := [one.index for one, said in decided if said == NO]:
        kinds.decline(turn.db, kept, *declined)
