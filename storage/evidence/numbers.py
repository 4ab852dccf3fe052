"""Document numbers and criteria codes as people type them: `số 45/BC-UBND ngày 10/11/2026`, `TC 2.1.3`."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

# A figure such as 1182/1204 is no number of a document: letters must follow the slash, or "số" must stand before it.
_NUMBER = re.compile(
    r"(?<![\w/])(\d{1,5}[a-z]?)\s?/\s?((?:\d{4}\s?/\s?)?[a-zđ]{2,8}(?:[-&/.][a-zđ0-9]{1,12}){0,3})(?!\w)", re.IGNORECASE
)
# As the Party writes it, 45-BC/ĐU; only its kinds of paper, since "3-4 hs/ngay" is a figure too.
_PARTY = re.compile(
    r"(?<![\w/])(\d{1,5}[a-z]?)\s?[-–]\s?((?:bc|kh|qđ|qd|nq|tb|ttr|bb|ct|ctr|cv|hd|kl|qc|gm)\s?/\s?[a-zđ]{2,8}(?:-[a-zđ]{1,8}){0,2})(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<!\w)(?:văn bản|vb|công văn|cv|báo cáo|bc|kế hoạch|kh|quyết định|qđ|tờ trình)\s+số:?\s*(\d{1,5})(?![\d/.,]|\s*%)",
    re.IGNORECASE,
)
_SAID = re.compile(r"(?<!\w)s[ốo]:?\s*$", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s?(?:[/.-]|tháng)\s?(\d{1,2})(?:\s?(?:[/.-]|năm)\s?(\d{4}))?(?![\d/])")
_CODE = re.compile(r"(?<![\w.,/-])\d{1,2}(?:\.\d{1,2}){1,3}(?![\d/%]|[.,]\d|\s?(?:điểm|đ\b|%))")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_HOST = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#]|$)", re.IGNORECASE)
LONGEST_ADDRESS = 500
_ONLY_CODE = re.compile(r"(?:(?:tiêu chí|tc|mã|mục|việc)\s*:?\s*)?(\d{1,2}(?:\.\d{1,2}){0,3})\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """What is known of a document without its file, as people write it: "BC số 45/BC-UBND ngày 10/11/2026"."""

    number: str
    issued_on: date | None


def document_number(text: str, today: date) -> DocumentNumber | None:
    """The number of a document and its date, which is never in the future; None where no number is given."""
    text = unicodedata.normalize("NFC", text)
    found = _NUMBER.search(text)
    if found and ("-" in found[2] or found[2].isupper() or _SAID.search(text[: found.start()])):
        number = re.sub(r"\s", "", f"{found[1]}/{found[2]}").upper()
    elif found := _PARTY.search(text):
        number = re.sub(r"\s", "", f"{found[1]}-{found[2]}").upper()
    elif found := _BARE.search(text):
        number = found[1]
    else:
        return None
    return DocumentNumber(number, _issued(text[found.end() :], today))


def _issued(text: str, today: date) -> date | None:
    found = _DAY.search(text)
    if found is None:
        return None
    years = [int(found[3])] if found[3] else [today.year, today.year - 1]
    for year in years:
        try:
            made = date(year, int(found[2]), int(found[1]))
        except ValueError:
            continue
        if made <= today:
            return made
    return None


def address(text: str) -> str | None:
    """The web address that words name, as it stands there; None where there is none, or one with a password in it."""
    found = _ADDRESS.search(text)
    named = found[0].rstrip(".,;:!?)]}>\"'”") if found else ""
    return named if len(named) <= LONGEST_ADDRESS and _HOST.match(named) else None  # a password would stand before the host


def tries(text: str) -> bool:
    """Whether words mean to give a number, well or badly, and do not just ask to send something: `văn bản số ...`, `bc 45`."""
    plain = _CODE.sub(" ", unicodedata.normalize("NFC", text))
    return re.search(r"\d|(?<!\w)s[ốo](?!\w)", plain, re.IGNORECASE) is not None


def codes(text: str) -> list[str]:
    """Everything in a caption or file name that looks like a criteria code, each once; dates and points are none."""
    plain = unicodedata.normalize("NFC", text).replace("_", " ")
    return list(dict.fromkeys(_CODE.findall(plain)))


def only_code(text: str) -> str | None:
    """The code, when the text says nothing else: `2.1.3`, `TC 2.1.3`."""
    found = _ONLY_CODE.fullmatch(unicodedata.normalize("NFC", text).strip())
    return found[1] if found else None
