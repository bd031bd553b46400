"""Find the compiled tables and models, installed or in a checkout (decision 18)."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_shipped"
_CHECKOUT = _PACKAGE.parents[1]


def data_path(relative: str) -> Path:
    """Answer where a compiled table lies, e.g. `occupations/occupations.csv`.

    Args:
        relative: path below `data/`, with forward slashes.

    Returns:
        The path inside the installed wheel, else the one in the checkout. It may not exist: the loader says so.

    Example:
        >>> data_path("occupations/occupations.csv").name
        'occupations.csv'
    """
    return _resolve("data", relative)


def model_path(relative: str) -> Path:
    """Answer where a model file lies, e.g. `title_encoder/manifest.json`.

    Args:
        relative: path below `models/`, with forward slashes.

    Returns:
        The path inside the installed wheel, else the one in the checkout.

    Example:
        >>> model_path("title_encoder/manifest.json").name
        'manifest.json'
    """
    return _resolve("models", relative)


def _resolve(top: str, relative: str) -> Path:
    shipped = _SHIPPED / top / relative
    return shipped if shipped.exists() else _CHECKOUT / top / relative
