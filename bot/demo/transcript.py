"""Tells the day as a transcript, then lets whoever sits at the terminal talk as any of the people."""

from dataclasses import dataclass, field
from pathlib import Path
from textwrap import indent

from pypdf import PdfWriter

from bot.demo.day import BEFORE, DAY, START_SENDING, WORKING_DAY, Clock, Event
from bot.demo.office import COORDINATOR, NAME, SAMPLE, TABLE, Office
from locales import formats
from locales.message import Message
from locales.say.choices import as_text

FEW = 3  # of many alike messages so many are told in full


@dataclass(slots=True)
class Transcript:
    """What was said, on stdout.

    Attributes:
        quiet: collect only; used where dozens of alike messages would hide the story.
    """

    folder: Path
    quiet: bool = False
    heard: list[tuple[str, Message]] = field(default_factory=list)

    def told(self, name: str, message: Message, edited: bool) -> None:
        self.heard.append((name, message))
        if not self.quiet:
            mark = " (sửa tin trước)" if edited else ""
            print(f"\n  → {name}{mark}:\n{indent(as_text(message), '      ')}")

    def moment(self, office: Office) -> None:
        local = office.local
        print(f"\n===== {local:%H:%M}, {formats.weekday(local.date())}/{local.year} =====")


async def play(office: Office, transcript: Transcript) -> None:
    """The story: the table goes in, people come in, a day is lived, the chairperson asks."""
    print(f"{NAME} (đơn vị giả định). Ngày {formats.day(office.local.date())}: đầu mối nhập bảng phân công.")
    office.open()
    await _link(office, transcript, [COORDINATOR])
    await _tell(office, transcript, BEFORE)
    office.give_roles()
    await _link(office, transcript, [name for name in office.names() if name != COORDINATOR])
    await _tell(office, transcript, START_SENDING)
    print(f"\nNgày {formats.day(DAY)}: một ngày làm việc.")
    await _tell(office, transcript, WORKING_DAY)


async def _link(office: Office, transcript: Transcript, names: list[str]) -> None:
    """Everyone opens their link; only the first is told in full."""
    for position, name in enumerate(names):
        transcript.quiet = position > 0
        await office.types(name, f"/start {office.code_for(name)}")
    transcript.quiet = False
    if len(names) > 1:
        print(f"\n  (Thêm {len(names) - 1} đồng chí mở đường dẫn mời và được liên kết như trên.)")


async def _tell(office: Office, transcript: Transcript, events: tuple[Event, ...]) -> None:
    for event in events:
        if isinstance(event, Clock):
            await _ring(office, transcript, event)
            continue
        file = _file(transcript.folder, event.sends) if event.sends else None
        said = event.text + (f" [gửi tệp {file.name}]" if file else "")
        print(f"\n  {event.name}: {said.strip()}")
        await office.types(event.name, event.text, (file,) if file else ())


async def _ring(office: Office, transcript: Transcript, event: Clock) -> None:
    """The clock strikes; of many alike reminders the first few are told in full."""
    before = len(transcript.heard)
    transcript.quiet = True
    await office.moves_to(event.at, event.day)
    transcript.quiet = False
    transcript.moment(office)
    new = transcript.heard[before:]
    for name, message in new[:FEW]:
        print(f"\n  → {name}:\n{indent(as_text(message), '      ')}")
    if len(new) > FEW:
        print(f"\n  (Cùng lúc, {len(new) - FEW} đồng chí khác nhận tin của mình: {', '.join(name for name, _ in new[FEW:])}.)")


def _file(folder: Path, name: str) -> Path:
    """A file of the sample, or a PDF of one empty page made on the spot."""
    if name == TABLE.name:
        return SAMPLE / name
    path = folder / name
    page = PdfWriter()
    page.add_blank_page(width=595, height=842)
    page.write(path)
    return path
