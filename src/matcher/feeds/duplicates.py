"""The same vacancy from several boards counts once: title, employer and place, then the likeness of the texts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rapidfuzz import fuzz

from matcher.domain.vacancy import VacancyRecord
from matcher.feeds.rules import feed_rules
from matcher.reference.text_signals import plain

_SIGNS = re.compile(r"[^a-z0-9]+")
_PLACE_END = re.compile(r"[,(/;].*$")
_SOURCES, _URLS = "sources", "urls"


class Merger:
    """Keeps one of each vacancy; a later copy adds its source and what the first did not say."""

    def __init__(self) -> None:
        self._kept: list[VacancyRecord] = []
        self._by_id: dict[str, int] = {}
        self._by_title: dict[tuple[str, str], list[int]] = {}
        self._keys: list[tuple[str, str, str]] = []
        self.merged = 0

    def add(self, record: VacancyRecord) -> bool:
        """Take a record; answer whether it is a vacancy that was not there yet.

        Args:
            record: the record.
        """
        title, employer, place = key = _key(record)
        at = self._by_id.get(record.id)
        if at is None:
            at = next(
                (each for each in self._candidates(title, employer, place) if self._same(each, record, key)), None
            )
        if at is not None:
            self._kept[at] = _joined(self._kept[at], record)
            self.merged += 1
            return False
        number = len(self._kept)
        self._kept.append(record)
        self._keys.append(key)
        self._by_id[record.id] = number
        for shelf in {employer, place, ""}:
            self._by_title.setdefault((title, shelf), []).append(number)
        return True

    def records(self) -> tuple[VacancyRecord, ...]:
        """Answer the vacancies, each once, in the order in which they came."""
        return tuple(self._kept)

    def _candidates(self, title: str, employer: str, place: str) -> Iterator[int]:
        most = feed_rules().similar["most_compared"]
        seen: set[int] = set()
        for shelf in dict.fromkeys((employer, place)):
            if shelf:
                for number in self._by_title.get((title, shelf), ())[-most:]:
                    if number not in seen:
                        seen.add(number)
                        yield number
        if not employer and not place:
            yield from self._by_title.get((title, ""), ())[-most:]

    def _same(self, at: int, record: VacancyRecord, key: tuple[str, str, str]) -> bool:
        _, employer, place = self._keys[at]
        rules = feed_rules().similar
        if place and key[2] and place != key[2]:
            return False
        if employer and key[1] and employer != key[1] and fuzz.ratio(employer, key[1]) < rules["employer_pct"]:
            return False
        first, second = self._kept[at].text, record.text
        if first == second:
            return True
        # One board that gives two ids means two jobs.
        if record.source and self._kept[at].source == record.source:
            return False
        most = rules["compared_signs"]
        one, two = plain(first[:most]), plain(second[:most])
        short = min(len(one), len(two))
        if short == 0:
            return bool(employer and key[1] and place and key[2])
        if short < rules["short_signs"] and max(len(one), len(two)) > rules["longer"] * short:
            return bool(fuzz.partial_ratio(one, two) >= rules["part_pct"])
        return bool(fuzz.ratio(one.split(), two.split(), score_cutoff=rules["text_pct"]) >= rules["text_pct"])


def merge_duplicates(records: Iterable[VacancyRecord]) -> tuple[tuple[VacancyRecord, ...], int]:
    """Answer the vacancies, each once, and how many records were copies of another.

    Two records are one vacancy when the titles are equal apart from additions, the employers and the places do not
    contradict each other, and the texts are alike or one is the start of the other. A name that is missing contradicts
    nothing. Two records of one board are one vacancy only when id or text is the same. The longest text is kept;
    `fields` gets `sources` and `urls` with every board.

    Args:
        records: records of one or more feeds.

    Example:
        >>> one = VacancyRecord("a:1", "Kok (m/v)", "Je kookt.", "Eetcafe Voorbeeld", "Voorbeeldstad", source="a")
        >>> two = VacancyRecord("b:9", "Kok", "Je kookt.", "Eetcafe Voorbeeld B.V.", "Voorbeeldstad", source="b")
        >>> kept, merged = merge_duplicates([one, two])
        >>> len(kept), merged, dict(kept[0].fields)["sources"]
        (1, 1, 'a; b')
    """
    merger = Merger()
    for record in records:
        merger.add(record)
    return merger.records(), merger.merged


def _key(record: VacancyRecord) -> tuple[str, str, str]:
    rules = feed_rules()
    title = _SIGNS.sub(" ", rules.title_extras.sub(" ", plain(record.title))).strip()
    employer = _SIGNS.sub(" ", rules.legal_forms.sub(" ", plain(record.employer))).strip()
    place = _SIGNS.sub(" ", _PLACE_END.sub("", plain(record.place))).strip()
    return title, employer, place


def _joined(kept: VacancyRecord, other: VacancyRecord) -> VacancyRecord:
    own, more = dict(kept.fields), dict(other.fields)
    fields = {**more, **own}
    for name, here, there in ((_SOURCES, kept.source, other.source), (_URLS, kept.url, other.url)):
        every = dict.fromkeys(filter(None, (*own.get(name, here).split("; "), there)))
        if every:
            fields[name] = "; ".join(every)
    longest = max((kept.text, other.text), key=len)
    return replace(
        kept,
        text=longest,
        employer=kept.employer or other.employer,
        place=kept.place or other.place,
        postcode=kept.postcode or other.postcode,
        url=kept.url or other.url,
        published=min(filter(None, (kept.published, other.published)), default=None),
        expires=max(filter(None, (kept.expires, other.expires)), default=None),
        fields=tuple(fields.items()),
    )
