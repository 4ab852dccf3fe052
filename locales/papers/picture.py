"""The picture of /tiendo: one screen of a phone, drawn at three times its size; every part has a pattern and a label."""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from PIL import Image, ImageColor, ImageDraw, ImageFont

from locales.papers.names import visible
from locales.say.picture import Sheet, sheet
from storage.papers import Facts

FONTS = Path(__file__).parent / "fonts"
WIDTH, SIDE, GAP = 1080, 56, 22
ROOM, USUAL = WIDTH - 2 * SIDE, 2400
INK, SOFT, LINE, PAPER = "#1A1A1A", "#4D4D4D", "#8C8C8C", "#FFFFFF"
TEXT, SMALL = 40, 36  # pixels: 13 and 12 on a phone of 360

# Colours that the colour-blind tell apart (Okabe and Ito, 2008), from dark to light, each with its own pattern.
LOOKS = (
    ("#0072B2", ""),
    ("#56B4E9", "/"),
    ("#D6EAF8", "."),
    ("#E69F00", "x"),
    ("#E3E3E3", "-"),
    ("#4D4D4D", "|"),
)
ROW_LOOKS = (LOOKS[0], LOOKS[1], LOOKS[4])


def write(path: Path, facts: Facts) -> None:
    """Draw the picture of these figures.

    Args:
        path: of the PNG.
        facts: what it shows.
    """
    draw(path, sheet(facts, facts.summary))


def draw(path: Path, shown: Sheet) -> None:
    """Draw what `locales.say.picture.sheet` has put into words."""
    paper, end = _drawn(shown, USUAL)
    if end > USUAL:  # long names everywhere: nothing may be cut
        paper, end = _drawn(shown, end)
    small = paper.quantize(palette=_palette(), dither=Image.Dither.NONE)  # a quarter of the bytes: cut after that, not before
    small.crop((0, 0, WIDTH, end)).save(path, "PNG", compress_level=3)


def _drawn(shown: Sheet, height: int) -> tuple[Any, int]:
    """A sheet of that height, and where what is drawn on it ends."""
    paper = Image.new("RGB", (WIDTH, height), PAPER)
    return paper, _draw(Page(ImageDraw.Draw(paper), paper), shown) + SIDE


@cache
def _palette() -> Any:
    """Every colour that is drawn, and what edges of letters and lines make of it: found once, not anew in each picture."""
    grounds = [PAPER, *(colour for colour, _pattern in LOOKS)]
    pairs = [*((INK, ground) for ground in grounds), (SOFT, PAPER), (LINE, PAPER), (PAPER, LOOKS[5][0])]
    steps = [(ImageColor.getrgb(one), ImageColor.getrgb(other), step / 15) for one, other in pairs for step in range(16)]
    blends = [tuple(round(a + (b - a) * part) for a, b in zip(one, other, strict=True)) for one, other, part in steps]
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in dict.fromkeys(blends) for value in colour[:3]])
    return palette


@cache
def font(size: int, *, bold: bool = False) -> Any:
    return ImageFont.truetype(str(FONTS / f"NotoSans-{'Bold' if bold else 'Regular'}.ttf"), size)


class Page:
    """A sheet that is filled from above.

    Attributes:
        y: where the next line begins, in pixels.
    """

    def __init__(self, draw: Any, sheet: Any) -> None:
        self.draw, self.sheet, self.y = draw, sheet, SIDE

    def line(self, text: str, size: int = TEXT, *, bold: bool = False, fill: str = INK, right: str = "") -> None:
        """One line, as large as fits the width; `right` stands at the right edge."""
        letters = font(size, bold=bold)
        taken = letters.getlength(right) + GAP if right else 0
        shown, letters = _fitting(visible(text), size, bold, ROOM - taken)
        self.draw.text((SIDE, self.y), shown, fill=fill, font=letters)
        if right:
            self.draw.text((WIDTH - SIDE, self.y), right, fill=fill, font=font(size, bold=bold), anchor="ra")
        self.y += round(size * 1.42)

    def fits(self, text: str, size: int, right: str = "") -> bool:
        """Whether a line holds the text in full, at least in small."""
        taken = font(size).getlength(right) + GAP if right else 0
        return bool(font(round(size * 0.85)).getlength(visible(text)) <= ROOM - taken)

    def wrapped(self, text: str, size: int, right: str = "") -> None:
        """A text on one line, or on two of the same size; `right` stands at the edge of the last, or below it."""
        words = visible(text).split()
        letters, most = font(size), len(words) if self.fits(text, size) else 0
        cut = most or next((n for n in range(len(words), 0, -1) if letters.getlength(" ".join(words[:n])) <= ROOM), len(words))
        *above, last = [" ".join(part) for part in (words[:cut], words[cut:]) if part] or [""]
        for part in above:
            self.line(part, size)
        beside = right if self.fits(last, size, right) else ""
        self.line(last, size, right=beside)
        if right and not beside:
            self.line("", size, right=right)

    def rule(self) -> None:
        self.y += GAP
        self.draw.line((SIDE, self.y, WIDTH - SIDE, self.y), fill=LINE, width=2)
        self.y += GAP

    def bar(self, values: Sequence[float], looks: Sequence[tuple[str, str]], height: int = 92) -> None:
        """One bar of parts side by side, true to scale."""
        whole = sum(values)
        if whole <= 0:
            return
        self.y += GAP // 2
        ends = [SIDE + round(ROOM * end / whole) for end in accumulate(values, initial=0)]
        for left, right, (colour, pattern) in zip(ends, ends[1:], looks, strict=False):
            if right > left:
                self.sheet.paste(_patch(right - left, height, colour, pattern), (left, self.y))
                self.draw.rectangle((left, self.y, right, self.y + height), outline=INK, width=2)
        self.y += height + GAP

    def legend(self, items: Sequence[tuple[str, str]], looks: Sequence[tuple[str, str]]) -> None:
        """Swatch, name and value of each part, two beside each other."""
        half = ROOM // 2
        for at, ((name, value), (colour, pattern)) in enumerate(zip(items, looks, strict=True)):
            left = SIDE + at % 2 * half
            self.sheet.paste(_patch(46, 46, colour, pattern), (left, self.y + 5))
            self.draw.rectangle((left, self.y + 5, left + 46, self.y + 51), outline=INK, width=2)
            end = WIDTH - SIDE if at % 2 else left + half - 2 * GAP
            size = _beside(name, value, end - left - 60 - GAP)
            self.draw.text((left + 60, self.y), name, fill=INK, font=font(size))
            self.draw.text((end, self.y), value, fill=INK, font=font(size, bold=True), anchor="ra")
            if at % 2 or at == len(items) - 1:
                self.y += 62


