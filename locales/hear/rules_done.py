"""Wording of what is done, and of what was begun; applied after all that takes it back or puts it off."""

from .kinds import Kind

OVER = (
    (
        Kind.DONE,
        """
{did} NUM {unit} ..3 {finish} hết/cả/rồi/đủ/$
{finish}/{send} ..2 sớm/trước/vượt ..1 hạn/thời_hạn/tiến_độ ..1 DATE?
LOOSE ..2 vừa/vừa_mới ..1 {finish}/{send}
hôm_nay? LOOSE ..3 đã? {finish} ..2 rồi
LOOSE ..3 đã {finish}/{task}
đã ..3 {finish}/{task} ..4 LOOSE
{finish} ..7 LOOSE ..1 rồi
""",
    ),
    (
        Kind.SENT,
        """
mới/vừa ..2 {send} ..2 LOOSE
LOOSE ..3 đã {send}
đã ..3 {send} ..5 LOOSE
LOOSE ..3 {send} ..3 rồi
{send} ..7 LOOSE ..1 rồi
""",
    ),
)

EMPHATIC = (
    (Kind.PROMISE, "đã {finish} --5 để/cho/kịp --4 DATE"),
    (Kind.DONE, "đã {finish} --7 DATE $"),
    (Kind.DONE, "{title} <name> ..3 {finish} ..1 phần việc? ..1 của {me} ..2"),
    (Kind.DONE, "{finish}/{send} từ hồi/khi/lúc/thời/dạo/đợt ..1 chưa/còn/trước ..4"),
    (Kind.DONE, "{did}/{finish} ..3 đâu_ra_đấy/đâu_vào_đấy/đâu_ra_đó/đâu_vào_đó ..1 rồi"),
    (
        Kind.DONE,
        "{finish}/{send} ..2 sớm/trước/vượt ..1 hạn/thời_hạn/tiến_độ cả/hẳn/những/tới ..1 tuần/tháng/ngày/hôm/DATE/VAGUE",
    ),
    (Kind.UNSURE, "đã triển_khai thực_hiện !{finish}/đầy_đủ/tốt/nghiêm_túc/được/DATE/PAST"),
    (
        Kind.UNSURE,
        "{finish}/{did} ..1 rồi thì ..2 mới ..2 được ..2\n{finish}/{did} ..1 rồi thì? mới được ..2\nrồi thì ..1 mới được ..2",
    ),
    (Kind.UNSURE, "{task} hết sức/khả_năng/mình ..1 rồi?\n{task} cả/suốt/quần_quật ..3 rồi\nvừa/mới/vừa_mới/đã ký hợp_đồng ..4"),
    (Kind.UNSURE, "{finish} phần {deliver} ..4 rồi"),
    (Kind.PART, "{finish} ..1 phần việc? ..1 của {me} ..1"),
    (Kind.GOING, "{task} lại ..1 từ đầu rồi? ..1"),
    (Kind.SNOOZE, "vì/do/tại ..1 đang ..2 {work} ..3 khác"),
    (Kind.DONE, "{work} gọn/êm/trọn_vẹn/ổn_thoả/gọn_gàng ..1 từ? PAST/rồi ..1"),
    (Kind.DONE, "{finish} nốt ..1 phần/khâu/bước/cái/mục/việc cuối/cuối_cùng rồi?"),
    (Kind.DONE, "nào cũng ..2 {finish} ..1 rồi?"),
    (Kind.DONE, "cuối_cùng ..2 cũng ..2 {finish} ..1 rồi?\nthế/vậy là ..2 xong ..2 rồi? $"),
    (Kind.DONE, "khâu/phần/bước/đợt/việc/mục/cái cuối/cuối_cùng cũng vừa? {finish} nốt? rồi?"),
    (Kind.DONE, "^ đã? {task}? {finish} ..1 mọi/tất_cả/toàn_bộ các? khâu/phần/bước/công_đoạn/việc/mục/nội_dung rồi? $"),
    (Kind.DONE, "mọi/tất_cả/toàn_bộ các? khâu/phần/bước/công_đoạn ..1 đã/đều {finish} rồi? $"),
    (Kind.SENT, "vẫn/cũng ..1 {send}/{did} ..3 rồi"),
    (Kind.DONE, "{task}? {finish} từ thời/hồi/thuở/đời ..7 rồi"),
    (Kind.UNSURE, "tự chấm ..1 {finish} ..1 rồi\nchấm ..1 {finish} ..1 rồi? :"),
    (
        Kind.UNSURE,
        "<formerly> PAST ..4 {finish}/{did} ..2 đúng/kịp/trước hạn\n<formerly> PAST ..4 {finish}/{did} ..2 rồi\n<formerly> PAST ..1 đã ..2 {finish}/{did}\n<formerly> PAST ..4 {finish} từ? PAST",
    ),
    (Kind.UNSURE, "{finish} ..1 là/thì tốt/mừng/may/hay/khoẻ ..2"),
    (Kind.PART, "{send} ..1 giấy_mời ..3 ,? DATE ..1 họp/tổ_chức ..1"),
    (Kind.UNSURE, "đã nhờ ..3 {begin} ..2 rồi?"),
    (Kind.DONE, "{finish}/{task} ..2 rồi còn gì nữa?"),
    (Kind.SENT, "{send} ..3 rồi còn gì nữa?"),
)

