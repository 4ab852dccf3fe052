"""Wording of how far the work is. Earlier tables use words up before later ones see them."""

from .kinds import Kind

KNOWN = """
sau_khi/khi ..3 {finish}/{did} ..2 {me} ..1 báo/nhắn/gọi
^ đã thông $
^ không có? ý_kiến gì? thêm/khác? gì? nữa? $
^ nhớ/biết/hiểu mà $
để đó/đấy ..1 {me} lo ..1 $
thể_nào/kiểu_gì/bề_nào/đằng_nào cũng ..1 {finish}
{finish} ..1 sớm/nhanh/ngay/liền thôi
{finish} ngay/liền ấy/đây/mà
{no} {finish} ..3 thì {me}? ..1 chịu/đền/từ_chức ..2
{finish} {me} sẽ? trình ..2 !rồi
{me}? báo/báo_cáo/gửi/nhắn/trả_lời ..2 khi/sau_khi ..3 {finish}
khi_nào/bao_giờ/có/lúc_nào ..2 kết_quả/thông_tin/tin ..3 báo/gửi/nộp ..1
khi_nào/bao_giờ/lúc_nào/chừng_nào/hễ ..4 {finish}/{did} ..2 {me} ..2 báo/báo_cáo/gọi/gửi/nhắn/nộp/chụp/scan/up/trả_lời ..2
{me}? sẽ? gửi/nộp/bổ_sung/up/đẩy/cập_nhật/đưa ..1 {strict}/{paper} ..1 sau
{no}/no có? vấn_đề gì? cả?
không sao đâu?
đã? nhận được? ..2 rồi
đã nhận được? ..2
^ nhận được $
đã? biết/rõ/hiểu/nắm/nắm_được/nhớ/thấy/đọc/xem/nghe/ghi_nhận/ghi_nhớ/nắm_rõ/tiếp_thu/tiếp_nhận ..3 rồi
đã biết/rõ/hiểu/nắm/nhớ/thấy/đọc/xem/nghe/ghi_nhận/ghi_nhớ/tiếp_thu/tiếp_nhận
tiếp_thu/rút_kinh_nghiệm/quán_triệt/ghi_nhận_ý_kiến
để {me}? nghiên_cứu/tìm_hiểu/xem ..2 rồi ..1 báo/trả_lời ..2
để {me} nhắc/đôn_đốc/giục/lo/xử_lý/liên_hệ/nhắc_nhở ~~5 $
để {me} hỏi/kiểm_tra/xem/trao_đổi/tìm_hiểu/coi/bàn lại? ..4 đã? $
"""

STILL = """
vừa/mới? {event} ..3 {finish} ,? giờ/nay/bây_giờ {me}? mới? bắt_đầu/bắt_tay/bắt_tay_vào {begin}? {work}?
giờ/nay/bây_giờ {me}? mới? bắt_đầu/bắt_tay/bắt_tay_vào {begin}?
chưa {begin} ..1 phần/khâu/bước/mục cuối/sau/kết/kết_luận/còn_lại/phụ_lục/NUM
còn/riêng mục NUM và/với/, mục? NUM {no} ..1 {begin}/{finish} ..1
còn/riêng mục NUM {no} ..1 {begin}/{finish} ..1
còn/riêng/mỗi thôn/xóm/ấp/tổ/khu ..2 {no} ..1 {finish}/làm
giờ/nay/bây_giờ ..1 {begin}/{work} ..1 thôi
giờ/bây_giờ/nay/còn ..1 ngồi {work}/gõ/nhập/viết/soạn/cộng ..1
mới/vừa ngồi vào? {work} !được
mới/vừa/vừa_mới bắt_đầu/bắt_tay/bắt_tay_vào/khởi_động/khởi_công ..2 DATE
mỗi/chỉ/chỉ_còn/còn/chỉ_cần ..6 là ..1 {finish}
còn NUM/mấy/vài/một_số/một/ít ..3 {no} {adv}? {begin}/{send}/{finish}
có NUM/mấy/vài {unit} {no} ..2 , còn_lại ~~1 {finish}/{did} ..1
còn? lỗi/sai/sót mấy/vài/NUM/một_số +1
thiếu ..4 , còn_lại ~~1 {finish}/{did} ..1
còn thiếu số_liệu/dữ_liệu/thông_tin/ý_kiến
còn mấy/vài/NUM/một_số {unit} nữa? !điểm
"""

