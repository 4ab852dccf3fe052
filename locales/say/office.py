"""The coordinator's menu, and the start of sending."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Protocol

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.days import full_day

_ = words("office")

ROWS, CODES = 12, 3  # of one person's message: in full, and within the list of people


@dataclass(frozen=True, slots=True)
class Standing:
    """What the menu says of the office."""

    name: str
    people: int
    linked: int
    unreachable: int
    doubts: int
    unassigned: int
    days: int
    trouble: int
    unplaced: int
    rights: int
    sending_since: datetime | None


class PlannedRow(Protocol):
    """What is told of a row that tomorrow's message names."""

    @property
    def code(self) -> str | None: ...
    @property
    def title(self) -> str: ...
    @property
    def due_on(self) -> date | None: ...
    @property
    def days(self) -> int | None: ...


class Planned(Protocol):
    """A message that the plan would send."""

    @property
    def person_id(self) -> int: ...
    @property
    def person(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def reachable(self) -> bool: ...
    @property
    def rows(self) -> Sequence[PlannedRow]: ...
    @property
    def unplaced(self) -> int: ...


def menu(standing: Standing, zone: tzinfo) -> Message:
    """How the office stands, and everything that a coordinator can do."""
    lines = [
        standing.name,
        _("People: {people}, connected {linked}.").format(
            people=formats.count(standing.people), linked=formats.count(standing.linked)
        ),
    ]
    lines += _open_points(standing)
    lines.append(sending_state(standing.sending_since, zone))
    sends = Choice(labels.button("start_sending"), "sending")
    if standing.sending_since:
        sends = Choice(_("Pause sending"), "sending_no")
    choices = (
        Choice(_("Load assignments"), "loading"),
        Choice(_("People"), "people"),
        Choice(_("Invite codes"), "invite_all"),
        Choice(_("Invitations on paper"), "paper"),
        Choice(_("Year and windows"), "years"),
        Choice(_("Calendar"), "days"),
        Choice(_("Working hours, reminders"), "policy"),
        Choice(_("Points and target"), "rules"),
        Choice(_("Waiting for a check"), "checks"),
        Choice(_("Rows to look at"), "doubts"),
        Choice(_("How rows are marked"), "marking"),
        Choice(_("Keeping and secrets"), "keeping"),
        Choice(_("Not received"), "trouble"),
        *((Choice(_("Requests about data"), "rights"),) if standing.rights else ()),
        Choice(_("Who gets what tomorrow"), "tomorrow"),
        Choice(_("Message to all"), "announce"),
        sends,
    )
    return Message("\n".join(lines), choices)


def _open_points(standing: Standing) -> list[str]:
    points = (
        (standing.unreachable, _("Cannot be reached: {count} people.")),
        (standing.doubts, _("Rows to look at: {count}.")),
        (standing.unassigned, _("Rows without a person: {count}.")),
        (standing.days, _("Days to confirm: {count}.")),
        (standing.rights, _("Requests about one's own data: {count}.")),
        (standing.trouble, _("Messages not delivered or not read: {count}.")),
        (standing.unplaced, _("Documents that belong to no criterion for days: {count} sendings.")),
    )
    return [text.format(count=formats.count(count)) for count, text in points if count]


def sending_state(since: datetime | None, zone: tzinfo) -> str:
    if since is None:
        return _("Reminders: not sent yet.")
    return _("Reminders: sent since {moment}.").format(moment=formats.moment(since, zone))


def names_shown(*, granted: bool) -> Message:
    """Whether the unit above sees names of this office's people."""
    text = _("The unit above sees the figures of this office; names of people: {state}.").format(
        state=_("shown") if granted else _("not shown")
    )
    change = Choice(_("Do not show names"), "names_shown:no") if granted else Choice(_("Show names"), "names_shown:yes")
    return Message(text, (change, Choice(labels.button("back"), "office")))


def loading(*, files: bool = True, web: str | None = None) -> Message:
    """How assignments come in: here, or where the messenger carries no `files` on the page at `web`."""
    if not files:
        return _loading_elsewhere(web)
    text = _(
        "To load assignments, send the file here (Excel, Word or CSV, as the office has it). The system shows what it read; "
        "nothing is recorded before you agree, and nothing is sent to anybody. Template: /mau."
    )
    if web:
        text += " " + _("On a PC {page} takes it too, with all places to check in one table.").format(page=f"{web}/load")
    return Message(text, (Choice(_("Names of columns"), "headings"), Choice(labels.button("back"), "office")))


def _loading_elsewhere(web: str | None) -> Message:
    text = _("This messenger carries no files. Have whoever runs the server open the web page, or run: nhacviec load FILE")
    if web:
        text = _(
            "This messenger carries no files: on the computer open {web}, sign in with a code of 6 digits and send the table "
            "there (Excel, Word or CSV). Nothing is recorded before you agree, and nothing is sent to anybody."
        ).format(web=web)
    code = (Choice(_("Code of 6 digits"), "web"),) if web else ()
    return Message(text, (*code, Choice(labels.button("back"), "office")))


def nothing_to_send(*, files: bool = True) -> Message:
    """ "Bắt đầu gửi" before any table: nothing begins, or the first table would go out before anybody has looked through it."""
    text = _(
        "There is no assignment table yet, so nothing can be sent and nothing was switched on. Load the table first; "
        'once it is recorded, "Start sending" stands below it.'
    )
    template = (Choice(_("Template"), "template"),) if files else ()
    return Message(text, (Choice(_("Load assignments"), "loading"), *template, Choice(labels.button("back"), "office")))


def past_rows(load_id: int, count: int) -> Choice | None:
    """The way to rows past due without a state, while there are any."""
    label = _("Settle {count} rows past due").format(count=formats.count(count))
    return Choice(label, f"load_past:{load_id}", wide=True) if count else None


@dataclass(frozen=True, slots=True)
class Begins:
    """What "Bắt đầu gửi" will do.

    Attributes:
        first: when the first messages go out.
        linked: how many people have a phone.
        missing: the names of those who have none.
        late: rows that are past due and open, listed once.
        past: the way to rows past due that have no state.
        doubts: rows that still have to be looked at.
    """

    first: datetime
    linked: int
    missing: Sequence[str]
    late: int
    past: Choice | None
    doubts: int


def ask_sending(begins: Begins, zone: tzinfo) -> Message:
    """What "Bắt đầu gửi" will do, before it is done."""
    first, missing = begins.first, begins.missing
    lines = [
        _("From {moment} on, reminders go out on working days to {count} people with a phone.").format(
            moment=formats.moment(first, zone), count=formats.count(begins.linked)
        ),
        _late(begins.late),
    ]
    if missing:
        lines.append(
            _("{count} people have no phone and get nothing: {names}.").format(
                count=formats.count(len(missing)), names=formats.shortened(", ".join(missing), 800)
            )
        )
    if begins.doubts:
        lines.append(_("{count} rows still have to be looked at.").format(count=formats.count(begins.doubts)))
    if begins.past:
        lines.append(_("Rows past due have no state yet; settle first those that are done, so that nobody is told of them."))
    past = (begins.past,) if begins.past else ()
    choices = [Choice(labels.button("start_sending"), "sending_yes"), *past, _then(first, zone)]
    if missing:
        choices.append(Choice(_("Invite codes"), "invite_all"))
    return Message("\n".join(lines), (*choices, Choice(labels.button("no"), "office")))


def _late(rows: int) -> str:
    if not rows:
        return _("No row is past due without a result.")
    text = _(
        "{count} rows past due without a result are listed once, in the first message to each; they are not reminded of again."
    )
    return text.format(count=formats.count(rows))


def sending(first: datetime, zone: tzinfo) -> Message:
    text = _("Sending has begun: the first reminders go out at {moment}.").format(moment=formats.moment(first, zone))
    return Message(text, (_then(first, zone), Choice(labels.button("back"), "office")))


def _then(first: datetime, zone: tzinfo) -> Choice:
    return Choice(_("Who gets what then"), f"tomorrow:{first.astimezone(zone):%Y%m%d}")


def already_sending(since: datetime, zone: tzinfo) -> Message:
    text = _("Reminders are sent since {moment} already.").format(moment=formats.moment(since, zone))
    return Message(text, (Choice(_("Pause sending"), "sending_no"), Choice(labels.button("back"), "office")))


def ask_pause() -> Message:
    text = _("Pause sending? No reminder goes out until it is started again; answers to people still flow.")
    return Message(text, (Choice(_("Pause sending"), "sending_no:yes"), Choice(labels.button("no"), "office")))


def paused() -> Message:
    text = _("Sending is paused: no reminder goes out until it is started again.")
    return Message(text, (Choice(labels.button("start_sending"), "sending"), Choice(labels.button("back"), "office")))


def told_others(by: str, *, on: bool) -> Message:
    """To the other coordinators."""
    text = _("{by} started the sending of reminders.") if on else _("{by} paused the sending of reminders.")
    return Message(text.format(by=by), (labels.choice("seen"),))


def tomorrow(day: date, people: Sequence[Planned], page: int, pages: int, *, total: int, on: bool, zone: tzinfo) -> Message:
    """Who gets what on a working day: one page of people."""
    weekday = full_day(day)
    if not people:
        text = formats.sentence(_("On {day} nobody gets a reminder.").format(day=weekday))
        return Message(text, (Choice(labels.button("back"), "office"),))
    head = _("On {day}, {count} people get a reminder:")
    if not on:
        head = _("If sending is started, on {day} {count} people get a reminder:")
    lines = [formats.sentence(head.format(day=weekday, count=formats.count(total)))]
    lines += [f"{number}. {_planned(one, zone)}" for number, one in enumerate(people, 1)]
    choices = [Choice(one.person, f"tomorrow_of:{day:%Y%m%d}:{one.person_id}") for one in people]
    if pages > 1:
        after = page % pages + 1
        label = _("Page {number}/{pages}").format(number=after, pages=pages)
        choices.append(Choice(label, f"tomorrow:{day:%Y%m%d}:{after}"))
    if not on:
        choices.append(Choice(labels.button("start_sending"), "sending"))
    return Message("\n".join(lines), (*choices, Choice(labels.button("back"), "office")), numbered=len(people))


def _who(one: Planned, zone: tzinfo) -> str:
    """`07:45 Đồng chí ...`."""
    who = _("{hour} {name}").format(hour=formats.clock(one.at.astimezone(zone).time()), name=one.person)
    return who if one.reachable else who + " " + _("(cannot be reached)")


def _planned(one: Planned, zone: tzinfo) -> str:
    """`07:45 Đồng chí ...: 15 việc, quá hạn 12 (1.1.1, 1.1.2, 1.3.1 ...)`."""
    told = []
    if one.rows:
        codes = [row.code or formats.shortened(row.title, 16) for row in one.rows[:CODES]]
        late = sum(row.days is not None and row.days < 0 for row in one.rows)
        text = _("{count} rows").format(count=formats.count(len(one.rows)))
        text += ", " + _("{count} late").format(count=formats.count(late)) if late else ""
        told.append(f"{text} ({', '.join(codes)}{', ...' if len(one.rows) > CODES else ''})")
    if one.unplaced:
        told.append(_unplaced(one))
    return f"{_who(one, zone)}: {'; '.join(told)}"


def _unplaced(one: Planned) -> str:
    return _("{count} times documents without a criterion").format(count=formats.count(one.unplaced))


def tomorrow_of(day: date, one: Planned | None, zone: tzinfo) -> Message:
    """What one person gets on a day; None: nothing any more."""
    back = Choice(labels.button("back"), f"tomorrow:{day:%Y%m%d}")
    if one is None:
        return Message(formats.sentence(_("On {day} this person gets no reminder.").format(day=full_day(day))), (back,))
    lines = [f"{formats.sentence(full_day(day))}, {_who(one, zone)}:", *(_planned_row(row) for row in one.rows[:ROWS])]
    lines += labels.rest(len(one.rows) - ROWS)
    if one.unplaced:
        lines.append(f"- {_unplaced(one)}")
    return Message("\n".join(lines), (back,))


def _planned_row(row: PlannedRow) -> str:
    label = " ".join(part for part in (row.code, formats.shortened(row.title, 50)) if part)
    if row.due_on is None:
        return f"- {label}"
    text = _("due {day}").format(day=formats.day(row.due_on))
    if row.days is not None and row.days < 0:
        text += ", " + _("{count} working days late").format(count=formats.count(-row.days))
    return f"- {label}, {text}"
