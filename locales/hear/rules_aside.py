"""Wording that must be settled first: jokes, commands, things denied, rhetorical denials."""

from .kinds import Kind
from .rules_jokes import COMPLAINTS, JOKES

DENIED = """
đừng trừ/phạt/mắng/phê_bình ..3
đã? nộp/gửi/làm/viết ..1 đơn ..1 xin? nghỉ/nghỉ_phép/từ_chức/chuyển ..3
khó/bận/gấp/mệt/vất_vả ..1 mấy/thế_nào ..1 cũng
mà/nhưng/có_điều/do/tại ..2 chưa/quên ..1 bấm/nhấn/tick/tích ..3
đừng/chớ tưởng/nghĩ/bảo/nói ..2 {no} ..1 {begin}/{finish}/{send}
{you} cứ từ_từ/thong_thả/bình_tĩnh , ..3 =đang/gần/sắp/đã/{finish}
cho {me}? xin? nghỉ !thai_sản/việc/phụ_trách/làm/luôn/trưa/ngơi/tay ..3 với/nhé/đi/DATE ..4
cho {me}? xin? nghỉ !thai_sản/việc/phụ_trách/làm/luôn/trưa/ngơi/tay ..3 $
{no} có gì mới ..1
sao ..1 còn/lại/vẫn/cứ ..1 kêu/bảo/báo/nói ..2 chưa
chưa gì đã ..2 {nag}
dù/tuy/mặc_dù/mặc_dầu ..6 ,? nhưng? {me}? vẫn/cũng ={finish}/đã/làm_xong
dù/tuy/mặc_dù/mặc_dầu ..6 ,? nhưng {me}? ={finish}/đã/làm_xong
cảm_ơn ..3 đã ..1 gia_hạn/lùi/dời/hoãn ..2
PAST ..1 xin ..1 gia_hạn/lùi/dời/hoãn/khất ..3 nhưng/mà
{no}/đừng/khỏi phải/cần? chuyển/giao ..1 cho? ai/người >>3
^ cố/cố_lên/ráng lên? ,? {almost} {finish} rồi? ..2 $
gửi con/cháu ..1 ông/bà/nhà/trường ..3
sáp_nhập/chia_tách/hợp_nhất/tách/nhập ..1 xong là? ={task}/cái/việc/phần/vụ/mảng
{no} còn? nợ ..1 gì/ai
{no} còn ..2 tồn/tồn_đọng/vướng_mắc ..3 nào
{no} có/còn/để ..3 quá_hạn/trễ_hạn/tồn_đọng/bỏ_sót gì/chi/nào?
mà? {you} quên hả/à/sao ..1
pin/lương/dung_lượng/bộ_nhớ/điện_thoại ..2 PCT
lương/thưởng/tiền_thưởng ..1 về/chuyển ..2
kinh_phí/tiền/vốn/ngân_sách ..2 cấp/rót/giao/có/được/về ..1 PCT
{outer}/chỉ_tiêu/kế_hoạch ..1 giao ..1 PCT
PAST PCT , <period>
tăng/giảm/hạ/trừ/phạt/lãi/thuế/hoa_hồng ..2 PCT
{finish}/{did} ..1 của? <formerly> PAST ..1 , <period>
up/tải/đẩy/load file? ..1 tới/đến/được PCT ..1 là? đứng/treo/lỗi/văng/dừng
, xong mang/đem/quay_lại/quay/chạy/ghé/lên/xuống/sang ..3
, xong về !cơ_bản/mặt/phần ..3
, xong báo/gọi/nhắn anh/chị/chú/cô/bác/sếp ..1 $
cái/file/bản/tờ {send} ..3 là ..3 , cái/mục/việc/phần này
^ ..6 {finish}/{did}/rồi/chưa ..1 , còn/riêng/chứ cái/việc/mục/phần/nội_dung/tiêu_chí này thì?
^ ..6 {finish}/{did} rồi chứ cái/việc/mục/phần/nội_dung/tiêu_chí này thì?
duyệt/ký ..1 phép ..6 đơn ..1 rồi
duyệt/ký ..1 đơn? nghỉ? phép ..3 chưa
nghỉ_phép ..1 ,? {boss} ..1 {sign} rồi
mua ..1 {finish} ..3 rồi?
PAST chưa {begin}/{finish}/nộp ..1 ,? chứ/còn/nhưng <period>
PAST {begin}/{finish}/{did} ..2 , <period>
PAST ..4 chứ <period>
{no} phải? chờ/đợi ..2 nữa
pin/máy/điện_thoại ..2 còn PCT
PAST {outer} ..1 hạ/trừ/chấm/cho ..3
hết bận/họp/ốm rồi
không/đâu bận ..1 gì?
{no} còn gì ..4 nữa đâu?
vừa/mới ăn/nhậu ..2 {finish} ..4
^ {matter}/{paper} !này ..3 {finish}/{did} ..1 rồi? , còn/riêng? cái/việc/phần/nội_dung/mục/tiêu_chí này/{boss} ..1
^ {matter}/{paper} !này ..3 {finish}/{did} ..1 rồi? còn/riêng cái/việc/phần/nội_dung/mục/tiêu_chí này/{boss} ..1
xã/phường/bên/đơn_vị bên/bạn/khác/kia ..1 {finish}/{did} ..2 rồi? , bên/xã/phường mình/em/này/tôi thì?
ai nói/bảo vậy/thế
ai bảo/nói ..1 chưa ?/,
nộp/đóng/trả tiền ..2 rồi
{no}? có? vướng/kẹt/vướng_mắc/trục_trặc/khó_khăn gì/chi? đâu
{no} thiếu ..3 nào/gì/chi nữa? đâu?
có xin/cần lùi/gia_hạn/hoãn/dời/khất ..2 gì? đâu
^ không , !{begin}
không thấy à/hả/sao/trả_lời/phản_hồi ..1 $
PAST? ..1 định/tính ..1 {send}/{begin} ..2 mà/nhưng
{machine}/lỗi đã? được? sửa/khắc_phục được? {finish} rồi?
tự_tin/chắc_chắn/đảm_bảo/cam_kết/đồng_ý/nhất_trí/ủng_hộ PCT
thủ_tục/thủ_tục_hành_chính/văn_bản mới ..1 công_bố/ban_hành
lỗi chính_tả/đánh_máy/câu_chữ
đảm_bảo đúng/kịp? tiến_độ/thời_hạn
luôn/lúc_nào cũng? đúng hạn
{no} từng/bao_giờ ..3 muộn/trễ/chậm hạn?
có chậm/muộn/trễ/quên/lười đâu
cứ? tưởng ..1 dễ/nhanh/đơn_giản/ngon
ai cũng bảo/nói/kêu ..1 dễ/khó/nhanh
{no} thấy ai nhắc/hỏi/giục/bảo ..1
đâu/không phải ..1 {me} lười/chậm/trễ/muộn/quên/cố_tình/cố_ý/trốn
{no} phải là? do? {machine} ..1 {broken} đâu?
{boss}/{you}/{title}/ai ..1 hỏi ..2 {finish}/{did} ..1 chưa ,
{boss}/{you}/{title} ..1 hỏi ,? {me} ..1 bảo/nói/báo/trả_lời ..1 chưa ,
ai ..1 đi ..1 họp/dự/tập_huấn/công_tác/đám_cưới/đám/ăn/nhậu/chơi/chợ/cà_phê/đá_bóng/bóng ..10 $
{no} quên đâu?
quên chưa/không? ..1 báo/nói/nhắn/trả_lời/bấm ..2
{no} kịp báo/nói/nhắn/trả_lời {you}?
{me}? ..1 mới? nhớ ra ..2 báo/nhắn/trả_lời
{no} hết hạn mà?
chứ sao không/nữa?
tưởng gì
không chậm/muộn/trễ/vướng/lỗi/thiếu/khó gì? đâu
đâu có/phải chậm/muộn/trễ/vướng/lỗi/thiếu/khó ..1
đang? định/tính/đang_định/đang_tính báo/nhắn/nói/gọi ..2 là?
chưa ..1 gì nữa
tưởng ..1 chưa/còn/đang/phải/bị ..3 ,? nhưng/mà/hoá_ra/ai_ngờ/ai_dè
trước/trước_đây/hồi_trước/lúc_đầu/ban_đầu/hôm_trước/đợt_trước/PAST thì? ..2 chưa ..3 ,? nhưng/mà/giờ/nay/bây_giờ/LOOSE giờ/nay?
chúc {you} >>8
chúc ..1 ngày/tuần/năm/tháng mới ..3
sao? còn/cứ/lại hỏi ..1 {finish}/{did} chưa
giờ/bây_giờ/nay/sao mới hỏi/nhắc/biết/nhớ ..1
giờ/bây_giờ/nay/sao/mà còn/vẫn/cứ/lại hỏi/nhắc/giục/hối ..2
trước/trước_đây/hồi_trước/lúc_đầu/ban_đầu/hôm_trước/đợt_trước/PAST ..2 vướng/kẹt/thiếu/lỗi/khó ..4 ,? nhưng/giờ/nay
có/còn gì thiếu/sai/cần/chưa/vướng ..2 ,? {you} ..1 bảo/nhắn/báo/nhắc/gọi/nói ..1
có/thiếu/cần/sai gì ..2 ,? {you} ..1 bảo/nhắn/xem/báo/nhắc/gọi/góp_ý/hỏi/alo/nói ..4
có gì ..2 ,? {you} ={giao}
{no} có/gặp/còn? khó_khăn/vướng_mắc ,? và/hay/hoặc? khó_khăn/vướng_mắc/trở_ngại gì? cả?
mới/vừa đi ..3 về
chúc/mong/cầu/ước/cầu_mong ..4 {finish}/hoàn_thành ..2
{no}/khỏi/đừng cần/phải/có/còn/gặp/xin/bị/thấy/hề/cần_phải/thấy_có/có_gì/còn_gì/gặp_phải? phải? có? xin? nhắc/gia_hạn/lùi/dời/hoãn/khất/vướng/vướng_mắc/khó_khăn/trở_ngại/trục_trặc/lỗi/giục/kẹt/tắc/đôn_đốc/hỏi/lo/nhắn/thúc/thêm_thời_gian mắc? hạn? lại? thêm? gì/chi? lần? nữa? đâu? cả? hết?
{no} có? gì? khó/phức_tạp/to_tát/đáng_ngại/gấp/vội/trở_ngại/vướng gì? cả? đâu? hết?
có gì? vướng/khó_khăn/trở_ngại/trục_trặc mắc? gì? đâu
có gì đâu
đâu còn ..1 gì nữa?
nút ..1 {finish}/{did} ..1 rồi?
nào ..1 {finish}/{did} ..3 thì ..3
sao lại? chưa ..1 ,
{no} phải chờ/đợi ..1 ai/gì/bên ..1
{no} phải/cần {begin}/{work}/{send} lại/thêm >>3
{no} có/còn ..3 nào ..2 quá_hạn/trễ/trễ_hạn/chậm/muộn/tồn/tồn_đọng/vướng/sai/lỗi/thiếu/sót hạn?
trước khi ..2 nhắc/hỏi
từ lúc ..2 chưa nhắc/hỏi/giục
từ hồi/thời/dạo/thuở còn? chưa >>4
từ khi/lúc còn chưa >>4
chưa đến/tới/hết hạn ..1 mà/nhưng
trước khi ..1 {send}/{finish}/hết_hạn/đến_hạn/trình ..1
lời hỏi_thăm/chào/chúc
không sót/bỏ_sót/thiếu ..1 nào đâu? cả? hết?
không sót/bỏ_sót ..1 gì/chi
{no} còn gì/việc_gì phải/cần/để >>2
{no} còn ..2 gì/việc_gì nữa? đâu? cả?
{no} còn ..1 tồn/tồn_đọng/vướng_mắc
{no} có ..1 tồn/tồn_đọng
{no} tồn ..2 nào
{no} còn? sót/thiếu ..1 nào/gì/chi
khỏi/đừng/thôi/miễn phải? {nag} thêm? lần? nữa
{me} {no} hỏi/xin/cần/nhờ gì nữa? đâu? ,
{no}/khỏi/đừng cần !{begin}/{finish} +1 nữa? đâu?
{no} thiếu gì/chi/người/tiền/kinh_phí nữa? đâu? cả?
hết vướng/kẹt/lỗi/khó_khăn mắc? rồi?
"""

