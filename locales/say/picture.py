"""Words of the picture of /tiendo, in the order in which one reports to a leader."""

from decimal import Decimal
from typing import Any

from locales import formats, words
from locales.say import labels, tables
from locales.say.progress import Scope
from storage.papers import Facts
from storage.rules.points import Parts
from storage.rules.rollup import Counts, Late, Summary

_ = words("picture")
MOST_LATE = 5
Sheet = dict[str, Any]


def sheet(of: Scope | Facts, figures: Summary) -> Sheet:
    """Everything that the picture shows, as words and plain numbers: it may be kept, and drawn later or elsewhere.

    Args:
        of: whose figures, of which moment, with which target; a part of the office has none.
        figures: what is shown.
    """
    points, late_rows = figures.parts, sorted(figures.overdue, key=lambda one: (-(one.points or 0), -one.days_late))
    total = sum((one.points or Decimal(0) for one in late_rows), Decimal(0))
    values = [(name, getattr(points, key)) for key, name in tables.part_names()]
    return {
        "title": title(of.year),
        "name": of.name,
        "as_of": as_of(formats.moment(of.at, of.zone)),
        "forecast": forecast(points),
        "goal": _goal(points, of.target) if of.whole else None,
        "survey": without_survey(points.survey) if points.survey else "",
        "points": {"head": points_head(points), "parts": [[name, formats.points(one), float(one)] for name, one in values]},
        "rows": {
            "head": rows_head(figures.rows),
            "rates": rates(figures.rows),
            "parts": [[name, str(one), one] for name, one in row_parts(figures.rows)],
        },
        "late": {
            "head": late_head(len(late_rows), total),
            "lines": [late(one) for one in late_rows[:MOST_LATE]],
            "more": "".join(labels.rest(len(late_rows) - MOST_LATE)),
        },
    }


def _goal(points: Parts, wanted: Decimal) -> Sheet:
    """The distance in words, and how far along a bar the forecast and the target stand, 0 to 1."""
    scale = max(points.maximum, wanted)
    places = [float(one / scale) if scale > 0 else 0.0 for one in (points.forecast, wanted)]
    return {"told": target(points, wanted), "reached": places[0], "wanted": places[1]}


def title(year: int) -> str:
    return _("Progress of CCHC {year}").format(year=year)


def as_of(moment: str) -> str:
    return _("Figures as of {moment}").format(moment=moment)


def forecast(points: Parts) -> str:
    forecast, maximum = formats.points(points.forecast), formats.points(points.maximum)
    return _("Forecast {forecast}/{maximum} points").format(forecast=forecast, maximum=maximum)


def target(points: Parts, wanted: Decimal) -> str:
    """The distance to the target, in words and not in colour."""
    distance = points.forecast - wanted
    if not distance:
        return _("Target {target}: just reached").format(target=formats.points(wanted))
    text = _("Target {target}: {points} points above") if distance > 0 else _("Target {target}: {points} points short")
    return text.format(target=formats.points(wanted), points=formats.points(abs(distance)))


def without_survey(points: Decimal) -> str:
    return _("The survey's {points} points are not counted").format(points=formats.points(points))


def points_head(points: Parts) -> str:
    return _("Where the {maximum} points stand").format(maximum=formats.points(points.maximum))


def rows_head(rows: Counts) -> str:
    return _("{count} criteria").format(count=formats.count(rows.all))


def rates(rows: Counts) -> tuple[str, str]:
    """Both rates by name."""
    return (
        _("Done {done}/{all} ({rate})").format(done=rows.done, all=rows.all, rate=formats.percent(rows.done, rows.all)),
        _of_due(rows),
    )


def _of_due(rows: Counts) -> str:
    if not rows.due:
        return _("None is due yet")
    rate = formats.percent(rows.done_of_due, rows.due)
    return _("Of those due: {done}/{due} ({rate})").format(done=rows.done_of_due, due=rows.due, rate=rate)


def row_parts(rows: Counts) -> tuple[tuple[str, int], ...]:
    return ((_("Done"), rows.done), (_("In progress"), rows.in_progress), (_("Not started"), rows.not_started))


def late_head(count: int, points: Decimal) -> str:
    if not count:
        return _("No criterion is late")
    return _("{count} criteria late ({points} points)").format(count=formats.count(count), points=formats.points(points))


def late(one: Late) -> tuple[str, str]:
    """Who and which row; how late."""
    name = one.person or labels.nobody()
    label = one.code or formats.shortened(one.title, 16)
    return f"{label} {name}", _("{days} working days").format(days=formats.count(one.days_late))
