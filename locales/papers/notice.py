"""Thông báo về việc sử dụng: what the chairperson signs before people are invited; the web room prints the same words."""

from locales.papers.letter import Letter
from locales.say import paper as say
from storage.papers import Facts
from storage.rules.status import Role


def fill(letter: Letter, facts: Facts) -> None:
    """Write the notice."""
    fixed = say.sheet(facts.office, facts.today)
    letter.head("TB", facts.today)
    letter.title(fixed["head"], fixed["about"])
    letter.text(fixed["opening"])
    call = [one.name for one in facts.staff.team if Role.COORDINATOR in one.roles]
    for at, text in enumerate(say.notice(facts.office, year=facts.today.year, coordinators=call, address=None), 1):
        letter.text(f"{at}. {text}")
    letter.text(f"{fixed['closing'].rstrip('./')}./.")
    letter.signed([fixed["to_units"], fixed["file"]], facts.staff.chairperson)
