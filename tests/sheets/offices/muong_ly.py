"""A commune's Word annex as typed over the years: old fonts in single cells, changes tracked, a table within a cell, four levels."""

from pathlib import Path

from tests.sheets.offices.fonts import tcvn3, vni
from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1", document="25/KH-UBND ngày 20/01/2026")
    page.above = ["UBND XÃ MƯỜNG LÝ", "PHỤ LỤC PHÂN CÔNG THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026", "(Kèm theo Kế hoạch số 25/KH-UBND ngày 20/01/2026 của UBND xã Mường Lý)"]
    page.line("STT", "Nội dung công việc", "Sản phẩm", "Người thực hiện", "Thời hạn")
    page.section("Cải cách thủ tục hành chính", "I", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "", "", "")
    page.over("Kiểm soát thủ tục", "1", "Kiểm soát thủ tục", "", "", "")
    page.over("Rà soát", "", "a) Rà soát", "", "", "")
    page.leaf(("", "- Lập danh mục", "Danh mục", "Hơ Văn Pó", "Tháng 3"), None, "Lập danh mục", None, "Hơ Văn Pó", day("2026-03-31"), "Danh mục")
    page.leaf(("", Looks(tcvn3("- Đề xuất cắt giảm"), font=".VnTime"), Looks(tcvn3("Tờ trình"), font=".VnTime"), Looks(tcvn3("Thao Thị Dợ"), font=".VnTime"), Looks(tcvn3("trước ngày 15 tháng 5"), font=".VnTime")),
              None, "Đề xuất cắt giảm", None, "Thao Thị Dợ", day("2026-05-14", strict=True), "Tờ trình")
    page.over("Công bố", "", "b) Công bố", "", "", "")
    page.leaf(("", "- Niêm yết", "Ảnh", "Thao Thị Dợ", "Thường xuyên"), None, "Niêm yết", None, "Thao Thị Dợ", ALWAYS, "Ảnh")
    page.leaf(("", Looks(vni("- Gỡ bản cũ"), font="VNI-Times"), "", Looks(vni("Hơ Văn Pó"), font="VNI-Times"), Looks(vni("ngay sau khi có quyết định"), font="VNI-Times")),
              None, "Gỡ bản cũ", None, "Hơ Văn Pó", unclear("ngay sau khi có quyết định"), flags={"due": "không có ngày"})
    page.group = None
    page.leaf(("2", "Giải quyết thủ tục", "Kết xuất", "Thao Thị Dợ", "30/10/2026"), None, "Giải quyết thủ tục", None, "Thao Thị Dợ", day("2026-10-30"), "Kết xuất")
    page.leaf(("3", "Lấy ý kiến người dân", "Phiếu", "Hơ Văn Pó", "Hằng quý"), None, "Lấy ý kiến người dân", None, "Hơ Văn Pó", again("quarterly"), "Phiếu")
    return Office("r02-xa-muong-ly.docx", 2026, [page], typed)


def typed(pages: list[Page], path: Path) -> None:
    """Write the document, then mark one date as changed and put a small table into a cell."""
    import docx as word
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    docx(pages, path)
    document = word.Document(str(path))
    table = document.tables[0]
    cell = table.cell(len(pages[0].lines) - 2, 4)
    cell.paragraphs[0]._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="x"><w:r><w:delText>31/12/2026</w:delText></w:r></w:del>'))
    inner = table.cell(len(pages[0].lines) - 1, 2).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Số phiếu", "100"
    pages[0].rows[-1]["evidence"] = "Phiếu Số phiếu 100"
    document.save(str(path))
