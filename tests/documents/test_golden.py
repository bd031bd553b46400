"""One of each kind of document, as text and structure of the finished Word file and PDF, stays as it is."""

import pytest

from matcher.documents import Kind
from tests.documents.golden import FOLDER, golden


@pytest.mark.parametrize("kind", list(Kind))
def test_a_finished_document_is_the_one_that_was_looked_at(kind: Kind):
    kept = (FOLDER / f"{kind.value}.txt").read_text(encoding="utf-8")
    assert golden(kind) == kept, "look at the file, then run: python -m tests.documents.golden"
