"""/hoso: the papers of the office, or of the own rows; a turn only takes the wish, `jobs.making` has it made."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from bot import years
from bot.flows import staff
from bot.flows.leading import progress
from bot.flows.paperwork import bundles, handing
from bot.flows.reporting import my_work
from bot.sheets import own_file as own_files
from bot.turn import Reply, Turn
from jobs.glance import sight_of
from jobs.making import Later
from locales.message import Message
from locales.papers import shelf
from locales.papers.write import KINDS, OF_MARKS
from locales.say import load as say_load
from locales.say import office_papers as say
from locales.say import progress as say_progress
from locales.say.picture import sheet
from locales.say.progress import Scope
from storage import audit
from storage.errors import Gone
from storage.evidence.files import place
from storage.loading import original
from storage.loading.loads import Kept
from storage.office import people, units
from storage.papers import Facts, Sight, reading
from storage.points import scores
from storage.rules.status import Role

LETTERS = people.TEAM | {Role.REVIEWER, Role.COUNCIL}
"""Who is offered the letters of the office; the routes let in the same."""
QUICK = frozenset({".png", ".txt"})
"""What is made in an instant, so that nobody is told to wait for it."""


def menu(turn: Turn) -> Reply:
    """Which paper? An official sees the documents of the own rows first."""
    if turn.person.holds(*LETTERS, Role.HEAD):
        more, shown = years.others(turn, "papers"), turn.campaign
        asked = say.menu(
            turn.person.holds(*LETTERS), has_own_file=_returnable(turn) is not None, year=shown[1] if shown and more else None
        )
        return asked.with_choices(*more)
    own = my_work.documents_sent(turn)
    return replace(own, choices=(*own.choices, *say.choices(letters=False))) if isinstance(own, Message) else own


def letter(turn: Turn, kind: str) -> Reply:
    """A paper in Word, in the office's form."""
    return _asked(turn, ".docx", kind, f"letter:{kind}")


def make_letter(turn: Turn, kind: str) -> Later:
    """The same, made."""
    return _read(turn, ".docx", kind)


def group(turn: Turn, name: str) -> Reply:  # noqa: ARG001 - every step is given its turn
    """The papers of marks, or the rest."""
    if name not in say.GROUPS:
        raise Gone
    return say.group_menu(name)


def group_text(turn: Turn) -> Reply:
    """The week in plain words, to paste into the office's group."""
    return _asked(turn, ".txt", "group", "group_text")


def make_group_text(turn: Turn) -> Later:
    """The same, made."""
    from locales.papers import group as paper

    facts = facts_for(turn)
    text = progress.nothing_loaded(turn) if facts is None else say.group_text(paper.text(facts))
    return lambda: [text]


def made(turn: Turn, ending: str) -> Reply:
    """A workbook, the picture, or the dossier, of the rows that this person's roles cover; `marks`: the workbook of marks."""
    return _asked(turn, *_named(ending), f"make:{ending}")


def make(turn: Turn, ending: str) -> Later:
    """The same, made."""
    return _read(turn, *_named(ending))


def _named(ending: str) -> tuple[str, str]:
    """Ending and kind of the file."""
    return (".xlsx", "marks") if ending == "marks" else (f".{ending}", KINDS.get(f".{ending}", ("",))[0])


def _asked(turn: Turn, ending: str, kind: str, makes: str) -> Reply:
    """Note who asked for what; reading and writing it would hold up everybody else."""
    if kind not in KINDS.get(ending, ()):
        raise Gone
    if _campaign(turn, of_marks=kind in OF_MARKS) is None:
        return progress.nothing_loaded(turn)
    audit.note(turn.db, "paper", f"{kind}{ending}", turn.now, by=turn.person.id, office=turn.person.office_id)
    return handing.later(turn, say.name(ending, kind), makes, say.below(), quick=ending in QUICK)


def _read(turn: Turn, ending: str, kind: str) -> Later:
    """Read what a paper says; what is given back writes it."""
    facts = facts_for(turn, of_marks=kind in OF_MARKS)
    if facts is None:
        return lambda: [progress.nothing_loaded(turn)]
    if ending == ".png":
        scope = _scope(turn, facts)
        drawn = handing.picture(turn, sheet(facts, facts.summary), facts.year)
        return lambda: [say_progress.captioned(scope, facts.summary, drawn)]
    return partial(bundles.written, _room(turn), ending, kind, facts)


def _room(turn: Turn) -> bundles.Room:
    """A file of any size goes by a link where people can open one, else in packages that the messenger takes."""
    can = turn.abilities
    desk = turn.web is not None and people.covers(turn.db, turn.person, turn.person.office_id, Role.COORDINATOR)
    return bundles.Room(turn.data_dir, can.file_mb if can.files_out and turn.door is None else None, has_desk=desk)


def own_file(turn: Turn) -> Reply:
    """The coordinator's own file, with the state of each row filled in and everything else as she made it."""
    kept = _returnable(turn)
    if kept is None:
        raise Gone
    staff.note(turn, "export", f"load:{kept.id}")
    return handing.later(turn, own_files.name_of(kept.name), "own_file", say.below())


def make_own_file(turn: Turn) -> Later:
    """The same, made."""
    kept = _returnable(turn)
    found = original.of_year(turn.db, kept.office_id, kept.year) if kept else None
    if kept is None or found is None:
        return list
    source = place(turn.data_dir / "evidence", kept.sha256)
    data_dir = turn.data_dir
    return lambda: [_filled(data_dir, source, found)]


def _filled(data_dir: Path, source: Path, found: original.Original) -> Message:
    kept, path = found.kept, shelf.place(data_dir, own_files.ending(found.kept.name) or "")
    if not source.is_file():
        return say.own_file_not(say_load.no_original(kept.name))
    rows = own_files.fill(source, path, found)
    if rows is None:
        return say.own_file_not(say_load.too_long_to_fill(kept.name))
    file = {"path": str(Path(shelf.FOLDER) / path.name), "name": own_files.name_of(kept.name)}
    return say.own_file_handed(file["name"], rows, file, was_old=kept.name.lower().endswith(".xls"))


def _returnable(turn: Turn) -> Kept | None:
    """The file that was recorded last, where this coordinator may have it back and its kind can be filled in."""
    if not people.covers(turn.db, turn.person, turn.person.office_id, Role.COORDINATOR):
        return None
    campaign = turn.campaign
    kept = original.newest(turn.db, turn.person.office_id, campaign[1]) if campaign else None
    return kept if kept and own_files.ending(kept.name) else None


def facts_for(turn: Turn, *, of_marks: bool = False) -> Facts | None:
    """The figures of this year, or, for papers of marks, of the last year that has any: in January that is the one before."""
    person, campaign = turn.person, _campaign(turn, of_marks=of_marks)
    if campaign is None:
        return None
    office = units.name_of(turn.db, person.office_id)
    sight = Sight(office) if person.holds(Role.COUNCIL) else sight_of(turn.db, person, office)
    return reading.facts(turn.db, person.office_id, campaign[0], turn.now, turn.zone, sight)


def _campaign(turn: Turn, *, of_marks: bool) -> tuple[int, int] | None:
    marked = scores.last_marked(turn.db, turn.person.office_id) if of_marks and turn.year is None else None
    return marked or turn.campaign


def _scope(turn: Turn, facts: Facts) -> Scope:
    found = progress.figures(turn)
    assert found is not None, "there are figures wherever there are facts"
    return replace(found[0], name=facts.name, whole=facts.whole)
