"""Wording of obstacles outside the writer's control; waiting for an internal signature is not one."""

from .kinds import Kind

BUSY_ASIDE = """
giờ/nay/hôm_nay/bây_giờ/đang ..1 kẹt quá/lắm
kẹt/mắc/vướng tay
vướng/kẹt/dính/mắc tí/chút/ít/mấy/xíu? họp/lịch/việc/chuyện/công_chuyện/xe/khách/cuộc_họp/tiếp_dân/đám/con
"""

SELF_BLOCK = """
mình {me} ..4 nổi/xuể
scan/photo ..1 {broken}
bị trả hồ_sơ ..1
chỉ/mỗi/mới/chỉ_mới có? NUM người/cán_bộ/công_chức/nhân_viên/biên_chế/máy/máy_scan/máy_in/máy_tính !{no}/đã/{did}/{work}/được
hết {begin} nổi/xuể/được ..1
mưa/bão/nắng/lũ ..3 {no} ..3 được
{no} có xe/xăng/sóng ..3
cán_bộ/nhân_viên/người mới ..2 {no} ..1 biết/quen/rành/thạo/nắm ..2
con_dấu/trụ_sở/phòng_ốc/nhà_văn_hoá ..1 {no} ..1 có/khắc/xây/lắp/cấp/bàn_giao/sửa xong?
{machine} ..3 {no} kết_nối/liên_thông/đồng_bộ/tích_hợp/chia_sẻ ..3
{no} thuê/tìm/kiếm/mời/tuyển/mượn/xin/rút ..1 được ..3
{outer}/{office} ..4 giữ/cầm/ôm ..3 , {no} ..1 được
{machine} ..1 báo sai/lỗi ..2
{machine} ..8 tạm_dừng/tạm_ngừng/gián_đoạn
đâu có {means} ..1 mà/để
làm gì có ..2 mà/để {begin}/{send}/{work}/chấm
không dám {begin}/{send}
đang gửi/mang/đem/đưa ..1 đi? sửa/bảo_hành
không đạt ..1 được
{no} làm/thực_hiện/nộp/hoàn_thành/gửi/triển_khai/xử_lý/xong/up/đẩy/đưa ..4 kịp
không kịp !nộp_rồi
không làm/thực_hiện/triển_khai/hoàn_thành/xử_lý/xong ..3 được/nổi/xuể
không thể ..1 làm/thực_hiện/triển_khai/hoàn_thành/nộp/gửi/xong/xử_lý/đáp_ứng
{no} {online} ..4 được/nổi
không phát/đo/khảo_sát/thu_thập/tổ_chức/họp/lấy/gom/tổng_hợp/nhập/đi/vào/soạn/in/quét ..3 được/nổi
{no} thể {online}
{no} có nhà_văn_hoá ..3
{machine} , lại/mà/thì ..2 {broken}
{no} thống_nhất ..2 với ..1 {outer}
đã? đề_xuất/kiến_nghị/đề_nghị/báo/hỏi ..1 {outer} ..4 {no} ..2 hồi_âm/phản_hồi/trả_lời
{no} có chỉ_tiêu ..2
{no} đủ năng_lực/trình_độ/thẩm_quyền/khả_năng/điều_kiện ..3
quá/rất khó ..1
{online} {no} được/nổi/lên/vào/xong !{finish}
không có? ai ..1 làm/thực_hiện/triển_khai
{no} nộp/gửi/ký_số/nhập/đăng ..3 được
"""

