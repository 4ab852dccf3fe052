"""Documents: what was received for which row, what is refused and why, and the question which row is meant."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels, last_documents, readings, required
from storage.evidence.documents import Document
from storage.evidence.readings import Reading
from storage.evidence.slots import Standing
from storage.rules.status import OPEN, Progress
from storage.work.assignments import Work

_ = words("evidence")

MOST = 8


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is told of one batch.

    Attributes:
        first: how buttons name the batch.
        code: what the person can quote.
        families: of each file that is safe: photo, pdf ...
        coming: files still being fetched.
        doubles: `(file name, criterion)` where the same bytes were sent before.
        may_close: whether the sender answers for the row.
        readings: what was read on the documents.
        standing: the required documents of the row.
        asks: whether somebody must say which of them these are.
        also: names of further rows that these serve.
        further: what is offered for one document that serves many; see `sharing.offers`.
    """

    first: int
    code: str
    families: tuple[str, ...]
    coming: int = 0
    doubles: tuple[tuple[str, str], ...] = ()
    may_close: bool = False
    readings: tuple[Reading, ...] = ()
    standing: Standing | None = None
    asks: bool = False
    also: tuple[str, ...] = ()
    further: tuple[Choice, ...] = ()


def receipt(work: Work, facts: Receipt) -> Message:
    """The code first, what was received, then the state, which a file alone does not change."""
    text = [
        _("{code}: {count} files received ({kinds}). Receipt {receipt}.").format(
            code=work.name, count=formats.count(len(facts.families)), kinds=_kinds(facts.families), receipt=facts.code
        )
    ]
    if facts.coming:
        text.append(_("{count} more are on their way.").format(count=formats.count(facts.coming)))
    if facts.also:
        text.append(_used_too(facts.also))
    names = dict.fromkeys(name for name, _code in facts.doubles)
    text += [_double(name, [code for one, code in facts.doubles if one == name], work) for name in list(names)[:3]]
    text.append(state(work, may_close=facts.may_close))
    if facts.standing and (lacks := required.lacking(facts.standing)):
        text.append(lacks)
    told = "\n".join([" ".join(text), *readings.lines(facts.readings, work)])
    places = required.choices(facts.standing, facts.first) if facts.standing and facts.asks else ()
    offered = (
        *places,
        *readings.choices(facts.readings, facts.first),
        *next_steps(work, may_close=facts.may_close),
        *facts.further,
        *_change(facts.first),
    )
    return Message(told, offered, (work.id,))


def _change(first: int) -> tuple[Choice, ...]:
    return (Choice(labels.button("edit"), f"move_files:{first}"), Choice(labels.button("mistake"), f"drop_files:{first}"))


def _double(name: str, codes: Sequence[str], work: Work) -> str:
    """Where else the same bytes lie, all in one sentence; for the very row they count once."""
    shown, others = formats.shortened(name, 40), [code for code in codes if code != work.name]
    told = _("The file {name} is already with {code}.").format(name=shown, code=formats.listed(others)) if others else ""
    if len(others) < len(codes):
        again = _("The file {name} was sent for {code} before; it counts once.").format(name=shown, code=work.name)
        return f"{again} {told}".strip()
    return told


def _used_too(names: Sequence[str]) -> str:
    return _("Used for {codes} too.").format(codes=", ".join(names))


def _kinds(families: Sequence[str]) -> str:
    names = {
        "photo": _("photo"),
        "scan": _("scan"),
        "pdf": _("PDF"),
        "word": _("Word"),
        "sheet": _("Excel"),
        "slides": _("slides"),
        "text": _("text"),
    }
    counted = Counter(families)
    if len(counted) <= 1:
        return "".join(names[one] for one in counted)
    return formats.listed([f"{formats.count(count)} {names[one]}" for one, count in counted.items()])


