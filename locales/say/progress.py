"""Where the office stands, in the order in which one reports to a leader: the forecast, the parts, who is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from decimal import Decimal

from locales import formats, words
from locales.message import CAPTION, Choice, Message, units
from locales.say import labels
from storage.rules.points import Parts
from storage.rules.rollup import Counts, FieldLine, Late, Leaf, PersonLine, Summary

_ = words("progress")
MOST_LATE, MOST_BLOCKED = 5, 2
PICTURE = "make:png"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose figures these are.

    Attributes:
        name: of the unit or the person.
        greeting: whom the report is made to ("Kính báo cáo Chủ tịch."), or empty.
        target: points to reach.
        whole: the whole office; else part of it, without a target.
        may_urge: whether "Đôn đốc" is offered.
    """

    name: str
    year: int
    at: datetime
    zone: tzinfo
    target: Decimal
    greeting: str = ""
    whole: bool = True
    may_urge: bool = False


def greeting(role: str) -> str:
    return {"chairperson": _("Dear Chairperson."), "deputy": _("Dear Deputy Chairperson.")}.get(role, "")


def summary(scope: Scope, figures: Summary) -> Message:
    """One screen: forecast against the target, the six parts, both rates, the late rows with names."""
    text = [line for line in (scope.greeting, _head(scope)) if line]
    text += [forecast(figures.parts, scope.target if scope.whole else None), parts(figures.parts), rates(figures.rows)]
    text += late_list(figures.overdue, MOST_LATE)
    text += blocked_list(figures.blocked, MOST_BLOCKED)
    return Message("\n".join(text), _choices(scope, figures), edits="tapped")


def captioned(scope: Scope, figures: Summary, file: dict[str, str]) -> Message:
    """The summary under its picture: as many late rows as a caption holds."""
    choices = tuple(one for one in _choices(scope, figures) if one.route != PICTURE)
    whole = summary(scope, figures).text.split("\n")
    text = "\n".join(whole)
    while units(text) > CAPTION and len(whole) > 1:
        whole.pop()
        text = "\n".join([*whole, "…"])
    return Message(text, choices, file=file | {"as": "photo"})


def _head(scope: Scope) -> str:
    return _("Progress of CCHC {year}, {name}, as of {moment}.").format(
        year=scope.year, name=scope.name, moment=formats.moment(scope.at, scope.zone)
    )


def forecast(points: Parts, target: Decimal | None) -> str:
    """`Dự kiến 86,0/100,0 điểm (mục tiêu 80), chưa kể khảo sát 5,0.`."""
    text = _("Forecast {points}/{maximum} points").format(
        points=formats.full_points(points.forecast), maximum=formats.points(points.maximum)
    )
    if target is not None:
        text += " " + _("(target {target})").format(target=formats.points(target))
    if points.survey:
        text += ", " + _("the survey's {points} not counted").format(points=formats.full_points(points.survey))
    return text + "."


def parts(points: Parts) -> str:
    """The six parts, which sum to the maximum."""
    names = (
        (_("accepted"), points.accepted),
        (_("waiting for a check"), points.waiting),
        (_("not due yet"), points.open),
        (_("at risk"), points.at_risk),
        (_("survey"), points.survey),
        (_("lost"), points.lost),
    )
    text = "; ".join(f"{name} {formats.full_points(value)}" for name, value in names)
    return f"{text[:1].upper()}{text[1:]}."


def rates(rows: Counts) -> str:
    """Both rates by name: of all rows, and of those due."""
    return _(
        "Done {done}/{all} rows ({rate}); of those due: {done_of_due}/{due} ({due_rate}). "
        "In progress {doing}, not started {none}."
    ).format(
        done=rows.done,
        all=rows.all,
        rate=formats.percent(rows.done, rows.all),
        done_of_due=rows.done_of_due,
        due=rows.due,
        due_rate=formats.percent(rows.done_of_due, rows.due),
        doing=formats.count(rows.in_progress),
        none=formats.count(rows.not_started),
    )


