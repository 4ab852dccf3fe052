"""Words that lost their marks and could be several: which neighbours decide, and what to take where none does."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from .fold import bare, shape


@dataclass(frozen=True)
class Restore:
    """Read a bare word as `meant` where a neighbour (or both) is one of those listed; no list, no condition."""

    meant: str
    before: frozenset[str]
    after: frozenset[str]
    both: bool = False

    def fits(self, before: str, after: str) -> bool:
        left, right = _among(before, self.before), _among(after, self.after)
        return (left and right) if self.both else left or right or not (self.before or self.after)


def _among(word: str, listed: frozenset[str]) -> bool:
    """Say whether a neighbour is listed, as itself or, a number, by its sign."""
    return word.rstrip("~") in listed or word[0] in listed


READINGS = """
em = êm after: đẹp thấm | em
la = là
den = đến
cua = cửa before: một | của
xa = xa before: ở đi ngoài quá hơi after: xôi quá | xã
nao = nào
giao = giao
trong = trọng before: trân quan chú after: điểm | trong
chieu = chiếu before: đối máy tham | chiều
se = sẽ
mau = mâu after: thuẫn | mẫu
minh = minh after: chứng bạch before: văn thông | mình
nham = nhầm
biet = biệt after: phái before: đặc phân | biết
sua = sửa
kem = kèm
nghe = nghệ before: văn công | nghe
goi = gửi before: vừa after: xong báo biên tờ quyết công bản file ảnh mail zalo email văn số kèm <doc> | gội after: đầu | gọi
sang = sáng before: hồi buổi after: nay
neu = nêu before: đã như được | nếu
the = thể before: có không cụ đoàn toàn chưa after: thao | thế
hon = hơn
vai = vai after: trò | vài
hien = hiện
muc = mực before: hết mua after: in | mục
luc = lực before: nhân năng quân điện nguồn áp hiệu động | lục before: phụ | lúc
nhac = nhạc before: nghe âm ca văn | nhắc
pho = phở before: ăn tô bát | phố before: khu thành dân after: xá | phổ after: biến | phó
lai = lái before: đang em bận after: xe | lại
sap = sáp after: nhập | sập before: trời bị mềm mạng hệ thống server cổng máy web đang after: nguồn mạng hoài suốt | sắp
tai = tải before: quá không chưa đang after: lên về xuống file được | tài after: liệu khoản chính sản | tại
khan = khăn before: khó | khẩn
khac = khắc after: phục | khắc both before: chưa after: xong dấu | khác
lap = lắp after: đặt máy đường mạng wifi xong ráp | lập
muon = mượn before: cho xin after: máy tiền xe | muốn before: em tôi mình anh không có after: xin lùi hỏi dời gia được biết nhờ | muộn
bia = bia before: uống ly lon cốc nhậu chai after: rượu rồi | bìa
rua = rùa after: bò | rửa
khau = khẩu before: mật nhân hộ | khâu
lien = liền before: làm nộp gửi báo ngay after: ạ nhé $ | liên
duong = đường after: truyền dây link dẫn | đang
mo = mở before: chưa mới after: lớp cổng hệ tài đợt hội
mong = mùng after: # một hai ba bốn năm sáu bảy tám chín mười
ho = hộ before: # xong giúp làm nộp gửi nhập after: tịch khẩu gia kinh
cau = câu after: hỏi chữ | cầu before: yêu nhu toàn after: mong thị lông | cậu
day = đấy before: rồi vào xong ra | đây
ca = ca before: trực tan đổi after: trực | cá before: ăn con after: rô mọc | cả
tam = tâm before: yên quan trung an | tám before: thứ mùng bảy after: mươi chục phần chín | tầm after: # % - / + thứ cuối tháng tuần đầu giữa bảy sáu năm | tạm
chua = chưa
ro = rờ after: tới đến vào tay | rõ
khoi = khởi after: động đầu | khối after: lượng | khỏi
co = cơ after: quan sở chế hội | cố before: sẽ ráng after: gắng lên | có
cho = chỗ before: ở tại vào after: nào | chờ before: đang còn phải vẫn cứ ngồi after: đóng
 | chờ both before: ^ , . xong rồi và mà thì nên đang do vì after: ký duyệt sở tỉnh huyện lãnh chủ phó sếp kết văn kinh hướng công cấp thẩm phản trình số thôn xóm ấp thuế kho bưu trường dân viettel vnpt ngân điện trung các mặt tập giấy mẫu nguồn vốn | cho
