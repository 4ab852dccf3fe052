"""Several chats of one person, channels that fail, and the monthly quota."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.reminders import unreachable
from storage.office.addresses import Link

__all__ = ["Message", "unreachable"]
_ = words("channels")

NAMES = {"telegram": "Telegram", "zalo": "Zalo", "web": "Web", "console": "Terminal"}


def name(channel: str) -> str:
    return NAMES.get(channel, channel)


def listing(links: Sequence[Link], zone: tzinfo) -> Message:
    """Which chats are linked, which one gets the reminders, what can be changed."""
    lines = [_("Your linked chats:")]
    for one in links:
        text = _("- {channel}, since {day}").format(channel=name(one.channel), day=formats.day(one.linked_at.astimezone(zone)))
        if one.preferred:
            text += " " + _("(gets the reminders)")
        if one.unreachable_since:
            text += " " + _("(cannot be reached since {moment})").format(moment=formats.moment(one.unreachable_since, zone))
        lines.append(text)
    lines.append(_("An answer always comes to the chat where you asked."))
    return Message("\n".join(lines), tuple(_choices(links, zone)))


def _choices(links: Sequence[Link], zone: tzinfo) -> list[Choice]:
    found = [
        Choice(_("Remind me on {channel}").format(channel=_which(one, links, zone)), f"channel:{one.id}", wide=True)
        for one in links
        if not one.preferred
    ]
    if len(links) > 1:
        found += [
            Choice(_("Unlink {channel}").format(channel=_which(one, links, zone)), f"drop_channel:{one.id}", wide=True)
            for one in links
        ]
    return [*found, labels.choice("work")]


def _which(one: Link, links: Sequence[Link], zone: tzinfo) -> str:
    """The channel's name; with the day where two chats are of the same channel."""
    twins = sum(other.channel == one.channel for other in links) > 1
    return f"{name(one.channel)} ({formats.day(one.linked_at.astimezone(zone))})" if twins else name(one.channel)


def preferred(channel: str) -> Message:
    text = _("Recorded: reminders come to {channel}. To change it, type KENH.").format(channel=name(channel))
    return Message(text, (labels.choice("work"),))


def not_linked(channel: str) -> Message:
    text = _("You have no {channel} chat linked here. Ask your coordinator for a code and send it to the bot on {channel}.")
    return Message(text.format(channel=name(channel)))


def ask_drop(one: Link) -> Message:
    text = _("Unlink {channel}? From then on nothing from that chat counts, and nothing is sent there.")
    yes = Choice(_("Unlink {channel}").format(channel=name(one.channel)), f"drop_channel:{one.id}:yes")
    return Message(text.format(channel=name(one.channel)), (yes, Choice(labels.button("no"), "channels")))


def dropped(channel: str) -> Message:
    return Message(_("{channel} is unlinked. Your other chats stay linked.").format(channel=name(channel)))


def only_one() -> Message:
    text = _("This is your only linked chat, so it stays. If the phone is lost, your coordinator can lock it.")
    return Message(text, (labels.choice("work"),))


def second_linked(one: Link) -> Message:
    """To the chats that were linked before: somebody used a code elsewhere."""
    text = _("{channel} was linked to your name just now. Both chats stay linked. If that was not you, say so.")
    choices = (labels.choice("seen"), Choice(labels.button("not_me"), f"not_my_link:{one.id}"))
    return Message(text.format(channel=name(one.channel)), choices)


def link_undone(channel: str) -> Message:
    text = _("The link of {channel} was removed; nothing from there counts any more. Your coordinator was told.")
    return Message(text.format(channel=name(channel)), (labels.choice("work"),))


def somebody_else_linked(person: str, channel: str) -> Message:
    """To the coordinators."""
    text = _("{name} says that the {channel} chat linked with their code is not theirs; it was unlinked, the code is spent.")
    return Message(text.format(name=person, channel=name(channel)), (labels.choice("seen"),))


def also_linked(others: Sequence[str], here: str) -> str:
    """A line of the welcome: other chats stay, reminders come here."""
    text = _("{others} stays linked; reminders now come to {here}. To change it, type KENH.")
    return text.format(others=formats.listed([name(one) for one in others]), here=name(here))


def moved_to_you(old: str) -> Message:
    """To the person, once: why messages come here."""
    text = _("{channel} does not take our messages at the moment, so they come to this chat. Answer here as usual.")
    return Message(text.format(channel=name(old)))


