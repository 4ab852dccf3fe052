"""What rows would earn, reckoned for many at once: instances share the points of their leaf, and documents count while they live."""

from decimal import Decimal as D

import pytest
from sqlalchemy import insert, select, update

from storage.rules.scoring import Rule, Way
from storage.rules.status import Kind, Progress
from storage.tables import Assignment, Evidence, EvidenceFor
from storage.work import figures
from tests.flows.small_office import Office
from tests.flows.test_figures import RATE, give

DONE = {"progress": Progress.REPORTED.value}


def test_instances_share_the_points_of_their_leaf(office: Office):
    row = give(office, "1.2.4", RATE, kind=Kind.RECURRING, points="5")
    with office.store.transaction() as db:
        first = db.execute(select(Assignment.__table__).where(Assignment.id == row)).one()._asdict()
        first.pop("id")
        second = db.scalar(insert(Assignment).values(**(first | {"period": "Quý II"})).returning(Assignment.id))
        told = {"figure": "98"}
        assert figures.foreseen_of(db, {row: told, second: told}) == {row: {"foreseen": D("2.5")}, second: {"foreseen": D("2.5")}}
        db.execute(update(Assignment).where(Assignment.id == second).values(dropped_at=office.now))
        assert figures.foreseen(db, row, told) == {"foreseen": D(5)}


@pytest.mark.parametrize("sent, withdrawn, earns", [(False, False, 0), (True, False, 5), (True, True, 0)], ids=["none", "one", "withdrawn"])
def test_where_a_document_has_to_prove_it_only_a_live_one_does(office: Office, sent: bool, withdrawn: bool, earns: int):
    row = give(office, "1.2.4", Rule(way=Way.EVIDENCE), kind=Kind.PRODUCT, points="5")
    with office.store.transaction() as db:
        if sent:
            paper = {"office_id": office.id, "person_id": office.ngan, "batch": "b", "kind": "document", "name": "a.pdf", "size": 9, "sha256": "a" * 64}
            made = db.scalar(insert(Evidence).values(**paper, received_at=office.now, withdrawn_at=office.now if withdrawn else None).returning(Evidence.id))
            db.execute(insert(EvidenceFor).values(evidence_id=made, assignment_id=row, at=office.now))
        assert figures.foreseen(db, row, DONE) == {"foreseen": D(earns)}
