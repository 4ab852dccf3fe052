"""The council: sums, the rows that need a look, a mark changed with its reason."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say import year as say_year
from locales.say.marks import mark_of
from storage.points.marking import Line
from storage.rules.marks import Totals
from storage.rules.year import NO_WINDOW, Phase, state
from storage.work.campaigns import Year

_ = words("council")


def no_year() -> Message:
    return Message(_("No assignment table was loaded yet, so there is nothing to decide."))


def _kind(name: str) -> str:
    return {
        "missing": _("Without a mark"),
        "estimated": _("Estimated"),
        "weak": _("Marked though late or incomplete"),
        "changed": _("Changed by the council"),
    }[name]


def screen(year: Year, totals: Totals, counts: Mapping[str, int], local: datetime, *, beside: int) -> Message:
    """Where the marks stand; what the council looks at; `beside`: unmarked rows outside the maximum, which its sums leave out."""
    text = [_("Council on the self marks of {year}.").format(year=year.year), say_year.marked(totals)]
    text += [f"{_kind(name)}: {formats.count(count)}{_beside(name, beside)}." for name, count in counts.items() if count]
    window = year.window(Phase.SELF)
    is_over = window != NO_WINDOW and state(window, local) == "closed"
    if is_over:
        text.append(_("The province has locked; nothing can be changed any more."))
    else:
        text.append(_("Type the code of a criterion to see it and to change its mark."))
        if window.closes:
            text.append(_("Changes are taken until {moment}.").format(moment=say_year.moment(window.closes)))
    rows = [Choice(_kind(name), f"council_list:{year.id}:{name}") for name, count in counts.items() if count]
    who = (Choice(_("Who has not marked"), f"unmarked:{year.id}"),) if counts["missing"] else ()
    papers = (
        *who,
        Choice(_("Report of self-marking (Word)"), "letter:self", wide=True),
        Choice(_("Minutes (Word)"), "letter:minutes"),
    )
    return Message("\n".join(text), (*rows, *papers), awaiting=None if is_over else f"council_find:{year.id}")


def _beside(name: str, count: int) -> str:
    return _(" ({count} of them bonus)").format(count=formats.count(count)) if count and name == "missing" else ""


def listing(year: Year, name: str, lines: Sequence[Line], page: int, pages: int) -> Message:
    """A page of rows."""
    text = [_("{kind} (page {page}/{pages}):").format(kind=_kind(name), page=page, pages=pages)]
    text += [
        f"{at}. {one.name} {formats.shortened(one.leaf.title, 60)}, {one.leaf.person or '-'}: {mark_of(one)}"
        for at, one in enumerate(lines, 1)
    ]
    choices = [Choice(one.name, f"council_row:{one.id}") for one in lines]
    if page < pages:
        choices.append(Choice(_("Next page"), f"council_list:{year.id}:{name}:{page + 1}"))
    return Message("\n".join(text), (*choices, Choice(labels.button("back"), f"council:{year.id}")), numbered=len(lines))


def not_found(campaign_id: int) -> Message:
    text = _("No criterion of that code is marked. Please type the code, for example 1.2.4.")
    return Message(text, (Choice(labels.button("back"), f"council:{campaign_id}"),), awaiting=f"council_find:{campaign_id}")


def row(line: Line, rule: str | None, *, unread: bool = False) -> Message:
    """One row with what it rests on; the mark is typed with its reason. A digit is points, so no choices are numbered."""
    text = [_("Nothing was recorded: points up to the maximum and a reason are needed.")] if unread else []
    text.append(f"{line.name} {formats.shortened(line.leaf.title, 300)}")
    text.append(_("{person}: {mark}.").format(person=line.leaf.person or formats.sentence(labels.nobody()), mark=mark_of(line)))
    own = line.marks.own
    if own and own.reason:
        text.append(_("Reason given: {reason}").format(reason=own.reason))
    if line.marks.council:
        text.append(_("Reason of the council: {reason}").format(reason=line.marks.council.reason or "-"))
    text.append(_("Documents are there.") if line.proven else _("No document is there yet."))
    if rule:
        text.append(_("How it is scored: {rule}").format(rule=formats.shortened(rule, 600)))
    text.append(_("To change it, type points and reason, for example: 0,5 one report is missing. To go back, type THOI."))
    return Message("\n".join(text), (), (line.id,), awaiting=f"council_mark:{line.id}")


def decided(year: Year, line: Line, points: Decimal, reason: str, score_id: int) -> Message:
    text = _("{code}: the council gives {points}/{most} ({reason}). {person} is told.").format(
        code=line.name,
        points=formats.points(points),
        most=formats.points(line.most),
        reason=reason,
        person=line.leaf.person or "-",
    )
    mistake = Choice(labels.button("mistake"), f"council_drop:{score_id}")
    return Message(text, (Choice(_("To the council"), f"council:{year.id}"), mistake), (line.id,))


def told(line: Line, points: Decimal, reason: str) -> Message:
    """To the person in charge."""
    own = line.marks.office
    if own is None:
        text = _("{code}: you had not marked it; the council gave {points}/{most}. Reason: {reason}.")
    else:
        text = _("{code}: the council changed your self mark from {own} to {points}/{most}. Reason: {reason}.")
    text = text.format(
        code=line.name,
        own=formats.points(own.points) if own else "",
        points=formats.points(points),
        most=formats.points(line.most),
        reason=reason,
    )
    return Message(text, (labels.choice("seen"),), (line.id,))


def undone(year: Year, line: Line) -> Message:
    text = _("{code}: the council's mark was dropped; the person's own counts again.").format(code=line.name)
    return Message(text, (Choice(_("To the council"), f"council:{year.id}"),), (line.id,))


def told_undone(line: Line) -> Message:
    text = _("{code}: the council dropped its change; your own mark counts again.").format(code=line.name)
    return Message(text, (labels.choice("seen"),), (line.id,))