NOT_NOT = """
^ bầu_cử/đại_hội/lễ/thi/khám/sáp_nhập ..2 {finish} ..1 rồi
làm gì/chi ..1 mà chưa {finish}
khắc_phục/sửa ..1 xong ..2 lỗi
đã khắc_phục/sửa/chỉnh ..3 lỗi/sai_sót ..3
khắc_phục/sửa/chỉnh ..3 lỗi/sai_sót ..1 rồi
chắc/chắc_là/có_lẽ/hình_như/có_khi {machine}/bot/app ..1 {no} ..1 kịp? cập_nhật/ghi_nhận/nhảy/nhận/hiện/đổi/chuyển/lên/báo/nhả ..2 !được/gửi
chắc/chắc_là/có_lẽ/có_khi anh/chị/sếp/bác/chú/cô/bạn/ad/admin {no} ..1 kịp? cập_nhật/ghi_nhận/nhận_được/nhận/thấy/xem/đọc/để_ý ..2
{me} không {begin} nữa ..1 $
PAST còn ..1 chưa/không/đang ..2 {begin}/{finish}/{work}
bên/ở xã/phường !em/mình/tôi/ta/này/nhà +1 ..2 {begin}? {finish}/{did} ..1 rồi !hả/à/chưa/hở
^ {finish} tốt ..1 nhiệm_vụ/công_việc nhé
đưa/giao {title} <name> {begin}/{send} hộ/giùm/giúp/dùm ..1 rồi
^ ..5 {finish}/{did} ..2 ,? trừ/mỗi/riêng/chỉ cái/việc/mục/tiêu_chí này ..1 chưa?
{finish} phần/việc/mảng {title} <name> ..1 thì/rồi ..4
mục NUM thì? ..1 {no}? {begin}/{did}? {finish}/{did}/{begin} rồi? ..1
{finish}/{did} ..1 mục NUM ..1
{no}? {finish}/{did} mới lạ ..1
tưởng ..2 {finish} rồi ..1 nhỉ/cơ ..1 $
làm_gì/đâu có chuyện ..1 chưa/không ..1 {begin}/{finish}/{send}
<period> ..1 không {begin}
bỏ/huỷ/cắt ..1 tiêu_chí/việc/mục/nội_dung/cái ..2 rồi
cái/việc/mục/tiêu_chí/vụ kia/khác ..2 {finish}/{did} ..1 rồi
cái/việc/mục/tiêu_chí/vụ kia/khác ..1 đã {finish}/{did}
{title} >>1 {finish}/{did} ..1 rồi? phần ..1 {title} ấy/ta/đó ..1 rồi?
bảo/nhắc/giục/đôn_đốc/hối/yêu_cầu {title}/{outer}/anh_em/các_bạn >>1 {begin}/{send}/{finish} ..2 rồi
đăng_ký/đặt lịch/ngày/giờ/thời_gian ..4
{no} có gì ..1 để? báo_cáo/báo/nộp/gửi
{no} có ..1 tiến_triển/chuyển_biến ..1 $
{no} biết ..1 bao_giờ/khi_nào/ngày_nào/lúc_nào/chừng_nào ..2 {finish}
không {begin} được gì/chi ..1
{no}/đâu/chứ_không phải là? đang/sắp/mới/gần/còn/vẫn ..2 {work}/{finish}/{begin} đâu?
{no}/đâu/chứ_không/đâu_có phải là? {me}? chưa/không ..1 {begin}/{send}/{finish}/có_gì được? gì?
{no}/đâu/chứ_không phải/hẳn là? {me}? chưa/không ..1 {begin}/{finish}/{send} đâu?
{no}/đâu/chứ_không phải/hẳn là? chưa/không đâu?
đâu có chưa/không ..2 {begin}/{send}/{finish}
ai bảo/nói/biểu ..2 chưa ..3 {begin}/{finish}/{send}/$
chứ? có phải là? chưa ..2 đâu
không_lẽ chưa ..2 {begin}/{finish}/{send}
nói/bảo chưa ..1 {begin}/{finish} thì ..2 không_đúng/sai/oan
"""

