"""The job as pandas would do it: masks over the sorted rows, points looked up per occupation."""

from typing import Any

import numpy as np

from matcher.vacancies.bench.rows import RivalPerson, RivalRows, hours_number
from matcher.vacancies.columns import NO_DAY, NONE
from matcher.vacancies.person_tables import DOUBTFUL, FIGURES, FITS, LOST, NOT_FITTING, PersonTables
from matcher.vacancies.plain_pass import Window

_EIGHT = 0xFF


class PandasJob:
    """Holds the rows as a pandas frame in their order.

    Args:
        rows: the rows.
    """

    def __init__(self, rows: RivalRows) -> None:
        import pandas as pd  # noqa: PLC0415 heavy, only for benchmarks

        owner = np.repeat(np.arange(len(rows.start) - 1, dtype=np.uint32), np.diff(rows.start))
        self.frame = pd.DataFrame(rows.columns)
        self.stated = pd.DataFrame({"row": owner, "form": rows.stated.astype(np.int64)})
        self.asked: Any = None

    def prepare(self, person: RivalPerson, tables: PersonTables, window: Window, top: int) -> None:
        """Keep what a person asks; not part of what is measured."""
        self.asked = (person, tables, window, top)

    def run(self) -> list[tuple[int, int]]:
        """Answer the best rows with their keys."""
        person, tables, window, top = self.asked
        frame, weights = self.frame, tables.weights
        low_lat, high_lat, low_lon, high_lon = person.box
        keep = frame["lat"].between(low_lat - 0.001, high_lat + 0.001)
        keep &= frame["lon"].between(low_lon - 0.001, high_lon + 0.001)
        for column, level in person.limits:
            keep &= frame[column] > level
        found = frame[keep]
        listed = (found["expires"] != NO_DAY) & (found["expires"] >= window.day)
        listed |= (found["expires"] == NO_DAY) & (found["last_seen"].astype("int32") + window.open_days >= window.day)
        found = found[listed & found["first_seen"].between(window.new_since, window.day)]
        occupation = found["occupation"].to_numpy().astype(np.int64)
        both, hours = occupation * 8 + found["education"].to_numpy(), found["hours"].to_numpy()
        number = hours_number(hours, len(person.hours) - 1)
        gates = person.in_reach[found["place"]] & person.gate[both] & person.hours_open[number]
        gates &= person.requirement_open[found["requirement"]]
        most = found["wage_most"].to_numpy()
        gates &= np.where(most > 0, most >= tables.wage_floor, ~person.wage_gate[occupation])
        found, occupation, both, number = found[gates], occupation[gates], both[gates], number[gates]
        counts = np.where(
            found["hours"] == NONE, person.base[occupation], person.base_hours[occupation] + person.hours[number]
        )
        stated = self.stated[self.stated["row"].isin(found["row"])]
        work = stated["row"].map(dict(zip(found["row"].tolist(), occupation.tolist(), strict=True)))
        added = stated.assign(delta=person.delta[work * person.forms + stated["form"]]).groupby("row")["delta"].sum()
        counts = counts + found["row"].map(added).fillna(0).to_numpy().astype(np.int64)
        least = found["wage_least"].to_numpy()
        level = np.full(len(least), len(tables.wage_points) - 1)
        for n in reversed(range(len(tables.wage_lines))):
            level[least >= tables.wage_lines[n]] = n
        key = person.points[both] + person.place_points[found["place"]] + person.hours_points[number]
        key = key + np.where(least > 0, tables.wage_points[level], person.usual_wage[occupation]).astype(np.int64)
        margin = weights.margin_max * ((counts >> FIGURES) & _EIGHT) // weights.channels
        key += np.maximum(margin - weights.margin_max * (counts >> LOST) // weights.loss, 0)
        room = np.maximum(weights.open_zero - ((counts >> NOT_FITTING) & _EIGHT), 0)
        key += np.where((counts >> FITS) & _EIGHT, weights.open_max * room // weights.open_zero, 0)
        key -= np.minimum(((counts >> DOUBTFUL) & _EIGHT) * weights.doubt_wait, weights.doubt_most)
        best = found.assign(key=key).sort_values(["key", "mark"], ascending=[False, True]).head(top)
        return list(zip(best["row"].tolist(), best["key"].tolist(), strict=True))
