"""Choices as numbered lines, for channels without buttons; and what is said when a number means nothing any more."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.rules.prompts import MORE, PAGE
from storage.work.assignments import Work

_ = words("choices")
NOT_A_DIGIT = re.compile(r"(?m)^(\d+)\. ")


def as_text(message: Message, *, files: bool = True) -> str:
    """A message with its choices numbered: at most eight lines, 9 for more, and a last line that says what to type.

    Args:
        message: what is to be said.
        files: whether the channel hands out files.
    """
    listed = min(message.numbered, PAGE)
    lines = [_only_digits(message.text) if message.numbered > PAGE else message.text]
    if message.file:
        lines.append(f"[{message.file['name']}]" if files else _file_elsewhere(message.file["name"]))
    if message.choices:
        lines += [f"{number}. {one.label}" for number, one in enumerate(message.choices[:PAGE], 1) if number > listed]
        if len(message.choices) > PAGE:
            lines.append(_("{number}. More choices").format(number=MORE))
        lines.append(_("(Type a number; 0 for none.)"))
    return "\n".join(lines)


def _only_digits(text: str) -> str:
    """Lines 9, 10 ... of a list that the text numbers itself: they are picked after "more", so they bear no number here."""
    return NOT_A_DIGIT.sub(lambda found: found[0] if int(found[1]) <= PAGE else "- ", text)


def _file_elsewhere(name: str) -> str:
    text = _("The file {name} cannot be sent in this chat; ask the coordinator for it, or open the chat on Telegram.")
    return text.format(name=formats.shortened(name, 60))


def waits(message: Message) -> Message:
    """A notice that came while a question was open: without numbers, with the word that opens it."""
    return replace(message, text=message.text + "\n" + _("(To answer this message, type TRALOI.)"), choices=(), numbered=0)


def ask_again(asked: str, choices: Sequence[Choice]) -> Message:
    """The number does not mean anything any more: nothing was done, the question is put again."""
    head = _("That number came late or does not say which line is meant, so nothing was recorded. Please choose again:")
    return shown_again(asked, choices, head)


def one_at_a_time(asked: str, choices: Sequence[Choice]) -> Message:
    """Several numbers came at once: nothing was done, the question is put again."""
    return shown_again(
        asked, choices, _("Only one number at a time can be chosen, so nothing was recorded. Please choose again:")
    )


def left_for_later(asked: str, choices: Sequence[Choice]) -> Message:
    """Nothing is to be decided now: the question stays, its first line says which."""
    head = _("Left for later; nothing more was recorded. To go on, please choose:")
    return Message(f"{head}\n{formats.shortened(asked.partition(chr(10))[0], 200)}", tuple(choices))


def no_line(number: int, asked: str, choices: Sequence[Choice]) -> Message:
    """No line of the newest message bears the number: of that message only what asks is told again."""
    head = _(
        "The newest message has no line {number}; nothing was recorded. Please choose here, or type a code with its state, "
        'for example "1.2.4 xong".'
    ).format(number=number)
    if _listed(asked, choices):
        return shown_again(asked, choices, head)
    question = [line for line in asked.splitlines() if line.endswith("?")][-1:]
    return Message("\n".join([head, *question]), tuple(choices))


def is_it(choice: Choice, number: int, at: datetime, now: datetime, zone: tzinfo, row: Work | None) -> Message:
    """A number came long after its line was shown: one question about that line alone.

    Args:
        choice: the line.
        number: that it bore.
        at: when it was shown.
        now: the moment.
        zone: the office's.
        row: the one that it is about, if it is about one.
    """
    when = formats.hour(at.astimezone(zone).time())
    if at.astimezone(zone).date() != now.astimezone(zone).date():
        when = formats.moment(at, zone)
    text = _('Nothing was recorded yet. Line {number} of the message of {when} is "{label}"{title}; is that right?')
    is_named = row is None or choice.label.startswith(row.name)
    label = choice.label if is_named or row is None else f"{row.name} {choice.label}"
    title = f" ({formats.shortened(row.title, 60)})" if row else ""
    yes = Choice(labels.button("right"), choice.route)
    return Message(
        text.format(number=number, when=when, label=label, title=title), (yes, Choice(_("Choose another line"), "reply"))
    )


def shown_again(asked: str, choices: Sequence[Choice], head: str = "") -> Message:
    """A question once more; lines that its text lists by number are not listed a second time."""
    text = f"{head}\n{asked}" if head else asked
    return Message(text, tuple(choices), numbered=_listed(asked, choices))


def _listed(asked: str, choices: Sequence[Choice]) -> int:
    """How many of the choices the text itself lists: its line of that number names the choice."""
    lines = {line.partition(". ")[0]: line for line in asked.splitlines() if NOT_A_DIGIT.match(line)}
    return next((at for at, one in enumerate(choices) if one.label not in lines.get(str(at + 1), "")), len(choices))


def no_question() -> Message:
    """A number without a question: what can be asked for."""
    text = _("That number is for no question that is open now; nothing was recorded. Please choose:")
    menu = (labels.choice("work"), labels.choice("progress"))
    return Message(text, (*menu, Choice(_("Help"), "help")))


def more(choices: Sequence[Choice], awaiting: str | None) -> Message:
    return Message(_("More choices:"), tuple(choices), awaiting=awaiting)


def cancelled() -> Message:
    return Message(_("Nothing more was recorded. Whenever you need it: VIEC (your work), TIENDO (progress), TROGIUP (help)."))


def nothing_waits() -> Message:
    menu = (labels.choice("work"), labels.choice("progress"))
    return Message(_("No message waits for an answer."), menu)
