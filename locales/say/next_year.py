"""The next year's list, made from this one."""

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.points.next_year import Made
from storage.work.campaigns import Year

_ = words("next_year")


def ask(year: Year) -> Message:
    """What it does, before it is done."""
    text = _(
        "Make the year {next} from {year}? Criteria, points, rules and persons in charge stay as they are; dates move by one "
        "year; states, documents and marks begin anew. The marks of {year} and why points were lost are kept beside each "
        "criterion. Both years stay open."
    ).format(next=year.year + 1, year=year.year)
    yes = Choice(make(year.year + 1), f"next_year:{year.id}:yes")
    return Message(text, (yes, Choice(labels.button("no"), f"year:{year.id}")))


def make(year: int) -> str:
    return _("Make the year {year}").format(year=year)


def there_already(year: int, campaign_id: int) -> Message:
    text = _("The year {year} is there already; nothing was changed.").format(year=year)
    return Message(text, (Choice(_("See the year"), f"year:{campaign_id}"),))


def made(one: Made) -> Message:
    """What was made, and what to look through."""
    text = [_("Made the year {year}: {rows} rows, dates moved by one year.").format(year=one.year, rows=formats.count(one.rows))]
    if one.unassigned:
        text.append(_("{count} rows have nobody in charge.").format(count=formats.count(one.unassigned)))
    if one.lost:
        text.append(_("{count} criteria lost points last year; it stands beside them.").format(count=formats.count(one.lost)))
    text.append(_("To correct it, download the list, edit it in Excel and send it back."))
    choices = (
        Choice(_("Download the list of {year}").format(year=one.year), f"list_file:{one.campaign_id}", wide=True),
        Choice(_("See the year"), f"year:{one.campaign_id}"),
        Choice(labels.button("mistake"), f"drop_year:{one.campaign_id}"),
    )
    return Message("\n".join(text), choices)


def told(name: str, one: Made) -> Message:
    text = _("{name} made the year {year}: {rows} rows.").format(name=name, year=one.year, rows=formats.count(one.rows))
    return Message(text, (Choice(_("See the year"), f"year:{one.campaign_id}"),))


def touched(year: Year) -> Message:
    text = _("Something was already recorded for {year}; it cannot be dropped any more.").format(year=year.year)
    return Message(text, (Choice(_("See the year"), f"year:{year.id}"),))


def dropped(year: int) -> Message:
    text = _("The year {year} was dropped; nothing of it is left.").format(year=year)
    return Message(text, (Choice(labels.button("back"), "years"),))
