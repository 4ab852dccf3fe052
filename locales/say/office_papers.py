"""The choice of papers (/hoso), the papers as they are handed over, and the names of their files."""

from dataclasses import replace
from datetime import datetime, tzinfo

from locales import formats, words
from locales.message import SECRET, Choice, Message
from locales.say import labels
from storage.papers import Facts

_ = words("office_papers")


def index_name() -> str:
    """The index inside the dossier; it stands first where files are sorted."""
    return _("00 Index.xlsx")


def file_name(ending: str, kind: str, year: int, day: str) -> str:
    """A plain name that every computer takes.

    Args:
        ending: `.docx`, `.xlsx`, `.png`, `.zip`.
        kind: of the paper.
        year: of the criteria.
        day: of the figures.
    """
    names = {
        "progress": _("Report-progress-CCHC"),
        "assignments": _("Annex-assignments-CCHC"),
        "urge": _("Letter-urging-CCHC"),
        "self": _("Report-self-marking-CCHC"),
        "minutes": _("Minutes-council-CCHC"),
        "explain": _("Letter-explanation-CCHC"),
        "remedy": _("Plan-remedies-CCHC"),
        "handover": _("Minutes-handover-CCHC"),
        "notice": _("Notice-use-of-system"),
        "marks": _("Table-of-marks-CCHC"),
        "group": _("Text-for-group-CCHC"),
        "dossier": _("Dossier-CCHC"),
        "merged": _("Dossier-merged-CCHC"),
    }
    return f"{names[kind]}-{year}-{day}{ending}"


def label(ending: str, kind: str) -> str:
    """What the choice says."""
    if ending == ".png":
        return _("See the picture")
    if ending == ".xlsx":
        return _("Table of marks (Excel)") if kind == "marks" else _("Table of figures (Excel)")
    return {
        "progress": _("Report (Word)"),
        "assignments": _("Annex of assignments (Word)"),
        "urge": _("Letter of urging (Word)"),
        "self": _("Report of self-marking (Word)"),
        "minutes": _("Minutes of the council (Word)"),
        "explain": _("Letter of explanation (Word)"),
        "remedy": _("Plan of remedies (Word)"),
        "handover": _("Minutes of handover (Word)"),
        "notice": _("Notice on the use of the system (Word)"),
        "group": _("Text for the group"),
        "dossier": _("Dossier of evidence (zip)"),
    }[kind]


def name(ending: str, kind: str) -> str:
    """What it is called in a sentence."""
    return _("The picture of progress") if ending == ".png" else label(ending, kind)


def choices(letters: bool) -> tuple[Choice, ...]:
    """The papers on offer; letters of the office only to who may send them."""
    office = (("progress", "letter:progress"), ("assignments", "letter:assignments"), ("urge", "letter:urge")) if letters else ()
    return (
        *(Choice(label(".docx", kind), route, wide=True) for kind, route in office),
        Choice(label(".xlsx", "progress"), "make:xlsx", wide=True),
        Choice(label(".zip", "dossier"), "make:zip", wide=True),
        Choice(label(".png", "progress"), "make:png"),
        *((Choice(_("Papers of marks"), "papers_of:marks"), Choice(_("Other papers"), "papers_of:other")) if letters else ()),
    )


GROUPS = {"marks": ("self", "minutes", "explain", "remedy"), "other": ("handover", "notice")}
"""Papers that are asked for behind a second choice."""


def group_menu(name: str) -> Message:
    """The papers of marks, or the rest."""
    taps = [Choice(label(".docx", kind), f"letter:{kind}", wide=True) for kind in GROUPS[name]]
    if name == "marks":
        taps.append(Choice(label(".xlsx", "marks"), "make:marks", wide=True))
    else:
        taps.append(Choice(label(".txt", "group"), "group_text", wide=True))
    return Message(_("Which paper is to be made?"), (*taps, Choice(labels.button("back"), "papers")))


def group_text(text: str) -> Message:
    """The text to paste, as a message of its own, so that it can be copied whole."""
    return Message(text, (Choice(_("Other papers"), "papers"),))


def menu(letters: bool, *, has_own_file: bool = False, year: int | None = None) -> Message:
    """Which paper? `has_own_file`: the coordinator's own file can be returned; `year`: of which, where two are open."""
    own = (*([own_file()] if has_own_file else []), Choice(_("My documents"), "documents"))
    of = " " + _("Year {year}.").format(year=year) if year else ""
    return Message(_("Dossier and reports: which paper is to be made?") + of, (*choices(letters), *own))


def below() -> tuple[Choice, ...]:
    """What to tap below a paper."""
    return labels.choice("progress"), Choice(_("Other papers"), "papers")


def being_made(paper: str) -> Message:
    """The answer at once; the paper comes by itself."""
    return Message(_("{paper} is being made; it is sent here as soon as it is ready.").format(paper=paper))


def not_made(paper: str, makes: str, choices: tuple[Choice, ...], call: str | None) -> Message:
    """What is said where a paper could not be made, and till then nothing: what is made takes its place.

    Args:
        paper: its name.
        makes: the address of the step that makes it.
        choices: what to tap.
        call: the coordinator's name.
    """
    text = _("{paper} could not be made: the system has a fault. Please ask for it again in a few minutes.").format(paper=paper)
    if call:
        text += " " + _("If it happens again, please call {name}.").format(name=call)
    return Message(text, choices, makes=makes)


def handed(ending: str, kind: str, facts: Facts, file: dict[str, str]) -> Message:
    """A paper with what it is, and what is left to a person."""
    text = f"{label(ending, kind)}, {_as_of(facts)}"
    if ending == ".docx":
        text += " " + _("A draft: number, day and signature are left blank; please read it through before it is presented.")
    return Message(text, below(), file=file)


