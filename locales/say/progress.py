"""Where the office stands, in the order in which one reports to a leader: the forecast, the parts, who is late."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from decimal import Decimal
from typing import Any

from locales import formats, words
from locales.message import CAPTION, Choice, Message, units
from locales.say import labels
from storage.points.progress import Grade
from storage.rules.glance import Held
from storage.rules.points import Parts, shown
from storage.rules.rollup import Counts, FieldLine, Late, Leaf, PersonLine, Summary
from storage.rules.status import is_owed

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
        spared: people whom the reader does not urge: the reader, and who stands beside or above.
        grade: the index and the class that the forecast would earn; None for a part of the office.
        before: lines about the year before.
        deciding: how many requests wait for the reader's decision.
    """

    name: str
    year: int
    at: datetime
    zone: tzinfo
    target: Decimal
    greeting: str = ""
    whole: bool = True
    may_urge: bool = False
    spared: frozenset[int] = frozenset()
    grade: Grade | None = None
    deciding: int = 0
    before: tuple[str, ...] = ()

    def urges(self, leaf: Leaf) -> bool:
        """Whether the reader may urge somebody about a row."""
        held = self.may_urge and leaf.person_id is not None and leaf.person_id not in self.spared
        return held and is_owed(leaf.kind, leaf.progress)

    def urged(self, leaves: Iterable[Leaf]) -> int:
        """How many of these rows the reader may urge about."""
        return sum(map(self.urges, leaves))


def greeting(role: str) -> str:
    return {"chairperson": _("Dear Chairperson."), "deputy": _("Dear Deputy Chairperson.")}.get(role, "")


def summary(scope: Scope, figures: Summary) -> Message:
    """One screen, which also fits under a picture: forecast against the target, the six parts, both rates, the late rows."""
    text = [line for line in (scope.greeting, head(scope)) if line]
    text += [
        forecast(figures.parts, scope.target if scope.whole else None),
        *_grade(scope.grade if figures.parts.maximum else None),
        parts(figures.parts),
    ]
    text.append(rates(figures.rows))
    text += late_list(figures.overdue, MOST_LATE, whose=scope.name)
    text += [*blocked_list(figures.blocked, MOST_BLOCKED), *scope.before]
    return Message(_within_caption(text), _choices(scope, figures), edits="tapped")


def _within_caption(lines: list[str]) -> str:
    """As many lines as a caption holds; the last ones stand behind "Xem thêm" too."""
    text, kept = "\n".join(lines), list(lines)
    while units(text) > CAPTION and len(kept) > 1:
        kept.pop()
        text = "\n".join([*kept, "…"])
    return text


def captioned(scope: Scope, figures: Summary, file: dict[str, Any]) -> Message:
    """The summary under its picture."""
    choices = tuple(one for one in _choices(scope, figures) if one.route != PICTURE)
    return Message(summary(scope, figures).text, choices, file=file)


def head(scope: Scope) -> str:
    return _("Progress of CCHC {year}, {name}, as of {moment}.").format(
        year=scope.year, name=scope.name, moment=formats.moment(scope.at, scope.zone)
    )


def forecast(points: Parts, target: Decimal | None) -> str:
    """`Dự kiến 76/100 điểm (mục tiêu 80; còn thiếu 4), chưa kể khảo sát 5.`."""
    text = _("Forecast {points}/{maximum} points").format(
        points=formats.points(points.forecast), maximum=formats.points(points.maximum)
    )
    if target is not None:
        aim = _("(target {target})") if points.forecast >= target else _("(target {target}; {points} short)")
        text += " " + aim.format(target=formats.points(target), points=formats.points(target - points.forecast))
    if points.survey:
        text += ", " + _("the survey's {points} not counted").format(points=formats.points(points.survey))
    return text + "."


def _grade(grade: Grade | None) -> list[str]:
    """`Chỉ số dự kiến 86,5 %, xếp loại Tốt (thưởng 1; trừ 0,5).`."""
    if grade is None:
        return []
    text = _("Expected index {percent} %, class {name}").format(percent=formats.points(grade.shown), name=class_name(grade.key))
    beside = []
    if grade.bonus:
        beside.append(_("bonus {points}").format(points=formats.points(grade.bonus)))
    if grade.penalty:
        beside.append(_("penalty {points}").format(points=formats.points(grade.penalty)))
    return [f"{text} ({'; '.join(beside)})." if beside else f"{text}."]


def class_name(key: str) -> str:
    """The class in words; one that a province calls otherwise is shown as its data say."""
    return {
        "excellent": _("Excellent"),
        "good": _("Good"),
        "fair": _("Fair"),
        "average": _("Average"),
        "weak": _("Weak"),
    }.get(key, key)


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
    text = "; ".join(f"{name} {formats.points(value)}" for name, value in names)
    return f"{formats.sentence(text)}."


