"""What is wrong with a setting, for whoever runs the program; the value itself is never shown, it may be a secret."""

from collections.abc import Mapping
from typing import Any

from locales import words

_ = words("settings")


def form_of_token() -> str:
    return _("expected the form 123456:ABC")


def form_of_secret(least: int) -> str:
    return _("{least} to 256 characters of A-Z a-z 0-9 _ -").format(least=least)


def address_encrypted() -> str:
    return _("expected https://... (http only for this very machine)")


def form_of_address() -> str:
    return _("expected http://... or https://...")


def form_of_bind() -> str:
    return _("expected host:port")


def no_such_zone() -> str:
    return _("no such time zone, for example Asia/Ho_Chi_Minh")


def form_of_database() -> str:
    return _("expected sqlite:///file or postgresql://...")


def passphrase_too_short() -> str:
    return _("the file must hold 12 characters or more")


def file_unreadable(why: str) -> str:
    return _("the file cannot be read ({why})").format(why=why)


def needed_with(mode: str) -> str:
    return _("needed when {mode}").format(mode=mode)


def not_accepted(kind: str, limits: Mapping[str, Any]) -> str:
    """What the reader of settings found by itself.

    Args:
        kind: its name for the fault.
        limits: what it was held against (https://docs.pydantic.dev/latest/errors/validation_errors/).
    """
    if kind in {"float_parsing", "int_parsing", "int_from_float"}:
        return _("expected a number")
    if kind == "bool_parsing":
        return _("expected true or false")
    told = {
        "greater_than_equal": _("at least {ge}"),
        "less_than_equal": _("at most {le}"),
        "string_too_short": _("at least {min_length} characters"),
        "literal_error": _("expected {expected}"),
    }
    shown = {name: str(value).replace(" or ", ", ") for name, value in limits.items()}
    return told.get(kind, _("not in the form that the README shows")).format_map(shown)
