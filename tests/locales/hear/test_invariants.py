"""What must hold for any reply: what carries no meaning changes none, lost marks never finish the work, nothing breaks or is slow."""

import re
import time
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locales.hear import Meaning, fold, understand

TODAY = date(2026, 11, 10)
FIXED = settings(derandomize=True, deadline=None, max_examples=80, print_blob=True)

PLAIN = (
    "em làm xong rồi",
    "đã nộp báo cáo hôm qua",
    "đang làm được 60%",
    "chưa làm gì",
    "chưa xong",
    "cơ bản hoàn thành",
    "thứ 6 em nộp",
    "xin lùi đến 20/11",
    "vướng kinh phí",
    "không phải việc của em",
    "tự chấm 1,5 điểm",
    "1.2 xong rồi còn 1.3 chưa làm",
    "tiêu chí 2.3 đang triển khai",
    "hình như xong rồi",
    "mai nhắc lại",
)
NOT_DONE = (
    "chưa xong",
    "chưa hoàn thành",
    "chưa làm",
    "chưa nộp",
    "chưa gửi báo cáo",
    "không làm",
    "sắp xong",
    "gần hoàn thành",
    "cơ bản xong",
    "đang làm",
    "đã xong đâu",
    "làm gì đã xong",
    "chưa thực hiện được",
    "mai xong",
    "thứ 6 em nộp",
    "xong dự thảo rồi",
    "còn chờ chủ tịch ký",
    "xong rồi nhưng chưa nộp",
    "được 60% rồi",
)
DONE_VERBS = (
    "xong",
    "hoàn thành",
    "hoàn tất",
    "làm",
    "thực hiện",
    "nộp",
    "gửi",
    "ký",
    "ban hành",
    "công khai",
    "tổ chức",
    "đưa lên",
)
SPOKEN = (
    "đã xong", "chưa làm", "đang làm", "đã nộp", "chưa xong", "sắp xong", "vướng kinh phí", "xin gia hạn", "nộp rồi", "hoàn thành rồi",
    "chưa thực hiện", "đang triển khai", "mai em nộp", "không phải việc của em", "đã rõ", "tự chấm",
)  # fmt: skip
LEADS = ("dạ ", "vâng ", "dạ anh, ", "em báo cáo anh, ", "thưa sếp, ", "sếp ơi ", "dạ thưa chị, ", "kính báo cáo lãnh đạo, ")
TAILS = (" ạ", " nhé", " nha anh", " nghen", " sếp ơi", " anh ạ", " nhé chị", ".", "!", " ...", " 😀", " ạ.", "   ")
GREETINGS = ("em chào anh, ", "báo cáo chị ", "báo cáo sếp, ", "cho em báo cáo: ", "ui ", "alo ", "Kính gửi đồng chí, ", "")
FAREWELLS = (" :))", ". Em xin báo cáo.", ", anh thông cảm", ". Trân trọng!", " nghen chị", " nha sếp")
KEYS = {"\u0301": ("s", "1"), "\u0300": ("f", "2"), "\u0309": ("r", "3"), "\u0303": ("x", "4"), "\u0323": ("j", "5")}


def said(meaning: Meaning) -> dict[str, object]:
    return meaning.as_dict()


def keyed(word: str, *, vni: bool) -> str:
    """A word as its keys are struck, tone last: "đã" is "ddax" or "d9a4"."""
    tone, keys = "", []
    for sign in unicodedata.normalize("NFD", word.replace("đ", "d9" if vni else "dd")):
        if sign in KEYS:
            tone = KEYS[sign][vni]
        elif sign == "\u0302":
            keys.append("6" if vni else keys[-1])
        elif sign == "\u031b":
            keys.append("7" if vni else "w")
        elif sign == "\u0306":
            keys.append("8" if vni else "w")
        else:
            keys.append(sign)
    return "".join(keys) + tone


@FIXED
@given(st.sampled_from(PLAIN), st.sampled_from(LEADS), st.lists(st.sampled_from(TAILS), max_size=3))
def test_politeness_address_and_punctuation_change_no_meaning(text: str, lead: str, tails: list[str]):
    assert said(understand(lead + text + "".join(tails), TODAY)) == said(understand(text, TODAY))


@pytest.mark.parametrize("lead", GREETINGS)
@pytest.mark.parametrize("tail", FAREWELLS)
def test_greetings_reports_and_smiles_change_no_meaning(lead: str, tail: str):
    for text in PLAIN:
        assert said(understand(lead + text + tail, TODAY)) == said(understand(text, TODAY)), lead + text + tail


@FIXED
@given(st.sampled_from(PLAIN), st.sampled_from(["NFC", "NFD"]), st.booleans())
def test_case_and_composition_change_no_meaning(text: str, form: str, upper: bool):
    typed = unicodedata.normalize(form, text.upper() if upper else text)
    assert said(understand(typed, TODAY)) == said(understand(text, TODAY))


@FIXED
@given(st.sampled_from(NOT_DONE), st.sampled_from(("", *LEADS)), st.sampled_from(("", *TAILS)), st.data())
def test_lost_marks_never_finish_the_work(text: str, lead: str, tail: str, data: st.DataObject):
    words = (lead + text + tail).split(" ")
    stripped = [fold(word) if data.draw(st.booleans()) else word for word in words]
    assert understand(" ".join(stripped), TODAY).status != "done"
    assert understand(fold(lead + text + tail), TODAY).status != "done"


