"""How often words of a vacancy are read wrong, as measured: the error that its demands carry."""

from matcher.reference.tables import read_yaml


def denial_error_pct() -> int:
    """Answer how often a denial is read wrong, in percentage points: it widens the share of jobs like any source.

    Example:
        >>> 0 < denial_error_pct() < 100
        True
    """
    return int(read_yaml("vacancy_reading_error.yaml")["versions"][-1]["denied"]["points"])


def model_error_pct() -> int:
    """Answer how often what the clause model alone reads as asked is not asked, in percentage points.

    Example:
        >>> 0 < model_error_pct() < 100
        True
    """
    return int(read_yaml("vacancy_reading_error.yaml")["versions"][-1]["model"]["points"])
