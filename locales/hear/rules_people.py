"""Wording of the requests: someone else's matter, a later deadline."""

from .kinds import Kind

REASSIGN = """
nghỉ/ốm/đi ..3 , {title} <name> làm/lo thay {me}? rồi
{office} !em/tôi/mình ..3 lo/phụ_trách/chủ_trì/theo_dõi/quản_lý cái/việc/mảng/phần/vụ này/đó ..1 $
{title} <name> ..3 nhận/tiếp_quản/tiếp_nhận/đảm_nhận cái/việc/mảng/phần này/đó ..2
{me} có được_phân_công/được_phân/được_giao ..2 đâu
gửi/chuyển/nhắn sang/qua {office} !em/tôi/mình ..2 giúp/giùm/hộ {me}? ..1 $
{me} {no} nằm trong tổ/ban/đội/nhóm/danh_sách ..2
cái/việc/mảng/phần/mục/vụ này/đó người cũ/trước ..1 làm/phụ_trách/lo
{me} là bên/cán_bộ/công_chức? {office} ..2 , ..1 {no} làm/phụ_trách/theo_dõi/lo/quản_lý ..3
ai bảo/giao/kêu/biểu ..1 {me} ..1 làm/phụ_trách/lo/theo_dõi ..3 đâu
{me} ..1 về hưu ..1
{title} <name> làm/trực? thế {me}
{title} <name> làm thay {me} rồi
{me} ..1 {giao}/bàn_giao/chuyển lại? cho cháu/em <name> ..2
nhờ/đề_nghị/xin ..2 {giao} ..1 cho {title} <name> !em/tôi ..2
{me} với ..3 {no} liên_quan
{me} {no}/đâu phải là? cán_bộ/người/công_chức/chuyên_viên/đầu_mối ..3
có phải là? người/cán_bộ/công_chức ..4 đâu
{me} chỉ ..1 giữ/làm/{charge}/lo mảng/phần/việc !này/này_thôi +1 ..3
{me} ..4 , ..1 {no} liên_quan ..2 $
người ..1 làm/thực_hiện/{charge} ..3 là {title} <name>
giờ/nay/bây_giờ là? thuộc/của {title}/{office} ..1 $
giờ/nay/bây_giờ ..1 {me} làm {office} rồi?
{office} ..1 là {title} <name> ..1 $
ai/đâu phân/phân_công ..1 {me} ..3
{me} làm {office} ..1 mà/chứ/cơ
gửi/nhắn/gọi/nhắc/hỏi ..1 {title} ấy/đó ..1 nhé/đi/với
đổi việc/phần/mảng ..2 nhau ..1
giao/phân_công lại ,? {title} <name> ..2
đâu có ..1 phụ_trách/theo_dõi/được_giao/đảm_nhiệm ..2
{me} ..2 thôi/hết/không kiêm/kiêm_nhiệm ..2
{me} {no} còn? ở/thuộc/trong tổ/ban/đội/nhóm/phòng/bộ_phận/mảng ..2
có phải ..2 {me} ..1 đâu
do {office} ..5 làm/thực_hiện/lo $
cái/việc/mảng/phần/vụ/mục/CODE này? ..1 về/sang/qua/thuộc {office} !em/tôi/mình +1 ..1
được giao/phân_công ..2 thay {me}
nhờ/đề_nghị/xin ..2 giao/phân_công lại cái/việc/mảng/phần/mục/vụ ..1
{me} chuyển sang/qua làm +1
CODE/việc_này/cái_này/mảng_này/phần_này là {office} !em/tôi/mình ..7 $
{you} gửi/chuyển/nhắn qua? cho {title} <name> ..4 nhé/đi/với $
nhầm/lộn sang/qua/cho/tới {me}
nhầm/lộn {me} với/sang/thành +1
nhường ..2 cho {title}/{office} ..2
xã/phường/{me} không/hết còn? quản/quản_lý/phụ_trách/theo_dõi ..1 nữa
{no}/đâu/đâu_có được_giao/được_phân_công ..1 cái/việc/mảng/vụ/phần/mục/tiêu_chí/món này/đó/ấy
{no} còn ôm/giữ/nắm/cầm/quản mục/nội_dung/mảng/tiêu_chí/vụ/phần/việc/cái này?
{me} ..1 đổi vị_trí/công_việc/mảng/chỗ_làm/bộ_phận ..2
{me} hết làm bên? {office} ..1 rồi
{me} {no} nhận cái/việc/mảng/phần/mục/tiêu_chí này/đó ..1
do !tôi !mình !ai !xã !phường +1 theo_dõi/phụ_trách/đảm_nhiệm/quản_lý ..1 $
{no}/đâu có tên ..1 trong/ở ..4
{me} đã? ra/rút/rời khỏi? tổ/ban/đội/nhóm/phòng !họp ..3 rồi
để !đơn_vị/cơ_quan {office} !em/tôi/mình/này ..3 lo/làm/thực_hiện/phụ_trách ..1 $
{me} chỉ ..1 phụ/giúp/hỗ_trợ/tổng_hợp/đánh_máy/phối_hợp ..1 $
{me} làm ở/bên bên? {office}/{outer} ..1 mà/chứ
{me} {no} có ..1 chức_năng/nhiệm_vụ/thẩm_quyền/trách_nhiệm ..2
người ..1 làm/thực_hiện/phụ_trách/theo_dõi ..3 là !ai !gì +1
{me} chuyển ..3 công_tác
{no} nằm ..1 trong mảng/phần/phạm_vi/nhiệm_vụ/lĩnh_vực/chức_năng ..3
trách_nhiệm ..1 là của? {office}/{title} !em/tôi/mình ..1
{giao} ..1 cho !{outer} +1 ..1 rồi $
để {title} ấy/<name> ..1 làm/thực_hiện/lo/xử_lý/phụ_trách/nhận/nộp ..1
chủ_trì/đầu_mối/phụ_trách/phụ_trách_chính là {title}/{office} ..2
để {office} +1 ..2 làm rồi?
{title}? <name> thay {me}
{me}? có làm đâu ,? ..1 của {title}/{office} ..1
thuộc về phòng/bên/ban/tổ/bộ_phận/đoàn/hội !em/tôi/mình ..2
hết nhiệm_vụ/trách_nhiệm ..2 {me}
{title} <name> ..2 theo_dõi/phụ_trách/đảm_nhiệm/quản_lý/giữ/nắm/cầm/lo $
giờ/nay/bây_giờ/LOOSE {title} <name> ..1 làm/thực_hiện/phụ_trách/lo/theo_dõi/nhận ..1
giờ/bây_giờ {title} !cứ/còn/có/đang/muốn/bảo/cho/vẫn/mới +1 làm/thực_hiện/{charge}/lo/nhận ..1
{title} <name> được giao/phân_công ..1 thực_hiện/làm/{charge} ..2
{giao} {office} +1 ..1
{me} sang/qua/về !đích/trước ..3 PAST
{no}/đâu/hổng phải là? việc/mảng/phần/nhiệm_vụ/trách_nhiệm/lĩnh_vực/tiêu_chí/của/thuộc/chuyên_môn/chức_năng/cái ..3 {me}/uỷ_ban/văn_phòng/phòng/ai
{no} phải là? của
đâu phải là? của? ..2 {me}
{me} ..1 có dính/dính_dáng/liên_quan ..4 đâu
sao lại? gửi/nhắn/hỏi/nhắc/giao ..1 cho? {me} ,/?
có phải là? việc/cái/mảng/phần ..1 này/đó/ấy đâu
^ của {office} !em/tôi/mình ..2 chứ/mà/nhé/đó/đấy $
giao/phân_công lại giùm/giúp/hộ {me}
{me} đâu còn? ..1 làm/thực_hiện/phụ_trách/theo_dõi/giữ ..5 nữa
{me} đâu có? ..1 phụ_trách/theo_dõi/quản_lý/được_giao/phân_công/được_phân_công/đảm_nhiệm
{title} <name> nhận/tiếp_quản/tiếp_nhận/đảm_nhận/lo ..2 rồi
còn {paper}/phần/cái/mảng ..2 là? của {title}/{office} !em/tôi/mình ..2
do {title}/đồng_chí/{office} ..4 chủ_trì/phụ_trách/đảm_nhiệm/theo_dõi/tham_mưu/đảm_nhận/quản_lý
do {title}/{office} ..3 làm/lo $
{no} phải là? {me} $
{no} phải là? {me} ..1 làm/thực_hiện/phụ_trách/theo_dõi/lo/quản_lý/đâu/tham_mưu
{no} thuộc
{no} đúng/hợp/phải phần_việc/phần/việc/vị_trí/chuyên_môn/chức_năng/lĩnh_vực/thẩm_quyền/nhiệm_vụ/mảng/vai
{me} xin trả lại ..3
{me} trả lại cái/việc/mục/tiêu_chí/phần ..4
{no} liên_quan ..3 {me}
{no} dính/dính_dáng/dây_dưa ..1 tới/đến/gì/vào ..2
{me} làm? ở/bên bên? {office} ..2 mà/chứ/cơ
^ {nhắn}/chuyển cho cán_bộ/{office} ..2 đi/nhé/ấy/nha
nhắn/gọi/nhắc cho {title} <name> ấy/đi/nhé/với
{me} {no} còn? được? phụ_trách/quản_lý/đảm_nhiệm/tham_mưu/đảm_nhận/giữ/phân_công
{me} không còn? nắm mảng/việc/phần/vụ/cái/mục
{no} còn? phụ_trách/đảm_nhiệm/quản_lý/đảm_nhận/được_giao/được_phân_công/làm_mảng/theo_dõi mảng?
{me} không có? làm/thực_hiện/theo_dõi/giữ/ôm/lo mục/nội_dung/mảng/tiêu_chí/vụ/phần/việc/cái/món/lĩnh_vực này?
việc_này/cái_này/mảng_này/tiêu_chí_này/phần_này/vụ_này/CODE {me} không làm/theo_dõi/phụ_trách ..1 $
{me} {no} còn làm/công_tác? ..1 ở/tại/bên ..2
{me} có làm/thực_hiện/phụ_trách/theo_dõi/lo/ôm/được_giao/nhận/giữ ..2 vụ/mảng/phần/cái/việc/món này/đó/ấy/kia? đâu
{me} có phụ_trách/theo_dõi/lo/được_giao ..2 đâu
chuyển/giao ..1 {office} !em/tôi/mình ..3 làm/lo/phụ_trách/theo_dõi
ai/đâu giao ..2 {me}
^ sao lại là? ..1 {me} $
sao lại? giao ..1 {me} $
giao cho {me} hồi_nào
nhầm/lộn/sai/lầm nhóm/người/số/máy/địa_chỉ/chỗ/nơi/đối_tượng/đơn_vị/cán_bộ
{nhắn}/giao/phân nhầm/lộn/sai rồi? $
{nhắn}/giao nhầm/lộn ..1 cho? {me} rồi?
{no} đúng người
chuyển/giao {title} <name> ..2 $
gửi/chuyển/nhắn {nag}/tin ..2 đến/cho/sang/tới ..1 {title} <name> ..1
^ {giao} ..2 cho {office} ..3 $
nhờ/đề_nghị/xin ..2 {giao} ..2 cho {office} ..3
giao/bàn_giao lại ..1 {title} <name>
{giao} {title} <name> ..2 rồi
{giao} {title} <name> làm/lo/xử_lý giúp/hộ/thay ..4
{me} ..1 giao/bàn_giao lại ..1 cho +1
^ {office} !em/tôi/mình ..3 làm/lo/phụ_trách ..1 cái/việc/mảng/phần/vụ này/đó
{task}/cái/việc/phần/vụ/mảng/tiêu_chí/mục/khoản đó/này/ấy/kia ,? ..2 {title}/{office} !em/tôi/mình ..5 lo/làm/nhận/{charge}/cầm/ôm/giữ/nắm !xong
chuyển {title} <name> ..2 rồi
{me} thôi/nghỉ làm/giữ/ôm/cầm !{finish} +1 ..1 rồi
{me} thôi/hết/nghỉ/không_còn phụ_trách/làm/thực_hiện/theo_dõi/đảm_nhiệm/quản_lý mảng/việc/phần/cái/từ/rồi/chức/trưởng/phó/vai/nhiệm_vụ/tổ/ban/LOOSE/PAST/$
giao/phân_công lại ..2 cho {title}/người/{office}
CODE/mục_này/nội_dung_này/tiêu_chí_này/việc_này/việc_đó/cái_này/cái_đó/phần_này/phần_đó là? của {title}/{office} !em/tôi/mình ..2
^ {office} !em/tôi/mình/đó/kia ..2 làm $
chuyển ..4 cho/sang/qua/về/lại {title} <name>/..1 !ký/duyệt/xem
đã chuyển ..2 {office} ..3
chuyển ..4 cho/sang/qua/về/tới cho? người/chị/anh/đồng_chí/cán_bộ/công_chức/chuyên_viên/bạn/{office} !ký/duyệt
bàn_giao !hồ_sơ/tài_liệu/số_liệu/sản_phẩm/kết_quả/thiết_bị/công_trình ..5 cho/sang/qua/lại/về/rồi
{giao} ..3 cho {title} <name> ..1 $
{giao} ..2 cho {title}/người/cán_bộ/{office} ..7 làm/thực_hiện/phụ_trách/rồi/theo_dõi/lo/thay/đảm_nhiệm/tham_mưu/nhé/$
{title}/người/đồng_nghiệp/{office} !em/tôi/mình/ơi/nhắc/nào ..5 phụ_trách/đảm_nhiệm/đảm_nhận/làm_thay_em/tiếp_nhận/nhận_bàn_giao/chủ_trì/chịu_trách_nhiệm/nhận_rồi/thụ_lý
{title} <name>/..1 thay {me}? rồi? $
{title} <name> ..1 nhận/tiếp_nhận/phụ_trách/đảm_nhiệm/theo_dõi/lo thay {me}? !rồi ..3
{me} ..1 sang/qua/về/chuyển/làm phòng/bộ_phận/mảng/đơn_vị/cơ_quan/vị_trí/việc khác ..1
{giao} mảng/việc/phần/vị_trí/nhiệm_vụ khác ..1
{title} ..2 làm/thực_hiện thay {me}? !rồi
{title} <name> ..5 làm/thực_hiện/lo/theo_dõi/nhận/tham_mưu/giữ/nắm/quản/ôm/cầm việc/mảng/cái/vụ/phần/tiêu_chí/mục/món này/đó/ấy/kia
{title} !em/tôi ..3 làm/lo/theo_dõi/nhận/tham_mưu/giữ/nắm/quản việc/mảng/cái/vụ/phần/tiêu_chí/món này/đó/ấy/kia
việc_này/cái_này/mảng_này/tiêu_chí_này/phần_này/vụ_này/món_này/việc_đó/cái_đó là? của? {title}/bên/{office} !em/tôi/mình ..3 làm/lo/theo_dõi/phụ_trách/tham_mưu/nắm/chứ/mà !xong
CODE là? của? {office} !em/tôi/mình ..3 làm/lo/theo_dõi/phụ_trách/quản_lý/thực_hiện/tham_mưu
việc/mảng/phần/trách_nhiệm/nhiệm_vụ/tiêu_chí/cái_này/này giờ? là? của {title}/{office} !em/tôi/mình
thuộc trách_nhiệm/chức_năng/mảng/thẩm_quyền/nhiệm_vụ/phần/lĩnh_vực/{office}
{nghỉ} thai_sản/sinh/hưu/đẻ/việc/chế_độ/không_lương/hộ_sản
chuyển ngành/công_tác/đơn_vị/cơ_quan/việc/bộ_phận/phòng/vị_trí
chuyển sang/qua/về xã/huyện/tỉnh/sở/{office}
{điều} đi/về/sang/qua/chuyển/lên/xuống/ra
kiếm/hỏi/tìm/liên_hệ/gặp/nhắn/gọi/réo/nhắc {title} <name>/..1 !xem/lại/ký
kiếm/hỏi/tìm/liên_hệ/nhắn/nhắc {office}
{đổi} người/đầu_mối
có người khác
{title} ..1 mới là ..1 người/đầu_mối/chủ_trì/cán_bộ
{office} ..2 mới là ..1 đầu_mối/chủ_trì/bộ_phận/đơn_vị
{giao}/chuyển/nhắn/hỏi/tìm ..2 người/ai/bộ_phận/phòng/bên/đơn_vị khác
{matter} này ..1 đã? {giao} ..1 cho? {office}/{title} +1 ..4
đề_nghị chuyển
"""

