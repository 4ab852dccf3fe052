"""Wording of questions, of uncertainty, and of proof that is handed over."""

from .kinds import Kind

HOW = """
{me} ..1 hay {you}/{boss}/{title} ..2 $
cho/gửi/hỏi những ai ..1 $
{no} biết ..2 nộp/gửi/báo/hỏi/đưa/trình cho? ai ..1
{no} biết {you} ..1 nhận/xem/đọc/thấy ..2 chưa ..1 $
{boss}/{title} ..2 {sign} ..2 chưa $
áp_dụng/dùng/tính/lấy/chấm ..2 hay !chưa/sao ..2 $
hạn ..3 à/hả/hở/nhỉ ..1 $
nếu/lỡ/giả_sử/chẳng_may ..3 muộn/trễ/chậm ..3 thì? ..1 có ..2 không
bên/phòng/đơn_vị/xã/người/{title} nào ..1 làm/{charge}/đầu_mối ..4
bên/xã/phường/sở/tỉnh/huyện/phòng !em/mình/tôi/này ..4 {finish}/{did} chưa ..1 ta/nhỉ
{sign}/{finish}/{did} {finish}? chưa để {me} {send} ..2
phải mới ..6 à/hả/hở/không ..1 $
{no} {finish} ..1 cũng được/không_sao/chẳng_sao ..2 nhỉ/chứ/hả/à ..1
cho {me} xin lại {papers}/{form} ..3
áp_dụng/kèm/bắt_buộc ..6 không ..1 $
{no} biết phải? ..1 {begin} ..1 từ đâu ..1
{no} rõ ..4 , {you}? hướng_dẫn/chỉ ..1 giúp/với/giùm/hộ
tối_đa/max ..1 mấy/bao_nhiêu ..2
gửi/cho/chuyển/share lại? giúp/giùm/hộ/dùm {me} ..3 {form}
theo/dùng/lấy/chấm bảng nào ..1
bao_lâu nữa ..4
thuộc lĩnh_vực/phòng/nhóm/phần/mảng/mục ..1 gì/nào/ai
nhập/điền/ghi/bấm/đăng ..1 vào/vô/ở/lên đâu ..1
người ..1 phụ_trách/làm/theo_dõi/chấm ..3 là ai ..1 $
chụp/scan/photo/in ..2 mấy +1 ..1 $
khác gì ..4
có gì khác ..4
muộn/trễ/chậm ..3 bị ..1 trừ/mất/phạt/hạ/cắt ..3
gia_hạn/lùi/dời/hoãn ..3 ai/đâu ..1 $
đăng_ký/được_giao/phải/cần/gồm/theo ..2 mấy {unit} ..1 $
làm/dùng/lấy/theo/chấm/tính/ghi/bản/file/mẫu/ảnh ..3 được chứ/nhỉ/hả/à/há ..1 $
đề_nghị/xin ..1 gửi/cung_cấp ..1 kèm? {form} ..2 để/cho
{form} ..1 gửi/cho/chuyển/share ..1 {me} với
hạn ..3 hay ..3 $
{thing} lấy ..1 đâu ra? ..1 $
cái/mục/việc/phần/tiêu_chí nào ..5 {finish}/{did}/chưa ..1
cho {me} xin $
ai có {form} ..3
số_điện_thoại ..1 {title} ..3
bao_lâu thì ..4
^ {finish}/{did} rồi ..1 có ..4 không $
chấm/tính/nộp/lấy/theo/báo_cáo/gửi/ghi/dùng ..4 à/hả/hở ..1 $
chấm/tính/lấy/theo/dùng ..7 à/hả/hở ..1 $
link/đường_link/địa_chỉ/trang nộp/nhập/điền/đăng_nhập/báo_cáo !đây/này/em/tôi/ở/rồi
với/của/từ/nhờ ai ..1 $
bên/xã/phòng/{title} !em/tôi/mình ..1 làm/triển_khai ..1 tới_đâu/đến_đâu ..2
mới được ..2 điểm/tính/công_nhận ..1 à/hả/không/chứ/nhỉ ..1 $
ai/đơn_vị_nào/xã_nào/bên_nào/phòng_nào/chỗ_nào ..1 {finish}/{did} ..1 {finish}? rồi ..2 cho/thì/chỉ
thì ..3 hả/hở ..1 $
{no} biết ..2 bấm/vào/nộp/gửi/nhập ..1 đâu/chỗ_nào
khi ..3 hay ..1 khi ..3 $
ý_kiến ai ..1 $
có phải/cần/nên/bắt_buộc ..8 không $
{no} rõ/biết/hiểu ..1 cách/kiểu ..2
{no} biết lấy/dùng/theo/chọn/áp_dụng ..3 nào/đâu ..2
^ anh/chị/sếp/bác/chú/cô/bạn/cậu/a/c/mọi_người {finish} chưa
của/thuộc/do/bên/phòng/bộ_phận/đơn_vị/cơ_quan ..1 nào ..1 $
của/do ai ..2 $
của ..2 hay ..1 của ..2 $
{no} biết ..1 {begin}/nộp/gửi/tính/chấm/điền/nhập/ghi ..3 sao/thế_nào/kiểu_gì/cách_nào/ra_sao/ở_đâu/gì
"""

