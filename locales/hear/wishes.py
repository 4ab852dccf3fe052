"""Two wishes beside the labelled meanings: take back what was recorded, list my tasks."""

from .grammar import occurs, wording

_UNDO = wording("""
bấm/ghi/gửi/gõ/nhấn/chọn/báo/nhập/chạm/tích nhầm/lộn !người/số/máy/chỗ/địa_chỉ/sang
^ nhầm rồi? $
nhầm rồi ,? bỏ
em nhầm rồi? $
bỏ file/ảnh/tin/cái vừa
ghi_nhầm ,? bỏ?
hoàn_tác
bỏ ghi_nhận
""")
_LIST = wording("""
còn gì/những_gì/việc_gì/bao_nhiêu_việc/mấy_việc/việc_nào ..2 $
hôm_nay/LOOSE/DATE ..2 còn/có gì/việc_gì/việc_nào ..3
việc của {me}
còn ..1 việc gì/nào
""")
_PLAIN_LIST = wording("""
danh_sách việc
có việc gì
những việc gì
ai ..1 quá_hạn
""")


_LEAVE = wording("""
{me} ..1 nghỉ phép/ốm/mát/cưới/thai_sản/không_lương/chế_độ
{me} ..1 xin nghỉ ..3
^ xin nghỉ ..3
{me} ..1 nghỉ từ/đến/hôm/DATE/RANGE/FRACTION/ngày
nghỉ phép ..1 DATE/RANGE/FRACTION/từ/đến
{me} ..1 đi ..2 vắng
{me} ..1 đi công_tác/tập_huấn/học/viện/vắng ..1 từ ..1 DATE/RANGE/FRACTION/NUM
{me} ..1 đi công_tác/tập_huấn/học/viện/vắng ..2 DATE/PAST/NUM đến? DATE
DATE {me} ..1 vắng/vắng_mặt
""")


def wants_leave(row: str) -> bool:
    """Say whether a reply tells of the writer's own leave: "em nghỉ phép 7-11/12"."""
    return occurs(_LEAVE, row)


def wants_undo(row: str) -> bool:
    """Say whether a reply takes back the last answer: "bấm nhầm", "gửi nhầm, bỏ file vừa rồi", "NHAM"."""
    return occurs(_UNDO, row)


def wants_list(row: str, *, reports: bool) -> bool:
    """Say whether a reply asks for the writer's own tasks: "hôm nay còn gì", "việc của tôi tháng 12".

    Where it reports a state too, "xong rồi, không còn gì", only the plain words for a list are a wish.
    """
    wished = occurs(_PLAIN_LIST, row) or (not reports and occurs(_LIST, row))
    return wished and " không phai3 " not in row and " đâu phai3 " not in row