MINE = """
{me}? nhầm/lộn/lẫn với/sang/qua việc/cái/mục/tiêu_chí/báo_cáo/phần ..2
trước ..2 {title} <name> ..1 làm/phụ_trách/lo/theo_dõi ,? ..1 giờ/nay/bây_giờ ..1 {me} ..1 làm/phụ_trách/lo/theo_dõi/nhận
{me} ..2 nhận bàn_giao/lại ..1 từ/của {title} ..2 rồi
{title} <name> ..2 nghỉ/ốm/bận/đi ..3 nên {me} ..1 làm/lo/phụ_trách ..1 thay
{me} ..1 làm/lo/phụ_trách thay {title} <name>
{no} phải ..1 của {title}/{office} ..2 ,? mà? là? ..1 của {me}
"""
"""Once another's, and now the writer's own."""

NOT_ME = """
đâu có làm/thực_hiện/theo_dõi/phụ_trách ..1 cái/việc/mảng/vụ/phần/mục này/đó/ấy/kia
người khác làm/thực_hiện/phụ_trách/nhận/rồi/lo/thay ..1
{title} <name> ..1 làm/thực_hiện/lo/phụ_trách ..3 chứ ,? ..1 có/đâu/không phải {me} ..1
hình_như/chắc/có_lẽ là? của/thuộc bên? {title}/{office} !em/tôi/mình ..2
{title} <name> nhận/tiếp_quản/tiếp_nhận làm? ..3 rồi
{title}/{office} !em/tôi/mình ..3 làm/lo/phụ_trách/theo_dõi ,? ..1 {me}? có/đâu_có {begin} ..2 đâu
{title}/{office} !em/tôi/mình ..5 làm/lo/phụ_trách/theo_dõi cái/việc/mảng/phần/mục/vụ? này/đó/ấy? ,? ..1 {me}? {no} {begin}
{me} có {begin} ..2 đâu ,? kiếm/hỏi/tìm/gặp/liên_hệ/{office}
{me} có {begin} vụ/mảng/phần/cái/việc/món ..1 đâu
"""