THEN = """
DATE {me}? xem/coi/nghiên_cứu/hỏi/kiểm_tra/rà ..2 rồi ..3 {begin}/báo/trả_lời/tính
"""

NEARLY = """
{unit} ..2 mới ..1 {finish} PCT
chắc ..1 {almost} ..1 {finish} ..1 rồi
"""

SOMEDAY = """
chắc/chắc_là/chắc_phải/có_lẽ/có_khi/khéo ..2 DATE ..4 {finish}/{deliver} !rồi
DATE ..1 thể_nào/thế_nào/kiểu_gì/bề_nào/đằng_nào cũng ..1 {finish}
"""

GUESS = """
đoán ..2 {finish}/{did} ..1 rồi
ai bảo/nói DATE ..2 {finish}/{deliver}
{title}/{boss} >>1 !em/tôi/mình bảo/nói/kể/kêu/khoe/báo là? đã ..1 {finish}/{did}
{title}/{boss} >>1 !em/tôi/mình bảo/nói/kể/kêu/khoe/báo là? ..1 {finish}/{did} ..3 rồi
{office}/{outer} !em/tôi/mình >>2 bảo/nói/kể/kêu/khoe là? ..2 {finish}/{did} ..3 rồi !mà/nhưng
cứ ghi/báo/nói/báo_cáo ..3 là ..2 {finish}/{did} ..1 rồi?
lỡ ..1 bấm/ghi/báo/nhắn/gửi/nhấn ..3 {finish}/{did} ..1 rồi
giá mà/như/em/tôi/được ..3 {finish}/{did} ..1 rồi
ước/ước_gì/mong/hy_vọng/mong_là mà? ..3 {finish}/{did} ..1 rồi
mong/hy_vọng ..1 đã {finish}/{did}
không/chưa rõ ..4 {did}/{finish} rồi? chưa
phải ..1 {finish}/{did} ..1 rồi
giá mà/như/em/tôi/được ..2 đã {finish}/{did}
ước/ước_gì mà? ..2 đã {finish}/{did}
{finish} chưa thì =anh/chị/sếp/bác/a/c/cứ >>5
{finish}/{did} ..1 rồi ..1 phải/đúng/có_phải không ..1 $
thấy/trên/{machine} ..2 báo/ghi/hiện/hiển_thị ..1 đã {did}/{finish}
đoán ..2 PCT ..1
chắc !chắn/mai/thứ là? ..1 đang ..1 {work}/{begin} ..1 $
{no} rõ/biết/nhớ ..1 {title} <name> ..1 đã? {did}/{finish} ..1 chưa
{finish} rồi? ,? chỉ? còn? chờ/đợi {outer} ..1 chấm/công_nhận/đánh_giá/chấm_điểm ..1
{did}/{finish} ..1 rồi , DATE {me}? chưa
^ {no} nhớ nữa? $
^ {no} chắc ..1 $
quên ..1 {send}/{begin} mất? rồi ..1 $
{finish} ..2 mà cũng ..1 chưa {finish}
chưa {finish} mà cũng ..2 {finish} rồi
^ {finish} ..1 sớm/nhanh !thôi $
^ ..1 xong luôn em $
vừa ..1 {finish} vừa chưa
còn_lại ~~1 {finish}/{did} ..1
{finish}/{did} rồi? hay chưa ..4 hỏi {title} <name>/..1
lúc/người/bên/hôm ..3 {finish}/{did} ,? lúc/người/bên/hôm ..3 chưa
{finish}/{did} chưa ..1 , ..2 {no} rõ/biết/nhớ/chắc
{finish}/{did} chưa ..1 , ..2 quên
có_thể ..1 {finish}/{did} ..1 rồi
có_thể ..1 đã {finish}/{did}
ai đó/đấy ..2 {finish}/{did} ..1 rồi
đáng_lẽ/lẽ_ra/đáng_ra/đúng_ra ..3 {finish}/{did} ..3 rồi?
^ xã/phường <name> ..1 {send}/{finish} ..1 rồi
không/chưa rõ ..2 {did}/{finish} ..1 chưa
{me} nghĩ ..3 {finish}/{did} ..1 rồi
{no} nhầm/lầm/nhớ_nhầm ..6 {finish}/{did}
nhớ_là/nhớ_hình_như/nhớ_mang_máng ..3 {finish}/{did} ..1 rồi
{finish}/{did} chưa ..1 , để {me} xem/coi/kiểm_tra/hỏi
nghe ..4 {finish}/{did}/{begin} ..1 rồi?
{finish}/{did} ..2 rồi đấy/đó? chứ? à/hở/hả/sao/ư/nhỉ ..1 $
{guess} ..6 {finish}/{did}/{begin} ..2 chưa
{guess} ..6 {finish}/{did}/{begin}/rồi/chưa/được/ổn/triển_khai/duyệt/họp/đủ
chắc !chắn/mai/thứ ..1 là? ..2 đã? {finish}/{did} ..1 rồi
chắc là? rồi
chắc đã {finish}/{did}
{finish}/{did} rồi ..1 thì_phải/hay_sao/hình_như/không_biết
{finish}/{did} rồi ..1 chắc !DATE/VAGUE/CLOCK/sáng/chiều/tối/trưa/mai/thứ/cuối/đầu
{finish}/{did} ..2 rồi? hay? chưa ..3 không_nhớ/không_biết/không_rõ/chưa_rõ/chưa_nhớ/không_nắm/chưa_nắm/quên/để_em_xem/chịu
{did}/{finish} rồi hay chưa
để/chờ/đợi ..3 xem/coi/kiểm_tra/hỏi ..3 đã? {finish}/{did} ..1 chưa
quên ..3 {did}/{finish} ..1 chưa
còn/riêng cái/việc/mục/tiêu_chí/vụ kia/khác thì? ..1 chưa/đang ..3
{finish} chưa ta
"""

