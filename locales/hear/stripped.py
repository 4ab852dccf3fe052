"""Words that lost their marks and could be several: which neighbours decide, and what to take where none does."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from .fold import bare, shape


@dataclass(frozen=True)
class Restore:
    """Read a bare word as `meant` where a neighbour is one of those listed; no list, no condition."""

    meant: str
    before: frozenset[str]
    after: frozenset[str]

    def fits(self, before: str, after: str) -> bool:
        return not (self.before or self.after) or before.rstrip("~") in self.before or after.rstrip("~") in self.after


READINGS = """
cho = cho before: gửi nộp chuyển giao trình nhờ bàn_giao đưa xin báo nhắn để làm phép nói chấm
 | chờ before: đang còn phải vẫn cứ ngồi after: ký duyệt sở tỉnh huyện lãnh chủ kinh hướng công cấp thẩm phản | cho before: cho ^ after: cho em tôi mình tui anh chị phép phòng bạn biết
ban = bận before: đang hơi em tôi còn ^ tui nay cũng after: quá họp lắm việc rồi tối đi | bản after: giấy mềm cứng nháp scan
 | ban after: hành chỉ quản đảng | bạn before: chào ơi các mấy after: ơi
qua = quá before: bận nhiều lắm gấp khó lâu người tải after: hạn tải nửa | qua before: hôm tuần sáng chiều tối
toi = tới before: tuần tháng thứ lùi dời khất hoãn hạn #2 #3 #4 #5 #6 #7 #8 quý năm đến sắp after: thứ ngày mùng tuần tháng nơi
 | tối before: sáng chiều after: nay mai qua đa | tôi
nam = năm before: cuối hết đầu sang trong quý after: sau tới nay trước 2026 2027 ngày hôm mươi phần | <name> before: anh chị chú bác ông đ/c
cham = chậm before: nộp bị hơi mạng xin after: trễ tiến vài mấy | chấm before: tự em điểm after: điểm
han = hạn before: gia thời quá hết đúng trước đến lùi after: nộp là chót cuối cuôi
da = dạ after: , thưa em vâng anh chị sếp chưa rồi ạ đang sẽ tôi ok oki | đã
so = số before: định văn bản kế hoạch báo cáo công tiêu chí after: <doc> liệu hoá hóa 1 2 văn nhà bao
 | sở before: của bên cho lên trên từ gửi chờ đợi ở after: chưa đã hẹn bảo mới kh nội có
sau = sau before: tuần tháng năm quý để hôm ngày hẹn đợt kỳ after: này đó khi | sáu before: thứ after: mươi hôm ngày phần điểm chục bảy
nay = nay before: hôm sáng chiều tối bữa trưa đêm hiện ^ , xưa đến after: em | nãy before: hồi lúc ban khi vừa | này
nua = nửa before: một phân quá hơn được mới xong after: chừng tháng | nữa before: ngày hôm lát tí chút tuần tháng lần không phút giờ
roi = rồi
anh = ảnh before: gửi up chụp kèm hình file scan đăng link after: chụp hội minh đây kèm họp hiện | anh
lam = lắm before: bận khó nhiều gấp vội mệt chậm đông lâu | làm
mat = mất before: bị ^ hay lại after: điện mạng nước sóng file | mắt after: sáng | mặt after: trận
dang = đăng after: ký tải lên web nhập | đảng after: uỷ bộ viên | đang
hom = hôm
ngay = ngày before: đến hôm trước vào từ hai ba bốn năm mấy vài các hằng #1 #2 #3 #4 #5 #6 #7 #10 hạn hết sang thêm bao after: mai kia mốt mùng làm nào
 | ngay before: làm nộp gửi báo sẽ xử after: lập thôi
