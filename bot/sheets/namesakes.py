"""Two people of one name in a file: which posts and units tell them apart, and which rows say neither."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.sheets.grid import Grid
from bot.sheets.model import Flag
from bot.sheets.names import GIVEN, PERSON, canonical, kind_of, without_title
from bot.sheets.posts import meant
from bot.sheets.rows import Draft
from bot.sheets.text import fold, words

NAMESAKES = "có hai người cùng tên, không ghi chức danh"
_NAME_HEADING = re.compile(r"ho (va )?ten|ten cong chuc|ho ten")
_POST_HEADING = re.compile(r"chuc (danh|vu)|vi tri")
_UNIT_HEADING = re.compile(r"phong|bo phan|don vi")


class Official(NamedTuple):
    """Somebody whom a list of officials names."""

    name: str
    post: str
    unit: str

    @property
    def place(self) -> str:
        """Post and unit together."""
        return f"{self.post} {self.unit}".strip()


def namesakes(found: Sequence[Draft], listed: Iterable[Official]) -> None:
    """Flag rows that do not tell which of two people of one name they mean; whom a list of officials names once is one."""
    posts: dict[str, list[str]] = {}
    units: dict[str, list[str]] = {}
    people = [(fold(one.name), one.place) for one in listed]
    times = Counter(name for name, _place in people)
    for name, place in people:
        posts.setdefault(name, []).extend([place] if times[name] > 1 else [])
    for name, post, unit in {(draft.row.lead, draft.row.lead_post, draft.row.lead_unit) for draft in found if draft.row.lead}:
        posts.setdefault(fold(name), []).extend([post] if post else [])
        units.setdefault(fold(name), []).extend([unit] if unit else [])
    many = {name: len(_apart(units.get(name, ()))) > 1 for name in posts}
    doubtful = {name for name, places in posts.items() if many[name] or len(_apart(places)) > 1}
    for draft in found:
        key = fold(draft.row.lead or "")
        if key in doubtful and not draft.row.lead_post and not (draft.row.lead_unit and (many[key] or _picks(draft, posts[key]))):
            draft.flags.append(Flag(draft.row.sheet, draft.row.row, "lead", NAMESAKES, draft.row.lead))


def _picks(draft: Draft, places: Sequence[str]) -> bool:
    """Tell whether the row's unit picks exactly one of the people of that name."""
    unit = words(draft.row.lead_unit or "")
    return sum(unit in place for place in set(map(words, places))) == 1


def _apart(places: Iterable[str]) -> list[frozenset[str]]:
    """Give the places that cannot be the same: "Trưởng phòng" may be "TP VH-XH", "Văn thư" is not "Một cửa"."""
    said = set(map(meant, places))
    return [place for place in said if not any(place < other for other in said)]


def officials(grids: Iterable[Grid]) -> Iterator[Official]:
    """Read lists of officials: names with their post and unit."""
    for grid in grids:
        heads: dict[int, str] = {}
        for row in grid.rows:
            texts = {column: words(grid.at(row, column).text) for column in range(1, grid.width + 1)}
            if any(_NAME_HEADING.search(text) for text in texts.values()):
                heads = texts
            elif heads:
                yield from _official(grid, row, heads)


def _official(grid: Grid, row: int, heads: dict[int, str]) -> list[Official]:
    def said(heading: re.Pattern[str]) -> list[str]:
        return [grid.at(row, column).text for column, head in heads.items() if heading.search(head)]

    name = next(iter(said(_NAME_HEADING)), "")
    post = " ".join(said(_POST_HEADING)).strip()
    unit = " ".join(text for text in said(_UNIT_HEADING) if text != post).strip()
    bare, _ = without_title(name)
    is_name = kind_of(bare) == PERSON or (kind_of(bare) == GIVEN and " " in bare)
    return [Official(canonical(bare), post, unit)] if bare and (post or unit) and is_name else []
