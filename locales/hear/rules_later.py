"""Wording of putting off, of being busy, and of plain acknowledgement."""

from .kinds import Kind

OTHER_MATTER = """
{me} đang ở chỗ/phòng/nhà ..3
hết/kết_thúc năm/quý/kỳ/đợt mới ..1 {work} ..1 được
vừa/mới/vừa_mới ..1 {finish} +1 ..2 , giờ/để/lát/tí {me} ..1 xem/coi/làm/tính ..1
vừa/mới/vừa_mới ..1 {finish} ..1 {event} ..2 ,? giờ/rồi/lát/để/tí ..2 {later}
{event} đến/tới ..3 mới {finish} ..1
DATE ..1 {me}? mới có thời_gian/thì_giờ ..2
DATE ..1 {me}? mới rảnh ..1
DATE ..1 {me} qua/về/lên/đến/ra ..4 rồi ..2 {later}
để {me} ăn/uống/nghỉ/ngủ/thở/tắm ..3 {finish} ..2 {later}
để {me} ăn/uống/nghỉ/ngủ/thở/tắm ..3
để {me} lo/giải_quyết {finish}? vụ/việc/đợt/chuyện !này +1 ..2
thư_thư/từ_từ/thư_thả rồi ..1 {me}? {later}
đang chạy/đi/bận ngoài/trên/ở/dưới/xuống/về/lên ..2
hết/qua/xong đợt/kỳ/vụ/lễ/mùa/phiên/buổi ..3 đã $
dời/lùi/hoãn/chuyển/đẩy ..2 nhắc/nhắc_nhở/lịch_nhắc ..3 DATE/VAGUE/LUNAR
hết/tan/qua giờ/ca/tiết/sở ..3 {me} ..1 {later}
cho {me} ..2 cái? đã $
{finish} vụ/việc/chuyện/đợt này {me} ..1 {later}
{finish} ..4 rồi ..1 tính
đang ..6 , cái/việc/mục/phần/vụ này ..1 để DATE/VAGUE/sau
nhắc {me} ..1 {finish}/{deliver}/{begin} ..2 DATE
đang ..1 tiếp ..1 dân/khách/đoàn ,? còn ..3 mới ..1 {finish}
{event} ..4 qua đã ..2 $
để rảnh ..1 {me}? ..1 {later}
để {me} về/tới/đến/lên/xuống ..3 rồi ..1 {later}
^ {event} ..3 đã $
{me}? ..1 định/tính DATE mới? {later}
tính/định làm? ..1 {finish} ..4 rồi ..1 mới ..1 {later}
đang? tập_trung/dồn/lo/ưu_tiên ..2 phục_vụ/cho ..1 {event}
đang tập_trung/dồn/lo/ưu_tiên ..1 {event}
LOOSE ..2 mới {begin} ..1 được
{work} ..5 đã rồi ..1 đến/tới/làm/sang ..2
đã? vào họp
đã rồi {me}? mới? {send}/{begin}/{finish}/{later}
SURE ..2 mới {later}
đang ..1 họp ,? {finish} ..1 {later}
đang !chờ/đợi ..2 họp
{finish} mới ..1 {later}/gửi/nộp ..1 được
{finish} rồi tính/hãy/hẵng ..1
đang ..3 {matter} ..1 kia/khác ..2
{finish} ..1 {matter} ..1 kia/khác ..1 {me}
{finish} buổi/cuộc/ca/lớp/lễ ..4 {me} ..1 {later}
{finish} {event} ..3 {me} ..1 {later}
đang !chờ/đợi +1 tiền_điện/tiền_nước/tiền_học/phòng/nhà/cơm/con
đang bận +1
để? DATE/VAGUE {me} hỏi ..3
để? DATE {me} làm/lo/xử_lý cho !{finish}
DATE/VAGUE {me}? {begin} tiếp
DATE {me} {begin} ..1 ngay/liền
{no} rảnh/tiện
sau {event} ..2 {me} ..2 {later}
đang tiếp ..1 đoàn/khách/dân/cử_tri ..2
đang ..2 ngoài/trên/ở đường/chợ/ruộng/đồng/viện/nhà ..1
đang? làm_việc với/cùng/tại/ở/trên ..3
đang dở ..1 đợt/buổi/cuộc/ca/lớp/chuyến
đang dở ..3 của/bên {office}
{finish} --3 rồi/thì? {me} ..1 làm/xử_lý/bắt_đầu/triển_khai/tính/bắt_tay/coi/thực_hiện
để? DATE/VAGUE/LUNAR {me}? sẽ? mới? bắt_đầu/bắt_tay/bắt_tay_vào/khởi_động/tiến_hành ..3 !xong
DATE {me} báo/báo_cáo {you}
DATE ..3 {me}? báo/báo_cáo/trả_lời/phản_hồi sau/lại
{event} !đã ..2 xong !rồi ..4 đã/em/tôi/làm/báo/tính?
hết/qua đợt/kỳ/vụ/lễ/mùa/phiên/buổi/cuộc ..3 {me} ..1 {later}
{finish}/hết/qua đợt/kỳ/vụ/cuộc/buổi/lễ/mùa/{event} ..3 rồi/thì/mới ..2 {later}
đang dở/bận/mắc/dính việc/tay/họp/chút/tí !{work}
^ ..1 {event} đã $
"""

