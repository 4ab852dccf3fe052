"""Last year's result and what was lost: entered once, a line in /tiendo, the remedy list."""

from collections.abc import Sequence
from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.progress import Scope, class_name, head
from storage.points.last_year import LastYear, Lost, Remedy
from storage.rules.compared import Compared, Pair

_ = words("last_year")

ODD = Decimal(2)  # percent by which surveys and rounding may part the entered from the published
MOST, SHORT = 8, 16


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
        found.append(text.format(count=formats.count(len(remedies)), points=formats.points(total), done=formats.count(len(done))))
    return found


def _rank(rank: str) -> str:
    return _("rank {rank}").format(rank=rank) if rank else ""


def remedies(scope: Scope, result: LastYear | None, found: Sequence[Remedy], now: Decimal | None) -> Message:
    """The remedy list: what was lost, why, how it stands this year."""
    text = [head(scope), *line(scope.year, result, found, now)]
    if not found and result is None:
        text.append(_("Nothing of last year was entered yet."))
    shown = found[:MOST]
    text += [f"{place}. {_remedy(one)}" for place, one in enumerate(shown, 1)]
    text += labels.rest(len(found) - MOST, "criteria")
    choices = [Choice(one.code or formats.shortened(one.title, SHORT), f"row:{one.assignment_id}") for one in shown]
    back = Choice(labels.button("back"), "progress:more", wide=True)
    return Message("\n".join(text), (*choices, back), edits="tapped", numbered=len(shown))


def _remedy(one: Remedy) -> str:
    text = _("{code} lost {points}: {reason}; now {state}, {name}").format(
        code=one.code or formats.shortened(one.title, 30),
        points=formats.points(one.points),
        reason=formats.shortened(one.reason or "-", 80).rstrip("."),
        state=labels.progress(one.progress).lower(),
        name=one.person or labels.nobody(),
    )
    return f"{text}."


def compared(scope: Scope, found: Compared, published: Decimal | None) -> Message:
    """Each field in both years; a number opens its criteria. `published`: last year's index, in percent."""
    back = Choice(labels.button("back"), "progress:more", wide=True)
    if not found.fields:
        none = [head(scope), _("Nothing of last year was entered yet.")]
        return Message("\n".join(none), (back,), edits="tapped")
    text = [head(scope), _("By field: points of {year}, then this year's forecast").format(year=scope.year - 1)]
    text += [f"{number}. {_field(one)}" for number, one in enumerate(found.fields, 1)]
    text += [*_unknown(found), *_incomplete(scope, found, published)]
    choices = [Choice(str(number), f"progress:last:{number}") for number in range(1, len(found.fields) + 1)]
    remedy = Choice(_("Remedy list"), "progress:remedies", wide=True)
    return Message("\n".join(text), (*choices, remedy, back), edits="tapped", numbered=len(choices))


def compared_field(scope: Scope, found: Compared, number: int, page: int, size: int) -> Message:
    """The criteria of one field in both years, what fell most first."""
    field, criteria = found.fields[number - 1], found.criteria[number - 1]
    shown = criteria[page * size : (page + 1) * size]
    text = [head(scope), _field(field)]
    text += [
        f"{place}. {formats.shortened(one.name or '', 40)} {one.person or ''}".rstrip() + f": {_both(one)}"
        for place, one in enumerate(shown, 1)
    ]
    choices = [Choice(formats.shortened(one.name or "-", SHORT), f"row:{one.assignment_id}") for one in shown]
    if (page + 1) * size < len(criteria):
        choices.append(Choice(_("Next rows"), f"progress:last:{number}:{page + 1}"))
    back = Choice(labels.button("back"), "progress:last", wide=True)
    return Message("\n".join(text), (*choices, back), edits="tapped", numbered=len(shown))


def _field(one: Pair) -> str:
    name = one.name or _("no field")
    return f"{name}: {_both(one)}"


def _both(one: Pair) -> str:
    """`12,5/14 → 14/14 (tăng 1,5)`."""
    both = (
        f"{formats.points(one.then)}/{formats.points(one.then_most)} → {formats.points(one.now)}/{formats.points(one.now_most)}"
    )
    if not one.change:
        return both
    how = _("up {points}") if one.change > 0 else _("down {points}")
    return f"{both} ({how.format(points=formats.points(abs(one.change)))})"


