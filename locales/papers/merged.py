"""One PDF from the PDFs and photos of a criterion, in their order; made in a child with limits, since they came from outside."""

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import orjson
from PIL import Image, ImageOps
from pypdf import PdfReader, PdfWriter

from storage import limited

A4 = (1240, 1754)  # at 150 dots an inch
DOTS = 150
MEMORY, LARGEST = 512 << 20, 1 << 30  # bytes of the child, and of one PDF
SECONDS = 900  # of work for a whole dossier; a photo takes a tenth of one
_PHOTOS = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF")
_FORMATS = ("JPEG", "PNG", "WEBP")  # Pillow opens MPO as JPEG
_CHILD = "locales.papers.merged"
Group = tuple[Path, Sequence[Path]]
"""Where the PDF of a criterion goes, and its files."""


def write(groups: Sequence[Group]) -> list[list[Path]]:
    """Merge what can be merged; where a file brings the child down, its group alone stays as it is.

    Returns:
        The files that are in each PDF; where there are none it is not written.
    """
    try:
        return _asked(groups) if groups else []
    except limited.Died:
        return [files for one in groups for files in write([one])] if len(groups) > 1 else [[]]


def _asked(groups: Sequence[Group]) -> list[list[Path]]:
    told = orjson.dumps([[str(target), list(map(str, sources))] for target, sources in groups])
    taken: list[list[int]] = limited.ask(_CHILD, told=told, wall=2 * SECONDS)
    return [[sources[at] for at in places] for (_target, sources), places in zip(groups, taken, strict=True)]


def main() -> None:
    """In the child: merge the groups that stdin names, and print which files of each are in its PDF."""
    told = orjson.loads(sys.stdin.buffer.read())
    limited.limit(memory=MEMORY, seconds=SECONDS, largest=LARGEST)
    sys.stdout.buffer.write(orjson.dumps([_merged(Path(target), list(map(Path, sources))) for target, sources in told]))


def _merged(target: Path, sources: Sequence[Path]) -> list[int]:
    made, taken = PdfWriter(), []
    for at, source in enumerate(sources):
        try:
            body = _as_pdf(source)
            if body is None:
                continue
            made.append(PdfReader(body, strict=False), import_outline=False)
            taken.append(at)
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
    with Image.open(source, formats=_FORMATS) as opened:
        photo = ImageOps.exif_transpose(opened).convert("RGB")
    size = A4 if photo.height >= photo.width else A4[::-1]
    photo.thumbnail(size)
    page, made = Image.new("RGB", size, "white"), io.BytesIO()
    page.paste(photo, ((size[0] - photo.width) // 2, (size[1] - photo.height) // 2))
    page.save(made, "PDF", resolution=DOTS, quality=85, creationDate=None, modDate=None)
    made.seek(0)
    return made


if __name__ == "__main__":
    main()
