"""What a source says of one demand, as plain data; the same fields in every view."""

from typing import Any

from matcher.catalogue import Catalogue
from matcher.domain.demand import Demand
from matcher.reference.channels import channels
from matcher.report.sentences import source_title


def demand_json(demand: Demand, catalogue: Catalogue) -> dict[str, Any]:
    """Answer shares of jobs, their error and their source.

    Args:
        demand: a known demand.
        catalogue: tells the names of the sources.
    """
    return {
        "within_pct": list(demand.within_pct),
        "within_peak_pct": list(demand.within_peak_pct),
        "error_pct": list(demand.error_pct),
        "typical": demand.typical,
        "unit": channels()[demand.channel].unit or None,
        "mark": demand.mark.name.lower(),
        "source": demand.source,
        "source_title": source_title(demand.source, catalogue),
    }
