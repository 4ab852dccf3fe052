"""Names of files and folders that Windows, Linux and a zip all open: NFC, short, no reserved word, no two alike."""

import re
import unicodedata

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d|com[¹²³]|lpt[¹²³]|conin\$|conout\$)$", re.IGNORECASE)
FOLDER, FILE, ENDING = 60, 80, 8  # characters


def safe(text: str, most: int = FILE) -> str:
    """A name made from a person's words.

    Args:
        text: anything.
        most: characters that the name may have; what is longer is cut.
    """
    kept = "".join(" " if ch.isspace() else ch for ch in text if ch.isspace() or unicodedata.category(ch)[0] != "C")
    name = _trimmed(_FORBIDDEN.sub("-", unicodedata.normalize("NFC", kept)))[:most]
    name = _trimmed(name)
    return f"_{name}" if _RESERVED.match(name.split(".")[0].strip()) else name or "_"


def _trimmed(name: str) -> str:
    """No blanks or dots at the end, which Windows drops; none at the start, where they hide a file."""
    return " ".join(name.split()).strip(" .")


def safe_file(name: str, most: int = FILE) -> str:
    """The same for a file, whose ending stays."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem.strip(" .") or not ending.isalnum() or len(ending) > ENDING or not ending.isascii():
        return safe(name, most)
    return f"{safe(stem, most - len(ending) - 1)}.{ending.lower()}"


class Names:
    """Hands out names of which no two are equal where capitals do not count."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, name: str) -> str:
        """The name, or the name with (2), (3) ... before its ending."""
        found, number = name, 1
        while found.casefold() in self._taken:
            number += 1
            stem, dot, ending = name.rpartition(".") if "." in name[-ENDING - 1 :] else (name, "", "")
            found = f"{stem} ({number}){dot}{ending}"
        self._taken.add(found.casefold())
        return found
