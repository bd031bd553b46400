"""What the service itself refuses. A branch of matcher's error tree.

MatcherError
└── ServiceRefusal          the request cannot be answered; the text says why, without a value that was sent
    ├── KeyMissing          no key, or a key that does not hold (unknown, wrong, revoked, expired: told alike)
    ├── NotAllowed          the key may not do this
    │   └── ScopeMissing    the key holds, but lacks the scope
    ├── TooManyRequests     the key used up its share for now
    ├── TooLarge            the body is larger than allowed
    ├── TooSlow             the answer took too long
    ├── WrongKindOfBody     the content type is not one that is read here
    ├── DossierNotHere      this bureau has no such dossier
    ├── DossierChanged      somebody stored a later version of the dossier
    ├── IndexNotHere        this bureau has no index of vacancies yet
    ├── IndexBusy           another request is changing the index
    ├── StorageUnreachable  the database cannot be reached, or waited too long
    └── SwitchedOff         this part of the service is not switched on here

InputError
└── SettingsInvalid         the settings cannot be used; told at start
"""

from matcher.errors import InputError, MatcherError


class ServiceRefusal(MatcherError):
    """The request cannot be answered."""


class KeyMissing(ServiceRefusal):
    """No key, or one that does not hold. Which of these is never told to the caller.

    Attributes:
        reason: `missing`, `unknown`, `wrong`, `revoked`, `expired` or `token`, for the log.
        key_id: the part of the key that is no secret, when it names a key that exists.
    """

    def __init__(self, reason: str, key_id: str | None = None) -> None:
        self.reason = reason
        self.key_id = key_id
        super().__init__("Er is geen geldige sleutel meegegeven. Stuur de kop 'Authorization: Bearer <sleutel>'.")


class NotAllowed(ServiceRefusal):
    """The caller may not do this."""


class ScopeMissing(NotAllowed):
    """The key holds, but lacks the scope."""

    def __init__(self, needed: str) -> None:
        self.needed = needed
        super().__init__(f"Deze sleutel mag dit niet. Nodig is het recht {needed}.")


class TooManyRequests(ServiceRefusal):
    """The key used up its share for now."""

    def __init__(self, retry_after_s: int) -> None:
        self.retry_after_s = retry_after_s
        super().__init__(f"Er komen te veel aanvragen met deze sleutel. Probeer het over {retry_after_s} seconden.")


class TooLarge(ServiceRefusal):
    """The body is larger than allowed."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__(f"De inhoud is te groot. Er mag hoogstens {most_bytes} bytes worden gestuurd.")


class TooSlow(ServiceRefusal):
    """The answer took too long."""

    def __init__(self) -> None:
        super().__init__("Het antwoord duurde te lang. Probeer het later nog eens.")


class WrongKindOfBody(ServiceRefusal):
    """The content type is not one that is read here."""


class DossierNotHere(ServiceRefusal):
    """This bureau has no such dossier. Whether another bureau has it is never told."""

    def __init__(self) -> None:
        super().__init__("Dit dossier of deze versie is er niet bij uw bureau. Misschien is de bewaartermijn voorbij.")


class DossierChanged(ServiceRefusal):
    """Somebody stored a later version of the dossier."""

    def __init__(self, last: int) -> None:
        super().__init__(
            f"Er is al een latere versie: {last}. Haal die op, verwerk uw wijziging en stuur after={last}."
        )


class IndexNotHere(ServiceRefusal):
    """This bureau has no index of vacancies yet."""

    def __init__(self) -> None:
        super().__init__("Uw bureau heeft nog geen index van vacatures. Vul hem eerst: POST /v1/index/vacancies.")


class IndexBusy(ServiceRefusal):
    """Another request is changing the index of this bureau."""

    def __init__(self) -> None:
        super().__init__("De index wordt nu bijgewerkt. Probeer het over enkele seconden opnieuw.")


class StorageUnreachable(ServiceRefusal):
    """The database cannot be reached, or waited too long for another. Nothing was acknowledged."""

    def __init__(self) -> None:
        super().__init__("De opslag is nu niet te bereiken. Probeer het zo opnieuw.")


class SwitchedOff(ServiceRefusal):
    """This part of the service is not switched on here."""


class SettingsInvalid(InputError):
    """The settings cannot be used. Told at start, all faults together, in Dutch and English."""
