"""Đôn đốc: one person, a field, a view or all late rows; shown before it goes, not twice a day, logged as evidence of urging."""

from collections import defaultdict
from dataclasses import dataclass

from bot.flows import said, views
from bot.flows.progress import glance
from bot.turn import Reply, Turn
from jobs.glance import Glance
from locales.message import Message
from locales.say import urging as say
from locales.say.urging import Row
from storage import audit, outbox, people
from storage.errors import Gone, NotAllowed
from storage.rules.calendar import working_days_between
from storage.rules.glance import is_late
from storage.rules.rollup import Leaf
from storage.rules.status import Role

ALL, LONGEST = "all", 300
BY_RANK = (Role.CHAIRPERSON, Role.DEPUTY, Role.COORDINATOR, Role.HEAD)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be sent: to whom about which rows, and who was urged today already."""

    by: str
    rows: dict[int, list[Row]]
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


def send(turn: Turn, target: str = ALL, which: int = 0, key: int = 0) -> Reply:
    """Send it."""
    order = _order(turn, target, which or None)
    if not order.rows:
        return say.nobody(order.already)
    words = _sentence(turn, key)
    unreached = []
    for person_id, rows in order.rows.items():
        if people.chat_of(turn.db, person_id) is None:
            unreached.append(rows[0].leaf.person or "")
        turn.tell(person_id, say.urge(order.by, rows, words), _key(turn, person_id))
        subject = ",".join(str(row.leaf.assignment_id) for row in rows)
        audit.note(turn.db, "urge", f"assignments:{subject}", turn.now, by=turn.person.id, office=turn.person.office_id)
    return say.urged(len(order.rows) - len(unreached), unreached)


def of_section(turn: Turn, section: int) -> Reply:
    """What would be sent to the people of a section, where this person sees rows of it."""
    found = glance(turn)
    number = views.number_of_section(turn, found, section) if found else None
    return preview(turn, "unit", number) if number else say.nobody(())


def preview(turn: Turn, target: str, which: int | None, key: int = 0) -> Message:
    """What would be sent to whom, before it goes; `key`: of the leader's own sentence."""
    order = _order(turn, target, which)
    if not order.rows:
        return say.nobody(order.already)
    example = say.urge(order.by, next(iter(order.rows.values())), _sentence(turn, key))
    names = [rows[0].leaf.person or "" for rows in order.rows.values()]
    told = sum(map(len, order.rows.values()))
    route = f"{target}:{which or 0}"
    return say.confirm(example, names, told, order.already, send=f"urge_send:{route}:{key}", write=f"urge_note:{route}")


def _sentence(turn: Turn, key: int) -> str:
    found = next((one.text for one in turn.talk.said if key and one.key == key), "")
    return " ".join(found.split())[:LONGEST].rstrip(" .")


def _order(turn: Turn, target: str, which: int | None) -> Order:
    found = glance(turn)
    if not turn.person.holds(*BY_RANK):
        raise NotAllowed
    if found is None:
        return Order(_by(turn), {}, [])
    rows: dict[int, list[Row]] = defaultdict(list)
    already: dict[int, str] = {}
    for leaf in _leaves(turn, found, target, which):
        if leaf.person_id is None or not found.scope.urges(leaf):
            continue
        if outbox.message_of(turn.db, _key(turn, leaf.person_id)) is not None:
            already[leaf.person_id] = leaf.person or ""
            continue
        late = working_days_between(leaf.due_on, turn.today, turn.calendar) if leaf.due_on and is_late(leaf, turn.today) else 0
        rows[leaf.person_id].append(Row(leaf, late))
    return Order(_by(turn), dict(rows), list(already.values()))


def _leaves(turn: Turn, found: Glance, target: str, which: int | None) -> list[Leaf]:
    late = [one.leaf for one in found.summary.overdue]
    if target == ALL:
        return late
    if target == "person":
        of_person = [leaf for leaf in late if leaf.person_id == which]
        return of_person or [leaf for leaf in views.rows_in(turn, found, "soon") if leaf.person_id == which]
    if target == "row":
        return [leaf for leaf in found.leaves if leaf.assignment_id == which]
    if target == "unit":
        shown = {leaf.assignment_id for leaf in views.section(turn, found, which or 0)[1]}
        return [leaf for leaf in late if leaf.assignment_id in shown]
    if target == "field":
        fields = found.summary.fields
        if which is None or not 0 < which <= len(fields):
            raise Gone
        return [leaf for leaf in late if leaf.field == fields[which - 1].name]
    return views.rows_in(turn, found, target)


def _by(turn: Turn) -> str:
    role = next((role for role in BY_RANK if turn.person.holds(role)), Role.COORDINATOR)
    return say.ordered_by(role, turn.person.full_name)


def _key(turn: Turn, person_id: int) -> str:
    """Once a day to each, whoever urges."""
    return f"urge:{turn.today:%Y%m%d}:{person_id}"
