"""What leaders get without asking: work that stays late, the Monday digest, the list for a sitting, figures that are needed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say import progress as say_progress
from locales.say.progress import Scope
from storage.rules.rollup import Leaf, Summary
from storage.work.assignments import Work

_ = words("digests")
MOST, TITLED = 6, 6  # lines of a list; rows up to which their titles are said


def escalated(
    blocked: Sequence[tuple[Work, int]], late: Sequence[tuple[Work, int]], causes: Mapping[int, tuple[str, bool]]
) -> Message:
    """To a leader: what waits for a way to be cleared first, then what stays late; with working days, and why where it was told.

    Args: blocked, late: rows, each with its days; causes: by row the words, and whether the cause was confirmed as objective.
    """
    text = [_("To report: {count} rows stay late and need a word.").format(count=formats.count(len(blocked) + len(late)))]
    if blocked:
        text.append(_("Something stands in the way, please help:"))
        text += [f"- {_late(work, days)}; {formats.shortened(work.blocked or '', 80)}" for work, days in blocked[:MOST]]
    if late:
        text.append(_("Late, the official was reminded:"))
        text += [f"- {_late(work, days)}{_because(causes.get(work.id))}" for work, days in late[:MOST]]
    left = len(blocked) + len(late) - len(blocked[:MOST]) - len(late[:MOST])
    text += labels.rest(left)
    choices = [Choice(_("Urge {name}").format(name=name), f"urge:person:{one}", wide=True) for one, name in _people(late)[:3]]
    choices += [Choice(work.name, f"row:{work.id}") for work, _days in (*blocked, *late)[:3]]
    choices += [Choice(labels.button("all"), "progress:late")] if left else []
    return Message("\n".join(text), (*choices, labels.choice("progress")))


def _late(work: Work, days: int) -> str:
    return _("{code} {title} ({name}): {days} working days late").format(
        code=work.name,
        title=formats.shortened(work.title, 40) if work.code else "",
        name=work.person or labels.nobody(),
        days=formats.count(days),
    )


def _because(cause: tuple[str, bool] | None) -> str:
    """`; lý do: chờ số liệu của công an (khách quan)`."""
    if cause is None:
        return ""
    text = _("; cause: {reason} (objective)") if cause[1] else _("; cause: {reason}")
    return text.format(reason=formats.shortened(cause[0], 60))


def _people(rows: Sequence[tuple[Work, int]]) -> list[tuple[int, str]]:
    return list(dict.fromkeys((work.person_id, work.person or "") for work, _days in rows if work.person_id is not None))


def monday(scope: Scope, figures: Summary, cut_offs: Sequence[tuple[date, int]]) -> Message:
    """To each leader: where the office stands as the week begins, and which figures are due."""
    message = say_progress.summary(scope, figures)
    greeted = f"{scope.greeting}\n" if scope.greeting else ""
    week_from = _("Week from {day}.").format(day=formats.day(scope.at.astimezone(scope.zone).date()))
    lines = [f"{greeted}{week_from}", message.text.removeprefix(greeted)]
    lines += [cut_off(day, count) for day, count in cut_offs]
    week = Choice(_("Against last week"), "progress:week")
    return replace(message, text="\n".join(lines), choices=(*message.choices, week), edits=None)


def cut_off(day: date, count: int) -> str:
    """`Chốt số liệu 14/12: có 04 chỉ tiêu cần số.`."""
    return _("Figures close on {day}: {count} indicators need a figure.").format(
        day=formats.short_day(day), count=formats.count(count)
    )


def week_name(day: date) -> str:
    """What it is called where it is spoken of."""
    return _("The work of the week from {day}").format(day=formats.day(day))


def week_file(day: date, name: str) -> str:
    """What the workbook of the week is called."""
    return _("Work of the week {day} - {name}").format(day=f"{day:%d-%m-%Y}", name=name) + ".xlsx"


def week(day: date, file: dict[str, str], loose: Sequence[str] = ()) -> Message:
    """To the coordinator: the plan for a day without network; below it, whose documents belong to no criterion."""
    text = _("The work of the week from {day}, to print or to keep for a day without network.").format(day=formats.day(day))
    return Message("\n".join([text, *loose]), (labels.choice("seen"),), file=file)


def sitting(day: date, lacking: Sequence[Leaf], returned: Sequence[Leaf], late: Sequence[Leaf], reader: int) -> Message:
    """The evening before a sitting: what is to be spoken of, by owner; a decision on a row of others than the reader is a tap."""
    text = [_("Sitting on {day}. To speak of:").format(day=formats.weekday(day))]
    groups = (
        (_("Done without documents"), lacking),
        (_("More documents are needed"), returned),
        (_("Late"), late),
    )
    shown = [*lacking, *returned, *late]
    for title, rows in groups:
        if rows:
            text.append(f"{title} ({formats.count(len(rows))}):")
            text += [f"- {_owner(rows_, name, titled=len(shown) <= TITLED)}" for name, rows_ in _by_owner(rows)]
    if not shown:
        text.append(_("nothing is open."))
    others = [leaf for leaf in shown if leaf.person_id != reader]
    choices = [Choice(_("Decision {code}").format(code=leaf.name), f"remark:{leaf.assignment_id}") for leaf in others[:MOST]]
    choices += [Choice(labels.button("all"), "progress:late")] if len(shown) > MOST else []
    return Message("\n".join(text), (*choices, labels.choice("progress")))


def _by_owner(rows: Sequence[Leaf]) -> list[tuple[str, list[Leaf]]]:
    found: dict[str, list[Leaf]] = {}
    for leaf in rows:
        found.setdefault(leaf.person or labels.nobody(), []).append(leaf)
    return list(found.items())


def _owner(rows: Sequence[Leaf], name: str, *, titled: bool) -> str:
    """The rows of one person; few in all are said with their titles."""
    told = [f"{leaf.name} {formats.shortened(leaf.title, 40)}" if titled and leaf.code else leaf.name for leaf in rows]
    return f"{name}: {labels.some(told, MOST, between='; ')}"


def sittings(days: Sequence[date]) -> Message:
    """The sittings that are set."""
    text = _("Sittings: {days}. The evening before, leaders and coordinator get the list.")
    listed = ", ".join(formats.weekday(day) for day in days) or _("none")
    choices = [Choice(_("Drop {day}").format(day=formats.short_day(day)), f"sitting:{day:%Y%m%d}") for day in days]
    choices += [Choice(_("Add a sitting"), "sitting_new"), Choice(labels.button("back"), "office")]
    return Message(text.format(days=listed), tuple(choices))


def ask_sitting(*, unread: bool = False) -> Message:
    text = _("The day could not be read. ") if unread else ""
    return Message(text + _("On which day is the sitting? Type it, for example 27/11."), (), awaiting="sitting_new")
