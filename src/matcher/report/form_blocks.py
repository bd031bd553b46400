"""What was read on a capacity form, as blocks and as JSON. For the coach: it holds capacity and the doctor's words."""

from collections.abc import Iterable, Mapping
from typing import Any

from matcher.domain.capacity import Capacity, CapacityProfile, CapacityStatus, FormNotice, Marginal, Remark, RemarkKind
from matcher.intake import ReadingReport
from matcher.reference.channels import channels
from matcher.reference.fml import items
from matcher.reference.form_rules import form_rules
from matcher.report.blocks import Block, Bullets, Heading, Paragraph, Rows
from matcher.report.sentences import capacity_nl
from matcher.report.spoken import COACH_ONLY, date_nl

_MARGINAL_NL = {
    Marginal.HOURS_PER_DAY: "de uren per dag",
    Marginal.HOURS_PER_WEEK: "de uren per week",
    Marginal.TEXT: "een toelichting",
    Marginal.NO_USABLE_POSSIBILITIES: "het voorblad",
}
_REMARK_NL = {
    RemarkKind.NON_MATCHING: "Eigen voorwaarde",
    RemarkKind.HIDDEN_LIMIT: "Verborgen beperking",
    RemarkKind.UNREADABLE: "Niet duidelijk",
    RemarkKind.WITHHELD: "Tekst niet bewaard",
}
_LISTED = (
    (CapacityStatus.UNKNOWN, "onbekend"),
    (CapacityStatus.NORM, "norm"),
    (CapacityStatus.NORM_BY_FORM, "norm (volgens formulier)"),
)


def form_view(profile: CapacityProfile, report: ReadingReport) -> list[Block]:
    """Answer what was read per rubriek, with remarks and notices.

    Args:
        profile: what the form says per channel.
        report: what the reader did with the file.
    """
    blocks: list[Block] = [Heading("Gelezen formulier", 1), Paragraph(COACH_ONLY), Rows(tuple(_head(profile)))]
    if profile.marginal:
        signs = ", ".join(_MARGINAL_NL[sign] for sign in profile.marginal)
        blocks += [Heading("Marginale mogelijkheden?"), Paragraph(f"Dit blijkt uit: {signs}.")]
    for code, name in form_rules().rubrieken.items():
        blocks += [Heading(f"{code} {name}"), Rows(tuple(_rubriek(profile, code)))]
    if profile.remarks:
        blocks += [Heading("Te beoordelen door een mens"), Bullets(tuple(_remark(each) for each in profile.remarks))]
    notes = [each.text_nl for each in (*profile.notices, *report.refused)] + list(report.assumed)
    if notes:
        blocks += [Heading("Opmerkingen"), Bullets(tuple(notes))]
    return blocks


def _head(profile: CapacityProfile) -> Iterable[tuple[str, str]]:
    if profile.form_date is None:
        yield "formulier", "geen"
        return
    yield "formulier", f"{profile.form_kind} van {date_nl(profile.form_date)}"
    yield "ouderdom", f"{profile.age_weeks} {'week' if profile.age_weeks == 1 else 'weken'}"
    yield "af en toe meer", "mag, behalve bij veiligheid en uren" if profile.incidental_peaks else "mag niet"
    counts = dict.fromkeys(CapacityStatus, 0)
    for each in profile.channels.values():
        counts[each.status] += 1
    yield "beperkt", _points(counts[CapacityStatus.LIMITED])
    for status, name in _LISTED:
        yield name, _points(counts[status])


def _points(number: int) -> str:
    return f"{number} {'punt' if number == 1 else 'punten'}"


def _rubriek(profile: CapacityProfile, rubriek: str) -> Iterable[tuple[str, str]]:
    own = [each for code, each in profile.channels.items() if channels()[code].rubriek == rubriek]
    for each in own:
        if each.status is CapacityStatus.LIMITED:
            yield "beperkt", f"{each.channel} {channels()[each.channel].label_nl}: {_said(each)}"
    for status, name in _LISTED:
        labels = [channels()[each.channel].label_nl for each in own if each.status is status]
        if labels and len(labels) == len(own):
            yield name, f"alle {len(own)} punten"
        elif labels:
            yield name, ", ".join(labels)


def _said(capacity: Capacity) -> str:
    """Answer the level in the words of the list, the figure and the doctor's own words."""
    words = capacity_nl(capacity).removeprefix("beperkt").strip()
    text = f"; toelichting: {capacity.text}" if capacity.text else ""
    return " ".join(part for part in (_level_name(capacity), words) if part) + text


def _level_name(capacity: Capacity) -> str:
    item = items().get(capacity.channel)
    if item is None or capacity.level is None:
        return "beperkt"
    level = item.levels.get(capacity.level)
    return level.name_nl.lower() if level is not None and len(capacity.options) < 2 else "beperkt"  # noqa: PLR2004 one


def _remark(remark: Remark) -> str:
    safety = " Dit raakt de veiligheid of de uren: hier is geen speling." if remark.safety else ""
    words = f" Toelichting: {remark.text}" if remark.text else ""
    return f"{_REMARK_NL[remark.kind]}. {remark.question_nl}{safety}{words}"


def form_json(profile: CapacityProfile, report: ReadingReport) -> dict[str, Any]:
    """Answer the same as `form_view` as data with English keys.

    Args:
        profile: what the form says per channel.
        report: what the reader did with the file.
    """
    return {
        "format": "matcher/form/1",
        "audience": "coach",
        "form": {
            "kind": profile.form_kind,
            "date": profile.form_date.isoformat() if profile.form_date else None,
            "age_weeks": profile.age_weeks,
            "incidental_peaks": profile.incidental_peaks,
        },
        "marginal": list(profile.marginal),
        "rubrieken": [_rubriek_json(profile, code, name) for code, name in form_rules().rubrieken.items()],
        "remarks": [_remark_json(each) for each in profile.remarks],
        "notices": [_notice_json(each) for each in profile.notices],
        "reading": {
            "read": list(report.read),
            "assumed": list(report.assumed),
            "refused": [_notice_json(each) for each in report.refused],
        },
    }


def _rubriek_json(profile: CapacityProfile, code: str, name: str) -> Mapping[str, Any]:
    own = [each for channel, each in profile.channels.items() if channels()[channel].rubriek == code]
    return {"rubriek": code, "name": name, "channels": [_capacity_json(each) for each in own]}


def _capacity_json(capacity: Capacity) -> Mapping[str, Any]:
    return {
        "channel": capacity.channel,
        "label": channels()[capacity.channel].label_nl,
        "status": capacity.status,
        "level": capacity.level,
        "options": list(capacity.options),
        "value": float(capacity.value) if capacity.value is not None else None,
        "unit": capacity.unit,
        "degree_known": capacity.degree_known,
        "side": capacity.side,
        "text": capacity.text,
    }


def _remark_json(remark: Remark) -> Mapping[str, Any]:
    return {
        "kind": remark.kind,
        "item": remark.item,
        "text": remark.text,
        "channels": list(remark.channels),
        "question": remark.question_nl,
        "safety": remark.safety,
    }


def _notice_json(notice: FormNotice) -> Mapping[str, Any]:
    return {"code": notice.code, "text": notice.text_nl, "source": notice.source}
