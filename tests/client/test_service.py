"""The client against a real service."""

import os
import re
import subprocess
import sys
from datetime import date

import pytest

from matcher_client import CaseFaulty, Client, NotAllowed, NotFound, Refused
from tests.client.rebuild_answers import ROOT
from tests.service.server import EXAMPLE

DAY = date(2026, 10, 12)


@pytest.fixture
def coach(served):
    with Client(served.url, served.keys["coach"]) as made:
        yield made


def test_a_case_comes_back_as_typed_answers(coach):
    page = coach.cases.rankings(EXAMPLE, view="coach", on=DAY, limit=3)
    assert page["audience"] == "coach"
    assert len(page["occupations"]) == 3
    following = coach.cases.rankings(EXAMPLE, view="coach", on=DAY, limit=1, offset=page["page"]["next_offset"])
    assert following["occupations"][0]["rank"] == 4
    checked = coach.cases.check(EXAMPLE, "isco:4226", view="coach", on=DAY)
    assert checked["occupation"]["findings"]
    assert coach.cases.stage(EXAMPLE, on=DAY)["stage"]["code"]


def test_a_document_and_a_calendar_come_back_as_files(coach):
    made = coach.cases.document(EXAMPLE, "profile", audience="new-employer", format="md", work=["isco:4226"], on=DAY)
    assert made.decode("utf-8").startswith("#")
    assert coach.cases.calendar_file(EXAMPLE, format="ics", on=DAY).startswith(b"BEGIN:VCALENDAR")


def test_a_dossier_is_stored_read_extended_and_erased(coach):
    stored = coach.dossiers.store(EXAMPLE)
    mark = stored["dossier"]
    assert coach.dossiers.read(mark)["case"]["id"] == "P1-thuishulp"
    assert coach.dossiers.add(mark, EXAMPLE, after=stored["number"])["number"] == stored["number"] + 1
    with pytest.raises(Refused) as late:
        coach.dossiers.add(mark, EXAMPLE, after=stored["number"])
    assert late.value.status == 409
    assert coach.dossiers.accesses(mark)["accesses"]
    coach.dossiers.erase(mark)
    with pytest.raises(NotFound):
        coach.dossiers.read(mark)


def test_the_index_is_filled_ranked_and_emptied(coach):
    feed = [{"id": "c1", "titel": "Receptionist", "plaats": "Deventer", "tekst": "Je ontvangt bezoekers."}]
    assert coach.index.add(feed, on=DAY)["in_all"] == 1
    ranked = coach.index.rank(EXAMPLE, view="coach", on=DAY)
    assert ranked["counts"]["listed"] == 1
    assert coach.index.drift(on=DAY)["vacancies"] == 1
    ids = [each["id"] for each in (*ranked["open"], *ranked["closed"])]
    assert coach.index.remove(ids, on=DAY)["in_all"] == 0


def test_a_paper_is_read(coach):
    assert (
        coach.papers.read(b"Curriculum vitae\n\nWerkervaring\n2012 - 2016 receptionist\n", "cv.txt")["questions"]
        is not None
    )


def test_a_vum_profile_goes_out_and_comes_back_as_the_start_of_a_case(coach):
    out = coach.vum.write(EXAMPLE, own_id="deel-1", agreed=DAY, work=["isco:4226", "isco:4110"], on=DAY)
    assert len(out["profile"]["bemiddelingsberoep"]) == 2
    back = coach.vum.read(out["profile"], case_id="verzonnen-2")
    assert back["case"]["id"] == "verzonnen-2"
    with pytest.raises(CaseFaulty):
        coach.vum.write(EXAMPLE, own_id="deel-1", agreed=date(2026, 10, 13), work=["isco:4226"], on=DAY)


def test_faults_of_a_case_come_back_with_their_place(coach):
    with pytest.raises(CaseFaulty) as caught:
        coach.cases.zoekprofiel({"schema": "matcher/case/1", "id": "x", "forms": [{"kind": "?"}]}, view="coach")
    assert any(fault.field.startswith("forms.0") for fault in caught.value.faults)


def test_a_jobhunter_who_asks_for_items_and_a_wrong_key_are_refused(served):
    with Client(served.url, served.keys["jobs"]) as jobs, pytest.raises(NotAllowed):
        jobs.cases.zoekprofiel(EXAMPLE, view="coach", on=DAY)
    with Client(served.url, "mtr_aaaaaaaa_" + "x" * 43) as nobody, pytest.raises(NotAllowed):
        nobody.occupations.list()


def test_health_readiness_and_metrics(served):
    with Client(served.url, served.keys["admin"]) as admin:
        assert admin.system.ready() is not None
        assert "matcher" in admin.system.metrics()


def test_the_example_in_the_readme_of_the_client_runs(served):
    (example,) = re.findall(r"```python run\n(.*?)```", (ROOT / "client" / "README.md").read_text("utf-8"), re.DOTALL)
    environment = {**os.environ, "MATCHER": served.url, "KEY": served.keys["coach"],
                   "PYTHONPATH": str(ROOT / "client" / "src")}  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", example], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "422" in done.stdout
