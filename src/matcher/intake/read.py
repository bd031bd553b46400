"""A case file in, a case and a report of the reading out. All faults of a file are told together."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

from pydantic import ValidationError

from matcher.domain.case import SCHEMA_ID, Case
from matcher.errors import CaseInvalid
from matcher.intake.consistency import contradictions
from matcher.intake.faults import as_faults
from matcher.intake.forms import faults_of_raw_forms, form_faults
from matcher.intake.identity import identity_in
from matcher.intake.json_tree import parse_json
from matcher.intake.report import ReadingReport, report_of
from matcher.intake.sentences import in_dutch
from matcher.intake.shape import as_data
from matcher.intake.source import CaseFormat, decode, read_text
from matcher.intake.tree import Fields, Items, Node, NotATree, Path, Scalar, Tree
from matcher.intake.withholding import withhold
from matcher.intake.yaml_tree import parse_yaml

Problem = tuple[Path, str]


@dataclass(frozen=True, slots=True)
class ReadCase:
    """A case and the report of its reading."""

    case: Case
    report: ReadingReport


def read_case(path: FilePath | str) -> ReadCase:
    """Answer the case in a file.

    Args:
        path: a `.yaml`, `.yml` or `.json` file of at most 1 MB in UTF-8.

    Raises:
        FileUnreadable: the file is missing, empty, too large, binary or of another kind.
        CaseInvalid: the file has one or more faults, each with line and field.
    """
    text, case_format = read_text(FilePath(path))
    return _read(text, case_format)


def read_case_text(text: str, case_format: CaseFormat = "yaml") -> ReadCase:
    r"""Answer the case in a text.

    Args:
        text: the content of a case file.
        case_format: `yaml` or `json`.

    Raises:
        FileUnreadable: the text is empty, too large or binary.
        CaseInvalid: the text has one or more faults, each with line and field.

    Example:
        >>> read_case_text("schema: matcher/case/1\nid: voorbeeld-1").case.id
        'voorbeeld-1'
    """
    return _read(decode(text.encode("utf-8", "surrogatepass")), case_format)


def read_case_bytes(content: bytes, case_format: CaseFormat = "yaml") -> ReadCase:
    """Answer the case in bytes that came over a line instead of from a file.

    Args:
        content: the content of a case file, in UTF-8.
        case_format: `yaml` or `json`.

    Raises:
        FileUnreadable: the content is empty, too large, binary or not UTF-8.
        CaseInvalid: the content has one or more faults, each with line and field.

    Example:
        >>> read_case_bytes(b'{"schema": "matcher/case/1", "id": "voorbeeld-1"}', "json").case.id
        'voorbeeld-1'
    """
    return _read(decode(content), case_format)


def _read(text: str, case_format: CaseFormat) -> ReadCase:
    try:
        tree = parse_json(text) if case_format == "json" else parse_yaml(text)
    except NotATree as wrong:
        raise CaseInvalid((wrong.fault,)) from None
    case, problems = _understand(tree)
    if case is None or problems or tree.twice:
        raise CaseInvalid(as_faults(tree, problems)) from None
    kept = withhold(case)
    return ReadCase(kept.case, report_of(kept.case, tree.root, kept.places))


def _understand(tree: Tree) -> tuple[Case | None, list[Problem]]:
    problems: list[Problem] = list(_identity(tree.root, ()))
    data, shape = as_data(Case, tree.root)
    problems += shape
    if data is None:
        return None, problems
    case = None
    try:
        case = Case.model_validate(data)
    except ValidationError as error:
        wrong = {path for path, _ in problems}
        problems += [problem for problem in _pydantic(error) if not _already(problem[0], wrong)]
    if case is None:
        problems += faults_of_raw_forms(data)
    else:
        problems += contradictions(case) + form_faults(case.forms)
    return case, problems


def _pydantic(error: ValidationError) -> Iterator[Problem]:
    for each in error.errors(include_url=False, include_input=False):
        path: Path = tuple(each["loc"])
        kind = each["type"]
        if path == ("schema",):
            yield path, f"zet bovenaan het bestand: schema: {SCHEMA_ID}."
        else:
            yield path, in_dutch(kind, path, each.get("ctx", {}))


def _already(path: Path, wrong: set[Path]) -> bool:
    return any(path[: len(known)] == known for known in wrong if known)


def _identity(node: Node, path: Path) -> Iterator[Problem]:
    if isinstance(node, Fields):
        for name, child in node.fields.items():
            if identity_in(name):
                yield (*path, name), _not_here(identity_in(name))
            yield from _identity(child, (*path, name))
    elif isinstance(node, Items):
        for position, child in enumerate(node.items):
            yield from _identity(child, (*path, position))
    elif isinstance(node, Scalar) and node.text is not None:
        found = identity_in(node.text)
        if found:
            yield path, _not_here(found)


def _not_here(what: str | None) -> str:
    return f"deze tekst lijkt op {what}. Dat hoort niet in dit bestand. Haal het weg."
