"""The demo: a newcomer without a token sees the main job."""

from concurrent.futures import ThreadPoolExecutor

from tests.program import Program


def test_the_demo_plays_a_working_day_and_always_the_same(tmp_path):
    program = Program(tmp_path)
    with ThreadPoolExecutor(2) as both:
        once, bare = both.submit(program, "demo", "--once"), both.submit(program, "demo")
        first, second = once.result(), bare.result()
    assert first.status == 0, first.err
    assert first.err == ""
    last = first.out[first.out.rindex("\n  → ") :]
    assert "Hồ Thanh Sơn" in last
    assert "Tiến độ" in last
    assert "Dự kiến" in last
    assert "Hệ thống chưa hiểu" not in first.out, "a newcomer sees it understand"
    assert "lỗi" not in first.out
    assert second.out == first.out, "without a terminal it is the same transcript"
    assert not (tmp_path / "data").exists()
