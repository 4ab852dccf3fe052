"""Which of the choices on offer typed words mean: their very words, those without the count, their first words, or yes and no."""

import re
from collections.abc import Sequence

from locales.hear import fold

COUNT = re.compile(r"\b\d+ | \d+$")
WORDS = re.compile(r"\w+")
YES = frozenset({"dong y", "chap thuan", "duyet", "nhat tri", "cho phep", "dong y cho", "dong y nhe"})
NO = frozenset({"khong", "ko", "khong dong y", "khong duyet", "khong chap thuan", "khong cho", "khong nhat tri", "tu choi"})
RIGHT = frozenset({"dung", "dung roi", "dung vay", "dung a", "chinh xac"})
"""What is proposed is right: "Đúng: số 45/BC-UBND ngày 10/11/2026"."""
SKIPS = frozenset(
    {"bo qua", "qua", "bo qua cho nay", "bo qua viec nay", "de sau", "de do", "de sau nhe", "de xem da", "de xem lai"}
    | {"chua biet", "khong biet", "chua ro", "khong ro", "chua chac", "khong chac", "khong nho", "chiu"}
)
"""This one is left for later, and the next is seen."""
GOES_ON = frozenset({"tiep", "tiep theo", "tiep tuc", "cho sau", "cho tiep theo", "sau", "ke tiep"})
ALL = re.compile(r"(?P<first>dung |tach )?(?:tat ca|toan bo|ca|het|ca het|het ca)(?: roi| nhe| a)*")
OF_ALL = re.compile(r"(?P<first>dung |tach )?ca \d+ ")
"""Every row at once, which is shown before it is recorded: "Đúng cả 08 việc", "Cả 03 việc đã hoàn thành"."""
COLUMN = "lay cot "
"""How a choice between two columns begins; the heading alone means it too."""
UNDOES = frozenset({"hoan tac", "hoan tac di", "hoan tac lai", "hoan tac lan ghi", "bo lan ghi", "bo lan ghi nay"})
BY_MISTAKE = re.compile(r"(?:(?:toi|em|minh|vua|da|bi|bam|ghi|an|chon|nhan) ){0,4}nham(?: roi| mat)?(?: a| nhe)?[. ]*")
AGREES, REFUSES = ("dong y", "chap thuan"), ("khong dong y", "khong chap thuan")
"""How the two answers to a request begin; other choices are never meant by a mere yes or no."""


def picked(text: str, offered: Sequence[tuple[str, str]]) -> str | None:
    """Give the route of the one choice that is meant; None where it is none or more than one.

    Args:
        text: what was typed.
        offered: label and route of each choice.
    """
    wanted, labels = fold(text), [(fold(label), route) for label, route in offered]
    same = [route for label, route in labels if label == wanted]
    if same:
        return same[0] if len(same) == 1 else None
    plain = " ".join(WORDS.findall(wanted))
    meant = {route for label, route in labels if _means(plain, " ".join(WORDS.findall(label)))}
    return meant.pop() if len(meant) == 1 else None


def _means(said: str, label: str) -> bool:
    """ "chưa thực hiện" means "Chưa thực hiện 43", "xem tên" means "Xem 01 tên gần giống"; one word is too little."""
    if said in YES and label.startswith(AGREES):
        return True
    if said in RIGHT and label.startswith("dung "):
        return True
    if said in SKIPS and label in {"xem cho sau", "de sau"}:
        return True
    if said in GOES_ON and (label in {"xem cho sau", "trang sau", "xem tiep"} or label.startswith("viec tiep theo")):
        return True
    if label.startswith(COLUMN) and said in {label.removeprefix(COLUMN), label.removeprefix("lay ")}:
        return True
    if said in UNDOES and label.startswith("ghi nham bo"):
        return True
    if (said_all := ALL.fullmatch(said)) and (of_all := OF_ALL.match(label)):
        return said_all["first"] in {None, of_all["first"]}
    if said in NO and label.startswith(REFUSES):
        return True
    if not said or any(ch.isdigit() for ch in said):
        return False
    bare = COUNT.sub("", label)
    return said == bare or (" " in said and any(one.startswith(f"{said} ") for one in (label, bare)))
