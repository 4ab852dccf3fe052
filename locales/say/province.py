"""The communes below a unit: ranking by points and class, how complete their lists are; people only where granted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.progress import class_name, forecast, late_list, parts, rates
from storage.points.province import Line
from storage.rules.rollup import Late

_ = words("province")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the ranking, the first being 0; `back`: where the way back leads, empty where there is nothing behind it."""

    found: Sequence[Line]
    number: int
    size: int
    back: str


def ranking(name: str, year: int, at: datetime, zone: tzinfo, page: Page) -> Message:
    """One line an office, the best first, and how many there are of each class."""
    found = page.found
    classes = Counter(line.grade.key for line in found if line.rows.all)
    told = "; ".join(f"{class_name(key)} {formats.count(number)}" for key, number in classes.most_common())
    first = page.number * page.size
    shown = found[first : first + page.size]
    text = [
        _("Progress of CCHC {year}, {name}, {count} offices, as of {moment}.").format(
            year=year, name=name, count=formats.count(len(found)), moment=formats.moment(at, zone)
        ),
        _("Forecast by class: {classes}.").format(classes=told or "-"),
        _("Rank: forecast index, class; done/all rows; late; list complete"),
    ]
    text += [f"{number}. {_placed(line, first + number, first)}" for number, line in enumerate(shown, 1)]
    choices = [Choice(line.name, f"communes:one:{line.office_id}", wide=True) for line in shown]
    if first + page.size < len(found):
        choices.append(Choice(_("Next offices"), f"communes:page:{page.number + 1}"))
    choices += [Choice(labels.button("back"), page.back, wide=True)] if page.back else []
    return Message("\n".join(text), tuple(choices), edits="tapped", numbered=len(shown))


def _placed(line: Line, place: int, before: int) -> str:
    """On later pages a line's number is not its place, which is said then."""
    if not before:
        return _line(line)
    return _("rank {place}, {line}").format(place=place, line=_line(line))


def none_below() -> Message:
    return Message(_("No office stands below this one."), (labels.choice("progress"),))


def _line(line: Line) -> str:
    if not line.rows.all:
        return _("{name}: no list loaded").format(name=line.name)
    return _("{name}: {index} %, {class_}; {done}/{all}; late {late}; {complete} %").format(
        name=line.name,
        index=formats.points(line.grade.shown),
        class_=class_name(line.grade.key),
        done=line.rows.done,
        all=line.rows.all,
        late=formats.count(line.rows.overdue),
        complete=line.complete,
    )


def one(line: Line, late: Sequence[Late] | None) -> Message:
    """One office in full; names of its people only where it grants them."""
    if not line.rows.all:
        return Message(f"{_line(line)}.", (Choice(labels.button("back"), "communes"),), edits="tapped")
    text = [
        _("{name}: expected index {index} %, class {class_}; the list is {complete} % complete.").format(
            name=line.name,
            index=formats.points(line.grade.shown),
            class_=class_name(line.grade.key),
            complete=line.complete,
        ),
        forecast(line.parts, None),
        parts(line.parts),
        rates(line.rows),
    ]
    if late is None:
        text.append(_("Names of people are not shown here; the office has not granted it."))
    else:
        text += late_list(late, 10)
    return Message("\n".join(text), (Choice(labels.button("back"), "communes"),), edits="tapped")
