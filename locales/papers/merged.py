"""One PDF from the PDFs and photos of a criterion, in their order; every file was looked into before it was kept."""

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageOps
from pypdf import PdfReader, PdfWriter

A4 = (1240, 1754)  # at 150 dots an inch
DOTS = 150
_PHOTOS = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF")


def write(target: Path, sources: Sequence[Path]) -> list[Path]:
    """Merge what can be merged.

    Returns:
        The files that are in it; where there are none nothing is written.
    """
    made, taken = PdfWriter(), []
    for source in sources:
        try:
            body = _as_pdf(source)
            if body is None:
                continue
            made.append(PdfReader(body, strict=False), import_outline=False)
            taken.append(source)
        except Exception:  # noqa: BLE001, S112 - a damaged document stays beside the merged one
            continue
    if taken:
        made.metadata = None
        with target.open("wb") as file:
            made.write(file)
    return taken


def _as_pdf(source: Path) -> Path | io.BytesIO | None:
    with source.open("rb") as file:
        head = file.read(1024)
    if b"%PDF-" in head:
        return source
    return _page(source) if head.startswith(_PHOTOS) else None


def _page(source: Path) -> io.BytesIO:
    """A photo on a page, upright or sideways as it was taken."""
    with Image.open(source) as opened:
        photo = ImageOps.exif_transpose(opened).convert("RGB")
    size = A4 if photo.height >= photo.width else A4[::-1]
    photo.thumbnail(size)
    page, made = Image.new("RGB", size, "white"), io.BytesIO()
    page.paste(photo, ((size[0] - photo.width) // 2, (size[1] - photo.height) // 2))
    page.save(made, "PDF", resolution=DOTS, quality=85, creationDate=None, modDate=None)
    made.seek(0)
    return made
