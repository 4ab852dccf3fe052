"""Wording that must be settled first: jokes, commands, things denied, rhetorical denials."""

from .kinds import Kind

JOKES = """
bấm/nhấn ..3 {finish} ..1 giúp/hộ/giùm/dùm/cho ..2
^ có ai đó/đấy/ở_đó/ở_đây/trực/online? không $
{finish} giúp/hộ/dùm/cho {me} ..3 đi
^ ..2 {finish} hết/tất_cả đi ..1 $
đợi/chờ {me} chết
đội/trận/đội_tuyển ..4 thua/thắng/hoà
bao_giờ/đợi/chờ cho DATE/PAST $
làm ..2 ván/chén/ly/cốc/chai/bát/tô/giấc/trận/chầu/kèo/vại
{finish} ..1 chắc ..2 chết/xỉu/bạc_đầu
trúng số
<never>
đẻ ngọn đa
chạch/trạch đẻ
LUNAR công gô
đời con/cháu/chắt/chút ..1 là? {finish}
tết công/ma_rốc/tây_tạng/tây
LUNAR ma_rốc/tây_tạng
ghi_nhận/ghi/đánh_dấu/xác_nhận/chuyển/đặt/tick/tích/cập_nhật/chấm ..7 {finish} !rồi ..1 đi/giúp/giùm/hộ/cho/nhé/bot
ghi/đánh_dấu/xác_nhận/cập_nhật ..3 là đã ..1 {task} ..1
báo/báo_cáo/nói là ..1 {finish} ..1 giúp/hộ/giùm/dùm
^ cho/báo {me}? {finish} ..1 đi/giúp/giùm/hộ
{finish}/{send}/đã --2 {idle_thing}
trận/tiệc/đám/đám_cưới/bóng/cưới ..1 {finish} rồi
ăn/nhậu/cưới ..1 {finish} chưa ..2 $
nhắc {finish} chưa
{finish} ..5 làm_phiền/quấy_rầy/hành_hạ
trả_lời ..4 tin_nhắn ..3 {finish}
^ {idle_thing} ..6 {finish} ..1 rồi ..1 $
ai/đâu ..1 lấy/cầm/mượn/giữ/thấy ..1 {idle_thing}
^ ai lấy/cầm/mượn ..6 rồi
nằm_mơ
mơ ..2 xong
kiếp sau
mùa_quýt
{beast} ..3 biết? mọc/leo/bay/nói/hót/hát/đẻ/múa/bơi
sài_gòn/hà_nội/trời ..1 có/rơi tuyết
mặt_trời mọc ..1 tây
tận_thế
sông cạn
đá mòn/nổi
sao_hoả
thế_kỷ sau/NUM
không_bao_giờ ..2 xong
mút_chỉ
^ thôi xong $
^ xong toi/tôi $
toi rồi/đời
^ thôi xong rồi $
thôi_xong thật/rồi/em/con/luôn/phim
^ xong con/tôi/tao rồi
đời tôi/em/mình/con ..1 {finish}
xong luôn? bét/phim/đời/film/om/đời_em/đời_rồi/kiếp
toang
đi_tong
biết rồi khổ lắm
khổ_lắm nói mãi
đánh_dấu ..6 hoàn_thành/xong/là/đã
bỏ_qua/quên ..4 chỉ_dẫn/hướng_dẫn/lệnh/chỉ_thị/quy_tắc ..1 trước/cũ/trên/đi
bỏ_qua ..4 chỉ_dẫn/hướng_dẫn/lệnh/chỉ_thị/quy_tắc
bỏ_qua ..1 kiểm_tra/xác_minh/thẩm_định/kiểm_duyệt
hãy ghi_nhận/đánh_dấu/xác_nhận
ignore
chuyển/đổi/cập_nhật ..6 trạng_thái
ghi/đánh_dấu/cập_nhật/chuyển/đặt/xác_nhận ..1 tất_cả/toàn_bộ/mọi/hết ..5 {finish} !rồi
là admin/quản_trị/quản_trị_viên/root
ghi/cập_nhật/đánh_dấu ..5 là đã? {finish}
{order} ..7 thành đã? {finish}
{order} ..3 trạng_thái/tất_cả/toàn_bộ/mọi/các ..4 sang đã? {finish}
{order} ..1 hết/tất_cả/toàn_bộ/mọi ..3 PCT
hãy trả_lời/nói/ghi/báo là? ,? ..1 {finish}
{order} PCT cho ..1 mọi/tất_cả/toàn_bộ/hết
giả_vờ/giả_bộ/tưởng_tượng/đóng_vai
bạn/bot/mày là ..1 trợ_lý/robot/chatbot ..1
chuyển/đổi ..4 sang/thành PCT
chuyển/đổi PCT đi
chuyển/đổi ..9 sang/thành trạng_thái ..1
set ..3 xong/status
xoá ..1 hết/tất_cả/toàn_bộ/sạch ..2
mark
status
update ..3 {finish}
làm cả_đời
chết liền
hãy ..7 hoàn_thành/xong
{finish} với không {finish}
im_lặng đi
tự_động ..3 hoàn_thành/xong
xác_nhận ..4 tất_cả ..4 hoàn_thành/xong
coi_như ..1 tất_cả ..3 hoàn_thành/xong
coi_như ..3 cũng/đều {finish}
coi/xem/hiểu/tính ..1 mọi/tất_cả/toàn_bộ ..7 là đã? {finish}
system
nói_mãi
lải_nhải
spam
phiền quá/phức/ghê/thật/lắm
đừng ..2 làm_phiền
bot ..3 ngu/dở/phiền/điên/khùng/rảnh
im đi
"""