ban = bàn after: giao bạc | bản before: văn biên các kịch gửi nộp after: giấy mềm cứng nháp scan chính điện đồ sửa chụp ký
 | ban before: uỷ after: hành chỉ quản đảng | bận before: đang hơi em tôi còn tui nay cũng | bận both before: ^ , after: quá họp lắm việc rồi tối đi chút tí
 | bạn before: chào các mấy after: ơi | bản
qua = qua before: hôm tuần sáng chiều tối tháng đêm | quá before: bận nhiều lắm gấp khó lâu người tải bí mệt chậm bu after: hạn tải nửa bán $ , . ạ sếp | quà before: tặng | qua
toi = tới before: tuần tháng thứ lùi dời khất hoãn hạn #2 #3 #4 #5 #6 #7 #8 quý năm đến sắp gần chưa trễ kịp làm
 | tới after: thứ ngày mùng tuần tháng nơi đích rằm mốt nửa # / - + %
 | tối both before: ^ , . để after: em nộp nhắc làm gửi về mới rảnh | tối before: sáng chiều after: nay mai qua đa | tôi
nam = năm before: cuối hết đầu sang trong quý i ii iii iv #1 #2 #3 #4 after: sau tới nay trước 2026 2027 ngày hôm mươi phần | <name> before: anh chị chú bác ông đ/c
cham = chậm before: nộp bị hơi mạng xin làm cáo hợp lời after: trễ tiến vài mấy nhất quá lắm | chấm
han = hẳn before: không chưa | hạn
da = dạ after: , thưa em vâng anh chị sếp chưa rồi ạ đang sẽ tôi ok oki không mốt mai thứ để cho xin chiều tối sáng ngày tuần | đã
so = sơ after: bộ sài | số before: định văn bản kế hoạch báo cáo công tiêu chí ký chữ mẫu after: <doc> liệu hoá hóa 1 2 văn nhà
 | sở before: của bên cho lên trên từ gửi chờ đợi ở nhưng nào khi thì mà do vì nên after: chưa đã hẹn bảo mới kh nội có cho phản trả gửi
sau = sau before: tuần tháng năm quý để hôm ngày hẹn đợt kỳ after: này đó khi | sáu before: thứ after: mươi hôm ngày phần điểm chục bảy
nay = này before: việc cái phần mảng chí vụ mục dung tuần tháng sáu hai ba tư bảy nhật | nay before: năm hôm sáng chiều tối bữa trưa đêm hiện ^ , xưa đến after: em
 | nãy before: hồi lúc ban khi vừa | này
nua = nửa both before: ^ , after: rồi việc điểm | nửa after: điểm | nửa before: #1 một phân quá hơn gần mới xong after: chừng tháng | nửa both before: được tới đến after: , . nhưng mà rồi công việc khối đường thôi $ | nữa
roi = rồi
anh = ảnh both before: gửi up after: vào lên | ảnh before: thiếu | ảnh before: up chụp kèm hình file scan đăng link là sung after: chụp hội minh đây kèm họp hiện buổi | anh
lam = lắm before: bận khó nhiều gấp vội mệt chậm đông lâu | lăm both before: mươi mười after: phần điểm ngày % thôn tháng xã hồ $
 | lăm both before: hai ba bốn sáu bảy tám chín after: phần điểm % | làm
mat = mất before: bị ^ hay lại after: điện mạng nước sóng file | mắt after: sáng | mặt after: trận
dang = đăng both before: để dễ không chưa lỗi khoản được after: nhập | đăng before: không chưa after: ký tải lên web bài tin | đăng both before: đã việc được dạ after: công
 | đăng both before: để không chưa lỗi khoản được after: nhập | đảng after: uỷ bộ viên | đang
hom = hòm before: hòm after: hòm | hôm
ngay = ngày before: đến hôm trước vào từ hai ba bốn năm mấy vài các hằng #1 #2 #3 #4 #5 #6 #7 #10 hạn hết sang thêm bao after: mai kia mốt mùng làm nào mấy # / + =
 | ngay before: làm nộp gửi báo sẽ xử after: lập thôi
