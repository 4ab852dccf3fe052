"""What a word in a person's column is: a full name, part of one, a post, a unit or a group."""

import re
from functools import lru_cache
from itertools import pairwise

from bot.sheets.text import fold, has_marks, is_upper

PERSON, GIVEN, INITIALS, POST, UNIT, GROUP, UNKNOWN = "person", "given", "initials", "post", "unit", "group", "unknown"

_TITLE = re.compile(
    r"(ông/bà|ông \(bà\)|(?:đại|thượng|trung|thiếu) (?:tá|úy)|mr|ms|mrs|ông|bà|anh|chị|cô|chú|bác|đ/c|đ\.c\.?|đc|đồng chí|ths|th\.s|thạc sĩ|thạc sỹ|ts|tiến sĩ|tiến sỹ|ks|kts|kỹ sư|kiến trúc sư|cn|cử nhân|bs|bác sĩ|bác sỹ|cki{1,2}|"
    r"gs|pgs|ong|ba|dong chi|d/c|thac si|[abcô](?=\.)|[ôb](?=\s+\S+\s+\S+\s+\S))(?:[.:]+\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_AMBIGUOUS = frozenset({"doan", "to", "ban", "hoi", "truong", "phong", "cong", "van", "chi", "doi"})
_COURTESY = frozenset({"ông", "bà", "anh", "chị", "cô", "ong", "ba"})
_MIDDLE = re.compile(r"(thị|văn|bá|ích|quốc|đình|thi|van)\s+\S", re.IGNORECASE)
# A middle name that only a whole name holds, whatever its surname means: "Phòng Thị Nhạn", "Trưởng Văn Lâm".
_WHOLE = re.compile(
    r"[A-ZĐÀ-Ỹ][^\W\d_]* (?:Thị|Văn(?! (?:Hóa|Phòng|Thư|Bản|Nghệ|Thể)\b))(?: [A-ZĐÀ-Ỹ][^\W\d_]*){1,3}|[HK]['’][A-ZĐÀ-Ỹ][^\W\d_]+"
)
_GROUPS = re.compile(
    r"(các|toàn thể|toàn bộ|tất cả|tập thể|mọi|những|từng|cbcc|cbccvc|cán bộ(,| và) công chức|cán bộ, cc|công chức(,| và) viên chức|"
    r"(?:\d{1,3}|hai|ba|bốn|năm) (?:phòng|ban|tổ|đội|đơn vị|thôn|ấp|bản|làng|buôn|xóm|khu|khối|trường|trạm)|cộng sự|cán bộ$|công chức$|viên chức$|người dân|nhân dân|mỗi)\b|cả (cơ quan|đơn vị|phòng|tổ|phường|xã)\b|.*\b(toàn (cơ quan|phường|xã))$"
)
_UNITS = re.compile(
    r"(liên )?(phòng|p\.|văn phòng|vp|trung tâm|tt pvhcc|ttpvhcc|ttphục vụ|ban(?! th[iị]| v[aă]n(?! h[oó]a| ngh[eệ]| ph[oò]ng))|(?:tổ|đội|hội)(?! trưởng| phó)|hđnd|hội đồng|mặt trận|mttq|"
    r"ủy ban|ubnd|ubmttq|đảng ủy|đảng bộ|chi bộ|công an|ca (?:xã|phường)|trạm(?! trưởng| phó)|trường|(?:khu (?:phố|dân cư|vực|đô thị|công nghiệp)|ấp|thôn|bản|buôn)(?! trưởng| phó)|làng|bon(?! krong)|khóm|xã|phường|bộ phận|nhóm(?! trưởng| phó)|cơ quan|"
    r"đơn vị|sở|chi cục|chi nhánh|kho bạc|bưu điện|viễn thông|thanh tra(?! viên)|đồn biên|hạt kiểm lâm|kiểm lâm(?! viên)|bảo hiểm|bhxh|viện kiểm|tòa án|thuế|thú y|khuyến nông(?! viên)|dân quân|"
    r"nhà (?:văn hóa|trường|thầu|máy|sinh hoạt|cung cấp)|mầm non|tiểu học|quỹ (?:tín dụng|bảo|hỗ trợ)|bưu cục|chi đoàn|liên hiệp|thi hành án|hộ (?:dân|kinh doanh|gia đình)|tiểu ban|cụm|khối|ngành|bên (?:cung cấp|thuê|liên quan)|quân sự|một cửa$|hợp tác xã|cấp ủy|thường trực|doanh nghiệp|công ty|điện lực|ngân hàng|"
    r"bộ (?:đội|chỉ huy|tư lệnh)|hải quan|cảng|cảnh sát|bệnh viện|bch\w*|ban chqs|cựu chiến binh|phụ nữ|nông dân|thanh niên|dân phòng|lực lượng|nhà (?:mạng|thuốc|thờ)|"
    r"t(?:h|hcs|hpt|h&thcs)(?= \S)|mẫu giáo|trung học|điểm trường|chợ|chùa|đền|bến (?:xe|tàu|cá|cảng)|giáo (?:xứ|họ)|thánh thất|dòng họ|vườn quốc gia|cửa khẩu|khu (?:bảo tồn|di tích|tái định cư|\d+)|tiểu khu|trại giống|thư viện|phum|sóc|xóm|pl(?:ei|ơi|ây)|chi hội|"
    r"chữ thập đỏ|chủ đầu tư|tiểu thương|bql\w*|tt ?hcc|pvhcc|vpub\w*|"
    r"đài (truyền|phát|viễn|tt)|vnpt|viettel|mobifone|agribank|đoàn (thanh (?:niên|tra)|tn|tncs|thể|viên|kiểm|công (?:tác|an)|xã|phường)|liên đoàn|công đoàn|câu lạc bộ|p?vhxh|vh-xh|pkt|kt-ht|kthtđt|bcđ|bql|bch|htx|ubmttqvn|ttyt|lãnh đạo (ubnd|ủy ban|phòng|các))"
    r"(?![^\W\d_])"
)
_POSTS = re.compile(
    r"(?:quyền |q\. ?)?((phó )?chủ tịch|(phó )?bí thư|(phó )?chánh|phó (trưởng|giám|phòng|ban|trung|ct|gđ|văn|chỉ|ban)|pct|trưởng|kế toán|văn thư|thủ quỹ|"
    r"chuyên viên|công chức|cán bộ|viên chức|(phó )?giám đốc|tư pháp|hộ tịch|địa chính|tài chính|nhân viên|(phó )?chỉ huy|lưu trữ|đại diện|"
    r"người|phụ trách|lãnh đạo|thư ký|(?:tổ|đội|nhóm|trạm|ấp|thôn|bản|buôn|hội) (?:trưởng|phó)|đầu mối|cv|bảo vệ|quản trị|tiếp nhận|một cửa|hiệu trưởng|y sĩ|y sỹ|điều dưỡng|giáo viên|luật sư|y tế|nội vụ|thành viên|thủ trưởng|"
    r"(?:báo cáo|tuyên truyền|cộng tác|tình nguyện|hòa giải|chính trị|thanh tra|kiểm lâm|khuyến nông|phát thanh|đảng) viên|"
    r"thủ kho|tạp vụ|lái xe|già làng|pgđ|phó (?:ấp|thôn|bản|xóm|buôn|làng|khu|tổ|đội))"
    r"(?![^\W\d_])"
)
_NOT_YET = re.compile(
    r"(?:đang|chờ|sẽ|chưa|tạm thời|liên hệ|tuyển dụng|khuyết|trống|như trên|chủ trì|phối hợp|phân công)(?![^\W\d_])"
)
# Fields of work that look like names once they begin with capitals.
_CAPITALS = re.compile(
    r"(?:dân (?:số|tộc|vận)|tôn giáo|tiếp (?:công )?dân|chứng thực|hòa giải|hậu cần|lễ tân|tư vấn|hồ (?:chứa|sơ)|kiểm tra)\b"
)
_SHORT_UNITS = re.compile(r"(?:P|TT|VP|BQL|CA)\. ?[A-ZĐ&-]{2,}|CA[PX]\b|(?:CA|BCH|BQL|CLB|HTX|UB)[A-ZĐ]{1,6}(?: [a-zà-ỹđ]+)*")
# The same words in a text typed without diacritics; only those that are nobody's name.
_PLAIN = (
    (GROUP, re.compile(r"(cac|toan the|toan bo|tat ca|tap the|moi) [a-z]")),
    (
        UNIT,
        re.compile(
            r"(van phong|vp\b|trung tam|tt pvhcc|cong an|uy ban|ubnd|hdnd|hoi dong|ban chi |ban quan ly|ban cong tac|mat tran|mttq|dang uy|so noi vu|"
            r"phong (kinh te|van hoa|noi vu|tai chinh|tu phap|y te|giao duc|cac )|to (cong nghe|mot cua|dan pho|giup viec)|doan (thanh nien|xa|phuong)|"
            r"hoi (phu nu|nong dan|cuu chien)|tram y te|truong (tieu hoc|mam non|thcs|trung hoc)|buu dien|bo phan|don vi|kho bac|chi cuc)"
        ),
    ),
    (
        POST,
        re.compile(
            r"(ke toan|van thu|thu quy|pho chu tich|chu tich|chanh van|pho chanh|truong (phong|ban)|pho (truong|phong|ban|giam)|giam doc|chuyen vien|"
            r"cong chuc|can bo|vien chuc|tu phap|dia chinh|tai chinh|bi thu|chi huy|nhan vien|lanh dao|nguoi|to truong)\b"
        ),
    ),
)
# Words of an office's business that no name holds: "Kinh Tế Hạ Tầng" is nobody.
_FIELDS = re.compile(
    r"\b(xã hội|kinh tế|hạ tầng|hành chính|một cửa|quản lý|tài chính|nội vụ|đô thị|công nghệ|thống kê|địa chính|hộ tịch|kế hoạch|môi trường|"
    r"nông nghiệp|thông tin|pháp chế|tổng hợp|tiếp dân|lao động|thương binh)\b"
)
# The surnames that may follow a post without a comma; a rarer word may belong to the post.
_USUAL = frozenset(
    """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn Lương Tạ Trương Mai Cao Tô Hà Lâm Châu Thái Phùng
    Chu Vương Tống Kiều Quách Lưu Nông Hứa Giàng Sùng Vàng Lò Thân Đào Đàm Triệu Vi Cù Bạch Lục Mạc Nghiêm Khổng Thạch Kim Sơn Cầm Quàng Tòng Hầu
    Lại Doãn Từ Ông La Tăng Trà Phí Viên Ninh Thiều Ưng Lã Ngụy Âu Tôn Ma Lường Lô Bàn Chẩu Giáp Khuất Mã Thẩm Diệp Lữ
    """.split()
)
_USUAL_PLAIN = frozenset(map(fold, _USUAL)) - {"tu"}
# Words that begin a given name of two words: "Phương Anh" is half a name, though Phương is a surname somewhere.
_HALVES = frozenset(
    """
    An Anh Ánh Bảo Bé Bích Cẩm Diễm Diệu Duy Đình Đức Gia Hải Hạnh Hiền Hoa Hoài Hồng Hùng Hương Huyền Khánh Lan Lệ Linh Long Minh Mộng Mỹ Nam
    Ngọc Nguyên Nguyệt Nhã Nhật Như Phương Phượng Quang Quỳnh Tấn Tâm Thanh Thành Thảo Thiên Thu Thùy Thúy Thủy Tiến Tố Trà Trọng Trúc Trung Tú Tuấn
    Tuyết Tường Út Vân Việt Vĩnh Xuân Yến
    """.split()
)
# Surnames that begin a given name too, and what then follows them: "Kim Ngân", "Mai Anh", but "Kim Sết".
_BOTH = frozenset("Châu Hà Hoàng Kim Lâm Mai Ngân Sơn Thái".split())
_SECONDS = frozenset(
    """
    An Anh Ánh Bình Chi Cúc Diệp Dung Duyên Dương Đào Giang Hà Hải Hạnh Hằng Hiền Hoa Hòa Hồng Hương Khánh Lan Liên Linh Loan Long Ly Mai Minh My
    Nam Nga Ngân Ngọc Nguyên Nhi Nhung Oanh Phương Phượng Quân Quyên Quỳnh Sa Sơn Tâm Thanh Thảo Thoa Thu Thư Thủy Thúy Trang Trâm Trinh Tú Tuấn Tuyến
    Tuyết Uyên Vân Vy Xuân Xuyến Yên Yến
    """.split()
)
_OF_ALL = frozenset({"công chức", "cán bộ", "viên chức", "cán bộ, công chức"})  # alone they mean all of them
_SHORT_POSTS = frozenset("cc cv cvc ccvc pct ct tp ptp gd pgd cvp pcvp bt pbt".split())
_SMALL = frozenset({"thị", "văn", "bá", "hữu", "đức", "ngọc", "công", "thi", "van"})
_SURNAMES = frozenset(
    """
nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh doan luong trinh ta to chu ha lam mai dao trieu quach thai phung
tang luu kieu truong vuong ton la dam nong thach hua loc cao chau chung co cu cung dau dieu giang giap han hau hong hy kha khau khong khuat kim
khuc la lai lang lau lieu lo loi lu luc luyen ma mac mach man mau mua nghiem nghi ninh nhan nham ong phi phu phuong pho quan quang sam sung sam
tac tan tao than thao thi thieu thuy tieu tong tri tu ty ung uong van vang vi vien vinh vuu xa xuong yen y a h k h' k' ka ro cha chang hang
vu bac deo ca be ban chao ksor siu nay rcom rmah kpa puih alang zo bling coor son danh neang ung tran bo rơ krong nie mlo eban
""".split()
)
_UPLAND = frozenset(
    "y ksor siu nay rcom rmah kpa puih alang zo bling coor rahlan ro nie mlo eban kbuor hmok adrong ayun kso".split()
)
_SURNAMES |= frozenset(
    """
bach an au be bien ca cai cam can cap cat chieu chu chuong co dac dam dan diep diem don du duyen giap ha he hinh hoa hung hoai ket khieu khong khu kieu
kong lac leng lenh liem lien lieu long luan luong luong ly mai man manh mo moi nghiem ngac ngan ngoc nguyet nhac nhiem nhieu nhu ninh no ngu o
phang phien phong phu pham que quan quy sai sao sen sieng so suu tang tao tat te thai tham thang thao theu thiet thoi thong tien tiet tinh tinh toan
moong xong cut arat cil rah mang toi ton tra trac trung truong tu tua tuan tuong ty uat ung va vang vien viet vinh voi vuu xa xin ye yen cam quang lo leo lang luong la hac cu
""".split()
)
_ALWAYS_PLAIN = frozenset(
    """
an anh cao chi chu chung cung danh dung duy gia giang hoa hoan huy khang kha khoa khoi kim kha lan lam linh loan long mai man minh my nam nga nghi
nguyen nhi nhung oanh phan phi phong quang quyen san sang sen sinh sim tam tan than thanh thao thoa thu thuy trang trinh trung tuyen uyen vi vinh vui
vy xuyen hay nay rong sa ma mua giao khanh nhu thoan hoanh khoan ngoan seo sao lanh nho la lang
""".split()
) - {"nguyen", "than"}


def without_title(text: str) -> tuple[str, bool]:
    """Cut titles before a name; the second part tells whether there was one."""
    courtesy = False
    while found := _TITLE.match(text):
        rest, title = text[found.end() :].lstrip(), found[1].lower()
        if title in {"ong", "ba"} and has_marks(text):
            break
        if title in _COURTESY and _MIDDLE.match(rest) and (courtesy or title == "ông"):
            break  # the surname Ông, as in "bà Ông Thị Phượng"
        text, courtesy = rest, True
    return text.strip(" .,:;"), courtesy


def post_before(text: str) -> tuple[str | None, str]:
    """Part a post from the name that follows it: "Trưởng phòng Tạ Quang Bửu"."""
    tokens = text.split()
    starts = [start for start in range(1, len(tokens) - 1) if _is_split(text, tokens, start)]
    if len(starts) > 1 and fold(tokens[starts[0]]) in _AMBIGUOUS:
        starts = starts[1:]  # the youth union of "Bí thư Đoàn Nguyễn Văn Anh" is no surname
    return (" ".join(tokens[: starts[0]]), " ".join(tokens[starts[0] :])) if starts else (None, text)


def _is_split(text: str, tokens: list[str], start: int) -> bool:
    """Tell whether a post ends and a name begins at this word."""
    post, name = " ".join(tokens[:start]), tokens[start:]
    return (
        (name[0].capitalize() in _USUAL or name[1] in {"Thị", "Văn"} or (not has_marks(text) and fold(name[0]) in _USUAL_PLAIN))
        and (2 if fold(tokens[0]) in _SHORT_POSTS else 3) <= len(name) <= 5
        and all(token[0].isupper() for token in name)
        and (fold(tokens[0]) in _SHORT_POSTS or kind_of(post) == POST or post.lower() in _OF_ALL)
        and kind_of(" ".join(name)) == PERSON
    )


def kind_of(text: str) -> str:
    """Name what stands in a person's column, titles cut."""
    low, tokens = text.lower(), text.split()
    if len(tokens) > 1 and tokens[0].istitle() and re.fullmatch("[b-df-hj-np-tv-xz]{2,}", fold(tokens[0])):
        return INITIALS  # "Ng Văn An"
    whole = canonical(text) if is_upper(text) else text
    if _WHOLE.fullmatch(whole) and whole.istitle():
        return PERSON
    if not has_marks(text) and (plain := next((kind for kind, words in _PLAIN if words.match(low)), None)):
        return plain
    if _GROUPS.match(low):
        return GROUP
    if _NOT_YET.match(low):
        return UNKNOWN
    if _UNITS.match(low) or _SHORT_UNITS.fullmatch(text) or (text[:1].isupper() and _CAPITALS.match(low)):
        return UNIT
    if _POSTS.match(low) or (len(tokens) > 1 and tokens[0].isupper() and low.split()[0] in _SHORT_POSTS):
        return POST
    if _FIELDS.search(low):
        return UNIT
    if any(re.search(r"\d", token) for token in tokens) or not tokens or len(tokens) > 7:
        return UNKNOWN
    if any("." in token for token in tokens) or sum(len(token) == 1 for token in tokens) >= min(3, max(2, len(tokens) - 1)):
        return INITIALS
    return _name_kind(text, tokens)


def _name_kind(text: str, tokens: list[str]) -> str:
    if not all(re.fullmatch(r"[^\W\d_]+(?:['’-][^\W\d_]*)*", token) for token in tokens):
        return UNKNOWN
    first = fold(tokens[0])
    known = first in _SURNAMES or "'" in first
    if not _capitals(text, tokens, known=known):
        return UNKNOWN
    if _is_two(tokens):
        return UNKNOWN
    if len(tokens) == 1:
        return GIVEN if len(text) > 1 else INITIALS
    if len(tokens) == 2 and _is_half(*map(str.capitalize, tokens)):
        return GIVEN
    if first == "thi" or (first == "van" and len(tokens) == 2) or (len(tokens) == 2 and (not known or fold(tokens[1]) == "thi")):
        return GIVEN
    return PERSON


def _is_half(first: str, second: str) -> bool:
    """Tell a given name of two words from a surname with a given name."""
    return first in _HALVES or (first in _BOTH and second in _SECONDS)


def is_surname_too(name: str) -> bool:
    """Tell a name of two words that is half of another, or whole, since a surname begins it: "Mai Liên"; "Phương Anh" is half."""
    first, *rest = name.split()
    return len(rest) == 1 and first.capitalize() in _BOTH and first.capitalize() not in _HALVES


def _is_two(tokens: list[str]) -> bool:
    """Tell two names that nothing parts: "Trần Thị Hoa Lê Văn Nam", "Trần Thị Hoa-Lê Văn Nam", "Trần Thị HoaLê Văn Nam"."""
    plain = [token.capitalize() for token in tokens]
    return (
        sum(token in {"Thị", "Văn"} for token in plain[:-1]) > 1
        or (len(tokens) > 5 and "Nữ" not in plain and any(token in _USUAL for token in plain[2:-1]))
        or (len(tokens) > 3 and any("-" in token for token in tokens))
        or any("'" in token for token in tokens[3:])
        or any(one.islower() and other.isupper() for token in tokens for one, other in pairwise(token))
    )


def _capitals(text: str, tokens: list[str], *, known: bool) -> bool:
    """Tell whether the capitals stand as in a name, or a known surname makes up for them."""
    if is_upper(text):
        return True
    if any(is_upper(token) for token in tokens):
        return False  # an abbreviation among words: "CC VHXH Lê Văn An"
    if all(token[0].isupper() for token in tokens):
        return True
    if text.islower():
        return tokens[0].capitalize() in _USUAL or (
            known and (tokens[1:2] in (["thị"], ["văn"]) or not has_marks(text) or fold(tokens[0]) in _UPLAND)
        )
    small = [token for token in tokens if not token[0].isupper()]
    return known and tokens[0][0].isupper() and (set(small) <= _SMALL or tokens[1] in {"thị", "văn"})


def is_usual(surname: str) -> bool:
    """Tell one of the surnames that most people have."""
    return surname in _USUAL


def is_surely(name: str) -> bool:
    """Tell what can hardly be anything but somebody's full name."""
    first, *rest = name.split() or [""]
    return ("'" in name or (len(rest) > 1 and is_usual(first.capitalize()))) and kind_of(name) == PERSON


def canonical(name: str) -> str:
    """Give a name in Title Case where it was all capitals or all small."""
    if is_upper(name) or name.islower():
        return " ".join(
            re.sub(r"(?:^|(?<=['-]))[^\W\d_]", lambda found: found[0].upper(), token.lower()) for token in name.split()
        )
    return name


@lru_cache(maxsize=512)
def lost_its_marks(name: str) -> bool:
    """Tell a Vietnamese name typed without diacritics from one that has none by nature."""
    if has_marks(name) or "'" in name:
        return False
    tokens = [fold(token) for token in name.split()]
    if tokens and (tokens[0] in _UPLAND or len(tokens[0]) == 1):  # A Blui, Y Blim
        return False
    return not all(token in _ALWAYS_PLAIN or len(token) == 1 for token in tokens)
