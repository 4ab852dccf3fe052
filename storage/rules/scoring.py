"""How a criterion is marked: the eight ways that criteria sets use, each with its figures, and the points that they earn.

A rule is data of the criterion. Without one, a row earns its full points once its evidence is accepted.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_FLOOR, Context, Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from storage.rules.points import NOTHING, NotArising

_THOUSANDTH = Decimal("0.001")  # what a point is kept in; more is cut, never raised
HUNDRED = Decimal(100)
MOST = Decimal(10) ** 15
_CUT = Context(prec=40, rounding=ROUND_FLOOR)


class Way(StrEnum):
    """The ways of marking met in practice."""

    YES_NO = "yes_no"
    """Có hoặc không."""
    STEPS = "steps"
    """Mức: xuất sắc 100 %, tốt 75 %, hoàn thành 50 %."""
    RATIO = "ratio"
    """Tỷ lệ with a floor: full from `full` on, below `floor` nothing, between them ratio x maximum."""
    FAULTS = "faults"
    """Each fault takes `each` points off, down to nothing."""
    COUNT = "count"
    """Each item earns `each` points, up to `cap`."""
    DEADLINE = "deadline"
    """Full on time; late, the percentage `late` of it."""
    NOT_ARISING = "not_arising"
    """Only counts where it arises; `not_arising` says what it earns where it does not."""
    EVIDENCE = "evidence"
    """Nothing without a document that proves it."""


NEEDS_FIGURE: frozenset[Way] = frozenset({Way.RATIO, Way.FAULTS, Way.COUNT})
"""Ways that wait for a number."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one criterion is marked.

    Attributes:
        text: the rule word for word, as the criteria set gives it.
        way: None where only the words are known.
        full, floor: of a ratio, in percent.
        steps: name of each level and the percentage of the maximum that it earns, best first.
        each: points that a fault takes off or an item earns.
        cap: most points that items earn; the maximum of the row when not given.
        late: percentage of the maximum that a late result earns.
        not_arising: overrides what the office says of rows that did not arise.
        measure: unit of the figure (đơn vị tính).
        cut_off: the day up to which it is measured (chốt số liệu).
    """

    text: str | None = None
    way: Way | None = None
    full: Decimal | None = None
    floor: Decimal | None = None
    steps: tuple[tuple[str, Decimal], ...] = ()
    each: Decimal | None = None
    cap: Decimal | None = None
    late: Decimal | None = None
    not_arising: NotArising | None = None
    measure: str | None = None
    cut_off: date | None = None

    def as_dict(self) -> dict[str, Any]:
        """Give what is known in values that JSON can hold, numbers as text so that they stay exact."""
        found = {name: getattr(self, name) for name in self.__slots__}
        told = {name: _kept(value) for name, value in found.items() if value not in (None, ())}
        return told | ({"steps": [[name, str(percent)] for name, percent in self.steps]} if self.steps else {})

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any]) -> "Rule":
        """Rebuild a rule."""
        numbers = {name: Decimal(kept[name]) for name in ("full", "floor", "each", "cap", "late") if name in kept}
        return cls(
            text=kept.get("text"),
            way=Way(kept["way"]) if "way" in kept else None,
            steps=tuple((name, Decimal(percent)) for name, percent in kept.get("steps", ())),
            not_arising=kept.get("not_arising"),
            measure=kept.get("measure"),
            cut_off=date.fromisoformat(kept["cut_off"]) if "cut_off" in kept else None,
            **numbers,
        )


def _kept(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | Way) else value


def merged(old: Rule, new: Rule) -> Rule:
    """Let a file that says only the words, or only the figures, change only these."""
    if new.way is None:
        return replace(old, text=new.text or old.text, measure=new.measure or old.measure, cut_off=new.cut_off or old.cut_off)
    return replace(new, text=new.text or old.text)


@dataclass(frozen=True, slots=True)
class Result:
    """What is known of the result of a row.

    Attributes:
        figure: a ratio in percent, a number of faults or of items, 1 or 0 for yes or no.
        step: the level that was reached, as its rule names it.
        is_late: completed after the due date.
        has_evidence: a document proves it.
    """

    figure: Decimal | None = None
    step: str | None = None
    is_late: bool = False
    has_evidence: bool = True


def earned(rule: Rule, max_points: Decimal, result: Result) -> Decimal | None:
    """Give the points that a result earns, cut to thousandths.

    Args:
        rule: of the criterion.
        max_points: of the row.
        result: what is known by now; of work that did not arise there is none (see `points.NotArising`).

    Returns:
        None where the figure or level is still to come.
    """
    if rule.way is Way.EVIDENCE and not result.has_evidence:
        return NOTHING
    if rule.way is Way.STEPS:
        percent = dict(rule.steps).get(result.step or "")
        return None if percent is None else _part(max_points, percent)
    if rule.way in NEEDS_FIGURE:
        return None if result.figure is None else _of_figure(rule, max_points, result.figure)
    if rule.way is Way.YES_NO and result.figure is not None:
        return max_points if result.figure > 0 else NOTHING
    if rule.way is Way.DEADLINE and result.is_late:
        return _part(max_points, rule.late or NOTHING)
    return max_points


def _of_figure(rule: Rule, max_points: Decimal, figure: Decimal) -> Decimal:
    each = rule.each or NOTHING
    if rule.way is Way.FAULTS:
        return _cut(max(max_points - each * figure, NOTHING))
    if rule.way is Way.COUNT:
        return _cut(max(min(each * figure, max_points if rule.cap is None else min(rule.cap, max_points)), NOTHING))
    if figure >= (HUNDRED if rule.full is None else rule.full):
        return max_points
    return NOTHING if figure < (rule.floor or NOTHING) else _part(max_points, figure)


def _part(max_points: Decimal, percent: Decimal) -> Decimal:
    return _cut(_CUT.divide(_CUT.multiply(max_points, percent), HUNDRED))


def _cut(points: Decimal) -> Decimal:
    return points.quantize(_THOUSANDTH, ROUND_FLOOR).normalize() + 0


def figure(text: str) -> Decimal | None:
    """Read a figure as it is kept, `1182/1204` (a rate, in percent) or `98.17`; None for anything else."""
    top, slash, bottom = text.partition("/")
    first, second = _number(top), _number(bottom) if slash else Decimal(1)
    if first is None or second is None or second <= 0:
        return None
    return _CUT.divide(first * HUNDRED, second) if slash else first


def _number(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() and 0 <= value < MOST else None
