"""Behind "Xem thêm" of /tiendo: the list of views, the rows of one, this week against the last, what waits for a decision."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.progress import BACK, Scope, head, why_late
from storage.checking.decisions import Pending
from storage.rules.calendar import Calendar, working_days_between
from storage.rules.glance import Week, is_late
from storage.rules.points import BESIDE, Parts
from storage.rules.rollup import Leaf, Summary
from storage.rules.status import NOBODYS_WORK, Progress

_ = words("glance")
MORE = "progress:more"
MOST_TAPPED = 8
MOST_WEEK = 5


def name(view: str) -> str:
    """What a view is called."""
    return {
        "late": _("Late"),
        "not_started": _("Not started"),
        "silent": _("No answer"),
        "soon": _("Due soon"),
        "waiting": _("Waiting for a check"),
        "risk": _("Points at risk"),
        "blocked": _("Blocked"),
    }[view]


def more(scope: Scope, counts: Mapping[str, int], figures: Summary, units: int, *, board: bool) -> Message:
    """Every view with its number of rows, and the way back; `units`: how many sections hold the rows; `board`: there is one."""
    text = [head(scope), _("Which view?")]
    if none := [name(view).lower() for view, count in counts.items() if not count]:
        text.append(_("No row: {views}.").format(views=", ".join(none)))
    choices = []
    if len(figures.fields) > 1:
        choices.append(Choice(_("By field"), "progress:fields"))
    if units > 1:
        choices.append(Choice(_("By unit"), "progress:units"))
    if len(figures.people) > 1:
        choices.append(Choice(_("By person"), "progress:people"))
    choices += [Choice(f"{name(view)} {formats.count(count)}", f"progress:{view}") for view, count in counts.items() if count]
    choices += [Choice(_("Against last week"), "progress:week"), Choice(_("Against last year"), "progress:last")]
    choices += [Choice(_("Dashboard"), "board")] if board else []
    choices.append(labels.choice("work"))
    return Message("\n".join(text), (*choices, Choice(labels.button("back"), BACK, wide=True)), edits="tapped")


def rows(scope: Scope, view: str, found: Sequence[Leaf], page: int, size: int, *, today: date, cal: Calendar) -> Message:
    """The rows of one view, a page at a time, each of which opens by its number, and the way back."""
    if not found:
        none = _("{view}: no row.").format(view=name(view))
        return Message(f"{head(scope)}\n{none}", (Choice(labels.button("back"), MORE),), edits="tapped")
    total = sum((leaf.max_points or Decimal(0) for leaf in found), Decimal(0))
    title = _("{view}: {count} rows, {points} points").format(
        view=name(view), count=formats.count(len(found)), points=formats.points(total)
    )
    first = page * size
    shown = found[first : first + size]
    text = [head(scope), f"{title}:", *(f"{number}. {_row(leaf, today, cal)}" for number, leaf in enumerate(shown, 1))]
    choices = [Choice(leaf.name, f"row:{leaf.assignment_id}") for leaf in shown]
    if first + size < len(found):
        choices.append(Choice(_("Next rows"), f"progress:{view}:{page + 1}"))
    urged = scope.urged(found) if view in {"late", "not_started", "silent", "soon"} else 0
    if urged:
        choices.append(Choice(_("Urge these {count}").format(count=formats.count(urged)), f"urge:{view}", wide=True))
    back = Choice(labels.button("back"), MORE, wide=True)
    return Message("\n".join(text), (*choices, back), edits="tapped", numbered=len(shown))


def open_rows(
    scope: Scope, name_: str, found: Sequence[Leaf], page: int, size: int, route: tuple[str, str], *, today: date, cal: Calendar
) -> Message:
    """What is still to be done in one field, section or by one person, soonest first; each row opens by its number.

    Args:
        scope: what is looked at.
        name_: of the field, section or person.
        found: the rows.
        page: from 0.
        size: rows of a page.
        route: to this list, and to what it belongs to.
        today: the day.
        cal: the office's calendar.
    """
    own, back = route
    text = _("{name}: {count} rows not done").format(name=name_, count=formats.count(len(found)))
    shown = found[page * size : (page + 1) * size]
    lines = [f"{number}. {_row(leaf, today, cal, whose=name_)}" for number, leaf in enumerate(shown, 1)]
    choices = [Choice(leaf.name, f"row:{leaf.assignment_id}") for leaf in shown]
    if (page + 1) * size < len(found):
        choices.append(Choice(_("Next rows"), f"{own}:{page + 1}"))
    choices.append(Choice(labels.button("back"), back, wide=True))
    return Message("\n".join([head(scope), f"{text}:", *lines]), tuple(choices), edits="tapped", numbered=len(shown))


def with_open(message: Message, count: int, route: str) -> Message:
    """The way from a field, section or person to what is still to be done there."""
    *choices, back = message.choices
    label = _("Not done {count}").format(count=formats.count(count))
    return replace(message, choices=(*choices, Choice(label, route), back)) if count else message


def _row(leaf: Leaf, today: date, cal: Calendar, *, whose: str = "") -> str:
    """`3.4.1 Võ Thị Kim Ngân: hạn 14/12, mới được 4,846/5 điểm`; under the heading of one person the title instead."""
    why = ", ".join(_why(leaf, today, cal))
    if leaf.kind in NOBODYS_WORK or leaf.kind in BESIDE:
        why = f"{labels.kind(leaf.kind).lower()}, {why}"
        return f"{leaf.name} {leaf.person}: {why}" if leaf.person else f"{leaf.name}: {why}"
    name = leaf.person or labels.nobody()
    if leaf.code and leaf.person == whose:
        name = formats.shortened(leaf.title, 40)
    return f"{leaf.name} {name}: {why}"


def _why(leaf: Leaf, today: date, cal: Calendar) -> list[str]:
    found = [formats.shortened(leaf.reason, 60)] if leaf.blocked and leaf.reason else []
    if is_late(leaf, today):
        days = working_days_between(leaf.due_on or today, today, cal)
        found.append(_("{count} working days late").format(count=formats.count(days)))
        found += why_late(leaf)
    elif leaf.due_on is not None:
        found.append(_("due {day}").format(day=formats.short_day(leaf.due_on)))
    if leaf.progress is Progress.RETURNED:
        found.append(labels.progress(leaf.progress).lower())
    if leaf.short and leaf.score is not None and leaf.max_points is not None:
        text = _("so far {points}/{full} points")
        found.append(text.format(points=formats.points(leaf.score), full=formats.points(leaf.max_points)))
    elif leaf.max_points is not None:
        found.append(_("{points} points").format(points=formats.points(leaf.max_points)))
    return found or [labels.progress(leaf.progress, leaf.percent)]


def with_waiting(message: Message, blocked: Sequence[Leaf], since: Mapping[int, date], today: date, cal: Calendar) -> Message:
    """Say how long a person's rows have waited for somebody else, so that it is not held against the person."""
    waits = [
        _("{code}: waiting for others for {count} working days").format(
            code=leaf.name,
            count=formats.count(working_days_between(since[leaf.assignment_id], today, cal)),
        )
        for leaf in blocked
        if leaf.assignment_id in since
    ]
    return replace(message, text="\n".join([message.text, *(f"- {one}" for one in waits)])) if waits else message


