"""Công văn đôn đốc: a letter to the sections that hold late criteria, with the list; it asks, it does not scold."""

from locales.papers.letter import Letter
from locales.papers.report import MOST_IN_BODY, late_table
from locales.say import letters as say
from locales.say import tables
from storage.papers import Facts


def fill(letter: Letter, facts: Facts) -> None:
    """Write the letter."""
    late = facts.summary.overdue
    letter.head("CV", facts.today, say.urging_subject(facts.year))
    sections = list(dict.fromkeys(one.leaf.unit or tables.unnamed() for one in late))
    letter.addressed(say.addressed(), say.addressees(sections))
    annex = len(late) > MOST_IN_BODY
    if late:
        people = len({one.person_id for one in late})
        letter.text(say.urging_opening(facts.office, facts.year, len(late), people, facts.at, facts.zone))
        for wish in say.urging_wishes(annex=annex):
            letter.text(wish)
        if not annex:
            letter.caption(say.urging_list())
            letter.table(*late_table(facts))
        letter.text(say.urging_closing(facts.office))
    else:
        letter.text(say.nothing_late(facts.year, facts.at, facts.zone))
    letter.signed(say.urging_recipients(letter.body.short, letter.body.drafter), facts.staff.chairperson)
    if annex:
        enclosed = say.enclosed(facts.office, letter.body.sign("CV"), "CV", facts.today)
        letter.annex(say.annex(-1), say.annex_about("late", facts.year), enclosed)
        letter.table(*late_table(facts))