con = còn
cuoi = cuối
thang = tháng
tuan = tuần
hop = hợp before: tổng phù phối kết thích tập hồ after: đồng lệ lý tác | họp
loi = lời before: trả after: khuyên | lỗi
tra = trả after: lời lại hồ về
tien = tiến before: cải xúc after: độ hành triển | tiền
nghi = nghị before: đề kiến hội after: quyết định | nghĩ after: là rằng vậy | nghỉ
chuyen = chuyên after: môn trách viên | chuyện before: nói có | chuyển
hoan = hoãn before: xin tạm cho after: lại đến sang | hoàn
hoi = hội after: nghị đồng trường họp thảo phụ nông cựu | hơi after: bận khó chậm lâu gấp kẹt vướng | hồi after: nãy hôm đầu trước đó giờ tháng | hỏi
hen = hẹn
moi = mọi after: người việc thứ | mỗi after: mình tháng tuần một người | mới
vi = vị before: đơn | vì
voi = với
ma = mà
de = đề after: nghị án xuất cương tài | dễ before: không đâu after: thôi dàng | đẻ before: nghỉ sinh chạch | để
cung = cung after: cấp ứng | cũng
can = cần
gap = gặp after: khó anh chị lỗi sự vướng mặt trục | gấp
may = máy before: cái con hỏng hư after: tính chủ in scan móc hỏng hư lỗi treo | mấy
mang = mảng after: này của việc | mạng
tinh = tính before: máy cách tự đang định after: điểm đến từ sao toán thế ra lại | tỉnh
ket = kết after: quả nối luận thúc hợp | kẹt
tac = tác before: công hợp đối thao | tắc
thieu = thiếu
gio = giờ
dau = đầu before: bắt từ lần after: tuần tháng năm quý mối giờ tiên buổi | dấu before: đóng con đánh có lấy after: đỏ | đâu
van = văn before: công ngữ after: bản phòng hoá thư | vấn after: đề | vẫn
vang = vắng before: đi đang | vâng
ky = kỳ after: họp này trước sau báo | kỹ before: rà | ký
bao = bao after: giờ nhiêu lâu | bảo after: hiểm trì vệ | báo
phan = phân after: công nửa bổ vân cấp quyền tích | phản after: hồi ánh ảnh | phần
tu = tự after: chấm đánh cho | tư after: pháp vấn | từ
thoi = thời after: hạn gian điểm | thôi
du = dự after: thảo kiến toán án họp | dữ after: liệu | đủ
dong = đóng after: dấu góp bộ | đồng
cap = cập after: nhật | cấp
thu = thu after: thập hút gom ngân hồi | thứ
chi = chí before: tiêu đồng | chỉ after: đạo còn có mới tiêu thị là
di = đi
nho = nhờ before: ^ em after: anh chị sếp bạn bên giúp | nhớ before: không chưa chẳng
nhan = nhận after: được thông rồi bàn tin | nhầm after: người số | nhắn after: tin nhầm
dien = điện before: mất cúp cắt bị after: lực thoại tử | diễn after: tập
thay = thay before: làm sẽ nhờ after: em tôi thế đổi | thấy
gui = gửi
noi = nội after: vụ dung bộ | nới before: xin after: hạn giúp | nói before: đã nghe bảo after: chung lại thật là | nổi before: không làm kham | nơi
a = à after: nhầm quên không lộn khoan | ạ after: $ . , ; ! ?
do = dở before: làm đang còn after: dang | đó before: việc cái rồi | do
tuong = tương
on = ơn before: cảm biết làm | ổn
doi = đối before: tương | dời before: xin được ^ cho after: sang lại đến hạn | đổi before: thay chuyển sửa | đợi before: đang phải còn chờ ngồi | đội after: ngũ
lui = lùi
cong = công
duoc = được
phai = phải
"""
"""`typed = meant before: words after: words | meant ...`; a meaning without neighbours is taken where no other fits."""


def _table(lines: str) -> Mapping[str, tuple[Restore, ...]]:
    found: dict[str, tuple[Restore, ...]] = {}
    for line in lines.replace("\n |", " |").strip().splitlines():
        typed, _, readings = line.partition(" = ")
        found[typed + "~"] = tuple(_reading(one.split()) for one in readings.split("|"))
    return found


def _reading(words: list[str]) -> Restore:
    """Neighbours are known by shape and by bare spelling, since they too may have been stripped."""
    sides: dict[str, set[str]] = {"before:": set(), "after:": set()}
    side = ""
    for word in words[1:]:
        if word in sides:
            side = word
        else:
            sides[side].update((shape(word), bare(shape(word))))
    return Restore(shape(words[0]), frozenset(sides["before:"]), frozenset(sides["after:"]))


RESTORE = _table(READINGS)


def usual(typed: str, among: Collection[str]) -> str | None:
    """Give the everyday reading of a bare word where it is one of some, as "mơi" is rather mới than mời."""
    last = RESTORE[typed + "~"][-1] if typed + "~" in RESTORE else None
    return last.meant if last and not (last.before or last.after) and last.meant in among else None
