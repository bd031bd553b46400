"""Invented vacancies over the catalogue, with what they ask planted as truth: for load, for benchmarks, for trying out.

Every employer and every place is recognisably invented. The same seed gives the same vacancies.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.demand import Demand
from matcher.domain.vacancy import Evidence, HoursPerWeek, Stated, Vacancy, VacancyRecord, WagePerHour, WorkPlace
from matcher.reference.channels import channels
from matcher.reference.tables import read_csv, read_yaml
from matcher.vacancies.closing_bits import demand_of_form
from matcher.vacancies.columns import NO_DAY, NONE, Columns, Form, Tables, day_number, day_of, marks_of
from matcher.vacancies.requirements import Requirement

_PLACES_MOST = 3000
_NORM_ONLY = 2


@dataclass(frozen=True, slots=True)
class MadeUp:
    """Invented vacancies as columns; any of them can be had as a value, with or without its text.

    Attributes:
        columns: the vacancies.
        catalogue: the occupations that they are about.
        place_names: name of each place, in the order of `columns.tables.places`.
    """

    columns: Columns
    catalogue: Catalogue
    place_names: tuple[str, ...]

    def __len__(self) -> int:
        """Answer how many there are."""
        return len(self.columns)

    def vacancy(self, row: int) -> Vacancy:
        """Answer one vacancy with its text; every fact rests on a sentence of that text.

        Args:
            row: which one, from 0.
        """
        return _Writer(self, row).vacancy()

    def vacancies(self) -> list[Vacancy]:
        """Answer all of them as values."""
        return [self.vacancy(row) for row in range(len(self))]


def made_up_id(row: int) -> str:
    """Answer the id of an invented vacancy.

    Args:
        row: which one, from 0.

    Example:
        >>> made_up_id(7)
        'verzonnen-0000007'
    """
    return f"verzonnen-{row:07d}"


def make_up(count: int, seed: int, on: date, catalogue: Catalogue) -> MadeUp:
    """Answer invented vacancies; the same arguments give the same ones.

    Args:
        count: how many, up to ten million.
        seed: seed of the draw.
        on: the day on which a feed has them.
        catalogue: occupations; what a vacancy states is drawn from the shares of its occupation's jobs.
    """
    mix, rng = read_yaml("vacancy_mix.yaml"), np.random.default_rng(seed)
    occupation = _occupations(count, mix, rng, catalogue)
    names, points, place = _places(count, mix, rng)
    hours = rng.choice(len(mix["hours"]), count, p=_shares([row[2] for row in mix["hours"]]))
    hours = np.where(_chance(rng, count, mix["without_hours_pct"]), NONE, hours)
    least, most = _wages(occupation, mix, rng, catalogue)
    requirement, groups = _requirements(count, mix, rng)
    start, stated, forms = _stated(occupation, mix, rng, catalogue)
    today = day_number(on)
    published = today - rng.integers(0, int(mix["days_back_most"]), count)
    fewest, most_days = mix["days_open"]
    closing = today + rng.integers(fewest, most_days, count)
    expires = np.where(_chance(rng, count, mix["without_expiry_pct"]), NO_DAY, closing)
    columns = Columns(
        Tables(forms, tuple((row[0], row[1]) for row in mix["hours"]), groups, points),
        occupation=occupation.astype(np.uint16),
        education=_education(occupation, mix, rng, catalogue).astype(np.uint16),
        hours=hours.astype(np.uint16),
        wage_least=least,
        wage_most=most,
        requirement=requirement.astype(np.uint32),
        place=place.astype(np.uint32),
        start=start.astype(np.uint32),
        stated=stated.astype(np.uint16),
        published=published.astype(np.uint16),
        expires=expires.astype(np.uint16),
        first_seen=published.astype(np.uint16),
        last_seen=np.full(count, today, np.uint16),
        mark=marks_of(made_up_id(row) for row in range(count)),
    )
    return MadeUp(columns, catalogue, names)


def _chance(rng: np.random.Generator, count: int, percent: float) -> npt.NDArray[np.bool_]:
    return rng.random(count) * 100 < percent


def _shares(weights: Sequence[float]) -> npt.NDArray[np.float64]:
    found: npt.NDArray[np.float64] = np.array(weights, np.float64)
    shares: npt.NDArray[np.float64] = found / found.sum()
    return shares


def _occupations(
    count: int, mix: dict[str, Any], rng: np.random.Generator, catalogue: Catalogue
) -> npt.NDArray[np.int64]:
    chosen = rng.choice(len(catalogue.occupations), count, p=_shares([o.employed_x1000 for o in catalogue.occupations]))
    return np.where(_chance(rng, count, mix["occupation_unknown_pct"]), len(catalogue.occupations), chosen)


def _places(
    count: int, mix: dict[str, Any], rng: np.random.Generator
) -> tuple[tuple[str, ...], tuple[tuple[float, float], ...], npt.NDArray[np.int64]]:
    """Scatter work around the invented places, much in a few of them and little in most."""
    towns = read_csv("places_invented.csv")
    number = max(min(_PLACES_MOST, count // 4), 1)
    town = rng.choice(len(towns), number, p=_shares([1 / (n + 3) for n in range(len(towns))]))
    lat = np.round([float(towns[t]["lat"]) for t in town] + rng.normal(0, 0.06, number), 3)
    lon = np.round([float(towns[t]["lon"]) for t in town] + rng.normal(0, 0.09, number), 3)
    names = tuple(towns[t]["place"] for t in town)
    place = rng.choice(number, count, p=_shares([1 / (n % 97 + 5) for n in range(number)]))
    place = np.where(_chance(rng, count, mix["place_unknown_pct"]), number, place)
    points = (*zip(lat.tolist(), lon.tolist(), strict=True), (float("nan"), float("nan")))
    return (*names, ""), points, place


def _wages(
    occupation: npt.NDArray[np.int64], mix: dict[str, Any], rng: np.random.Generator, catalogue: Catalogue
) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint16]]:
    count, floor = len(occupation), int(Decimal(mix["wage_floor_eur"]) * 100)
    medians = [o.wage_eur_per_hour_2023 or np.nan for o in catalogue.occupations]
    usual = np.array([*medians, np.nan]) * (100 + mix["wage_growth_since_2023_pct"])
    usual = np.where(np.isnan(usual), np.nanmean(usual), usual)[occupation]
    least = np.maximum(usual * np.exp(rng.normal(0, mix["wage_spread_pct"] / 100, count)), floor).astype(np.int64)
    wider = np.array(mix["wage_range_pct"])[rng.integers(0, len(mix["wage_range_pct"]), count)]
    most = least * (100 + wider) // 100
    stated = ~_chance(rng, count, mix["without_wage_pct"])
    return (least * stated).astype(np.uint16), (most * stated).astype(np.uint16)


def _education(
    occupation: npt.NDArray[np.int64], mix: dict[str, Any], rng: np.random.Generator, catalogue: Catalogue
) -> npt.NDArray[np.int64]:
    usual = np.array([*(o.education_level for o in catalogue.occupations), 3])[occupation]
    asked = np.clip(usual + rng.choice([-1, 0, 0, 0, 1], len(occupation)), 1, 7)
    return np.where(_chance(rng, len(occupation), mix["without_education_pct"]), 0, asked)


def _requirements(
    count: int, mix: dict[str, Any], rng: np.random.Generator
) -> tuple[npt.NDArray[np.int64], tuple[tuple[Requirement, ...], ...]]:
    """Draw sets of requirements; the set without any is the first."""
    kinds = [Requirement(kind, name) for kind, name, _ in mix["requirements"]]
    bits = sum(_chance(rng, count, row[2]).astype(np.int64) << n for n, row in enumerate(mix["requirements"]))
    different, number = np.unique(np.append(bits, 0), return_inverse=True)
    groups = (tuple(sorted(kind for n, kind in enumerate(kinds) if code >> n & 1)) for code in different.tolist())
    return number[:-1], tuple(groups)


def _stated(
    occupation: npt.NDArray[np.int64], mix: dict[str, Any], rng: np.random.Generator, catalogue: Catalogue
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], tuple[Form, ...]]:
    """Draw what each vacancy states, from the shares of its occupation's jobs."""
    codes = sorted(mix["demands"])
    chance = float(mix["stated_channels_mean"]) / len(codes)
    owners, numbers = [], []
    forms: list[Form] = []
    for code in codes:
        levels = channels()[code].levels
        within = catalogue.within[:, catalogue.channel_index[code], : levels + 1].astype(np.int64)
        within = np.vstack([np.where(within > 100, 50, within), np.full((1, levels + 1), 50)])  # noqa: PLR2004 percent
        owner = np.flatnonzero(rng.random(len(occupation)) < chance)
        job = rng.integers(0, 100, len(owner))
        strictest = (np.minimum.accumulate(within[occupation[owner]], axis=1) > job[:, None]).sum(axis=1)
        owners.append(owner)
        numbers.append(strictest + len(forms))
        for kept in range(levels + _NORM_ONLY):
            shares = tuple(100 if level < kept else 0 for level in range(levels + 1))
            forms.append((code, shares, shares, (0,) * len(shares), True))
    owner, number = np.concatenate(owners), np.concatenate(numbers)
    order = np.lexsort((number, owner))
    start = np.searchsorted(owner[order], np.arange(len(occupation) + 1))
    return start, number[order], tuple(forms)


