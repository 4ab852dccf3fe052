"""Self-marking: the one screen of a person, a row by itself, warnings before the lock, and the lock."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say import year as say_year
from storage.points.marking import Line
from storage.rules.marks import Basis, Totals
from storage.rules.year import Phase
from storage.work.campaigns import Year

_ = words("marks")

CODES = 12
"""Codes that one line names."""
DAYS = 4
"""Days that one line names."""


def name(year: Year) -> str:
    return _("Self-marking {year}").format(year=year.year)


def no_year() -> Message:
    return Message(_("No assignment table was loaded yet, so there is nothing to mark."))


def nothing_to_mark(year: Year) -> Message:
    text = _("{name}: you answer for no criterion that is marked.").format(name=name(year))
    return Message(text, (labels.choice("work"),))


def when(year: Year) -> str:
    """`Tự chấm khóa 17 giờ 00 thứ Sáu 13/11/2026 (tỉnh khóa hết Chủ nhật 15/11/2026).`"""
    window = year.window(Phase.SELF)
    if window.lock and window.closes and window.lock < window.closes:
        return _("{name} locks at {lock} (the province at {closes}).").format(
            name=name(year), lock=say_year.moment(window.lock), closes=say_year.moment(window.closes)
        )
    closes = window.lock or window.closes
    if closes:
        return _("{name} locks at {lock}.").format(name=name(year), lock=say_year.moment(closes))
    return _("{name}: no lock is set yet.").format(name=name(year))


def screen(year: Year, offered: Sequence[Line], lines: Sequence[Line], told: str = "") -> Message:
    """What is offered with one tap, what is marked by itself, what is marked already."""
    ready = [one for one in offered if one.basis is Basis.READY]
    estimates = [one for one in offered if one.basis is Basis.ESTIMATE]
    left = [one for one in lines if not one.is_marked and one not in offered]
    marked = [one for one in lines if one.is_marked]
    text = [told] if told else []
    text.append(when(year))
    if ready:
        text.append(_("{count} criteria with documents: {sum} ({codes}).").format(**_counted(ready)))
    if estimates:
        text.append(
            _("{count} criteria estimated: {sum} ({codes}), documents to follow by {days}.").format(
                **_counted(estimates), days=_days(estimates)
            )
        )
    text += _left(left)
    if marked:
        text.append(_("Marked already: {count} criteria, {sum}.").format(**_counted(marked)))
    if not offered and not left:
        text.append(_("All of your criteria are marked."))
    return Message("\n".join(text), _answers(year, offered))


def _left(left: Sequence[Line]) -> list[str]:
    """The rows that no tap agrees to as a whole, and why."""
    late = [one for one in left if one.basis is Basis.UNFOUNDED]
    bare = [one for one in left if one.basis is not Basis.UNFOUNDED]
    text = []
    if late:
        text.append(
            _("{count} criteria late, blocked or to be completed, to be marked one by one: {codes}.").format(**_counted(late))
        )
    if bare:
        text.append(
            _("{count} criteria not done or without documents, to be marked one by one: {codes}.").format(**_counted(bare))
        )
    return text


def _answers(year: Year, offered: Sequence[Line]) -> tuple[Choice, ...]:
    edit = Choice(labels.button("edit"), f"mark_list:{year.id}")
    later = Choice(_("Leave for later"), "nothing")
    if not offered:
        return edit, later
    return Choice(agree(len(offered)), f"agree:{year.id}:{len(offered)}"), edit, later


def agree(count: int) -> str:
    """`Đồng ý cả 08`."""
    return _("Agree to all {count}").format(count=formats.count(count)) if count > 1 else _("Agree")


def _counted(lines: Sequence[Line]) -> dict[str, str]:
    own = sum((one.proposed for one in lines), Decimal(0))
    return {"count": formats.count(len(lines)), "sum": of_most(own, lines), "codes": codes(one.name for one in lines)}


def of_most(points: Decimal, lines: Iterable[Line]) -> str:
    """`3/3`."""
    return f"{formats.points(points)}/{formats.points(sum((one.most for one in lines), Decimal(0)))}"


def codes(names: Iterable[str]) -> str:
    """Codes, the first of them by name, the rest by number."""
    return labels.some(list(names), CODES, "criteria")


def _days(lines: Sequence[Line]) -> str:
    """`30/11, 10/12, 14/12`: by which documents follow; without a date, the end of the year."""
    days = sorted({one.leaf.due_on for one in lines if one.leaf.due_on})
    shown = [formats.short_day(day) for day in days]
    if len(shown) > DAYS:
        return _("{first} to {last}").format(first=shown[0], last=shown[-1])
    return ", ".join(shown) or _("the end of the year")


def agreed(year: Year, marked: Sequence[Line], left: Sequence[Line], first: int, last: int) -> Message:
    """What one tap recorded, and what is still to be marked."""
    estimated = [one for one in marked if one.basis is Basis.ESTIMATE]
    text = _("Recorded the self marks of {count} criteria: {sum}").format(**_counted(marked))
    if estimated:
        text += _(", of it estimated {points}, documents by {days}").format(
            points=formats.points(sum((one.proposed for one in estimated), Decimal(0))), days=_days(estimated)
        )
    text = "\n".join([f"{text}.", *_left(left)])
    choices = [Choice(labels.button("edit"), f"mark_list:{year.id}"), Choice(labels.button("mistake"), f"unmark:{first}:{last}")]
    return Message(text, tuple(choices), tuple(one.id for one in marked))


def taken_back(count: int) -> Message:
    text = _("Dropped {count} self marks.").format(count=formats.count(count))
    return Message(text, (Choice(_("Self-marking"), "marks"),))


def mark_of(line: Line) -> str:
    """`1/1 (ước thực hiện)`, or that there is no mark."""
    office = line.marks.office
    if office is None:
        return _("no mark, at most {most}").format(most=formats.points(line.most))
    text = f"{formats.points(office.points)}/{formats.points(line.most)}"
    if line.marks.council:
        return text + " " + _("(council)")
    return text + " " + _("(estimated)") if line.is_estimated else text


def listing(year: Year, lines: Sequence[Line], page: int, pages: int) -> Message:
    """A page of rows; each opens by its button."""
    text = [_("{name}: which criterion? (page {page}/{pages})").format(name=name(year), page=page, pages=pages)]
    text += [f"{at}. {one.name} {formats.shortened(one.leaf.title, 60)}: {mark_of(one)}" for at, one in enumerate(lines, 1)]
    choices = [Choice(f"{one.name}: {mark_of(one)}", f"own_mark:{one.id}", wide=True) for one in lines]
    if page < pages:
        choices.append(Choice(_("Next page"), f"mark_list:{year.id}:{page + 1}"))
    return Message("\n".join(text), (*choices, Choice(labels.button("back"), f"marks:{year.id}")), numbered=len(lines))


def row(year: Year, line: Line, rule: str | None, *, taps: bool, unread: bool = False) -> Message:
    """One row with its rule; the mark is tapped or typed. Where choices are numbered lines (no taps) a digit is points."""
    text = [_("Nothing was recorded: please type the points, for example 0,5.")] if unread else []
    text.append(f"{line.name} {formats.shortened(line.leaf.title, 300)}")
    text.append(_("Maximum {most}; now: {mark}.").format(most=formats.points(line.most), mark=mark_of(line)))
    if rule:
        text.append(_("How it is scored: {rule}").format(rule=formats.shortened(rule, 600)))
    text.append(_("Documents are there.") if line.proven else _("No document is there yet."))
    text.append(_("Type the points, and the reason where it needs one, for example: 0,5 one report is missing."))
    offers = dict.fromkeys((line.most, (line.most / 2).quantize(Decimal("0.001")).normalize() + 0, Decimal(0)))
    marks = [Choice(formats.points(one), f"mark_as:{line.id}:{int(one * 1000)}") for one in offers]
    back = Choice(labels.button("back"), f"marks:{year.id}")
    return Message("\n".join(text), (*marks, back) if taps else (), (line.id,), awaiting=f"mark_as:{line.id}")


def marked(line: Line, points: Decimal) -> str:
    text = _("{code}: recorded the self mark {points}/{most}.")
    return text.format(code=line.name, points=formats.points(points), most=formats.points(line.most))


def locked(year: Year, lines: Sequence[Line]) -> Message:
    """After the lock: the marks as they stand, and who may still change them."""
    marked = [one for one in lines if one.is_marked]
    missing = [one for one in lines if not one.is_marked]
    text = [_("Locked; changes are decided by the council.")]
    text.append(_("{name}: {count} of your criteria have a mark, {sum}.").format(name=name(year), **_counted(marked)))
    if missing:
        text.append(_("Without a mark: {codes}.").format(codes=codes(one.name for one in missing)))
    estimates = [one for one in lines if one.is_estimated]
    if estimates:
        text.append(
            _("Estimated, documents to follow by {days}: {codes}.").format(
                days=_days(estimates), codes=_counted(estimates)["codes"]
            )
        )
    return Message("\n".join(text), (labels.choice("work"),), tuple(one.id for one in lines)[:20])


def warning(year: Year, lines: Sequence[Line], left: int | None) -> Message:
    """To a person who has not marked everything yet; `left`: working days to the lock, None where none is set."""
    when_left = _("today") if left == 0 else _("{days} working days are left").format(days=formats.count(left or 0))
    until = when(year) if left is None else f"{when(year).rstrip('.')}; {when_left}."
    text = until + " " + _("{count} of your criteria have no mark yet: {codes}.").format(**_counted(lines))
    return Message(text, (Choice(_("Mark now"), f"marks:{year.id}"), labels.choice("seen")))


def standing(year: Year, missing: Sequence[tuple[str, int]], totals: Totals, *, locked: bool, may_change: bool = True) -> Message:
    """To the office: who has not marked yet; at the lock, what the council meets while the province takes changes."""
    text = [_("{name} is locked.").format(name=name(year)) if locked else when(year), say_year.marked(totals)]
    if missing:
        people = ", ".join(f"{who} ({formats.count(count)})" for who, count in missing[:CODES])
        text.append(_("Without a mark: {people}.").format(people=people))
    closes = year.window(Phase.SELF).closes
    if locked and closes and may_change:
        text.append(_("Until {moment} the council may change marks, with a reason.").format(moment=say_year.moment(closes)))
    return Message("\n".join(text), (Choice(_("See the year"), f"year:{year.id}"),))
