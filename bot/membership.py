"""Somebody blocked or unblocked the bot, or a group moved: no step, but the office must know."""

from bot.incoming import Incoming
from bot.turn import Reply, Turn
from jobs import fallover
from storage.messages import rerouting
from storage.office import people


def is_one(incoming: Incoming) -> bool:
    return incoming.kind in {"joined", "left", "moved"}


def changed(turn: Turn) -> Reply:
    """Keep what the platform says about a chat."""
    incoming = turn.incoming
    if incoming.kind == "moved":
        rerouting.move_chat(turn.db, incoming.chat, incoming.extra["to"])
    elif incoming.is_group:
        return None
    elif incoming.kind == "joined":
        people.mark_reachable(turn.db, incoming.chat)
    else:
        fallover.chat_lost(turn.db, turn.chat, "blocked", turn.now)
    return None
