"""Typed words that the words beside them decide: "kh" is không or kế hoạch, "hong" is hỏng or hông."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from .fold import bare, shape
from .shorthand import PAPERS
from .slips import AFTER_NO_NAME, MEETING, NAMES, OFFICES, TITLES
from .tokens import Token

Sees = Callable[[Sequence[Token], int], bool]

_MACHINES = frozenset(
    "file wifi may máy chu chủ scan photo in mem mềm tinh tính dien điện mang mạng".split()  # and what they are the first word of
)
_VERBS = frozenset("xong xog lam lm nop gui ky hoan ban thuc trien bat cong to up".split())
_DONE_ENDS = frozenset(
    "xong xog song lam lm nop gui ky hanh thanh tat khai thien len thong nay hien ht th bc so tich duyet".split()
)
_OF = frozenset("của cua là la cho do giao chuyển hỏi nhờ để cấy thì thi ni này ny nớ đó chừ giờ với có".split())
_TO_END = frozenset(("", *"ạ a nhỉ anh chị ? em".split()))
_UTTERLY = frozenset(("", *"het hết roi rồi r mat mất".split()))
_AT_ITS_END = frozenset(("", *"lam dc duoc biet co can phai ro kip a ? lm xong".split()))


def text_after(tokens: Sequence[Token], place: int) -> str:
    """Give the text of the next token; at the end, nothing."""
    return tokens[place + 1].text if place + 1 < len(tokens) else ""


def is_name(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a word is a given name: after anh, chị ... with a capital, or one that is also a number or a time."""
    if not place:
        return False
    if _is_aunt(tokens, place - 1):
        return True
    if tokens[place - 1].text not in TITLES or (place > 1 and tokens[place - 2].text in {"tiêu", "tieu"}):
        return False
    if tokens[place].capital:
        return tokens[place].text not in OFFICES
    counts = place + 1 < len(tokens) and tokens[place + 1].kind == "int"  # "hẹn anh thứ 6"
    counts = counts or (place > 1 and tokens[place - 2].text in MEETING)
    return tokens[place].text in NAMES and not counts and text_after(tokens, place) not in AFTER_NO_NAME


def _before(words: str) -> Sees:
    """Sees one of some words behind it."""
    wanted = frozenset(words.split())
    return lambda tokens, place: text_after(tokens, place) in wanted


def _behind(words: Collection[str]) -> Sees:
    """Sees one of some words in front of it."""
    return lambda tokens, place: place > 0 and tokens[place - 1].text in words


def _either(*seen: Sees) -> Sees:
    return lambda tokens, place: any(sees(tokens, place) for sees in seen)


def _is_first(_tokens: Sequence[Token], place: int) -> bool:
    return place == 0


def _before_number(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].kind == "int"


def _behind_number(tokens: Sequence[Token], place: int) -> bool:
    return place > 0 and tokens[place - 1].kind == "int"


def _more_of(tokens: Sequence[Token], place: int) -> bool:
    """See a stretch of time: behind a number, with more of it asked for, "thêm 3 ng", or ahead, "2 ng nữa"."""
    asked = place > 1 and tokens[place - 2].text in {"thêm", "them", "hạn", "han", "lùi", "lui", "gh"}
    return _behind_number(tokens, place) and (asked or text_after(tokens, place) in {"nữa", "nua", "nx"})


def _thoroughly(tokens: Sequence[Token], place: int) -> bool:
    """See kỹ without its mark: "de lam cho ky"; "xong roi, cho ky" is chờ ký."""
    return place > 1 and tokens[place - 1].text == "cho" and tokens[place - 2].text in {"lam", "viet", "doc", "soat", "ra"}


def _first_part(tokens: Sequence[Token], place: int) -> bool:
    """See phần đầu without marks: behind what is done no striving (phấn đấu) follows."""
    return text_after(tokens, place) == "dau" and _behind_done(tokens, place)


def _behind_done(tokens: Sequence[Token], place: int) -> bool:
    return place > 0 and bare(shape(tokens[place - 1].text)) in _DONE_ENDS


def _is_aunt(tokens: Sequence[Token], place: int) -> bool:
    """See "o", the central word for cô, before a name: "của o Hoa", "o Hoa nhận rồi"."""
    named = place + 1 < len(tokens) and tokens[place + 1].capital and tokens[place + 1].text not in OFFICES
    return named and tokens[place].text == "o" and (not place or _behind(_OF)(tokens, place))


def _is_not_yet(tokens: Sequence[Token], place: int) -> bool:
    """See chưa with a letter lost: in front of what is done, or behind it at the end."""
    follows = text_after(tokens, place)
    return bare(shape(follows)) in _VERBS or (follows in _TO_END and _behind_done(tokens, place))


def _is_broken(tokens: Sequence[Token], place: int) -> bool:
    """See hỏng: behind a machine, or at the end of what is said of one."""
    before = [token.text for token in tokens[:place]]
    if before[-1:] and before[-1] in _MACHINES:
        return True
    follows = text_after(tokens, place)
    return follows in _UTTERLY and (bool(follows) or not _MACHINES.isdisjoint(before))


