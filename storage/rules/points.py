"""Where each point of the maximum stands, and which class a percentage earns.

The parts always sum: accepted + waiting + open + at risk + survey + lost = applicable maximum.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import Any, Literal, Protocol

from storage.rules.status import Kind, Progress

NotArising = Literal["full", "excluded"]
"""What a row that did not arise earns: its full mark, or a place outside the maximum. Each criteria set must say."""

NOTHING, HUNDRED = Decimal(0), Decimal(100)
ACCEPTED, WAITING, STILL_OPEN, AT_RISK, SURVEY, LOST = range(6)
"""The place of each part, in the order of the fields of `Parts`."""

_NOT_MARKED = frozenset({STILL_OPEN, AT_RISK})

Place = tuple[int, Decimal, Decimal]
"""The part a row stands in, the points it has there, and the points of it that are lost."""

BESIDE: frozenset[Kind] = frozenset({Kind.BONUS, Kind.PENALTY})
"""Kinds whose points stand outside the maximum."""

DEFAULT_CLASSES: tuple[tuple[str, Decimal], ...] = (
    ("excellent", Decimal(90)),
    ("good", Decimal(80)),
    ("fair", Decimal(65)),
    ("average", Decimal(50)),
    ("weak", Decimal(0)),
)
"""Classes and their lowest percentages, best first. The border of "fair" (khá) is 65 or 70 by province."""

# Division that does not come out even is cut, never raised: 79,999... must not become 80.
_CUT = Context(prec=40, rounding=ROUND_FLOOR)


@dataclass(frozen=True, slots=True)
class Parts:
    """The six places a point can be in: đã đạt, chờ kiểm tra, chưa đến hạn, nguy cơ, khảo sát, đã mất."""

    accepted: Decimal = NOTHING
    waiting: Decimal = NOTHING
    open: Decimal = NOTHING
    at_risk: Decimal = NOTHING
    survey: Decimal = NOTHING
    lost: Decimal = NOTHING

    @property
    def maximum(self) -> Decimal:
        """The applicable maximum: the sum of all six."""
        return self.accepted + self.waiting + self.open + self.at_risk + self.survey + self.lost

    @property
    def forecast(self) -> Decimal:
        """Dự kiến: what is accepted, waiting for a check, or not yet due."""
        return self.accepted + self.waiting + self.open

    def __add__(self, other: "Parts") -> "Parts":
        return Parts(
            self.accepted + other.accepted,
            self.waiting + other.waiting,
            self.open + other.open,
            self.at_risk + other.at_risk,
            self.survey + other.survey,
            self.lost + other.lost,
        )


class Scored(Protocol):
    """What must be known of a row to place its points."""

    @property
    def max_points(self) -> Decimal | None: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def progress(self) -> Progress: ...
    @property
    def due_on(self) -> date | None: ...
    @property
    def blocked(self) -> bool: ...
    @property
    def score(self) -> Decimal | None: ...


@dataclass(frozen=True, slots=True)
class ScoredRow:
    """One scored leaf.

    max_points: điểm chuẩn, None where the file gave none; blocked: a difficulty stands unsolved;
    score: the mark given, by the checker once accepted, by the official while it waits, by the survey for a
    survey, in points; for a penalty the points taken off.
    """

    max_points: Decimal | None
    kind: Kind = Kind.PRODUCT
    progress: Progress = Progress.NOT_STARTED
    due_on: date | None = None
    blocked: bool = False
    score: Decimal | None = None


@cache
def standing(kind: Kind, progress: Progress, late: bool, blocked: bool, counts: NotArising) -> int | None:
    """Say in which part the points of a row without a mark stand; None = outside the maximum.

    late: the due date has passed. Bonus and penalty stand outside. "Nguy cơ" is late, needing more, or blocked.
    """
    if kind in BESIDE or (progress == Progress.NOT_ARISING and counts == "excluded"):
        return None
    if kind == Kind.SURVEY and progress != Progress.NOT_ARISING:
        return SURVEY
    if progress in {Progress.CONFIRMED, Progress.NOT_ARISING}:
        return ACCEPTED
    if progress == Progress.REPORTED:
        return WAITING
    return AT_RISK if late or blocked or progress == Progress.RETURNED else STILL_OPEN


def place(row: Scored, today: date, counts: NotArising = "full") -> Place:
    """Say in which part a row stands on `today`, with how many points, and how many of it are lost.

    A row without points earns nothing. For the rest see `standing` and `marked`.
    """
    late = row.due_on is not None and row.due_on < today
    part = standing(row.kind, row.progress, late, row.blocked, counts)
    if part is None or row.max_points is None:
        return ACCEPTED, NOTHING, NOTHING
    return marked(part, row.progress, row.max_points, row.score)


def marked(part: int, progress: Progress, full: Decimal, score: Decimal | None) -> Place:
    """Apply the mark, if there is one, to a row that stands in `part` with `full` points.

    It counts only for a row that is reported or confirmed, or for a survey, which it settles; and never below nothing
    or above the maximum of the row.
    """
    if score is None or part in _NOT_MARKED or progress == Progress.NOT_ARISING:
        return part, full, NOTHING
    gained = _within(score, full)
    return (WAITING if part == WAITING else ACCEPTED), gained, full - gained


def parts_of(row: Scored, today: date, counts: NotArising = "full") -> Parts:
    """Divide the points of one row among the six parts; see `place`."""
    part, points, lost = place(row, today, counts)
    sums = [NOTHING] * 6
    sums[part] += points
    sums[LOST] += lost
    return Parts(*sums)


def bonus_of(row: Scored) -> Decimal:
    """Give the points that a confirmed bonus row adds, beside the maximum; the cap of all bonuses is the campaign's."""
    if row.kind != Kind.BONUS or row.progress != Progress.CONFIRMED or row.max_points is None:
        return NOTHING
    return row.max_points if row.score is None else _within(row.score, row.max_points)


