"""What did not arrive, and what could not be read; never what somebody wrote."""

from collections.abc import Sequence
from datetime import tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels, placing, unplaced
from storage.evidence.unplaced import Unplaced
from storage.messages import outbox
from storage.messages.trouble import Stuck, Undelivered
from storage.office.roster import Entry
from storage.work.assignments import Work

_ = words("trouble")

SHOWN = 10


def overview(
    stuck: Sequence[Stuck],
    lost: Sequence[Undelivered],
    silent: Sequence[Entry],
    loose: Sequence[Unplaced],
    zone: tzinfo,
    *,
    to_place: int = 0,
) -> Message:
    """All trouble of the office on one page, the people first, documents that belong to no criterion last."""
    lines, choices = [], []
    if silent:
        names = ", ".join(one.full_name for one in silent)
        lines.append(
            _("Not received: {count} people cannot be reached: {names}.").format(
                count=formats.count(len(silent)), names=formats.shortened(names, 800)
            )
        )
        choices.append(Choice(_("Text for the Zalo group"), "not_received"))
    if lost:
        lines += [_("{count} messages were not delivered:").format(count=formats.count(len(lost))), *_lost(lost, zone)]
        choices.append(Choice(_("Messages dealt with"), f"handled:message:{max(one.id for one in lost)}"))
    if stuck:
        head = _("{count} messages of people could not be processed:").format(count=formats.count(len(stuck)))
        lines += [head, *_stuck(stuck, zone)]
        lines.append(_("Please ask them to send it again."))
        choices.append(Choice(_("Faults dealt with"), f"handled:update:{max(one.id for one in stuck)}"))
    lines += unplaced.for_coordinator(loose, zone)
    if to_place:
        choices.append(placing.offer(to_place))
    if not lines:
        lines.append(_("Every message was delivered; everybody with a phone can be reached."))
    more = (Choice(_("Replies not understood"), "replies"), Choice(labels.button("back"), "office"))
    return Message("\n".join(lines), (*choices, *more))


def _lost(lost: Sequence[Undelivered], zone: tzinfo) -> list[str]:
    lines = []
    for one in lost[:SHOWN]:
        about = f" ({', '.join(one.codes[:5])})" if one.codes else ""
        lines.append(f"- {one.person}: {_lane(one.lane)}{about}, {formats.moment(one.at, zone)}")
    return lines + _more(len(lost))


def _stuck(stuck: Sequence[Stuck], zone: tzinfo) -> list[str]:
    text = _("- {name}, {moment}, fault {code}")
    lines = [text.format(name=one.person, moment=formats.moment(one.received_at, zone), code=one.code) for one in stuck[:SHOWN]]
    return lines + _more(len(stuck))


def _more(count: int) -> list[str]:
    return labels.rest(count - SHOWN, "entries")


def _lane(lane: int) -> str:
    return {outbox.ANSWER: _("an answer"), outbox.NOTICE: _("a reminder or notice")}.get(lane, _("a circular"))


def handled(count: int) -> Message:
    text = _("{count} entries are marked as dealt with.").format(count=formats.count(count))
    return Message(text, (Choice(_("Not received"), "trouble"), Choice(labels.button("back"), "office")))


def to_paste(silent: Sequence[tuple[str, Sequence[Work]]], call: str) -> Message:
    """A text for the Zalo group: whom the system does not reach and what falls due; nothing else about the work."""
    lines = [_("The CCHC reminder system cannot reach the following comrades:")]
    for name, works in silent:
        rows = ", ".join(_row(work) for work in works[:5])
        lines.append(f"- {name}: {rows}" if rows else f"- {name}")
    lines.append(_("Please open the assistant's chat again and send VIEC, or ask {name}.").format(name=call))
    return Message("\n".join(lines))


def _row(work: Work) -> str:
    return _("{code} (due {day})").format(code=work.name, day=formats.short_day(work.due_on)) if work.due_on else work.name


def after_paste(silent: Sequence[Entry]) -> Message:
    """Under the text: what else can be done."""
    text = _('Copy the text above into the office\'s Zalo group. For a lost phone, open the card and choose "Lock the phone".')
    choices = [Choice(one.full_name, f"person:{one.id}", wide=True) for one in silent[:7]]
    return Message(text, (*choices, Choice(labels.button("back"), "trouble")))


def all_reached() -> Message:
    return Message(_("Everybody with a phone can be reached."), (Choice(labels.button("back"), "office"),))
