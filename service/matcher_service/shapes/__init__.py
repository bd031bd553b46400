"""The shapes of the answers, for the published description. The library makes answers; tests hold them to this."""

from pydantic import BaseModel

from matcher_service.shapes.base import Problem
from matcher_service.shapes.dossiers import AccessesAnswer, DossierAnswer, DossiersAnswer, RetentionAnswer, StoredAnswer
from matcher_service.shapes.forms import FormAnswer, PaperAnswer
from matcher_service.shapes.lookups import OccupationAnswer, OccupationsAnswer, TitlesAnswer
from matcher_service.shapes.occupations import Check, JobsCheck, JobsRanking, Ranking
from matcher_service.shapes.profiles import JobsZoekprofiel, Zoekprofiel
from matcher_service.shapes.texts import CalendarAnswer, ExplanationAnswer, StageAnswer, TextAnswer
from matcher_service.shapes.vacancies import (
    DriftAnswer,
    IndexAnswer,
    IndexChange,
    IndexRanking,
    JobsVacancies,
    Vacancies,
)
from matcher_service.shapes.vum import VumProfileAnswer, VumReadingAnswer

SHAPES: tuple[type[BaseModel], ...] = (
    Problem,
    Zoekprofiel,
    JobsZoekprofiel,
    Ranking,
    JobsRanking,
    Check,
    JobsCheck,
    FormAnswer,
    PaperAnswer,
    Vacancies,
    JobsVacancies,
    TextAnswer,
    ExplanationAnswer,
    StageAnswer,
    CalendarAnswer,
    OccupationsAnswer,
    OccupationAnswer,
    TitlesAnswer,
    StoredAnswer,
    DossiersAnswer,
    DossierAnswer,
    RetentionAnswer,
    AccessesAnswer,
    IndexRanking,
    IndexAnswer,
    DriftAnswer,
    IndexChange,
    VumReadingAnswer,
    VumProfileAnswer,
)
EITHER = {
    "ZoekprofielAnswer": ("Zoekprofiel", "JobsZoekprofiel"),
    "RankingAnswer": ("Ranking", "JobsRanking"),
    "VacanciesAnswer": ("Vacancies", "JobsVacancies"),
    "IndexRankingAnswer": ("IndexRanking", "JobsVacancies"),
    "CheckAnswer": ("Check", "JobsCheck"),
}
"""Answers with a shape per view."""

__all__ = ["EITHER", "SHAPES"]
