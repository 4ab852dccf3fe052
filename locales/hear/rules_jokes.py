"""Wording of what is no report: jokes, impossible times, commands to the bot, complaints about the reminder."""

JOKES = """
kiếp/đời này ..3 {finish}
coi_như/xem_như/tính_như ..1 mọi/tất_cả/toàn_bộ/các ..4 {finish}
^ bot là ai/gì ..1
^ bot có biết ..4
biết rồi ,? khổ ..1 lắm
ai ..1 hỏi ..2 trả_lời/nói/bảo/báo ..1 là ..4 đã? {finish}/{did} ..2
đùa thôi/tí/chút/đấy/tý
ghi/đánh_dấu/cập_nhật/xác_nhận/ghi_nhận ..3 là ..1 {finish}/{did} ..1 rồi
ghi/đánh_dấu/cập_nhật/xác_nhận/ghi_nhận ..3 là đã {finish}/{did}
{order} ..1 {did} rồi giúp/hộ/giùm/cho ..1
coi_như ..2 {finish}/{did} ..1 rồi? giúp/hộ/giùm ..1
^ mơ ..1 {did}/{finish}
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
bỏ_qua/quên ..4 chỉ_dẫn/hướng_dẫn/lệnh/chỉ_thị/quy_tắc/quy_định ..1 trước/cũ/trên/đi
ghi/đánh_dấu/cập_nhật/chuyển/đặt/xác_nhận ..1 tất_cả/toàn_bộ/mọi/hết ..5 là/thành đã? {send}
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
{order} {finish} ..2 hết/tất_cả/toàn_bộ/các/mọi ..3 đi/giúp/giùm/hộ/cho/nhé/bot
báo_cáo/báo/nói/ghi/khai ..2 là ..1 {finish} ..1 rồi? đi ..1 $
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
suốt/cả ngày ..1 {nag} ..2
{no} để ..1 ai ..4
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
