"""Marks from outside: how they come in, what was read of them, what each person hears."""

from collections.abc import Sequence
from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import explain, labels
from locales.say.marks import codes
from storage.points.verifying import STAGES, Judged, Matched
from storage.rules.marks import Stage, Totals
from storage.rules.year import Window
from storage.work.campaigns import Year

_ = words("verify")

ROWS = 10


def stage(value: Stage) -> str:
    return {
        Stage.VERIFIED_1: _("First verification"),
        Stage.VERIFIED_2: _("Second verification"),
        Stage.PUBLISHED: _("Published marks"),
    }[value]


def which(year: Year) -> Message:
    """Of which verification are the marks?"""
    text = _("Marks of {year}: which ones are to be entered?").format(year=year.year)
    taps = tuple(Choice(stage(one), f"verify:{year.id}:{one.value}") for one in STAGES)
    return Message(text, (*taps, Choice(labels.button("back"), f"year:{year.id}")))


def ask(year: Year, one: Stage, unread: Sequence[str] = ()) -> Message:
    """How marks are typed, or sent as a table."""
    text = []
    if unread:
        shown = formats.listed([f'"{formats.shortened(line.strip(), 40)}"' for line in unread[:3]])
        text.append(_("Nothing was recorded: not read: {lines}.").format(lines=shown))
    text.append(
        _(
            "{stage} {year}: type one criterion a line, its points and, where points were taken off, why. For example:\n"
            "1.2.4 0,5 the third quarter's report is missing\n2.1.3 1"
        ).format(stage=stage(one), year=year.year)
    )
    text.append(_("Or send the Excel file with a column of codes and a column of verified marks; the table to fill in is below."))
    choices = (Choice(_("Table to fill in (Excel)"), "make:marks", wide=True), Choice(labels.button("back"), f"year:{year.id}"))
    return Message("\n".join(text), choices, awaiting=f"verify_typed:{year.id}:{one.value}")


def preview(load_id: int, year: Year, one: Stage, found: Matched, other: int | None) -> Message:
    """What was read; nothing is recorded yet."""
    text = [
        _("{stage} {year}: read {count} marks, {points} points.").format(
            stage=stage(one), year=year.year, count=formats.count(len(found.rows)), points=formats.points(_sum(found.rows))
        )
    ]
    lower = [row for row in found.rows if row.taken]
    if lower:
        text.append(
            _("{count} criteria stand below the self mark, by {points} points:").format(
                count=formats.count(len(lower)), points=formats.points(sum((row.taken for row in lower), Decimal(0)))
            )
        )
        text += [f"- {_row(row)}" for row in lower[:ROWS]]
        text += labels.rest(len(lower) - ROWS, "criteria")
    if found.unknown:
        text.append(_("Codes that {year} does not have: {codes}.").format(year=year.year, codes=codes(found.unknown)))
    if found.too_high:
        text.append(_("Marks above the maximum, not taken: {codes}.").format(codes=codes(found.too_high)))
    text.append(_("Nothing is recorded yet."))
    return Message("\n".join(text), tuple(_answers(load_id, year, one, found, other)))


def _answers(load_id: int, year: Year, one: Stage, found: Matched, other: int | None) -> list[Choice]:
    choices = []
    if found.rows:
        choices.append(Choice(_("Record {count} marks").format(count=formats.count(len(found.rows))), f"verify_record:{load_id}"))
    if other is not None:
        choices.append(Choice(_("Read it as an assignment table"), f"load_view:{other}", wide=True))
    return [*choices, Choice(labels.button("back"), f"verify:{year.id}:{one.value}")]


def _sum(rows: Sequence[Judged]) -> Decimal:
    return sum((row.points for row in rows), Decimal(0))


def _row(row: Judged) -> str:
    office = row.line.marks.office
    own = formats.points(office.points) if office else "-"
    text = _("{code}: {points}, self mark {own}").format(code=row.line.name, points=formats.points(row.points), own=own)
    return f"{text} ({row.reason})" if row.reason else text


def recorded(load_id: int, year: Year, one: Stage, found: Matched, totals: Totals, told: int) -> Message:
    """What was kept, and where the year stands now."""
    text = _("{stage} {year}: recorded {count} marks. Self marks {own}, verified {final}, difference {gap}.").format(
        stage=stage(one),
        year=year.year,
        count=formats.count(len(found.rows)),
        own=formats.points(totals.own),
        final=formats.points(totals.final),
        gap=formats.points(totals.gap),
    )
    if told:
        text += " " + _("{count} people whose marks were lowered are told.").format(count=formats.count(told))
    return Message(
        text, (Choice(_("See the year"), f"year:{year.id}"), Choice(labels.button("mistake"), f"verify_drop:{load_id}"))
    )


def taken_back(year: Year) -> Message:
    text = _("The marks of that table were dropped.")
    return Message(text, (Choice(_("See the year"), f"year:{year.id}"),))


def told(year: Year, one: Stage, rows: Sequence[Judged], window: Window, *, explains: bool) -> Message:
    """To a person: which marks were lowered and why; by when to explain."""
    text = [
        _("{stage} {year}: {count} of your criteria stand below the self mark, by {points} points.").format(
            stage=stage(one),
            year=year.year,
            count=formats.count(len(rows)),
            points=formats.points(sum((row.taken for row in rows), Decimal(0))),
        )
    ]
    text += [f"- {_row(row)}" for row in rows[:ROWS]]
    ids = tuple(row.line.id for row in rows)
    if not explains:
        return Message("\n".join(text), (labels.choice("seen"),), ids)
    if when := explain.until(window):
        text.append(when)
    return Message("\n".join(text), (Choice(_("Explain"), "explain"), labels.choice("seen")), ids)
