"""Where points stand, shares, percentages and classes."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rules.points import (
    Caps,
    Parts,
    ScoredRow,
    bonus_of,
    classify,
    index_of,
    parts_of,
    penalty_of,
    percent_of,
    share,
    shown,
    thresholds_of,
)
from storage.rules.status import Kind, Progress, may_follow

TODAY = date(2026, 11, 20)
DATES = {"past": date(2026, 11, 19), "today": TODAY, "later": date(2026, 12, 14), "none": None}


def row(kind="product", progress="not_started", due="later", *, score=None, blocked=False, full="2") -> ScoredRow:
    return ScoredRow(
        None if full is None else D(full),
        Kind(kind),
        Progress(progress),
        DATES[due],
        blocked,
        None if score is None else D(score),
    )


def said(parts: Parts) -> dict[str, str]:
    return {f.name: str(value) for f in fields(parts) if (value := getattr(parts, f.name))}


@pytest.mark.parametrize(
    "given_row, parts",
    [
        (row(), {"open": "2"}),
        (row(progress="in_progress", due="today"), {"open": "2"}),
        (row(due="none"), {"open": "2"}),
        (row(due="past"), {"at_risk": "2"}),
        (row(blocked=True), {"at_risk": "2"}),
        (row(progress="returned"), {"at_risk": "2"}),
        (row(progress="paused"), {"open": "2"}),
        (row(progress="paused", due="past"), {"at_risk": "2"}),
        (row(score="1"), {"open": "2"}),  # an estimate of open work counts for nothing yet
        (row(progress="reported", due="past"), {"waiting": "2"}),
        (row(progress="reported", blocked=True), {"waiting": "2"}),
        (row(progress="reported", score="1.5"), {"waiting": "1.5", "lost": "0.5"}),
        (row(progress="confirmed", due="past"), {"accepted": "2"}),
        (row(progress="confirmed", score="0"), {"lost": "2"}),
        (row(progress="confirmed", score="1.25"), {"accepted": "1.25", "lost": "0.75"}),
        (row(progress="confirmed", score="2.5"), {"accepted": "2"}),  # never above the maximum
        (row(progress="confirmed", score="-1"), {"lost": "2"}),
        (row("survey"), {"survey": "2"}),
        (row("survey", due="past"), {"survey": "2"}),
        (row("survey", "confirmed"), {"survey": "2"}),  # known only by its mark
        (row("survey", score="1.8"), {"accepted": "1.8", "lost": "0.2"}),
        (row("survey", score="0"), {"lost": "2"}),
        (row(progress="not_arising", due="past"), {"accepted": "2"}),
        (row("survey", "not_arising"), {"accepted": "2"}),
        (row(full=None), {}),
        (row("bonus", "confirmed"), {}),
        (row("penalty", score="1"), {}),
        (row("figure", "confirmed", score="1.9384"), {"accepted": "1.9384", "lost": "0.0616"}),
    ],
)
def test_parts_of_one_row(given_row, parts):
    assert said(parts_of(given_row, TODAY)) == parts


@pytest.mark.parametrize("score", [None, "1"])
def test_what_did_not_arise_earns_all_or_leaves_the_maximum(score):
    given_row = row(progress="not_arising", score=score)
    assert said(parts_of(given_row, TODAY, "full")) == {"accepted": "2"}
    assert parts_of(given_row, TODAY, "excluded") == Parts()


@pytest.mark.parametrize(
    "given_row, points",
    [
        (row("bonus", "confirmed"), "2"),
        (row("bonus", "confirmed", score="0.5"), "0.5"),
        (row("bonus", "confirmed", score="3"), "2"),
        (row("bonus", "reported"), "0"),
        (row("bonus", "confirmed", full=None), "0"),
        (row(progress="confirmed"), "0"),
    ],
)
def test_bonus_of(given_row, points):
    assert bonus_of(given_row) == D(points)


@pytest.mark.parametrize(
    "given_row, points",
    [
        (row("penalty"), "0"),
        (row("penalty", score="0.25"), "0.25"),
        (row("penalty", score="-0.25", full="-2"), "0.25"),
        (row("penalty", score="3"), "2"),
        (row("penalty", score="3", full=None), "3"),
        (row("penalty", "not_arising", score="1"), "0"),
        (row(score="1"), "0"),
    ],
)
def test_penalty_of(given_row, points):
    assert penalty_of(given_row) == D(points)


POINTS = st.decimals(0, 20, places=2)
ROWS = st.builds(
    ScoredRow,
    st.none() | POINTS,
    st.sampled_from(Kind),
    st.sampled_from(Progress),
    st.sampled_from(list(DATES.values())),
    st.booleans(),
    st.none() | st.decimals(-1, 25, places=3),
)


@given(rows=st.lists(ROWS, max_size=30), counts=st.sampled_from(["full", "excluded"]))
def test_parts_always_sum_to_the_applicable_maximum(rows, counts):
    applies = [
        r.max_points or D(0)
        for r in rows
        if r.kind not in {"bonus", "penalty"} and not (r.progress == "not_arising" and counts == "excluded")
    ]
    parts = sum((parts_of(r, TODAY, counts) for r in rows), Parts())
    assert parts.maximum == sum(applies)
    assert parts.forecast == parts.maximum - parts.at_risk - parts.survey - parts.lost
    assert all(getattr(parts, f.name) >= 0 for f in fields(parts))


def test_the_figures_of_the_chairpersons_answer():
    parts = Parts(D(33), D(2), D(51), D(9), D(5))
    assert parts.forecast == 86
    assert parts.maximum == 100


@pytest.mark.parametrize(
    "points, n, shares",
    [("1", 3, "0.34 0.33 0.33"), ("1", 12, "0.09 " * 4 + "0.08 " * 8), ("0.5", 4, "0.13 0.13 0.12 0.12"), ("2", 1, "2.00"),
     ("0.005", 2, "0.003 0.002"), ("10", 4, "2.50 2.50 2.50 2.50"), ("0", 2, "0.00 0.00")],
)  # fmt: skip
def test_share(points, n, shares):
    assert [str(each) for each in share(D(points), n)] == shares.split()


@given(points=st.decimals(0, 100, places=4), n=st.integers(1, 60))
def test_shares_sum_exactly_and_differ_by_one_step_at_most(points, n):
    shares = share(points, n)
    assert len(shares) == n
    assert sum(shares) == points
    assert max(shares) - min(shares) <= D("0.01")


def test_points_are_not_shared_among_nobody():
    with pytest.raises(ValueError, match="at least one"):
        share(D(1), 0)


@pytest.mark.parametrize(
    "percent, key",
    [
        ("100", "excellent"),
        ("94.15", "excellent"),  # thị xã Phước Long 2023
        ("90.47", "excellent"),
        ("90.25", "excellent"),  # the best commune of Bình Dương 2017
        ("90", "excellent"),
        ("89.999", "good"),
        ("84.58", "good"),
        ("80.21", "good"),
        ("80", "good"),
        ("79.995", "fair"),  # not to be rounded up
        ("79.11", "fair"),  # mean of Bình Dương 2017
        ("76.61", "fair"),  # Tây Ninh 2021
        ("73.31", "fair"),  # huyện Tánh Linh 2023
        ("65", "fair"),
        ("63.40", "average"),  # Tây Ninh 2021
        ("50", "average"),
        ("49.99", "weak"),
        ("0", "weak"),
        ("-1", "weak"),
    ],
)
def test_classify(percent, key):
    assert classify(D(percent)) == key


def test_classes_are_data():
    khanh_hoa = (("good", D(80)), ("fair", D(70)), ("average", D(50)), ("weak", D(0)))
    assert classify(D(95), khanh_hoa) == "good"
    assert classify(D("69.9"), khanh_hoa) == "average"


@pytest.mark.parametrize(
    "points, maximum, printed, key",
    [
        ("71.11", "97", "73.31", "fair"),  # huyện Tánh Linh 2023: Khá
        ("84.58", "100", "84.58", "good"),  # Thủ Dầu Một 2017: 51,75 + 32,83
        ("83.21", "100", "83.21", "good"),  # phường Nam Sơn 2021: 43,26 + 39,95
        ("62.62", "70", "89.46", "good"),  # Nam Định 2020 (printed there as 89,45: cut)
        ("585", "833", "70.23", "fair"),
        ("41", "85", "48.24", "weak"),
        ("41", "45", "91.11", "excellent"),
        ("23", "39", "58.97", "average"),
        ("2501", "2723", "91.85", "excellent"),
        ("0", "0", "0.00", "weak"),
        ("5", "0", "0.00", "weak"),
    ],
)
def test_percent_of(points, maximum, printed, key):
    percent = percent_of(D(points), D(maximum))
    assert f"{percent:.2f}" == printed
    assert classify(percent) == key


def test_a_percentage_just_under_a_border_stays_under_it():
    assert classify(percent_of(D("79.99999999999999999999999999"), D(100))) == "fair"
    assert classify(percent_of(D("77.6"), D(97))) == "good"  # exactly 80
    assert percent_of(D(2), D(3)) < D(200) / 3


@pytest.mark.parametrize(
    "verified, survey, most, bonus, penalty, rounded, cut, key",
    [  # published figures of real units
        ("71.11", "0", "97", "0", "0", "73.31", "73.30", "fair"),  # huyện Tánh Linh 2023
        ("51.75", "32.83", "100", "0", "0", "84.58", "84.58", "good"),  # TP Thủ Dầu Một 2017: 65 + 35
        ("43.26", "39.95", "100", "0", "0", "83.21", "83.21", "good"),  # phường Nam Sơn 2021: 60 + 40
        ("62.62", "0", "70", "0", "0", "89.46", "89.45", "good"),  # Nam Định 2020, printed cut
        ("64.75", "0", "70", "0", "0", "92.50", "92.50", "excellent"),  # the self marks of the same: a class higher
        ("89", "0", "100", "2", "0.5", "90.50", "90.50", "excellent"),
        ("99", "0", "100", "5", "0", "100.00", "100.00", "excellent"),  # no rate over 100
        ("1", "0", "100", "0", "5", "0.00", "0.00", "weak"),
    ],
)
def test_index_of(verified, survey, most, bonus, penalty, rounded, cut, key):
    found = index_of(D(verified) + D(survey), D(most), bonus=D(bonus), penalty=D(penalty))
    assert str(shown(found)) == rounded
    assert str(shown(found, cut=True)) == cut
    assert classify(found) == key


def test_bonus_and_penalty_are_capped_by_the_year():
    assert index_of(D(80), D(100), bonus=D(4), penalty=D(9), caps=Caps(D(2), D(3))) == 79


@pytest.mark.parametrize(
    "counts, shares",
    [
        ((9, 62, 41, 24), ("6.62", "45.59", "30.15", "17.65")),  # Thừa Thiên Huế 2021, 136 communes by class
        ((1, 48, 39, 3), ("1.10", "52.75", "42.86", "3.30")),  # Bình Dương 2017, 91 communes
    ],
)
def test_shares_of_communes_by_class(counts, shares):
    whole = D(sum(counts))
    assert tuple(str(shown(percent_of(D(n), whole))) for n in counts) == shares


def test_classes_of_a_year_are_read_from_its_data():
    assert classify(D("69.9"), thresholds_of([["average", "50"], ["fair", "70"], ["good", "80"], ["weak", "0"]])) == "average"
    assert classify(D("69.9"), thresholds_of(None)) == "fair"


@given(row=ROWS, counts=st.sampled_from(["full", "excluded"]))
def test_asking_for_more_never_raises_the_forecast(row, counts):
    """Whatever may be sent back (see `storage.rules.status.AFTER`; nobody reports on a survey): its points are at risk from then on."""
    if may_follow(row.progress, Progress.RETURNED) and row.kind is not Kind.SURVEY:
        asked = replace(row, progress=Progress.RETURNED)
        before, after = parts_of(row, TODAY, counts), parts_of(asked, TODAY, counts)
        assert after.forecast <= before.forecast
        assert index_of(after.forecast, D(20)) <= index_of(before.forecast, D(20))


@given(rows=st.lists(ROWS, max_size=20), bonus=POINTS, penalty=POINTS)
def test_no_index_is_over_a_hundred_or_below_nothing(rows, bonus, penalty):
    parts = sum((parts_of(r, TODAY) for r in rows), Parts())
    assert 0 <= index_of(parts.forecast, parts.maximum, bonus=bonus, penalty=penalty) <= 100