def _is_negation(tokens: Sequence[Token], place: int) -> bool:
    """See KH in small letters in front of a verb or at the end of a question."""
    return not tokens[place].capital and bare(shape(text_after(tokens, place))) in _AT_ITS_END


def _telling(tokens: Sequence[Token], place: int) -> bool:
    """See báo with its mark lost behind who tells: "dạ xong em bao", not "em bao nhiêu"."""
    return _behind("em e tôi tui mình sẽ để".split())(tokens, place) and text_after(tokens, place) not in _HOW_MUCH


def _waits(tokens: Sequence[Token], place: int) -> bool:
    """See chờ with its mark lost at the beginning of a clause: "cho ben dien luc khac phuc", not "cho ben em xin"."""
    if (place and tokens[place - 1].kind != "stop") or not text_after(tokens, place).isascii():
        return False
    words = [bare(shape(token.text)) for token in tokens[place + 1 : place + 9]]
    if words and words[0] in TITLES and not _SIGNS.isdisjoint(words[1:]):
        return True
    if not words or words[0] not in _OTHERS or words[1:2] in ([mine] for mine in _MINE):
        return False
    return not _HANDS_OVER.isdisjoint(words[1:])


_OTHERS = frozenset("ben toa phan phong doan tram truong cong nha dien viettel vnpt may he dan thon".split())
_SIGNS = frozenset("ky duyet phe".split())
_MINE = frozenset("em e toi tui minh mk to chung bon".split())
_HANDS_OVER = frozenset("gui tra chuyen duyet phan hoi cap cung xac khac sua tham nang giao nghiem nhan mem".split())
_ASKED_OF = "xem coi kiểm kiem cho gửi gui nhắc nhac ơi oi giúp giup nhận nhan"
_HOW_MUCH = frozenset("giờ gio nhiêu nhieu lâu lau gồm gom".split())
_ISSUED = _behind("chưa chua ch đã da".split())
_AT_HOME = _behind("ca o ve xay sua don có co".split())
_LINES: tuple[tuple[str, Sees, str], ...] = (
    ("hong", _is_broken, "hỏng"),
    ("hăm", _before("mốt hai ba bốn tư lăm nhăm sáu bảy tám chín"), "hai mươi"),
    ("bao", _telling, "báo"),
    ("a", _before(_ASKED_OF), "anh"),
    ("c", _before(_ASKED_OF), "chị"),
    ("cho", _waits, "chờ"),
    ("p ph", _behind_number, "phút"),
    ("ng", _more_of, "ngày"),
    ("nha", _either(_before("mang mạng thau thầu nuoc nước trai gai minh truong"), _AT_HOME), "nhà"),
    ("o", _is_aunt, "cô"),
    ("con", _before("mới ms"), "cháu"),
    ("phan", _first_part, "phần"),
    ("ky", _thoroughly, "kỹ"),
    ("cho", _before("moc"), "chó"),
    ("lv", _behind("ngày ngay".split()), "làm việc"),
    ("s", _before("hết het ạ a vậy v á đây"), "sao"),
    ("hen", _either(_is_first, _before("lai lại thu mai ngay tuan den sang cuoi dau chieu")), "hẹn"),
    ("mơi", _before("tui tôi em e mình bọn tụi"), "mai"),
    ("oi", _behind_done, "rồi"),
    ("đả", _before("động dong"), "đả"),
    ("bh bjo bgio", _ISSUED, "ban hành"),
    ("bh bjo bgio", _before("em e tôi bận ban đang dang đag dag vẫn chưa chua"), "giờ"),
    ("kh", _is_negation, "không"),
    (" ".join(PAPERS), _before_number, "số"),
    ("th ht", _before("lỗi loi sập sap treo"), "hệ thống"),
    ("song", _before("song"), "song"),
    ("song", _either(_before("4g 3g 5g dien wifi yeu"), _behind("co mat bat phat khong".split())), "sóng"),
    ("cha cưa", _is_not_yet, "chưa"),
    ("trưa trua", _before("xong xog"), "chưa"),
)
"""What was typed, beside what it is meant otherwise, and the words that are meant. The first line that holds counts."""


def _table() -> Mapping[str, tuple[tuple[Sees, tuple[str, ...]], ...]]:
    found: dict[str, tuple[tuple[Sees, tuple[str, ...]], ...]] = {}
    for typed, sees, meant in _LINES:
        for word in typed.split():
            found[word] = (*found.get(word, ()), (sees, tuple(map(shape, meant.split()))))
    return found


_MEANT = _table()
_LAUGHTER = re.compile(r"k{2,}|(?:h[aeiu]){2,}h?|lo+l|(?:ka|ke){2,}|hi[cx]+|hai?z+")


def meant_here(tokens: Sequence[Token], place: int) -> tuple[str, ...] | None:
    """Read a word by those beside it.

    Args: tokens: the reply; place: of the word. Returns: the shapes that are meant, none for laughter; None where the word does
        not depend on others.
    """
    if is_name(tokens, place):
        return ("<name>",)
    typed = tokens[place].text
    for sees, meant in _MEANT.get(typed, ()):
        if sees(tokens, place):
            return meant
    return () if _LAUGHTER.fullmatch(typed) else None
