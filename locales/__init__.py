"""WORDS AND PAPERS: what is said (`say`), what is written (`papers`), what is heard (`hear`).

Code and msgids are English; the Vietnamese stands in `vi/LC_MESSAGES/<subject>.po`, one file for each module of `say`,
so that an office can proofread it without touching code.
"""

import gettext
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).parent / "vi" / "LC_MESSAGES"


@cache
def catalogue(subject: str) -> gettext.GNUTranslations:
    """The Vietnamese of one subject: compiled with the package, or read from the .po where the code is run in place."""
    compiled = HERE / f"{subject}.mo"
    if compiled.exists():
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    buffer = BytesIO()
    with (HERE / f"{subject}.po").open("rb") as source:
        write_mo(buffer, read_po(source, locale="vi", abort_invalid=True))
    buffer.seek(0)
    return gettext.GNUTranslations(buffer)


def words(subject: str) -> Callable[[str], str]:
    """The `_` of one module of `say`."""

    def translate(message: str) -> str:
        return catalogue(subject).gettext(message)

    return translate