NOBODY = """
báo/hiện/bị lỗi ..1 NUM ..1
{title}/cán_bộ/người/công_chức chuyên_trách/phụ_trách/chuyên_môn/cũ ..1 xin? nghỉ/bỏ/chuyển thai_sản/việc/hưu/đẻ/sinh/chế_độ/đi/không_lương/công_tác? ..2
{title} <name> ..1 {no} ..1 gửi/đưa/cung_cấp/chuyển/báo ..1 số/số_liệu/dữ_liệu/thông_tin/biểu ..1
hộ/dân/bà_con/người_dân/chủ_hộ ..2 đi vắng/xa/làm_ăn ..1
vì/do/tại {title}/cán_bộ/người/công_chức phụ_trách ..1 đi/nghỉ/ốm/bận/vắng ..2
vì/do/tại ..1 {outer} ..2 chậm/trễ/muộn/ì_ạch/lề_mề ..1
đề_nghị/kiến_nghị/mong ..1 {outer} ..3 hướng_dẫn/tháo_gỡ/hỗ_trợ/bố_trí/cấp/phân_bổ ..2
{no} có? ai ..1 bàn_giao ..3
người/cán_bộ phụ_trách ..3 chuyển/nghỉ/đi ..2 ,? ..1 {no} ..1 ai/người >>2
{no} bàn_giao cho xã/phường/{me} ..1
cán_bộ/nhân_viên/công_chức ..1 phụ_trách? nghỉ/ốm ..3
vừa/mới/vừa_mới/sau sáp_nhập/chia_tách/hợp_nhất/tách/nhập/kiện_toàn/đại_hội/bầu_cử/bàn_giao ..2 xong? ..1 ={no}
{title} <name> phụ_trách ..2 nghỉ/ốm/vắng ..2
{nghỉ} thai_sản/sinh/hưu/đẻ/việc/ốm ..2 ,? ..1 {no} ..1 ai ..2
{no} có? ..1 ai/người thay/làm_thay ..1
hướng_dẫn/quy_định ..1 {no} rõ/cụ_thể/thống_nhất
hướng_dẫn/quy_định/văn_bản/quy_chế ..3 mâu_thuẫn/chồng_chéo/bất_cập ..1
không có người/nhân_lực/nhân_sự/kinh_phí/tiền/máy/phương_tiện ..1 {begin} ..1 đâu?
{no} có ..1 người/ai/cán_bộ phụ_trách/đảm_nhiệm/theo_dõi
"""

