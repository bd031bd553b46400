"""Made-up capacity forms in five layouts, as real PDF, Word and Excel files with the truth beside them."""

from tests.papers.samples.capacity import Made, made_up
from tests.papers.samples.strange import STRANGE, WAYS
from tests.papers.samples.write import HARD, LAYOUTS, write_samples

__all__ = ["HARD", "LAYOUTS", "STRANGE", "WAYS", "Made", "made_up", "write_samples"]
