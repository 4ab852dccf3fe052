""" "Bảng việc tháng của tôi": for the monthly self-assessment under Nghị định 335/2025/NĐ-CP; the person sees it first."""

from collections.abc import Sequence

from locales import formats, words
from locales.message import Choice, Message
from locales.say import dues, labels
from storage.work.months import Line

_ = words("months")
MOST = 20


def sheet(name: str, month: str, lines: Sequence[Line], *, routes: tuple[str, str], share: str = "") -> Message:
    """One month of one person.

    Args:
        name: whose.
        month: `11/2026`.
        lines: its rows.
        routes: of the month before and after.
        share: the step that shows the sheet to the head; empty where it may not be shown.
    """
    done = [one for one in lines if one.is_done]
    late = [one for one in lines if one.is_own_delay]
    excused = [one for one in late if one.cause]
    text = [_("Work of {name}, month {month}:").format(name=name, month=month)]
    if lines:
        counted = _("{all} rows; done {done}; on time {fine}; late {late}").format(
            all=formats.count(len(lines)),
            done=formats.count(len(done)),
            fine=formats.count(len([one for one in done if one.is_on_time])),
            late=formats.count(len(late)),
        )
        if excused:
            counted += ", " + _("of these with a confirmed objective cause {count}").format(count=formats.count(len(excused)))
        text.append(f"{counted}.")
    else:
        text.append(_("No row was due or completed in this month."))
    text += [f"{n}. {_line(one)}" for n, one in enumerate(lines[:MOST], 1)]
    text += labels.rest(len(lines) - MOST)
    choices = [Choice(_("Month before"), routes[0]), Choice(_("Month after"), routes[1])]
    if share and lines:
        choices.append(Choice(_("Show it to the head of unit"), share, wide=True))
    return Message("\n".join(text), (*choices, labels.choice("work")), edits="tapped")


def _line(one: Line) -> str:
    work = one.work
    parts = [
        _("due {day}").format(day=formats.short_day(work.due_on))
        if work.due_on
        else dues.without_day(work.due_text, work.due_rule)
    ]
    parts.append(labels.progress(work.progress, work.percent).lower())
    if one.is_done and work.completed_on:
        parts.append(_("completed {day}").format(day=formats.short_day(work.completed_on)))
    if work.result_document:
        parts.append(work.result_document)
    if one.taken_on:
        parts.append(_("taken over on {day}, late already").format(day=formats.short_day(one.taken_on)))
    elif one.late:
        parts.append(_("late {count} working days").format(count=formats.count(one.late)))
    elif one.is_on_time:
        parts.append(_("on time"))
    if one.cause:
        parts.append(_("objective cause confirmed: {reason}").format(reason=formats.shortened(one.cause, 80)))
    return f"{work.name} {formats.shortened(work.title, 50)}: {', '.join(parts)}"


def shared(names: Sequence[str]) -> Message:
    if not names:
        return Message(_("There is no head of unit to show it to."), (labels.choice("work"),))
    text = _("Shown to {names}.").format(names=formats.listed(list(names)))
    return Message(text, (labels.choice("work"),))