def penalty_of(row: Scored) -> Decimal:
    """Give the points, as a positive number, that a penalty row takes off; nothing until a mark says so.

    Files write the same penalty as "-1" and as "trừ tối đa 1": the sign of the mark and of the maximum does not matter.
    """
    if row.kind != Kind.PENALTY or row.score is None or row.progress == Progress.NOT_ARISING:
        return NOTHING
    taken = abs(row.score)
    return taken if row.max_points is None else min(taken, abs(row.max_points))


def share(max_points: Decimal, n: int) -> list[Decimal]:
    """Divide points among `n` instances of recurring work, so that the shares sum exactly.

    In hundredths, or finer where the points are or an instance would be left with nothing: 0,5 among 52 weeks.

    Raises:
        ValueError: `n` is less than 1.
    """
    if n < 1:
        raise ValueError("points are shared among at least one instance")
    exponent = max_points.as_tuple().exponent
    step = min(-3 if 0 < max_points * 100 < n else -2, exponent if isinstance(exponent, int) else 0)
    each, over = divmod(int(max_points.scaleb(-step)), n)
    return [Decimal(each + (1 if i < over else 0)).scaleb(step) for i in range(n)]


def percent_of(points: Decimal, maximum: Decimal) -> Decimal:
    """Give `points` in percent of `maximum`, to forty digits; rounding to two decimals is a matter of words.

    With nothing to earn the answer is 0.
    """
    return _CUT.divide(points * 100, maximum) if maximum > 0 else NOTHING


@dataclass(frozen=True, slots=True)
class Caps:
    """What the set adds for bonuses and takes off for penalties at most; None: no cap of its own."""

    bonus: Decimal | None = None
    penalty: Decimal | None = None


NO_CAPS = Caps()


def caps_of(settings: Mapping[str, Any]) -> Caps:
    """Read the caps from the settings of an office."""
    bonus, penalty = (settings.get(key) for key in ("most_bonus", "most_penalty"))
    return Caps(None if bonus is None else Decimal(str(bonus)), None if penalty is None else Decimal(str(penalty)))


def index_of(
    points: Decimal,
    maximum: Decimal,
    *,
    bonus: Decimal = NOTHING,
    penalty: Decimal = NOTHING,
    caps: Caps = NO_CAPS,
) -> Decimal:
    """Give the index (Chỉ số CCHC) in percent: points with bonus and without penalty, of the applicable maximum; 0 to 100."""
    added = bonus if caps.bonus is None else min(bonus, caps.bonus)
    taken = penalty if caps.penalty is None else min(penalty, caps.penalty)
    return min(max(percent_of(points + added - taken, maximum), NOTHING), HUNDRED)


def shown(percent: Decimal, *, cut: bool = False) -> Decimal:
    """Give two decimals, rounded or cut: provinces publish 62,62 of 70 as 89,46 or as 89,45. For printing, never for a class."""
    return percent.quantize(Decimal("0.01"), rounding=ROUND_FLOOR if cut else ROUND_HALF_UP)


def classify(percent: Decimal, thresholds: tuple[tuple[str, Decimal], ...] = DEFAULT_CLASSES) -> str:
    """Give the key of the class that `percent` reaches; thresholds stand best first, and the last takes all that is left.

    Compared as it is, without rounding: 79,995 is not "good".
    """
    return next((key for key, lowest in thresholds if percent >= lowest), thresholds[-1][0])


def thresholds_of(kept: Sequence[Sequence[str]] | None) -> tuple[tuple[str, Decimal], ...]:
    """Read the classes of a year from its data, `[["excellent", "90"], ...]` in any order; the default where there are none."""
    found = sorted(((key, Decimal(lowest)) for key, lowest in kept or ()), key=lambda one: -one[1])
    return tuple(found) or DEFAULT_CLASSES


def _within(score: Decimal, full: Decimal) -> Decimal:
    if score >= full:
        return full
    return max(score, NOTHING)