NOTHING_DONE = """
có động_tĩnh/chuyển_động/nhúc_nhích/tiến_triển gì đâu
làm gì/chi ..1 có ai {begin}
chưa rục_rịch ..1 gì?
chưa phân_công/giao ..1 ai ..2
đã/có phân_công/giao ..1 ai đâu ..2
vẫn? để đó/đấy/nguyên/yên ,? ..1 {no} {begin} ..1
chưa ai {begin} !được
^ {no} ai {begin} ..1 cả/hết/gì
đã/có đụng/đụng_tới/đụng_đến/rờ_tới/sờ_tới tới/đến? ..1 đâu ..2
nào/đâu đã/có ..1 {begin} được? gì/chi/cái_gì? đâu?
đã/có ..2 {begin} {begin} ..1 đâu
có/đã/không_có/nào_có ..1 {begin} được? gì/chi/cái_gì/tí_gì? đâu
{begin} được? gì/chi/cái_gì đâu
làm gì/chi ..1 đã/có {begin} !xong
có ai {begin} vào? gì? đâu
có/đã/nào_có ..1 đụng/động/rờ/sờ/mó tay? vào/vô/tới/đến ..1 đâu
"""

NOT_FINISHED = """
^ {finish} gì/chi ,
{finish} rồi? á/à/hả/ư/sao/hở/gì ? {no}
nào ..1 đã ..1 {finish}
có? gì ..1 mà {finish} nhanh? vậy/thế/được?
dễ/dễ_gì/dễ_chi/khó ..1 {finish} ngay?
có? {finish} đâu ra? mà ..3 {finish}
chưa hoàn_thành/xong ..2 kịp
{no} ..3 {finish} ..1 đâu
nói/tưởng/bảo {finish} ..1 chứ/mà
{finish} rồi cái? gì ..1 đâu/mà {finish}?
{finish} rồi hồi_nào/bao_giờ/khi_nào $
bảo/nói {finish} hồi_nào/bao_giờ/khi_nào
tưởng ..4 {finish}/rồi/{did} ..5 chưa
tưởng ..1 đã? {finish}
{finish} thế_nào/sao/kiểu_gì được ..1 mà? {finish}?
{send} đâu mà ..1 {finish}
đã/có/nào_đã/chắc_gì_đã/được ..2 {finish}/hết gì? đâu
{finish} ..1 gì/chi ..1 mà/đâu {finish}?
{finish} ..1 đâu !vào_đấy/vào_đó/ra_đấy/ra_đó/đấy_rồi/đó_rồi
làm gì/chi ..1 đã/có ..2 {finish} hả/đâu?
làm quái/cóc/đếch gì? ..1 đã/có ..2 {finish}
đâu ..1 có/đã ..2 {finish}
{no} phải là? đã? {finish} hẳn? rồi? hết?
{no} gọi là {finish}
sao ..1 {finish} được
sao mà ..2 {finish}
đời nào ..2 {finish}
{finish} thì chưa
{finish} nỗi gì
còn lâu mới ..2 {finish}
phải/cần/còn ~~6 mới ..1 {finish}
{finish} thế_quái_nào
đâu có {finish} !đâu
{no} ai ..1 dám? bảo/nói ..3 {finish} ..1
ai bảo/nói ..2 {finish} rồi?
"""