EXTEND_SURE = """
chuyển ..1 hạn/thời_hạn sang/đến/tới/qua DATE
chuyển ..3 sang/đến/tới/qua DATE ..2 được không
{please} ..1 được chậm/muộn/trễ ..2 DATE
có? gia_hạn/lùi/dời/hoãn/khất ..2 được ..1 không
muộn/trễ/chậm !nhất ..2 DATE ..3 không/chứ/nhé
gia_hạn/lùi/dời/hoãn/khất ..3 DATE/VAGUE ..2 không
"""

LATE_PARDON = """
muộn/trễ/chậm ..1 DATE rồi
vì/do/tại ..1 {nộp} ..1 muộn/trễ/chậm
vì/do/tại ..1 muộn/trễ/chậm {nộp}
xin_lỗi ..3 muộn/trễ/chậm ..1
xin nhận/chịu ..1 trách_nhiệm/lỗi/khuyết_điểm ..2 {nộp}? muộn/trễ/chậm ..1
xin_lỗi
"""

LATE_BUT_SENT = """
{nộp}? ..1 muộn/trễ/chậm ..2 nhưng/mà ..1 đủ rồi
{nộp}? ..1 muộn/trễ/chậm ..2 nhưng/mà ..3 {did}/{finish} ..2 rồi
{nộp}? ..1 muộn/trễ/chậm ..2 nhưng/mà ..2 đã {did}/{finish} ..1
{finish} ..1 nhưng/mà ..2 muộn/trễ/chậm mất? DATE?
{send} ..2 rồi ,? nhưng/mà ..2 muộn/trễ/chậm mất? DATE?
"""