WAIT_OUTER = """
số_liệu/dữ_liệu ..1 {outer} ..3 sai/lệch/lỗi ..4
{outer} ..1 đổi/thay/thay_đổi/sửa ..1 mẫu/biểu/biểu_mẫu/hướng_dẫn/quy_định/yêu_cầu/tiêu_chí ..2
{machine} ..4 hết_hạn
{outer} bỏ/bỏ_việc/rút_lui ..1 giữa? chừng?
{outer} ..3 bảo/nói/kêu/hẹn ..1 chờ/đợi ..2
{machine} ..2 lỗi NUM ..3 rồi?
hết/tạnh/ngớt mưa/lũ/bão/nắng/dịch ..2 mới ..2 được
nước rút ..1 mới ..3 được
có/đủ kinh_phí/tiền/người/máy/vốn/nhân_lực/mực/giấy ..1 là/thì ..2 {finish}/{begin} ..1 ngay/liền
phải ..1 xin/hỏi ý_kiến ..2 {outer}
{outer} ..2 bỏ_dở/bỏ_ngang/bỏ_cuộc ..2
{outer} đang ..5 , xã/phường/bên_mình? ..1 phải? đợi/chờ
thợ đang ..1 sửa
{outer} hẹn ..4 có ..2 xong xã/phường/{me}? ..1 mới {work} được
đã? gửi/làm/có công_văn/văn_bản/tờ_trình/đơn ..1 hỏi/xin/đề_nghị/kiến_nghị ..4 ,? ..1 {no} ..2 trả_lời/phản_hồi/hồi_âm/phúc_đáp/ý_kiến ..1
{outer} ..3 cấp/gửi/rót/giao/duyệt/trả_lời ..3 là/thì {me}? ..1 {finish}/{begin}/{send} ..1 ngay/liền
{no} thấy {outer} ..3 gì
{no} có con_dấu ..1
chờ/đợi ..1 tập_huấn/hướng_dẫn/chỉ_đạo/phân_bổ
chờ/đợi ..1 {outer} ..5 mới >>4
chờ/đợi ..4 huyện/tỉnh/sở/bộ/trung_ương ..2 {sign}/cấp/gửi/trả_lời/thẩm_định
{outer} ..1 nói/bảo/báo ..1 đã {send}/{did}/{finish} ..1
chờ/đợi ..2 số/số_liệu/văn_bản/kết_quả ..1 của/từ ..1 {outer}/thôn
chờ/đợi ..9 gửi/cung_cấp/chuyển/đưa/báo/trả/cho/cấp/bàn_giao/tổng_hợp/xuất ..1 số_liệu/dữ_liệu/số
chờ/đợi !{boss} ..6 bàn_giao/cấp/cung_cấp/phân_bổ/trang_bị/trả/gửi/chuyển/đưa ..1 {means}/hồ_sơ/danh_sách/biểu
thiếu ..3 của/từ ..1 {outer}
{outer}/{machine} ..8 mới ..2 {finish}
thông_báo/bảo/nói/hẹn DATE ..2 mới ..2 {finish}/có/được
{outer} {begin} ..1 {no} ..1 {finish}
{outer} hẹn/bảo/nói/báo ..3 mới >>4
bên/đội/đơn_vị !em/tôi/mình/này +1 ..1 hẹn/hứa >>6
bên/đội/đơn_vị !em/tôi/mình/này +1 ..1 bảo/nói chờ/đợi/chưa ..2
^ đợi/chờ bên !em/mình/tôi/này/văn_phòng +1 ..5 $
có {means} ..2 mới ..2 làm/triển_khai/thực_hiện/được
{outer} ..4 thì/rồi ..2 mới ..2 được/làm/triển_khai/thực_hiện
chờ/đợi bên !em/mình/tôi/này ..4 bàn_giao/nghiệm_thu/lắp/gửi/cấp/trả_lời/duyệt/phản_hồi/cung_cấp/nộp/báo/chuyển/làm/xác_nhận/ký
đang? còn? phải? chờ/đợi/ngóng ..1 {outer} ..3 cấp/gửi/trả_lời/hướng_dẫn/duyệt/thẩm_định/phản_hồi/cho/ký/phê_duyệt/cung_cấp/nộp/báo/xác_nhận/xử_lý/sửa?
đang? còn? phải? chờ/đợi ..1 {means} ..2 của? ..1 {outer}?
đang? còn? phải? chờ/đợi ..2 cấp/phân_bổ/thẩm_định/nâng_cấp/lắp/sửa_máy/bàn_giao/đấu_thầu/phản_hồi/khắc_phục/giải_ngân/sửa/bảo_trì/cấp_phát
khi_nào/bao_giờ/chừng_nào/lúc_nào/phải/có/đợi_khi ..1 {outer}/{machine} ..6 thì? mới >>3
khi_nào/bao_giờ/chừng_nào/lúc_nào/phải/có/đợi_khi ..1 {outer}/{means} ..5 thì/mới ..2 làm/triển_khai/thực_hiện/được/xong/nộp/có
"""

