"""Two people of one name in a file: which posts and units tell them apart, and which rows say neither."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.sheets.grid import Grid
from bot.sheets.model import Flag
from bot.sheets.names import GIVEN, PERSON, canonical, kind_of, without_title
from bot.sheets.people import named
from bot.sheets.posts import leads_elsewhere, meant
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
    helpers = {cells: _helpers(*cells) for cells in set(map(_cells, found))}
    leads = {(draft.row.lead, draft.row.lead_post, draft.row.lead_unit) for draft in found if draft.row.lead}
    told = {Mention(fold(name), post, unit) for name, post, unit in leads.union(*helpers.values())}
    homonyms = _Homonyms.of(told, listed)
    for draft in found if homonyms.places else ():
        row = draft.row
        if row.lead and homonyms.leave_open(Mention(fold(row.lead), row.lead_post, row.lead_unit)):
            draft.flags.append(Flag(row.sheet, row.row, "lead", NAMESAKES, row.lead))
        for name, post, unit in helpers[_cells(draft)]:
            if homonyms.leave_open(Mention(fold(name), post, unit)):
                draft.flags.append(Flag(row.sheet, row.row, "supports", NAMESAKES, name))


def _cells(draft: Draft) -> tuple[str, str, str | None]:
    line = draft.item.line
    return line.lead.raw, line.at("supports").raw, draft.row.lead


def _helpers(lead: str, supports: str, leader: str | None) -> list[tuple[str, str | None, str | None]]:
    """Give who helps in a row, by what its cells say."""
    return [one for cell in (lead, supports) for one in named(cell) if one[0] != leader]


class Mention(NamedTuple):
    """Somebody as a row names them; the name folded."""

    name: str
    post: str | None
    unit: str | None


class _Homonyms(NamedTuple):
    """Names that several people have.

    Attributes:
        places: the posts, or posts and units together, that tell them apart, by name.
        many: names that stand in several units.
        told: all that rows say.
    """

    places: dict[str, list[str]]
    many: frozenset[str]
    told: Collection[Mention]

    @classmethod
    def of(cls, told: Collection[Mention], listed: Iterable[Official]) -> "_Homonyms":
        """Find them among what rows say and a list of officials names twice."""
        posts: dict[str, list[str]] = {}
        units: dict[str, list[str]] = {}
        people = [(fold(one.name), one.place) for one in listed]
        times = Counter(name for name, _place in people)
        for name, place in people:
            posts.setdefault(name, []).extend([place] if times[name] > 1 else [])
            units.setdefault(name, [])
        for name, post, unit in told:
            posts.setdefault(name, []).extend([post] if post else [])
            units.setdefault(name, []).extend([unit] if unit else [])
        many = frozenset(name for name in posts if len(_apart(units[name])) > 1 or _lead_elsewhere(posts[name], units[name]))
        return cls({name: places for name, places in posts.items() if name in many or len(_apart(places)) > 1}, many, told)

    def leave_open(self, one: Mention) -> bool:
        """Tell whether this may be one or the other of that name."""
        if one.name not in self.places or one.post:
            return False
        if not one.unit or (one.name not in self.many and not self._picks(one)):
            return True
        return len(_apart(self._posts_in(one))) > 1

    def _posts_in(self, one: Mention) -> list[str]:
        """Give the posts that people of this name have in this unit."""
        unit = meant(one.unit or "")
        return [
            other.post
            for other in self.told
            if other.name == one.name and other.post and other.unit and meant(other.unit) == unit
        ]

    def _picks(self, one: Mention) -> bool:
        """Tell whether the unit picks exactly one of the people of that name."""
        unit = words(one.unit or "")
        return sum(unit in place for place in set(map(words, self.places[one.name]))) == 1


def _lead_elsewhere(posts: Sequence[str], units: Sequence[str]) -> bool:
    return any(leads_elsewhere(post, unit) for post in posts for unit in units)


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
