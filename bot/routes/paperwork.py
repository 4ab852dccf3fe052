"""Papers that are made and handed out."""

from bot.flows.paperwork import papers
from bot.rule import COORDINATOR, Rule

ROUTES: dict[str, Rule] = {
    "papers": Rule(papers.menu),
    "make": Rule(papers.made),
    "own_file": Rule(papers.own_file, COORDINATOR),
    "papers_of": Rule(papers.group, papers.LETTERS),
    "group_text": Rule(papers.group_text, papers.LETTERS),
    "letter": Rule(papers.letter, papers.LETTERS),
}
