"""Word, Excel, PowerPoint and OpenDocument packages: refused with macros, commands or what comes from elsewhere."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from storage.evidence.inside import parts
from storage.evidence.inside.seen import Seen
from storage.evidence.package import MAX_ENTRIES
from storage.evidence.refusals import (
    ACTIVE,
    BOMB,
    EXTERNAL,
    EXTERNAL_ENTITY,
    MACROS,
    OBJECT,
    PASSWORD,
    TWO_KINDS,
    UNREADABLE,
    Refused,
)

_MACRO_PART = re.compile(r"vbaproject|vbadata|/macrosheets/|^basic/|^scripts/|^xl/dialogsheets/", re.IGNORECASE)
_OBJECT_PART = re.compile(r"/activex/|/embeddings/[^/]*\.bin$|oleobject|^object \d+/?$|^objectreplacements/", re.IGNORECASE)
_NESTED = re.compile(r"/embeddings/[^/]+\.(?:docx|xlsx|pptx)$", re.IGNORECASE)
_NESTED_OTHER = re.compile(
    r"/embeddings/|\.(?:exe|dll|js|vbs|ps1|bat|cmd|lnk|scr|hta|jar|msi|docm|xlsm|pptm|xlsb|dotm|swf)$", re.IGNORECASE
)
_MACRO_TYPE = re.compile(rb"macroEnabled|vbaProject|ms-excel\.(?:intl)?macrosheet|activeX", re.IGNORECASE)
_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_LINK = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ORDINARY_LINKS = ("/hyperlink", "/image", "/externallinkpath", "/externallink", "/video", "/audio", "/media")
_REMOTE = re.compile(r"^(?!file:///[a-z]:)(?:[a-z][a-z0-9+.-]+:|\\\\|//|%5c)", re.IGNORECASE)
_DDE_LINK = re.compile(rb"<(?:\w+:)?dde(?:Link|Items?)\b|<table:dde-link|<office:dde-source", re.IGNORECASE)
_DDE_FORMULA = re.compile(rb"<(?:\w+:)?f(?:\s[^>]*)?>[^<]{0,4000}?\w\|(?:'|&apos;|[^<]{1,200}!)", re.IGNORECASE)
_FIELD_CALL = re.compile(r"(?<!\w)DDE(?:AUTO)?(?!\w)|(?<!\w)QUOTE(?:\s+\d{2,3}){4,}")
_OPEN_SCRIPT = re.compile(
    rb"<(?:script:event-listener|office:script\b|form:form\b[^>]*xlink:href)|xlink:href=\"(?:vnd\.sun\.star\.script|macro):",
    re.IGNORECASE,
)
MOST_TEXT = 400_000


def look(path: Path, _extension: str, _shown: Path) -> Seen:
    """Look at every part of the package; a workbook inside a chart is looked at in the same way."""
    with zipfile.ZipFile(path) as package:
        texts = examine(package, path, budget=parts.Budget(path.stat().st_size))
    return Seen(lambda: "\n".join(texts)[:MOST_TEXT])


def examine(package: zipfile.ZipFile, path: Path | None, budget: parts.Budget, depth: int = 0) -> list[str]:
    """Look through a package and the packages in it.

    Raises:
        Refused: it holds what must not be kept.

    Returns:
        The text of the parts that people write in.
    """
    entries = package.infolist()
    if len(entries) > MAX_ENTRIES:
        raise Refused(BOMB)
    if path is not None:
        parts.refuse_wrapped(path, package)
    _refuse_names([one.filename for one in entries])
    texts = []
    for entry in entries:
        if entry.flag_bits & 1:
            raise Refused(PASSWORD)
        if _NESTED.search(entry.filename):
            if depth:
                raise Refused(OBJECT)
            with zipfile.ZipFile(parts.whole(package, entry, budget)) as inner:
                examine(inner, None, budget, depth + 1)
        elif parts.is_markup(entry.filename):
            data = parts.whole(package, entry, budget).getvalue()
            _refuse_markup(entry.filename.lower(), data)
            texts += parts.text_of(entry.filename.lower(), data)
        else:
            parts.count(package, entry, budget)
    return texts


def _refuse_names(names: list[str]) -> None:
    if len({name.lower() for name in names}) < len(names):
        raise Refused(TWO_KINDS)  # two parts of one name: what one program sees, another does not
    if any(name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") for name in names):
        raise Refused(UNREADABLE)
    if any(_MACRO_PART.search(name) for name in names):
        raise Refused(MACROS)
    if any(
        _OBJECT_PART.search(name) or (_NESTED_OTHER.search(name) and not _NESTED.search(name))
        for name in names
        if not name.endswith("/")
    ):
        raise Refused(OBJECT)


def _refuse_markup(name: str, data: bytes) -> None:
    """The part as bytes: XML that could declare or hide anything is refused before it is parsed."""
    plain = parts.as_utf8(data)
    if _ENTITY.search(plain):
        raise Refused(EXTERNAL_ENTITY)
    if name == "[content_types].xml" and _MACRO_TYPE.search(plain):
        raise Refused(MACROS)
    if name.endswith(".rels"):
        _refuse_links(plain)
    if _DDE_LINK.search(plain) or (name.startswith("xl/") and _DDE_FORMULA.search(plain)) or _OPEN_SCRIPT.search(plain):
        raise Refused(ACTIVE)
    if name.startswith("word/") and _FIELD_CALL.search(" ".join(parts.fields_of(plain))):
        raise Refused(ACTIVE)
    if name.startswith(("content.xml", "styles.xml")) and b"<draw:object-ole" in plain:
        raise Refused(OBJECT)


def _refuse_links(rels: bytes) -> None:
    for kind, target in _external(rels):
        if not kind.lower().endswith(_ORDINARY_LINKS) and _REMOTE.match(target.strip()):
            raise Refused(EXTERNAL)
        if kind.lower().endswith("/oleobject") or (
            kind.lower().endswith("/hyperlink") and re.match(r"(?i)\s*(?:javascript|vbscript|data|mhtml|ms-\w+):", target)
        ):
            raise Refused(EXTERNAL)


def _external(rels: bytes) -> Iterator[tuple[str, str]]:
    for link in _LINK.findall(rels):
        values = {key.lower(): (one or other).decode("utf-8", "replace") for key, one, other in _ATTRIBUTE.findall(link)}
        if values.get(b"targetmode", "").lower() == "external":
            yield values.get(b"type", ""), values.get(b"target", "")
