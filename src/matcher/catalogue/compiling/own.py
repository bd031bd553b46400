"""Read the small tables that we wrote ourselves and that ship with the package."""

import csv
from importlib.resources import files


def own_table(name: str, package: str = "matcher.catalogue") -> list[dict[str, str]]:
    """Answer the rows of one of our own tables, as text.

    Args:
        name: file name below the package's `data`.
        package: the package that ships it.

    Example:
        >>> own_table("legal_requirements.csv")[0]["code"]
        'ACCOUNTANT'
    """
    text = files(package).joinpath(f"data/{name}").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
