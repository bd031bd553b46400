"""What the text asks per channel: every phrase in its sentence, then one demand a channel, the strictest said."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from matcher.domain.demand import Demand, Mark
from matcher.domain.vacancy import HoursPerWeek, Stated
from matcher.reference.channels import channels
from matcher.reference.reading_error import denial_error_pct, model_error_pct
from matcher.vacancy_text.agreement import MODEL
from matcher.vacancy_text.amounts import amount_near, shares_of
from matcher.vacancy_text.clock import WorkingTime, is_after_evening, said_by, working_times
from matcher.vacancy_text.demand_words import DemandWords, Shares, demand_phrases, demand_words, full_week_hours
from matcher.vacancy_text.evidence import evidence
from matcher.vacancy_text.passage import Passage
from matcher.vacancy_text.phrases import Hit
from matcher.vacancy_text.saying import Saying, is_asking, is_light, shares_said
from matcher.vacancy_text.scope import affirmed, scope_of

SOURCE = "vacancy"
_WEEK = "VI.3"
_ON_CALL, _EVENING = "on_call", "evening"
_WITHIN = 100
_WITHOUT_DEGREES = 2


def sayings(part: Passage) -> tuple[Saying, ...]:
    """Answer every phrase about what the work asks in one part of a vacancy, in the order of the text.

    Args:
        part: the part.
    """
    hits = sorted(demand_phrases().search(part), key=lambda hit: (hit.start, -hit.end))
    phrases = (saying for hit in _outermost(hits) if (saying := _saying(part, hit)) is not None)
    times = tuple(working_times(part))
    every = tuple(saying for saying in phrases if not _names_an_hour_of_the_night(saying, times))
    return (*_without_overlapped(every), *_on_the_clock(part, every, times))


def _without_overlapped(every: Sequence[Saying]) -> Iterator[Saying]:
    """Yield the statements but those that ask what words in them deny ("je hebt middag en avond voor jezelf").

    A load that is named stays: "35 kilo gaat met de kraan, de laatste meters sjouw je zelf".
    """
    denying = [saying for saying in every if not is_asking(saying)]
    for saying in every:
        names = {channel for channel, _ in shares_said(saying)}
        at = saying.evidence
        overlapped = (
            is_asking(saying)
            and saying.amount is None
            and any(
                other.evidence.start < at.end
                and other.evidence.end > at.start
                and names == {channel for channel, _ in shares_said(other)}
                for other in denying
            )
        )
        if not overlapped:
            yield saying


def _names_an_hour_of_the_night(saying: Saying, times: Iterable[WorkingTime]) -> bool:
    """Answer whether "'s avonds" only tells which eleven o'clock a working time begins at."""
    if saying.words.pattern != _EVENING:
        return False
    at = saying.evidence
    return any(time.start <= at.start and at.end <= time.stop and is_after_evening(time) for time in times)


def _on_the_clock(part: Passage, phrases: Iterable[Saying], times: Sequence[WorkingTime]) -> Iterator[Saying]:
    on_call = any(saying.words.pattern == _ON_CALL and not saying.scope.denied for saying in phrases)
    for name, time in said_by(part, times):
        words = demand_words(name)
        if words.eases and not words.asks and on_call:  # a call may come outside the working times
            continue
        scope = scope_of(part, time.start, time.stop)
        if not words.asks:  # "later dan 20.00 uur wordt het nooit" says itself what is not asked
            scope = replace(scope, denied=False)
        yield Saying(words, scope, None, evidence(part, scope.start, scope.end))


def without_choices(said: Iterable[Saying]) -> tuple[Saying, ...]:
    """Answer the phrases that count.

    An offered choice ("parttime kan ook") takes away what it is a choice beside; a mere name ("servicedesk") yields to
    words that say that the work does not ask it.

    Args:
        said: the phrases of the whole vacancy.
    """
    every = tuple(said)
    free = {
        channel for saying in every if saying.words.frees and not saying.scope.denied for channel in saying.words.eases
    }
    denied = {channel for saying in every if saying.scope.denied for channel in saying.words.asks}
    asked = {channel for saying in every if not saying.scope.denied for channel in saying.words.asks}
    return tuple(saying for saying in every if not _gives_way(saying, free, denied, asked))


def _gives_way(saying: Saying, free: set[str], denied: set[str], asked: set[str]) -> bool:
    words = saying.words
    if not words.asks:
        return words.yields and not asked.isdisjoint(words.eases)
    return words.asks.keys() <= (free | denied if words.yields and not saying.scope.denied else free)


def without_hints(said: Iterable[Saying]) -> tuple[Saying, ...]:
    """Answer the statements without those that only make it likely that something is asked ("buitenwerk" and cold).

    Args:
        said: the statements that hold.
    """
    return tuple(saying for saying in said if not saying.words.hints or saying.scope.denied)


def demands(said: Iterable[Saying], in_doubt: frozenset[str] = frozenset()) -> tuple[Stated[Demand], ...]:
    """Answer one demand for each channel that is spoken of, in the order of the list.

    Where a text says two things about a channel the strictest holds: that is the safe side.

    Args:
        said: the phrases of the whole vacancy.
        in_doubt: channels that are left open.
    """
    found: dict[str, list[tuple[Shares, Saying]]] = {}
    for saying in said:
        for channel, shares in shares_said(saying):
            found.setdefault(channel, []).append((shares, saying))
    return tuple(_demand(channel, found[channel]) for channel in channels() if channel in found.keys() - in_doubt)


