"""A file on its way to a person: in the chat where the messenger carries files, else by a link that serves once."""

from bot.turn import Turn
from locales.message import Message
from locales.papers import shelf
from locales.say import office_papers as say
from storage import passes


def can(turn: Turn) -> bool:
    """Whether a file can reach this chat at all."""
    return turn.abilities.files_out or turn.web is not None


def hand(turn: Turn, message: Message) -> Message:
    """Give a message with a file the way that this chat can take it."""
    if message.file is None or turn.abilities.files_out:
        return message
    if not can(turn):
        return say.no_files_here()
    made = passes.make(turn.db, turn.person, passes.FILE, turn.now, by=turn.person.id, chat=turn.chat)
    shelf.keep(turn.data_dir, made, turn.data_dir / message.file["path"], message.file["name"])
    until = turn.now + passes.LIVES[passes.FILE]
    return say.by_link(message, f"{turn.web}/tai", made, until=until, zone=turn.zone)
