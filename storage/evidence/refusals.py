"""Why a file from outside cannot be read or kept: one code each, worded for people elsewhere."""

PASSWORD = "password"  # noqa: S105 - the name of a fault
BOMB = "bomb"
EXTERNAL_ENTITY = "external_entity"
UNREADABLE = "unreadable"
WRONG_KIND = "wrong_kind"
MACROS = "macros"
EXTERNAL = "external"
OBJECT = "object"
ACTIVE = "active"
TWO_KINDS = "two_kinds"
TOO_MANY_PIXELS = "too_many_pixels"
TOO_MANY_PAGES = "too_many_pages"


class Refused(Exception):
    """The file is not taken; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
