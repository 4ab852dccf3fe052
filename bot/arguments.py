"""What a step takes after its turn, read off its signature: a forged button may bring anything, a step sees what it declares."""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import cache
from inspect import Parameter, signature
from itertools import chain, repeat
from typing import Any, Literal, get_args, get_origin, get_type_hints

Shape = tuple[int, tuple[Any, ...], Any]


def taken(step: Callable[..., object], arguments: Sequence[int | str]) -> list[object] | None:
    """What a step is given for the arguments of a route: as many as it takes, each as it declares it; None if they are others."""
    least, kinds, rest = shape(step)
    if len(arguments) < least or (rest is None and len(arguments) > len(kinds)):
        return None
    try:
        return [_as(kind, one) for one, kind in zip(arguments, chain(kinds, repeat(rest)), strict=False)]
    except ValueError:
        return None


def _as(kind: Any, value: int | str) -> object:
    """An argument as it is declared: a member of an enumeration, one of a few words, a number, a text.

    Raises:
        ValueError: it is none.
    """
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if value in get_args(kind) if get_origin(kind) is Literal else isinstance(value, kind):
        return value
    raise ValueError(value)


@cache
def shape(step: Callable[..., object]) -> Shape:
    """The fewest arguments, the kind of each in its place, and the kind of any further ones; None where it takes no more."""
    hints = get_type_hints(step)
    declared = list(signature(step).parameters.values())[1:]
    plain = [one for one in declared if one.kind is Parameter.POSITIONAL_OR_KEYWORD]
    rest = next((hints[one.name] for one in declared if one.kind is Parameter.VAR_POSITIONAL), None)
    return sum(one.default is Parameter.empty for one in plain), tuple(hints[one.name] for one in plain), rest
