"""Criterion codes and self scores: which of the decimals in a reply is which."""

import re

from .grammar import apply_all, rewrites

CODE = re.compile(r"&([\d.]+) ")
SCORE = re.compile(r"\$([\d.]+) ")


def codes_and_scores(text: str) -> str:
    """Write criterion codes as "&1.2" and points as "$1.5".

    Args: text: the rendered reply. Returns: the same; a lone decimal stays as it is, for nobody can tell what it is.
    """
    return apply_all(_REWRITES, text)


def _numbers(match: re.Match[str]) -> list[str]:
    return [group for group in match.groups() if group]


def _code(match: re.Match[str]) -> str:
    return "tiêu chi1 &" + ".".join(_numbers(match)) + " "


def _listed_code(match: re.Match[str]) -> str:
    """Read "1,2 xong" as the code 1.2; no code begins with 0, as points do."""
    return re.sub(r"\$([1-9][\d.]*) ", r"&\1 ", match.group())


def _spoken_code(match: re.Match[str]) -> str:
    return "&" + ".".join(_numbers(match)) + " "


def _code_or_points(match: re.Match[str]) -> str:
    """Read a decimal for a code; none begins with 0, as points do."""
    return _score(match) if match.group().startswith("+0") else _spoken_code(match)


def _score(match: re.Match[str]) -> str:
    """Keep the words before the number ("tự chấm", "trừ") and write the number as points."""
    value = _numbers(match)[0]
    return f"{_lead(match)}${value} "


def _spoken_score(match: re.Match[str]) -> str:
    whole, part = _numbers(match)[:2]
    return f"{_lead(match)}${whole}.{part} "


def _half_more(match: re.Match[str]) -> str:
    return f"{_lead(match)}${_numbers(match)[0]}.5 "


def _half_point(_match: re.Match[str]) -> str:
    return "$0.5 "


def _shared_points(match: re.Match[str]) -> str | None:
    """Read n/m with a decimal as points: a fraction of the work or a date has none."""
    return f"{_lead(match)}${_numbers(match)[0]} " if "." in match.group() else None


def _lead(match: re.Match[str]) -> str:
    """Give the words of a match up to its first number."""
    return re.split(r"(?:(?<= )|^)[#$+/]", match.group(), maxsplit=1)[0]


_MARKING = "tự_cho/chấm/đánh_giá/chấm_điểm/tự_chấm/cho_điểm"
_REWRITES = rewrites(
    (
        (
            "^ ..2 NUM chấm NUM chấm NUM !điểm",
            lambda match: re.sub(r"#(\d+) châm1 #(\d+) châm1 #(\d+) ", r"&\1.\2.\3 ", match.group()),
        ),
        ("tiêu_chí/mục/tiểu_mục/chỉ_tiêu số? thứ? NUM chấm NUM chấm NUM\ntiêu_chí/mục/tiểu_mục/chỉ_tiêu số? NUM chấm NUM", _code),
        (f"{_MARKING} ..2 NUM chấm NUM điểm?\nNUM chấm NUM điểm", _spoken_score),
        ("NUM chấm NUM chấm NUM\nNUM chấm NUM", _spoken_code),
        ("^ SCORE đang/chưa/đã làm/thực_hiện/xong/nộp/hoàn_thành", _listed_code),
        ("^ SCORE xong/hoàn_thành/chưa rồi? $", _listed_code),
        ("^ cho DECIMAL $", _score),
        ("NUM phẩy NUM điểm?", _spoken_score),
        ("không phẩy NUM điểm?", lambda match: f"$0.{_numbers(match)[0]} "),
        (
            "tiêu_chí/mục/tiểu_mục/chỉ_tiêu số? DECIMAL điểm liệt/tối_đa/tối_thiểu/cộng/trừ/thưởng/chuẩn/số/là/bao_nhiêu/thế_nào/sao/tính",
            lambda match: re.sub(r".*\+([\d.]+) ", r"tiêu chi1 &\1 ", match.group()),
        ),
        (
            "tiêu_chí/mục/tiểu_mục/chỉ_tiêu số? DECIMAL !điểm\ntiêu_chí số? NUM !điểm\nmục số? NUM =hỏi/nghĩa/là/yêu_cầu/tính/chấm/có/cần",
            _code,
        ),
        ("FRACTION điểm?", _shared_points),
        (f"{_MARKING} ..4 FRACTION điểm?\nFRACTION điểm", _score),
        ("NUM điểm NUM $", _spoken_score),
        ("NUM điểm rưỡi\nNUM rưỡi !tháng/ngày/tuần/năm", _half_more),
        ("nửa điểm", _half_point),
        ("chấm/tự_chấm không điểm", lambda _match: "châm1 $0 "),
        ("tại/ở NUM điểm !cầu\n{send} được? NUM trong/trên NUM điểm !cầu", lambda match: f"{match.group()}câu2 "),
        ("NUM điểm !cầu/mới/sáng\nDECIMAL điểm\nSCORE điểm", _score),
        ("chấm/đánh_giá DECIMAL SCORE", lambda match: f"châm1 &{_numbers(match)[0]} ${_numbers(match)[1]} "),
        (f"{_MARKING}/điểm ..2 DECIMAL !được/là", _score),
        (
            f"{_MARKING}/điểm là? tạm? khoảng? thôi? được? em? NUM !tiêu_chí/thôn/ngày/hôm/lần\n{_MARKING}/điểm ..1 : NUM/DECIMAL $\nđiểm ..2 là NUM/DECIMAL !tiêu_chí/thôn",
            _score,
        ),
        ("SCORE trên/trong tổng? số? SCORE/NUM", lambda match: f"${_numbers(match)[0]} "),
        ("trừ đi? SCORE/NUM/DECIMAL", lambda _match: "trư2 "),
        ("SCORE ,? ..2 nhầm/lộn/quên/không ,? là? DECIMAL", lambda match: match.group().replace("+", "$")),
        ("còn lại? DECIMAL điểm?\nthôi? còn NUM $", lambda match: _score(match) if "trư2 " in match.string else None),
    )
)
"""How codes and points are told apart, in the order tried."""


def loose_decimals(text: str) -> str:
    """Read the decimals that are left, once dates were found, as criterion codes; one that is the whole reply may be anything."""
    return apply_all(_LONE if _ALONE.fullmatch(text) else _LOOSE, text)


_ALONE = re.compile(r"[ .,;!?]*\+[\d.]+ [ .,;!?]*")
_LONE = rewrites((("^ DECIMAL $", lambda _match: "<number> "),))
_LOOSE = rewrites((("DECIMAL", _code_or_points),))