def _incomplete(scope: Scope, found: Compared, published: Decimal | None) -> list[str]:
    """What was entered for the criteria does not add up to what was published."""
    most = sum((one.then_most for one in found.fields), Decimal(0))
    got = sum((one.then for one in found.fields), Decimal(0))
    if published is None or found.unknown or not most or abs(got * 100 / most - published) < ODD:
        return []
    text = _("Entered for the criteria of {year}: {entered} in all, published: {index} %; perhaps not every loss was entered.")
    return [text.format(year=scope.year - 1, entered=formats.share(got, most), index=formats.points(published))]


def _unknown(found: Compared) -> list[str]:
    if not found.unknown:
        return []
    return [_("Not compared, last year's points unknown: {count} criteria.").format(count=formats.count(found.unknown))]


def preview(load_id: int, year: int, result: LastYear | None, found: Sequence[Lost], unknown: Sequence[str]) -> Message:
    """What was read from a table; nothing is recorded yet."""
    text = [_table(year, found)]
    if result is not None:
        parts = [f"{formats.points(result.index)} %", class_name(result.grade), _rank(result.rank)]
        text.append(_("Index: {result}.").format(result=", ".join(part for part in parts if part)))
    dearest = sorted((one for one in found if one.points), key=lambda one: -one.points)
    text += [f"- {_loss(one)}" for one in dearest[:8]]
    text += _not_among(unknown)
    text.append(_("Nothing is recorded yet."))
    choices = (Choice(_("Record"), f"past_record:{load_id}"), Choice(_("Do not record"), f"past_drop:{load_id}"))
    return Message("\n".join(text), choices)


def _table(year: int, found: Sequence[Lost]) -> str:
    lost = [one.points for one in found if one.points]
    return _("Result of {year}: {count} criteria read, {lost} of them lost {points} points.").format(
        year=year,
        count=formats.count(len(found)),
        lost=formats.count(len(lost)),
        points=formats.points(sum(lost, Decimal(0))),
    )


def _loss(one: Lost) -> str:
    text = _("{code}: {points} points").format(code=one.code, points=formats.points(one.points))
    return f"{text}, {formats.shortened(one.reason, 60)}" if one.reason else text


def _not_among(codes: Sequence[str]) -> list[str]:
    if not codes:
        return []
    return [_("Not among this year's rows: {codes}.").format(codes=formats.shortened(", ".join(codes), 200))]


def kept_table(year: int, found: Sequence[Lost], unknown: Sequence[str], *, has_result: bool) -> Message:
    text = [_("Recorded."), _table(year, found), *_not_among(unknown)]
    if not has_result:
        text.append(_("The table holds no index; please type it as well: index, class, rank."))
    choices = (Choice(_("Against last year"), "progress:last"), Choice(_("Remedy list"), "progress:remedies"))
    return Message("\n".join(text), choices, awaiting=None if has_result else "last_year")


def no_table(name: str) -> str:
    text = _("{name}: no column of codes beside the points lost, or the maximum and the points got; nothing is recorded.")
    return text.format(name=name)


def other_year(name: str, year: int, wanted: int) -> str:
    text = _("{name} is the result of {year}, not of {wanted}; nothing is recorded.")
    return text.format(name=name, year=year, wanted=wanted)


def dropped(year: int) -> Message:
    return Message(_("The table of {year} was not recorded.").format(year=year), (labels.choice("progress"),))


def ask(year: int, *, unread: str = "") -> Message:
    """How last year is entered: one message, or a text file of the same lines."""
    text = [_("This line could not be read: {line}. Nothing is recorded.").format(line=unread)] if unread else []
    text.append(
        _(
            "Result of {year}: a table (Excel, Word, CSV), or typed: first line the index, class and rank; "
            "then a line for each criterion that lost points."
        ).format(year=year - 1)
    )
    text.append(_("For example:\n73,31 Fair 5/10\n3.1.2 1,0 report sent late\n5.1 0,5 minutes missing"))
    return Message("\n".join(text), (Choice(labels.button("no"), "office"),), awaiting="last_year")


def kept(year: int, result: LastYear, count: int, points: Decimal, unknown: Sequence[str]) -> Message:
    text = _("Recorded for {year}: {index} %, {count} criteria lost {points} points.").format(
        year=year - 1, index=formats.points(result.index), count=formats.count(count), points=formats.points(points)
    )
    if unknown:
        text += " " + _("Not among this year's rows: {codes}.").format(codes=", ".join(unknown))
    return Message(text, (Choice(_("Remedy list"), "progress:remedies"), Choice(labels.button("edit"), "last_year")))