COMPLAINTS = """
đang ..3 mà cũng/vẫn/còn nhắc ..2
{nag} ..1 NUM/mấy/bao_nhiêu/cả_chục/năm/chín/mười lần rồi ..2
làm gì/chi mà ..1 {nag} ..2
có ai {nag} ..2 đâu
đã? {finish}/{did} chưa mà {nag} ..2
{nag} gì/chi/làm_gì nữa
{nag} gì/chi dữ/lắm/nhiều ..1
bao_nhiêu/trăm/cả_đống/một_đống việc ..3 nhắc ..2
{nag} ..1 gì/chi ..1 mà? {nag} ..3
ngày/hôm/lúc/giờ/sáng/chiều/tối/bữa/tuần/tháng nào cũng ..1 nhắc/hỏi/hối/giục/đòi ..2
sao cứ ..5 nhắc ..2
sao? ..1 vẫn/cứ/lại/còn ..2 nhắc ..3 $
sao/gì/làm_gì/chi? mà? {you}? cứ? nhắc ..4 lắm/hoài/mãi/nhiều/suốt/quài/miết ..1
{nag} như ..4
"""

DENIED = """
^ cố/cố_lên/ráng lên? ,? {almost} {finish} rồi? ..2 $
gửi con/cháu ..1 ông/bà/nhà/trường ..3
{no} còn? nợ ..1 gì/ai
{no} có/còn/để ..3 quá_hạn/trễ_hạn/tồn_đọng/bỏ_sót gì/chi/nào?
{no} còn ..1 tồn/vướng_mắc ..1 nào
mà? {you} quên hả/à/sao ..1
pin/lương/dung_lượng/bộ_nhớ/điện_thoại ..2 PCT
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
ai bảo/nói ..1 chưa ?
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
{no} từng/bao_giờ ..1 muộn/trễ/chậm hạn?
{no} quên đâu?
quên chưa/không? ..1 báo/nói/nhắn/trả_lời/bấm ..2
{no} kịp báo/nói/nhắn/trả_lời {you}?
{me}? ..1 mới? nhớ ra ..2 báo/nhắn/trả_lời
khắc_phục/sửa ..1 xong ..2 lỗi
{no} hết hạn mà?
chứ sao không?
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
{no} có/gặp/còn? khó_khăn/vướng_mắc ,? và/hay/hoặc? khó_khăn/vướng_mắc/trở_ngại gì? cả?
mới/vừa đi ..3 về
chúc/mong/cầu/ước/cầu_mong ..4 {finish}/hoàn_thành ..2
{no}/khỏi/đừng cần/phải/có/còn/gặp/xin/bị/thấy/hề/cần_phải/thấy_có/có_gì/còn_gì/gặp_phải? phải? có? xin? nhắc/gia_hạn/lùi/dời/hoãn/khất/vướng/vướng_mắc/khó_khăn/trở_ngại/trục_trặc/lỗi/giục/kẹt/tắc/đôn_đốc/hỏi/lo/nhắn/thúc/thêm_thời_gian mắc? hạn? lại? gì/chi? nữa? đâu? cả? hết?
{no} có? gì? khó/phức_tạp/to_tát/đáng_ngại/gấp/vội/trở_ngại/vướng gì? cả? đâu? hết?
có gì? vướng/khó_khăn/trở_ngại/trục_trặc mắc? gì? đâu
có gì đâu
{no} phải chờ/đợi ..1 ai/gì/bên ..1
{no} có/còn ..3 nào ..2 quá_hạn/trễ/trễ_hạn/chậm/muộn/tồn/tồn_đọng/vướng/sai/lỗi/thiếu/sót hạn?
trước khi ..2 nhắc/hỏi
từ lúc ..2 chưa nhắc/hỏi/giục
chưa đến/tới/hết hạn ..1 mà/nhưng
trước khi ..1 {send}/{finish}/hết_hạn/đến_hạn/trình ..1
lời hỏi_thăm/chào/chúc
không sót/bỏ_sót/thiếu ..1 nào đâu? cả? hết?
không sót/bỏ_sót ..1 gì/chi
{no} còn gì/việc_gì phải/cần/để >>2
{no} còn ..2 gì/việc_gì nữa? đâu? cả?
{no} còn ..1 tồn/tồn_đọng/vướng_mắc
khỏi/đừng/thôi/miễn {nag} nữa
{no}/khỏi/đừng cần !{begin}/{finish} +1 nữa? đâu?
{no} thiếu gì/chi/người/tiền/kinh_phí nữa? đâu? cả?
hết vướng/kẹt/lỗi rồi?
"""

