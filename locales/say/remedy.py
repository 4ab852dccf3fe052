"""Words of the plan of remedies."""

from decimal import Decimal

from locales import formats, words
from locales.say.letters import ROMAN
from storage.points.marking import Result

_ = words("remedy")


def title() -> str:
    return _("PLAN")


def about(year: int, office: str) -> str:
    return _("To remedy what lost points in the administrative reform index of {year}\nof {office}").format(
        year=year, office=office
    )


def part(at: int) -> str:
    names = (_("PURPOSE"), _("RESULT AND SHORTCOMINGS"), _("TASKS AND MEASURES"), _("ORGANISATION"))
    return f"{ROMAN[at]}. {names[at]}"


def purpose(year: int) -> tuple[str, ...]:
    return (
        _("1. To remedy the criteria that lost points in {year}, and to raise the index of the following year.").format(
            year=year
        ),
        _("2. Each criterion has one person in charge, a measure, a product and a date; results are followed and reported."),
    )


def published(year: int, what: str | None) -> str:
    if what is None:
        return _("1. The result of {year} is not published yet; the figures below are those of the verification.").format(
            year=year
        )
    return _("1. The published result of {year}: {what}.").format(year=year, what=what)


def result(one: Result) -> str:
    lost = sum((line.lost for line in one.losses), Decimal(0))
    text = _(
        "2. The office gave itself {own} points, {points}/{maximum} were given from outside; over the criteria that have both "
        "the difference is {gap}. {lost} points were lost on {count} criteria."
    )
    return text.format(
        own=formats.points(one.own),
        points=formats.points(one.points),
        maximum=formats.points(one.maximum),
        gap=formats.points(one.gap),
        lost=formats.points(lost),
        count=formats.count(len(one.losses)),
    )


def tasks(count: int) -> str:
    if not count:
        return _("No criterion has lost points so far.")
    return _("{count} criteria are remedied, by the annex; measure and date are filled in by the persons in charge.").format(
        count=formats.count(count)
    )


def annex_about(year: int) -> str:
    return _("TASKS TO REMEDY WHAT LOST POINTS IN {year}").format(year=year)


def organisation(office: str) -> tuple[str, ...]:
    return (
        _("1. The persons in charge carry the measures out by their dates and report to the heads of their sections."),
        _("2. Heads of sections see to it and answer for the results of their sections."),
        _("3. The coordinator of administrative reform follows the plan, sums up and reports to {office}./.").format(
            office=office
        ),
    )
