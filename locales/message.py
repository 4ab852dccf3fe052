"""What a channel must carry: a text, the answers that it offers, perhaps a file. Nothing here knows a platform."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

SECRET = "\N{INVISIBLE SEPARATOR}secret\N{INVISIBLE SEPARATOR}"  # noqa: S105 - where one goes; nobody types this
CAPTION = 1024  # UTF-16 units that a text under a file may have


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer on offer.

    Attributes:
        label: what the button says.
        route: the address of the step that it leads to, at most 64 bytes.
        wide: whether it takes a line of its own where buttons are drawn.
    """

    label: str
    route: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A text with answers on offer.

    Attributes:
        text: plain text, the answer first.
        choices: what to tap, or to type by number.
        about: assignment ids that a reply to this message means.
        awaiting: route that the next free text, figure or file goes to.
        edits: message to change in place instead of sending a new one ("tapped" = the one tapped).
        file: a document to hand over: `{"path": ..., "name": ...}`; with `"as": "photo"` a picture, where a channel shows those;
            with `"draws"` one that is drawn from these words and numbers just before it leaves.
        numbered: how many of the first choices the text itself already lists by number; a channel without buttons does
            not list them again.
        opens: the pass whose secret takes the place of `SECRET` in the text when the message is sent, so that nothing that
            waits holds it.
        codes: what the text shows that lets somebody in, letter by letter as it stands there: it must not stay in the outbox
            once it is sent, nor in a conversation that we keep once it has served.
        holds_until: when these codes run out.
        makes: the address of the step that makes what is sent in place of these words, which say that it could not.
        is_aside: said beside the open question, which stays open with its numbers and what it awaits.
        left_open: words were not understood: the question that stays open meanwhile, "" where none was; None as a rule.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    about: tuple[int, ...] = ()
    awaiting: str | None = None
    edits: str | None = None
    file: dict[str, Any] | None = None
    numbered: int = 0
    opens: int | None = None
    codes: tuple[str, ...] = ()
    holds_until: datetime | None = None
    makes: str | None = None
    is_aside: bool = False
    left_open: str | None = None

    def with_choices(self, *more: Choice) -> "Message":
        """The same with further choices below its own."""
        return replace(self, choices=(*self.choices, *more)) if more else self

    @property
    def secret(self) -> bool:
        """Whether the text shows what lets somebody in, or will when it is sent."""
        return bool(self.codes) or self.opens is not None

    @property
    def offered(self) -> tuple[tuple[str, str], ...]:
        """The choices as a conversation remembers them: label and route."""
        return tuple((choice.label, choice.route) for choice in self.choices)

    def as_payload(self) -> dict[str, Any]:
        """The part that is stored in the outbox."""
        choices = [[choice.label, choice.route, choice.wide] for choice in self.choices]
        payload: dict[str, Any] = {"text": self.text, "choices": choices, "file": self.file, "numbered": self.numbered}
        if self.opens is not None:
            payload["opens"] = self.opens
        if self.makes is not None:
            payload["makes"] = self.makes
        if self.codes and self.holds_until is not None:
            payload |= {"codes": list(self.codes), "holds_until": self.holds_until.isoformat()}
        return payload


def from_payload(payload: dict[str, Any]) -> Message:
    choices = tuple(Choice(label, route, wide) for label, route, wide in payload["choices"])
    until = payload.get("holds_until")
    return Message(
        payload["text"],
        choices,
        file=payload.get("file"),
        numbered=payload.get("numbered", 0),
        opens=payload.get("opens"),
        codes=tuple(payload.get("codes", ())),
        holds_until=datetime.fromisoformat(until) if until else None,
        makes=payload.get("makes"),
    )


def fitting(message: Message, most: int) -> list[Message]:
    """Split at lines what is longer than a channel carries; the choices go with the last part.

    Args:
        message: what is to be sent.
        most: the channel's limit in UTF-16 units.
    """
    if units(message.text) <= most:
        return [message]
    parts, current = [], ""
    for line in _lines(message.text, most):
        joined = f"{current}\n{line}" if current else line
        if units(joined) > most:
            parts.append(current)
            current = line
        else:
            current = joined
    texts = [*parts, current]
    return [Message(text) for text in texts[:-1]] + [replace(message, text=texts[-1])]


def _lines(text: str, most: int) -> list[str]:
    return [line[i : i + most // 2] for line in text.split("\n") for i in range(0, max(len(line), 1), most // 2)]


def units(text: str) -> int:
    """Length as messengers count it: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2
