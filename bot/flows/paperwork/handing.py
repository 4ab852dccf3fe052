"""A file on its way to a person: in the chat where the messenger carries it, else by a link that serves once."""

from pathlib import Path
from typing import Any

from bot.flows.arriving.start import coordinator_of
from bot.turn import Turn
from locales.message import Choice, Message
from locales.papers import shelf
from locales.say import office_papers as say
from storage.access import passes


def can(turn: Turn) -> bool:
    """Whether a file can reach this chat at all."""
    return turn.abilities.files_out or turn.web is not None


def later(
    turn: Turn, label: str, makes: str, choices: tuple[Choice, ...] = (), *, quick: bool = False
) -> Message | list[Message]:
    """Answer at once that a paper is being made; it comes by itself (`jobs.making`).

    Args:
        turn: this turn.
        label: what the paper is called.
        makes: the address of the step that makes it, one of `bot.makers.MAKERS`.
        choices: what to tap below the paper.
        quick: it is there before one could read that it is being made.
    """
    if not can(turn):
        return say.no_files_here()
    wish = say.not_made(label, makes, choices, coordinator_of(turn))
    return wish if quick else [say.being_made(label), wish]


def hand(turn: Turn, message: Message) -> Message:
    """Give a message with a file the way that this chat can take it."""
    if message.file is None or _carries(turn, message.file):
        return message
    if not can(turn):
        return say.no_files_here()
    source = turn.data_dir / message.file["path"]
    if "draws" in message.file and not source.exists():
        from locales.papers import picture

        picture.draw(shelf.place(turn.data_dir, ".png").replace(source), message.file["draws"])
    made = passes.make(turn.db, turn.person, passes.FILE, turn.now, by=turn.person.id, chat=turn.chat)
    shelf.keep(turn.data_dir, made, source, message.file["name"])
    until = turn.now + passes.LIVES[passes.FILE]
    return say.by_link(message, f"{turn.web}/tai", made, until=until, zone=turn.zone)


def _carries(turn: Turn, file: dict[str, Any]) -> bool:
    """Whether the messenger takes this very file; one that is too large goes by a link, where people can open one."""
    can = turn.abilities
    if not can.files_out or can.file_mb is None or turn.door is None or "draws" in file:
        return can.files_out
    size: int = (turn.data_dir / file["path"]).stat().st_size
    return size <= can.file_mb * 2**20


def picture(turn: Turn, shown: dict[str, Any], year: int) -> dict[str, Any]:
    """The file of a message with a picture that is drawn when it leaves.

    While the figures stand, one picture an hour serves all who ask; a channel then need not be sent the bytes again.
    """
    figures = {key: value for key, value in shown.items() if key != "as_of"}
    path = shelf.named(turn.data_dir, (figures, f"{turn.now:%Y-%m-%d %H}"), ".png")
    name = say.file_name(".png", "progress", year, f"{turn.today:%d-%m-%Y}")
    return {"path": str(Path(shelf.FOLDER) / path.name), "name": name, "as": "photo", "draws": shown}