def _fitting(text: str, size: int, bold: bool, room: float) -> tuple[str, Any]:
    """The text a little smaller, and at last shortened, so that it fits."""
    for smaller in range(size, round(size * 0.8), -2):
        if font(smaller, bold=bold).getlength(text) <= room:
            return text, font(smaller, bold=bold)
    letters = font(round(size * 0.8), bold=bold)
    while text and letters.getlength(f"{text}…") > room:
        text = text[: -max(1, len(text) // 20)].rstrip()
    return f"{text}…", letters


def _beside(name: str, value: str, room: float) -> int:
    """The size in which a name and its value stand beside each other."""
    sizes = range(SMALL, 24, -2)
    return next((size for size in sizes if font(size).getlength(name) + font(size, bold=True).getlength(value) <= room), 24)


def _patch(width: int, height: int, colour: str, pattern: str) -> Any:
    """A rectangle in a colour, with a pattern over it that stands without the colour too."""
    patch = Image.new("RGB", (width, height), colour)
    draw = ImageDraw.Draw(patch)
    step, ink = 18, PAPER if pattern == "|" else INK
    if pattern in {"/", "x"}:
        for x in range(-height, width, step):
            draw.line((x, height, x + height, 0), fill=ink, width=2)
    if pattern == "x":
        for x in range(-height, width, step):
            draw.line((x, 0, x + height, height), fill=ink, width=2)
    if pattern == "-":
        for y in range(step // 2, height, step):
            draw.line((0, y, width, y), fill=ink, width=2)
    if pattern == "|":
        for x in range(step // 2, width, step):
            draw.line((x, 0, x, height), fill=ink, width=2)
    if pattern == ".":
        for y in range(step // 2, height, step):
            for x in range(step // 2, width, step):
                draw.ellipse((x - 2, y - 2, x + 2, y + 2), fill=ink)
    return patch


def _draw(page: Page, shown: Sheet) -> int:
    page.line(shown["title"], 58, bold=True)
    page.wrapped(shown["name"], 44)
    page.line(shown["as_of"], SMALL, fill=SOFT)
    page.rule()
    page.line(shown["forecast"], 74, bold=True)
    if shown["goal"]:
        _goal(page, shown["goal"])
    if shown["survey"]:
        page.line(shown["survey"], SMALL, fill=SOFT)
    page.rule()
    page.line(shown["points"]["head"], 44, bold=True)
    _parts(page, shown["points"]["parts"], LOOKS, 92)
    page.rule()
    page.line(shown["rows"]["head"], 44, bold=True)
    for text in shown["rows"]["rates"]:
        page.line(text)
    _parts(page, shown["rows"]["parts"], ROW_LOOKS, 64)
    page.rule()
    _late(page, shown["late"])
    return page.y


def _goal(page: Page, goal: Sheet) -> None:
    """The forecast as a bar, the target as a mark across it."""
    page.y += 34
    height, top = 44, page.y
    reached, at = (SIDE + round(ROOM * goal[one]) for one in ("reached", "wanted"))
    page.draw.rectangle((SIDE, top, WIDTH - SIDE, top + height), outline=INK, width=2)
    page.draw.rectangle((SIDE, top, reached, top + height), fill=LOOKS[0][0], outline=INK)
    page.draw.line((at, top - 14, at, top + height + 14), fill=INK, width=8)
    page.draw.polygon(((at - 20, top - 34), (at + 20, top - 34), (at, top - 8)), fill=INK)
    page.y += height + GAP
    page.line(goal["told"], TEXT, bold=True)


def _parts(page: Page, parts: Sequence[Sequence[Any]], looks: Sequence[tuple[str, str]], height: int) -> None:
    page.bar([value for _name, _told, value in parts], looks, height)
    page.legend([(name, told) for name, told, _value in parts], looks)


def _late(page: Page, late: Sheet) -> None:
    page.line(late["head"], 44, bold=True)
    for who, days in late["lines"]:
        page.wrapped(who, TEXT, right=days)  # the given name stands last: it is the one that must not be cut
    if late["more"]:
        page.line(late["more"], SMALL, fill=SOFT)
