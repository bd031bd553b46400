"""Invented careers for the twin test: work, tasks, education and place that go together. Nobody in here exists."""

from typing import Any

# title, sector, tasks, earlier title, earlier sector, level, direction
_CAREERS = (
    ("magazijnmedewerker", "groothandel", ("orders verzamelen", "voorraad tellen", "zendingen aanmelden"),
     "productiemedewerker", "industrie", "mbo-2", "logistiek"),
    ("verzorgende", "thuiszorg", ("cliënten wassen en aankleden", "zorgplan bijhouden", "familie te woord staan"),
     "huishoudelijk medewerker", "thuiszorg", "mbo-3", "zorg en welzijn"),
    ("postbode", "post", ("post voorsorteren", "post bezorgen", "klanten te woord staan"),
     "winkelmedewerker", "detailhandel", "mbo-2", "handel"),
    ("timmerman", "bouw", ("kozijnen plaatsen", "tekeningen lezen", "materiaal bestellen"),
     "bouwvakhelper", "bouw", "mbo-2", "bouw"),
    ("kok", "horeca", ("gerechten bereiden", "voorraad bestellen", "leerlingen begeleiden"),
     "keukenhulp", "horeca", "mbo-3", "horeca"),
    ("administratief medewerker", "zakelijke dienstverlening",
     ("facturen boeken", "post en mail behandelen", "gegevens invoeren"),
     "receptionist", "zakelijke dienstverlening", "mbo-4", "administratie"),
    ("leraar basisonderwijs", "onderwijs", ("lesgeven", "gesprekken met ouders voeren", "lessen voorbereiden"),
     "onderwijsassistent", "onderwijs", "hbo", "onderwijs"),
    ("vrachtwagenchauffeur", "transport", ("goederen laden en lossen", "vrachtbrieven invullen", "routes rijden"),
     "koerier", "transport", "mbo-2", "transport"),
    ("verkoopmedewerker", "detailhandel", ("klanten adviseren", "kassa bedienen", "schappen vullen"),
     "vakkenvuller", "detailhandel", "vmbo", None),
    ("schoonmaker", "schoonmaak", ("kantoren schoonmaken", "vloeren dweilen", "voorraad bijhouden"),
     "productiemedewerker", "industrie", "basisonderwijs", None),
    ("verpleegkundige", "ziekenhuis", ("zorg plannen", "rapporteren in het dossier", "leerlingen begeleiden"),
     "verzorgende", "ouderenzorg", "hbo", "verpleegkunde"),
    ("monteur", "industrie", ("machines onderhouden", "storingen oplossen", "onderdelen bestellen"),
     "productiemedewerker", "industrie", "mbo-3", "techniek"),
    ("kapper", "persoonlijke dienstverlening", ("knippen en kleuren", "afspraken maken", "producten verkopen"),
     "verkoopmedewerker", "detailhandel", "mbo-3", "uiterlijke verzorging"),
    ("callcentermedewerker", "zakelijke dienstverlening",
     ("vragen van klanten beantwoorden", "klachten behandelen", "gegevens vastleggen"),
     "verkoopmedewerker", "detailhandel", "mbo-2", "handel"),
    ("hovenier", "groenvoorziening", ("tuinen aanleggen", "snoeien en maaien", "offertes bespreken"),
     "magazijnmedewerker", "groothandel", "mbo-2", "groen"),
    ("boekhouder", "zakelijke dienstverlening", ("jaarcijfers opstellen", "facturen controleren", "btw-aangifte doen"),
     "administratief medewerker", "zakelijke dienstverlening", "hbo", "economie"),
)  # fmt: skip
PLACES = ("Zwolle", "Leeuwarden", "Amersfoort", "Breda", "Deventer", "Almere", "Venlo", "Alkmaar")
HOURS = (20, 24, 28, 32, 36, 40)


def career(number: int) -> tuple[Any, ...]:
    """Answer one career; after the last one the first comes again."""
    return _CAREERS[number % len(_CAREERS)]
