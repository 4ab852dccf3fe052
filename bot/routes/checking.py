"""The check of reported work: accepted, one by one or all at once, or sent back with a reason."""

from bot.flows.checking import accepting, check, opinions
from bot.rule import CHECKERS, LEADERS, Rule

ROUTES: dict[str, Rule] = {
    "checks": Rule(check.checks, LEADERS),
    "check": Rule(check.check, CHECKERS),
    "accept": Rule(check.accept, CHECKERS),
    "accept_on": Rule(check.accept_on, CHECKERS),
    "accept_all": Rule(accepting.preview, CHECKERS),
    "accept_these": Rule(accepting.accept, CHECKERS),
    "accept_back": Rule(accepting.take_back, CHECKERS),
    "more": Rule(check.more, CHECKERS),
    "more_because": Rule(check.more_because, CHECKERS),
    "more_back": Rule(check.more_back, CHECKERS),
    "more_by": Rule(check.more_by, CHECKERS),
    "opinion": Rule(opinions.ask, CHECKERS),
    "opine": Rule(opinions.answer, CHECKERS),
}