def channel_away(channel: str, since: datetime, moved: int, left: Sequence[str], zone: tzinfo) -> Message:
    """To the coordinators: a channel has been away for long."""
    text = _("{channel} has not been reachable since {moment}: {count} people were moved to their other chat.").format(
        channel=name(channel), moment=formats.moment(since, zone), count=formats.count(moved)
    )
    if left:
        text += " " + _("Not reached yet: {names}.").format(names=formats.shortened(formats.listed(list(left)), 600))
    choices = [Choice(_("Text for the Zalo group"), "not_received")] if left else []
    return Message(text, (*choices, labels.choice("seen")))


def budget_warning(channel: str, used: int, limit: int) -> Message:
    """To the coordinators, once a month."""
    text = _(
        "{channel}: {used} of {limit} messages of this month are used. At the limit nothing more leaves there; "
        "people who also have another chat linked will get their messages in that one."
    )
    values = {"channel": name(channel), "used": used, "limit": limit}
    return Message(text.format(**values), (labels.choice("seen"),))


def budget_spent(channel: str, until: date) -> Message:
    """To the coordinators, once a month."""
    text = _(
        "{channel}: the messages of this month are used up; nothing leaves there before {day}. Messages to people with another "
        "chat go there; the others get no reminder, please tell them by other means."
    )
    choices = (Choice(_("Text for the Zalo group"), "not_received"), labels.choice("seen"))
    return Message(text.format(channel=name(channel), day=formats.day(until)), choices)


def knocks_in_vain(channel: str, host: str, since: datetime, zone: tzinfo) -> Message:
    """To the coordinators: people write and the platform finds nobody at our address."""
    text = _(
        "Since {moment} {channel} has not been able to hand over what people send: nobody takes it at our address ({host}). "
        "Reminders still go out; {channel} keeps messages for 24 hours. Please tell whoever looks after the machine: the proxy, "
        "the name or its certificate."
    )
    return Message(text.format(moment=formats.moment(since, zone), channel=name(channel), host=host))


def keeps_nothing(since: datetime, zone: tzinfo) -> Message:
    """To the coordinators, while nothing can be recorded, this neither."""
    text = _(
        "The server has not been able to record anything since {moment}: its disk is full or broken, or the database does not "
        "answer. Nothing is recorded and nobody is reminded until it can; messages that were sent are worked on then, buttons "
        "may have to be tapped again. Please tell whoever looks after the machine."
    )
    return Message(text.format(moment=formats.moment(since, zone)))


def kept_again(since: datetime, until: datetime, zone: tzinfo) -> Message:
    """To the coordinators: the end of it."""
    text = _("The server records again since {until}; it could not from {since}. What was sent meanwhile is being worked on.")
    return Message(text.format(since=formats.moment(since, zone), until=formats.moment(until, zone)))


def deaf(channel: str, since: datetime, zone: tzinfo) -> Message:
    """To the coordinators, where they can still be reached."""
    text = _(
        "{channel} cannot be reached since {moment}. What people send there comes when the line is back; "
        "reminders that were to go "
        "there wait or take another chat."
    )
    return Message(text.format(channel=name(channel), moment=formats.moment(since, zone)))


def taken_over(channel: str) -> Message:
    """The same, when another program reads with our token."""
    text = _(
        "Another program reads this office's messages on {channel} with the bot's token. Please tell whoever "
        "looks after the machine "
        "at once: stop the other program, or get a new token."
    )
    return Message(text.format(channel=name(channel)))


def led_elsewhere(channel: str, host: str) -> Message:
    """The same, when what people send was led to somebody else's server."""
    text = _(
        "What people sent on {channel} was led to a foreign address ({host}) from outside this program; it comes here again. "
        "Whoever did it knows the bot's token: please tell whoever looks after the machine at once to get a new one. "
        "Whoever wrote meanwhile and got no answer should write again."
    )
    return Message(text.format(channel=name(channel), host=host))


def heard_again(channel: str, since: datetime, until: datetime, zone: tzinfo) -> Message:
    text = _("{channel} is back; it was away from {since} to {until}. Please ask whoever tapped a button meanwhile to tap again.")
    return Message(text.format(channel=name(channel), since=formats.moment(since, zone), until=formats.moment(until, zone)))
