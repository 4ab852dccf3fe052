"""A message -> Zalo's calls, and Zalo's refusals -> outcomes (the error table, each row a test)."""

import re
import unicodedata

from bot.channels.zalo import client
from bot.channels.zalo.client import Client, ZaloError
from jobs.outcome import Broken, NotSent, Outcome, QuotaSpent, Rejected, Sent, Unreachable, Unsure, Wait
from locales.message import Message, fitting
from locales.say.choices import as_text

MOST_UNITS = 2000  # of UTF-16, in NFC: the same sentence is longer in NFD (measured: 31 and 38)
FORBIDDEN = 403
TOO_FAST = 60.0  # seconds of silence after a 429 that says nothing
GONE_PEOPLE = re.compile(
    r"block|deactivat|forbidden|permission|(user|chat|recipient|member)\b.*\b(not found|not exist|invalid|not follow)",
    re.IGNORECASE,
)
QUOTA = re.compile(r"quota|month|limit exceed|exceed\w* .*limit|hạn mức", re.IGNORECASE)


def parts(message: Message) -> list[str]:
    """The texts to send, each within the limit; the choices stand at the end of the last."""
    text = unicodedata.normalize("NFC", as_text(message, files=False)).strip() or "."
    return [one.text.strip() or "." for one in fitting(Message(text), MOST_UNITS)]


async def send(api: Client, chat_id: str, message: Message) -> Outcome:
    """Send all parts; when a later one fails nobody may say that nothing was sent."""
    sent = None
    for number, text in enumerate(parts(message)):
        try:
            result = await api.ask("sendMessage", {"chat_id": chat_id, "text": text})
        except ZaloError as error:
            return outcome_of(error) if number == 0 else Unsure(f"part {number + 1}: {type(error).__name__}")
        if isinstance(result, dict) and result.get("message_id"):
            sent = str(result["message_id"])
    return Sent(sent)


def outcome_of(error: ZaloError) -> Outcome:
    """What a failure means for the row.

    A 408 here is a send of which nobody knows; so is the 403 that the pages call "internal server error". A 429 that names a
    pause is speed; one that speaks of the quota is the month's; one that says nothing is speed first (a guess: no rate limit
    is published), and the quota if it comes again after the pause.
    """
    match error:
        case client.NotConnected():
            return NotSent(str(error))
        case client.TokenRefused():
            return Broken("ZALO_BOT_TOKEN is refused")
        case client.TooMany(wait=float(seconds)):
            return Wait(seconds)
        case client.TooMany():
            return QuotaSpent(str(error)) if QUOTA.search(str(error)) else Wait(TOO_FAST)
        case client.Refused(code=code, text=text):
            if code == FORBIDDEN and "internal" in text.lower():
                return Unsure(str(error))
            gone = code == FORBIDDEN or GONE_PEOPLE.search(text)
            return Unreachable(text or str(code)) if gone else Rejected(str(error))
    return Unsure(type(error).__name__)
