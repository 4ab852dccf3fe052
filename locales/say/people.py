"""The coordinator's list of people, the card of each, and what a person is told about what is kept of them."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.office.roster import Entry, Kept, Link
from storage.rules.status import Role

_ = words("people")

MOST_NAMED = 8
CHANNELS = {"telegram": "Telegram", "zalo": "Zalo", "web": "Web"}


def state(one: Entry) -> str:
    """Whether a person can be reached, in two or three words."""
    if one.locked:
        return _("locked")
    if not one.linked:
        return _("no phone yet")
    return _("cannot be reached") if one.unreachable else _("connected")


def listing(page: Sequence[Entry], everybody: Sequence[Entry], number: int, pages: int) -> Message:
    """The office's people, one page of them."""
    linked = sum(one.linked for one in everybody)
    lost = sum(one.unreachable for one in everybody)
    head = _("The office has {count} people: {linked} connected, {missing} without a phone.").format(
        count=formats.count(len(everybody)), linked=formats.count(linked), missing=formats.count(len(everybody) - linked)
    )
    if lost:
        head += " " + _("{count} cannot be reached now.").format(count=formats.count(lost))
    lines = [f"- {one.full_name}, {one.unit}: {state(one)}" for one in page]
    choices = [Choice(one.full_name, f"person:{one.id}", wide=True) for one in page]
    if pages > 1:
        after = number % pages + 1
        choices.append(Choice(_("Page {number}/{pages}").format(number=after, pages=pages), f"people:{after}"))
    choices.append(Choice(_("Add a person"), "add_person"))
    told = "\n".join([head, "", *lines, "", _("Tap a name, or type it, to see the card.")])
    return Message(told, tuple(choices), awaiting="people")


def which(found: Sequence[Entry]) -> Message:
    """Several people are called so: told apart by section and post."""
    shown = found[:MOST_NAMED]
    text = _("{count} people are called so. Which one?").format(count=formats.count(len(found)))
    choices = [Choice(f"{one.full_name}, {one.post or one.unit}", f"person:{one.id}", wide=True) for one in shown]
    return Message(text, (*choices, Choice(labels.button("back"), "people")), awaiting="people")


def _count(value: int) -> str:
    return formats.count(value) if value else "0"


def card(one: Entry, roles: Sequence[Role], links: Sequence[Link], seen: datetime | None, *, zone: tzinfo, own: bool) -> Message:
    """All about one person, and what can be done."""
    lines = [
        one.full_name,
        _("Post: {post}").format(post=one.post or _("not given")),
        _("Unit: {unit}").format(unit=one.unit),
        _("Roles: {roles}").format(roles=formats.listed([labels.role(role) for role in roles])),
        _("Answers for: {count} criteria").format(count=_count(one.rows)),
        _("Connection: {state}").format(state="; ".join(connection(link, zone) for link in links) or state(one)),
    ]
    if seen:
        lines.append(_("Last heard of: {moment}").format(moment=formats.moment(seen, zone)))
    return Message("\n".join(lines), _card_choices(one, own=own))


def _card_choices(one: Entry, *, own: bool) -> tuple[Choice, ...]:
    choices = [
        Choice(_("Give an invite code"), f"invite:{one.id}"),
        Choice(_("Change roles"), f"roles:{one.id}"),
        Choice(_("Change unit"), f"section:{one.id}"),
        Choice(_("Correct the name"), f"rename:{one.id}"),
    ]
    if one.rows:
        choices.append(Choice(_("Hand the work over"), f"handover:{one.id}"))
    if one.linked and not own:
        choices.append(Choice(_("Code of 6 digits"), f"web_code:{one.id}"))
        choices += [Choice(_("Lock the phone"), f"lock:{one.id}"), Choice(_("Remove the link"), f"unlink:{one.id}")]
    if not own:
        choices.append(Choice(_("Leaves or moves"), f"left:{one.id}"))
    return (*choices, Choice(labels.button("back"), "people"))


def connection(link: Link, zone: tzinfo) -> str:
    """`Telegram từ ngày 12/11/2026`, and since when nothing gets through."""
    name = CHANNELS.get(link.channel, link.channel)
    text = _("{channel} since {day}").format(channel=name, day=formats.day(link.linked_at.astimezone(zone).date()))
    if link.unreachable_since:
        text += " " + _("(cannot be reached since {moment})").format(moment=formats.moment(link.unreachable_since, zone))
    return text


def ask_new_name(one: Entry) -> Message:
    """The right spelling is typed."""
    text = _("Now: {name}. Type the right full name.").format(name=one.full_name)
    return Message(text, (Choice(labels.button("no"), f"person:{one.id}"),), awaiting=f"renamed:{one.id}")


