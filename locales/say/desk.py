"""The coordinator's desk: each part a table, and the word that opens it in the chat."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from decimal import Decimal

from locales import formats, words
from locales.say import labels, load_table
from locales.say import policy as say_policy
from locales.say import rules as say_rules
from locales.say import year as say_year
from locales.say.actions import action
from locales.say.board import Cell, Group
from locales.say.days import full_day
from locales.say.days import meaning as meaning_of_day
from locales.say.office import Planned
from storage.audit import Entry as Line
from storage.evidence.documents import Document
from storage.evidence.unplaced import Unplaced
from storage.loading.waiting import Entry as Table
from storage.messages.trouble import Stuck, Undelivered
from storage.office.roster import Entry
from storage.rules.calendar import DayRow
from storage.rules.marks import Totals
from storage.rules.points import Caps
from storage.rules.policy import Terms
from storage.rules.year import Phase
from storage.work.assignments import Work
from storage.work.campaigns import Year

_ = words("desk")

MOST = 6  # documents of a row that are shown

WORDS = (
    "quản lý",
    "việc chờ kiểm tra",
    "lịch nghỉ",
    "năm đánh giá",
    "hội đồng",
    "hồ sơ",
    "bắt đầu gửi",
    "cách tính điểm",
    "quy định",
)
"""What a tap may say in the chat; every one of them is a word that anybody could type there."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that is made and handed over: what its button says, its kind, the number of the package or nothing."""

    label: str
    kind: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the desk.

    Attributes:
        say: the word that its button says in the chat; empty for none.
        files: what is taken from here as a file.
    """

    group: Group
    none: str
    say: str = ""
    button: str = ""
    files: tuple[Taken, ...] = ()


def page() -> dict[str, str]:
    return {
        "title": _("The coordinator's desk"),
        "chat": _("Back to the chat"),
        "board": _("Dashboard"),
        "load": _("Load an assignment table"),
        "paper": _("Print invites"),
        "print": _("Print"),
    }


def _part(
    title: str,
    heads: tuple[str, ...],
    rows: Sequence[tuple[Cell, ...]],
    none: str,
    say: str = "",
    button: str = "",
    *,
    counts: bool = True,
    settles: bool = False,
) -> Part:
    """A part of the desk; its title says how many wait there, where the lines are such.

    `settles`: its button settles these lines in the chat, and leads nowhere where there are none.
    """
    counted = f"{title} ({formats.count(len(rows))})" if counts else title
    return Part(Group(counted, heads, tuple(rows), numbers=False), none, say if rows or not settles else "", button)


def tables(found: Sequence[Table], zone: tzinfo) -> Part:
    """Assignment tables that were read and that nobody has decided about."""
    rows = [
        (
            Cell(one.name, f"load/{one.id}"),
            Cell(str(one.year)),
            Cell(load_table.sender(one)),
            *map(Cell, load_table.state_of(one, zone)),
        )
        for one in found
    ]
    words = load_table.page()
    return _part(words["waiting"], load_table.heads(), rows, words["nothing"])


def checks(works: Sequence[Work], papers: Mapping[int, Sequence[Document]]) -> Part:
    """What waits for a check, each with its documents beside what the list asks for."""
    rows = [
        (
            Cell(work.name),
            Cell(formats.shortened(work.title, 160)),
            Cell(work.person or ""),
            Cell(formats.day_or(work.completed_on, "")),
            Cell(formats.shortened(work.required_evidence or "", 160)),
            *_documents(work, papers[work.id]),
        )
        for work in works
    ]
    heads = (_("Code"), _("Criterion"), _("Person in charge"), _("Completed on"), _("Evidence required"), _("Documents"))
    return _part(
        _("Waiting for a check"), heads, rows, _("Nothing waits for a check."), WORDS[1], _("Check in the chat"), settles=True
    )


def _documents(work: Work, found: Sequence[Document]) -> tuple[Cell, ...]:
    """Each document, opened by a tap; a number alone is shown as it is."""
    if not found:
        return (Cell(work.result_document or "-"),)
    first, *more = [_document(work, one) for one in found[:MOST]]
    left = len(found) - MOST
    return (replace(first, more=(*more, *([Cell(f"+{left}")] if left > 0 else []))),)


def _document(work: Work, one: Document) -> Cell:
    name = one.name if one.sha256 is None or one.number is None else f"{one.name} ({one.number})"
    return Cell(formats.shortened(name, 60), f"desk/doc/{work.id}/{one.id}" if one.sha256 else "")


def doubts(in_doubt: Sequence[Work], unassigned: Sequence[Work]) -> Part:
    """Rows that were read with a doubt, and rows that nobody answers for."""
    rows = [(Cell(one.name), Cell(formats.shortened(one.title, 160)), Cell("; ".join(one.needs_check))) for one in in_doubt]
    known = {one.id for one in in_doubt}
    rows += [
        (Cell(one.name), Cell(formats.shortened(one.title, 160)), Cell(labels.nobody()))
        for one in unassigned
        if one.id not in known
    ]
    heads = (_("Code"), _("Criterion"), _("What to look at"))
    return _part(_("Rows to look at"), heads, rows, _("No row is in doubt."), WORDS[0], _("Settle in the chat"), settles=True)


def people(entries: Sequence[Entry], zone: tzinfo) -> Part:
    """Who is connected, who cannot be reached, how many rows each answers for."""
    rows = [
        (Cell(one.full_name), Cell(one.post or ""), Cell(one.unit), Cell(str(one.rows)), Cell(_reach(one, zone)))
        for one in entries
    ]
    heads = (_("Name"), _("Post"), _("Section"), _("Rows"), _("Messages"))
    return _part(_("People"), heads, rows, _("Nobody yet."), WORDS[0], _("People and invites in the chat"))


def _reach(one: Entry, zone: tzinfo) -> str:
    if one.locked:
        return _("phone locked")
    if not one.linked:
        return _("not connected")
    if one.unreachable and one.unreachable_since:
        return _("cannot be reached since {moment}").format(moment=formats.moment(one.unreachable_since, zone))
    return _("connected")


def years(found: Sequence[tuple[Year, Totals]], local: datetime) -> Part:
    """The windows and locks of the open years."""
    rows = [
        (Cell(str(year.year)), Cell(say_year.phase(one)), Cell(say_year.window_line(year, one, local)))
        for year, _totals in found
        for one in Phase
    ]
    rows += [(Cell(str(year.year)), Cell(_("Marks")), Cell(say_year.marked(totals))) for year, totals in found]
    heads = (_("Year"), _("Station"), _("When"))
    return _part(_("Years and windows"), heads, rows, _("No year is open."), WORDS[3], _("Set windows in the chat"), counts=False)


def days(found: Sequence[DayRow]) -> Part:
    rows = [(Cell(full_day(one.day)), Cell(one.name), Cell(meaning_of_day(one))) for one in found]
    heads = (_("Day"), _("Name"), _("Counts as"))
    return _part(_("Days to confirm"), heads, rows, _("No day is in doubt."), WORDS[2], _("Calendar in the chat"))


def tomorrow(day: date, planned: Sequence[Planned], *, on: bool) -> Part:
    """Who gets what on the next working day."""
    rows = [
        (
            Cell(one.person),
            Cell(f"{one.at:%H:%M}"),
            Cell(_("yes") if one.reachable else _("no")),
            Cell(", ".join([*(row.code or formats.shortened(row.title, 30) for row in one.rows), *_loose(one.unplaced)])),
        )
        for one in planned
    ]
    title = _("Who gets what on {day}").format(day=full_day(day))
    none = _("Nobody gets a reminder on that day.") if on else _("Sending has not begun.")
    heads = (_("Name"), _("At"), _("Can be reached"), _("Criteria"))
    return _part(title, heads, rows, none, "" if on else WORDS[6], "" if on else labels.button("start_sending"))


def _loose(unplaced: int) -> list[str]:
    return [_("documents without a criterion")] if unplaced else []


def trouble(undelivered: Sequence[Undelivered], stuck: Sequence[Stuck], loose: Sequence[Unplaced], zone: tzinfo) -> Part:
    """Messages that did not arrive, updates that could not be read, and documents that belong to no criterion."""
    rows = [(Cell(one.person), Cell(formats.moment(one.at, zone)), Cell(_("a message did not arrive"))) for one in undelivered]
    rows += [
        (Cell(one.person), Cell(formats.moment(one.received_at, zone)), Cell(_("a message could not be read"))) for one in stuck
    ]
    rows += [
        (Cell(one.person), Cell(formats.moment(one.received_at, zone)), Cell(_("documents without a criterion"))) for one in loose
    ]
    heads = (_("Name"), _("When"), _("What"))
    return _part(_("Not received"), heads, rows, _("Everything arrived."), WORDS[0], _("See in the chat"), settles=True)


def dossier(count: int, size: int, packages: int) -> Part:
    """How many documents there are, and the ways to take them.

    Args:
        count: of documents in files.
        size: of these in bytes.
        packages: into how many it is divided where a part at a time is wanted.
    """
    megabytes = formats.points((Decimal(size) / 2**20).quantize(Decimal("0.1")))
    rows = [(Cell(_("Documents in files")), Cell(formats.count(count))), (Cell(_("Size")), Cell(f"{megabytes} MB"))]
    files = [Taken(_("Take all (zip)"), "dossier"), Taken(_("Take all, with one PDF for each criterion (zip)"), "merged")]
    if packages > 1:
        files += [Taken(_("Package {number}").format(number=one), "dossier", str(one)) for one in range(1, packages + 1)]
    heads, none = (_("What"), _("How much")), _("No document was sent yet.")
    found = _part(_("Dossier of evidence"), heads, rows if count else [], none, counts=False)
    return replace(found, files=tuple(files)) if count else found


def policy(terms: Terms) -> Part:
    """When the office works, reminds and reports upwards."""
    rows = [(Cell(title), Cell(line)) for title, line in say_policy.titled(terms)]
    heads = (_("Setting"), _("Value"))
    return _part(_("Working hours and reminders"), heads, rows, "", WORDS[8], _("Change in the chat"), counts=False)


def rules(target: Decimal, terms: Terms, caps: Caps, sending_since: datetime | None, zone: tzinfo) -> Part:
    """What the points of the office are held against, and since when it sends."""
    rows = [(Cell(_("Target")), Cell(_("{points} points").format(points=formats.points(target))))]
    rows.append((Cell(say_policy.title("classes")), Cell(formats.sentence(say_policy.clause("classes", terms)))))
    rows.append((Cell(_("Bonus and penalty")), Cell(say_rules.caps_line(caps))))
    since = formats.moment(sending_since, zone) if sending_since else _("not begun")
    rows.append((Cell(_("Reminders go out since")), Cell(since)))
    heads = (_("Setting"), _("Value"))
    return _part(_("Settings of the office"), heads, rows, "", WORDS[7], _("Set target and marking in the chat"), counts=False)


def backup(at: datetime | None, now: datetime, zone: tzinfo) -> Part:
    """When the newest copy was made, and how old it is."""
    rows: list[tuple[Cell, ...]] = []
    if at is not None:
        hours = formats.count(int((now - at).total_seconds() // 3600))
        rows.append((Cell(formats.moment(at, zone)), Cell(_("{hours} hours").format(hours=hours))))
    none = _("No copy was made yet. Whoever runs the machine sets one up: nhacviec backup.")
    return _part(_("Newest backup"), (_("When"), _("Age")), rows, none, counts=False)


def history(lines: Sequence[Line], zone: tzinfo) -> Part:
    """Who did what, the newest first."""
    rows = [(Cell(formats.moment(one.at, zone)), Cell(one.person or _("the system")), Cell(action(one.action))) for one in lines]
    return _part(_("History"), (_("When"), _("By whom"), _("What")), rows, _("Nothing was recorded yet."), counts=False)
