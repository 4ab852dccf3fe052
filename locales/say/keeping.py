"""Who is told of marks of state secrets, and how long documents are kept."""

from collections.abc import Sequence

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.office.roster import Entry

_ = words("keeping")


def show(officer: Entry | None, years: int) -> Message:
    """How both stand."""
    text = [_officer(officer), _kept(years)]
    choices = (
        Choice(_("Who is told of secrets"), "security_officer", wide=True),
        Choice(_("How long documents are kept"), "keeping_years", wide=True),
        Choice(labels.button("back"), "office"),
    )
    return Message("\n".join(text), choices)


def _officer(officer: Entry | None) -> str:
    if officer is None:
        return _("A document that bears a mark of secrecy is refused and not stored. Nobody is named: the coordinators are told.")
    text = _("A document that bears a mark of secrecy is refused and not stored; {name} is told of it.")
    text = text.format(name=officer.full_name)
    if officer.reachable_chats:
        return text
    return f"{text} " + _("{name} has no connected phone yet; until then the coordinators are told.").format(
        name=officer.full_name
    )


def _kept(years: int) -> str:
    if not years:
        return _("Documents are kept without limit.")
    text = _(
        "Documents are kept {years} years after a year of evaluation is closed; then the files are deleted, the entries stay."
    )
    return text.format(years=formats.count(years))


def whom(people: Sequence[Entry], page: int, pages: int) -> Message:
    """Who looks after state secrets in this office?"""
    text = _("Who looks after state secrets in the office? It is told who has sent something and when, never the content.")
    choices = [Choice(one.full_name, f"security_officer:{page}:{one.id}", wide=True) for one in people]
    if page < pages:
        choices.append(Choice(_("Next people"), f"security_officer:{page + 1}"))
    choices.append(Choice(_("Nobody, the coordinators"), f"security_officer:{page}:0", wide=True))
    return Message(text, (*choices, Choice(labels.button("back"), "keeping")))


def told_officer(by: str) -> Message:
    """To who was named."""
    text = _("{by} has named you for state secrets: whenever a document with a mark of secrecy is refused, you are told.")
    return Message(text.format(by=by), (labels.choice("seen"),))


def how_long(years: Sequence[int]) -> Message:
    """For how long?"""
    text = _("How long are documents kept after their year of evaluation is closed? The office's own rule on archives decides.")
    choices = [Choice(_("{years} years").format(years=formats.count(one)), f"keeping_years:{one}") for one in years]
    return Message(text, (Choice(_("Without limit"), "keeping_years:0"), *choices, Choice(labels.button("back"), "keeping")))


def sure(years: int, doomed: int) -> Message:
    """What would be deleted is said before."""
    text = _(
        "Delete files {years} years after their year is closed? "
        "Today this concerns {count} documents; deleted files do not return."
    )
    yes = Choice(_("Keep {years} years").format(years=formats.count(years)), f"keeping_years:{years}:1")
    told = text.format(years=formats.count(years), count=formats.count(doomed))
    return Message(told, (yes, Choice(labels.button("no"), "keeping")))


def told_others(by: str, years: int) -> Message:
    """To the office's other coordinators."""
    text = _("{by} has changed how long documents are kept.").format(by=by)
    return Message(f"{text} {_kept(years)}", (labels.choice("seen"),))
