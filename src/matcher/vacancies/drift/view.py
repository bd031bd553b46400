"""A look as Dutch blocks, for whoever watches over the index."""

from collections.abc import Iterator, Mapping

from matcher.reference.channels import channels
from matcher.report import Block, Bullets, Heading, Paragraph, Table, date_nl, number_nl
from matcher.vacancies.drift.compare import Signal, enough
from matcher.vacancies.drift.measure import Look

_MISSING_NL = {
    "place": "plaats", "occupation": "beroep", "hours": "uren", "wage": "loon", "education": "opleidingsniveau",
}  # fmt: skip
_VERDICT_NL = {"within_capacity": "binnen de belastbaarheid", "possible": "mogelijk", "exceeds": "overschrijding"}
_NO_PERSON = (
    "In dit overzicht staan geen gegevens van personen. De oordelen zijn die over twee verzonnen personen, de "
    "voorbeelden die bij het programma horen. Het zijn oordelen over de belasting, zonder reistijd, loon en niveau."
)
_MOST = 10
_WIDTHS = (68, 8)


def drift_view(now: Look, before: Look | None, found: tuple[Signal, ...], name: str) -> tuple[Block, ...]:
    """Answer a look as blocks: first what is worth a look, then every share.

    Args:
        now: the look of today.
        before: the earlier look, or None.
        found: what `signals` answered for both.
        name: name of the index.
    """
    blocks: list[Block] = [
        Heading(f"Index {name}, {date_nl(now.on)}", 1),
        Paragraph(f"Open vacatures: {now.vacancies}. Daarvan één voor één bekeken: {now.sampled}."),
        Paragraph(_NO_PERSON),
        Heading("Om naar te kijken"),
        *_attention(now, before, found),
    ]
    if now.vacancies:
        blocks += [
            Heading("Niet bekend, in procent van de vacatures"),
            _table("gegeven", {_MISSING_NL[field]: share for field, share in now.missing_pct.items()}),
            Heading(f"Belasting waarover niets bekend is: de {_MOST} hoogste"),
            _table("belasting", dict(_highest(now.unknown_pct))),
            Heading("Zekerheid van het beroep bij de titel"),
            _table("zekerheid", {_band_nl(band): share for band, share in now.title_pct.items()}),
            Heading("Oordelen over de verzonnen personen"),
            *(
                _table(person, {_VERDICT_NL[kind]: share for kind, share in kinds.items()})
                for person, kinds in now.verdict_pct.items()
            ),
        ]
    return (*blocks, Heading("Gelezen feeds"), *_feeds(now))


def _attention(now: Look, before: Look | None, found: tuple[Signal, ...]) -> Iterator[Block]:
    if before is None:
        yield Paragraph("Er is geen eerder overzicht gegeven. Daarom is niet vergeleken.")
    elif not enough(now, before):
        yield Paragraph("Eén van beide overzichten heeft te weinig vacatures. Alleen de feeds zijn vergeleken.")
    else:
        yield Paragraph(f"Vergeleken met {date_nl(before.on)}.")
    yield Bullets(tuple(map(_signal_nl, found))) if found else Paragraph("Niets.")


def _signal_nl(signal: Signal) -> str:
    share = f"{_pct_nl(signal.now_pct)}, dat was {_pct_nl(signal.before_pct)}" if signal.before_pct is not None else ""
    person, _, kind = signal.name.rpartition(".")
    if signal.subject == "unknown":
        return f"{_channel_nl(signal.name)}: niets bekend bij {share}."
    if signal.subject == "missing":
        return f"Zonder {_MISSING_NL.get(signal.name, signal.name)}: {share}."
    if signal.subject == "title":
        return f"Zekerheid van het beroep {_band_nl(signal.name)}: {share}."
    if signal.subject == "verdict":
        return f"Oordeel over {person}, {_VERDICT_NL.get(kind, kind)}: {share}."
    return f"Feed {signal.name}: {share or _pct_nl(signal.now_pct)} niet gelezen."


def _feeds(now: Look) -> Iterator[Block]:
    if not now.feeds:
        yield Paragraph("Bij deze index is niet bewaard hoe de feeds zijn gelezen. Vanaf de volgende keer wel.")
    for name, feed in now.feeds.items():
        day = "een onbekende dag" if feed.on is None else date_nl(feed.on)
        yield Paragraph(
            f"{name}, {day}: {feed.read} gelezen, {feed.merged} dubbel, "
            f"{sum(feed.refused.values())} niet gelezen ({_pct_nl(feed.refused_pct)})."
        )
        if feed.refused:
            yield Bullets(tuple(f"{count} keer: {reason}" for reason, count in sorted(feed.refused.items())))


def _table(head: str, shares: Mapping[str, float]) -> Table:
    return Table((head, "procent"), _WIDTHS, tuple((name, number_nl(share)) for name, share in shares.items()))


def _highest(shares: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    for code, share in sorted(shares.items(), key=lambda each: (-each[1], each[0]))[:_MOST]:
        yield _channel_nl(code), share


def _channel_nl(code: str) -> str:
    known = channels().get(code)
    return code if known is None else f"{known.label_nl} ({code})"


def _band_nl(band: str) -> str:
    low, _, high = band.partition("-")
    return f"van {low} tot {high} procent" if high else "geen beroep gevonden"


def _pct_nl(share: float | None) -> str:
    return f"{number_nl(share or 0.0)}%"
