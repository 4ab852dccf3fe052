"""From an update to a step: a tapped route, a typed number, a command, what was awaited, or plain words; in this order."""

import logging
import re
from dataclasses import replace

from bot import words, years
from bot.arguments import taken
from bot.flows.documents import unsupported
from bot.picked import BY_MISTAKE, SKIPS, picked
from bot.routes import COMMANDS, ROUTES, loading
from bot.rule import COORDINATOR, Rule
from bot.spoken import SPOKEN
from bot.turn import OtherWords, Reply, Turn, arguments_of
from locales.hear import compose, fold, understand
from locales.say import labels, refusals
from storage.access import invites
from storage.db import savepoint
from storage.errors import Gone, NotAllowed, Refusal
from storage.evidence import numbers
from storage.rules import prompts
from storage.rules.prompts import Verdict
from storage.work import assignments

log = logging.getLogger(__name__)
SHORT, NOD = 16, 40
OF_A_ROW = frozenset({"percent", "block", "extend", "done_on", "send", "figure"})
"""Steps that await words about the row which is their first argument."""
FIGURES = frozenset({"mark_as", "council_mark", "council_find", "load_sure"})
"""Steps that await a figure, which a choice of the same number must not take: "2" is two points, not the second answer."""
WAYS_BACK = frozenset(
    {
        "accept_back",
        "more_back",
        "due_back",
        "ungrant",
        "load_undo",
        "load_back",
        "load_kind_back",
        "load_reopen",
        "split_no_back",
        "unsplit",
    }
)
"""Steps that take back what a leader or the coordinator decided: no report of their own, which "bấm nhầm" means otherwise."""
OF_TABLES = frozenset({name for name, rule in loading.ROUTES.items() if rule.who == COORDINATOR} | {"doubts", "doubt", "fix"})
"""Steps that settle what a table left unclear: none of them has to be taken now."""
NO_WORDS = frozenset({"nam", "start"})
"""Names of commands that are other words too: Nam is a person, "năm" five or a year."""
LEAD = re.compile(r"^(?:cho (?:toi|anh|chi|em) )?(?:xem|mo) ")
WORDS = re.compile(r"\w+")
NUMBER = re.compile(r"(?:(?:so|chon|chon so|bam)\s*)?(\d{1,4})\s*[.)]?")
NUMBERS = re.compile(r"(?:(?:so|chon|chon so|bam)\s*)?\d{1,2}(?:(?:\s*(?:va|voi|[&;+])\s*|,\s+)\d{1,2})+")
"""Several lines at once, "2 và 3"; "2,3" may be a figure or a code."""


def answer(turn: Turn) -> Reply:
    """Take the step that the update asks for; a refusal is told in words and leaves nothing behind."""
    try:
        with savepoint(turn.db):
            return _step(turn)
    except Refusal as refusal:
        turn.drafts.clear()
        log.info("refused %s in update %s", refusal.name, turn.inbox_id)
        if turn.official is None and refusal.name == Gone.name:
            return None if turn.incoming.is_group else refusals.stranger()
        return refusals.told(refusal.name, refusal.values, is_linked=turn.official is not None)


def _step(turn: Turn) -> Reply:
    incoming = turn.incoming
    if turn.official is not None and turn.official.locked:
        return refusals.locked()
    if incoming.kind == "unsupported":
        return unsupported.answer(turn)
    if incoming.is_forwarded and incoming.kind == "text":
        return refusals.forwarded() if turn.official and not incoming.is_group else None
    route = chosen(turn)
    if route is not None:
        turn.incoming = replace(incoming, kind="tap", route=route, text="", message_id=None)
        return take(turn, route)
    route = reached(turn)
    try:
        return take(turn, route) if route else words.hear(turn)
    except OtherWords:
        return words.hear(turn)


def take(turn: Turn, route: str) -> Reply:
    """Take the step behind a route, if this person may in this kind of chat.

    Raises:
        Gone: the route leads nowhere or brings what the step cannot take (an old button, or a forged one).
        NotAllowed: the person may not take it.
    """
    name, arguments = arguments_of(route)
    rule = ROUTES.get(name)
    given = taken(rule.step, arguments) if rule is not None else None
    if rule is None or given is None:
        raise Gone
    if turn.incoming.is_group and not rule.groups:
        return refusals.privately() if turn.official else None
    if admits(rule, turn):
        turn.year = years.of(turn, route)
        return years.within(rule.step(turn, *given), turn.year)
    if turn.official is None:
        return None if turn.incoming.is_group else refusals.stranger()
    raise NotAllowed


def admits(rule: Rule, turn: Turn) -> bool:
    """Whether the person may take a step: deny unless the table says otherwise."""
    if rule.who == "anyone":
        return True
    if turn.official is None:
        return False
    return rule.who == "linked" or turn.official.holds(*rule.who)


def chosen(turn: Turn) -> str | None:
    """The route that was commanded, or picked by its number or its words: for the steps it is a tap, the text is spent."""
    if turn.incoming.kind != "text":
        return None
    text = turn.incoming.text.strip()
    if turn.incoming.is_group:
        return command(text)
    in_year = years.spoken(turn, text, COMMANDS) if len(text) <= 40 else None
    return in_year or command(text) or numbered(turn, text) or named(turn, text) or spoken(text) or code_alone(turn, text)


