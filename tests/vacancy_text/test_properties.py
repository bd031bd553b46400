"""What holds for every text: the words are really there, nothing breaks, and the quick search equals the slow one."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.domain.vacancy import Evidence, Stated, VacancyRecord
from matcher.reference.tables import read_yaml
from matcher.vacancy_text import understand
from matcher.vacancy_text.demand_words import demand_phrases
from matcher.vacancy_text.needles import branches
from matcher.vacancy_text.passage import passage, plain_same_length
from matcher.vacancy_text.phrases import Phrases, expanded
from tests.vacancy_text.own import rows

PIECES = sorted({piece for row in rows() for piece in re.split(r"(?<=[.,;])\s", row["text"])})
TEXTS = st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join)
NOISE = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200)


def evidence_in(vacancy):
    for name in ("hours", "wage", "education_level", "education_direction", "experience_years", "contract", "start"):
        if (stated := getattr(vacancy, name)) is not None:
            yield stated.evidence
    for group in (vacancy.licences, vacancy.certificates, vacancy.languages, vacancy.demands):
        yield from (stated.evidence for stated in group)
    yield from (stated.evidence for _, stated in vacancy.patterns)


def check_words(record):
    parts = {"text": record.text, "title": record.title, **dict(record.fields)}
    for proof in evidence_in(understand(record)):
        assert proof.quote
        assert parts[proof.field][proof.start : proof.end] == proof.quote


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_fact_quotes_the_text_exactly(text):
    check_words(VacancyRecord("1", "Medewerker", text))


@settings(max_examples=60, deadline=None)
@given(NOISE, TEXTS)
def test_noise_of_any_alphabet_breaks_nothing(noise, text):
    check_words(VacancyRecord("1", noise[:40], f"{noise}\n{text} {noise}", fields=(("hours", noise[:20]),)))


@given(NOISE)
def test_plain_letters_keep_every_sign_in_its_place(text):
    assert len(plain_same_length(text)) == len(text)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_the_quick_search_finds_what_a_search_with_every_pattern_finds(row):
    raw = read_yaml("vacancy_demands.yaml")
    part = passage("text", row["text"])
    slow = set()
    for group in raw["groups"]:
        for written in group["words"]:
            for branch in branches(expanded(written, raw["macros"])):
                for start, end in zip(part.starts, part.ends, strict=True):
                    hits = re.compile(branch).finditer(part.plain, start, end)
                    slow |= {(group["code"], hit.span()) for hit in hits}
    quick = {(hit.meaning.code, (hit.start, hit.end)) for hit in demand_phrases().search(part)}
    assert quick == slow


def test_a_pattern_without_letters_is_refused():
    with pytest.raises(Exception, match="vast stuk tekst"):
        Phrases([(r"\d+", "figure")])


def test_one_demand_a_channel():
    for row in rows():
        channels = [each.value.channel for each in understand(VacancyRecord("1", row["title"], row["text"])).demands]
        assert len(channels) == len(set(channels))


def test_evidence_and_stated_are_plain_values():
    assert Stated(1, Evidence("text", 0, 1, "a")) == Stated(1, Evidence("text", 0, 1, "a"))
