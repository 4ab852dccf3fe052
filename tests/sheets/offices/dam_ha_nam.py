"""A commune's Word file whose numbers Word itself writes, with changes still tracked, a content control around a name, and a nested list of papers."""

from pathlib import Path

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, docx, unclear


def write(pages: list[Page], path: Path) -> None:
    """Write the document, then take typed codes out for a numbered list and leave a change and a control in it."""
    import copy

    import docx as word
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls, qn

    docx(pages, path)
    document = word.Document(str(path))
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{"%1." + ".".join(f"%{m + 1}" for m in range(1, n + 1))}"/></w:lvl>'
        for n in range(3)
    )
    first = numbering.index(numbering.find(qn("w:num")))
    numbering.insert(first, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    table = document.tables[0]
    for row in table.rows[1:]:
        cell = row.cells[0]
        code = cell.text
        if not code[:1].isdigit():
            continue
        paragraph = cell.paragraphs[0]
        for run in list(paragraph.runs):
            run._r.getparent().remove(run._r)
        paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{code.count(".")}"/><w:numId w:val="77"/></w:numPr>'))
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                old, _, new = paragraph.text.partition("→")
                if new:
                    run = paragraph.runs[0]._r
                    gone = parse_xml(f'<w:del {nsdecls("w")} w:id="5" w:author="VP"><w:r><w:delText>{old}</w:delText></w:r></w:del>')
                    came = parse_xml(f'<w:ins {nsdecls("w")} w:id="6" w:author="VP"><w:r><w:t>{new}</w:t></w:r></w:ins>')
                    run.getparent().replace(run, gone)
                    gone.addnext(came)
                elif paragraph.text == "Chìu Thị Múi":
                    run = paragraph.runs[0]._r
                    control = OxmlElement("w:sdt")
                    content = OxmlElement("w:sdtContent")
                    content.append(copy.deepcopy(run))
                    control.append(content)
                    run.getparent().replace(run, control)
    document.save(str(path))


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1", document="15/QĐ-UBND ngày 13/01/2026")
    page.above = ["UBND XÃ ĐẦM HÀ NAM", "PHÂN CÔNG THỰC HIỆN CẢI CÁCH HÀNH CHÍNH NĂM 2026", "(Kèm theo Quyết định số 15/QĐ-UBND ngày 13/01/2026 của UBND xã Đầm Hà Nam)"]
    page.line("Mã số", "Nội dung", "Điểm chuẩn", "Công chức phụ trách", "Phối hợp", "Hạn hoàn thành", "Tài liệu kiểm chứng")
    page.section("Công tác chỉ đạo", "1", "CÔNG TÁC CHỈ ĐẠO", "2", "", "", "", "")
    page.leaf(("1.1", "Ban hành kế hoạch", "1", "Chìu Thị Múi", "", "15/01→20/01/2026", "Kế hoạch"), "1.1", "Ban hành kế hoạch", 1, "Chìu Thị Múi", day("2026-01-20"), "Kế hoạch")
    page.leaf(("1.2", "Kiểm tra nội bộ", "1", "Đặng A Lỷ→Phùn Văn Sáng", "Chìu Thị Múi", "Trong tháng 8", "Kết luận"), "1.2", "Kiểm tra nội bộ", 1, "Phùn Văn Sáng", day("2026-08-31"), "Kết luận", supports=("Chìu Thị Múi",))
    page.section("Cải cách thủ tục hành chính", "2", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "3", "", "", "", "")
    page.over("Công khai thủ tục", "2.1", "Công khai thủ tục", "2", "", "", "", "")
    page.leaf(("2.1.1", "Niêm yết tại trụ sở", "1", "Phùn Văn Sáng", "Các thôn, bản", "Thường xuyên", "Ảnh"), "2.1.1", "Niêm yết tại trụ sở", 1, "Phùn Văn Sáng", ALWAYS, "Ảnh", supports=("Các thôn", "bản"), maybe=("thôn, bản",))
    page.rows[-1]["supports"] = ["Các thôn, bản"]
    page.leaf(("2.1.2", "Công khai trên trang thông tin", "1", "Văn phòng", "", "Hàng tháng, trước ngày 10", "Đường dẫn"), "2.1.2", "Công khai trên trang thông tin", 1, None, again("monthly day 9", strict=True), "Đường dẫn", flags={"lead": "đơn vị"})
    page.group = None
    page.leaf(("2.2", "Giải quyết đúng hạn", "1", "Phùn Văn Sáng; Chìu Thị Múi", "", "theo chỉ tiêu tỉnh giao", "Thống kê"), "2.2", "Giải quyết đúng hạn", 1, "Phùn Văn Sáng", unclear("theo chỉ tiêu tỉnh giao"), "Thống kê", supports=("Chìu Thị Múi",), flags={"lead": "hai người", "due": "không rõ"})
    return Office("r07-xa-dam-ha-nam.docx", 2026, [page], write)