con = con before: đón bà cháu after: gái trai dấu | còn
cuoi = cuối
thang = tháng
tuan = tuân after: lệnh thủ | tuần
hop = hợp before: tổng phù phối kết thích tập hồ after: đồng lệ lý tác | họp
loi = lời before: trả gửi chuyển phần nhắn after: khuyên văn hỏi | lỗi
tra = tra before: kiểm điều thanh | trà after: sữa đá before: uống | trả
tien = tiến before: cải xúc after: độ hành triển | tiền
nghi = nghị before: đề kiến hội after: quyết định | nghĩ after: là rằng vậy xong đã chắc | nghỉ
chuyen = chuyên after: môn trách viên | chuyện before: nói có | chuyển
hoan = hoãn before: xin tạm after: thời giúp lại đến sang tới | hoàn
hoi = hỏi before: cho xin | hội after: nghị đồng trường họp thảo phụ nông cựu | hơi after: bận khó chậm lâu gấp kẹt vướng | hồi after: nãy hôm đầu trước đó giờ tháng chiều sáng trưa tối nào xưa | hỏi
hen = hẹn
moi = mỗi before: còn chỉ | mời both before: không chưa after: được ai | mời both before: , ^ after: anh chị sếp đồng các | mọi after: người việc thứ khâu bước mục | mỗi after: mình tháng tuần một người | mới
vi = vị before: đơn | vì
voi = với
ma = mà
de = đề before: vấn after: nghị án xuất cương tài | dễ before: không đâu after: thôi dàng | đẻ before: nghỉ sinh chạch | để
cung = cung after: cấp ứng | cũng
can = cán after: bộ | cần
gap = gặp after: khó anh chị lỗi sự vướng mặt trục | gấp
may = máy after: quét chiếu vi photo | máy both before: xong after: rồi | máy both before: ^ , chắc do mà after: chưa không em hỏng hư | máy both before: có được mua after: $ , . nên vì để | máy before: cái con hỏng hư mua thiếu lắp after: tính chủ in scan móc hỏng hư lỗi treo photo | mấy
mang = mảng before: giữ phụ after: này của chuyển đất cải công việc em tôi e cải văn tư hộ đất | mạng
tinh = tính both before: em mai sau mốt tôi rồi cử hãy after: $ , . sau tiếp ạ nhé anh | tính before: máy cách tự đang định after: điểm đến từ sao toán thế ra lại | tỉnh
ket = kết before: cam đoàn liên after: quả nối luận thúc hợp | kẹt
tac = tác before: công hợp đối thao | tắc
thieu = thiếu
gio = giờ
dau = đâu after: vào ra | đâu both before: lấy ở nộp gửi tìm xem tải after: $ , . ? a ạ vậy thế ra hả nhỉ | đầu before: bắt từ lần phần after: tuần tháng năm quý mối giờ tiên buổi việc | dấu before: đóng con đánh có lấy after: đỏ | đâu
van = văn before: công ngữ áo after: nghệ bản phòng hoá thư | vấn after: đề | vẫn
vang = vắng before: đi đang | vàng before: giá | vâng
ky = kỳ after: họp này trước sau | kỹ before: rà | ký
bao = bao after: giờ nhiêu lâu | bão before: do after: lũ | bảo before: ai nghe sao after: hiểm trì vệ em | báo
chau = cháu
dung = dùng both before: không chưa after: được | đúng after: người số lúc chuyên phần | đụng before: chưa không chẳng có hề ai after: đến tới vào gì tay chạm | đúng before: kịp không after: # tiến hạn không thời chuyên | dung before: nội sử | đừng before: ^ , . thôi | dùng
phan = phận before: bộ | phân after: công nửa bổ vân cấp quyền tích | phản after: hồi ánh ảnh | phần
tu = tự after: chấm đánh cho | tư before: phần thứ after: pháp vấn | từ
thoi = thời after: hạn gian điểm nào xưa | thôi
du = dự after: hội lễ tiệc đám thảo kiến toán án họp | dữ after: liệu | đủ
dong = đồng after: thuận tình bộ ý | động before: khởi hoạt lao chưa hành vận after: gì đến chạm tới tay vào | đóng after: dấu góp bộ | đồng
cap = cập after: nhật | cấp
thu = thư before: bí | thu before: tiếp after: thập hút gom ngân hồi báo phiếu danh về đủ xong | thư before: văn van after: thả thư | thứ
chi = chí before: tiêu đồng | chỉ after: đạo còn được có mới tiêu thị là
 | chị after: <name> | chị both before: báo hỏi xin không được rồi nhé ạ à xong hả vậy thế dạ vâng thưa cho gửi nhờ cáo với của nhớ after: $ , . ? ! ; em ạ ơi nhé file link ảnh bản danh hồ <name>
