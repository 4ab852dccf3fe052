"""Slips of the thumb in key words, bare words that are whole words, and which neighbours decide between two readings."""

from collections.abc import Mapping

from .fold import bare, shape

_PAIRS = """hoàn thành, triển khai, thực hiện, gia hạn, hướng dẫn, kinh phí, minh chứng, báo cáo, phụ trách, hoàn tất, hoàn thiện, hoàn chỉnh,
bắt đầu, chuẩn bị, phần mềm, hệ thống, số liệu, kế hoạch, lãnh đạo, chủ tịch, tiêu chí, dự thảo, cơ bản, ban hành,
tổng hợp, khó khăn, vướng mắc, phần trăm, đính kèm, quyết định, công văn, bố trí, đề nghị, tự chấm, nhắc lại, văn phòng,
xử lý, rà soát, khảo sát, giải quyết, niêm yết, bổ sung, chỉnh sửa, sắp xếp, hình như, có vẻ, xem như, coi như, đại khái, dự kiến, đánh dấu, còn lâu, còn thiếu, còn chờ, còn phải, còn mỗi, cán bộ, trạng thái, mảng này"""


def _key_pairs() -> Mapping[str, tuple[tuple[tuple[str, str], tuple[str, str]], ...]]:
    found: dict[str, tuple[tuple[tuple[str, str], tuple[str, str]], ...]] = {}
    for pair in _PAIRS.replace("\n", " ").split(","):
        first, second = map(shape, pair.split())
        entry = ((first, second), (bare(first), bare(second)))
        for key in entry[1]:
            found[key] = (*found.get(key, ()), entry)
    return found


KEY_PAIRS = _key_pairs()
"""Two-syllable key words by either bare syllable."""

BOUND = frozenset("hoan trien gia chuan huong".split())
"""First syllables that hardly stand before anything else: what follows is a slip even where it spells another word."""

PLAIN_WORDS = frozenset(
    """
a ai an anh ba bao bay ban bang bi binh bo cai cao cha chi cho chung chuyen co con cu cung cua da dan day di do du duy e em
fanpage page fb tiktok youtube messenger viber file fax form ghi gi giao gmail google hai hay hoa hoi hop hôm hung i in ip ke khai khi kho khu kia kinh la lai lan lao
link linh lo long luon lung mai mail mang me minh mong mua nam nay ngay nghe nghi ngon nha nhau nhu nhung no nua o ok ong ơi
phong photo phi pin qua quan quang que quen quy ra rong sao sau scan server sang sinh so suy tay than thang thanh the theo
thi thoi thong thu thua tin to toan tra trang tranh treo trong trung tu tung tuyen up usb vang vi vinh vui wifi word web xa
xe xem xin xoay xong xu xuan yen zalo excel drive email telegram data admin bot app online hoang
chat web login server tuy khoa nguyen khoan hang cong gian trao trai quay hong nhan long duong dung kim chinh tien lam
lai huyen vien ngoan chiu ghe tham nan nghe ngang toang xong phim alo hi hello bye haha hihi hehe huhu oke oki max full
""".split()
) - frozenset("da so do du dung duong lam thua thong thu tien chinh nua nghi hoi hop quy khoan cua nhung noi ra chiu".split()) | {
    "ra"
}
"""Words, names and loans rightly written without marks: they do not show that marks were lost."""


HALF = frozenset("lui cua thoi thu thang ngay nam quy tu gi la co nhu khong chua".split())
"""Words that hardly stand without marks: read as stripped also where the rest of the reply has its marks."""

TITLES = frozenset(
    "thằng eng anh chị cậu cau cháu bạn dì chi chú chu bác bac cô co ông ong bà a c chij oong baf coo chus thầy thay đ/c d/c chí".split()
)
OFFICES = frozenset("chủ chu phó pho trưởng truong chánh chanh giám giam bí bi lãnh lanh phòng".split())
"""Words with a capital that begin an office, not a name: "anh Chủ tịch"."""
NAMES = frozenset("mai nam năm tư tu ba hai sáu sau bảy bay tám tam chín út ut hạn thu hà hoàn thành công sơn gia dự".split())
"""Given names that are also numbers, times or verbs; other names do no harm."""
MEETING = frozenset("hẹn hen thưa thua cáo cao".split())
"""Behind these and a title a lower-case word of time is no name: "hẹn anh mai"."""
AFTER_NO_NAME = frozenset(
    """
ngày ngay hôm hom bữa bua tuần tuan tháng thang điểm diem phần phan giờ gio tiếng phút em e tôi tui mình tớ là mươi chục nhé nhe nha ạ a
. , ; ! ? nữa nua thành thanh hạn han trình xong kia mốt được họp bận chục chuc mươi chấm cham an hai ba tư năm sáu bảy
""".split()
) | {""}


def sounds_like(typed: str, meant: str) -> bool:
    """Say whether two different bare spellings are spoken alike."""
    return typed != meant and _sound(typed) == _sound(meant)


def _sound(word: str) -> str:
    """Write alike what many pronounce alike: tr and ch, x and s, gi, r and d."""
    return word.replace("tr", "ch").replace("x", "s").replace("gi", "d").replace("r", "d")


def one_slip(typed: str, meant: str) -> bool:
    """Say whether two bare spellings differ by at most one letter changed, added, lost or swapped with the next."""
    return differ_once(typed, meant) or differ_once(_sound(typed), _sound(meant))


def differ_once(typed: str, meant: str) -> bool:
    """Say whether two spellings are equal but for one letter changed, added, lost or swapped with the next."""
    if typed == meant:
        return True
    if abs(len(typed) - len(meant)) > 1 or min(len(typed), len(meant)) < 2:
        return False
    start = 0
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    mine, its = typed[start:], meant[start:]
    swapped = len(mine) == len(its) > 1 and mine[0] == its[1] and mine[1] == its[0] and mine[2:] == its[2:]
    return swapped or mine[1:] == its[1:] or mine[1:] == its or mine == its[1:]