def week(scope: Scope, found: Week, began: date | None = None) -> Message:
    """How the figures moved within a week, and what made them move; `began`: the list was recorded only then, within the week."""
    text = [head(scope), _("Against {day}:").format(day=formats.day(found.since))]
    if began is not None:
        text.append(_("The list was recorded on {day}; what was before is reckoned by it.").format(day=formats.day(began)))
    text += [_moved(label, before, after) for label, before, after in _points(found.then.parts, found.now.parts)]
    text.append(_counted(_("Late"), found.then.rows.overdue, found.now.rows.overdue))
    text.append(_counted(_("Done"), found.then.rows.done, found.now.rows.done))
    if found.done:
        text.append(_("Done since: {rows}.").format(rows=_some(found.done)))
    if found.newly_late:
        text.append(_("Late since: {rows}.").format(rows=_some(found.newly_late)))
    return Message("\n".join(text), (Choice(labels.button("back"), MORE),), edits="tapped")


def _points(then: Parts, now: Parts) -> list[tuple[str, Decimal, Decimal]]:
    return [
        (_("Forecast"), then.forecast, now.forecast),
        (_("Accepted"), then.accepted, now.accepted),
        (_("Waiting for a check"), then.waiting, now.waiting),
        (_("Points at risk"), then.at_risk, now.at_risk),
        (_("Lost"), then.lost, now.lost),
    ]


def _moved(label: str, before: Decimal, after: Decimal) -> str:
    """`- Dự kiến: 86 → 84 (giảm 2)`."""
    change = after - before
    if not change:
        return _("- {label}: {points} (unchanged)").format(label=label, points=formats.points(after))
    how = _("up {points}") if change > 0 else _("down {points}")
    moved = how.format(points=formats.points(abs(change)))
    return f"- {label}: {formats.points(before)} → {formats.points(after)} ({moved})"


def _counted(label: str, before: int, after: int) -> str:
    if before == after:
        return _("- {label}: {points} (unchanged)").format(label=label, points=formats.count(after))
    return f"- {label}: {formats.count(before)} → {formats.count(after)}"


def _some(leaves: Sequence[Leaf]) -> str:
    return labels.some([f"{leaf.name} {leaf.person or ''}".strip() for leaf in leaves], MOST_WEEK, between="; ")


def pending(found: Sequence[Pending]) -> Message:
    """What waits for a decision, the longest waiting first."""
    if not found:
        return Message(_("Nothing waits for your decision."), (Choice(labels.button("progress"), BACK),), edits="tapped")
    shown = found[:MOST_TAPPED]
    text = [_("Waiting for your decision: {count}.").format(count=formats.count(len(found)))]
    text += [f"{number}. {_request(one)}" for number, one in enumerate(shown, 1)]
    choices = [Choice(one.code or str(number), one.route) for number, one in enumerate(shown, 1)]
    return Message(
        "\n".join(text), (*choices, Choice(labels.button("back"), BACK, wide=True)), edits="tapped", numbered=len(choices)
    )


def _request(one: Pending) -> str:
    label = one.code or formats.shortened(one.title, 30)
    if one.away is not None:
        return _("{name}: leave {days}").format(name=one.person, days=formats.span(*one.away))
    if one.wanted_on is None:
        text = _("{code}, {name}: cause of the delay, {reason}")
        return text.format(code=label, name=one.person, reason=formats.shortened(one.reason or "-", 80))
    told = _("{code}, {name}: more time until {day}, now {due}").format(
        code=label,
        name=one.person,
        day=formats.day(one.wanted_on),
        due=formats.day_or(one.due_on, "-"),
    )
    return f'{told}. "{formats.shortened(one.reason, 80)}"' if one.reason else told
