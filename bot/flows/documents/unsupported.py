"""A voice, a sticker, a video; on Zalo also every document, which arrives there as an event without any content."""

from bot.flows.documents import row_of_files, upload
from bot.turn import Reply, Turn
from locales.message import SECRET
from locales.say import refusals
from storage.access import passes


def answer(turn: Turn) -> Reply:
    """One line that says what to do instead, in private chats only; a stranger learns how to be linked.

    Where documents cannot be sent in the chat, a single-use link of the upload door, for the row that they were asked for.
    """
    if turn.incoming.is_group:
        return None
    if turn.official is None:
        return refusals.stranger()
    if turn.abilities.files_in:
        return refusals.unsupported(turn.incoming.what or "")
    row = row_of_files.asked_for(turn)
    awaiting = turn.talk.awaiting if row else None
    if turn.door is None:
        return refusals.no_documents(awaiting=awaiting)
    made = upload.new_pass(turn, passes.LINK, row)
    return refusals.no_documents(awaiting=awaiting, link=f"{turn.door}#{SECRET}", opens=made)
