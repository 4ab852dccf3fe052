"""Đôn đốc: one person, a field, a view or all late rows; shown before it goes, not twice a day, logged as evidence of urging."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from bot.flows import said
from bot.flows.leading import views
from bot.flows.leading.progress import glance
from bot.turn import Reply, Turn
from jobs.glance import Glance
from locales.message import Message
from locales.say import urging as say
from locales.say.urging import Row
from storage import audit
from storage.errors import NotAllowed
from storage.messages import outbox
from storage.office import people
from storage.rules.calendar import working_days_between
from storage.rules.glance import is_late
from storage.rules.rollup import Leaf
from storage.rules.status import Role

ALL, LONGEST, MORNING = "all", 300, "morning"
BY_RANK = (Role.CHAIRPERSON, Role.DEPUTY, Role.COORDINATOR, Role.HEAD)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be sent.

    Attributes:
        by: who urges, in the words of the message.
        rows: of each person.
        names: of these people.
        already: who was urged that day already.
    """

    by: str
    rows: dict[int, list[Row]]
    names: dict[int, str]
    already: list[str]


def urge(turn: Turn, target: str = ALL, which: int | None = None) -> Reply:
    """Show what would be sent: `urge:all`, `urge:field:3`, `urge:unit:2`, `urge:person:17`, `urge:row:5`, `urge:silent`.

    Raises:
        NotAllowed: officials do not urge each other.
    """
    if target == "yes":  # buttons of before
        return send(turn)
    return preview(turn, target, which)


def sentence(turn: Turn, target: str = ALL, which: int = 0) -> Reply:
    """One sentence of the leader's own, kept until it is sent or given up."""
    if turn.incoming.kind != "text":
        return say.ask_sentence(f"urge_note:{target}:{which}")
    return preview(turn, target, which or None, said.keep(turn).key)


def send(turn: Turn, target: str = ALL, which: int = 0, key: int = 0, when: str = "") -> Reply:
    """Send it; outside office hours only once it was said when: `now`, or in the `morning`, worded by what is true then."""
    morning = turn.rest_until
    if morning is not None and not when:
        return preview(turn, target, which or None, key)
    at = morning if when == MORNING else None
    days = _days(turn, at)
    order = _order(turn, target, which or None, days)
    if not order.rows:
        return say.nobody(order.already, booked=morning is not None)
    words = _sentence(turn, key)
    unreached = [order.names[one] for one in order.rows if people.chat_of(turn.db, one) is None]
    for person_id, rows in order.rows.items():
        _tell(turn, person_id, say.urge(order.by, rows, words), {"by": order.by, "sentence": words}, _key(days[0], person_id), at)
        subject = ",".join(str(row.assignment_id) for row in rows)
        audit.note(turn.db, "urge", f"assignments:{subject}", turn.now, by=turn.person.id, office=turn.person.office_id)
    return say.urged(len(order.rows) - len(unreached), unreached, at, turn.zone)


def _tell(turn: Turn, person_id: int, message: Message, order: dict[str, str], key: str, at: datetime | None) -> None:
    """At once, or at a later moment; `order` is what it is worded from then."""
    chat = people.chat_of(turn.db, person_id)
    if chat is None:
        return
    payload, about = message.as_payload(), message.about
    kind = "message" if at is None else outbox.URGING
    later = None if at is None else at.astimezone(turn.now.tzinfo)
    payload |= {} if at is None else {"order": order}
    turn.drafts.append(outbox.Draft(key, chat, payload, kind, outbox.NOTICE, person_id, about, not_before=later))


def of_section(turn: Turn, section: int) -> Reply:
    """What would be sent to the people of a section, where this person sees rows of it."""
    found = glance(turn)
    number = views.number_of_section(turn, found, section) if found else None
    return preview(turn, "unit", number) if number else say.nobody(())


def preview(turn: Turn, target: str, which: int | None, key: int = 0) -> Message:
    """What would be sent to whom, before it goes; `key`: of the leader's own sentence."""
    morning = turn.rest_until
    order = _order(turn, target, which, _days(turn, morning))
    if not order.rows:
        return say.nobody(order.already, booked=morning is not None)
    example = say.urge(order.by, next(iter(order.rows.values())), _sentence(turn, key))
    told = sum(map(len, order.rows.values()))
    route = f"{target}:{which or 0}"
    ways = say.send_choices(f"urge_send:{route}:{key}", morning, turn.today)
    return say.confirm(example, list(order.names.values()), told, order.already, send=ways, write=f"urge_note:{route}")


def _days(turn: Turn, at: datetime | None) -> tuple[date, ...]:
    """The day that an urging counts for, then others on which one would be the second: of one sent at night the next day too."""
    if at is not None:
        return (at.date(),)
    morning = turn.rest_until
    return (turn.today,) if morning is None else (turn.today, morning.date())


def _sentence(turn: Turn, key: int) -> str:
    found = next((one.text for one in turn.talk.said if key and one.key == key), "")
    return " ".join(found.split())[:LONGEST].rstrip(" .")


def _order(turn: Turn, target: str, which: int | None, days: tuple[date, ...]) -> Order:
    found = glance(turn)
    if not turn.person.holds(*BY_RANK):
        raise NotAllowed
    rows: dict[int, list[Row]] = defaultdict(list)
    names: dict[int, str] = {}
    already: dict[int, str] = {}
    for leaf in _leaves(turn, found, target, which) if found else ():
        if leaf.person_id is None or found is None or not found.scope.urges(leaf):
            continue
        is_told = any(outbox.message_of(turn.db, _key(day, leaf.person_id)) for day in days)
        (already if is_told else names)[leaf.person_id] = leaf.person or ""
        if not is_told:
            rows[leaf.person_id].append(_row(turn, leaf))
    return Order(_by(turn), dict(rows), names, list(already.values()))


def _row(turn: Turn, leaf: Leaf) -> Row:
    late = working_days_between(leaf.due_on, turn.today, turn.calendar) if leaf.due_on and is_late(leaf, turn.today) else 0
    return Row(leaf.assignment_id, leaf.name, leaf.title, leaf.due_on, late)


def _leaves(turn: Turn, found: Glance, target: str, which: int | None) -> list[Leaf]:
    late = [one.leaf for one in found.summary.overdue]
    if target == ALL:
        return late
    if target == "person":
        of_person = [leaf for leaf in late if leaf.person_id == which]
        return of_person or [leaf for leaf in views.rows_in(turn, found, "soon") if leaf.person_id == which]
    if target == "row":
        return [leaf for leaf in found.leaves if leaf.assignment_id == which]
    if target in {"unit", "field"}:
        return views.among(late, views.part(turn, found, target, which or 0)[1])
    return views.rows_in(turn, found, target)


def _by(turn: Turn) -> str:
    role = next((role for role in BY_RANK if turn.person.holds(role)), Role.COORDINATOR)
    return say.ordered_by(role, turn.person.full_name)


def _key(day: date, person_id: int) -> str:
    """Once a day to each, whoever urges."""
    return f"urge:{day:%Y%m%d}:{person_id}"
