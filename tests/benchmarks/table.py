"""Figures of interleaved rounds as medians, spreads and ratios, and whether a target is met."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison.

    Attributes:
        ours, floor: one figure a round; without a floor ours are ratios already.
        target: what the ratio of the medians must reach; None = reported only.
        at_most: whether the target is a ceiling.
    """

    name: str
    unit: str
    ours: Sequence[float]
    floor: Sequence[float] = ()
    target: float | None = None
    at_most: bool = False

    @property
    def ratios(self) -> list[float]:
        """Pair by pair, since only figures of one moment compare."""
        return [a / b for a, b in zip(self.ours, self.floor, strict=True)] if self.floor else list(self.ours)

    @property
    def met(self) -> bool:
        if self.target is None:
            return True
        ratio = median(self.ratios)
        return ratio <= self.target if self.at_most else ratio >= self.target

    def __str__(self) -> str:
        wanted = "" if self.target is None else f"{'<=' if self.at_most else '>='} {self.target:g}"
        verdict = "" if self.target is None else "met" if self.met else "MISSED"
        cells = [self.name, self.unit, spread(self.ours), spread(self.floor), spread(self.ratios), wanted, verdict]
        return f"{cells[0]:38} {cells[1]:10} {cells[2]:26} {cells[3]:26} {cells[4]:24} {cells[5]:8} {cells[6]}".rstrip()


HEAD = f"{'':38} {'unit':10} {'ours':26} {'floor':26} {'ratio':24} target"


def spread(values: Sequence[float]) -> str:
    if not values:
        return "-"
    return f"{median(values):.4g} [{min(values):.4g}..{max(values):.4g}]"
