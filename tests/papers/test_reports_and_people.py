"""Labour experts' reports and CVs in words and as data."""

import json

import pytest

from matcher.domain.case import EducationLevel
from matcher.papers import Answer, DocumentKind, ReportStatus, read_document

REPORT = """Arbeidsdeskundig onderzoek
Conceptrapport
Datum rapport: 14-09-2026
Naam werknemer: Jan Voorbeeld

1. Is werknemer geschikt voor het eigen werk?
Nee, werknemer is niet geschikt voor het eigen werk.
2. Is het eigen werk passend te maken met aanpassingen?
Nee, het eigen werk is niet passend te maken.
3. Is er ander passend werk bij de eigen werkgever?
Dat is op dit moment nog niet duidelijk.
4. Is er passend werk bij een andere werkgever?
Ja, het tweede spoor is nodig.

Passende functies:
- receptionist
- planner (transport)

Niet passende functies:
- magazijnmedewerker

Advies tweede spoor
Zoek in administratief werk in de regio.
"""
CV = """Curriculum vitae
Naam: Jan Voorbeeld
Adres: Voorbeeldstraat 1, 1234 AB Voorbeeldstad
Geboortedatum: 01-02-1970
Telefoon: 0612345678

Werkervaring
2012 - heden  Magazijnmedewerker, Voorbeeld Logistiek BV
- orders verzamelen
2005 - 2012  Chauffeur bij Voorbeeld Transport

Opleiding
2009 - 2011  MBO niveau 2 Logistiek medewerker, diploma behaald

Talen
Nederlands: moedertaal
Engels: redelijk

Rijbewijs: B en BE
"""
ENGLISH = """Jan Example
Curriculum Vitae
Work experience
Jan 2015 – Present
Warehouse Operator
Example Logistics Ltd
• picking orders
Education
2008 – 2010 Bachelor of Business, Example University of Applied Sciences, graduated
Languages
English (native), Dutch (B1)
Driving licence: B
"""
EUROPASS = {
    "SkillsPassport": {
        "LearnerInfo": {
            "Identification": {"PersonName": {"FirstName": "Jan"}},
            "WorkExperience": [
                {"Period": {"From": {"Year": 2012}, "To": {"Year": 2019}}, "Position": {"Label": "planner"}}
            ],
            "Education": [{"Period": {"To": {"Year": 2011}}, "Title": "MBO niveau 4 logistiek"}],
            "Skills": {"Linguistic": {"MotherTongue": [{"Description": {"Label": "Nederlands"}}]}},
        }
    }
}
XML = (
    "<SkillsPassport><WorkExperience><Period><From year='2012'/><To year='2019'/></Period><Position><Label>planner"
    "</Label></Position></WorkExperience><Education><Period><To year='2011'/></Period><Title>mbo 4 logistiek</Title>"
    "</Education></SkillsPassport>"
)


@pytest.fixture
def read(tmp_path):
    def reading(text: str, ending: str = "txt"):
        path = tmp_path / f"document.{ending}"
        path.write_text(text, encoding="utf-8")
        return read_document(path)

    return reading


def test_a_labour_experts_report_gives_its_four_answers_functions_date_and_status(read):
    reading = read(REPORT)
    found = reading.labour_expert
    assert reading.kind is DocumentKind.LABOUR_EXPERT_REPORT
    assert [each.answer for each in found.answers] == [Answer.NO, Answer.NO, Answer.UNCLEAR, Answer.YES]
    assert (found.advised, found.rejected) == (("receptionist", "planner"), ("magazijnmedewerker",))
    assert (found.date.isoformat(), found.status) == ("2026-09-14", ReportStatus.DRAFT)
    assert "administratief" in found.direction
    assert [question.key for question in reading.questions()] == ["ad_other_work_own_employer"]
    assert reading.person_part().labour_expert.rejected == ("magazijnmedewerker",)


def test_a_dutch_cv_becomes_the_persons_part_of_a_case_without_identity(read):
    person = read(CV).person_part()
    assert [(job.title, job.from_year, job.to_year) for job in person.experience] == [
        ("Magazijnmedewerker", 2012, None),
        ("Chauffeur", 2005, 2012),
    ]
    assert person.experience[0].tasks == ("orders verzamelen",)
    assert (person.education[0].level, person.education[0].finished) == (EducationLevel.MBO2, True)
    assert person.licences == ("B", "BE")
    assert [(each.language, each.spoken) for each in person.languages] == [
        ("Nederlands", "native"),
        ("Engels", "basic"),
    ]
    for word in ("Jan", "Voorbeeldstraat", "1970", "0612345678", "1234"):
        assert word not in repr(person)


def test_an_english_cv_is_read_too(read):
    person = read(ENGLISH).person_part()
    assert [job.title for job in person.experience] == ["Warehouse Operator"]
    assert person.education[0].level is EducationLevel.HBO
    assert person.licences == ("B",)


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        (json.dumps(EUROPASS), "json"),
        (XML, "xml"),
        (('{"work": [{"position": "planner", "startDate": "2012-01", "endDate": "2019"}], "basics": {"name": "Jan"}, '
         '"education": [{"studyType": "mbo 4", "area": "logistiek", "endDate": "2011"}]}'), "json"),
    ],
)  # fmt: skip
def test_europass_and_json_resume_are_read_as_data(read, text, ending):
    person = read(text, ending).person_part()
    assert [(job.title, job.from_year, job.to_year) for job in person.experience] == [("planner", 2012, 2019)]
    assert person.education[0].level is EducationLevel.MBO4
    assert person.education[0].year == 2011
    assert "Jan" not in repr(person)


def test_an_education_without_a_level_is_asked(read):
    reading = read(CV.replace("MBO niveau 2", "MBO"))
    assert not reading.person_part().education
    assert "opleiding_1" in {question.key for question in reading.questions()}
