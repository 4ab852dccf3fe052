"""Replies so short that only the whole of them can be judged: "ok rồi", "2", "mai", a lone sign."""

import re

from .dates import MENTION
from .grammar import Index, wording
from .meaning import Meaning
from .reading import Reading

_UNCLEAR = wording("""
^ được rồi $
^ được $
^ ok rồi $
^ có $
^ không $
^ có rồi $
^ quên mất? tiêu? rồi? $
^ em? quên_béng mất? $
^ MARK MARK? MARK? MARK? $
^ NUM $
^ DECIMAL $
^ <number> $
^ <share> $
^ thôi $
^ có chứ $
^ tạm? ổn rồi? $
^ đủ rồi? $
^ không có $
^ không đâu $
^ tốt rồi $
""")
_QUESTION = wording("^ chưa $")
_DATE_ONLY = wording("^ vào/khoảng/tầm/chừng? CLOCK? {by}? DATE và? hoặc? ,? DATE? $\n^ {by}? LUNAR $")
_CODE = re.compile(r" \. (?:tiêu chi1 |muc5 )?&([\d.]+) ")
_STOPS = re.compile(r"(?<= )[.,;!:] ")


def alone(reading: Reading) -> Meaning | None:
    """Judge a reply by the whole of it (label rules: "Ambiguous", no intent).

    Args: reading: the reply. Returns: the meaning, or None where there is more to the reply.
    """
    row = " . " + " ".join(_STOPS.sub("", reading.text + " ").split()) + " . "
    if not row.strip(" .?"):
        return Meaning(intent="other")
    if _whole(_DATE_ONLY, row):
        days = [reading.days[int(number)] for number in MENTION.findall(row)]
        return Meaning(date=days[-1] if days else None, ambiguous=True)
    code = _CODE.match(row)
    if _whole(_UNCLEAR, f" . {row[code.end() :]}" if code else row):
        return Meaning(criterion=code.group(1) if code else None, ambiguous=True)
    if _whole(_QUESTION, row) and "?" in row:
        return Meaning(intent="status", ambiguous=True)
    return None


def _whole(table: Index[None], row: str) -> bool:
    found = (pattern.regex.search(row) for _, pattern in table.occurring(row))
    return any(match and match.start() <= 3 and match.end() >= len(row) - 3 for match in found)