def state(work: Work, *, may_close: bool) -> str:
    """How the row stands; a document alone does not change that."""
    if work.progress is Progress.REPORTED:
        return _("Reported done, waiting for a check.")
    state = labels.progress(work.progress, work.percent)
    if may_close and work.progress in OPEN:
        return _('The state is still "{state}"; if the work is finished, tap "Done".').format(state=state)
    return _("State: {state}.").format(state=state)


def next_steps(work: Work, *, may_close: bool) -> tuple[Choice, ...]:
    """What who answers for an open row may say of it."""
    if not may_close or work.progress not in OPEN:
        return ()
    return (Choice(labels.button("done"), f"status:{work.id}:done"), Choice(labels.button("doing"), f"status:{work.id}:doing"))


def receiving(work: Work, first: int, count: int, also: Sequence[str] = ()) -> Message:
    """The row is known, the bytes are still on their way: nothing is promised yet."""
    text = _("{code}: fetching {count} files; the receipt follows when they are safe.").format(
        code=work.name, count=formats.count(count)
    )
    return Message(" ".join([text, *([_used_too(also)] if also else [])]), _change(first), (work.id,))


def ask(rows: Sequence[Work], first: int, *, note: str = "", moving: bool = False, named: bool = False) -> Message:
    """Which row are these files for? Asked once for all that was sent together; for all of them, where the caption named each."""
    route = "move_files" if moving else "file_for"
    question = _("Which criterion are the files just sent for? They belong to none yet.")
    question = _("Which criterion is it for instead?") if moving else question
    choices = tuple(Choice(row_label(work), f"{route}:{first}:{work.id}", wide=True) for work in rows[:MOST])
    other = Choice(_("Another one: send its code"), f"{route}:{first}:0", wide=True)
    together = Choice(_("All {count} of them").format(count=formats.count(len(rows))), f"file_all:{first}", wide=True)
    every = (together,) if named and len(rows) > 1 else ()
    return Message(f"{note} {question}".strip(), (*choices, *every, other), (), f"{route}:{first}")


def row_label(work: Work) -> str:
    """`2.1.3 - Công khai thủ tục hành chính`, short enough for a button."""
    return f"{work.name} - {formats.shortened(work.title, 34)}" if work.code else formats.shortened(work.title, 40)


def ask_code(first: int, *, moving: bool = False, unknown: str | None = None) -> Message:
    """Ask for which criterion the files of a batch are; `moving`: they were given to another one before."""
    head = _("You answer for or help with no criterion {code}.").format(code=unknown) if unknown else ""
    text = _("Please type the code of the criterion, for example 2.1.3.")
    route = f"{'move_files' if moving else 'file_for'}:{first}"
    return Message(f"{head} {text}".strip(), (Choice(labels.button("mistake"), f"drop_files:{first}"),), (), route)


def not_your_code(code: str) -> str:
    """Before the question: the caption named a row of somebody else, or none at all."""
    return _("You answer for or help with no criterion {code}.").format(code=code)


def no_table(name: str) -> str:
    """Before the question: what looked like an assignment table is none."""
    return _("The file {name} holds no assignment table.").format(name=formats.shortened(name, 60))


def no_rows() -> Message:
    text = _("Nothing was stored: you answer for no criterion and help with none. Please ask the coordinator of your office.")
    return Message(text)


def number_only(work: Work, *, kept: bool = False, named: bool = False) -> Message:
    """Citizens' data: the number is enough, the file is refused; `kept`: it stays where it is; `named`: the words give it."""
    if named:
        text = _("{code}: the files were not stored, since they may hold citizens' data; the document number is enough.")
        return Message(text.format(code=work.name), (), (work.id,))
    if kept:
        text = _(
            "{code} takes no files, since they may hold citizens' data. Nothing was changed. "
            "Please send its document number instead."
        )
        return Message(text.format(code=work.name), (Choice(labels.button("send"), f"send:{work.id}"),), (work.id,))
    text = _(
        "{code}: the files were not stored, since they may hold citizens' data. "
        "Please send the document number only, for example: số 45/BC-UBND ngày 10/11/2026."
    )
    return Message(text.format(code=work.name), (labels.choice("no"),), (work.id,), f"send:{work.id}")