NOT_SENT = """
{did} ..2 rồi cái? gì ..1 đâu/mà {did}?
{did} ..2 rồi hồi_nào/bao_giờ/khi_nào $
{no} {adv}? {send} ..1 đâu
đã/có/nào_đã/đâu_đã/đâu_có {send} ..1 đâu
"""

AFTER_THIS = """
để? xong ..4 đã $
"""

PURPOSE = """
hết/hết_cả giờ/ngày/việc làm ..1 rồi
phải/cần/để/nhằm/mục_tiêu/chỉ_tiêu/tỷ_lệ/khả_năng/cách/muốn/bắt/yêu_cầu/đòi {finish}
"""

SHOWN = """
đưa/gửi/chuyển ..1 qua/sang/cho văn_thư/văn_phòng ..1 đóng_dấu/phát_hành/lấy_số !xong
gửi/đưa/chuyển bài/bản/file/dự_thảo/{paper}/{part} ..1 cho? {title} <name> ..1 góp_ý/xem/sửa/đọc/rà/ghép ..1 rồi?
gửi/đưa cho {title} <name> ..1 xem/sửa/đọc/góp_ý/rà ..1 rồi
gửi/đưa/chuyển/nộp ..1 {office}/{outer}/các ..2 góp_ý rồi?
{send} bản/file giấy/mềm/cứng/photo/word/scan ..1 rồi ,? ..4 bản/file mềm/cứng/giấy/điện_tử/gốc ..2 chưa?
đưa/gửi/trình/chuyển văn_thư/văn_phòng/{boss} ..1 đóng_dấu/phát_hành/lấy_số !xong
đưa/gửi/trình/chuyển/nộp {boss} ..2 xem/đọc/coi rồi?
nộp/gửi/trình/chuyển/đưa ..1 lên? {boss} chờ/đợi ..2 duyệt/ký/xem rồi?
gửi/đưa/chuyển {title} <name> ..2 góp_ý/xem/sửa/đọc ..1 rồi? ,? chờ/đợi? phản_hồi/ý_kiến?
"""