ASK = """
{work}/{finish}/{did}/PCT ..2 hả/hở {you}? $
cần/phải/có ..4 không hay ..4
cần/phải ..3 hay ..2 $
cần/phải/nộp/lấy ..3 hay ..3 được ..1 $
cần/phải/có ..1 mấy ..2 $
là ..5 hay ..3 $
^ sao cái/phần/mục/tiêu_chí/việc ..10 $
cho/xin ..1 hỏi
hỏi tí/chút/xíu/thăm/cái
cho {me} xin ..2 {form}/số_liệu/danh_sách/kết_quả/tài_liệu/tài_khoản/kế_hoạch
xin ..2 {form}
gửi/cho/chuyển/share/nhắn ..1 {me} ..2 {form}
hướng_dẫn ..1 {me} ..3
chỉ {me}/giúp/với/dùm/giùm cách/làm/với/chỗ?
giải_thích
{no} rõ/rành/hiểu/nắm_rõ/nắm/hiểu_rõ/biết_cách/biết_làm/biết_tính/biết_chấm/biết_điền/biết_nộp/biết_nhập
khó hiểu
VAGUE ..1 hết_hạn/đến_hạn/tới_hạn
nộp/gửi/làm/ghi/chấm/lấy/dùng ..4 hay ..3 $
đến/tới/hết/quá hạn chưa ..1 $
nộp/gửi/hỏi/báo/báo_cáo/đưa ai ..1 $
tính/chấm/làm/nộp/điền/ghi/nhập ..3 sao ..1 $
ai là ..2 $
ai là người ..5 $
bao_lâu ..1 $
theo/tính/lấy ..3 hay ..2 $
hạn ..1 còn VAGUE
cho {me}? biết !sớm
cách tính/chấm/làm/nộp/điền/nhập/ghi/tải/lấy
báo_cáo/số_liệu/mẫu/bản/{paper} ..5 hay ..4 $
thắc_mắc
là ..1 gì/sao/thế_nào/bao_nhiêu/khi_nào/bao_giờ/ngày_nào/ai/hôm_nào/nào/mấy
có ..6 không ..1 $
cần/phải ..6 không ..1 $
tính/chấm/lấy/kể/gộp/cộng cả ..5 không ..1 $
phải/đúng/được/có/cần/nên/kịp/ổn/{finish} thật? không ..1 $
được ..2 không $
^ được ..7 không $
đã/có ..7 chưa $
{finish}/{did}/{work}/ban_hành !còn --5 chưa $
{finish}/{did} rồi chưa $
{outer}/bên/xã/anh/chị ..6 chưa $
bao_giờ/khi_nào/hôm_nào/ngày_nào/lúc_nào/chừng_nào ..2 $
bao_giờ/khi_nào/hôm_nào/ngày_nào/lúc_nào ..5 vậy/thế/nhỉ/hả/ta/đấy ..1 $
khi_nào/bao_giờ/hôm_nào/ngày_nào/chừng_nào/lúc_nào ..4 hạn/nộp/hết_hạn/chốt/chấm/công_bố/phải
thì ..2 sao ..1 $
thế_nào/như_thế_nào/ra_sao/kiểu_gì/làm_sao/như_nào
ở_đâu/chỗ_nào/nơi_nào/vào_đâu/lên_đâu/gửi_đâu/nộp_đâu
nộp/gửi/up/lấy/tìm/xem/tải ..3 đâu/mô
^ mẫu/biểu_mẫu/biểu/link/{paper} ..3 đâu rồi? $
hạn ..2 mấy ..2 $
{strict}/nộp/cần/phải mấy cái/bản/bộ/tờ/tệp ..1 $
ngày/tháng/số/thứ/quý/năm/tuần/từ_tháng/điểm/thang/mục/phụ_lục/mẫu/biểu mấy ..1
mấy/bao_nhiêu tiêu_chí/cái/việc/chỉ_tiêu ..3 làm/phải/nộp
mấy/bao_nhiêu/nhiêu điểm/ngày/phần/bản/trang/hôm/người/văn_bản/lần/giờ/phần_trăm/mục/minh_chứng/bộ/phút/cái_gì !cuối
bao_nhiêu
ai ..5 vậy/thế/nhỉ/hả ..1 $
ai ..1 hướng_dẫn/kiểm_tra/phụ_trách/làm/chấm/ký/duyệt/chịu/nhận/theo_dõi/chủ_trì/tham_mưu/nắm/quản
cho ai
tại_sao/vì_sao/sao_lại/cớ_sao/sao_không/sao_phải
sao ..8 vậy/thế/nhỉ/hả ..1 $
sao ..4 vẫn/chưa
sao ..3 bị/lại/phải/không/vậy/thế/có/trừ
nào ..2 $
cần/gồm/những/phải/nộp/thiếu/làm/lấy/kèm/có ..2 gì/những_gì/cái_gì
gì ..2 $
bản/loại/mẫu/giấy/tờ/kiểu chi ..1 $
mẫu/tháng/năm/quý/văn_bản/cái/loại/file/bản/cột/ô/số/nghị_định/điểm/biểu/phần/mục nào
hay ..3 nhỉ/vậy/thế/hả/hở
còn ..5 nữa không ..1 $
{thing} ..8 ?
"""

