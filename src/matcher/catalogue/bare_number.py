"""A number without its list: which work it may mean. The choice is never made for the reader."""

from collections.abc import Iterator, Sequence

from matcher.catalogue.model import Occupation

CHOICES = 6


def bare_number_nl(number: str, occupations: Sequence[Occupation]) -> str:
    """Answer what to say to who gives a bare number: the unit groups that it may mean, each with the list it is from.

    Args:
        number: digits only.
        occupations: the occupations that are loaded.

    Example:
        >>> from matcher.catalogue import load_catalogue
        >>> print(bare_number_nl("4226", load_catalogue().occupations))
        Een los nummer kan van verschillende lijsten zijn. Geef de code van het werk dat u bedoelt:
          isco:4226
            Receptionisten, algemeen (ISCO-08)
    """
    groups = [one for one in occupations if one.kind == "unit_group"]
    found = {one.id: f"  {one.id}\n    {one.title_nl} ({listed})" for one, listed in _meant(number, groups)}
    if not found:
        return (
            "Dit nummer kennen wij niet van ISCO-08, BRC 2014 of de SBC-codes uit uitspraken. "
            "Geef een titel, of een code zoals isco:4226."
        )
    lines = [*list(found.values())[:CHOICES], *(["  ..."] if len(found) > CHOICES else [])]
    return "\n".join(
        ("Een los nummer kan van verschillende lijsten zijn. Geef de code van het werk dat u bedoelt:", *lines)
    )


def _meant(number: str, groups: Sequence[Occupation]) -> Iterator[tuple[Occupation, str]]:
    yield from ((one, "ISCO-08") for one in groups if one.isco08 == number)
    yield from ((one, f"BRC 2014, groep {number}") for one in groups if one.brc_group == number)
    for one in groups:
        if any(code.partition(":")[0] == number for code in one.sbc_codes):
            yield one, f"SBC-code {number}, genoemd in een uitspraak"
