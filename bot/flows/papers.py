"""/hoso: the papers of the office, or of the own rows, made from the figures of this moment and handed over as files."""

from dataclasses import replace
from pathlib import Path

from bot.flows import handing, my_work, progress, staff
from bot.sheets import own_file as own_files
from bot.turn import Reply, Turn
from jobs.glance import sight_of
from locales.message import Message
from locales.papers import shelf
from locales.papers.write import KINDS, OF_MARKS, frame_of, write
from locales.say import load as say_load
from locales.say import office_papers as say
from locales.say import progress as say_progress
from locales.say.picture import sheet
from locales.say.progress import Scope
from storage import audit, campaigns, people, scores, units
from storage import papers as facts_of
from storage.errors import Gone
from storage.evidence.files import place
from storage.loading import original
from storage.loads import Kept
from storage.papers import Facts, Sight
from storage.rules.status import Role

MOST = 45  # megabytes; Telegram takes 50 from a bot
LETTERS = frozenset({Role.COORDINATOR, Role.CHAIRPERSON, Role.DEPUTY, Role.REVIEWER, Role.COUNCIL})
"""Who is offered the letters of the office; the routes let in the same."""


def menu(turn: Turn) -> Reply:
    """Which paper? An official sees the documents of the own rows first."""
    if turn.person.holds(*LETTERS, Role.HEAD):
        return say.menu(turn.person.holds(*LETTERS), has_own_file=_returnable(turn) is not None)
    own = my_work.documents_sent(turn)
    return replace(own, choices=(*own.choices, *say.choices(letters=False))) if isinstance(own, Message) else own


def letter(turn: Turn, kind: str) -> Reply:
    """A paper in Word, in the office's form."""
    return _hand(turn, ".docx", kind)


def group(turn: Turn, name: str) -> Reply:  # noqa: ARG001 - every step is given its turn
    """The papers of marks, or the rest."""
    if name not in say.GROUPS:
        raise Gone
    return say.group_menu(name)


def group_text(turn: Turn) -> Reply:
    """The week in plain words, to paste into the office's group."""
    from locales.papers import group as paper

    facts = facts_for(turn)
    return progress.nothing_loaded(turn) if facts is None else say.group_text(paper.text(facts))


def made(turn: Turn, ending: str) -> Reply:
    """A workbook, the picture, or the dossier, of the rows that this person's roles cover; `marks`: the workbook of marks."""
    if ending == "marks":
        return _hand(turn, ".xlsx", "marks")
    return _hand(turn, f".{ending}", KINDS.get(f".{ending}", ("",))[0])


def _hand(turn: Turn, ending: str, kind: str) -> Reply:
    if kind not in KINDS.get(ending, ()):
        raise Gone
    if not handing.can(turn):
        return say.no_files_here()
    facts = facts_for(turn, of_marks=kind in OF_MARKS)
    if facts is None:
        return progress.nothing_loaded(turn)
    if ending == ".zip" and (refusal := _no_dossier(turn, facts)):
        return refusal
    audit.note(turn.db, "paper", f"{kind}{ending}", turn.now, by=turn.person.id, office=turn.person.office_id)
    scope = _scope(turn, facts)
    if ending == ".png":
        return handing.hand(
            turn, say_progress.captioned(scope, facts.summary, handing.picture(turn, sheet(facts, facts.summary), facts.year))
        )
    path = _written(turn, ending, kind, facts)
    name = say.file_name(ending, kind, facts.year, f"{facts.today:%d-%m-%Y}")
    message = say.handed(ending, kind, scope, {"path": str(Path(shelf.FOLDER) / path.name), "name": name})
    return handing.hand(turn, _told_of(turn, facts, message) if ending == ".zip" else message)


def own_file(turn: Turn) -> Reply:
    """The coordinator's own file, with the state of each row filled in and everything else as she made it."""
    kept = _returnable(turn)
    found = original.of_year(turn.db, kept.office_id, kept.year) if kept else None
    if kept is None or found is None:
        raise Gone
    source, path = place(turn.data_dir / "evidence", kept.sha256), shelf.place(turn.data_dir, own_files.ending(kept.name) or "")
    if not source.is_file():
        return say.own_file_not(say_load.no_original(kept.name))
    rows = own_files.fill(source, path, found)
    if rows is None:
        return say.own_file_not(say_load.too_long_to_fill(kept.name))
    staff.note(turn, "export", f"load:{kept.id}")
    file = {"path": str(Path(shelf.FOLDER) / path.name), "name": own_files.name_of(kept.name)}
    return handing.hand(turn, say.own_file_handed(file["name"], rows, file, was_old=kept.name.lower().endswith(".xls")))


def _returnable(turn: Turn) -> Kept | None:
    """The file that was recorded last, where this coordinator may have it back and its kind can be filled in."""
    if not people.covers(turn.db, turn.person, turn.person.office_id, Role.COORDINATOR):
        return None
    campaign = campaigns.current(turn.db, turn.person.office_id, turn.today)
    kept = original.newest(turn.db, turn.person.office_id, campaign[1]) if campaign else None
    return kept if kept and own_files.ending(kept.name) else None


def _written(turn: Turn, ending: str, kind: str, facts: Facts) -> Path:
    path = shelf.place(turn.data_dir, ending)
    facts = replace(facts, frame=frame_of(turn.data_dir, kind))
    write(path, ending, kind, facts, lambda sha256: place(turn.data_dir / "evidence", sha256))
    return path


def _told_of(turn: Turn, facts: Facts, message: Message) -> Message:
    """What the dossier holds and lacks; who has a desk learns what can be taken there."""
    from locales.papers import dossier

    has_desk = turn.web is not None and people.covers(turn.db, turn.person, turn.person.office_id, Role.COORDINATOR)
    files = sum(one.sha256 is not None for row in facts.rows for one in row.proofs)
    return say.dossier_holds(message, files, dossier.lacking(facts), has_desk=has_desk)


def _no_dossier(turn: Turn, facts: Facts) -> Message | None:
    """Why there is no dossier to send."""
    from locales.papers import dossier

    size = dossier.size(facts)
    if size > MOST * 2**20:
        return say.too_large(-(-size // 2**20), MOST, has_desk=turn.web is not None)
    found = any(row.proofs or row.result_document for row in facts.rows)
    return None if found else say.empty_dossier()


def facts_for(turn: Turn, *, of_marks: bool = False) -> Facts | None:
    """The figures of this year, or, for papers of marks, of the last year that has any: in January that is the one before."""
    person = turn.person
    campaign = scores.last_marked(turn.db, person.office_id) if of_marks else None
    campaign = campaign or campaigns.current(turn.db, person.office_id, turn.today)
    if campaign is None:
        return None
    office = units.name_of(turn.db, person.office_id)
    sight = Sight(office) if person.holds(Role.COUNCIL) else sight_of(turn.db, person, office)
    return facts_of.facts(turn.db, person.office_id, campaign, turn.now, turn.zone, sight)


def _scope(turn: Turn, facts: Facts) -> Scope:
    found = progress.figures(turn)
    assert found is not None, "there are figures wherever there are facts"
    return replace(found[0], name=facts.name, whole=facts.whole)