def in_short(scope: Scope, figures: Summary) -> str:
    """Forecast and late work in one line."""
    late = late_list(figures.overdue, 0)[0].rstrip(":.")
    return f"{forecast(figures.parts, scope.target if scope.whole else None)} {late}."


def rates(rows: Counts) -> str:
    """Both rates by name: of all rows, and of those due, where any is."""
    of_all = _("Done {done}/{all} rows ({rate})").format(done=rows.done, all=rows.all, rate=formats.percent(rows.done, rows.all))
    of_due = _("of those due: {done}/{due} ({rate})") if rows.due else _("none is due yet")
    of_due = of_due.format(done=rows.done_of_due, due=rows.due, rate=formats.percent(rows.done_of_due, rows.due))
    rest = _("In progress {doing}, not started {none}.").format(
        doing=formats.count(rows.in_progress), none=formats.count(rows.not_started)
    )
    return f"{of_all}; {of_due}. {rest}"


def late_list(late: Sequence[Late], most: int, *, whose: str = "") -> list[str]:
    """Late rows with name and working days, the dearest first; under the heading of one person their titles instead."""
    if not late:
        return [_("No row is late.")]
    total = sum((one.points or Decimal(0) for one in late), Decimal(0))
    head = _("{count} rows late ({points} points):").format(count=formats.count(len(late)), points=formats.points(total))
    ranked = sorted(late, key=lambda one: (-(one.points or 0), -one.days_late))
    lines = [f"- {late_line(one, whose)}" for one in ranked[:most]]
    return [head, *lines, *labels.rest(len(late) - most)]


def late_line(one: Late, whose: str = "") -> str:
    """`6.1.2 Ngô Thị Thúy Quỳnh: 03 ngày làm việc (1 điểm)`."""
    name = one.person or labels.nobody()
    text = _("{code} {name}: {days} working days ({points} points)").format(
        code=one.name,
        name=formats.shortened(one.title, 40) if one.leaf.code and one.person == whose else name,
        days=formats.count(one.days_late),
        points=formats.points(one.points or Decimal(0)),
    )
    return ", ".join([text, *why_late(one.leaf)])


def why_late(leaf: Leaf) -> list[str]:
    """What is to be known before a late row is held against its person."""
    return [*([taken_late()] if leaf.taken_late else []), *([cause(leaf)] if leaf.cause else [])]


def taken_late() -> str:
    return _("late when it was taken over")


def cause(leaf: Leaf) -> str:
    """Why a row is late, in the official's words."""
    told = _("objective: {reason}") if leaf.objective else _("because: {reason}")
    return told.format(reason=formats.shortened(leaf.cause or "", 60))


def blocked_list(rows: Sequence[Leaf], most: int) -> list[str]:
    """Rows that something stands in the way of, with the official's words, the dearest first; late ones are among them."""
    if not rows:
        return []
    total = sum((one.max_points or Decimal(0) for one in rows), Decimal(0))
    head = _("{count} rows blocked ({points} points):").format(count=formats.count(len(rows)), points=formats.points(total))
    ranked = sorted(rows, key=lambda one: -(one.max_points or 0))
    lines = [f"- {_blocked_line(one)}" for one in ranked[:most]]
    return [head, *lines, *labels.rest(len(rows) - most)]


def _blocked_line(one: Leaf) -> str:
    """`6.4 Ngô Thị Thúy Quỳnh: vướng kinh phí`."""
    label, name = one.name, one.person or labels.nobody()
    return f"{label} {name}: {formats.shortened(one.reason or '', 80)}"


def _choices(scope: Scope, figures: Summary) -> tuple[Choice, ...]:
    """Urge, decide, report; the rest stands behind "Xem thêm"."""
    found = []
    if urged := scope.urged(one.leaf for one in figures.overdue):
        found.append(Choice(_("Urge {count} rows").format(count=formats.count(urged)), "urge", wide=True))
    if scope.deciding:
        label = _("Waiting for my decision {count}").format(count=formats.count(scope.deciding))
        found.append(Choice(label, "pending", wide=True))
    if not scope.may_urge:
        found.append(labels.choice("work"))
    return (*found, Choice(_("Report"), "papers"), Choice(_("See the picture"), PICTURE), Choice(_("See more"), MORE))


BACK, MORE = "progress", "progress:more"


def by_field(scope: Scope, fields: Sequence[FieldLine]) -> Message:
    """One line a field."""
    return _groups(scope, _("By field: forecast/maximum; done/all rows; late"), fields, _("no field"), "progress:field")


def by_unit(scope: Scope, sections: Sequence[FieldLine]) -> Message:
    """One line a section (phòng, bộ phận)."""
    return _groups(scope, _("By unit: forecast/maximum; done/all rows; late"), sections, _("no unit"), "progress:unit")


