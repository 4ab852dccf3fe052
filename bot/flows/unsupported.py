"""A voice, a sticker, a video; on Zalo also every document, which arrives there as an event without any content."""

from bot.turn import Reply, Turn
from locales.say import refusals


def answer(turn: Turn) -> Reply:
    """One line that says what to do instead, in private chats of linked people only.

    Where documents cannot be sent in the chat, this is where a single-use upload link belongs: `upload.link_for(turn,
    assignment_id)` with the row of `awaited_row` goes into `no_documents` as its `link`.
    """
    if turn.official is None or turn.incoming.is_group:
        return None
    if turn.abilities.files_in:
        return refusals.unsupported(turn.incoming.what or "")
    return refusals.no_documents(awaiting=turn.talk.awaiting if awaited_row(turn) else None)


def awaited_row(turn: Turn) -> int | None:
    """The row that documents were asked for just now ("Gửi tài liệu"), if any."""
    name, _, number = (turn.talk.awaiting or "").partition(":")
    return int(number) if name == "send" and number.isdigit() else None