EVIDENCE = """
^ {paper}/{strict} nè ..1 $
{strict} ..6 {me}? mới/vừa/vừa_mới gửi/up/nộp/đẩy/chuyển/đưa
{strict} ..2 đã được gửi/up/nộp/đẩy/đăng/tải/đính_kèm/bổ_sung/đưa/để/cập_nhật/lưu ..2
bổ_sung ..1 {paper} ..1 rồi
{paper} ..4 {me} ..1 scan/chụp/photo ..3
{strict} ..3 {hereby}/đây
{strict} ..2 đã gửi/up/nộp/đẩy/đăng/tải/đính_kèm/bổ_sung/đưa/để/cập_nhật ..2
scan/chụp {finish} ..2 {paper}/{strict}/rồi
{strict}/{papers} ..4 {me} ..1 gửi/up/đẩy/chuyển/để kèm/ở/lên/trong/trên/vào/qua
{paper}/bảng/sổ/phiếu/giấy ..5 {hereby}
{hereby} ..3 {strict}/{paper}
đã? gửi/nộp/up/đăng/chụp/scan/đính_kèm/kèm/có/bổ_sung/đẩy/chuyển/đưa/gửi_kèm/nhắn/để/cập_nhật/tải/in/gắn ..1 lên? {me}? ..2 {strict} ..5 xong/rồi
đã? gửi/nộp/up/đăng/chụp/scan/đính_kèm/kèm/có/bổ_sung/đẩy/chuyển/đưa/gửi_kèm/nhắn/để/cập_nhật/tải/gắn/lưu/lưu_trữ/photo/gom/tập_hợp/đánh_số/dán/ghim ..1 lên? {me}? ..2 {strict}
{strict} ..4 gửi/up/nộp/đính_kèm/đẩy/đăng/chụp/scan/để/lên/tải/đưa/cập_nhật/bổ_sung ..4 xong/rồi/đủ/đầy_đủ
{strict} ..3 gửi/up/nộp/đính_kèm/đẩy/đăng/chụp/để/lên/tải/đưa/cập_nhật/có ..2 lên/kèm/trong/ở/trên/rồi
{strict} :
{paper}/giấy_tờ/hồ_sơ/giấy ..3 để/kẹp/đặt ..1 trên/ở/dưới/trong ..3
{me} để/kẹp/đặt ..1 {paper}/giấy_tờ/giấy/bản/tập/đơn/hồ_sơ ..1 trên/ở/dưới/trong ..3
bản scan/photo ..1 $
xem/coi/check/kiểm_tra ..2 {strict}/{hereby} ..1 {me} ..2 gửi/up/nộp/đẩy/chuyển/đưa ..2 PAST/rồi/lên/qua
xem/coi ..2 {strict}/{hereby}
xem/coi/ở/trong/vào ..1 thư_mục/folder/drive/mail/email ..2
đính_kèm/gửi_kèm/kèm_theo
như/trong/tại/theo/ở/qua file/link/ảnh/đường_link/văn_bản_kèm/mail/email/thư/drive ..2 {me}? đã? gửi/up/nộp/đăng/đẩy/chuyển ..1
{strict} ..3 {me}? đã? gửi/up/nộp/đẩy/chuyển ..1 PAST/rồi/hết/đủ/{you}/cho
gửi {you} ..1 {strict}/{paper} ..4
^ {strict}
DOC
FILE
URL
"""

