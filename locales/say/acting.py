"""Acting on a row: causes of delay, another person in charge, a remark of a leader, the steps of a plan."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.office.roster import Entry
from storage.work.assignments import Work
from storage.work.plans import LEAST, MOST, REMEDY, Planned

_ = words("acting")


def _no() -> Choice:
    return labels.choice("no")


def ask_cause(work: Work) -> Message:
    """Why is it late? The words go to who confirms."""
    text = _(
        "{code}: what is the cause of the delay? Write it in a few words; whether it was objective is confirmed by a leader."
    )
    return Message(text.format(code=work.name), (_no(),), (work.id,), f"cause:{work.id}")


def cause_given(work: Work, reason: str) -> Message:
    text = _("{code}: your cause of the delay was passed on: {reason}. The due date stays.")
    return Message(text.format(code=work.name, reason=reason), (Choice(labels.button("edit"), f"row:{work.id}"),), (work.id,))


def decide_cause(work: Work, cause_id: int, who: str, reason: str) -> Message:
    """To those who confirm."""
    text = _("{name} gives the cause of the delay of {code} ({title}, due {due}): {reason}.").format(
        name=who,
        code=work.name,
        title=formats.shortened(work.title, 60),
        due=formats.day_or(work.due_on, "-"),
        reason=formats.shortened(reason, 300).rstrip("."),
    )
    choices = (
        Choice(_("Objective, confirm"), f"cause_set:{cause_id}:yes"),
        Choice(_("Do not confirm"), f"cause_set:{cause_id}:no"),
    )
    return Message(text, choices, (work.id,))


def cause_decided(work: Work, by: str, *, confirmed: bool) -> Message:
    """To the one who gave it, and to the one who decided."""
    text = _("{code}: {name} confirmed the objective cause of the delay.")
    if not confirmed:
        text = _("{code}: {name} did not confirm the cause as objective.")
    return Message(text.format(code=work.name, name=by), (), (work.id,))


def choose_person(work: Work, people: Sequence[Entry], page: int, pages: int) -> Message:
    """Who takes the row over?"""
    text = _("{code}: {title}. In charge now: {name}. Who takes it over?").format(
        code=work.name, title=formats.shortened(work.title, 60), name=work.person or _("nobody")
    )
    choices = [Choice(f"{one.full_name}, {one.unit}", f"reassign:{work.id}:{one.id}", wide=True) for one in people]
    if pages > 1:
        after = page % pages + 1
        choices.append(Choice(_("Page {number}/{pages}").format(number=after, pages=pages), f"reassign_page:{work.id}:{after}"))
    return Message(text, (*choices, _no()), (work.id,))


def confirm_person(work: Work, person_id: int, name: str) -> Message:
    text = _("Give {code} to {name}? The due date stays; both are told.").format(code=work.name, name=name)
    return Message(text, (Choice(labels.button("right"), f"reassign:{work.id}:{person_id}:yes"), _no()), (work.id,))


def reassigned(work: Work, name: str, by: str) -> Message:
    """To the leader, and to who held it before."""
    text = _("{code}: {by} gave the work to {name}.").format(code=work.name, by=by, name=name)
    return Message(text, (labels.choice("progress"),), (work.id,))


def yours_now(work: Work, by: str, *, late: bool) -> Message:
    """To the new person in charge; a delay of before is not theirs."""
    text = _("{by} gave you {code}: {title}, due {due}.").format(
        by=by, code=work.name, title=formats.shortened(work.title, 100), due=formats.day_or(work.due_on, "-")
    )
    if late:
        text += " " + _("It was late before; that delay does not count against you.")
    return Message(text, (Choice(_("Open the row"), f"row:{work.id}"), labels.choice("seen")), (work.id,))


def ask_remark(work: Work) -> Message:
    text = _("{code}: which remark or decision? It goes to {name} and stays with the row.")
    return Message(text.format(code=work.name, name=work.person or _("nobody")), (_no(),), (work.id,), f"remark:{work.id}")


def remark(work: Work, by: str, words_: str) -> Message:
    """To who answers for the row."""
    text = _('{by} about {code}: "{words}".').format(by=by, code=work.name, words=words_)
    return Message(text, (Choice(_("Open the row"), f"row:{work.id}"), labels.choice("seen")), (work.id,))


def remarked(work: Work) -> Message:
    text = _("{code}: the remark is kept and was passed on.").format(code=work.name)
    return Message(text, (Choice(labels.button("edit"), f"row:{work.id}"),), (work.id,))


def no_more_time(work: Work, most: int) -> Message:
    """The row was extended as often as the office allows."""
    text = _("{code} was extended {count} times, the office allows no more. If something stands in the way, give the reason.")
    choices = (Choice(labels.button("blocked"), f"block:{work.id}"), _no())
    return Message(text.format(code=work.name, count=formats.count(most)), choices, (work.id,))


def decided(told: Message, left: int, *, ungrant: int | None = None) -> Message:
    """What the other one was told, to who decided, with the way back and to what else waits.

    Args: told: the words; left: how much waits; ungrant: the request whose grant can be taken back.
    """
    more = [Choice(_("What else waits for me: {count}").format(count=formats.count(left)), "pending")] if left else []
    back = [take_back(ungrant)] if ungrant else []
    return replace(told, choices=(*more, *back, labels.choice("progress")))


def take_back(request_id: int) -> Choice:
    return Choice(_("Take the granted time back"), f"ungrant:{request_id}")


def ungranted(work: Work, until: date | None, by: str) -> Message:
    """To the owner, and to who granted it: which date holds again."""
    text = _("{code}: {name} took back the time that was granted until {until}; the internal due date is {day} again.").format(
        code=work.name,
        name=by,
        until=formats.day_or(until, "-"),
        day=formats.day_or(work.due_on, "-"),
    )
    choices = (Choice(labels.button("open_row"), f"row:{work.id}"), labels.choice("seen"))
    return Message(text, choices, (work.id,))


def ask_other_day(work: Work, extension_id: int) -> Message:
    text = _("{code}: until which day instead? Type it, for example 15/12.").format(code=work.name)
    return Message(text, (_no(),), (work.id,), f"granting_on:{extension_id}")


def ask_plan(work: Work, purpose: str, steps: Sequence[Planned], *, unread: bool = False) -> Message:
    """How will it be done? Two to five steps, each on its own line with its day."""
    text = []
    if unread:
        text.append(
            _("{code}: {least} to {most} lines are needed, each with a day; nothing is recorded.").format(
                code=work.name, least=LEAST, most=MOST
            )
        )
    head = _("{code}: remedies, one a line with the day.") if purpose == REMEDY else _("{code}: steps, one a line with the day.")
    text.append(head.format(code=work.name))
    text.append(_("For example:\nCollect the data - 28/11\nDraft the report - 02/12"))
    text += _lines(steps, purpose)
    return Message("\n".join(text), (_no(),), (work.id,), f"plan:{work.id}:{purpose}")


def _lines(steps: Sequence[Planned], purpose: str) -> list[str]:
    """The steps with their days; a done one says so."""
    done = _(" (done)")
    found = [one for one in steps if one.purpose == purpose]
    return [f"{n}. {one.title}, {formats.short_day(one.due_on)}{done if one.is_done else ''}" for n, one in enumerate(found, 1)]


def plan(work: Work, purpose: str, steps: Sequence[Planned], *, mine: bool) -> Message:
    """The plan of a row; its holder ticks the steps off."""
    title = _("Remedies") if purpose == REMEDY else _("Detailed plan")
    found = [one for one in steps if one.purpose == purpose]
    text = [f"{work.name}: {title}", *(_lines(steps, purpose) or [_("There is none yet.")])]
    choices = []
    if mine:
        choices = [
            Choice(_("Done: {number}").format(number=n), f"step_done:{one.id}")
            for n, one in enumerate(found, 1)
            if not one.is_done
        ]
        choices.append(Choice(labels.button("edit"), f"plan_new:{work.id}:{purpose}"))
    return Message("\n".join(text), (*choices, Choice(labels.button("back"), f"row:{work.id}")), (work.id,))


def plan_for_head(work: Work, purpose: str, steps: Sequence[Planned]) -> Message:
    """To the head of the unit."""
    head = _("{name} set remedies for {code}:") if purpose == REMEDY else _("{name} set the plan of {code}:")
    text = [head.format(name=work.person or "", code=work.name), *_lines(steps, purpose)]
    choices = (Choice(_("Remark"), f"remark:{work.id}"), labels.choice("seen"))
    return Message("\n".join(text), choices, (work.id,))


def step_label(one: Planned) -> str:
    """The button under a reminder that ticks a step off."""
    return _("Step done: {title}").format(title=formats.shortened(one.title, 30))


def step_line(one: Planned, today: date) -> str:
    """A step within a reminder; one whose day has passed is still open."""
    title = formats.shortened(one.title, 80)
    if one.due_on < today:
        return _("Step {title} ({day}) is still open.").format(title=title, day=formats.short_day(one.due_on))
    when = _("today") if one.due_on == today else formats.weekday(one.due_on)
    return _("Step {title}: {when}.").format(title=title, when=when)
