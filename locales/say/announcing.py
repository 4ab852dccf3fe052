"""One message of the coordinator or the chairperson to many: to whom, the words, what they read, who lacks it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.moving import Part
from storage.office.roster import Entry

_ = words("announcing")

NAMES = 8
WAITING = frozenset({"pending", "sending", "unsure"})


def everybody() -> str:
    return _("Everybody")


def by(name: str, *, is_chairperson: bool) -> str:
    """Who writes, at the head of the message."""
    text = _("Chairperson {name}:") if is_chairperson else _("Coordinator of CCHC {name}:")
    return text.format(name=name)


def choose(people: int) -> Message:
    """To whom?"""
    text = _("To whom does the message go? It is shown before it is sent.")
    choices = (
        Choice(_("Everybody ({count})").format(count=formats.count(people)), "announce_to:all:0", wide=True),
        Choice(_("One field or section"), "announce:1", wide=True),
        labels.choice("no"),
    )
    return Message(text, choices)


def choose_part(parts: Sequence[tuple[Part, int]], number: int, pages: int) -> Message:
    """To the holders of which field, or to which section?"""
    choices = [
        Choice(
            f"{formats.shortened(part.name, 40)} ({formats.count(people)})", f"announce_to:{part.what}:{part.which}", wide=True
        )
        for part, people in parts
    ]
    if pages > 1:
        after = number % pages + 1
        choices.append(Choice(_("Page {number}/{pages}").format(number=after, pages=pages), f"announce:{after}"))
    text = _("To the holders of which field, or to which section?")
    return Message(text, (*choices, Choice(labels.button("no"), "announce")))


def ask(what: str, which: int, name: str, people: int, *, too_long: int = 0) -> Message:
    """What shall they read?"""
    head = _("The message is longer than {count} characters; please shorten it.").format(count=too_long) if too_long else ""
    text = _("{name}, {count} people: what shall they read? Type the message; nothing is sent before you confirm.")
    told = text.format(name=formats.sentence(name), count=formats.count(people))
    return Message(f"{head} {told}".strip(), (labels.choice("no"),), awaiting=f"announce_to:{what}:{which}")


def announcement(head: str, text: str) -> Message:
    """What each of them reads; nothing is to be answered."""
    return Message(f"{head}\n{text}")


def answer(name: str, words_: str) -> Message:
    """To who wrote to all."""
    text = _('{name} answers your message: "{words}".').format(name=name, words=words_.rstrip("."))
    return Message(text, (labels.choice("seen"),))


def answer_passed_on(name: str, words_: str) -> Message:
    """To who answered; a report names its row."""
    text = _('Passed on to {name}: "{words}". Nothing was recorded of any row.').format(name=name, words=words_.rstrip("."))
    return Message(text, (labels.choice("work"),))


def preview(name: str, readers: Sequence[Entry], message: Message, ways: Sequence[Choice], again: str) -> Message:
    """The message as it will be read, to how many, and who cannot be reached."""
    linked = [one for one in readers if one.linked]
    text = [_("Send to {name}: {count} people?").format(name=name, count=formats.count(len(linked)))]
    text += _unlinked(readers)
    if len(ways) > 1:
        text.append(_("It is outside office hours: sent now, their phones ring at this hour."))
    text += [_("They read:"), message.text]
    sends = tuple(ways) if linked else ()
    return Message("\n".join(text), (*sends, Choice(labels.button("edit"), again), labels.choice("no")))


def _unlinked(readers: Sequence[Entry]) -> list[str]:
    names = [one.full_name for one in readers if not one.linked]
    return [_("Without a phone here, please call: {names}.").format(names=_some(names))] if names else []


def _some(names: Sequence[str]) -> str:
    return labels.some(names, NAMES, "people")


def sent(key: int, readers: Sequence[Entry], at: datetime | None) -> Message:
    """To who wrote it."""
    count = formats.count(sum(one.linked for one in readers))
    text = _("On its way to {count} people.").format(count=count)
    if at is not None:
        text = _("Will be sent to {count} people at {moment}.").format(
            count=count, moment=formats.moment(at, at.tzinfo or formats.VIETNAM)
        )
    return Message(" ".join([text, *_unlinked(readers)]), (Choice(_("Who has not received it"), f"announced:{key}"),))


def standing(key: int, readers: Sequence[Entry], states: Mapping[int, str]) -> Message:
    """Who has it by now, and who has not."""
    arrived = [one for one in readers if states[one.id] == "sent"]
    under_way = [one.full_name for one in readers if states[one.id] in WAITING]
    lost = [one.full_name for one in readers if states[one.id] not in WAITING | {"sent"} and one.linked]
    text = [_("Received: {count} of {all}.").format(count=formats.count(len(arrived)), all=formats.count(len(readers)))]
    text += [_("On its way: {names}.").format(names=_some(under_way))] if under_way else []
    text += [_("Could not be delivered, please call: {names}.").format(names=_some(lost))] if lost else []
    again = (Choice(_("Look again"), f"announced:{key}"),) if under_way else ()
    return Message("\n".join([*text, *_unlinked(readers)]), (*again, labels.choice("progress")))
