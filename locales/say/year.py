"""The year (năm đánh giá): its windows and locks, and what the coordinator can do with it."""

from collections.abc import Sequence
from datetime import datetime

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.days import full_day
from locales.say.publish import published
from storage.rules.marks import Totals
from storage.rules.year import END_OF_DAY, OWN_LOCK, Phase, Window, state
from storage.work.campaigns import Year

_ = words("year")


def label(year: int) -> str:
    """Of a button that leads to a year."""
    return _("Year {year}").format(year=year)


def phase(value: Phase) -> str:
    """What a station of the year is called."""
    return {
        Phase.SELF: _("Self-marking"),
        Phase.VERIFY_1: _("First verification"),
        Phase.EXPLAIN: _("Explanation"),
        Phase.VERIFY_2: _("Second verification"),
        Phase.PUBLISH: _("Publication"),
    }[value]


def moment(local: datetime) -> str:
    """`17 giờ 00 thứ Sáu 13/11/2026`, or `hết Chủ nhật 15/11/2026` where the day ends with it."""
    if local.time() == END_OF_DAY:
        return _("the end of {day}").format(day=full_day(local.date()))
    return f"{formats.hour(local.time())} {full_day(local.date())}"


def span(window: Window) -> str:
    """From when to when, and the office's own lock."""
    parts = []
    if window.opens:
        parts.append(_("from {day}").format(day=formats.day(window.opens)))
    if window.closes:
        parts.append(_("to {moment}").format(moment=moment(window.closes)))
    text = " ".join(parts)
    if window.lock:
        text += _("; the office locks at {moment}").format(moment=moment(window.lock))
    return text


def window_line(year: Year, one: Phase, local: datetime) -> str:
    """`từ 05/11/2026 đến ...; cơ quan khóa ... (đang mở)`, or that it is not set."""
    window = year.window(one)
    now = {
        "unset": _("not set"),
        "before": _("not open yet"),
        "open": _("open"),
        "locked": _("locked by the office"),
        "closed": _("over"),
    }[state(window, local)]
    text = span(window)
    return f"{text} ({now})" if text else now


def _line(year: Year, one: Phase, local: datetime) -> str:
    if one is Phase.PUBLISH and year.published is not None:
        return f"- {phase(one)}: {published(year.published)}."
    return f"- {phase(one)}: {window_line(year, one, local)}."


def marked(totals: Totals) -> str:
    """`Tự chấm 71,5/95; có điểm 80/85 tiêu chí, trong đó ước thực hiện 3,5.`"""
    text = _("Self marks {own}/{maximum}; {marked}/{rows} criteria have one").format(
        own=formats.points(totals.own),
        maximum=formats.points(totals.maximum),
        marked=formats.count(totals.marked),
        rows=formats.count(totals.to_mark),
    )
    if totals.estimated:
        text += _(", of it estimated {points}").format(points=formats.points(totals.estimated))
    text += "."
    if totals.judged:
        text += " " + _("Verified {final} ({judged}/{rows} criteria).").format(
            final=formats.points(totals.final), judged=formats.count(totals.judged), rows=formats.count(totals.rows)
        )
    return text


def head(year: Year) -> str:
    """`Năm 2026, bộ tiêu chí bản thứ 2`."""
    text = _("Year {year}").format(year=year.year)
    return text + _(", version {number} of the criteria").format(number=year.version) if year.version > 1 else text


def card(year: Year, totals: Totals, local: datetime, following: int | None = None) -> Message:
    """The five windows, whether estimates are allowed, how far the marks are; what to tap.

    Args:
        year: with its windows.
        totals: of its marks.
        local: by the office's clock.
        following: the next year, where it was made already.
    """
    allowed = {True: _("allowed"), False: _("not allowed"), None: _("not chosen yet")}[year.estimates]
    lines = [
        head(year),
        *(_line(year, one, local) for one in Phase),
        _("Estimated marks: {state}.").format(state=allowed),
        marked(totals),
    ]
    if year.entered_on:
        lines.append(_("Typed into the province's software on {day}.").format(day=formats.day(year.entered_on)))
    return Message("\n".join(lines), (*_phases(year), *_rest(year, following)))