class _Writer:
    """Writes one vacancy: its text, and each fact with the sentence that it rests on."""

    def __init__(self, made: MadeUp, row: int) -> None:
        self.made, self.row, self.mix = made, row, read_yaml("vacancy_mix.yaml")
        self.sentences: list[str] = []
        self.length = 0

    def vacancy(self) -> Vacancy:
        columns, row, mix = self.made.columns, self.row, self.mix
        occupations = self.made.catalogue.occupations
        number = int(columns.occupation[row])
        known = number < len(occupations)
        title = occupations[number].title_nl if known else "Medewerker bijzondere zaken"
        employer = f"{mix['employers'][row % len(mix['employers'])]} {row % 89 + 1}"
        place = self.made.place_names[int(columns.place[row])]
        self._say(mix["opening"].format(place=place or "de regio", title=title.lower()))
        facts = {"hours": self._hours(), "wage": self._wage(), "education_level": self._education()}
        asked = [
            (each, self._stated(each.name, mix["requirement_nl"][each.kind].format(name=each.name)))
            for each in columns.tables.requirements[int(columns.requirement[row])]
        ]
        demands = tuple(self._demands())
        self._say(mix["closing"].format(employer=employer))
        record = VacancyRecord(
            id=made_up_id(row),
            title=title,
            text=" ".join(self.sentences),
            employer=employer,
            place=place,
            source="verzonnen vacatures",
            published=day_of(int(columns.published[row])),
            expires=day_of(int(columns.expires[row])),
        )
        named = {kind: tuple(stated for each, stated in asked if each.kind == kind) for kind in _KINDS}
        return Vacancy(
            record=record,
            occupation_id=occupations[number].id if known else None,
            occupation_probability=1.0 if known else 0.0,
            licences=named["licence"],
            certificates=named["certificate"],
            languages=named["language"],
            place=WorkPlace(place, *columns.tables.places[int(columns.place[row])]) if place else None,
            demands=demands,
            **facts,  # type: ignore[arg-type]  # each by its own name
        )

    def _say(self, sentence: str) -> Evidence:
        start = self.length
        self.sentences.append(sentence)
        self.length += len(sentence) + 1
        return Evidence("text", start, start + len(sentence), sentence)

    def _stated(self, value: Any, sentence: str) -> Stated[Any]:
        return Stated(value, self._say(sentence))

    def _hours(self) -> Stated[HoursPerWeek] | None:
        number = int(self.made.columns.hours[self.row])
        if number == NONE:
            return None
        least, most = self.made.columns.tables.hours[number]
        text = least if least == most else f"{least} tot {most}"
        return self._stated(HoursPerWeek(Decimal(least), Decimal(most)), self.mix["hours_nl"].format(hours=text))

    def _wage(self) -> Stated[WagePerHour] | None:
        least = Decimal(int(self.made.columns.wage_least[self.row])) / 100
        most = Decimal(int(self.made.columns.wage_most[self.row])) / 100
        if not least:
            return None
        shown = [f"{each:.2f}".replace(".", ",") for each in (least, most)]
        basis = f"{shown[0]} tot {shown[1]} euro per uur"
        sentence = self.mix["wage_nl"].format(least=shown[0], most=shown[1])
        return self._stated(WagePerHour(least, most, basis, assumed=False), sentence)

    def _education(self) -> Stated[int] | None:
        level = int(self.made.columns.education[self.row])
        return self._stated(level, self.mix["education_nl"][level]) if level else None

    def _demands(self) -> list[Stated[Demand]]:
        columns = self.made.columns
        first, end = int(columns.start[self.row]), int(columns.start[self.row + 1])
        found = []
        for number in columns.stated[first:end].tolist():
            form = columns.tables.forms[number]
            kept = form[1].count(100)
            demand = demand_of_form(form)
            found.append(self._stated(demand, self.mix["demands"][form[0]][kept]))
        return found


_KINDS = ("licence", "certificate", "language")
