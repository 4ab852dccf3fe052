"""Scans (TIFF): what an office's scanner makes, every page of a sane size; the copy for other eyes is a PDF of all pages."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from storage.evidence.inside import picture
from storage.evidence.inside.seen import Seen
from storage.evidence.refusals import TOO_MANY_PAGES, TOO_MANY_PIXELS, TWO_KINDS, Refused

MOST_PAGES = 100
MOST_SAMPLES = 900_000_000
"""Pixels of all pages together, each as often as it has colours: 100 sheets of A4 at 300 dots, 34 in colour; some 4 s of work."""
DOTS = 200.0  # an inch, where the scanner does not say


def look(path: Path, _extension: str, shown: Path) -> Seen:
    """Look at the head of every page and at the first one, then write the copy.

    Raises:
        Refused: it is something else too, or too long or large to be opened.
    """
    data = path.read_bytes()
    if picture.is_another(data):
        raise Refused(TWO_KINDS)
    try:
        scan = Image.open(BytesIO(data), formats=("TIFF",))
        _measure(scan)
    except Refused:
        raise
    except Image.DecompressionBombError as bomb:
        raise Refused(TOO_MANY_PIXELS) from bomb
    except Exception:  # noqa: BLE001 - cut short on its way, perhaps; it harms nobody, and the person is told
        return Seen(warnings=["unopenable"])
    return Seen(shown=True) if _written(scan, shown) else Seen(warnings=["unopenable"])


def _measure(scan: Image.Image) -> None:
    """Count pages and samples by what the head of each page says; nothing is unpacked."""
    samples = pages = 0
    while True:
        width, height = scan.size
        samples += width * height * len(scan.getbands())
        pages += 1
        if width * height > picture.MOST_PIXELS or max(width, height) > picture.LONGEST:
            raise Refused(TOO_MANY_PIXELS)
        if pages > MOST_PAGES or samples > MOST_SAMPLES:
            raise Refused(TOO_MANY_PAGES)
        try:
            scan.seek(pages)
        except EOFError:
            scan.seek(0)
            return


def _written(scan: Image.Image, shown: Path) -> bool:
    """Write the PDF, page by page; no data about the picture goes into it."""
    across, down = (float(one) or DOTS for one in scan.info.get("dpi", (DOTS, DOTS)))
    try:
        scan.save(shown, "PDF", save_all=True, dpi=(across, down), creationDate=None, modDate=None)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - truncated, damaged, or colours that no PDF has
        shown.unlink(missing_ok=True)
        return False
    return True