HANDED_OVER = """
^ gửi {you}? {paper} !rồi
"""

SIGNED_COPY = """
gửi {you}? {paper}/{strict} ..1 ký/duyệt rồi
gửi {you}? {paper}/{strict} ..4 đã ký/ký_số/duyệt/ban_hành/phát_hành ..1
đây ạ? , {paper} >>4
đã? bổ_sung/gửi/nộp/up ..1 {strict} còn thiếu
gửi {you} ..1 bản_ký_số/bản_có_dấu/bản_scan/bản_pdf
"""

PROOF_LATER = """
còn_lại ~~2 {finish}/{deliver} ..2 {by}? DATE
DATE {me}? sẽ? gửi/nộp/bổ_sung/up bản ký/có_dấu/đóng_dấu/đã_ký/scan/cứng/giấy sau
"""

TABLE_GUESS = (
    (Kind.PROMISE, PROOF_LATER),
    (Kind.SNOOZE, THEN),
    (Kind.EVIDENCE, SIGNED_COPY),
    (Kind.ASK, HOW),
    (Kind.PART, NEARLY),
    (Kind.PROMISE, SOMEDAY),
    (Kind.GUESS, GUESS),
)
TABLE_ASK = ((Kind.ASK, ASK),)
TABLE_EVIDENCE = ((Kind.EVIDENCE, EVIDENCE),)
TABLE_HANDED_OVER = ((Kind.EVIDENCE, HANDED_OVER),)
