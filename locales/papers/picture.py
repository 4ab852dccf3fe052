"""The picture of /tiendo: one screen of a phone, drawn at three times its size; every part has a pattern and a label."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from locales import formats
from locales.papers.names import visible
from locales.say import picture as say
from locales.say import tables
from storage.papers import Facts
from storage.rules.rollup import Late

FONTS = Path(__file__).parent / "fonts"
WIDTH, SIDE, GAP = 1080, 56, 22
ROOM = WIDTH - 2 * SIDE
INK, SOFT, LINE, PAPER = "#1A1A1A", "#4D4D4D", "#8C8C8C", "#FFFFFF"
MOST_LATE = 5
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
    """Draw the picture.

    Args:
        path: of the PNG.
        facts: what it shows.
    """
    sheet = Image.new("RGB", (WIDTH, 2400), PAPER)
    y = _draw(Page(ImageDraw.Draw(sheet), sheet), facts)
    sheet.crop((0, 0, WIDTH, y + SIDE)).quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, "PNG")


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

    def wrapped(self, text: str, size: int) -> None:
        """A text on as many lines as it needs, two at most."""
        words = visible(text).split()
        cut = next((n for n in range(len(words), 0, -1) if self.fits(" ".join(words[:n]), size)), len(words))
        for part in (words[:cut], words[cut:]):
            if part:
                self.line(" ".join(part), size)

    def rule(self) -> None:
        self.y += GAP
        self.draw.line((SIDE, self.y, WIDTH - SIDE, self.y), fill=LINE, width=2)
        self.y += GAP

    def bar(self, values: Sequence[Decimal], looks: Sequence[tuple[str, str]], height: int = 92) -> None:
        """One bar of parts side by side, true to scale."""
        whole = sum(values)
        if whole <= 0:
            return
        self.y += GAP // 2
        ends = [SIDE + round(ROOM * float(end / whole)) for end in accumulate(values, initial=Decimal(0))]
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
            self.draw.text((left + 60, self.y), name, fill=INK, font=font(SMALL))
            end = WIDTH - SIDE if at % 2 else left + half - 2 * GAP
            self.draw.text((end, self.y), value, fill=INK, font=font(SMALL, bold=True), anchor="ra")
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


def _draw(page: Page, facts: Facts) -> int:
    parts = facts.summary.parts
    page.line(say.title(facts.year), 58, bold=True)
    page.wrapped(facts.name, 44)
    page.line(say.as_of(formats.moment(facts.at, facts.zone)), SMALL, fill=SOFT)
    page.rule()
    page.line(say.forecast(parts), 74, bold=True)
    if facts.whole:
        _target(page, facts)
    if parts.survey:
        page.line(say.without_survey(parts.survey), SMALL, fill=SOFT)
    page.rule()
    page.line(say.points_head(parts), 44, bold=True)
    values = [getattr(parts, key) for key, _name in tables.part_names()]
    page.bar(values, LOOKS)
    named = [(name, formats.full_points(value)) for (_key, name), value in zip(tables.part_names(), values, strict=True)]
    page.legend(named, LOOKS)
    page.rule()
    _rows(page, facts)
    page.rule()
    _late(page, facts.summary.overdue)
    return page.y


def _target(page: Page, facts: Facts) -> None:
    """The forecast as a bar, the target as a mark across it."""
    parts = facts.summary.parts
    scale = max(parts.maximum, facts.target)
    if scale <= 0:
        return
    page.y += 34
    height, top = 44, page.y
    page.draw.rectangle((SIDE, top, WIDTH - SIDE, top + height), outline=INK, width=2)
    page.draw.rectangle(
        (SIDE, top, SIDE + round(ROOM * float(parts.forecast / scale)), top + height), fill=LOOKS[0][0], outline=INK
    )
    at = SIDE + round(ROOM * float(facts.target / scale))
    page.draw.line((at, top - 14, at, top + height + 14), fill=INK, width=8)
    page.draw.polygon(((at - 20, top - 34), (at + 20, top - 34), (at, top - 8)), fill=INK)
    page.y += height + GAP
    page.line(say.target(parts, facts.target), TEXT, bold=True)


def _rows(page: Page, facts: Facts) -> None:
    rows = facts.summary.rows
    page.line(say.rows_head(rows), 44, bold=True)
    for text in say.rates(rows):
        page.line(text)
    counted = say.row_parts(rows)
    page.bar([Decimal(number) for _name, number in counted], ROW_LOOKS, 64)
    page.legend([(name, str(number)) for name, number in counted], ROW_LOOKS)


def _late(page: Page, late: Sequence[Late]) -> None:
    total = sum((one.points or Decimal(0) for one in late), Decimal(0))
    page.line(say.late_head(len(late), total), 44, bold=True)
    for one in sorted(late, key=lambda one: (-(one.points or 0), -one.days_late))[:MOST_LATE]:
        who, days = say.late(one)
        if page.fits(who, TEXT, right=days):
            page.line(who, TEXT, right=days)
        else:  # the given name stands last: it is the one that must not be cut
            page.wrapped(who, TEXT)
            page.line("", TEXT, right=days)
    if len(late) > MOST_LATE:
        page.line(say.more(len(late) - MOST_LATE), SMALL, fill=SOFT)