NEGATED = (
    (Kind.DENIED, "bao_giờ/khi_nào/chừng_nào/lúc_nào/đến_khi_nào !em/có ..8 thì ..2 {finish} ..2"),
    (Kind.PART, "được phần nào rồi?"),
    (Kind.LEFT, "còn mỗi ..3 chưa ..1 $\nphần/khâu/cái ..3 thì? còn $"),
    (Kind.PART, "có? {piece} ..2 {finish}/{did}/rồi/được ,? có? {piece} ..1 chưa/không"),
    (Kind.UNSURE, "{no} thấy ai ..2 {begin}"),
    (Kind.UNSENT, "còn ..4 thì ..1 chưa $\n, ..3 thì chưa $\nmỗi/riêng ..1 xã/phường/bên/mình/em ..1 thì? ..1 chưa $"),
    (
        Kind.UNSURE,
        """
{no} ..2 phát_sinh gì? >>5
không có ..1 hồ_sơ/trường_hợp/đơn_thư/đơn/vụ/vụ_việc/đối_tượng/thủ_tục nào >>3
không có ..3 phát_sinh >>3
không có ..1 đối_tượng/trường_hợp/loại/nội_dung/thủ_tục này ..1
""",
    ),
    (
        Kind.PART,
        """
mới ..3 được mấy/vài/NUM/một_số {unit}
{work}/{did} được mấy/vài/một_số {unit} ..1 rồi
""",
    ),
    (
        Kind.LEFT,
        """
còn? thiếu ..1 mấy/vài/NUM/một_số/một {unit}/{strict}/{paper} !điểm
""",
    ),
    (
        Kind.NOT,
        """
chưa có? được? cái? gì hết/cả
{no} ..1 {begin}/tổ_chức/họp/mở --5 nào ..1 $
{no} {adv}? {adv}? {begin} được? ..3 gì/chi ..2
""",
    ),
    (
        Kind.PART,
        """
{no} ..3 được nhiều/mấy/bao_nhiêu/là_bao
{no} được/đạt/đến/tới ..1 PCT
""",
    ),
    (
        Kind.UNFINISHED,
        """
{no} {adv}? {adv}? hoàn_thiện/hoàn_chỉnh ..1
{task} rồi ,? chưa {finish}
^ chưa đâu? {tail}? {tail}? ,? {me}? vẫn? đang ..2 {work}
{no} đâu_vào_đâu/đâu_vào_với_đâu/ra_đâu_vào_đâu/tới_đâu/đến_đâu/đi_đến_đâu/đi_tới_đâu
{no} ra sản_phẩm/kết_quả/ngô_khoai/hình/đâu
chưa --4 hết {finish}? ..1 được?
{no} --4 {finish}/trọn_vẹn/đầy_đủ/triệt_để/trọn {finish}? ..1 được?
{no} {adv}? {begin} đủ/xong/hết/tới_nơi/đến_nơi
{begin} chưa tới/hết/đủ/kỹ/xong ..1
""",
    ),
    (
        Kind.NOT,
        """
{no} {adv}? {adv}? {me}? {begin} ..2 được?
^ vẫn? còn? chưa rồi? $
{no} có gì $
{no} kịp? xem/coi/ngó/đọc/mở ..1 gì/chi
{no} {adv}? tổ_chức {begin}
chưa gì hết?
chưa đâu
^ CODE thì? là? chưa $
chưa đến/tới lượt/lúc/giai_đoạn/đợt/kỳ ..1 {begin}
chưa đến_lượt
{no} có thời_gian/thì_giờ {begin}
{no} ..1 mở_ra/ngó/xem_qua ..2
""",
    ),
)

OPEN_NEGATED = (
    (Kind.GUESS, "{machine} vẫn/lại/cứ? báo/hiện/ghi/hiển_thị ..1 chưa ..2"),
    (
        Kind.UNSENT,
        """
{no} {adv}? {adv}? {send}/{work}/tổ_chức/họp/được/ổn/đạt/kịp
chưa
""",
    ),
    (Kind.UNSURE, "^ vẫn? còn? đang chờ/đợi $"),
    (Kind.UNSURE, "^ vẫn thế/vậy/như_cũ/như_trước $\ngiậm/dậm chân ..2"),
    (
        Kind.UNSURE,
        "đã chỉ_đạo/giao/phân_công/đôn_đốc ..3 rồi?\n^ đã? có {papers} ..1 rồi $\nđã có {papers} ..1 $\nđã duyệt/phê_duyệt/thông_qua $\nđã được duyệt/phê_duyệt/cấp/phân_bổ/bố_trí ..2 $",
    ),
)

