"""Words of the report of self-marking."""

from collections.abc import Sequence
from decimal import Decimal

from locales import formats, words
from locales.say.letters import ROMAN
from storage.points.marking import Line
from storage.rules.marks import Totals
from storage.rules.points import BESIDE
from storage.rules.status import Kind

_ = words("self_report")


def about(year: int, office: str) -> str:
    text = _("Self-assessment and self-marking of the administrative reform index of {year}\nof {office}")
    return text.format(year=year, office=office)


def opening(office: str, year: int, grounds: Sequence[str]) -> str:
    """On what grounds, of what."""
    text = _("{office} reports the result of its self-marking for the administrative reform index of {year} as follows:")
    told = text.format(office=office, year=year)
    grounds_ = formats.listed(list(grounds))
    return _("In accordance with {documents}, ").format(documents=grounds_) + told if grounds else told


def part(at: int) -> str:
    names = (
        _("ORGANISATION OF THE SELF-MARKING"),
        _("RESULTS OF THE SELF-MARKING"),
        _("CRITERIA MARKED BELOW THE MAXIMUM, AND WHY"),
        _("ESTIMATED CRITERIA WHOSE DOCUMENTS FOLLOW"),
        _("REQUESTS AND PROPOSALS"),
    )
    return f"{ROMAN[at]}. {names[at]}"


def organised(rows: int, people: int) -> str:
    text = _(
        "{rows} criteria and component criteria are given to {people} officials; each person in charge marked the criteria in "
        "charge against the rules of marking and the evidence."
    )
    return text.format(rows=formats.count(rows), people=formats.count(people))


def council(changed: int, year: int) -> str:
    """Day and number of the meeting are left blank: only the secretary knows them."""
    if not changed:
        text = _("The council met on ...../...../{year} (minutes No. ..........) and agreed on the marks.")
        return text.format(year=year)
    text = _(
        "The council met on ...../...../{year} (minutes No. ..........) and changed the marks of {count} criteria, with reasons."
    )
    return text.format(year=year, count=formats.count(changed))


def results(totals: Totals, survey: Decimal) -> str:
    text = _("The office gives itself {own}/{maximum} points ({rate}); {marked}/{rows} criteria have a mark.").format(
        own=formats.points(totals.own),
        maximum=formats.points(totals.maximum),
        rate=formats.share(totals.own, totals.maximum),
        marked=formats.count(totals.marked),
        rows=formats.count(totals.to_mark),
    )
    if totals.estimated:
        text += " " + _("Of these {points} points are estimated.").format(points=formats.points(totals.estimated))
    if survey:
        text += " " + _("{points} points are given by surveys and are not marked by the office itself.").format(
            points=formats.points(survey)
        )
    return text


def table_name(name: str) -> str:
    return {"fields": _("Self-marking by field")}[name]


def below(count: int, lost: Decimal, annex: str | None) -> str:
    if not count:
        return _("No marked criterion stands below its maximum.")
    text = _("{count} criteria are marked below the maximum, {points} points are lacking").format(
        count=formats.count(count), points=formats.points(lost)
    )
    return text + _listed(annex)


def _listed(annex: str | None) -> str:
    """Where a list stands: below, or in an annex."""
    return ":" if annex is None else _("; listed in {annex}.").format(annex=annex)


def unmarked(codes: Sequence[str]) -> str:
    if not codes:
        return _("Every criterion that the office marks has a mark.")
    text = _("{count} criteria have no mark yet: {codes}.")
    return text.format(count=formats.count(len(codes)), codes=formats.listed(list(codes)))


def estimates(count: int, points: Decimal, annex: str | None) -> str:
    if not count:
        return _("No criterion is marked by estimate.")
    text = _("{count} criteria ({points} points) are not due yet or lack documents; they are marked as they are expected to end")
    return text.format(count=formats.count(count), points=formats.points(points)) + _listed(annex)


def request(office: str) -> str:
    return _("{office} asks the Department of Home Affairs and the verifying council to look at the result.").format(
        office=office
    )


def closing(office: str, year: int) -> str:
    return _("This is the report of {office} on the self-marking of the administrative reform index of {year}./.").format(
        office=office, year=year
    )


def annex_about(name: str, year: int) -> str:
    return {
        "rows": _("TABLE OF SELF-MARKING OF THE ADMINISTRATIVE REFORM INDEX, {year}"),
        "below": _("CRITERIA MARKED BELOW THE MAXIMUM, {year}"),
        "estimates": _("CRITERIA MARKED BY ESTIMATE, {year}"),
    }[name].format(year=year)


def note(line: Line) -> str:
    """What is to be known of a mark."""
    if line.leaf.kind in BESIDE:
        return _("Beside the maximum")
    if line.marks.council:
        return _("Council")
    if line.is_estimated:
        return _("Estimated")
    if line.leaf.kind is Kind.SURVEY:
        return _("By survey")
    return "" if line.is_marked or line.basis is None else _("No mark yet")
