"""Photos: only what a camera or a scanner makes, of a sane size; place data stays in the sealed original alone."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, ImageStat

from storage.evidence.inside import stripped
from storage.evidence.inside.seen import Seen
from storage.evidence.refusals import TOO_MANY_PIXELS, TWO_KINDS, UNREADABLE, WRONG_KIND, Refused

MOST_PIXELS = 50_000_000
LONGEST = 30_000
SMALL = 200  # pixels of the shorter side; less shows no document
FLAT, DARK = 2.5, 18.0  # spread and mean of 256 grey levels of what shows nothing
SAMPLE = 256
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF", "MPO")
_OTHER = re.compile(rb"<script|<\?php|<html|<!doctype|%PDF-\d|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|<svg[\s/]+[a-z:]", re.IGNORECASE)
_HEIF = (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"heis", b"hevc", b"hevx")
Image.MAX_IMAGE_PIXELS = MOST_PIXELS


def look(path: Path, _extension: str, shown: Path) -> Seen:
    """Look at the header, then at a small copy; a copy without place data is written where there are such data.

    Raises:
        Refused: it is something else too, or too large to open.
    """
    data = path.read_bytes()
    if is_another(data):
        raise Refused(TWO_KINDS)
    if data[4:8] == b"ftyp" and data[8:12] not in _HEIF:
        raise Refused(WRONG_KIND)
    try:
        picture = _opened(data)
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - cut short on its way, perhaps; it harms nobody, and the person is told
        return Seen(warnings=["unopenable"])
    warnings = _warnings(picture)
    return Seen(warnings=warnings, shown="unopenable" not in warnings and stripped.write(data, picture, shown))


def is_another(data: bytes) -> bool:
    """Whether the bytes of a picture are a page, a program or an archive too; pixels alone make no such words."""
    return _OTHER.search(data) is not None or zipfile.is_zipfile(BytesIO(data))


def _opened(data: bytes) -> Image.Image:
    if data[4:8] == b"ftyp":
        import pillow_heif

        pillow_heif.register_heif_opener(thumbnails=False)
    try:
        picture = Image.open(BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise Refused(TOO_MANY_PIXELS) from bomb
    width, height = picture.size
    if width * height > MOST_PIXELS or max(width, height) > LONGEST:
        raise Refused(TOO_MANY_PIXELS)
    if picture.format not in FORMATS:
        raise Refused(UNREADABLE)
    return picture


def _warnings(picture: Image.Image) -> list[str]:
    """What the person should know: nothing is to be seen on it, it is too small, or it does not open to the end."""
    size = picture.size
    try:
        picture.draft("L", (SAMPLE, SAMPLE))
        grey = ImageOps.grayscale(picture)
        grey.thumbnail((SAMPLE, SAMPLE))
        seen = ImageStat.Stat(grey)
    except MemoryError:
        return []
    except Exception:  # noqa: BLE001 - truncated or damaged
        return ["unopenable"]
    if seen.mean[0] < DARK:
        return ["dark"]
    if seen.stddev[0] < FLAT:
        return ["blank"]
    return ["small"] if min(size) < SMALL else []