TABLE = (
    (Kind.NOT, "đã có gì đâu ..1 $"),
    (Kind.NOT, "PAST {finish}/{did} ..1 rồi , <period> ..1 chưa {begin}? ..1 $"),
    (Kind.DENIED, "đừng/khỏi/chớ ..1 ghi/báo/đánh_dấu/chuyển/tính ..2 {finish} ..1"),
    (Kind.JOKE, JOKES),
    (Kind.ACK, "có gì mới? em/tôi/mình ..1 báo/nhắn/gọi ..2 $"),
    (Kind.NOT, "chưa có gì đâu ..1 $\nchưa {adv}? lập/lên/xây_dựng kế_hoạch ..1"),
    (Kind.DENIED, COMPLAINTS),
    (Kind.UNSURE, "^ {finish} cho {me} ..4"),
    (Kind.DENIED, DENIED),
    (Kind.UNSURE, NOT_NOT),
    (Kind.NOT, "có? đã? ai? {begin} gì? đâu mà ..1 {finish}"),
    (Kind.GUESS, "họ/người_ta/bên_kia/bên_đó bảo/nói/báo/kêu là? ..1 {finish}/{did} ..1 rồi?"),
    (Kind.DENIED, "{no} {finish} là ..3 bị ..3\nlo gì"),
    (Kind.UNFINISHED, "{no} ..1 {finish}/{did}/{work} ..1 đến_đâu/tới_đâu"),
    (Kind.GUESS, "chắc !chắn/là chưa ..1 {finish}/{begin}/{did} ..1 đâu? $"),
    (Kind.ASK, "{finish}/{did}/{work} đến_đâu/tới_đâu rồi? $"),
    (Kind.UNSURE, "{title} <name> ..2 {finish} phần/việc/mảng ..1 của {title} ..2 rồi?"),
    (Kind.UNFINISHED, NOT_FINISHED),
    (Kind.NOT, NOTHING_DONE),
    (Kind.UNSENT, NOT_SENT),
    (Kind.SNOOZE, AFTER_THIS),
    (Kind.ASK, "phải/cần ..1 {finish} ..7 hả/à/hở ..1 $"),
    (Kind.DENIED, PURPOSE),
    (Kind.PART, SHOWN),
)
