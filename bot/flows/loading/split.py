"""Recurring work into periods ("tách kỳ"): proposed from the words of the list, never done without a tap."""

from bot.flows import staff
from bot.flows.loading.sent_table import held_of, how_to_send, kept_of, newest
from bot.sheets import dues, kinds
from bot.turn import Reply, Turn
from locales.say import loaded as say_loaded
from locales.say import periods
from locales.say import split as say
from locales.say.split import Plan
from storage.errors import Gone, NothingToUndo
from storage.loading import kinds as proposed
from storage.loading import past, standing
from storage.loading.loads import Kept
from storage.loading.standing import Standing
from storage.rules import instances as rules
from storage.rules.calendar import Calendar
from storage.rules.instances import Rhythm
from storage.rules.status import NOBODYS_WORK, Progress
from storage.work import campaigns, instances
from storage.work.assignments import Work
from storage.work.instances import Part

LONGEST = 40  # letters of a rule that a button can carry
RHYTHMS: tuple[Rhythm, ...] = ("weekly", "monthly", "quarterly", "half-yearly")


def show_next(turn: Turn, load_id: int, *, told: str = "", last: int | None = None) -> Reply:
    """The next row that hides several periods, with each of them and its date; `last`: the one that was just left whole."""
    kept = kept_of(turn, load_id)
    found = proposed.to_split(turn.db, kept)
    if not found:
        return say.no_more(kept.id, told, last=last)
    return say.propose(kept.id, found[0].index, plan_of(turn, kept, found[0].leaf), left=len(found), told=told, last=last)


def of_newest(turn: Turn) -> Reply:
    """ "Tách kỳ" said in words: the rows of the file that was applied last; without any, how a file is sent."""
    applied = newest(turn)
    return show_next(turn, applied) if applied else how_to_send(turn)


def split(turn: Turn, load_id: int, row: int, rule: str | None = None) -> Reply:
    """Split one row as it was shown."""
    kept, leaf = _leaf(turn, load_id, row)
    plan = plan_of(turn, kept, leaf, rule)
    carry_out(turn, plan)
    return say.done(kept.id, leaf.name, leaf.assignments[0], len(plan.parts), plan.past, left=_left(turn, kept))


def how(turn: Turn, load_id: int, row: int) -> Reply:
    """Other rhythms and dates to choose from, or to type."""
    kept, leaf = _leaf(turn, load_id, row)
    wanted = [leaf.due_rule] if leaf.due_rule else []
    wanted += [rules.rule_from(one, leaf.due_on) for one in RHYTHMS]
    wanted += ["monthly day 14", "monthly", "quarterly month 3 day 14", "quarterly"]
    offers = [(rule, plan_of(turn, kept, leaf, rule).parts) for rule in dict.fromkeys(wanted) if len(rule) <= LONGEST]
    return say.ask_how(kept.id, leaf.assignments[0], leaf.name, [(rule, parts) for rule, parts in offers if parts])


def as_chosen(turn: Turn, load_id: int, row: int, rule: str) -> Reply:
    """The periods of another rule, before anything is split."""
    kept, leaf = _leaf(turn, load_id, row)
    plan = plan_of(turn, kept, leaf, rule)
    if not plan.parts:
        raise Gone
    return say.as_chosen(kept.id, plan)


def typed(turn: Turn, load_id: int, row: int) -> Reply:
    """A repetition in the coordinator's own words, read as the deadlines of a list are."""
    kept, leaf = _leaf(turn, load_id, row)
    plan = plan_typed(turn, kept, leaf, turn.incoming.text.strip())
    return say.as_chosen(kept.id, plan) if plan else say.not_read(kept.id, leaf.assignments[0])


def plan_typed(turn: Turn, kept: Kept, leaf: Standing, text: str) -> Plan | None:
    """What a repetition in words would make of a row; None where the words tell none."""
    found = dues.parse(text, None, dues.Context(kept.year)).due
    plan = plan_of(turn, kept, leaf, found.get("rule"))
    return plan if found["kind"] == "recurring" and plan.parts and len(plan.rule or "") <= LONGEST else None


def decline(turn: Turn, load_id: int, index: int) -> Reply:
    """ "Không tách": the row stays one."""
    kept = kept_of(turn, load_id)
    one = next((each for each in proposed.to_split(turn.db, kept) if each.index == index), None)
    if one is None:
        raise Gone
    proposed.decline(turn.db, kept, one.index)
    return show_next(turn, kept.id, told=say.kept_whole(one.leaf), last=one.index)


def decline_not(turn: Turn, load_id: int, index: int) -> Reply:
    """Take "Không tách" back ("Ghi nhầm, bỏ"): the row is asked about again."""
    kept = held_of(turn, load_id)
    leaf = proposed.reopen(turn.db, kept, index, by=turn.person.id, now=turn.now)
    return show_next(turn, kept.id, told=say_loaded.asked_again(leaf))


