"""Words of the letter of explanation to the verifying council."""

from collections.abc import Sequence

from locales import formats, words
from locales.say.letters import in_text

_ = words("explanation")


def subject(year: int) -> str:
    return _("Re: explanation of the first verification of the administrative reform index of {year}").format(year=year)


def addressees() -> list[str]:
    return [_("- Department of Home Affairs;"), _("- Council that verifies the administrative reform index of the province.")]


def opening(office: str, year: int, lowered: int, asked: int, annex: str | None) -> str:
    """How many marks were lowered, and for how many more is asked."""
    if not lowered:
        text = _("No mark of {office} for the administrative reform index of {year} was lowered by the first verification.")
        return text.format(office=office, year=year)
    text = _(
        "After the first verification of the administrative reform index of {year}, {lowered} criteria of {office} stand below "
        "the self marks."
    ).format(year=year, lowered=formats.count(lowered), office=office)
    if not asked:
        return text + " " + _("{office} has no explanation to add.").format(office=office)
    below, apart = (
        _("{office} explains {asked} criteria as follows:"),
        _("{office} explains {asked} criteria; they stand in {annex}."),
    )
    return f"{text} " + (apart if annex else below).format(office=office, asked=formats.count(asked), annex=in_text(annex))


def accepted(codes: Sequence[str]) -> str:
    text = _("For the other {count} criteria ({codes}) the office agrees with the verified marks or has no explanation.")
    return text.format(count=formats.count(len(codes)), codes=formats.listed(list(codes)))


def closing(office: str) -> str:
    return _("{office} asks the Department of Home Affairs and the verifying council to consider this./.").format(office=office)


def annex_about(name: str, year: int) -> str:
    asked, documents = _("CRITERIA THAT ARE EXPLAINED, {year}"), _("DOCUMENTS ADDED FOR THE EXPLANATION, {year}")
    return (asked if name == "asked" else documents).format(year=year)