di = đi
nho = nhớ before: không chưa chẳng after: không là rõ rồi ra mang | nhờ before: ^ em after: anh chị sếp bạn bên giúp
nhan = nhắn both before: em sẽ để after: chị anh sếp bác cô chú ngay lại | nhận after: được thông rồi bàn nhiệm việc chỉ | nhầm after: người số | nhắn before: em sẽ after: tin nhầm anh chị
dien = điện before: mất cúp cắt bị after: lực thoại tử | diễn after: tập
thay = thay before: làm sẽ nhờ nộp gửi nhận up ký họp after: em tôi thế đổi | thấy
gui = gửi
noi = nội after: vụ dung bộ | nới before: xin after: hạn giúp | nói before: đã nghe bảo an sở tỉnh huyện thuế họ ai after: chung lại thật là xong tuần chưa mai | nổi before: không làm kham | nơi
a = à after: nhầm quên không lộn khoan | ạ after: $ . , ; ! ? sếp anh chị nhé nha em bác bạn
do = độ before: tiến chế after: chục | độ both before: còn được cỡ after: % # | dở before: làm đang còn | đó before: việc cái rồi gì mảng | do
tuong = tưởng before: em tôi sếp chị anh ai cứ mình ^ after: xong đã rồi là nộp gửi | tương
on = ơn before: cảm biết làm | ổn
doi = dời after: dùm giùm giúp | đối before: tương after: chiếu thoại tượng tác soát | đời before: xong từ luôn cuộc hết after: nào
 | dời before: xin được cho nghị em after: sang lại đến hạn qua giúp thời tới | đổi before: thay chuyển sửa | đội after: ngũ | đợi
lui = lui before: rút | lùi
kia = kia
cu = cử before: bầu | cứ
hay = hãy both before: mai mốt sau after: nhắc nói làm tính hỏi xem | hay
lo = lỡ after: bấm ghi gõ | lo
so bo = so
chuc = chục before: mươi mấy vài độ tầm after: ngày hôm | chức before: tổ công | chúc
bi = bí after: tịt thư tiền | bị
ve = vẻ before: vui có | về
quy = quy before: nội chính hợp | quy after: tắc định chế trình mô hoạch ước đổi | quỹ after: công before: tiền đóng | quý
chu = chứ before: xong rồi | chủ after: tịch nhật trì động | chữ after: ký
chap = chập after: chờn | chấp after: hành nhận | chạp
bo = bổ before: phân after: sung | bó after: tay | bố before: công after: trí | bộ before: của cán sơ after: phận máy tiêu nội | bỏ
nhap = nháp before: bản file | nhập
mot = mốt before: hoặc hay | một after: cửa nửa phần ít chút tuần tháng ngày hôm tí số vài mình lúc | mốt before: ngày bữa hôm chiều sáng tối để tới đến dạ sang ^ , | một
nhung = những after: gì ai ngày việc nội | nhưng
thi = thi before: đi after: công hành đua | thì
gan = gần
cong = công
duoc = được
phai = phải
"""
"""`typed = meant before: words after: words | meant ...`: one neighbour is enough but for `both`; a meaning without neighbours is
taken where no other fits."""


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
        if word == "both":
            continue
        if word in sides:
            side = word
        else:
            sides[side].update((shape(word), bare(shape(word))))
    return Restore(shape(words[0]), frozenset(sides["before:"]), frozenset(sides["after:"]), both="both" in words[1:2])


RESTORE = _table(READINGS)


def usual(typed: str, among: Collection[str]) -> str | None:
    """Give the everyday reading of a bare word where it is one of some, as "mơi" is rather mới than mời."""
    last = RESTORE[typed + "~"][-1] if typed + "~" in RESTORE else None
    return last.meant if last and not (last.before or last.after) and last.meant in among else None