EXTEND_ASIDE = """
{please} ..3 hướng_dẫn/giải_thích/chỉ_giúp/chỉ_dẫn ..2
{nộp} ..1 muộn/trễ/chậm ..2 thì ..3
sao/thấy/nghe bảo/nói ..1 gia_hạn/lùi/hoãn/dời ..3
{nộp} ..1 có muộn/trễ/chậm ..1 không
muộn/trễ/chậm ..5 trừ/phạt/ảnh_hưởng/sao_không/bị_gì/có_sao
trừ ..3 điểm ..3 muộn/trễ/chậm ..1
bị trừ ..5 không/mấy/bao_nhiêu/sao/à/hả
có ..2 gia_hạn/lùi/hoãn/dời ..2 không
gia_hạn/lùi/hoãn/dời thêm được VAGUE/bao_lâu/mấy ..2 $
gia_hạn/lùi/hoãn/dời ..1 tối_đa/bao_nhiêu/bao_lâu/thế_nào/ra_sao/làm_sao/kiểu_gì/ở_đâu/chỗ_nào/với_ai ..3
gia_hạn/lùi/hoãn/dời được VAGUE ..2 $
^ được gia_hạn/lùi/hoãn/dời ..1 VAGUE/bao_lâu/mấy ..1 $
cách/thủ_tục/mẫu/đơn_xin/quy_định ..2 gia_hạn/lùi/hoãn ..3
ai ..2 gia_hạn
"""

