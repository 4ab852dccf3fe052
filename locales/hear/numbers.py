"""Numbers in words ("tám mươi", "hai ba", "một rưỡi"), percents and shares."""

import re
from collections.abc import Sequence

from .fold import bare, shape
from .grammar import apply_all, rewrites

_DIGITS = {"một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}


def _spelled(values: dict[str, int]) -> dict[str, int]:
    """Key number words by shape and by the spelling that `repair` leaves where marks were lost."""
    found: dict[str, int] = {}
    for word, value in values.items():
        for key in (shape(word), bare(shape(word)) + "~"):
            found.setdefault(key, value)
    return found


NUMBER_WORDS = frozenset(map(shape, (*_DIGITS, "mươi", "chục", "mười", "trăm", "rưỡi")))

_ONES = _spelled(_DIGITS)
_TENS = frozenset(_spelled({"mươi": 10, "chục": 10}))
_TEN = frozenset(_spelled({"mười": 10}))
_FIVES = frozenset(_spelled({"lăm": 5}))
_HUNDRED = frozenset(_spelled({"trăm": 100}))
_COUNTING = _ONES.keys() | _TENS | _TEN | _HUNDRED
_UNITS = frozenset(
    _spelled(
        dict.fromkeys("phần ngày hôm tuần tháng điểm giờ tiếng phút thôn xã hộ hồ buổi rưỡi ấp khu bản đơn phòng tổ".split(), 0)
    )
)
_LEADS = frozenset(_spelled(dict.fromkeys("thứ ngày mùng mươi phần quý trừ phẩy".split(), 0)))


def number_words(words: Sequence[str]) -> list[str]:
    """Write number words as number tokens where a unit or an ordinal word shows that they count.

    Args: words: repaired words. Returns: the words with for example "#80", or "#2-3" for "hai ba".
    """
    if _COUNTING.isdisjoint(words) and not any(word[0] == "#" for word in words):
        return list(words)
    out: list[str] = []
    place = 0
    while place < len(words):
        token, after = _read(words, place)
        if token and _counts(words, place, after, token):
            out.append(token)
            place = after
        else:
            out.append(words[place])
            place += 1
    return out


def _counts(words: Sequence[str], start: int, after: int, token: str) -> bool:
    follows = words[after] if after < len(words) else ""
    leads = words[start - 1] if start else ""
    if len(token) > 2 and "-" not in token:
        return True
    if _is(leads, "châm1") or _is(follows, "châm1"):
        return not _is(follows, "điêm3") or _is(leads, "châm1")
    if _is(follows, "phây3"):
        return True
    if _is(leads, "thang1"):
        return _is(leads, "thang1") and not _is(follows, "ngay2") and words[start] not in {"nam~", "năm", "sau~"}
    if _is_share(words, start, after):
        return True
    if _is(words[start], "môt1"):
        return follows in _UNITS and not _is(leads, "ngay2")
    return follows in _UNITS or leads in _LEADS


def _is_share(words: Sequence[str], start: int, after: int) -> bool:
    """See "bốn trên năm nội dung": a number on either side of "trên"."""
    whole_follows = words[after : after + 1] == ["trên"] and bool(_read(words, after + 1)[0])
    return whole_follows or (start > 1 and words[start - 1] == "trên" and _digit(words, start - 2) is not None)


def _is(word: str, shaped: str) -> bool:
    return word in (shaped, bare(shaped) + "~", bare(shaped))


def _read(words: Sequence[str], place: int) -> tuple[str, int]:
    """Read the number word that begins at a place; an empty token where there is none."""
    value = _digit(words, place)
    following = words[place + 1] if place + 1 < len(words) else ""
    if value is None:
        return _read_ten(words, place)
    if following in _TENS:
        unit = _digit(words, place + 2) if not _unit_follows(words, place + 3) else None
        return (f"#{value * 10 + unit}", place + 3) if unit else (f"#{value * 10}", place + 2)
    if following in _HUNDRED:
        return f"#{value * 100}", place + 2
    if following in _FIVES:
        return f"#{value}5", place + 2
    second = _digit(words, place + 1)
    if second == value + 1:
        if place + 2 < len(words) and words[place + 2] in _TENS:
            return f"#{value * 10}-{second * 10}", place + 3
        return f"#{value}-{second}", place + 2
    return f"#{value}", place + 1


def _unit_follows(words: Sequence[str], place: int) -> bool:
    """Say whether the digit before this place belongs to a later date: "tám mươi thứ hai"."""
    return place - 2 >= 0 and place - 1 < len(words) and words[place - 2] in {"thư1", "thu~"}


def _read_ten(words: Sequence[str], place: int) -> tuple[str, int]:
    word = words[place]
    if word in _TEN:
        unit = _digit(words, place + 1)
        return (f"#{10 + unit}", place + 2) if unit else ("#10", place + 1)
    following = words[place + 1] if place + 1 < len(words) else ""
    if word in _HUNDRED and following in {"phân2", "phan~", "phan"}:
        return "#100", place + 1
    if word in _TENS and (following in {"phân2", "phan~", "phan"} or (_is(word, "chuc5") and following in _UNITS)):
        return "#10", place + 1
    if word.startswith("#") and following in _TENS:
        return _tens_of(word), place + 2
    return "", place


def _tens_of(token: str) -> str:
    """Multiply a number token: "8 chục", "7 8 chục"."""
    return "#" + "-".join(str(int(part) * 10) for part in token[1:].split("-") if len(part) < 4)


def _digit(words: Sequence[str], place: int) -> int | None:
    if place >= len(words):
        return None
    if words[place] == "<name>":
        return None
    return _ONES.get(words[place])


def percents(text: str) -> str:
    """Write what is said of a share of the work as percent tokens ("%80"), ranges by their lower end.

    Args: text: the rendered reply. Returns: the same, with "ba phần tư", "12/15 thôn", "nửa", "80 phần trăm" as tokens.
    """
    return apply_all(_SHARES, text)


def _percent(match: re.Match[str]) -> str | None:
    value = int(match.group(1)[:4])
    return f"%{value} " if value <= 100 else None


def _lower_end(match: re.Match[str]) -> str | None:
    """Read "tầm 60 70 phần trăm", a range spoken without its dash."""
    low, high = (int(number[:4]) for number in re.findall(r"#(?:\d+-)?(\d+) ", match.group())[-2:])
    return f"{match.group().partition('#')[0]}%{low} " if low + 10 == high <= 100 else None


def _remaining(match: re.Match[str]) -> str | None:
    """Read "còn 5 %" as what is left, unless the reply says a share itself."""
    alone = match.string.count(" %") == 1
    return f"con2 %{100 - int(match.group(1)[:3])} " if alone and int(match.group(1)[:4]) <= 100 else "con2 "


def _bare_percent(match: re.Match[str]) -> str | None:
    """Read a number over 10 as a percentage, in place; smaller ones say nothing alone."""
    number = re.findall(r"[#-](\d+)", match.group())[0]
    if not 10 < int(number[:4]) <= 100:
        return None
    return re.sub(r"[#-]\d+(?:-\d+)? ", f"%{number} ", match.group(), count=1)


def _share(match: re.Match[str]) -> str | None:
    """Round n/m, within its context, to a percentage; decimals are scores."""
    found = re.search(r"/(\d+)/(\d+) |#(\d+) (?:\S+ ){1,3}#(\d+) ", match.group())
    if not found:
        return None
    part, whole = (int(number[:6]) for number in found.groups() if number)
    if not whole > 0 or part > whole:
        return None
    return match.group().replace(found.group(), f"%{int(100 * part / whole + 0.5)} ", 1)


def _part_of(match: re.Match[str]) -> str | None:
    """Read "15 hồ sơ, đã xong 9": the whole comes first."""
    whole, part = (int(group[:6]) for group in match.groups() if group)
    lead = re.sub(r"#\d+ ", "", match.group())
    return f"{lead}%{int(100 * part / whole + 0.5)} " if 0 < part <= whole else None


def _of_all(match: re.Match[str]) -> str | None:
    """Read "2 thôn nộp trong tổng số 8 thôn"."""
    part, whole = (int(group[:6]) for group in match.groups() if group)
    return f"%{int(100 * part / whole + 0.5)} " if 0 < part <= whole else None


def _may_be_day(match: re.Match[str]) -> bool:
    """Say whether n/m can be a day and a month."""
    found = re.search(r"/(\d+)/(\d+) ", match.group())
    return found is None or int(found[2][:6]) <= 12


def _small_share(match: re.Match[str]) -> str | None:
    """Read "hoàn thành 3/4" as a share; "xong 5/12" is rather a day."""
    whole = re.search(r"/\d+/(\d+) ", match.group())
    return _share(match) if whole and int(whole[1][:6]) <= 10 else None


def _half(match: re.Match[str]) -> str:
    """Write half as 50 %, keeping what was said before it: "được một nửa" -> "được %50"."""
    words = match.group().split()
    kept = [word for word in words[:-1] if word not in _HALF_LEADS and not word.startswith("#")]
    return " ".join([*kept, "%50", ""])


_HALF_LEADS = frozenset(_spelled(dict.fromkeys(("một", "phân", "quá", "hơn", "gần"), 0)))
_SHARES = rewrites(
    (
        ("từ? LOW đến/tới PCT", _percent),
        ("{nearby} LOW NUM phần_trăm", _lower_end),
        ("từ? LOW đến/tới NUM phần_trăm\nRANGE phần_trăm\nLOW phần_trăm\nLOW pt", _percent),
        (
            "tổng_cộng/có/tổng/trong/trên NUM {unit} ..1 ,? ..2 {finish}/{did}/được được? NUM !điểm\nNUM {unit} thì/mà ..1 {finish}/{did}/được được? NUM $",
            _part_of,
        ),
        ("còn/thiếu lại? khoảng/tầm/chừng/cỡ/độ/gần/hơn? PCT", _remaining),
        ("NUM {unit} ..2 trong/trên tổng? số? NUM {unit}", _of_all),
        ("NUM phần NUM\nNUM trên/trong tổng? số? NUM {unit}", _share),
        (
            "FRACTION số? {unit}\nđược/đạt/xong/hoàn_thành/làm/khoảng/hơn/gần/mới được? FRACTION rồi/công_việc/khối_lượng/việc/thôi/thì/nhưng/mà/$\n^ FRACTION rồi\nđược/đạt/làm/mới/khoảng/tầm FRACTION $\nlàm/mới/đã/được đến/tới FRACTION rồi/thôi/công_việc/khối_lượng/việc",
            _share,
        ),
        ("xong/hoàn_thành FRACTION $", _small_share),
        (
            "đến/tới FRACTION rồi/công_việc/khối_lượng/việc/thôi/thì/nhưng/mà/$\nđã/được/mới/xong/làm ..3 FRACTION +1",
            lambda match: None if _may_be_day(match) else _share(match),
        ),
        (
            "phân/tới/quá/hơn/gần/được/xong/làm/một/còn/có/mới/chừng/khoảng/tầm/cỡ/độ nửa !chừng/vời/tháng/ngày/tiếng/điểm/buổi/năm/giờ/đường/vùng\nmột nữa\nNUM nửa !tháng/ngày/tuần/giờ\n^ nửa rồi\nđược/mới nửa đường\nnửa việc/công_việc/khối_lượng",
            _half,
        ),
        (
            "^ {nearby}? {nearby}? LOW rồi? $\nxong/hoàn_thành/được/đạt LOW rồi? $\n{nearby} LOW rồi/%\n^ {nearby}? {nearby}? RANGE rồi? $\n{nearby} RANGE rồi",
            _bare_percent,
        ),
    )
)
"""How a share of the work is said, in the order tried."""