PARTLY = (
    (
        Kind.PART,
        """
{almost} ..3 {finish}/hoàn_thiện/hoàn_chỉnh/đến_nơi/tới_nơi
{finish} đến_nơi/tới_nơi rồi?
{finish} về mặt/phần ..2
xong/hoàn_thành thủ_tục !hành_chính ..3 rồi?
đã? ..1 {finish} hồ_sơ mời_thầu/đấu_thầu/thầu/dự_toán ..1 rồi?
coi_như/xem_như/kể_như {me} đã ..1 {did}
dự_thảo lần NUM rồi?
sắp có ..2 rồi?
^ sắp/gần rồi $
{work} ..1 sắp/gần rồi
{finish} ..1 cơ_bản/tương_đối/tạm/sơ_sơ/sơ_bộ/gần_hết/đại_khái
{almost} ..1 {deliver}/hết/tổng_hợp_xong rồi?
cơ_bản/tương_đối/hòm_hòm/gần_như/hầu_như/coi_như ..3 rồi/ổn/đủ/đầy_đủ
hòm_hòm
gần/sắp hết/đủ/được rồi?
{almost} ..1 PCT
{almost} ..1 đến_đích/tới_đích/về_đích
""",
    ),
    (
        Kind.NOT,
        """
sắp/chuẩn_bị/sắp_sửa/rục_rịch/sửa_soạn/đang_chuẩn_bị/đang_định/định/tính/đang_tính {me}? mới? {begin} {task}? rồi?
""",
    ),
    (Kind.PART, "mới/chỉ/mới_chỉ/chỉ_mới ..3 {finish} ..3 {part}/{step}/NUM"),
    (Kind.DONE, "vừa/vừa_mới/mới {task} ..3 {finish}"),
    (
        Kind.PART,
        """
mới/chỉ_mới/mới_chỉ/vừa/vừa_mới bắt_đầu/khởi_động/làm/triển_khai/thực_hiện/bắt_tay/tiến_hành/triển ..3 !{finish}
mới/chỉ/mới_chỉ/chỉ_mới ..2 được/{step}/{part}
<period> ..3 {finish} ..1 rồi? ,? còn ..1 <period> ..1
đang {work} ..2 cho {finish}
{finish} mỗi/duy_nhất/độc cái/phần/bản/khâu ..3
{finish}/{did} ..2 rồi mỗi/độc ..3
{did} ..2 rồi ..1 đợt/phần/bản NUM/đầu/nháp/dự_thảo
{did} ..1 đợt/giai_đoạn/vòng NUM/đầu ..1 rồi
đã {did} ..1 đợt/giai_đoạn/vòng NUM/đầu
{finish}/{did} ..1 rồi? phần {me}
mới/chỉ/mới_chỉ/chỉ_mới có ..2 {part}/{step}/{paper}/NUM/PCT/{some} !người/cán_bộ/công_chức/nhân_viên/biên_chế/máy/máy_scan/máy_in/máy_tính/cái/chiếc
mới/mới_chỉ/được/khoảng ..1 vài/dăm/mươi phần_trăm
^ ..1 đến/tới bước/khâu/giai_đoạn ..3 rồi
mới/chỉ/mới_chỉ/chỉ_mới ..1 đến/tới ..1 {part}/{step}/{paper}/NUM/PCT
gửi/nộp/đưa/trình/chuyển ..1 bản? ..1 dự_thảo/nháp/sơ_bộ/bản_dự_thảo/bản_nháp/bản_sơ_bộ ..2 rồi?
mới/chỉ_mới/mới_chỉ PCT
đã? ..1 {finish} ..2 dự_thảo/bản_dự_thảo/bản_nháp/nháp/đề_cương/bản_thảo/khung/sơ_bộ/file_nháp/bản_thô
đã? ..1 {finish} ..2 {part} !được/này/đó/ấy/em/tôi/mình/của/việc ..2 rồi?
{part} !được/này/đó/ấy/em/tôi/mình/của/việc/CODE/rồi ..3 đã? ..1 {finish}/làm_rồi rồi?
đã? làm/thực_hiện/được/{finish} ..1 {some} rồi?
{some} ..2 {finish} rồi?
dự_thảo/bản_dự_thảo/bản_nháp/đề_cương/bản_thảo/khung thì? có/xong rồi
đã? có ..1 dự_thảo/bản_dự_thảo/bản_nháp/đề_cương/bản_thảo/khung/bản_sơ_bộ ..1 rồi?
đang cố/cố_gắng/nỗ_lực/phấn_đấu/ráng ..2 {finish}/{send}/{task}
đã bắt_đầu
mới/vừa/chỉ_mới/mới_chỉ phân_công/giao_việc/họp_bàn ..2
phân_công/chia_việc/giao_việc/họp_bàn {finish} rồi?
đợt/phần/giai_đoạn/kỳ/vòng NUM/đầu ..2 {did}/{finish} ..1 rồi? ,? còn? đợt/phần/giai_đoạn/kỳ/vòng =NUM/sau/hai/ba/cuối
bắt_đầu/bắt_tay/bắt_tay_vào/khởi_động ..3 rồi
bắt_đầu/bắt_tay/bắt_tay_vào/khởi_động ..2 từ? PAST
đã? làm/thực_hiện/triển_khai ..1 được ..1 NUM ..2 rồi?
{finish} được? NUM {unit} rồi?
làm/thực_hiện/triển_khai/họp NUM {unit} rồi?
{did} NUM phần/bộ_phận rồi?
được NUM {unit} rồi?
mới/chỉ/mới_chỉ/chỉ_mới ..1 {work} ..2 thôi
mới/vừa/vừa_mới ..4 ra {work}
nửa/giữa/lưng/dở chừng
làm dở
đang? dở !việc/tay/họp/chừng/tệ/ẹc/quá/thật
làm_dần
bước_đầu {begin}/{work}
đang ở? giai_đoạn/khâu/bước/đoạn/phần ..1 cuối/cuối_cùng/kết_thúc
^ mới/vừa {work} ..2 ,? ={no}
""",
    ),
    (
        Kind.LEFT,
        """
còn ..1 thiếu/mỗi/lại/phần/khâu/bước/ít/tí/chút/vài/mấy/sót/một/nửa/dở/NUM/bản/việc/khúc/đoạn/chỗ/thủ_tục/công_đoạn !ngày/gì/hôm/điểm/tuần/mấy
chỉ/giờ còn ..2 {work}/{send}
còn {paper}/{strict}/phụ_lục/dấu
còn phải ..1 {work}/{send}
sai ..2 ,? phải ..1 sửa/chỉnh/làm_lại/viết_lại/bổ_sung
phải/cần ..1 sửa/chỉnh/chỉnh_sửa/bổ_sung/làm_lại lại?
bị/{boss}/{outer} ..1 trả ..2 về/lại
rút/lấy/xin/thu_hồi lại/về? ..1 sửa/chỉnh/bổ_sung/làm_lại
{boss}/{you}/{outer} ..3 bắt/yêu_cầu/bảo ..1 sửa/chỉnh/làm_lại/bổ_sung/viết_lại/rà_lại lại?
trừ/ngoại_trừ/chỉ_trừ thôn/xóm/ấp/tổ/khu ..1
trừ/ngoại_trừ/chỉ_trừ ..1 {paper}/{strict}/{part}/mỗi/cái/chữ_ký
còn {me}? ..1 kiểm_tra/đối_chiếu/dò/viết/soạn/tổng_hợp/ký/nộp/trình/in/chờ/đợi/gửi/bổ_sung/sửa/chỉnh/rà/rà_soát/đóng_dấu/lấy/hoàn_thiện/đang
thiếu ..1 {strict}/chữ_ký/NUM/mỗi/phần/một/dấu/con_dấu/vài/mấy/số_liệu
thiếu
đợi/chờ phần ..2
""",
    ),
)