def name_is_taken(one: Entry, name: str) -> Message:
    text = _("Somebody of this office is called {name} already; nothing was changed.").format(name=name)
    return Message(text, (Choice(labels.button("back"), f"person:{one.id}"),))


def renamed(one: Entry) -> Message:
    text = _("Recorded: {name}. Please use this name in the next table of assignments too.").format(name=one.full_name)
    return Message(text, (Choice(labels.button("back"), f"person:{one.id}"),))


def told_renamed(name: str, by: str) -> Message:
    return Message(_("{by} has corrected your name in the system: {name}.").format(by=by, name=name))


def ask_name() -> Message:
    """Who is new?"""
    text = _(
        "Type the full name of the new person, the post behind a comma if you like: Nguyễn Văn An, accountant. One at a time."
    )
    return Message(text, (Choice(labels.button("no"), "people"),), awaiting="new_person")


def bad_name() -> Message:
    text = _("A full name has two to eight words and only letters. Nobody was added; please type it again.")
    return Message(text, (Choice(labels.button("no"), "people"),), awaiting="new_person")


def same_name(existing: Sequence[Entry]) -> Message:
    """Somebody of this name is there already: the same person, or another one?"""
    text = _("There is already: {name} ({unit}). Nobody was added.")
    lines = [text.format(name=one.full_name, unit=one.unit) for one in existing]
    choices = [Choice(_("It is this person"), f"person:{one.id}") for one in existing[:3]]
    choices += [Choice(_("Another person of the same name"), f"add_twin:{existing[0].id}"), Choice(labels.button("no"), "people")]
    return Message("\n".join(lines), tuple(choices))


def added(person_id: int, name: str, unit: str) -> Message:
    text = _("Added {name} ({unit}), without a phone and without work. Nothing was sent to anybody.").format(name=name, unit=unit)
    choices = (
        Choice(_("Give an invite code"), f"invite:{person_id}"),
        Choice(_("Change unit"), f"section:{person_id}"),
        Choice(_("Change roles"), f"roles:{person_id}"),
        Choice(_("Add a person"), "add_person"),
    )
    return Message(text, choices)


def ask_unit(one: Entry, sections: Sequence[tuple[int, str]]) -> Message:
    """Which section does the person work in?"""
    text = _("{name} now works in: {unit}. Choose the unit, or type the name of a new one.")
    text = text.format(name=one.full_name, unit=one.unit)
    choices = [Choice(name, f"section:{one.id}:{unit}", wide=True) for unit, name in sections if unit != one.unit_id]
    back = Choice(labels.button("no"), f"person:{one.id}")
    return Message(text, (*choices[:8], back), awaiting=f"new_section:{one.id}")


def moved(one: Entry) -> Message:
    text = _("{name} now works in {unit}. The work stays; the role of head in the old unit, if any, was taken.")
    return Message(text.format(name=one.full_name, unit=one.unit), (Choice(labels.button("back"), f"person:{one.id}"),))


def my_data(
    one: Entry, roles: Sequence[Role], links: Sequence[Link], kept: Kept, *, coordinators: Sequence[str], zone: tzinfo
) -> Message:
    """What is kept about the person who asks."""
    lines = [
        _("Kept about you:"),
        _("- Full name: {name}").format(name=one.full_name),
        _("- Post: {post}").format(post=one.post or _("not given")),
        _("- Unit: {unit}").format(unit=one.unit),
        _("- Roles: {roles}").format(roles=formats.listed([labels.role(role) for role in roles])),
        _("- Connected chats: {links}").format(links="; ".join(connection(link, zone) for link in links)),
        _("- Answers for: {count} criteria").format(count=_count(one.rows)),
        _("- Reports: {reports}; documents: {documents}").format(reports=_count(kept.reports), documents=_count(kept.documents)),
        "",
    ]
    whom = formats.listed(list(coordinators)) or _("the coordinator of your office")
    lines.append(
        _(
            "You may take a copy, and ask for correction or erasure; {name} settles it by a date that is told at once."
            " Reports and documents of the office's work are kept as its files."
        ).format(name=whom)
    )
    chats = (Choice(_("Where reminders come"), "channels"),) if len(links) > 1 else ()
    rights = (Choice(_("Copy"), "my_copy"), Choice(_("Correct"), "my_fix"), Choice(_("Erase"), "my_erasure"))
    return Message("\n".join(lines), (*chats, *rights, labels.choice("work")))
