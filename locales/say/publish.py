"""Publication of a year: index, class, rank, gaps, lost points; and its end."""

from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.progress import class_name
from storage.names import folded
from storage.points.marking import Line, Result
from storage.rules.points import shown
from storage.work.campaigns import Published, Year

_ = words("publish")

LOSSES = 8


def class_in(plain: str) -> str | None:
    """The class that folded words name."""
    return next((key for key in ("excellent", "good", "fair", "average", "weak") if folded(class_name(key)) in plain), None)


def percent(value: Decimal) -> str:
    """`89,74 %`, with two decimals as published."""
    return f"{formats.points(shown(value))} %"


def published(one: Published) -> str:
    """`Chỉ số CCHC 89,74 %, xếp loại Tốt, xếp hạng 2/11`."""
    text = _("index {index}, class {class_}").format(index=percent(one.index), class_=class_name(one.class_))
    if one.rank is None:
        return text
    place = f"{one.rank}/{one.of}" if one.of else str(one.rank)
    return text + _(", rank {place}").format(place=place)


def loss(line: Line) -> str:
    """`1.2.4 mất 0,5/1 (lý do)`."""
    text = _("{code}: lost {lost} of {most}").format(
        code=line.name, lost=formats.points(line.lost), most=formats.points(line.most)
    )
    outside = line.marks.outside
    return f"{text} ({outside.reason})" if outside and outside.reason else text


def _figures(result: Result, class_: str) -> str:
    if not result.is_whole:
        text = _("From the marks entered: {points} points on {judged}/{rows} criteria; the index is told when all have one.")
        judged, rows = formats.count(result.judged), formats.count(result.rows)
        return text.format(points=formats.points(result.points), judged=judged, rows=rows)
    return _(
        "From the marks entered: {points}/{maximum} points = {index}, class {class_}; {judged}/{rows} criteria have one."
    ).format(
        points=formats.points(result.points),
        maximum=formats.points(result.maximum),
        index=percent(result.index),
        class_=class_name(class_),
        judged=formats.count(result.judged),
        rows=formats.count(result.rows),
    )


def _gap(result: Result) -> str:
    return _("Self marks {own}; above the verified ones by {gap}.").format(
        own=formats.points(result.own), gap=formats.points(result.gap)
    )


def _losses(result: Result) -> list[str]:
    if not result.losses:
        return []
    lost = sum((one.lost for one in result.losses), Decimal(0))
    head = _("Lost {points} points on {count} criteria:").format(
        points=formats.points(lost), count=formats.count(len(result.losses))
    )
    rest = labels.rest(len(result.losses) - LOSSES, "criteria")
    return [head, *(f"- {loss(one)}" for one in result.losses[:LOSSES]), *rest]


def screen(year: Year, result: Result, class_: str) -> Message:
    """Where the year ended, or what its marks come to so far."""
    kept = year.published
    if kept is None:
        head = _("Year {year}: not published yet.").format(year=year.year)
    else:
        head = _("Year {year} published: {what}.").format(year=year.year, what=published(kept))
    text = [head]
    if result.judged:
        text += [_figures(result, class_), _gap(result), *_losses(result)]
    choices = [Choice(_("Enter the published index"), f"publish_as:{year.id}")]
    if result.is_whole and kept is None:
        choices.insert(0, Choice(_("Take it from the marks"), f"publish_as:{year.id}:marks"))
    if kept is not None:
        choices.append(Choice(_("Plan of remedies (Word)"), "letter:remedy", wide=True))
        choices.append(Choice(_("Close the year {year}").format(year=year.year), f"close_year:{year.id}"))
    return Message("\n".join(text), (*choices, Choice(labels.button("back"), f"year:{year.id}")))


def ask(year: Year, *, unread: bool = False) -> Message:
    """How the published index is typed."""
    text = _("Please type what was published for {year}, for example: 89,74 %, class Good, rank 2/11").format(year=year.year)
    if unread:
        text = _("Nothing was recorded.") + " " + text
    back = Choice(labels.button("back"), f"publish:{year.id}")
    return Message(text, (back,), awaiting=f"publish_as:{year.id}")


def told(year: Year, result: Result) -> Message:
    """To leaders and council."""
    assert year.published is not None, "told once it is published"
    head = _("Year {year} published: {what}.").format(year=year.year, what=published(year.published))
    text = [head, *([_gap(result), *_losses(result)] if result.judged else [])]
    return Message("\n".join(text), (labels.choice("seen"),))


def ask_close(year: Year) -> Message:
    text = _(
        "Close the year {year}? Nobody is reminded of its criteria any more and nothing of it can be changed; all of it can "
        "still be read and printed."
    ).format(year=year.year)
    return Message(text, (Choice(_("Close it"), f"close_year:{year.id}:yes"), Choice(labels.button("no"), f"year:{year.id}")))


def closed(year: Year) -> Message:
    return Message(_("The year {year} is closed.").format(year=year.year), (Choice(labels.button("back"), "years"),))


def closed_by(name: str, year: Year) -> Message:
    return Message(_("{name} closed the year {year}.").format(name=name, year=year.year))
