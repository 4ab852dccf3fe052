"""A commune's CSV without any diacritics, as typed on an English machine, with quotes over several lines."""

from functools import partial

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.titles("UBND XA MUONG KHOA", "Bang phan cong cai cach hanh chinh nam 2026")
    page.line("Ma", "Tieu chi", "Diem chuan", "Nguoi phu trach", "Phoi hop", "Thoi han", "Minh chung")
    page.section("Cai cach the che", "I", "CAI CACH THE CHE", "3", "", "", "", "")
    page.leaf(("I.1", "Ra soat van ban", "1", "Ong Cam Van Hung", "Van phong UBND", "truoc ngay 15/11/2026", "Bao cao"), "I.1", "Ra soat van ban", 1, "Cam Van Hung",
              day("2026-11-14", strict=True), "Bao cao", supports=("Van phong UBND",))
    page.leaf(("I.2", "Kiem tra\nvan ban", "1", "Ke toan", "", "den het ngay 30/6", "Thong bao"), "I.2", "Kiem tra van ban", 1, None, day("2026-06-30"), "Thong bao",
              lead_post="Ke toan", flags={"lead": "chỉ ghi chức danh"})
    page.leaf(("I.3", "Pho bien phap luat", "1", "ba Lo Thi Inh", "Cac ban", "hang quy", "Ke hoach"), "I.3", "Pho bien phap luat", 1, "Lo Thi Inh", again("quarterly"), "Ke hoach",
              supports=("Cac ban",))
    page.section("Chuyen doi so", "II", "CHUYEN DOI SO", "3", "", "", "", "")
    page.leaf(("II.1", "Ky so", "1", "Phong Van hoa - Xa hoi", "", "thuong xuyen", ""), "II.1", "Ky so", 1, None, ALWAYS, flags={"lead": "chỉ ghi đơn vị"})
    page.leaf(("II.2", "Tap huan", "1", "To Van Duc", "Cam Van Hung", "2026-08-15 00:00:00", ""), "II.2", "Tap huan", 1, "To Van Duc", day("2026-08-15"), supports=("Cam Van Hung",))
    page.leaf(("II.3", "Hop khong giay", "1", "Ban Thi Nga", "", "quy II/2026", '"Bien ban"'), "II.3", "Hop khong giay", 1, "Ban Thi Nga", day("2026-06-30"), '"Bien ban"')
    page.line("", "Tong cong", "6", "", "", "", "")
    return Office("o12-xa-muong-khoa.csv", 2026, [page], partial(text, mark=","))
