"""What the reading learns from: replies that were asked back or taken back, kept without names and numbers."""

from bot.flows import staff
from bot.turn import Reply, Turn
from locales.hear import masked, rests_on, understand
from locales.papers import learning as paper
from locales.say import learning as say
from storage.office import roster
from storage.work import misheard

LONGEST = 300


def note(turn: Turn, why: str, text: str | None = None) -> None:
    """Keep a reply, masked. Args: turn: whose words; why: asked, unknown or corrected; text: the words, unless this turn's."""
    words = turn.incoming.text if text is None else text
    if turn.official is None or not words.strip():
        return
    office = turn.person.office_id
    meaning = understand(words, turn.today)
    heard = {
        "intent": meaning.intent,
        "status": meaning.status,
        "ambiguous": meaning.ambiguous,
        "rests_on": [kind for kind, _words in rests_on(words, turn.today)],
    }
    names = [one.full_name for one in roster.entries(turn.db, office)]
    shown = masked(words.strip()[:LONGEST], names)
    misheard.keep(turn.db, office, misheard.Reply(turn.today, why, shown, heard))


def export(turn: Turn) -> Reply:
    """The kept replies as a file, for the coordinator to hand on ("Câu chưa hiểu")."""
    found = misheard.of_office(turn.db, staff.office_of(turn))
    if not found:
        return say.none_kept()
    staff.note(turn, "export", "misheard", rows=len(found))
    return say.file(paper.write(paper.folder() / f"{turn.inbox_id}.xlsx", found), len(found))