BLOCK = """
chỉ cần ..1 {means} ..2
{machine} ..4 {broken}
{machine} ..1 chưa cập_nhật/nâng_cấp/hiện +1
{machine} ..1 chưa/không cho {me}? ..1 {send}/{online}
{machine} ..1 chưa tập_huấn/bàn_giao/nghiệm_thu/hỗ_trợ/kết_xuất/mở/có/chạy/ổn/cấp/được/kết_nối/cài
{machine} ..1 không !phải/vướng/có/cần/{finish} +1
{machine}/{outer} ..4 đang nâng_cấp/bảo_trì/sửa/sửa_chữa/khắc_phục chưa? {finish}?
bị? báo? {broken} ..1 {machine}
bị/báo/đang lỗi
đang bảo_trì
lỗi !hẹn/thời/của
{no} vào/đăng_nhập/truy_cập/liên_hệ/liên_lạc/kết_nối/mở/tải/gọi ..3 được
{no} có? đủ/nhận_được/nhận/có/thấy/được_cấp/được_giao/được_bố_trí/bố_trí/cấp/phân_bổ/tìm_được/mua/bố_trí_được/xin_được/có_được/thấy_có/biết_lấy/được ..3 {means} ..2 của/từ/cho? ..1 {outer}?
{no} có/thấy/nhận_được kế_hoạch/công_văn/văn_bản/quyết_định/chỉ_đạo ..1 của/từ {outer}
hết/cạn/khan/kẹt/bí/eo_hẹp/cắt {means}
{means} ..2 {no} rót/xuống/cân_đối/có/về/cấp/đủ/được/thấy/ai/ổn/ổn_định/giải_ngân/duyệt/phân_bổ/bố_trí ..3 về/cấp/phê_duyệt/phân_bổ/bố_trí?
thiếu ..1 {means}
{means} ..1 hết/thiếu/cạn/hạn_hẹp/hạn_chế/eo_hẹp/mỏng/ít
{no} được ..1 {outer} ..3
{no} lắp_đặt/lắp/sửa/nâng_cấp ..2 xong? ..1 {machine}/{means}?
{outer} ..3 {no} ..4 gửi/có/cấp/cho/trả_lời/hướng_dẫn/phản_hồi/nộp/duyệt/ban_hành/ký/thẩm_định/cung_cấp/hợp_tác/phối_hợp/chịu/đến/chuyển/giao/xong/trả/báo/về/phê_duyệt/bàn_giao/rót/giải_ngân/phân_bổ/bố_trí/lắp/sửa ..3 {means}?
{outer} ..5 mới ..2 có/gửi/cấp/rót/cho/trả_lời/duyệt/ban_hành/giao/phê_duyệt/tập_huấn/bàn_giao/triển_khai/hướng_dẫn/họp/nộp/báo/ký/làm/xong/chuyển/hỗ_trợ/lắp/sửa/giải_ngân/phân_bổ/mở/thẩm_định
{outer} ..1 trả ..2 về/lại
{outer} trả hồ_sơ/báo_cáo/văn_bản ..3
bên/phòng/bộ_phận/ban/hội/đoàn/kế_toán/địa_chính/tư_pháp !em/tôi/mình/này ..4 {no} ..1 thẩm_tra/thẩm_định/duyệt/phê_duyệt/phân_bổ/xử_lý/khắc_phục/gửi/đưa/cấp/cho/trả_lời/phản_hồi/nộp/duyệt/cung_cấp/bàn_giao/chuyển/giao/lắp/sửa/rót/hỗ_trợ/ký ..3
{outer} ..2 {no} !{finish}/{begin} +1
{outer} hẹn/bảo/nói/báo
{outer} ..1 đang ..3 {work}/thẩm_định/xem_xét/duyệt/thẩm_tra/giải_quyết
bên/phòng/đội !em/tôi/mình ..3 đang sửa/khắc_phục/nâng_cấp/bảo_trì/lắp
{no} được tập_huấn/hướng_dẫn/cấp/trang_bị/bố_trí/phân_bổ ..2
{outer} ..1 chậm/trả_lại/im_lặng/im_re/ngâm/bận
phòng/bên/bộ_phận !em/tôi/mình ..2 {no} chịu ..3
vướng/vướng_mắc/mắc/mắc_kẹt/vướng_víu
kẹt/kẹt_ở/kẹt_cái
{outer} ..2 đi ..1 làm_ăn/xa/vắng/làm_hết/nương/rẫy
vì/do {outer}
tại {outer} ..2 {no}/chậm/lỗi/trễ/cả/hết/thôi
không ký ..2 được
nghẽn/tắc/ách/ách_tắc/bế_tắc/bí/đứng_hình !tịt
khó_khăn/khó_đạt/khó_quá/khó_làm/khó_lắm/khó_triển_khai/khó_thực_hiện
trục_trặc
phụ_thuộc
lấy/đào đâu ra
tiền/người/kinh_phí/máy/sức đâu ..1 mà/ra/làm
{no} xuể/nổi
phối_hợp ..1 chậm/kém/không_tốt/hời_hợt
quá_tải
{no} có ai ..2 hỗ_trợ/hướng_dẫn/chỉ/cung_cấp/phối_hợp/trả_lời/tập_huấn ..2
{no} ai ..2 mua/sửa/thay/cấp/chuyển/giao/trả_lời/nghe_máy/cung_cấp/gửi/làm/hỗ_trợ/phối_hợp/hướng_dẫn/chỉ/giúp
không còn? ai ..2 làm
một_mình ..3 không/sao/làm/ôm
mỗi_mình
làm_sao/sao/thế_nào ..1 mà ..4 được/nổi/làm/nộp/xong
thì/mà ..2 {deliver}/{begin} ..1 làm_sao/sao/kiểu_gì/thế_nào mà? được/nổi
sao/làm_sao ..1 làm/nộp/triển_khai/thực_hiện ..2 được/nổi
ngập !đầu/mặt/việc
bão/mưa_bão/bão_lũ/lũ_lụt/sạt_lở/cách_ly/lụt/lũ
mất/cúp/cắt điện/mạng/nước/sóng
{broken} dữ_liệu/file/usb/mạng/máy
file/dữ_liệu bị? lỗi/mất/hỏng/hư
bị ..1 cắt/dừng/khoá/thu_hồi/mất/từ_chối
"""