def split_all(turn: Turn, load_id: int, count: int | None = None) -> Reply:
    """Split every row whose words tell how often: the list is shown first, and again when it is another by now."""
    kept = kept_of(turn, load_id)
    found = [plan_of(turn, kept, one.leaf) for one in proposed.to_split(turn.db, kept)]
    clear = [one for one in found if one.parts]
    if not clear:
        return show_next(turn, kept.id)
    if count != len(clear):
        return say.confirm_all(kept.id, clear)
    for one in clear:
        carry_out(turn, one)
    parts, gone_by = sum(len(one.parts) for one in clear), sum(one.past for one in clear)
    return say.all_done(kept.id, len(clear), parts, len(found) - len(clear), past=gone_by)


def settle_past(turn: Turn, load_id: int, row: int) -> Reply:
    """ "Cả 10 kỳ đã qua đã xong": recorded for the office, waiting for a check."""
    kept, leaf = _leaf(turn, load_id, row, is_split=True)
    unclear = _unclear(turn, kept, leaf)
    past.settle(turn.db, unclear, done=True, by=turn.person.id, at=turn.now)
    staff.note(turn, "settle", f"criterion:{leaf.id}", rows=[work.id for work in unclear])
    return say.settled(kept.id, leaf.name, len(unclear), left=_left(turn, kept))


def listing(turn: Turn, load_id: int, number: int = 1) -> Reply:
    """What is split, and the way back."""
    kept = kept_of(turn, load_id)
    found = [leaf for leaf in _leaves(turn, kept) if leaf.is_split and not leaf.is_dropped]
    leaves, page, pages = staff.page_of(found, number, say.ROWS)
    return say.listing(kept.id, leaves, page, pages)


def take_back(turn: Turn, load_id: int, row: int) -> Reply:
    """ "Bỏ tách kỳ": one row again, while nothing is recorded of its periods."""
    kept, leaf = _leaf(turn, load_id, row, is_split=True)
    try:
        instances.take_back(turn.db, leaf.id, by=turn.person.id, now=turn.now)
    except NothingToUndo:
        return say.recorded_since(kept.id, leaf.name)
    return say.taken_back(kept.id, leaf.name, leaf.due_on)


def _leaves(turn: Turn, kept: Kept) -> list[Standing]:
    campaign = campaigns.of_year(turn.db, kept.office_id, kept.year)
    return standing.of_campaign(turn.db, campaign) if campaign else []


def _leaf(turn: Turn, load_id: int, row: int, *, is_split: bool = False) -> tuple[Kept, Standing]:
    """The row of a button, whole or split as the button takes it.

    Raises:
        Gone: there is none such.
    """
    kept = kept_of(turn, load_id)
    fits = (one for one in _leaves(turn, kept) if row in one.assignments and one.is_split is is_split and not one.is_dropped)
    leaf = next((one for one in fits if one.kind not in NOBODYS_WORK), None)
    if leaf is None:
        raise Gone
    return kept, leaf


def _left(turn: Turn, kept: Kept) -> int:
    return len(proposed.to_split(turn.db, kept))


def plan_of(turn: Turn, kept: Kept, leaf: Standing, rule: str | None = None) -> Plan:
    """What a rule would make of a row; without one, what its deadline or its words say."""
    meant = rule if isinstance(rule, str) else rule_of(leaf)
    parts = _parts(meant, kept.year, turn.calendar, leaf) if meant else ()
    if meant is None or not parts:
        return Plan(leaf, meant)
    due = [one.due_on for one in parts]
    place = rules.place_of(due, leaf.status, leaf.completed_on, turn.today)
    past_due = sum(day < turn.today for at, day in enumerate(due) if at != place or leaf.status is Progress.NOT_STARTED)
    return Plan(leaf, meant, parts, place, past_due)


def rule_of(leaf: Standing) -> str | None:
    """How often a row recurs, by its deadline or else its words."""
    if leaf.due_rule:
        return leaf.due_rule
    rhythm = kinds.rhythm(leaf.title, leaf.group, leaf.due_text)
    return rules.rule_from(rhythm, leaf.due_on) if rhythm in RHYTHMS else None


def _parts(rule: str, year: int, cal: Calendar, leaf: Standing) -> tuple[Part, ...]:
    found = rules.instances(rule, year, cal, last=leaf.due_on, strict=leaf.strict)
    names = periods.names(found)
    return tuple(Part(name, one.on, one.due_on) for name, one in zip(names, found, strict=True))


def carry_out(turn: Turn, plan: Plan) -> None:
    """Make the periods.

    Raises:
        Gone: the rule makes none, as that of a forged button.
    """
    if not plan.parts or plan.rule is None:
        raise Gone
    instances.split(turn.db, plan.leaf.assignments[0], plan.parts, plan.place, plan.rule, by=turn.person.id, now=turn.now)


def _unclear(turn: Turn, kept: Kept, leaf: Standing) -> list[Work]:
    found = past.of_year(turn.db, kept.office_id, kept.year, turn.today).unclear
    return [work for work in found if work.criterion_id == leaf.id]