def _phases(year: Year) -> tuple[Choice, ...]:
    return tuple(Choice(phase(one), f"window:{year.id}:{one.value}") for one in Phase)


def _rest(year: Year, following: int | None) -> tuple[Choice, ...]:
    make = Choice(_("Make {next} from {year}").format(next=year.year + 1, year=year.year), f"next_year:{year.id}", wide=True)
    see = Choice(label(year.year + 1), f"year:{following}", wide=True)
    return (
        Choice(_("Estimated marks"), f"estimates:{year.id}"),
        Choice(
            _("Not typed into the province's software") if year.entered_on else _("Typed into the province's software"),
            f"entered:{year.id}",
        ),
        Choice(_("Council"), f"council:{year.id}"),
        Choice(_("Enter verified marks"), f"verify:{year.id}"),
        Choice(_("Publish, gaps, lost points"), f"publish:{year.id}", wide=True),
        make if following is None else see,
        Choice(labels.button("back"), "office"),
    )


def years(found: Sequence[tuple[int, int]]) -> Message:
    """Several years are open: which one?"""
    text = _("{count} years are open. Which one?").format(count=formats.count(len(found)))
    return Message(text, tuple(Choice(label(year), f"year:{one}") for one, year in found))


def no_year() -> Message:
    text = _("No year is open yet: it opens with the first assignment table. Send the file here.")
    return Message(text, (Choice(labels.button("back"), "office"),))


def ask_window(year: Year, one: Phase, local: datetime, *, unread: bool = False) -> Message:
    """How the window is; how its days are typed."""
    how = _("To change it, type both days, for example: 05/11/{year} - 15/11/{year}. An hour may be given: 17h 15/11.")
    text = _line(year, one, local).removeprefix("- ") + "\n" + how.format(year=year.year)
    if unread:
        text = _("Nothing was changed: please type one or two days, the earlier one first.") + "\n" + text
    choices = [Choice(labels.button("back"), f"year:{year.id}")]
    window = year.window(one)
    if one in OWN_LOCK and window.closes:
        choices.insert(0, Choice(_("Move the office's lock"), f"set_lock:{year.id}:{one.value}"))
    if window.closes:
        choices.insert(0, Choice(_("Drop this window"), f"drop_window:{year.id}:{one.value}"))
    return Message(text, tuple(choices), awaiting=f"set_window:{year.id}:{one.value}")


def ask_lock(year: Year, one: Phase, *, unread: bool = False) -> Message:
    """When shall the office lock?"""
    closes = year.window(one).closes
    assert closes is not None, "asked only where the province locks"
    text = _("When does the office lock? For example: 17h 13/11. Not after the province: {moment}.").format(moment=moment(closes))
    if unread:
        text = _("Nothing was changed.") + " " + text
    back = Choice(labels.button("back"), f"year:{year.id}")
    return Message(text, (back,), awaiting=f"set_lock:{year.id}:{one.value}")


def window_set(year: int, one: Phase, window: Window) -> str:
    """What was kept."""
    text = span(window)
    if not text:
        return _("{phase} {year}: the window was dropped; nothing is locked.").format(phase=phase(one), year=year)
    return _("{phase} {year}: {span}.").format(phase=phase(one), year=year, span=text)


def set_by(name: str, told: str) -> Message:
    """The office's other coordinators learn of it."""
    return Message(_("{name} changed a window. {told}").format(name=name, told=told), (Choice(_("See the year"), "years"),))


def ask_estimates(year: Year) -> Message:
    """May rows that are not due yet be marked as they are expected to end?"""
    text = _(
        "Does the province accept estimated marks for criteria that are not due yet, with documents handed in later? If so, "
        "each official is offered them with the day by which documents are to follow."
    )
    return Message(
        text,
        (
            Choice(_("Yes, estimates count"), f"estimates:{year.id}:yes"),
            Choice(_("No, only what is proven"), f"estimates:{year.id}:no"),
            Choice(labels.button("back"), f"year:{year.id}"),
        ),
    )
