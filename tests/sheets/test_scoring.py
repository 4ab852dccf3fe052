"""How a row is marked, in the form: the template and any list written in its form read back whole and without a doubt."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as drawn
from hypothesis import strategies as some
from sqlalchemy import select

from bot import sheets
from bot.sheets.scoring import way_of
from locales.papers import assignments, template
from locales.say import scoring as say
from storage.loading import given, loads, standing
from storage.rules.scoring import Rule, Way
from storage.tables import Criterion
from storage.work import campaigns
from tests.sheets.test_export import NOW, SAMPLE, exported, load, office  # noqa: F401 - the fixture


@pytest.fixture
def form(tmp_path):
    return template.write(tmp_path / "mau.xlsx", 2026)


def filled(form, **cells):
    """The template with cells of its second row typed over, by heading."""
    book = openpyxl.load_workbook(form)
    page = book.worksheets[0]
    places = {cell.value: cell.column for cell in page[1]}
    for heading, value in cells.items():
        page.cell(3, places[heading.replace("_", " ")]).value = value
    book.save(form)
    return sheets.parse(form)


def test_the_template_reads_back_without_a_doubt(form):
    found = sheets.parse(form)
    assert (found.error, found.flags, len(found.rows)) == (None, (), 3)
    rules = [Rule.from_dict(row.rule) for row in found.rows]
    assert rules[1] == Rule(None, Way.RATIO, Decimal(98), Decimal(70), measure="nhiệm vụ", cut_off=date(2026, 12, 14))
    assert rules[0] == rules[2] == Rule(way=Way.DEADLINE, late=Decimal(50))


def test_every_way_is_offered_in_excel_and_read_by_its_name_and_example(form):
    book = openpyxl.load_workbook(form)
    lists = [one.formula1 for one in book.worksheets[0].data_validations.dataValidation]
    assert '"' + ",".join(say.way(one) for one in Way) + '"' in lists
    for one in Way:
        found = filled(form, **{"Cách_chấm": say.way(one), "Ngưỡng,_mức_điểm": say.example(one)})
        assert (found.flags, way_of(say.way(one))) == ((), one)
        rule = Rule.from_dict(found.rows[1].rule)
        assert rule.way is one
        assert say.figures(rule) == say.example(one)


@pytest.mark.parametrize(
    ("way", "figures"),
    [("Theo mức", "giỏi"), ("Trừ theo lỗi", ""), ("Theo số lượng", "nhiều"), ("Theo tỷ lệ", "98; 70; 50"), ("Theo cảm tính", "98")],
)
def test_figures_that_cannot_be_are_stored_empty_and_flagged(form, way, figures):
    found = filled(form, **{"Cách_chấm": way, "Ngưỡng,_mức_điểm": figures})
    assert [flag.reason for flag in found.flags] == ["cách chấm: giá trị không hiểu được"]
    assert found.rows[1].rule is None


def test_a_percentage_that_excel_shows_as_such_is_one(form):
    found = filled(form, **{"Ngưỡng,_mức_điểm": 0.98})
    assert Rule.from_dict(found.rows[1].rule).full == 98


def test_an_office_s_own_words_about_marking_are_kept_and_raise_no_doubt(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(
        "Mã;Tiêu chí;Điểm;Cách tính điểm;Đơn vị tính;Người phụ trách;Thời hạn\n"
        "1.1;Giải quyết hồ sơ đúng hạn;2;Từ 98% trở lên: 2 điểm, dưới 98%: 0;Hồ sơ;Trần Văn Mẫu;14/12/2026\n",
        encoding="utf-8",
    )
    found = sheets.parse(path)
    assert found.flags == ()
    assert Rule.from_dict(found.rows[0].rule) == Rule("Từ 98% trở lên: 2 điểm, dưới 98%: 0", measure="Hồ sơ")


NUMBERS = some.decimals(Decimal("0.01"), Decimal(100), places=2).map(lambda one: one.normalize() + 0)
NAMES = some.lists(some.sampled_from(["Xuất sắc", "Tốt", "Khá", "Hoàn thành", "Loại A", "Mức 1"]), min_size=1, unique=True)
COMMON = {
    "text": some.sampled_from([None, "Từ 98 % được điểm tối đa"]),
    "measure": some.sampled_from([None, "hồ sơ", "văn bản"]),
    "cut_off": some.none() | some.dates(date(2026, 1, 1), date(2026, 12, 31)),
    "not_arising": some.sampled_from([None, "full", "excluded"]),
}
RULES = some.one_of(
    some.builds(Rule, way=some.sampled_from([Way.YES_NO, Way.NOT_ARISING, Way.EVIDENCE]), **COMMON),
    some.builds(Rule, way=some.just(Way.RATIO), full=NUMBERS, floor=some.none() | NUMBERS, **COMMON),
    some.builds(
        Rule, way=some.just(Way.STEPS), steps=NAMES.flatmap(lambda names: some.tuples(*(some.tuples(some.just(n), NUMBERS) for n in names))), **COMMON
    ),
    some.builds(Rule, way=some.just(Way.FAULTS), each=NUMBERS, **COMMON),
    some.builds(Rule, way=some.just(Way.COUNT), each=NUMBERS, cap=some.none() | NUMBERS, **COMMON),
    some.builds(Rule, way=some.just(Way.DEADLINE), late=some.none() | NUMBERS, **COMMON),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@drawn(rules=some.lists(RULES, min_size=3, max_size=3))
def test_any_rule_exported_reads_back_as_itself(rules, office, tmp_path):  # noqa: F811
    store, made = office
    if not campaigned(store, made):
        load(office, sheets.parse(SAMPLE))
    with store.transaction() as db:
        leaves = [one for one in standing.of_campaign(db, campaigns.of_year(db, made, 2026)) if not one.is_dropped][:3]
    leaves = [replace(leaf, rule=rule) for leaf, rule in zip(leaves, rules, strict=True)]
    found = sheets.parse(assignments.write(tmp_path / "list.xlsx", 2026, leaves), 2026)
    assert [Rule.from_dict(row.rule) for row in found.rows] == rules
    assert [flag.reason for flag in found.flags] == []


def campaigned(store, made):
    with store.transaction() as db:
        return campaigns.of_year(db, made, 2026)


def test_rules_are_recorded_changed_and_taken_back_with_their_file(office, form, tmp_path):  # noqa: F811
    store, made = office
    first = sheets.parse(form)

    def record(sheet):
        with store.transaction() as db:
            kept = loads.keep(db, made, by=None, name="a.xlsx", sha256="0", year=2026, sheet=sheet.as_dict(extra=True), now=NOW)
            return kept, loads.apply_kept(db, kept, by=None, now=NOW)

    def rules():
        with store.transaction() as db:
            query = select(Criterion.rule).where(Criterion.level == "leaf").order_by(Criterion.position)
            return [Rule.from_dict(one) for one in db.scalars(query)]

    record(first)
    before = rules()
    assert [one.way for one in before] == [Way.DEADLINE, Way.RATIO, Way.DEADLINE]
    again = sheets.parse(exported(office, 2026, tmp_path / "again.xlsx"), 2026)
    with store.transaction() as db:
        assert loads.compare(db, made, 2026, given.read(again.as_dict(extra=True))).is_nothing
    kept, done = record(filled(form, **{"Ngưỡng,_mức_điểm": "95; 60"}))
    assert [(change.leaf.code, list(change.columns)) for change in done.changed] == [("1.1.2", ["rule"])]
    assert (rules()[1].full, rules()[1].floor, rules()[1].measure) == (95, 60, "nhiệm vụ")
    with store.transaction() as db:
        loads.take_back(db, kept, by=None, now=NOW)
    assert rules() == before
