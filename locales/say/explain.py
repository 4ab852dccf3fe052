"""Explanation (giải trình) of marks that were taken off."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say import year as say_year
from storage.points.marking import Line
from storage.rules.year import Phase, Window, lock_of, state
from storage.work.assignments import Work
from storage.work.campaigns import Year

_ = words("explain")

ROWS = 8


def until(window: Window) -> str:
    """The day by which explanations are taken; empty where it is not known."""
    lock = lock_of(window)
    return _("Explanations are taken until {moment}.").format(moment=say_year.moment(lock)) if lock else ""


def nothing(late: Sequence[Work] = ()) -> Message:
    """No mark was lowered; whoever wants to explain a delay finds the late rows."""
    text = _("There is nothing for you to explain: no mark of yours was lowered by a verification.")
    if late:
        text += " " + _("Is it about late work? Tap to give the cause of the delay.")
    choices = [Choice(_("Cause of the delay, {code}").format(code=work.name), f"cause:{work.id}", wide=True) for work in late]
    return Message(text, (*choices, labels.choice("work")))


def marks(line: Line) -> str:
    """`1.2.4: thẩm định 0,5, tự chấm 1/1 (lý do: ...)`."""
    final, office = line.marks.final, line.marks.office
    text = _("{code}: verified {final}, self mark {own}/{most}").format(
        code=line.name,
        final=formats.points(final.points) if final else "-",
        own=formats.points(office.points) if office else "-",
        most=formats.points(line.most),
    )
    return text + (" (" + _("reason: {reason}").format(reason=final.reason) + ")" if final and final.reason else "")


def screen(year: Year, lines: Sequence[Line], local: datetime, *, office: bool) -> Message:
    """The rows on which points were taken off, those to be explained first; `office`: whether those of all may be seen."""
    open_ = [one for one in lines if one.must_explain]
    done = [one for one in lines if not one.must_explain]
    window = year.window(Phase.EXPLAIN)
    is_over = state(window, local) in {"locked", "closed"}
    text = [_("Locked; changes are decided by the council.")] if is_over else []
    text.append(
        _("Explanation {year}: {open} criteria to explain, {done} explained.").format(
            year=year.year, open=formats.count(len(open_)), done=formats.count(len(done))
        )
    )
    text += [f"- {marks(one)}" for one in open_[:ROWS]]
    if not is_over:
        text += [_("Each criterion is explained once.") + " " + until(window)] if open_ else []
    choices = (
        [] if is_over else [Choice(_("Explain {code}").format(code=one.name), f"explain_row:{one.id}") for one in open_[:ROWS]]
    )
    if office:
        choices.append(Choice(_("The whole office"), "explain_office"))
    return Message("\n".join(text), (*choices, labels.choice("work")), tuple(one.id for one in lines)[:20])


def office(year: Year, lines: Sequence[Line], local: datetime) -> Message:
    """Every row of the office on which points were taken off: who still has to explain it; the letter is a tap away."""
    open_ = [one for one in lines if one.must_explain]
    done = [one for one in lines if not one.must_explain]
    head = _("Explanation {year}, whole office: {count} criteria stand below the self mark; explained {done}, open {open}.")
    counts = {"count": formats.count(len(lines)), "done": formats.count(len(done)), "open": formats.count(len(open_))}
    text = [head.format(year=year.year, **counts)]
    window = year.window(Phase.EXPLAIN)
    over = _("The time to explain is over.") if state(window, local) in {"locked", "closed"} else until(window)
    text += [over] if over else []
    text += [f"- {_whose(one)}: {marks(one)}" for one in open_[:ROWS]]
    text += labels.rest(len(open_) - ROWS, "criteria")
    if done:
        text.append(_("Explained: {codes}.").format(codes=", ".join(f"{one.name} ({_whose(one)})" for one in done[:ROWS])))
    return Message("\n".join(text), (*_papers(), labels.choice("work")))


def _whose(line: Line) -> str:
    return line.leaf.person or labels.nobody()


def _papers() -> tuple[Choice, ...]:
    letter, sheet = _("Letter of explanation (Word)"), _("Table of marks (Excel)")
    return Choice(letter, "letter:explain", wide=True), Choice(sheet, "make:marks", wide=True)


def nothing_in_office(late: Sequence[Work]) -> Message:
    """To who looks after the whole office: no verified mark stands below a self mark."""
    text = _("No verified mark of the office stands below the self mark, so nobody has to explain anything.")
    return replace(nothing(late), text=text)


def row(year: Year, line: Line, *, unread: bool = False) -> Message:
    """One row: type the explanation; documents go with it."""
    text = [_("Nothing was recorded: please write the explanation in a sentence.")] if unread else []
    text.append(marks(line))
    text.append(_("Please type the explanation; it asks for the self mark and can be given once."))
    text.append(_("Documents: send them for this criterion, before or after."))
    if when := until(year.window(Phase.EXPLAIN)):
        text.append(when)
    choices = (
        Choice(_("Accept the verified mark"), f"explain_accept:{line.id}", wide=True),
        Choice(labels.button("send"), f"send:{line.id}"),
        Choice(labels.button("back"), "explain"),
    )
    return Message("\n".join(text), choices, (line.id,), awaiting=f"explain_as:{line.id}")


def accepted() -> str:
    """Kept as the explanation of who accepts the mark as it is."""
    return _("Accepts the verified mark.")


def kept(line: Line, points: Decimal, score_id: int, *, left: int) -> Message:
    text = _("{code}: the explanation is recorded; it asks for {points}/{most}.").format(
        code=line.name, points=formats.points(points), most=formats.points(line.most)
    )
    if left:
        text += " " + _("{count} criteria are still to be explained.").format(count=formats.count(left))
    choices = [Choice(labels.button("send"), f"send:{line.id}"), Choice(labels.button("mistake"), f"unexplain:{score_id}")]
    if left:
        choices.insert(0, Choice(_("Next criterion"), "explain"))
    return Message(text, tuple(choices), (line.id,))


def dropped(work: Work) -> Message:
    return Message(
        _("{code}: the explanation was dropped.").format(code=work.name), (Choice(_("Explain"), "explain"),), (work.id,)
    )


def warning(year: Year, lines: Sequence[Line], left: int) -> Message:
    """To a person who has not explained everything yet."""
    when = _("locked today") if left == 0 else _("{days} working days are left").format(days=formats.count(left))
    text = [_("{count} criteria are still to be explained, {when}.").format(count=formats.count(len(lines)), when=when)]
    text += [f"- {marks(one)}" for one in lines[:ROWS]]
    text.append(until(year.window(Phase.EXPLAIN)))
    return Message("\n".join(text), (Choice(_("Explain"), "explain"), labels.choice("seen")))


def standing(year: Year, missing: Sequence[tuple[str, int]], *, locked: bool) -> Message:
    """To the office: who has not explained yet."""
    window = year.window(Phase.EXPLAIN)
    text = [_("The explanation of {year} is locked.").format(year=year.year) if locked else until(window)]
    people = ", ".join(f"{who} ({formats.count(count)})" for who, count in missing[:12])
    text.append(_("Not explained yet: {people}.").format(people=people) if people else _("Everything is explained."))
    return Message("\n".join(text), (Choice(_("See the year"), f"year:{year.id}"),))
