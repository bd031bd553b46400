"""What the coach did by hand with a zoekprofiel: each action with its reason and its date. Nothing is overwritten."""

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from matcher.domain.file_values import Frozen, LongText, ShortText


class Hand(StrEnum):
    """What the coach does."""

    ADD = "add"
    STRIKE = "strike"
    MOVE = "move"


class Subject(StrEnum):
    """What the coach does it with."""

    OCCUPATION = "occupation"
    BRANCH = "branch"
    SENTENCE = "sentence"
    MOTIVATION = "motivation"  # why a signal may stand (M -> G), or how a text on the form was judged


class CoachAction(Frozen):
    """One action of the coach."""

    date: dt.date = Field(description="Dag waarop de coach dit deed. Voor deze dag telt de handeling niet mee.")
    action: Hand = Field(description="add (toevoegen), strike (schrappen) of move (verplaatsen).")
    what: Subject = Field(description="occupation, branch, sentence of motivation.")
    target: LongText = Field(
        description="Code van het beroep (isco:4226), naam van de branche, of de zin zelf. "
        "Bij een motivering: de code van het beroep, of form voor een tekst op het formulier."
    )
    point: ShortText | None = Field(
        default=None, description="Alleen bij een motivering: het onderdeel, bijvoorbeeld IV.13."
    )
    text: LongText | None = Field(
        default=None, description="Alleen bij het toevoegen van een motivering: de motivering. Nooit een diagnose."
    )
    place: Annotated[int, Field(ge=1, le=50)] | None = Field(
        default=None, description="Nieuwe plaats in de lijst, vanaf 1. Nodig bij move; mag bij add."
    )
    reason: LongText = Field(description="Waarom de coach dit doet.")


class Coach(Frozen):
    """Everything that the coach did by hand, in any order; the dates decide."""

    actions: Annotated[tuple[CoachAction, ...], Field(max_length=500)] = ()