def reached(turn: Turn) -> str | None:
    """The route of a tapped button, of files, or the one that free text is awaited for; None for plain words."""
    incoming = turn.incoming
    if incoming.kind == "tap":
        return incoming.route or "nothing"
    if incoming.kind == "files":
        return "files"
    if incoming.kind != "text" or incoming.is_group or _speaks_of_another_row(turn) or _only_nods(turn):
        return None
    return turn.talk.awaiting


def _only_nods(turn: Turn) -> bool:
    """Whether "ok" or thanks came where a figure, a day or a reason is awaited, which they are none of."""
    text = turn.incoming.text
    is_awaited = turn.awaited[0] in OF_A_ROW
    return is_awaited and len(text) <= NOD and understand(text, turn.today).intent == "acknowledge"


def _speaks_of_another_row(turn: Turn) -> bool:
    """Whether the words name one of the person's own rows, and not the one about which something was asked."""
    name, arguments = turn.awaited
    codes = set(numbers.codes(compose(turn.incoming.text))) if name in OF_A_ROW and arguments and turn.official else set()
    if not codes:
        return False
    named = {work.id for work in assignments.in_hand(turn.db, turn.person.id, turn.today) if work.code in codes}
    return bool(named) and arguments[0] not in named


def command(text: str) -> str | None:
    """`/tiendo@bot abc` -> `progress`; what follows /start is its code."""
    if not text.startswith("/"):
        return None
    head, _, rest = text[1:].partition(" ")
    name = COMMANDS.get(head.partition("@")[0].lower())
    if name is None:
        return "help"
    return f"start:{rest.strip()[:64]}" if name == "start" and rest.strip() else name


def code_alone(turn: Turn, text: str) -> str | None:
    """A stranger's invitation, sent as a bare code or as the whole link: not every messenger opens links with a code."""
    if turn.official is not None or len(text) > 200:
        return None
    code = invites.tidy(text.rpartition("start=")[2])
    is_one = len(code) == invites.LENGTH and set(code) <= set(invites.ALPHABET)
    return f"start:{code}" if is_one else None


def numbered(turn: Turn, text: str) -> str | None:
    """What a typed number picks: a choice, more of them, none; or the question is asked again (`storage.rules.prompts`)."""
    found = NUMBER.fullmatch(fold(text)) if len(text) <= SHORT else None
    if found is None or turn.awaited[0] in FIGURES:
        return None
    can, asked = turn.abilities, turn.talk.question
    awaited = turn.talk.awaiting is not None
    number = int(found[1])
    picked = prompts.meant(number, asked, turn.now, can.numbers_live, buttons=can.buttons, awaited=awaited)
    if isinstance(picked, str):
        return picked
    again = {Verdict.AGAIN: "again", Verdict.LATE: f"again:late:{number}", Verdict.NO_LINE: f"again:none:{number}"}
    return {**again, Verdict.MORE: "more_choices", Verdict.BACK: _way_back(turn)}.get(picked)


def _way_back(turn: Turn) -> str:
    """Where 0 leads: the choice that says "back" or "none", if the open question has one."""
    back = [route for label, route in turn.talk.offered if label in {labels.button("back"), labels.button("no")}]
    is_live = prompts.acts(turn.talk.question, turn.now, turn.abilities.numbers_live, buttons=turn.abilities.buttons)
    return back[-1] if back and is_live else "cancel"


def named(turn: Turn, text: str) -> str | None:
    """The choice of the open question whose words were typed."""
    if not prompts.acts(turn.talk.question, turn.now, turn.abilities.numbers_live, buttons=turn.abilities.buttons):
        return None
    return picked(text, turn.talk.offered) or _taken_back(turn, text) or _left_for_later(turn, text) or _several(turn, text)


def _taken_back(turn: Turn, text: str) -> str | None:
    """ "Bấm nhầm" of who leads, checks or loads: the way back that the newest answer offers, where it offers one."""
    ways = [route for _label, route in turn.talk.offered if arguments_of(route)[0] in WAYS_BACK]
    if len(ways) != 1 or not BY_MISTAKE.fullmatch(fold(text)):
        return None
    return _way_back(turn) if ways[0].endswith(":yes") else ways[0]


def _left_for_later(turn: Turn, text: str) -> str | None:
    """ "Để sau", "không biết" to a question about a table: the way back, where nothing is decided."""
    is_of_table = any(arguments_of(route)[0] in OF_TABLES for _label, route in turn.talk.offered)
    if not is_of_table or " ".join(WORDS.findall(fold(text))) not in SKIPS:
        return None
    back = _way_back(turn)
    return "again:later" if back == "cancel" else back  # a table that waits, or what is left to do: it stays within reach


def _several(turn: Turn, text: str) -> str | None:
    """ "2 và 3": which lines are meant is clear, but a question takes one."""
    is_list = len(text) <= SHORT and turn.talk.awaiting is None and NUMBERS.fullmatch(fold(text))
    return "again:several" if is_list and len(turn.talk.offered) > 1 else None


def spoken(text: str) -> str | None:
    """A command said in words, with or without diacritics, whatever the punctuation; its name without the stroke too."""
    said = " ".join(WORDS.findall(fold(text))) if len(text) <= 40 else ""
    return SPOKEN.get(said) or (COMMANDS.get(said) if said not in NO_WORDS else None) or SPOKEN.get(LEAD.sub("", said))