INTERNAL = """
trình/gửi/xin ..3 {boss} ..4 ,? {no} có/thấy ý_kiến/phản_hồi/chỉ_đạo ..2
{work}/{did} ..1 đến/tới ..1 {part}/{step}/phần/mục ..2 rồi?
còn? đang? chờ/đợi các/mấy? {title}/{office} !mặt_trận/công_an ..2 ghép/ráp/tổng_hợp/rà/rà_soát/xem/sửa/bổ_sung/kiểm_tra/góp_ý/in/photo/đóng_dấu ..1
còn? vướng/kẹt ..2 ký/chữ_ký/con_dấu/dấu !số ..3
còn? vướng/kẹt ..2 câu_chữ/thể_thức/chính_tả/trình_bày ..1
trình/đưa/chuyển/gửi/nộp ..2 {boss} ..2 thẩm_định/thẩm_tra/kiểm_tra/góp_ý/rà_soát rồi?
còn? đang? mới? đã? chỉ? đang? phải? vẫn? chờ/đợi/trình/xin/đưa/chuyển/gửi/nộp ..2 {boss} ..4 {sign}/xem rồi?
còn? đang? mới? đã? đang? chờ/đợi/trình ..1 {boss}
còn? đang? mới? đã? đang? vẫn? chờ/đợi/trình/xin ..4 {sign} !rồi/xong
còn? đang? mới? đã? đang? chờ/đợi/trình/xin chữ_ký/con_dấu/dấu/ý_kiến/bút_phê ..2 {boss}?
{boss} ..3 {no} ..1 {sign}
{boss} ..1 duyệt/xem/đồng_ý/thống_nhất/nhất_trí ..2 rồi? ,? nhưng/mà/còn ..1 chưa/chờ ..1 {sign}
đang xin/lấy số văn_bản/công_văn/phát_hành/quyết_định?
nằm/ở_chỗ/ở_bàn/ở_tay/trên_bàn ..3 {boss}
{no}/đã được? {boss} ..1 {sign} đâu
{boss} đang ..2 xem/đọc/duyệt/ký/rà/sửa/thẩm_định
đang? lấy/xin ý_kiến
đã/đang/mới/vừa trình
trình ..4 rồi
đang {sign}
chờ/đợi nộp/gửi/góp_ý/trình/đóng_dấu/in/nghiệm_thu/báo_cáo/phát_hành
còn? {no} ..2 được {boss} ..2 {sign}
"""

SIGNED = """
trình và ban_hành/phát_hành/công_khai rồi?
trình ..4 {boss} đã ..1 ký/ban_hành/phát_hành/phê_duyệt ..2
trình/trình_ký ..3 và/,/với/rồi ..2 đã? ban_hành/phát_hành/ký/công_khai/gửi_đi/gửi_lên ..2 {finish}/rồi
"""

WAITING_INSIDE = """
đang? chờ/đợi ..1 thẩm_định/thẩm_tra/kiểm_tra/nghiệm_thu/duyệt nội_bộ
{no} {send} được? ,? vì/do/tại? {no} có? chữ_ký/con_dấu/dấu !số
{no} có? ai {sign}
{no} {send} được ,? vì/do/tại? {boss} ..3 {no} ..1 {sign}
{no} {send} được ,? vì/do/tại? {boss} ..1 đi/đang/bận/vắng ..2
"""

NOT_HANDED_IN = """
{no} {adv}? {adv}? trình ký?
{no} đưa/chuyển/gửi ..1 ký
"""

TABLE = (
    (Kind.SENT, "đã ..1 {work}/{send} hết/đủ/toàn_bộ/đầy_đủ {means} ..4"),
    (Kind.SENT, "{send} ..3 đủ/đầy_đủ hết/cả/cả_rồi rồi?"),
    (Kind.PART, WAITING_INSIDE),
    (Kind.UNSENT, NOT_HANDED_IN),
    (Kind.SNOOZE, BUSY_ASIDE),
    (Kind.BLOCK, SELF_BLOCK),
    (Kind.BLOCK, WAIT_OUTER),
    (Kind.DONE, SIGNED),
    (Kind.PART, INTERNAL),
    (Kind.BLOCK, BLOCK),
)
