"""How a criterion is marked, said in the chat by a coordinator who opens no Excel: row, way, figures, an example, one tap."""

from dataclasses import replace

from bot.flows import said, staff
from bot.sheets import kinds
from bot.sheets.grid import Cell
from bot.sheets.scoring import figures_of, lacks
from bot.turn import Reply, Turn
from locales.say import marking as say
from storage.errors import Gone
from storage.loading import standing
from storage.loading.standing import Standing
from storage.rules.points import NotArising
from storage.rules.scoring import Rule, Way
from storage.rules.status import Kind
from storage.work import campaigns, figures
from storage.work.assignments import Work

PAGE = 8
PLAIN = frozenset({Way.YES_NO, Way.EVIDENCE})
"""Ways that have no figures."""
COUNTS: dict[int | str, NotArising] = {"full": "full", "excluded": "excluded"}
"""What a row that did not arise earns, as buttons name it."""


def listing(turn: Turn, number: int = 1) -> Reply:
    """The rows of the year: first those that seem to be measured and say not how."""
    office = staff.office_of(turn)
    campaign = campaigns.current(turn.db, office, turn.today)
    leaves = standing.of_campaign(turn.db, campaign[0]) if campaign else []
    rows = sorted((leaf for leaf in leaves if not leaf.is_dropped), key=_urgency)
    page, number, pages = staff.page_of(rows, number, PAGE)
    return say.listing(
        page, number, pages, sum(_urgency(leaf) == 0 for leaf in rows), sum(leaf.rule.way is None for leaf in rows)
    )


def _urgency(leaf: Standing) -> int:
    if leaf.rule.way is not None:
        return 2
    is_measured = leaf.kind is Kind.FIGURE or kinds.proposed(leaf.group, leaf.title, None) == Kind.FIGURE.value
    return 0 if is_measured else 1


def card(turn: Turn, row: int) -> Reply:
    """One row with its rule, and the ways to choose from."""
    work = staff.row_of(turn, row)
    known = figures.basis(turn.db, work.id)
    return say.card(work, known.rule, known.full)


def choose(turn: Turn, row: int, way: Way) -> Reply:
    """A way was chosen: its figures are asked for, or the rule is shown with an example at once."""
    work = staff.row_of(turn, row)
    if way in PLAIN:
        return _shown(turn, work, Rule(way=way), "")
    return say.ask_not_arising(work) if way is Way.NOT_ARISING else say.ask_figures(work, way)


def typed(turn: Turn, row: int, way: Way) -> Reply:
    """The figures were typed, as they would be in the form."""
    work, rule = staff.row_of(turn, row), _read(way, turn.incoming.text)
    if rule is None or turn.incoming.kind != "text":
        return say.ask_figures(work, way, unread=True)
    return _shown(turn, work, rule, str(said.keep(turn).key))


def not_arising(turn: Turn, row: int, counts: NotArising) -> Reply:
    """What a row earns that did not arise."""
    return _shown(turn, staff.row_of(turn, row), Rule(way=Way.NOT_ARISING, not_arising=counts), counts)


def _shown(turn: Turn, work: Work, rule: Rule, token: str) -> Reply:
    return say.confirm(work, rule, figures.basis(turn.db, work.id).full, token)


def record(turn: Turn, row: int, way: Way, token: int | str = "") -> Reply:
    """ "Đúng": the rule holds from now on, and what the row would earn is reckoned anew.

    Raises:
        Gone: the words that the button stands for are no longer kept, or mean nothing.
    """
    work = staff.row_of(turn, row)
    if way in PLAIN:
        rule: Rule | None = Rule(way=way)
    elif way is Way.NOT_ARISING:
        rule = Rule(way=way, not_arising=COUNTS[token]) if token in COUNTS else None
    else:
        rule = _read(way, said.recall(turn, token).text) if isinstance(token, int) else None
    if rule is None:
        raise Gone
    return _set(turn, work, rule)


def clear(turn: Turn, row: int) -> Reply:
    """ "Bỏ cách chấm": full points once the documents are accepted; the words of the set stay."""
    return _set(turn, staff.row_of(turn, row), Rule())


def _set(turn: Turn, work: Work, rule: Rule) -> Reply:
    old = figures.basis(turn.db, work.id).rule
    new = replace(rule, text=old.text, measure=old.measure, cut_off=old.cut_off)
    figures.set_rule(turn.db, work.criterion_id, new)
    staff.note(turn, "rule", f"criterion:{work.criterion_id}", before=old.as_dict(), after=new.as_dict())
    return say.recorded(work, new)


def _read(way: Way, text: str) -> Rule | None:
    found = figures_of(way, Cell(text.strip()))
    return None if found is None or lacks(way, found) else Rule(way=way, **found)
