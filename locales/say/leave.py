"""Leave: who does the work meanwhile, asked, agreed to and taken."""

from collections.abc import Sequence

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.work import Line, due
from storage.work.assignments import Work
from storage.work.leave import Away

_ = words("leave")


def _days(away: Away) -> str:
    return formats.span(away.first, away.last)


def _rows(works: Sequence[Line]) -> list[str]:
    return [f"- {line.work.name}: {formats.shortened(line.work.title, 60)}, {due(line)}" for line in works]


def who(away: Away, works: Sequence[Line], others: Sequence[tuple[int, str]], *, number: int, pages: int) -> Message:
    """To who goes: the rows that fall due, and who may do them."""
    text = [
        _("Leave {days}: {count} rows fall due.").format(days=_days(away), count=formats.count(len(works))),
        *_rows(works),
    ]
    text.append(_("Who does them? The due dates stay."))
    choices = [Choice(name, f"leave_to:{away.id}:{one}") for one, name in others]
    if pages > 1:
        choices.append(Choice(_("More"), f"leave_page:{away.id}:{number % pages + 1}"))
    return Message("\n".join(text), (*choices, Choice(_("Nobody"), "nothing")))


def no_phone(away: Away, name: str) -> Message:
    text = _("{name} has no phone here yet. Please choose somebody else.").format(name=name)
    return Message(text, (Choice(_("Choose again"), f"leave_page:{away.id}:1"),))


def decide(away: Away, who_: str, substitute: str, rows: int) -> Message:
    """To who decides."""
    text = _("{name} asks for leave {days}; {substitute} would do {count} rows. The due dates stay. Do you agree?").format(
        name=who_, days=_days(away), substitute=substitute, count=formats.count(rows)
    )
    return Message(text, (Choice(_("Agree"), f"leave_ok:{away.id}:yes"), Choice(_("Refuse"), f"leave_ok:{away.id}:no")))


def asked(away: Away, substitute: str, names: list[str]) -> Message:
    text = _("Leave {days}: {substitute} is proposed; {names} decide.").format(
        days=_days(away), substitute=substitute, names=formats.listed(names) or _("the leaders")
    )
    return Message(text, (Choice(_("Choose again"), f"leave_page:{away.id}:1"),))


def refused(away: Away, name: str, *, again: bool = False) -> Message:
    """To who refused; to who asked with the way to another substitute (`again`)."""
    text = _("Leave {days}: {name} does not agree to the substitute.").format(days=_days(away), name=name)
    other = (Choice(_("Choose again"), f"leave_page:{away.id}:1"),) if again else ()
    return Message(text, (*other, labels.choice("work")))


def agreed(away: Away, who_: str, substitute: str) -> Message:
    text = _("Leave of {name} {days}: agreed. {substitute} is asked to take the rows.")
    return Message(text.format(name=who_, days=_days(away), substitute=substitute))


def take(away: Away, who_: str, by: str, works: Sequence[Line]) -> Message:
    """To the substitute."""
    text = [
        _("{name} is on leave {days}. {by} agreed that you do {count} rows:").format(
            name=who_, days=_days(away), by=by, count=formats.count(len(works))
        ),
        *_rows(works),
    ]
    choices = (Choice(_("Accept the rows"), f"leave_take:{away.id}:yes"), Choice(_("Decline"), f"leave_take:{away.id}:no"))
    return Message("\n".join(text), choices)


def taken(away: Away, works: Sequence[Line]) -> Message:
    """To the substitute, who accepted."""
    text = [
        _("Accepted {days}. In these days you are reminded of the rows, report on them and send their documents.").format(
            days=_days(away)
        ),
        *_rows(works),
    ]
    return Message("\n".join(text), (labels.choice("work"),))


def settled(away: Away, by: str, substitute: str, rows: int) -> Message:
    """To who goes and who agreed."""
    text = _("Leave {days}: {by} agreed, {substitute} does {count} rows; the due dates stay.")
    if by == substitute:
        text = _("Leave {days}: {by} agreed and does {count} rows; the due dates stay.")
    return Message(text.format(days=_days(away), by=by, substitute=substitute, count=formats.count(rows)))


def declined(away: Away, name: str) -> Message:
    text = _("Leave {days}: {name} cannot take the rows.").format(days=_days(away), name=name)
    return Message(text, (Choice(_("Choose again"), f"leave_page:{away.id}:1"),))


def reported(work: Work, name: str) -> Message:
    """To who is on leave: the substitute reported on the row."""
    text = _("{code}: {name}, who stands in for you, reported: {state}.").format(
        code=work.name, name=name, state=labels.progress(work.progress, work.percent)
    )
    return Message(text, (Choice(_("Show the row"), f"row:{work.id}"),), (work.id,))
