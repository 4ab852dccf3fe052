"""The script of one working day of the sample office: who types what, and when."""

from dataclasses import dataclass
from datetime import date, time

from bot.demo.office import CHAIRPERSON, COORDINATOR, TABLE

DAY = date(2026, 11, 25)


@dataclass(frozen=True, slots=True)
class Types:
    """Somebody types a text, or the label of a choice."""

    name: str
    text: str = ""
    sends: str | None = None  # a file of the sample, or one made on the spot


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock is set, and ticks."""

    at: time
    day: date | None = None


Event = Types | Clock

BEFORE: tuple[Event, ...] = (
    Types(COORDINATOR, sends=TABLE.name),
    Types(COORDINATOR, "Ghi"),
)
"""The day before: the coordinator loads the table."""

START_SENDING: tuple[Event, ...] = (
    Types(COORDINATOR, "bắt đầu gửi"),
    Types(COORDINATOR, "Bắt đầu gửi"),
)

WORKING_DAY: tuple[Event, ...] = (
    Clock(time(7, 45), DAY),
    Types("Lý Thị Hoài Thu", "đang làm 80%"),
    Types("Lý Thị Hoài Thu", "1"),
    Types("Tạ Thị Kim Liên", "2.2 xong roi a"),
    Types("Tạ Thị Kim Liên", "bam nham"),
    Types("Tạ Thị Kim Liên", "2.2 đang làm, vướng kinh phí tổ chức hội nghị"),
    Types("Mạc Văn Tín", "ok"),
    Types("Mạc Văn Tín", "6.2 đã nộp hôm 14/10"),
    Types("Quách Thị Ngọc Diệp", "3.5", sends="bieu-tong-hop.pdf"),
    Types("Quách Thị Ngọc Diệp", "Đã hoàn thành"),
    Clock(time(10, 0)),
    Types("Đinh Hữu Phước", "viec cho kiem tra"),
    Types("Đinh Hữu Phước", "1"),
    Types("Đinh Hữu Phước", "Chấp nhận"),
    Types("Cao Minh Nhật", "xin lùi 7.2 sang ngày 30/12 do chờ phần mềm"),
    Clock(time(13, 45)),
    Types("Lý Thị Hoài Thu", "1.3 xong rồi, thông báo số 87/TB-UBND ngày 25/11/2026"),
    Clock(time(16, 0)),
    Types(CHAIRPERSON, "tiendo"),
    Types(CHAIRPERSON, "Xem thêm"),
    Types(CHAIRPERSON, "Theo cán bộ"),
    Types(CHAIRPERSON, "tien do"),
)
