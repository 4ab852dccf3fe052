"""Last year's result and what was lost: entered once, a line in /tiendo, the remedy list."""

from collections.abc import Sequence
from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.progress import Scope, class_name, head
from storage.last_year import LastYear, Remedy

_ = words("last_year")
MOST = 12


def line(year: int, result: LastYear | None, remedies: Sequence[Remedy], now: Decimal | None) -> list[str]:
    """One line of /tiendo: last year's result, this year against it, and how far the remedies are."""
    found = []
    if result is not None:
        parts = [f"{formats.points(result.index)} %", class_name(result.grade), _rank(result.rank)]
        text = _("{year}: {result}").format(year=year - 1, result=", ".join(part for part in parts if part))
        if now is not None:
            change = now - result.index
            how = _("now {points} above") if change >= 0 else _("now {points} below")
            text += f" ({how.format(points=formats.points(abs(change)))})"
        found.append(f"{text}.")
    if remedies:
        done = [one for one in remedies if one.is_done]
        total = sum((one.points for one in remedies), Decimal(0))
        text = _("Lost then: {count} criteria, {points} points; remedied now: {done}.")
        found.append(
            text.format(count=formats.count(len(remedies)), points=formats.full_points(total), done=formats.count(len(done)))
        )
    return found


def _rank(rank: str) -> str:
    return _("rank {rank}").format(rank=rank) if rank else ""


def remedies(scope: Scope, result: LastYear | None, found: Sequence[Remedy], now: Decimal | None) -> Message:
    """The remedy list: what was lost, why, how it stands this year."""
    text = [head(scope), *line(scope.year, result, found, now)]
    if not found and result is None:
        text.append(_("Nothing of last year was entered yet."))
    text += [f"- {_remedy(one)}" for one in found[:MOST]]
    if len(found) > MOST:
        text.append(_("and {count} more").format(count=formats.count(len(found) - MOST)))
    choices = [Choice(one.code, f"row:{one.assignment_id}") for one in found[:8] if one.code]
    return Message("\n".join(text), (*choices, Choice(labels.button("back"), "progress:more", wide=True)), edits="tapped")


def _remedy(one: Remedy) -> str:
    text = _("{code} lost {points}: {reason}; now {state}, {name}").format(
        code=one.code or formats.shortened(one.title, 30),
        points=formats.full_points(one.points),
        reason=formats.shortened(one.reason or "-", 80).rstrip("."),
        state=labels.progress(one.progress).lower(),
        name=one.person or _("nobody in charge"),
    )
    return f"{text}."


def ask(year: int, *, unread: str = "") -> Message:
    """How last year is entered: one message, or a text file of the same lines."""
    text = [_("This line could not be read: {line}. Nothing is recorded.").format(line=unread)] if unread else []
    text.append(
        _("Result of {year}: first line the index, class and rank; then a line for each criterion that lost points.").format(
            year=year - 1
        )
    )
    text.append(_("For example:\n73,31 Fair 5/10\n3.1.2 1,0 report sent late\n5.1 0,5 minutes missing"))
    return Message("\n".join(text), (Choice(labels.button("no"), "office"),), awaiting="last_year")


def kept(year: int, result: LastYear, count: int, points: Decimal, unknown: Sequence[str]) -> Message:
    text = _("Recorded for {year}: {index} %, {count} criteria lost {points} points.").format(
        year=year - 1, index=formats.points(result.index), count=formats.count(count), points=formats.full_points(points)
    )
    if unknown:
        text += " " + _("Not among this year's rows: {codes}.").format(codes=", ".join(unknown))
    return Message(text, (Choice(_("Remedy list"), "progress:remedies"), Choice(labels.button("edit"), "last_year")))
