"""Work that changes hands, and people who go."""

from collections.abc import Sequence

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.work import Line, due
from storage.office.roster import Entry
from storage.work.assignments import Work

_ = words("handovers")

SHOWN = 20  # rows that one message lists


def row(work: Work) -> str:
    """`- 1.2.4 Báo cáo CCHC năm, hạn 10/12/2026`."""
    told = f"{formats.shortened(work.title, 60)}, {due(Line(work))}"
    return f"- {work.name} {told}" if work.code else f"- {told}"


def rows(works: Sequence[Work]) -> list[str]:
    """The first rows, and how many more there are."""
    return [*map(row, works[:SHOWN]), *labels.rest(len(works) - SHOWN)]


def choose(person_id: int, name: str, works: Sequence[Work], others: Sequence[Entry], *, number: int, pages: int) -> Message:
    """Who takes the work over?"""
    text = _("{name} hands over {count} criteria (accepted ones stay). Who takes them over? The successor is asked first.")
    choices = [Choice(one.full_name, f"handover:{person_id}:{one.id}", wide=True) for one in others]
    if pages > 1:
        after = number % pages + 1
        label = _("Page {number}/{pages}").format(number=after, pages=pages)
        choices.append(Choice(label, f"handover:{person_id}:page:{after}"))
    choices.append(Choice(labels.button("no"), f"person:{person_id}"))
    head = text.format(name=name, count=formats.count(len(works)))
    return Message("\n".join([head, *rows(works)]), tuple(choices))


def nothing(person_id: int, name: str) -> Message:
    text = _("{name} has no work to hand over; what was accepted stays under the name.").format(name=name)
    return Message(text, (Choice(labels.button("back"), f"person:{person_id}"),))


def no_phone(person_id: int, successor_id: int, name: str) -> Message:
    """The successor cannot say yes without a phone."""
    text = _("{name} has no phone yet and cannot agree. Nothing was moved. Give an invite code first, or choose somebody else.")
    choices = (Choice(_("Give an invite code"), f"invite:{successor_id}"), Choice(_("Choose again"), f"handover:{person_id}"))
    return Message(text.format(name=name), choices)


def proposed(person_id: int, name: str, to: str, count: int) -> Message:
    text = _("{to} was asked to take over {count} criteria of {name}. Until {to} agrees, {name} answers for them.")
    text = text.format(name=name, to=to, count=formats.count(count))
    return Message(text, (Choice(labels.button("back"), f"person:{person_id}"),))


def request(proposal_id: int, name: str, by: str, works: Sequence[Work]) -> Message:
    """To the successor: these rows, these dates; yes or no."""
    text = _("{by} asks you to take over {count} criteria of {name}; the due dates stay:")
    head = text.format(by=by, name=name, count=formats.count(len(works)))
    choices = (
        Choice(_("Take over {count} criteria").format(count=formats.count(len(works))), f"take_over:{proposal_id}:yes"),
        Choice(_("Do not take over"), f"take_over:{proposal_id}:no"),
    )
    return Message("\n".join([head, *rows(works)]), choices)


def taken(name: str, works: Sequence[Work]) -> Message:
    """To the successor: done."""
    text = _("You now answer for {count} criteria of {name}; the due dates and what was reported stay:")
    head = text.format(name=name, count=formats.count(len(works)))
    return Message("\n".join([head, *rows(works)]), (labels.choice("work"),))


def taken_from_you(to: str, works: Sequence[Work]) -> Message:
    """To the one who handed over."""
    text = _("{to} has taken over {count} of your criteria. Documents that you sent stay with them.")
    return Message(text.format(to=to, count=formats.count(len(works))), (labels.choice("work"),))


def taken_for_office(name: str, to: str, works: Sequence[Work]) -> Message:
    """To the coordinators."""
    head = _("{to} has taken over {count} criteria of {name}:").format(to=to, name=name, count=formats.count(len(works)))
    return Message("\n".join([head, *rows(works)]), (labels.choice("seen"),))


def declined() -> Message:
    return Message(_("Noted: you do not take it over. Nothing was moved; the coordinator was told."))


def declined_for_office(person_id: int, name: str, to: str) -> Message:
    text = _("{to} does not take over the criteria of {name}. Nothing was moved.").format(to=to, name=name)
    return Message(text, (Choice(_("Choose again"), f"handover:{person_id}"), labels.choice("seen")))


def ask_left(person_id: int, name: str, works: Sequence[Work]) -> Message:
    """The person goes: with or without a handover?"""
    if not works:
        text = _("{name} leaves: the link is removed at once, roles end, what was done stays. Go on?").format(name=name)
        choices = [Choice(_("Leaves"), f"left:{person_id}:yes")]
        return Message(text, (*choices, Choice(labels.button("no"), f"person:{person_id}")))
    text = _("{name} still answers for {count} criteria. Hand them over first, or end the link now and leave them to nobody?")
    head = text.format(name=name, count=formats.count(len(works)))
    choices = [
        Choice(_("Hand the work over first"), f"handover:{person_id}"),
        Choice(_("Leaves now"), f"left:{person_id}:yes"),
        Choice(labels.button("no"), f"person:{person_id}"),
    ]
    return Message("\n".join([head, *rows(works)]), tuple(choices))


def left(name: str, works: Sequence[Work]) -> Message:
    """The person is gone; the rows that nobody answers for now."""
    head = _("{name} no longer works here: link and codes are void, roles ended, the history stays.").format(name=name)
    if not works:
        return Message(head, (Choice(_("People"), "people"),))
    text = _("{count} criteria have nobody now:").format(count=formats.count(len(works)))
    choices = (Choice(_("Assign them"), "unassigned"), Choice(_("People"), "people"))
    return Message("\n".join([head, text, *rows(works)]), choices)


def left_for_office(name: str, by: str, count: int) -> Message:
    """To the other coordinators."""
    text = _("{by} recorded that {name} left; {count} criteria have nobody now.")
    return Message(text.format(by=by, name=name, count=formats.count(count)), (labels.choice("seen"),))
