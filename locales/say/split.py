"""Splitting recurring work into periods ("tách kỳ"): proposed with every date, done by a tap, taken back while empty."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from locales import formats, words
from locales.message import Choice, Message
from locales.say import dues, labels
from storage.loading.standing import Standing
from storage.rules.status import Progress
from storage.work.instances import Part

_ = words("split")
_OF_PERIOD = re.compile(r"(quarterly|half-yearly) month (\d+) (?:day (\d+)|last day)")
SHOWN = 12  # periods that a message lists one by one
ROWS = 8


@dataclass(frozen=True, slots=True)
class Plan:
    """What splitting a row would make.

    Attributes:
        leaf: the row as it stands.
        rule: of repetition; None where the words do not tell how often.
        parts: the periods, earliest first.
        place: which of them keeps what was recorded.
        past: how many are past due, but for that one.
    """

    leaf: Standing
    rule: str | None
    parts: tuple[Part, ...] = ()
    place: int = 0
    past: int = 0


def propose(load_id: int, index: int, plan: Plan, *, left: int, told: str = "", last: int | None = None) -> Message:
    """One row with the periods it would have; nothing is split yet; `last`: the row that was just left whole."""
    lines = [told, ""] if told else []
    lines.append(_row(plan.leaf))
    row = plan.leaf.assignments[0]
    choices = []
    if plan.parts:
        lines += [_head(plan), *_periods(plan.parts), *_recorded(plan)]
        label = _("Split into {count} periods").format(count=formats.count(len(plan.parts)))
        choices = [Choice(label, f"split:{load_id}:{row}", wide=True)]
    else:
        lines.append(_("This work recurs, but the list does not say how often."))
    choices.append(Choice(_("Other periods or dates"), f"split_how:{load_id}:{row}", wide=True))
    if plan.parts and left > 1:
        choices.append(Choice(_("Split all {count} rows").format(count=formats.count(left)), f"split_all:{load_id}", wide=True))
    choices += [Choice(_("Do not split"), f"split_no:{load_id}:{index}"), *_mistake(load_id, last), _back(load_id)]
    return Message("\n".join(lines), tuple(choices))


def _mistake(load_id: int, last: int | None) -> tuple[Choice, ...]:
    return () if last is None else (Choice(labels.button("mistake"), f"split_no_back:{load_id}:{last}"),)


def summary(plan: Plan) -> str:
    """The periods that a row would have, in one paragraph; what else the list says where it does not tell how often."""
    if not plan.parts:
        return _("This work recurs, but the list does not say how often.")
    return " ".join([_head(plan), "; ".join(line.removeprefix("- ") for line in _periods(plan.parts)) + ".", *_recorded(plan)])


def answers(plan: Plan) -> list[str]:
    """The words for splitting as shown, where that can be done, and for leaving a row whole."""
    label = _("Split into {count} periods").format(count=formats.count(len(plan.parts)))
    return [*([label] if plan.parts else []), _("Do not split")]


def _row(leaf: Standing) -> str:
    text = f"{leaf.code}: {leaf.title}" if leaf.code else leaf.title
    due = dues.written(leaf.due_on, leaf.due_rule, leaf.due_text, strict=leaf.strict)
    told = [_("due {when}").format(when=due)] if due else []
    told += [leaf.lead] if leaf.lead else []
    return f"{text} ({', '.join(told)})." if told else f"{text}."


def _head(plan: Plan) -> str:
    text = _("{count} periods ({rule})").format(count=formats.count(len(plan.parts)), rule=written(plan.rule or ""))
    if plan.leaf.max_points is None:
        return f"{text}:"
    each = _("{points} points are shared over them")
    return f"{text}; {each.format(points=formats.points(plan.leaf.max_points))}:"


def _periods(parts: Sequence[Part]) -> list[str]:
    shown = parts if len(parts) <= SHOWN else (*parts[:3], None, *parts[-3:])
    return [_period(one) if one else "- …" for one in shown]


def _period(one: Part) -> str:
    moved = "" if one.due_on == one.on else " " + _("({day} is a day off)").format(day=formats.short_day(one.on))
    return _("- {period}: due {day}").format(period=one.period, day=formats.day(one.due_on)) + moved


def _recorded(plan: Plan) -> list[str]:
    lines = []
    if plan.leaf.status is not Progress.NOT_STARTED:
        text = _("What was recorded ({state}) stays with {period}.")
        lines.append(
            text.format(state=labels.progress(plan.leaf.status, plan.leaf.percent), period=plan.parts[plan.place].period)
        )
    if plan.past:
        lines.append(
            _("{count} periods are past due; you say what they are after the split.").format(count=formats.count(plan.past))
        )
    return lines


def ask_how(load_id: int, row: int, name: str, offers: Sequence[tuple[str, Sequence[Part]]]) -> Message:
    """Other rhythms and dates, each with its number of periods; or typed."""
    text = _(
        'How often does {code} recur, and by when? Choose, or type it, for example: "ngày 05 hằng tháng", '
        '"ngày 20 tháng cuối quý", "thứ Sáu hằng tuần".'
    ).format(code=name)
    choices = [
        Choice(
            _("{rule}: {count} periods").format(rule=formats.sentence(written(rule)), count=formats.count(len(parts))),
            f"split_as:{load_id}:{row}:{rule}",
            wide=True,
        )
        for rule, parts in offers
    ]
    return Message(
        text, (*choices, Choice(labels.button("back"), f"split_next:{load_id}")), awaiting=f"split_typed:{load_id}:{row}"
    )


def written(rule: str) -> str:
    """A rule in words; those that only a split has are not among the deadlines of a list."""
    found = _OF_PERIOD.fullmatch(rule)
    if found is None:
        return dues.written(None, rule, None, strict=False)
    day = _("day {day}").format(day=f"{int(found[3]):02}") if found[3] else _("the last day")
    month = int(found[2])
    if found[1] == "quarterly":
        return _("{day} of month {month} of every quarter").format(day=day, month=month)
    return _("{day} of months {first} and {second}").format(day=day, first=f"{month:02}", second=f"{(month + 5) % 12 + 1:02}")


def not_read(load_id: int, row: int) -> Message:
    """Typed words that tell no repetition."""
    text = _('This says no repetition. Type for example: "ngày 05 hằng tháng" or "ngày 20 tháng cuối quý".')
    return Message(text, (Choice(labels.button("back"), f"split_next:{load_id}"),), awaiting=f"split_typed:{load_id}:{row}")


def as_chosen(load_id: int, plan: Plan) -> Message:
    """The periods of a chosen rule, before they are made."""
    row = plan.leaf.assignments[0]
    label = _("Split into {count} periods").format(count=formats.count(len(plan.parts)))
    lines = [_row(plan.leaf), _head(plan), *_periods(plan.parts), *_recorded(plan)]
    choices = (
        Choice(label, f"split:{load_id}:{row}:{plan.rule}", wide=True),
        Choice(_("Other periods or dates"), f"split_how:{load_id}:{row}", wide=True),
        Choice(labels.button("back"), f"split_next:{load_id}"),
    )
    return Message("\n".join(lines), choices)


def done(load_id: int, name: str, row: int, parts: int, past: int, *, left: int) -> Message:
    """A row was split; its past periods can be settled at once."""
    text = _("{code} is split into {count} periods.").format(code=name, count=formats.count(parts))
    choices = []
    if past:
        text += " " + _("{count} of them are past due and have no state yet.").format(count=formats.count(past))
        choices.append(
            Choice(
                _("All {count} past periods are done").format(count=formats.count(past)), f"split_past:{load_id}:{row}", wide=True
            )
        )
    if left:
        choices.append(Choice(_("Next row ({count} left)").format(count=formats.count(left)), f"split_next:{load_id}", wide=True))
    choices += [Choice(_("Take the split back"), f"unsplit:{load_id}:{row}"), _back(load_id)]
    return Message(text, tuple(choices))


def settled(load_id: int, name: str, count: int, *, left: int) -> Message:
    """The past periods of a row are recorded as done."""
    text = _("{code}: {count} past periods are recorded as done, waiting for a check; completion date = due date.")
    choices = [Choice(_("Next row ({count} left)").format(count=formats.count(left)), f"split_next:{load_id}")] if left else []
    return Message(text.format(code=name, count=formats.count(count)), (*choices, _back(load_id)))


def confirm_all(load_id: int, plans: Sequence[Plan]) -> Message:
    """All rows with their first and last period, before they are split at once."""
    lines = [_("Split these {count} rows?").format(count=formats.count(len(plans)))]
    for one in plans[: 2 * ROWS]:
        first, last = one.parts[0], one.parts[-1]
        text = _("- {code}: {count} periods, {first} due {first_day} to {last} due {last_day}")
        lines.append(
            text.format(
                code=one.leaf.name,
                count=formats.count(len(one.parts)),
                first=first.period,
                first_day=formats.short_day(first.due_on),
                last=last.period,
                last_day=formats.day(last.due_on),
            )
        )
    lines += ["- …"] if len(plans) > 2 * ROWS else []
    choices = (
        Choice(labels.button("right"), f"split_all:{load_id}:{len(plans)}"),
        Choice(labels.button("no"), f"split_next:{load_id}"),
    )
    return Message("\n".join(lines), choices)


def all_done(load_id: int, rows: int, parts: int, left: int, *, past: int) -> Message:
    """All were split; periods that are over wait for their state."""
    text = _("{rows} rows are split into {parts} periods.").format(rows=formats.count(rows), parts=formats.count(parts))
    if left:
        text += " " + _("{count} rows do not say how often; please choose for each.").format(count=formats.count(left))
    choices: tuple[Choice, ...] = (Choice(_("See what is split"), f"splits:{load_id}", wide=True), _back(load_id))
    if past:
        text += " " + _("{count} periods are past due and have no state yet.").format(count=formats.count(past))
        label = _("Settle the {count} past periods").format(count=formats.count(past))
        choices = (Choice(label, f"load_past:{load_id}", wide=True), *choices)
    return Message(text, choices)


def no_more(load_id: int, told: str = "", last: int | None = None) -> Message:
    text = _("No other row is to be split.")
    return Message(f"{told} {text}".strip(), (*_mistake(load_id, last), _back(load_id)))


def kept_whole(leaf: Standing) -> str:
    return _("{code} stays one row.").format(code=leaf.name)


def listing(load_id: int, leaves: Sequence[Standing], page: int, pages: int) -> Message:
    """What is split, how far each has come, and the way back."""
    lines = [_("Split into periods:")] if leaves else [_("No row is split into periods.")]
    for one in leaves:
        text = _("- {code}: {done}/{count} periods done")
        lines.append(text.format(code=one.name, done=one.done, count=len(one.assignments)))
    label = _("Make {code} one row again")
    choices = [
        Choice(label.format(code=formats.shortened(one.name, 16)), f"unsplit:{load_id}:{one.assignments[0]}") for one in leaves
    ]
    if pages > 1:
        choices.append(Choice(_("Next page"), f"splits:{load_id}:{page % pages + 1}"))
    return Message("\n".join(lines), (*choices, _back(load_id)))


def taken_back(load_id: int, name: str, due_on: date | None) -> Message:
    text = _("{code} is one row again, due {day}.") if due_on else _("{code} is one row again.")
    day = formats.day_or(due_on, "")
    return Message(text.format(code=name, day=day), (Choice(_("See the rows to split"), f"split_next:{load_id}"), _back(load_id)))


def recorded_since(load_id: int, name: str) -> Message:
    """Something was recorded of a period: the split stays."""
    text = _("{code} stays split: something was recorded of its periods already.")
    return Message(text.format(code=name), (_back(load_id),))


def _back(load_id: int) -> Choice:
    return Choice(labels.button("back"), f"load_after:{load_id}")
