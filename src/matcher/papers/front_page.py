"""What a form says outside its items: dates, author, usable possibilities, prognosis and build-up schedule."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from matcher.domain.case import AuthorRole, BuildUpStep, NoPossibilitiesGround, Outlook, Prognosis
from matcher.intake import hours_in, names_something_medical, without_medical_outlook
from matcher.papers.choices import choices_in, has_boxes
from matcher.papers.date_labels import drawn_up_among, labelled_dates
from matcher.papers.dates import dates_in
from matcher.papers.vocabulary import pattern, patterns, word_list
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_PROGNOSIS_LINES = 6
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")

_PER = re.compile(r"per (dag|week)")


@dataclass(slots=True)
class FrontPage:
    """The facts of a form that are no items; None and empty where nothing was found.

    Attributes:
        drawn_up: when it was drawn up.
        drawn_up_sure: False when a date was found without words that say what it is, or several were.
        dates: the first date of each family of `paper_dates.yaml`.
        valid_from: from when it holds.
        valid_until: the last day that it holds, when named.
        first_sick_day: first day of illness, when named.
        author: who drew it up.
        possibilities: whether there are usable possibilities.
        ground: why there are none.
        peaks: False when incidental peaks are not allowed.
        prognosis: what the doctor expects.
        prognosis_withheld: True when its words were not kept.
        build_up: dated steps of hours.
        only_deviations: True when it says that it lists only what differs.
        pages: page of each fact that was found.
    """

    drawn_up: date | None = None
    drawn_up_sure: bool = False
    dates: dict[str, date] = field(default_factory=dict)
    valid_from: date | None = None
    valid_until: date | None = None
    first_sick_day: date | None = None
    author: AuthorRole | None = None
    possibilities: bool | None = None
    ground: NoPossibilitiesGround | None = None
    peaks: bool = True
    prognosis: Prognosis | None = None
    prognosis_withheld: bool = False
    build_up: tuple[BuildUpStep, ...] = ()
    only_deviations: bool = False
    pages: dict[str, int] = field(default_factory=dict)


def front_page(rows: Sequence[Row]) -> FrontPage:
    """Answer the facts in the rows of a form that belong to no item.

    Args:
        rows: those rows, in their order.
    """
    found = FrontPage()
    _dates(rows, found)
    _author(rows, found)
    _possibilities(rows, found)
    _prognosis(rows, found)
    _build_up(rows, found)
    whole = " ".join(plain(row.text) for row in rows)
    found.only_deviations = pattern("only_deviations").search(whole) is not None
    found.peaks = pattern("front", "peaks_not_allowed").search(whole) is None
    return found


def _dates(rows: Sequence[Row], found: FrontPage) -> None:
    dates = labelled_dates(rows)
    chosen, found.drawn_up_sure = drawn_up_among(dates)
    if chosen is not None:
        found.drawn_up, found.pages["drawn_up"] = chosen.day, chosen.page
    found.dates = {}
    for each in dates:
        if each.family:
            found.dates.setdefault(each.family, each.day)
            found.pages.setdefault(each.family, each.page)
    found.valid_until = found.dates.get("valid_until")
    found.valid_from, found.first_sick_day = found.dates.get("valid_from"), found.dates.get("first_sick_day")


def _author(rows: Sequence[Row], found: FrontPage) -> None:
    hits: dict[AuthorRole, int] = {}
    for row in rows:
        small = plain(row.text)
        for each in word_list("front")["roles"]:
            if re.search(each["words"], small):
                role = AuthorRole(each["role"])
                signs = bool(
                    re.search(r"(?:opgesteld|arts|naam|functie|auteur|door|ondertekening|handtekening|:)", small)
                )
                hits[role] = hits.get(role, 0) + (3 if signs and len(small.split()) < 14 else 1)  # noqa: PLR2004
                found.pages.setdefault("author", row.page)
                break
    if hits:
        best = max(hits.values())
        roles = [role for role, count in hits.items() if count == best]
        found.author = roles[0] if len(roles) == 1 else None


def _possibilities(rows: Sequence[Row], found: FrontPage) -> None:
    words = pattern("front", "possibilities")
    for place, row in enumerate(rows):
        small = plain(row.text)
        label = words.search(small)
        if label is None:
            continue
        following = " ".join([small[label.end() :], *(plain(each.text) for each in rows[place + 1 : place + 3])])
        answer = _yes_or_no(small[label.end() :], row.text) or _yes_or_no(following, following)
        if answer is None and re.search(r"\b(?:geen|niet over|zonder)\s+(?:\w+\s+){0,2}$", small[: label.start()]):
            answer = "nee"
        elif answer is None and re.search(
            r"\b(?:beschikt over|heeft|zijn|er is sprake van)\s+(?:\w+\s+)?$", small[: label.start()]
        ):
            answer = "ja"
        if answer is None:
            continue
        found.possibilities = answer == "ja"
        found.pages["possibilities"] = row.page
        if answer == "nee":
            found.ground = _ground(rows)
        return


def _yes_or_no(words: str, shown: str) -> str | None:
    if has_boxes(shown):
        choices, clear = choices_in([shown[shown.find(":") + 1 :] if ":" in shown else shown])
        ticked = [plain(choice.label) for choice in choices if choice.ticked]
        answers = {label.split()[-1] if label.split() else "" for label in ticked} & {"ja", "nee"}
        answers |= {label.split()[0] for label in ticked if label.split()} & {"ja", "nee"}
        return answers.pop() if clear and len(answers) == 1 else None
    first = re.match(r"[\s:?.\-\u2013=]*(ja|nee)\b(?!\s*/)", words)
    return first.group(1) if first else None


def _ground(rows: Sequence[Row]) -> NoPossibilitiesGround | None:
    hits = []
    for name, words in patterns("front", "grounds").items():
        for row in rows:
            small = plain(row.text)
            if re.search(words, small) and (not has_boxes(row.text) or any(sign in row.text for sign in "☒☑✓✔")):
                hits.append(NoPossibilitiesGround(name))
                break
    return hits[0] if len(hits) == 1 else None


def _prognosis(rows: Sequence[Row], found: FrontPage) -> None:
    heading = pattern("front", "prognosis")
    review = found.dates.get("review")
    for place, row in enumerate(rows):
        small = plain(row.text)
        start = heading.match(small)
        if start is None:
            continue
        lines = [row.text[start.end() :] if len(small) == len(row.text) else small[start.end() :]]
        for below in rows[place + 1 : place + _PROGNOSIS_LINES]:
            if below.page > row.page + 1 or (below.gap > 1.6 and len(lines) > 1) or _is_heading(below.text):  # noqa: PLR2004
                break
            lines.append(below.text)
        text = " ".join(" ".join(lines).split()).strip(" :.-\u2013")
        if not text:
            continue
        found.pages["prognosis"] = row.page
        found.prognosis_withheld = names_something_medical(text)
        prognosis = Prognosis(outlook=_outlook(text), review_date=review, text=text[:1900])
        found.prognosis = without_medical_outlook(prognosis)
        return
    if review is not None:
        found.prognosis = Prognosis(review_date=review)


def _is_heading(text: str) -> bool:
    small = plain(text)
    return any(re.match(each, small) for each in word_list("ends_items"))


def _outlook(text: str) -> Outlook:
    small = plain(text)
    hits = []
    for name, words in patterns("front", "outlook").items():
        for match in re.finditer(words, small):
            denied = re.search(r"\b(?:geen|niet|nauwelijks)\s+(?:\w+\s+){0,2}$", small[: match.start()])
            if denied is None:
                hits.append(Outlook(name))
                break
    return hits[0] if len(set(hits)) == 1 else Outlook.UNKNOWN


def _build_up(rows: Sequence[Row], found: FrontPage) -> None:
    steps = []
    heads: dict[int | None, Row] = {}
    for each in rows:
        if each.table is not None and each.table not in heads and _PER.search(plain(each.text)):
            heads[each.table] = each
    for row in rows:
        dates = list(dates_in(row.text))
        if len(dates) != 1 and not (len(dates) == 2 and re.search(r"\bt/?m|tot\b", dates[1].before)):  # noqa: PLR2004
            continue
        hours = dict.fromkeys(("day", "week"), None) | {
            per: number for number, per in _hours(row, dates[-1].after or dates[0].before, heads.get(row.table))
        }
        if hours["day"] is None and hours["week"] is None:
            continue
        steps.append(BuildUpStep(from_date=dates[0].day, hours_per_day=hours["day"], hours_per_week=hours["week"]))
        found.pages.setdefault("build_up", row.page)
    found.build_up = tuple(steps)


def _hours(row: Row, words: str, head: Row | None) -> Iterator[tuple[Decimal, str]]:
    yield from ((number, per) for number, per in hours_in(words) if _plausible(number, per))
    if head is None or hours_in(words):
        return
    for title, cell in zip(head.cells, row.cells, strict=False):
        per = _PER.search(plain(title.text))
        number = re.fullmatch(r"\W*(\d{1,2}(?:[.,]\d)?)\s*(?:uur|u|uren)?\W*", cell.text)
        if per and number:
            yield Decimal(number.group(1).replace(",", ".")), {"dag": "day", "week": "week"}[per.group(1)]


def _plausible(number: Decimal, per: str) -> bool:
    return number <= (24 if per == "day" else 80)