def _groups(scope: Scope, caption: str, lines: Sequence[FieldLine], unnamed: str, route: str) -> Message:
    """Numbered lines, each of which opens by its number."""
    text = [f"{i}. {_group_line(one.name or unnamed, one.parts, one.rows)}" for i, one in enumerate(lines, 1)]
    choices = [Choice(str(i), f"{route}:{i}") for i in range(1, len(lines) + 1)]
    return Message("\n".join([head(scope), caption, *text]), (*choices, _back(MORE)), edits="tapped", numbered=len(lines))


def by_person(scope: Scope, people: Sequence[PersonLine], held: Mapping[int, Held], page: int, size: int) -> Message:
    """One line a person; late work stands against the points that the person holds, and what waits for others apart."""
    first = page * size
    text = [head(scope), _("By person: forecast/points held; done/all rows; late (share of the points held)")]
    page_of = sorted(people[first : first + size], key=lambda one: one.name is None)  # who can be opened has a number
    named = [one for one in page_of if one.name]
    text += [f"{number}. {_person_line(one, held)}" for number, one in enumerate(named, 1)]
    text += [f"- {_person_line(one, held)}" for one in page_of[len(named) :]]
    choices = [Choice(one.name or "", f"progress:person:{one.person_id}") for one in named]
    if first + size < len(people):
        choices.append(Choice(_("More"), f"progress:people:{page + 1}"))
    return Message("\n".join(text), (*choices, _back(MORE)), edits="tapped", numbered=len(named))


def _person_line(one: PersonLine, of: Mapping[int, Held]) -> str:
    held = of.get(one.person_id or 0)
    text = _group_line(one.name or labels.nobody(), one.parts, one.rows)
    if held is not None and held.late_points:
        text += f" ({formats.points(shown(held.share))} %)"
    if held is not None and held.taken:
        text += "; " + _("{count} late when taken over").format(count=formats.count(held.taken))
    if held is not None and held.waiting:
        text += "; " + _("{count} waiting for others").format(count=formats.count(held.waiting))
    return text


def _back(route: str) -> Choice:
    return Choice(labels.button("back"), route, wide=True)


def _group_line(name: str, points: Parts, rows: Counts) -> str:
    text = f"{name}: {formats.points(points.forecast)}/{formats.points(points.maximum)}; {rows.done}/{rows.all}"
    late = _("{count} late").format(count=formats.count(rows.overdue))
    return f"{text}; {late}" if rows.overdue else text


def part(
    scope: Scope, line: FieldLine | PersonLine, late: Sequence[Late], blocked: Sequence[Leaf], *, back: str, urge: str
) -> Message:
    """One field, unit or person in full; urged from here where there is something late."""
    name = line.name or ""
    text = [head(scope), name, forecast(line.parts, None), parts(line.parts), rates(line.rows)]
    text += [*late_list(late, 10, whose=name), *blocked_list(blocked, 10)]
    choices = (Choice(labels.button("urge"), urge),) if scope.urged(one.leaf for one in late) else ()
    return Message("\n".join(text), (*choices, Choice(labels.button("back"), back)), edits="tapped")


def for_all(message: Message, what: str, which: int) -> Message:
    """With what whoever speaks for the office may do for a field or a section as a whole."""
    *choices, back = message.choices
    tell = Choice(_("Message to these people"), f"announce_to:{what}:{which}", wide=True)
    return replace(message, choices=(*choices, tell, Choice(_("Move due dates"), f"due_to:{what}:{which}"), back))


def totals(scope: Scope, figures: Summary) -> Message:
    """For a group: totals only, no name."""
    text = [head(scope), forecast(figures.parts, scope.target), rates(figures.rows)]
    text.append(_("{count} rows late.").format(count=formats.count(figures.rows.overdue)))
    return Message("\n".join(text))


def nothing_loaded(*, loads: bool = False, call: str | None = None) -> Message:
    """Nothing to sum up; whoever loads the list learns how, others from whom it comes (`call`: the coordinator's name)."""
    text = _("Progress: no assignments were loaded yet, so there is no forecast.") + " "
    if loads:
        text += _("Send the list here as a file (Excel, Word or CSV); an empty one to fill comes with the button.")
        return Message(text, (Choice(_("Template"), "template"),))
    text += _("{coordinator} sends the list to this system as a file.").format(
        coordinator=_("The coordinator {name}").format(name=call) if call else _("The coordinator")
    )
    return Message(text)


def nothing_held(scope: Scope) -> Message:
    """A person, section or field without rows in a list that is loaded."""
    text = _("Progress of CCHC {year}: {name} has no criteria, so there is no forecast.")
    return Message(text.format(year=scope.year, name=scope.name), (labels.choice("work"),))