@FIXED
@given(
    st.sampled_from(DONE_VERBS),
    st.sampled_from(("", "em ", "bên em ", "tiêu chí 1.2 ")),
    st.sampled_from(("", " ạ", " nhé anh", " báo cáo")),
)
def test_chưa_before_a_done_verb_is_never_done(verb: str, who: str, tail: str):
    for text in (f"{who}chưa {verb}{tail}", f"{who}chưa {verb} được{tail}", f"{who}vẫn chưa {verb} xong{tail}"):
        for typed in (text, fold(text)):
            meaning = understand(typed, TODAY)
            assert "done" not in (meaning.status, *(item.status for item in meaning.items)), typed


@pytest.mark.parametrize("text", SPOKEN)
@pytest.mark.parametrize("vni", [False, True], ids=["telex", "vni"])
def test_keys_that_were_not_converted_are_the_words(text: str, vni: bool):
    typed = " ".join(keyed(word, vni=vni) for word in text.split())
    assert said(understand(typed, TODAY)) == said(understand(text, TODAY))


@FIXED
@given(st.text(max_size=2000))
def test_any_characters_are_taken_without_a_fault(text: str):
    assert isinstance(said(understand(text, TODAY)), dict)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.text(alphabet="bcdfghjklmnpqrstvwxz~!@#$^*()_+=|\\:;'<>?/ ", min_size=2000, max_size=2000))
def test_two_thousand_random_characters_give_no_status(text: str):
    meaning = understand(text, TODAY)
    assert (meaning.status, meaning.items) == (None, ())


@pytest.mark.parametrize(
    "piece",
    [
        "xong rồi ",
        "chưa làm ",
        "anh ơi ",
        "1.2.3 ",
        "12/15 ",
        "mai hoặc mốt ",
        "đang làm nhưng ",
        "aaaa ",
        ". , ",
        "không phải là ",
    ],
)
def test_the_time_grows_with_the_length_only(piece: str):
    understand(piece * 40, TODAY)
    short, long = (piece * 2000)[:180], (piece * 2000)[:1800]
    few = min(_seconds(short) for _ in range(5))
    many = min(_seconds(long) for _ in range(3))
    assert many < 10 * 8 * few, "ten times the text took more than eighty times as long"


def _seconds(text: str) -> float:
    before = time.process_time()
    for _ in range(3):
        understand(text, TODAY)
    return time.process_time() - before


def test_a_text_too_long_to_be_a_reply_is_not_read():
    before = time.process_time()
    assert said(understand("xong rồi " * 100_000, TODAY)) == {"intent": "other"}
    plain = time.process_time()
    re.findall(r"\w+", unicodedata.normalize("NFC", "xong rồi " * 100_000))
    assert plain - before < 50 * (time.process_time() - plain)


SLIPS = (lambda word, at: word[:at] + word[at] + word[at:], lambda word, at: word[:at] + word[at + 1] + word[at] + word[at + 2 :])


@FIXED
@given(st.sampled_from(("chưa", "không", "đang")), st.sampled_from(DONE_VERBS), st.sampled_from(SLIPS), st.integers(0, 2))
def test_a_slip_in_the_word_that_says_not_done_never_finishes_the_work(word: str, verb: str, slip, at: int):
    typed = f"em {slip(word, at)} {verb}"
    assert understand(f"em {word} {verb}", TODAY).status != "done"
    assert understand(typed, TODAY).status != "done", typed


@pytest.mark.parametrize("text", ["sở chưa thẩm định xong", "em chưa dám chắc là đã nộp xong", "kế hoạch tỉnh chưa ký ban hành"])
def test_a_finished_verb_after_a_not_of_its_clause_is_not_finished(text: str):
    for typed in (text, fold(text)):
        assert understand(typed, TODAY).status != "done", typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chhưa xong", "chưa xong"),
        ("đnag làm", "đang làm"),
        ("cuối thágn này xong", "cuối tháng này xong"),
        ("thứ 6 nộp đợc không", "thứ 6 nộp được không"),
        ("hình nhu xong rồi", "hình như xong rồi"),
        ("cam ket thu 6 xong", "cam kết thứ 6 xong"),
        ("wifi co quan hong", "wifi cơ quan hỏng"),
    ],
)
def test_what_is_no_word_is_read_as_the_word_it_nearly_spells(typed: str, meant: str):
    assert said(understand(typed, TODAY)) == said(understand(meant, TODAY))


WISHES = """em sẽ cố | em hứa | phấn đấu | mong | ước gì | nếu | giá mà | cần | phải | muốn | mục tiêu là | yêu cầu | trước khi | chờ đến khi | để
 | ráng | có thể | dự kiến | khó mà | không kịp | giả sử | lỡ | hễ | miễn là | trừ khi | liệu | tin là | hy vọng | giục | hạn | lâu lắm mới
 | mới chỉ | vừa định | nhờ anh | cứ ghi | thứ 6 | cuối tháng""".replace("\n", " ").split(" | ")
FINISHED = ("xong", "làm xong", "hoàn thành", "gửi báo cáo xong", "xong trước hạn", "hoàn thành 100%", "ký xong", "làm xong hết")


@pytest.mark.parametrize("wish", [wish.strip() for wish in WISHES])
def test_a_wish_a_plan_a_condition_or_an_order_finishes_nothing(wish: str):
    said = [spelled for done in FINISHED for spelled in (f"{wish} {done}", fold(f"{wish} {done}"), f"{wish} {done} nhé anh")]
    assert [text for text in said if understand(text, TODAY).status == "done"] == []