OPEN = """
{finish} ..1 {me} ..3 báo/báo_cáo/gọi/gửi/nhắn/trả_lời/nộp/up/thông_báo/cập_nhật/đưa/chuyển/trình ..2
{finish} thì/là/sẽ ..4 báo/báo_cáo/gọi/gửi/nhắn/trả_lời/nộp/up/thông_báo/cập_nhật/đưa/trình
rồi {me} biết
khi_nào/bao_giờ/lúc_nào/chừng_nào/hễ/nếu/khi ..5 {finish}/có_kết_quả/hoàn_thành ..5 báo/báo_cáo/gọi/gửi/nhắn/nộp/trả_lời/thì/up
sẽ/cố/cố_gắng/phấn_đấu/ráng/gắng/quyết_tâm/nhất_định/hứa/cam_kết/đảm_bảo ..4 {begin} ..2 {finish} !rồi ..2 sớm/ngay/nhanh?
sẽ/cố/cố_gắng/phấn_đấu/ráng/gắng/quyết_tâm/nhất_định/hứa/cam_kết/đảm_bảo ..5 {finish}/{send}/{begin}/hết_sức/sớm/khẩn_trương !rồi ..2 sớm/ngay/nhanh?
{begin}/{send} ..2 ngay/liền !đây_rồi/rồi
{begin}/{work}/{send}/lo/giải_quyết ..3 cho {finish} !rồi ..1
{me} ..1 {finish} ngay/liền/tức_thì $
tranh_thủ ..3 {begin}/{work}/{finish}/{send} ..2 !rồi
để {me} làm/nộp/lo/xử_lý/xem/hỏi/kiểm_tra/liên_hệ/đôn_đốc/trao_đổi/gửi/rà/tìm/bàn/nhắc/coi/giục/thực_hiện/hoàn_thành ..3
{me} làm/lo/xử_lý/thực_hiện/nộp cho $
giờ/bây_giờ {me} {begin}/{send} $
{me} lo được ..1 $
"""