NOT_NOT = """
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
{no} có gì ..1 để? báo_cáo/báo/nộp/gửi
{no} có ..1 tiến_triển/chuyển_biến ..1 $
{no} biết ..1 bao_giờ/khi_nào/ngày_nào/lúc_nào/chừng_nào ..2 {finish}
không {begin} được gì/chi ..1
{no}/đâu/chứ_không phải là? đang/sắp/mới/gần/còn/vẫn ..2 {work}/{finish}/{begin} đâu?
{no}/đâu/chứ_không phải là? {me}? chưa/không ..1 {begin}/{send}/{finish}/có_gì được? gì?
{no}/đâu/chứ_không phải/hẳn là? {me}? chưa/không ..1 {begin}/{finish}/{send} đâu?
{no}/đâu/chứ_không phải/hẳn là? chưa/không đâu?
đâu có chưa/không ..2 {begin}/{send}/{finish}
ai bảo/nói/biểu ..2 chưa ..3 {begin}/{finish}/{send}/$
chứ? có phải là? chưa ..2 đâu
không_lẽ chưa ..2 {begin}/{finish}/{send}
nói/bảo chưa ..1 {begin}/{finish} thì ..2 không_đúng/sai/oan
"""

NOTHING_DONE = """
chưa rục_rịch ..1 gì?
chưa phân_công/giao ..1 ai ..2
vẫn? để đó/đấy/nguyên/yên ,? ..1 {no} {begin} ..1
chưa ai {begin} !được
đã/có đụng/đụng_tới/đụng_đến/rờ_tới/sờ_tới tới/đến? ..1 đâu ..2
nào/đâu đã/có ..1 {begin} được? gì/chi/cái_gì? đâu?
đã/có ..2 {begin} {begin} ..1 đâu
có/đã/không_có/nào_có ..1 {begin} được? gì/chi/cái_gì/tí_gì? đâu
{begin} được? gì/chi/cái_gì đâu
làm gì/chi ..1 đã/có {begin} !xong
có ai {begin} vào? gì? đâu
có/đã/nào_có ..1 đụng/động/rờ/sờ/mó tay? vào/tới/đến ..1 đâu
"""

NOT_FINISHED = """
{finish} rồi? á/à/hả/ư/sao/hở/gì ? {no}
nào ..1 đã ..1 {finish}
có? gì ..1 mà {finish} nhanh? vậy/thế/được?
dễ/dễ_gì/dễ_chi/khó ..1 {finish} ngay?
có? {finish} đâu ra? mà ..3 {finish}
chưa hoàn_thành/xong ..2 kịp
{no} ..3 {finish} ..1 đâu
nói/tưởng/bảo {finish} ..1 chứ/mà
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
gửi/đưa/chuyển/nộp ..1 {office}/{outer}/các ..2 góp_ý rồi?
{send} bản/file giấy/mềm/cứng/photo/word/scan ..1 rồi ,? ..4 bản/file mềm/cứng/giấy/điện_tử/gốc ..2 chưa?
đưa/gửi/trình/chuyển văn_thư/văn_phòng/{boss} ..1 đóng_dấu/phát_hành/lấy_số !xong
đưa/gửi/trình/chuyển/nộp {boss} ..2 xem/đọc/coi rồi?
nộp/gửi/trình/chuyển/đưa ..1 lên? {boss} chờ/đợi ..2 duyệt/ký/xem rồi?
gửi/đưa/chuyển {title} <name> ..2 góp_ý/xem/sửa/đọc ..1 rồi? ,? chờ/đợi? phản_hồi/ý_kiến?
"""

TABLE = (
    (Kind.NOT, "PAST {finish}/{did} ..1 rồi , <period> ..1 chưa {begin}? ..1 $"),
    (Kind.DENIED, "đừng/khỏi/chớ ..1 ghi/báo/đánh_dấu/chuyển/tính ..2 {finish} ..1"),
    (Kind.JOKE, JOKES),
    (Kind.ACK, "có gì mới? em/tôi/mình ..1 báo/nhắn/gọi ..2 $"),
    (Kind.NOT, "chưa có gì đâu ..1 $\nchưa {adv}? lập/lên/xây_dựng kế_hoạch ..1"),
    (Kind.DENIED, COMPLAINTS),
    (Kind.DENIED, DENIED),
    (Kind.UNSURE, NOT_NOT),
    (Kind.NOT, "có? đã? ai? {begin} gì? đâu mà ..1 {finish}"),
    (Kind.GUESS, "họ/người_ta/bên_kia/bên_đó bảo/nói/báo/kêu là? ..1 {finish}/{did} ..1 rồi?"),
    (Kind.DENIED, "{no} {finish} là ..3 bị ..3\nlo gì"),
    (Kind.UNFINISHED, "{no} ..1 {finish}/{did}/{work} ..1 đến_đâu/tới_đâu"),
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
