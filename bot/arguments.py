"""What a step takes after its turn, read off its signature: a forged button may bring anything."""

from collections.abc import Callable, Sequence
from functools import cache
from inspect import Parameter, signature
from typing import Any, get_type_hints

WHOLE = (int, int | None)
Shape = tuple[int, int | None, frozenset[int]]


def fits(step: Callable[..., object], arguments: Sequence[Any]) -> bool:
    """Whether a step can take these arguments: their number, and whole numbers where it wants them."""
    least, most, whole = shape(step)
    if len(arguments) < least or (most is not None and len(arguments) > most):
        return False
    return all(isinstance(arguments[place], int) for place in whole if place < len(arguments))


@cache
def shape(step: Callable[..., object]) -> Shape:
    """The fewest and the most arguments (None = any), and the places of those that must be whole numbers."""
    hints = get_type_hints(step)
    taken = list(signature(step).parameters.values())[1:]
    plain = [one for one in taken if one.kind is Parameter.POSITIONAL_OR_KEYWORD]
    least = sum(one.default is Parameter.empty for one in plain)
    most = None if any(one.kind is Parameter.VAR_POSITIONAL for one in taken) else len(plain)
    return least, most, frozenset(place for place, one in enumerate(plain) if hints.get(one.name) in WHOLE)
