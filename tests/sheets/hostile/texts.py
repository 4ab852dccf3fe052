"""Hostile and odd CSV files, and files that are no table at all."""

import os

from tests.sheets.hostile.made import HEADER, ROWS, TABLE, document, file, words, workbook


def csv(rows=TABLE, mark: str = ",", end: str = "\r\n") -> str:
    return "".join(mark.join(f'"{text}"' if mark in text else text for text in texts) + end for texts in rows)


file("tot.csv", rows=3)(lambda: csv().encode())
file("bom.csv", rows=3)(lambda: csv().encode("utf-8-sig"))
file("cham-phay.csv", rows=3)(lambda: csv(mark=";").encode())
file("tab.tsv", rows=3)(lambda: csv(mark="\t").encode())
file("utf16-le.csv", rows=3)(lambda: csv(mark="\t").encode("utf-16"))
file("utf16-be.csv", rows=3)(lambda: b"\xfe\xff" + csv().encode("utf-16-be"))
file("utf16-khong-dau.csv", rows=3)(lambda: csv().encode("utf-16-le"))
file("1258.csv", rows=3)(lambda: as_1258(csv(mark=";")))
file("sep.csv", rows=3)(lambda: b"sep=;\r\n" + csv(mark=";").encode())
file("chi-cr.csv", rows=3)(lambda: csv(end="\r").encode())
file("ngoac-khong-dong.csv", "no_table", "too_big", rows=3)(lambda: csv().encode() + b'"' + b"a,b\n" * 200_000)
file("mot-dong-10mb.csv", "no_table", "too_big", "too_many_columns")(lambda: b"a," * (5 << 20))
file("nua-trieu-dong.csv", "too_big", is_slow=True)(lambda: csv([HEADER, *[ROWS[0]] * 300_000]).encode())
file("byte-khong.csv", "binary", "no_table", rows=3)(lambda: csv().encode() + b"\0" * 5000)
file("ngau-nhien.csv", "binary", "no_table")(lambda: os.urandom(60_000))
file("cong-thuc.csv", rows=3)(lambda: csv([HEADER, *[(code, "=cmd|'/c calc'!A0", points, who, due) for code, _, points, who, due in ROWS]]).encode())
file("excel.csv", "wrong_extension", "binary")(workbook)
file("word.csv", "wrong_extension", "binary")(lambda: document(words()))
file("csv.xlsx", "wrong_extension")(lambda: csv().encode())
file("rong.csv", "empty_file")(lambda: b"")
file("chi-tieu-de.csv", "no_table", rows=0)(lambda: csv([HEADER]).encode())
file("40mb.csv", "too_big")(lambda: b"x" * (40 << 20))
file("quet.pdf", "scanned")(lambda: b"%PDF-1.7\n" + b"\0" * 2000)
file("anh.jpg", "scanned")(lambda: b"\xff\xd8\xff\xe0" + b"\0" * 2000)
file("anh.heic", "scanned")(lambda: b"\0\0\0\x18ftypheic")
file("pdf.xlsx", "wrong_extension")(lambda: b"%PDF-1.7\n" + b"\0" * 2000)
file("anh.xlsx", "wrong_extension")(lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 2000)
file("bang.json", "other_kind")(lambda: b"[]")
file("khong-duoi", "other_kind")(lambda: csv().encode())


def as_1258(text: str) -> bytes:
    """Vietnamese as Windows-1258 has it: base letters with their tones after them."""
    import unicodedata

    tones = "\u0300\u0301\u0303\u0309\u0323"
    apart = []
    for mark in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", mark)
        kept = "".join(part for part in parts if part not in tones)
        apart.append(unicodedata.normalize("NFC", kept) + "".join(part for part in parts if part in tones))
    return "".join(apart).encode("cp1258")