def late_list(late: Sequence[Late], most: int) -> list[str]:
    """Late rows with name and working days, the dearest first."""
    if not late:
        return [_("No row is late.")]
    total = sum((one.points or Decimal(0) for one in late), Decimal(0))
    head = _("{count} rows late ({points} points):").format(count=formats.count(len(late)), points=formats.full_points(total))
    ranked = sorted(late, key=lambda one: (-(one.points or 0), -one.days_late))
    lines = [f"- {late_line(one)}" for one in ranked[:most]]
    more = [_("and {count} more").format(count=formats.count(len(late) - most))] if len(late) > most else []
    return [head, *lines, *more]


def late_line(one: Late) -> str:
    """`6.1.2 Ngô Thị Thúy Quỳnh: 03 ngày làm việc (1,0 điểm)`."""
    label = one.name
    return _("{code} {name}: {days} working days ({points} points)").format(
        code=label,
        name=one.person or _("nobody in charge"),
        days=formats.count(one.days_late),
        points=formats.full_points(one.points or Decimal(0)),
    )


def blocked_list(rows: Sequence[Leaf], most: int) -> list[str]:
    """Rows that something stands in the way of, with the official's words, the dearest first; late ones are among them."""
    if not rows:
        return []
    total = sum((one.max_points or Decimal(0) for one in rows), Decimal(0))
    head = _("{count} rows blocked ({points} points):").format(count=formats.count(len(rows)), points=formats.full_points(total))
    ranked = sorted(rows, key=lambda one: -(one.max_points or 0))
    lines = [f"- {_blocked_line(one)}" for one in ranked[:most]]
    more = [_("and {count} more").format(count=formats.count(len(rows) - most))] if len(rows) > most else []
    return [head, *lines, *more]


def _blocked_line(one: Leaf) -> str:
    """`6.4 Ngô Thị Thúy Quỳnh: vướng kinh phí`."""
    label, name = one.name, one.person or _("nobody in charge")
    return f"{label} {name}: {formats.shortened(one.reason or '', 80)}"


def all_blocked(scope: Scope, rows: Sequence[Leaf]) -> Message:
    """Every difficulty that was reported, for those who can help."""
    text = blocked_list(rows, 30) or [_("No row is blocked.")]
    choices = [Choice(one.name, f"row:{one.assignment_id}") for one in rows[:8] if one.code]
    return Message("\n".join([_head(scope), *text]), (*choices, Choice(labels.button("back"), BACK, wide=True)), edits="tapped")


def _choices(scope: Scope, figures: Summary) -> tuple[Choice, ...]:
    found = []
    if scope.may_urge and figures.overdue:
        label = _("Urge {count} rows").format(count=formats.count(len(figures.overdue)))
        found.append(Choice(label, "urge", wide=True))
    if len(figures.fields) > 1:
        found.append(Choice(_("By field"), "progress:fields"))
    if scope.whole or len(figures.people) > 1:
        found.append(Choice(_("By person"), "progress:people"))
    if figures.blocked:
        found.append(Choice(_("Blocked: {count}").format(count=formats.count(len(figures.blocked))), "progress:blocked"))
    if len(figures.overdue) > MOST_LATE:
        found.append(Choice(_("All late rows"), "progress:late"))
    found += [Choice(_("See the picture"), PICTURE), Choice(_("Report"), "papers")]
    return (*found, Choice(labels.button("work"), "work"))


BACK = "progress"


def by_field(scope: Scope, fields: Sequence[FieldLine]) -> Message:
    """One line a field."""
    text = [_head(scope), _("By field: forecast/maximum; done/all rows; late")]
    unnamed = _("no field")
    text += [f"{i}. {_group_line(one.name or unnamed, one.parts, one.rows)}" for i, one in enumerate(fields, 1)]
    choices = [Choice(str(i), f"progress:field:{i}") for i in range(1, len(fields) + 1)]
    return Message(
        "\n".join(text), (*choices, Choice(labels.button("back"), BACK, wide=True)), edits="tapped", numbered=len(fields)
    )


