"""Words of the minutes of a handover."""

from datetime import date

from locales import formats, words

_ = words("handing")
BLANK = "..............................."


def title() -> str:
    return _("MINUTES")


def about(year: int) -> str:
    return _("Handover of administrative reform criteria of {year}").format(year=year)


def opening(office: str, on: date | None, today: date) -> str:
    day = formats.day(on) if on else f"...../...../{today.year}"
    return _("On {day}, at {office}, the two sides hand over and take over the criteria below:").format(day=day, office=office)


def side(*, taking: bool, name: str | None) -> str:
    text = _("Side that takes over: {name}; post: {blank}.") if taking else _("Side that hands over: {name}; post: {blank}.")
    return text.format(name=name or BLANK, blank=BLANK[:20])


def what(count: int) -> str:
    if not count:
        return _("Criteria handed over: {blank}").format(blank=BLANK)
    return _("{count} criteria, as they stand:").format(count=formats.count(count))


def documents(count: int) -> str:
    if not count:
        return _("Documents: none was sent for these criteria yet.")
    return _("{count} documents go with them:").format(count=formats.count(count))


def documents_blank() -> str:
    return _("Documents: {blank}").format(blank=BLANK)


def document(line: str) -> str:
    return _("- {line};").format(line=line)


def closing() -> tuple[str, ...]:
    return (
        _("From this day on the side that takes over answers for these criteria; what was done before stays under the old name."),
        _("The minutes are made in ..... copies of equal value./."),
    )


def giver() -> str:
    return _("HANDED OVER BY")


def taker() -> str:
    return _("TAKEN OVER BY")


def witness() -> str:
    return _("CONFIRMED BY")