def with_full_week(
    found: tuple[Stated[Demand], ...], week: Stated[HoursPerWeek] | None, not_asked: tuple[str, ...]
) -> tuple[Stated[Demand], ...]:
    """Answer the demands with the working week added when the fewest hours make a full week.

    Args:
        found: demands of the phrases.
        week: hours a week of the vacancy, or None.
        not_asked: channels of which the text says that the work does not ask them.
    """
    if week is None or week.value.least < full_week_hours() or _WEEK in not_asked:
        return found
    shares = shares_of(_WEEK, week.value.least)
    demand = Demand(_WEEK, shares, shares, (0,) * len(shares), Mark.STATED, SOURCE, float(week.value.least))
    return (*(each for each in found if each.value.channel != _WEEK), Stated(demand, week.evidence))


def eased(said: Iterable[Saying], in_doubt: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Answer the channels of which the text says that the work does not ask (much of) it, in the order of the list.

    A channel that is also asked somewhere in the text is not among them.

    Args:
        said: the phrases of the whole vacancy.
        in_doubt: channels that are left open.
    """
    asked, spoken = set(), set()
    for saying in said:
        named = {channel for channel, _ in shares_said(saying)}
        spoken |= named
        if is_asking(saying) and not is_light(saying):
            asked |= named
    return tuple(channel for channel in channels() if channel in spoken - asked - in_doubt)


def doubtful(phrases: Iterable[Saying], stated: Iterable[Stated[Demand]]) -> tuple[Stated[str], ...]:
    """Answer the channels that phrases speak of and on which nothing came to hold, in the order of the list.

    Args:
        phrases: the phrases of the whole vacancy, before they were weighed.
        stated: the demands that hold.
    """
    settled = {each.value.channel for each in stated}
    first: dict[str, Saying] = {}
    for saying in phrases:
        for channel, _ in shares_said(saying):
            first.setdefault(channel, saying)
    return tuple(
        Stated(channel, first[channel].evidence) for channel in channels() if channel in first.keys() - settled
    )


def _outermost(hits: list[Hit[DemandWords]]) -> Iterator[Hit[DemandWords]]:
    """Yield the hits that do not lie within a longer hit about the same channel."""
    around: list[Hit[DemandWords]] = []
    for hit in hits:  # a longer hit stands before the shorter ones within it
        around = [other for other in around if other.end > hit.start]
        inside = any(
            hit.end <= other.end and (other.meaning is hit.meaning or (other.start, other.end) != (hit.start, hit.end))
            for other in around
            if other.meaning.about & hit.meaning.about
        )
        if not inside:
            yield hit
        around.append(hit)


def _saying(part: Passage, hit: Hit[DemandWords]) -> Saying | None:
    words = hit.meaning
    amount = amount_near(part, words.amount, hit.start, hit.end) if words.amount else None
    if words.needs_amount and amount is None:
        return None
    scope = scope_of(part, hit.start, hit.end, hit.found.re.pattern)
    if words.only_denied and not scope.denied:
        return None
    start, end = scope.start, scope.end
    if amount is not None:
        start, end = min(start, amount.start), max(end, amount.end)
    said = Saying(words, scope, amount, evidence(part, start, end))
    turned = not words.asks and affirmed(part, hit.start)  # "geen dag zonder klanten"
    if turned or ((scope.denied or is_light(said)) and _narrowed(part, words, hit.start)):
        return replace(said, words=replace(words, hints=True), scope=replace(scope, denied=False))
    return said


def _narrowed(part: Passage, words: DemandWords, at: int) -> bool:
    """Answer whether a sentence denies only a part of what a phrase names, or makes light work heavy in another way."""
    number = part.sentence_at(at)
    first, last = part.starts[number], part.ends[number]
    return words.narrowed_by is not None and words.narrowed_by.search(part.plain, first, last) is not None


def _demand(channel: str, said: list[tuple[Shares, Saying]]) -> Stated[Demand]:
    asking = [(shares, saying) for shares, saying in said if is_asking(saying)]
    counted = asking or said
    strictest = max(counted, key=_says_most)
    levels = len(said[0][0])
    told = asking if asking and levels == _WITHOUT_DEGREES else said  # what is asked leaves no milder reading there
    merged = _in_order([_merged([shares[level] for shares, _ in told]) for level in range(levels)])
    figures = [
        float(saying.amount.value)
        for shares, saying in asking
        if saying.amount is not None and channels()[channel].quantity == saying.words.amount
    ]
    rare = bool(asking) and all(saying.scope.rare for _, saying in asking)
    demand = Demand(
        channel=channel,
        within_pct=merged,
        within_peak_pct=tuple(None if share == 0 else share for share in merged) if rare else merged,
        error_pct=(_error_pct(asking),) * len(merged),
        mark=Mark.STATED,
        source=SOURCE,
        typical=max(figures, default=None),
    )
    return Stated(demand, strictest[1].evidence)


def _error_pct(asking: list[tuple[Shares, Saying]]) -> int:
    if not asking:
        return denial_error_pct()
    return model_error_pct() if all(saying.words.code == MODEL for _, saying in asking) else 0


def _says_most(said: tuple[Shares, Saying]) -> tuple[int, int, bool, int]:
    shares, saying = said
    return shares.count(0), -shares.count(_WITHIN), not saying.words.needs_amount, -len(saying.evidence.quote)


def _merged(shares: list[int | None]) -> int | None:
    if 0 in shares:
        return 0
    return _WITHIN if _WITHIN in shares else None


def _in_order(shares: list[int | None]) -> Shares:
    """Answer shares that never rise: beyond a level is beyond every stricter one; within works the other way."""
    if 0 in shares:
        shares = [*shares[: shares.index(0)], *(0 for _ in shares[shares.index(0) :])]
    within = max((level for level, share in enumerate(shares) if share == _WITHIN), default=-1)
    return tuple(_WITHIN if level <= within else share for level, share in enumerate(shares))