def prompt(
    work: Work, *, unread: bool = False, door: bool = False, standing: Standing | None = None, last: bool = False
) -> Message:
    """What is required, and how to send it; `door` offers the office's computer too, `last` those of last year's documents."""
    if work.number_only:
        ask = _("{code}: send the document number only, no file (citizens' data). Example: số 45/BC-UBND ngày 10/11/2026.")
    else:
        ask = _("{code}: send photos, PDF, Word or Excel (20 MB each), or the number: số 45/BC-UBND ngày 10/11/2026.")
    text = [no_number().text] if unread else []
    text.append(ask.format(code=work.name))
    if standing and (each := required.lines(standing)):
        text += [_("Required:"), *each]
    elif work.required_evidence:
        text.append(_("Required: {what}.").format(what=work.required_evidence.rstrip(".")))
    text.append(_("Please send no secret documents and no identity papers of citizens."))
    computer = (Choice(_("Send from a computer"), f"upload_code:{work.id}"),) if door and not work.number_only else ()
    before = (last_documents.offer(work),) if last else ()
    return Message("\n".join(text), (*computer, *before, labels.choice("no")), (work.id,), f"send:{work.id}")


def no_number() -> Message:
    """A number was awaited, and the words hold none."""
    return Message(_("No document number was found in this; nothing is recorded yet."))


def number_kept(work: Work, one: Document, *, may_close: bool, further: tuple[Choice, ...] = ()) -> Message:
    """A document is known by its number; its date may be the day on which the work was completed, which is asked."""
    text, issued_on = _("{code}: document {number} recorded.").format(code=work.name, number=number(one)), one.issued_on
    drop = (Choice(labels.button("edit"), f"send:{work.id}"), Choice(labels.button("mistake"), f"drop_doc:{one.id}"))
    choices = (*next_steps(work, may_close=may_close), *further, *drop)
    if issued_on and may_close and work.progress in OPEN:
        text += " " + _("Was the work completed on {day}?").format(day=formats.day(issued_on))
        done = Choice(
            _("Completed on {day}").format(day=formats.day(issued_on)), f"done_on:{work.id}:{issued_on:%Y%m%d}", wide=True
        )
        choices = (done, *choices)
    return Message(f"{text} {state(work, may_close=may_close)}", choices, (work.id,))


def link_kept(work: Work, one: Document, *, may_close: bool, further: tuple[Choice, ...] = ()) -> Message:
    """A document is known by its address alone; what a council checks is a file."""
    text = _(
        "{code}: link {address} recorded. The system does not open it; whoever checks needs the right to. "
        "A link may end or change, so please send the signed file (PDF) or the document number too."
    ).format(code=work.name, address=formats.shortened(one.name, 60))
    drop = Choice(labels.button("mistake"), f"drop_doc:{one.id}")
    choices = (*next_steps(work, may_close=may_close), Choice(labels.button("send"), f"send:{work.id}"), *further, drop)
    return Message(f"{text} {state(work, may_close=may_close)}", choices, (work.id,))


def number(one: Document) -> str:
    """`số 45/BC-UBND ngày 10/11/2026`, or the address of what is only linked to."""
    if one.number is None:
        return one.name
    text = _("no. {number}").format(number=one.number)
    return text + (" " + _("of {day}").format(day=formats.day(one.issued_on)) if one.issued_on else "")


def dropped(work: Work | None, count: int, first: int | None = None) -> Message:
    """Taken back; files go away for good in a week, or at once where they should never have been sent."""
    for_good = (burn(first),) if first else ()
    if work is None:
        return Message(_("{count} files dropped; they belong to no criterion.").format(count=formats.count(count)), for_good)
    text = _("{code}: {count} documents dropped. State unchanged: {state}.").format(
        code=work.name, count=formats.count(count), state=labels.progress(work.progress, work.percent)
    )
    return Message(text, (Choice(labels.button("send"), f"send:{work.id}"), *for_good), (work.id,))


