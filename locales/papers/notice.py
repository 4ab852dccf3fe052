"""Thông báo về việc sử dụng: what the chairperson signs before people are invited; the web room prints the same words."""

from pathlib import Path

from locales.papers.letter import Letter
from locales.papers.names import body
from locales.say import paper as say
from storage.papers import Facts
from storage.rules.status import Role


def write(path: Path, facts: Facts) -> None:
    """Write the notice.

    Args:
        path: of the file.
        facts: whose office, who coordinates.
    """
    letter = Letter(body(facts.office, facts.above, facts.drafter), facts.frame)
    fixed = say.sheet(facts.office, facts.today)
    letter.head("TB", facts.today)
    letter.title(fixed["head"], fixed["about"])
    letter.text(fixed["opening"])
    call = [one.name for one in facts.team if Role.COORDINATOR in one.roles]
    for at, text in enumerate(say.notice(facts.office, year=facts.today.year, coordinators=call, address=None), 1):
        letter.text(f"{at}. {text}")
    letter.text(f"{fixed['closing'].rstrip('./')}./.")
    letter.signed([fixed["to_units"], fixed["file"]], facts.chairperson)
    letter.save(path)
