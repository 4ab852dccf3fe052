"""Commands said in words: each leads to the route of a step."""

from itertools import product

_WORDINGS: dict[str, str] = {
    "work": "viec | viec cua toi",
    "progress": "tien do | tiendo",
    "help": "tro giup | giup toi/em/minh? voi? | toi/em? khong biet dung | cach dung | dung the nao | huong dan"
    " | gui file/tep/tai_lieu o dau",
    "cancel": "quay lai | thoi | huy",
    "template": "bang? mau",
    "marking": "cach cham diem?",
    "list_file": "tai? danh sach hien co | tai/xuat danh sach",
    "own_file": "tra_lai? tep cua toi",
    "papers": "ho so | bao cao thang/quy/nam/tien_do? | gui/lap/in bao cao | gui bao cao cho toi | gui toi bao cao",
    "checks": "viec? cho kiem tra | kiem tra",
    "accept_all": "chap_nhan/duyet het/tat_ca | kiem tra het",
    "announce": "nhan/thong_bao chung | nhan tat_ca/moi_nguoi | gui thong bao chung?",
    "due_choose": "doi han chung/noi_bo?",
    "my_data": "thong tin | thong tin cua toi",
    "upload_code": "gui/tai_len tu may tinh | gui tep/tai_lieu tu may tinh",
    "upload": "tai tep len | gui tep lon",
    "office": "quan ly",
    "loading": "nhap/gui/nap bang phan cong",
    "people": "danh_sach? can bo",
    "add_person": "nguoi moi | them nguoi/can_bo moi?",
    "invite_all": "cap? ma moi | moi moi nguoi | gui giay moi | ai? chua ket noi | ai chua lien_ket/bam_start/vao",
    "paper": "in giay moi",
    "tomorrow": "mai/sang_mai/ngay_mai? ai nhan tin? gi",
    "split_newest": "tach ky",
    "past_newest": "xu ly viec da? qua han",
    "doubts": "dong can kiem tra",
    "trouble": "tin chua nhan duoc",
    "urge": "don doc tat_ca/het/het_di? | nhac het",
    "pending": "viec? cho toi quyet dinh? | dong_y/chap_thuan cho? gia han",
    "progress:more": "xem them",
    "progress:fields": "theo? linh vuc",
    "progress:units": "theo bo phan",
    "progress:people": "theo can bo",
    "progress:late": "viec? qua han",
    "progress:silent": "chua phan hoi",
    "progress:soon": "sap den han",
    "progress:risk": "nguy co mat_diem?",
    "progress:week": "so_voi? tuan truoc",
    "make:png": "xem hinh",
    "past": "diem? nam truoc",
    "progress:last": "so voi nam truoc",
    "progress:remedies": "danh_muc? khac phuc",
    "months": "bang? viec thang | bang viec thang cua toi",
    "names_shown": "hien ten",
    "rules": "thiet lap diem | cach tinh diem",
    "hour": "doi? gio nhac",
    "policy": "quy_dinh/gio_lam_viec nhac_viec?",
    "replies": "cau chua hieu",
    "days": "lich nghi",
    "keeping": "luu giu tai lieu | bi mat nha nuoc",
    "sitting": "lich hop",
    "marks": "tu cham | tu? cham diem",
    "years": "nam danh gia | khung thoi gian",
    "explain": "giai trinh",
    "explain_office": "con? ai chua giai trinh",
    "council": "hoi dong",
    "unmarked": "chua tu cham | con? ai chua tu? cham | ai chua tu cham diem",
    "web": "web | ma 6/sau so | ma dang nhap | dang nhap web | mo tren may tinh",
    "board": "mo? bang theo doi | dashboard",
    "web_out": "thoat web",
    "sending": "bat dau gui",
    "sending_no": "tam dung gui",
    "reply": "traloi | tra loi",
    "channels": "kenh nhan_tin? | doi kenh",
    "channel:telegram": "nhan tin? qua telegram",
    "channel:zalo": "nhan tin? qua zalo",
}
"""Wordings of each route, folded: lower case without diacritics. `|` parts wordings; `a/b` is either, `a?` may be absent, `a_b`
is one entry of two words, as in the tables of `locales.hear`."""


def spelled(wording: str) -> list[str]:
    """Every text that a wording stands for, shortest ways first: `tu? cham` is "cham" and "tu cham"."""
    entries = [word.rstrip("?").split("/") + [""] * word.endswith("?") for word in wording.split()]
    return [" ".join(filter(None, chosen)).replace("_", " ") for chosen in product(*entries)]


SPOKEN: dict[str, str] = {
    text: route for route, wordings in _WORDINGS.items() for wording in wordings.split("|") for text in spelled(wording)
}
"""The route of each text."""