def _as_of(facts: Facts) -> str:
    """Whose figures, and of which moment."""
    return f"{facts.name}, " + _("figures as of {moment}.").format(moment=formats.moment(facts.at, facts.zone))


def package(facts: Facts, file: dict[str, str], part: int, count: int) -> Message:
    """One package of a dossier that is too large for one file; the index stands in each."""
    text = _("{dossier}, package {part} of {count}, {as_of}")
    told = text.format(dossier=label(".zip", "dossier"), part=part, count=count, as_of=_as_of(facts))
    return Message(told, below() if part == count else (), file=file)


def package_too_large(part: int, count: int, megabytes: int, most: int) -> Message:
    """A package of one criterion whose documents are more than a messenger carries."""
    text = _(
        "Package {part} of {count} holds one criterion of {size} MB, more than can be sent here. Whoever runs the server makes "
        "it there: nhacviec report hoso.zip --split {most}"
    )
    return Message(text.format(part=part, count=count, size=megabytes, most=most), below() if part == count else ())


def dossier_holds(message: Message, files: int, lacking: int, *, has_desk: bool) -> Message:
    """The dossier with what it holds and lacks, so that nobody has to unpack it to learn that."""
    text = [message.text, _("It holds {count} files and the index in Excel.").format(count=formats.count(files))]
    if lacking:
        text.append(
            _('{count} criteria still lack documents: they are listed on the sheet "Missing".').format(
                count=formats.count(lacking)
            )
        )
    if has_desk:
        text.append(_("With one PDF for each criterion: on the coordinator's desk in the web room."))
    return replace(message, text=" ".join(text))


def gone(message: Message) -> Message:
    """A file that waited to be sent is no longer there; one package of a dossier is not made without the others."""
    name = message.file["name"] if message.file else ""
    text = _("{file} was made, but is no longer on the server and could not be sent. If it is still needed, please ask again.")
    return replace(message, text=text.format(file=name), file=None, choices=(Choice(_("Other papers"), "papers"),))


def no_files_here() -> Message:
    """This messenger carries no files, and the office has no web page."""
    text = _("Files cannot be sent in this messenger. Please ask the coordinator for the paper.")
    return Message(text, (labels.choice("progress"),))


def by_link(message: Message, address: str, opens: int, *, until: datetime, zone: tzinfo) -> Message:
    """A message whose file is fetched by a link, where the messenger carries none."""
    text = _("Take the file here: {link}").format(link=f"{address}#{SECRET}")
    once = _("It works once, until {time}. Please do not pass it on.").format(time=formats.hour(until.astimezone(zone).time()))
    return replace(message, text=f"{message.text}\n{text}\n{once}", file=None, opens=opens)


def own_file() -> Choice:
    """Her own file, as a choice among the papers."""
    return Choice(_("My assignment file, states filled in"), "own_file", wide=True)


def own_file_handed(name: str, rows: int, file: dict[str, str], *, was_old: bool = False) -> Message:
    """Her own file with what is known by now; `was_old`: it was an .xls, which is made again as .xlsx."""
    text = _("{name} with state, completion date and result document of {rows} rows filled in; all else is as you made it.")
    told = text.format(name=name, rows=formats.count(rows)) + (f"\n{from_old()}" if was_old else "")
    return Message(told, (Choice(_("Other papers"), "papers"),), file=file)


def from_old() -> str:
    """An old workbook comes back as one of today."""
    return _(
        "The old format .xls cannot be written to, so the same table is given as .xlsx: its looks stay, formulas became values."
    )


def own_file_not(reason: str) -> Message:
    """Why there is none."""
    return Message(reason, (Choice(_("Other papers"), "papers"),))


def empty_dossier() -> Message:
    """There is nothing to put together."""
    text = _("No evidence was sent yet, so there is no dossier. The table of figures says what is missing.")
    return Message(text, (Choice(label(".xlsx", "progress"), "make:xlsx"), Choice(_("Other papers"), "papers")))


def too_large(megabytes: int, most: int, *, has_desk: bool) -> Message:
    """More than a messenger carries; it is taken from the desk, else made on the server."""
    if has_desk:
        text = _(
            "The documents have {size} MB together, more than the {most} MB that can be sent here. The coordinator takes the "
            'dossier from the desk in the web room, whole or in packages: send "web" for the way in.'
        )
        return Message(text.format(size=megabytes, most=most), (Choice(_("Other papers"), "papers"),))
    text = _(
        "The documents have {size} MB together, more than the {most} MB that can be sent here. Whoever runs the server makes the "
        "dossier there: nhacviec report hoso.zip --split {most}"
    ).format(size=megabytes, most=most)
    return Message(text, (Choice(_("Other papers"), "papers"),))


def no_room() -> str:
    return _("There is too little room on the server's disk to make the dossier. Please ask whoever runs the machine.")


def unknown_ending(name: str, endings: list[str]) -> str:
    text = _("{name} cannot be made: the name must end in one of {endings}.")
    return text.format(name=name, endings=", ".join(endings))


def unknown_kind(ending: str, kind: str, kinds: list[str]) -> str:
    text = _("A {ending} file has no kind {kind}. Its kinds: {kinds}.")
    return text.format(ending=ending, kind=kind, kinds=", ".join(kinds))


def no_folder(folder: str) -> str:
    return _("There is no folder {folder}; please make it first.").format(folder=folder)


def nothing_to_tell() -> str:
    return _("No assignment table was loaded, so there are no figures for a paper.")


def not_written(path: str, why: str) -> str:
    return _("{path} cannot be written: {why}.").format(path=path, why=why)


def written(path: str) -> str:
    return _("Made {path}.").format(path=path)
