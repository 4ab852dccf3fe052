"""A copy of a photo for other eyes: the same pixels without place, device or other data about the picture.

JPEG, PNG and WebP lose the parts that hold such data and nothing else; HEIC becomes JPEG, which every office PC opens.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

GPS = 0x8825
ORIENTATION = 0x0112
_PLACE_WORDS = (b"GPSLatitude", b"GPSLongitude", b"exif:GPS", b"location.ISO6709")
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_DATA = {b"eXIf", b"iTXt", b"tEXt", b"zTXt", b"tIME"}


def write(data: bytes, picture: Image.Image, target: Path) -> bool:
    """Write the copy if one is needed: for HEIC always, else where the picture says where it was taken.

    Returns:
        Whether it was written.
    """
    kind = picture.format
    if kind == "HEIF":
        made = BytesIO()
        ImageOps.exif_transpose(Image.open(BytesIO(data), formats=("HEIF",))).convert("RGB").save(made, "JPEG", quality=90)
        target.write_bytes(made.getvalue())
        return True
    if not _tells_place(data, picture):
        return False
    target.write_bytes({"PNG": _png, "WEBP": _webp}.get(kind or "", _jpeg)(data))
    return True


def _tells_place(data: bytes, picture: Image.Image) -> bool:
    try:
        return bool(picture.getexif().get_ifd(GPS)) or any(word in data for word in _PLACE_WORDS)
    except Exception:  # noqa: BLE001 - data that cannot be read may tell anything
        return True


def _jpeg(data: bytes) -> bytes:
    """Keep the tables and the pixels, and which way up it is; drop every application part and comment.

    What follows the end of the picture (a motion photo's film, a second picture with data of its own) is dropped too.
    """
    kept = [b"\xff\xd8", _turned(data)]
    at = 2
    while data[at : at + 1] == b"\xff" and data[at + 1] != 0xDA:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        length = 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        segment = data[at : at + length]
        is_colour = (marker == 0xE2 and segment[4:15] == b"ICC_PROFILE") or marker in {0xE0, 0xEE}
        if is_colour or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            kept.append(segment)
        at += length
    end = _end_of_scans(data, at)
    return b"".join([*kept, data[at:end]])


def _end_of_scans(data: bytes, at: int) -> int:
    """Just behind the end-of-image mark of the picture that begins here."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        marker = data[at + 1]
        if marker == 0xD9:
            return at + 2
        at += 2 if marker in {0x00, 0x01, 0xFF} or 0xD0 <= marker <= 0xD7 else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return len(data)


def _turned(data: bytes) -> bytes:
    turn = Image.open(BytesIO(data), formats=("JPEG",)).getexif().get(ORIENTATION)
    if turn in {None, 1}:
        return b""
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    body = exif.tobytes()
    return b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body


def _png(data: bytes) -> bytes:
    kept, at = [_PNG], len(_PNG)
    while at + 8 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if name not in _PNG_DATA:
            kept.append(data[at : at + 12 + length])
        at += 12 + length
        if name == b"IEND":
            break
    return b"".join(kept)


def _webp(data: bytes) -> bytes:
    body = b"".join(part for name, part in _riff(data) if name not in {b"EXIF", b"XMP "})
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def _riff(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        part = data[at : at + 8 + length + length % 2]
        if name == b"VP8X":  # its flags say which parts follow
            part = part[:8] + bytes([part[8] & ~0x0C]) + part[9:]
        yield name, part
        at += 8 + length + length % 2