EXTEND = """
{please} hạn ..1 DATE/VAGUE/LUNAR
^ thư/thư_thả cho {me} ..3
kéo_dài thời_gian/thời_hạn/hạn ..2
trình {you}/{boss} ..2 ,? {please} ..2 lùi/gia_hạn/giãn/dời/hoãn
{please}? {please}? ..2 lùi/gia_hạn/giãn/dời/khất/nới/du_di/thư_thư/châm_chước/rời_hạn/đẩy_lùi hạn/lại/thời_hạn/ngày/sang/đến/tới/cho/thêm/tiến_độ? {me}? được? không?
{please} ..3 hoãn
{please} ..2 điều_chỉnh/thay_đổi/chuyển ..1 thời_hạn/hạn/ngày_nộp ..2
hoãn ..3 DATE/VAGUE/LUNAR
hoãn giúp/cho/hộ/dùm
muộn/trễ/chậm hạn ..1 chút/tí/xíu/ít/một/vài/nhé
hoãn lại/đến/tới/sang/DATE/VAGUE/LUNAR
{please} ..3 thêm
thêm DATE/VAGUE/thời_gian/mấy/vài/ít
cho {me}? đến/tới/sang/qua/nợ/hẹn DATE/LUNAR/VAGUE/lại/cuối/tuần?
cho {me}? hết DATE/LUNAR/VAGUE/cuối/tuần
cho {me} !hỏi xin? nộp? ..1 DATE/VAGUE/LUNAR
xin hẹn lại DATE $
cho {me} chút/ít/tí thời_gian/nữa?
{please} ..2 nộp/gửi/hoàn_thành/báo_cáo/trình ..3 DATE/LUNAR/VAGUE/sau
{please} ..2 đến/tới/sang/hẹn/nợ/để DATE/LUNAR/VAGUE
xin DATE/VAGUE/LUNAR nữa?
{nộp} --3 muộn/trễ/chậm !nhất
muộn/trễ/chậm DATE/VAGUE/hơn/lại/một/vài/tí/chút/xíu
DATE/LUNAR/VAGUE ..5 {deliver}/{finish} ..4 được/kịp/có_được/được_chứ/ổn/sao không/chứ/nhỉ
{deliver}/{finish} ..4 DATE ..3 được/kịp/có_được/ổn/có_sao không/chứ/nhỉ
để DATE ..3 được không
DATE được/có_được không/chứ/nhỉ
{please} ..4 VAGUE
đẩy ..2 sang/đến/lùi DATE
kéo_dài ..2 DATE/LUNAR/VAGUE
cho/xin {me}? ..6 rồi ..1 {nộp} ..1 được ..1 không
{please} cho? {me}? {nộp} bổ_sung/bù/sau
{nộp} sau ..3 được/có_được ..1 không
xê_dịch
hẹn lại hạn
^ hoãn/lùi/dời/gia_hạn/khất ..1 $
"""