def burn(first: int) -> Choice:
    """Of what was dropped: it should never have been sent."""
    return Choice(_("Destroy it for good"), f"erase_files:{first}")


def reading() -> Message:
    """A coordinator's table: the loader answers."""
    return Message(_("File received, reading it."))


def listing(work: Work, documents: Sequence[Document], zone: tzinfo, *, may_send: bool) -> Message:
    """What was sent for a row, to be handed back by a tap."""
    choices = [Choice(str(i), f"doc:{one.id}") for i, one in enumerate(documents[:MOST], 1)]
    numbered = len(choices)
    if may_send:
        choices.append(Choice(labels.button("send"), f"send:{work.id}"))
    if not documents:
        return Message(_("{code}: no documents yet.").format(code=work.name), tuple(choices), (work.id,))
    head = _("{code}: {count} documents. Tap a number to have it sent.")
    text = [head.format(code=work.name, count=formats.count(len(documents)))]
    text += [f"{i}. {line(one, zone)}" for i, one in enumerate(documents[:20], 1)]
    return Message("\n".join(text), tuple(choices), (work.id,), numbered=numbered)


def line(one: Document, zone: tzinfo) -> str:
    """`bao cao.pdf, đ/c Ngô Thị Thúy Quỳnh, 20/11/2026`."""
    what = number(one) if one.kind == "number" else formats.shortened(one.name, 50)
    what = f"{what} ({number(one)})" if one.kind != "number" and one.number else what
    return _("{what}, sent by {name} on {day}").format(
        what=what, name=one.person, day=formats.day(one.received_at.astimezone(zone))
    )


def handed(one: Document, path: str, zone: tzinfo, *, mine: bool, further: tuple[Choice, ...] = ()) -> Message:
    """The document itself, for who may see it; of a photo the copy without place data."""
    choices = (Choice(labels.button("mistake"), f"drop_doc:{one.id}"),) if mine else ()
    return Message(line(one, zone), (*further, *choices), file={"path": path, "name": one.copy_name})


def known_by_number(one: Document, zone: tzinfo, *, mine: bool, further: tuple[Choice, ...] = ()) -> Message:
    choices = (Choice(labels.button("mistake"), f"drop_doc:{one.id}"),) if mine else ()
    return Message(_("Only the number was sent: {what}.").format(what=line(one, zone)), (*further, *choices))


def known_by_address(one: Document, zone: tzinfo, *, mine: bool, further: tuple[Choice, ...] = ()) -> Message:
    """The address stands on a line of its own, so that it can be opened or copied."""
    said = known_by_number(one, zone, mine=mine, further=further)
    return replace(said, text=_("Only a link was sent: {what}.").format(what=line(one, zone)) + f"\n{one.name}")


def helper_sent(work: Work, name: str) -> Message:
    """To who answers for the row."""
    text = _("{code}: {name}, who helps with it, has sent documents. The state is unchanged.").format(code=work.name, name=name)
    return Message(text, (Choice(_("Documents"), f"docs:{work.id}"),), (work.id,))


def damaged(names: Sequence[str]) -> Message:
    """To the coordinators: files that were safe and are not any more."""
    text = _(
        "{count} documents are damaged or gone on the server: {names}. Please have them returned from the newest copy "
        "(nhacviec restore), or ask for them again."
    )
    shown = formats.listed([formats.shortened(one, 40) for one in names[:5]])
    return Message(text.format(count=formats.count(len(names)), names=shown))


def erased(count: int) -> Message:
    """Destroyed at once."""
    return Message(
        _("{count} files are destroyed on the server. Please delete them from this chat too.").format(count=formats.count(count))
    )
