"""Bring the .po files in line with the messages in `say`: `python -m locales.update [--check]`.

New messages get an empty translation to fill in; gone ones are dropped. `--check` changes nothing and fails when a file is
behind, a translation is missing, or its placeholders differ.
"""

import re
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from locales import HERE

SAY = Path(__file__).parent / "say"
FIELD = re.compile(r"{(\w*)")


def messages_in(source: Path) -> list[tuple[str, int]]:
    """`(message, line)` of every `_("...")` of a module."""
    found = extract_from_file("python", str(source), keywords={"_": None})
    return [(str(message), line) for line, message, _comments, _context in found]


def hidden_in(source: Path) -> list[str]:
    """Messages inside f-strings: Python 3.11 cannot find those."""
    text = source.read_text(encoding="utf-8")
    return [f"{source.name}: a message inside an f-string: {found}" for found in re.findall(r"{[^{}\"]*_\('[^']*'\)", text)]


def updated(source: Path) -> tuple[Catalog, bytes]:
    """The catalogue of a module as it should be, and as bytes."""
    target = HERE / f"{source.stem}.po"
    old = read_po(BytesIO(target.read_bytes()), locale="vi") if target.exists() else Catalog(locale="vi")
    new = Catalog(locale="vi", header_comment=f"# What locales/say/{source.stem}.py says.", fuzzy=False)
    for message, _line in messages_in(source):
        before = old.get(message)
        new.add(message, before.string if before else "", locations=[(f"say/{source.name}", 0)])
    buffer = BytesIO()
    write_po(buffer, new, width=118, omit_header=False, sort_output=False)
    return new, _quiet(buffer.getvalue())


def _quiet(data: bytes) -> bytes:
    """Drop header lines that only record dates and tools."""
    noise = (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Report-Msgid",
        "Generated-By",
        "Project-Id",
    )
    dropped = tuple(f'"{name}'.encode() for name in noise)
    return b"".join(line for line in data.splitlines(keepends=True) if not line.startswith(dropped)).replace(b".py:0\n", b".py\n")


def faults(catalogue: Catalog) -> list[str]:
    """Messages without a translation, or with other placeholders than the original."""
    wrong = []
    for message in catalogue:
        if message.id and (not message.string or message.fuzzy):
            wrong.append(f"not translated: {message.id}")
        elif message.id and sorted(FIELD.findall(str(message.id))) != sorted(FIELD.findall(str(message.string))):
            wrong.append(f"other placeholders: {message.id}")
    return wrong


def main() -> int:
    check = "--check" in sys.argv
    problems = []
    for source in sorted(SAY.glob("*.py")):
        if not messages_in(source):
            continue
        problems += hidden_in(source)
        catalogue, data = updated(source)
        target = HERE / f"{source.stem}.po"
        if check and (not target.exists() or target.read_bytes() != data):
            problems.append(f"{target.name} is behind {source.name}: run python -m locales.update")
        if not check:
            target.write_bytes(data)
        problems += [f"{target.name}: {fault}" for fault in faults(catalogue)]
    print("\n".join(problems) or "catalogues complete", file=sys.stderr if problems else sys.stdout)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
