"""What a step takes after its turn, read off its signature: a forged button may bring anything, a step sees what it declares."""

from collections.abc import Callable, Sequence
from functools import cache
from inspect import Parameter, signature
from itertools import chain, repeat
from typing import Any, get_type_hints

Shape = tuple[int, tuple[Any, ...], Any]


def fits(step: Callable[..., object], arguments: Sequence[int | str]) -> bool:
    """Whether a step can take these arguments: their number, and each of the kind that it declares."""
    least, kinds, rest = shape(step)
    if len(arguments) < least or (rest is None and len(arguments) > len(kinds)):
        return False
    return all(isinstance(one, kind) for one, kind in zip(arguments, chain(kinds, repeat(rest)), strict=False))


@cache
def shape(step: Callable[..., object]) -> Shape:
    """The fewest arguments, the kind of each in its place, and the kind of any further ones; None where it takes no more."""
    hints = get_type_hints(step)
    taken = list(signature(step).parameters.values())[1:]
    plain = [one for one in taken if one.kind is Parameter.POSITIONAL_OR_KEYWORD]
    rest = next((hints[one.name] for one in taken if one.kind is Parameter.VAR_POSITIONAL), None)
    return sum(one.default is Parameter.empty for one in plain), tuple(hints[one.name] for one in plain), rest
