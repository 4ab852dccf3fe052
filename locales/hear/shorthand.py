"""Short and regional spellings, each with the word it stands for. To add one, add a line."""

from collections.abc import Mapping

from .fold import shape


def _table(lines: str) -> Mapping[str, tuple[str, ...]]:
    """Read `typed typed = word word` lines."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines.strip().splitlines():
        typed, _, meant = line.partition("=")
        for key in typed.split():
            found[key] = tuple(map(shape, meant.split()))
    return found


TEENCODE = _table("""
xog xg xoq xoong xonq song = xong
xắp xăp xap = sắp
vướn vuon vướg vươg vuong vuớng = vướng
vc = việc
thg = tháng
gởi gưi guử gữi gủi = gửi
cmnr r rùi rui rồ rồii ròi òi ùi oy òy rầu rầi gòi gồi roài rùii roai goy rôi rổi = rồi
lm làmm mần mằn man = làm
dag đag đg dg đương đanh = đang
k ko kg kô hok hk hem hông hổng hong hõng hổg khg hăm hôg nỏ kh0 khôg khum k0 chả chẳng chẵng chang = không
dc đc đk dk dx đx dươc đuoc = được
j = gì
cx cg = cũng
ch chx chửa chư chuă chưaa = chưa
ms = mới
dã đả đax dda ddax = đã
ntn = như thế nào
nt = như thế
mn mng mg = mọi người
v z dz dzậy dậy dzị vậyy zậy dzay zay zị = vậy
vs = với
bt = biết
nhe nhá nhé nha nka nghen hen hén nhen nghn nhaa nhéee = nhé
eng = anh
nớ tê = đó
chộ = thấy
chơ = chứ
cấy = cái
dừ giừ = giờ
bựa = hôm
nờ hí tề = nhé
e = em
tui tao = tôi
tks thks thanks thank thankiu thx cám = cảm ơn
mk = mình
ng = người
trc trk trướcc = trước
hnay hnai hni = hôm nay
hqua = hôm qua
nx = nữa
lun lunn = luôn
nhưg nhg nhug = nhưng
bik bít bjt = biết
bh bjo bjh bgio = bao giờ
p fai pải pai pk fk = phải
wa wá qá qa = quá
ik = đi
hum bữa bửa bua = hôm
uh uk uhm ừm um ừ ừh ukm ukie ừa = ừ
okok okie oki oke okê okla okela oce okê okay ôkê ôkê okey okii okk okiii okê = ok
chừ = giờ
ni = này
rứa ri = vậy
răng = sao
hỉ hè = nhé
hở hả hử hỡ = hả
trể = trễ
dzô = vào
zô = vào
vầy = vậy
kíu = cứu
ạk = ạ
đcđ = đồng chí
nữaa = nữa
đươc = được
lém = lắm
noted = đã rõ
vg vâg vag vank vầng vưng vângg = vâng
h = giờ
mak = mà
ib inb inbox = nhắn
uki uke ukê = ok
thui thoiii thôii = thôi
nma nhma nhg nhưg nhug nhmà = nhưng
nựa = nữa
nhiu = nhiêu
hiu hỉu = hiểu
bnhiêu bnhieu bnhiu bn = bao nhiêu
mí mấyy = mấy
vìa = về
xíu tẹo chốc tý = tí
mồng = mùng
cúp = mất
bẩy = bảy
nhăm = năm
bốnn = bốn
cuốii = cuối
chớ = chứ
xài = dùng
kẹtt = kẹt
kí = ký
lí = lý
quí = quý
kĩ = kỹ
xếp = sếp
vd = ví dụ
thik = thích
cbi cbị = chuẩn bị
doing = đang làm
done hoàn-thành = xong
finished finish complete completed = xong
deadline = hạn
yes yep yeah dzạ = vâng
nope = không
ờ ờm = ừ
submit sm = nộp
busy = bận
pending = chờ
upload upl = up
sorry = xin lỗi
""")

ABBREVIATIONS = _table("""
th = thực hiện
ht hth hthanh hthành = hoàn thành
bđ bd = bắt đầu
cv = công văn
kh = kế hoạch
bc = báo cáo
qđ qd = quyết định
tc = tiêu chí
mc = minh chứng
gh = gia hạn
vp = văn phòng
pm = phần mềm
vb = văn bản
ct = chủ tịch
pct = phó chủ tịch
lđ = lãnh đạo
ld = lãnh đạo
kp = kinh phí
sl = số liệu
hs = hồ sơ
hd hđ = hướng dẫn
tb = thông báo
ubnd ub = uỷ ban
hđnd hdnd = hội đồng
nv = nhiệm vụ
tk = tài khoản
đ/c d/c = đồng chí
tthc = thủ tục hành chính
dvc dvctt dvcqg = dịch vụ công
cntt = công nghệ thông tin
cchc = cải cách hành chính
csdl = cơ sở dữ liệu
vhxh = văn hoá xã hội
ktxh = kinh tế xã hội
mttq = mặt trận tổ quốc
bql = ban quản lý
bcđ bcd = ban chỉ đạo
cđs cds = chuyển đổi số
tw = trung ương
cvp = chánh văn phòng
ttr = tờ trình
nq = nghị quyết
bb = biên bản
cn = chủ nhật
khcn = khoa học công nghệ
tnmt = tài nguyên môi trường
nnmt = nông nghiệp môi trường
gdđt gddt = giáo dục đào tạo
tckh = tài chính kế hoạch
ldtbxh lđtbxh = lao động xã hội
""")

SHAPED = {shape(typed): meant for typed, meant in TEENCODE.items() if not typed.isascii()}
"""Shorthand with marks by its shape, for words that left the keyboard half converted."""

PAPERS = frozenset("kh qđ qd bc cv tb tt ttr nq bb gm vb ct".split())
"""Kinds of paper that a number may follow: "BC 203"."""

PHRASES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = tuple(
    (tuple(part for word in typed.split() for part in TEENCODE.get(word, (shape(word),))), tuple(map(shape, meant.split())))
    for typed, meant in (
        ("ô kê", "ok"),
        ("đặng không", "được không"),
        ("đảm trách", "đảm nhiệm"),
        ("quá bán", "quá nửa"),
        ("làm chi", "làm gì"),
        ("chi mô", "gì đâu"),
        ("mô đã", "đâu đã"),
        ("gì mô", "gì đâu"),
        ("chi hết", "gì hết"),
        ("có chi", "có gì"),
        ("cái chi", "cái gì"),
        ("vướng chi", "vướng gì"),
        ("cần chi", "cần gì"),
        ("là chi", "là gì"),
        ("xong mô", "xong đâu"),
        ("chưa mô", "chưa đâu"),
        ("bảo đảm", "đảm bảo"),
        ("cáo lỗi", "xin lỗi"),
        ("làm mô", "làm đâu"),
        ("ở mô", "ở đâu"),
        ("chỗ mô", "chỗ nào"),
        ("khi mô", "khi nào"),
        ("bữa mô", "hôm nào"),
        ("hồi mô", "khi nào"),
        ("ngày mô", "ngày nào"),
        ("có mô", "có đâu"),
        ("thế mô", "thế nào"),
        ("nữa mô", "nữa đâu"),
        ("được mô", "được đâu"),
        ("nộp mô", "nộp đâu"),
        ("hết mô", "hết đâu"),
        ("biết mô", "biết đâu"),
        ("rồi mô", "rồi đâu"),
        ("còn chi", "còn gì"),
        ("thiếu chi", "thiếu gì"),
        ("chi nữa", "gì nữa"),
        ("chi cả", "gì cả"),
        ("phải mô", "phải đâu"),
        ("này mô", "này đâu"),
        ("bảng mô", "bảng nào"),
        ("mẫu mô", "mẫu nào"),
        ("mô phải", "đâu phải"),
        ("mô có", "đâu có"),
        ("mần răng", "làm sao"),
        ("can chi", "làm sao"),
        ("bữa ni", "hôm nay"),
        ("bây giờ", "bây_giờ"),
        ("hồi hôm", "tối qua"),
        ("bữa tê", "hôm kia"),
        ("ngày tê", "ngày kia"),
    )
)
"""Regional turns of several words, matched after the single words were settled."""