SNOOZE = """
khi_nào/bao_giờ/hôm_nào/bữa_nào/đợi/chờ ..5 thì/rồi/mới {me} ..1 {later}
khi_nào/bao_giờ/hôm_nào hết/qua/rảnh/tan ..3 thì/rồi/mới {later}
^ rảnh ..1 {me}
lu_bu/bù_đầu/tối_mắt/tối_mặt/túi_bụi/ngập_đầu/ngập_việc
gần/sát/đến/tới hạn ..2 nhắc ..4
nhắc {me} ..2 nữa/phát/lần/cái $
nhắc {me} ..1 <period>
nhắc {me} trước ..3
gọi/nhắn/liên_hệ lại ..3 sau
DATE/VAGUE ..2 {you}? gọi/nhắn/alo lại
nhắc lại/sau/em_sau/tôi_sau ..3
nhắc {me} ..2 DATE/sau/lại/VAGUE/LUNAR
DATE/VAGUE/LUNAR ..3 nhắc
để sau/DATE/VAGUE/LUNAR/mai/lúc/khi/hôm/bữa/từ_từ/thư_thả
để {me} DATE/VAGUE/LUNAR
hẹn {you}? DATE/VAGUE/LUNAR/lại/sau/lúc
DATE/VAGUE/LUNAR ..4 {later} tiếp?
{later} ..4 DATE/VAGUE/LUNAR
^ ~~2 DATE DATE? đi/nhé/đã $
VAGUE
từ_từ/chầm_chậm/thư_thả/thong_thả/khoan/khoan_đã/gượm/thủng_thẳng/chậm_chậm
chờ/đợi {me} ..4 đã $
chờ/đợi {me} ..1 {later} ..2 $
chờ/đợi/để ..1 qua/hết/xong ..1 {event} ..2 đã $
chờ/đợi {me}? tí/chút/xíu/lát/một/đã/DATE
đang ..1 {busy}
đang ở ..2
đang trong ca/giờ/buổi/cuộc/lớp/phiên ..2
đang trên
{me}? ..1 bận ..3
{me} ..1 {busy} {out}?
đi đón_con/rước_con/đưa_con/họp/công_tác/tập_huấn/cơ_sở/viện/khám/đám/vắng/học ..2
gác ..3 lại
để đấy/đó/yên ..2 $
tính sau
xem/coi/trả_lời sau ..1 $
báo ..2 sau
nói_sau
ưu_tiên việc
DATE ..2 về
để ..6 đã $
"""

SOMETIME = """
VAGUE ..5 {finish}/{deliver} !rồi
{finish}/{deliver} ..5 VAGUE
"""

ACK = """
lĩnh_hội ..2
^ ..2 để ..1 {me} lo ..1 $
^ nhận lệnh/nhiệm_vụ/việc/chỉ_đạo ..1 $
^ ok/vâng/dạ/ừ/rõ/nhất_trí/đồng_ý/tuân_lệnh/chấp_hành/rồi_rõ/đã_rõ/được/yes/hiểu/tốt
ok
THUMB
vâng
rõ
tiếp_thu/ghi_nhận/lưu_ý/nắm_được/nắm_thông_tin/quán_triệt/rút_kinh_nghiệm/đồng_ý/nhất_trí/chấp_hành/tuân_thủ
cảm_ơn
sẽ
cố_gắng/phấn_đấu/ráng/cố/quyết_tâm
yên_tâm
để {me}
khẩn_trương
nghe !tin/đồn/nói/bảo/mà
biết ơn
"""

MEETING_HELD = """
đã? tổ_chức {finish} hội_nghị/cuộc_họp/buổi/lớp/đợt >>3
đã họp/tập_huấn/diễn_tập/đối_thoại ..3 {finish}
tổ_chức ..3 {finish}
họp ..2 {finish} ..4 rồi $
họp/tập_huấn/hội_nghị/diễn_tập/đối_thoại ..2 {finish} ..1 PAST
"""

MINUTES = """
{event} ..1 xong PCT
{event} ..2 {finish} rồi? {tail}? ,? giờ/nay/bây_giờ ..1 {begin}/{work}
{event} ..2 {finish} rồi? {tail}? ,? ..3 {giao} ..1 {me}
{event} ..2 {finish} rồi? ,? đang/còn ..1 {work}
"""

TABLE_OTHER_MATTER = (
    (Kind.PROMISE, "DATE ..1 {event} {finish} ..1 {me}? {deliver}"),
    (Kind.UNSURE, "LOOSE ..2 mới làm"),
    (Kind.GOING, "đang họp dân/thôn/xóm/ấp/tổ/bản ..1 =lấy/xin/để/góp_ý/thống_nhất/bàn\nđang bận {work} ..2 này/đây"),
    (Kind.PART, MINUTES),
    (Kind.DONE, MEETING_HELD),
    (Kind.SNOOZE, OTHER_MATTER),
)
TABLE_SNOOZE = ((Kind.DENIED, "{boss} ..1 đi vắng/họp/công_tác/tập_huấn ..1"), (Kind.SNOOZE, SNOOZE))
TABLE_SOMETIME = (
    (Kind.GOING, "đang ..2 {work} ..3 ,? ..3 VAGUE ..2 {finish}/{deliver}"),
    (Kind.SOMETIME, SOMETIME),
)
TABLE_ACK = ((Kind.ACK, ACK),)