def by_person(scope: Scope, people: Sequence[PersonLine], page: int, size: int) -> Message:
    """One line a person, those with points at risk first."""
    first = page * size
    text = [_head(scope), _("By person: forecast/maximum; done/all rows; late")]
    shown = people[first : first + size]
    text += [_group_line(one.name or _("nobody in charge"), one.parts, one.rows) for one in shown]
    choices = [Choice(one.name, f"progress:person:{one.person_id}") for one in shown if one.name]
    if first + size < len(people):
        choices.append(Choice(_("More"), f"progress:people:{page + 1}"))
    return Message("\n".join(text), (*choices, Choice(labels.button("back"), BACK, wide=True)), edits="tapped")


def _group_line(name: str, points: Parts, rows: Counts) -> str:
    text = f"{name}: {formats.points(points.forecast)}/{formats.points(points.maximum)}; {rows.done}/{rows.all}"
    late = _("{count} late").format(count=formats.count(rows.overdue))
    return f"{text}; {late}" if rows.overdue else text


def part(
    scope: Scope, name: str, points: Parts, rows: Counts, late: Sequence[Late], blocked: Sequence[Leaf], back: str
) -> Message:
    """One field or one person in full."""
    text = [_head(scope), name, forecast(points, None), parts(points), rates(rows)]
    text += [*late_list(late, 10), *blocked_list(blocked, 10)]
    return Message("\n".join(text), (Choice(labels.button("back"), back),), edits="tapped")


def all_late(scope: Scope, late: Sequence[Late]) -> Message:
    choices = (Choice(labels.button("back"), BACK),)
    return Message("\n".join([_head(scope), *late_list(late, 40)]), choices, edits="tapped")


def totals(scope: Scope, figures: Summary) -> Message:
    """For a group: totals only, no name."""
    text = [_head(scope), forecast(figures.parts, scope.target), rates(figures.rows)]
    text.append(_("{count} rows late.").format(count=formats.count(figures.rows.overdue)))
    return Message("\n".join(text))


def nothing_loaded() -> Message:
    return Message(
        _("Progress: no assignments were loaded yet, so there is no forecast. The coordinator sends the list as a file.")
    )


def confirm_urge(late: Sequence[Late], people: int, by: str) -> Message:
    """Before the messages go out."""
    text = _('Send to {people} people about {rows} late rows, with the words "{by}"?').format(
        people=formats.count(people), rows=formats.count(len(late)), by=by
    )
    return Message(text, (Choice(_("Send"), "urge:yes"), Choice(labels.button("no"), BACK)))


def urged(people: int, unreached: Sequence[str]) -> Message:
    text = _("Sent to {people} people.").format(people=formats.count(people))
    if unreached:
        text += " " + _("Without a phone here, please call: {names}.").format(names=formats.listed(list(unreached)))
    return Message(text, (Choice(labels.button("progress"), BACK),))


def ordered_by(role: str, name: str) -> str:
    """Who urges, in the words of the message."""
    if role == "chairperson":
        return _("The Chairperson asks")
    return _("{name} asks on behalf of the leaders").format(name=name)


def urge(by: str, late: Sequence[Late]) -> Message:
    """To the official: which rows, what to answer; no threat."""
    text = [_("{by} for the state of these late rows:").format(by=by)]
    text += [
        _("- {code}: {title}, {days} working days late").format(
            code=one.name, title=formats.shortened(one.title, 60), days=formats.count(one.days_late)
        )
        for one in late
    ]
    text.append(
        _(
            "If done, just send the document number; "
            "if something stands in the way, write the reason so that the leaders can help."
        )
    )
    choices = tuple(
        choice
        for one in late[:3]
        for choice in (
            Choice(f"{one.name} {labels.button('done')}", f"status:{one.leaf.assignment_id}:done"),
            Choice(f"{one.name} {labels.button('blocked')}", f"block:{one.leaf.assignment_id}"),
        )
    )
    return Message("\n".join(text), choices, tuple(one.leaf.assignment_id for one in late))