FINISHED = (
    (Kind.UNSURE, "^ ok/có rồi $"),
    (
        Kind.GOING,
        """
đang/vẫn_đang ..1 {finish}
đang/vẫn_đang/đang_trong ..1 làm/thực_hiện/triển_khai/xử_lý/tiến_hành ..2 {finish}
""",
    ),
    (
        Kind.DONE,
        """
đã? có? ..1 {task} ..2 {finish} ..4 rồi
đã ..1 {work} hết/toàn_bộ/đầy_đủ
tất_cả/toàn_bộ ..3 đã được? {work}
đã? ..2 {finish} ..4 đúng/kịp/theo tiến_độ/kế_hoạch/thời_hạn/hẹn rồi?
đã ..2 {finish}
{finish} ..3 rồi
vừa/mới ..3 {finish}
""",
    ),
    (
        Kind.BUSY_WITH_IT,
        """
đang/vẫn_đang/cứ_đang {me}? làm/thực_hiện/triển_khai/tiến_hành ..1 rồi? $
""",
    ),
    (
        Kind.GOING,
        """
đang/vẫn_đang ..3 {work} ..2 rồi?
đang thi_công/nghiệm_thu/đo_đạc/nhập
đang theo/bám kế_hoạch/tiến_độ/lộ_trình? $
vẫn ..1 {work}
vào guồng ..1
^ đang $
thì đang $
{begin}/{finish}/{deliver} kịp ..1 $
{work} ..1 được <period>
đúng/theo/kịp tiến_độ
mọi/công_việc/tiến_độ ..3 đúng kế_hoạch
""",
    ),
    (
        Kind.DONE,
        """
{finish}
đã ..2 {task} ..2 rồi?
{task} ..5 rồi
{task} ..4 PAST
PAST ..4 {task}
""",
    ),
    (
        Kind.SENT,
        """
đã ..3 {send} ..3 rồi?
nhập/đẩy/cập_nhật ..2 lên/trên/vào ..4 rồi
đã cập_nhật/nhập ..4 lên/vào ..4
đã {work} ..5 và/rồi {send} lại? ..2
{send}/{did} ..2 đúng/kịp/trước hạn/thời_hạn/tiến_độ mà/rồi/đấy
đã lên hệ_thống/phần_mềm/web/cổng/mạng/trang/trục ..2
lên hệ_thống/phần_mềm/web/cổng/mạng/trang/trục ..1 rồi
đã {held} ..4
bàn_giao ..1 sản_phẩm/kết_quả/hồ_sơ/công_trình/thiết_bị ..3 rồi
{held} ..4 rồi
{send} ..10 rồi
mới/vừa? {send} ..6 PAST
PAST ..4 {send}
vừa/mới ..1 {send}
đã được {boss} ..2 {send}
đã được {office} ..3 {task} ..2
đã tổ_chức
đã báo_cáo ..2 về/lên/cho/với/{outer}/{boss}
báo_cáo {outer}/{boss} ..3 rồi
tổ_chức ..4 rồi
đã hoàn_thiện
hoàn_thiện ..3 rồi
""",
    ),
    (
        Kind.UNSURE,
        """
đã ..1 triển_khai/{work}/họp ..3 rồi?
triển_khai ..4 rồi
{work} ..4 rồi
duyệt rồi
""",
    ),
    (
        Kind.DONE,
        """
^ rồi $
^ từ? PAST rồi ..1 ,/.
cái_này/việc_này/tiêu_chí_này/phần_này/nội_dung_này/CODE thì? rồi $
""",
    ),
)