TABLE_ASIDE = (
    (Kind.GOING, "đang ..2 {work} ..2 ,? mà/nhưng ..1 chậm tí/chút/xíu/thôi ..1 $"),
    (Kind.BLOCK, "{outer} ..2 nộp/gửi/báo_cáo/trả ..1 chậm/trễ/muộn quá/lắm/nên"),
    (Kind.GOING, "{giao} ..1 cho? anh_em/các_bạn/mọi_người ..2 {begin}/{work}"),
    (Kind.DENIED, LATE_PARDON),
    (Kind.SENT, "{did} ..1 chung/cùng/gộp/ghép ..1 với/vào ..5 rồi"),
    (Kind.SENT, LATE_BUT_SENT),
    (Kind.SENT, "chuyển ..1 {paper}/hồ_sơ/số_liệu ..1 lên/về/cho {outer} ..2 rồi"),
    (Kind.EXTEND, EXTEND_SURE),
    (Kind.ASK, EXTEND_ASIDE),
)
TABLE_NOT_ME = (
    (Kind.DENIED, MINE),
    (Kind.SCORE, "muộn/trễ/chậm ..3 trừ ..3 còn SCORE\ntrừ ..3 còn SCORE\nmới/chỉ/chỉ_mới/mới_chỉ ..2 SCORE"),
    (Kind.BLOCK, "không {finish} kịp/nổi/xuể ..4 ."),
    (Kind.BLOCK, NOBODY),
    (Kind.REASSIGN, NOT_ME),
)
TABLE = ((Kind.REASSIGN, REASSIGN), (Kind.UNSURE, "{giao} cho ..3 {begin} rồi?"))
TABLE_EXTEND = ((Kind.EXTEND, EXTEND),)