UNHEARD_OF = """
^ đã +1 ..8 rồi $
^ đang !để_ý/xem +1 ..6 $
"""
"""Work whose verb no list knows: asked about, where it was no word of an official at all before."""

OTHERS_DONE = """
^ dân/người_dân/bà_con/hộ_dân ..1 đã? {send}/{did}/{finish} ..4 rồi
người_ta/họ/nơi_khác/chỗ_khác/xã_khác/cơ_quan_khác/đơn_vị_khác/các_xã/xã_bên ..1 đã? {begin}? {send}/{finish} ..4
^ sở/tỉnh/huyện/bộ/trung_ương/cấp_trên/xã_bạn/xã_bên/bên_kia/các_xã/bên_sở/bên_tỉnh ..1 đã {send}/{finish} ..4
^ sở/tỉnh/huyện/bộ/trung_ương/cấp_trên/xã_bạn/xã_bên/bên_kia/các_xã/bên_sở/bên_tỉnh/phường_bên/xã_kia/bên_xã_kia ..2 đã? {begin}? {send}/{finish}/{did}/trả_lời/cấp/duyệt/có ..4 rồi
^ xã/phường/bên/phòng !phòng_em/xã_em/tổ_em/phòng_mình/phòng_tôi/mình/em/ta/tôi/nhà/đã/cũng/này/làm/vừa/mới/vẫn/cơ_bản/đây/đó/{did}/{finish} +1 >>1 đã? {begin}? {did}/{finish} ..2 rồi $
^ xã/phường/bên/phòng !phòng_em/xã_em/tổ_em/phòng_mình/phòng_tôi/mình/em/ta/tôi/nhà/đã/cũng/này/làm/vừa/mới/vẫn/cơ_bản/đây/đó/{did}/{finish} +1 >>1 đã {did}/{finish} ..1 $
"""

OPEN_GUESS = """
{finish} rồi {me} ..1 sẽ? báo/gửi/nộp/nhắn/up/trả_lời
"""

PROMISED = """
đảm_bảo/cam_kết/quyết_tâm ..2 DATE ..5 {finish}/{deliver} !rồi
DATE ..1 là có ..2
DATE {me} ..1 có $
DATE ..6 cho {finish} !rồi
^ rồi DATE {me} {send}
DATE ..2 giao ..1 đủ/{paper}/hồ_sơ/bản
yên_tâm ,? DATE có ..1 $
DATE ..1 có kết_quả/báo_cáo/sản_phẩm/số/văn_bản/quyết_định/kế_hoạch/bản
SURE là ..1 {finish} rồi?
SURE {me} ..1 {deliver}/{finish} ..1 rồi
DATE ..5 {deliver}/{work} {finish} !rồi
DATE ..7 {finish}/{deliver} !rồi
DATE ..7 hoàn_thiện/hoàn_chỉnh/làm_nốt {finish}? !rồi
{finish}/{deliver} --7 DATE
nữa ..2 {finish}/{deliver} !rồi
hứa/dự_kiến/phấn_đấu/cam_kết/đảm_bảo ..3 DATE
chắc ..3 DATE $
"""

LUNAR_PROMISE = """
LUNAR ..6 {finish}/{deliver}
{finish}/{deliver} ..6 LUNAR
"""

THEN = (
    (Kind.SNOOZE, "DATE {me}? ..1 sẽ {begin}/{later} ..3"),
    (Kind.DONE, "thế/vậy/coi_như là ..1 {finish} ..1 rồi?"),
    (Kind.UNSURE, "là {finish} !rồi/xuôi/hết/cả/tất/thành"),
)
"""What "X là xong" says without a day: that X is still to come."""
