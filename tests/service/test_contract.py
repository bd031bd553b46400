"""Made-up requests from the published description, with and without a key: no fault of ours, no undocumented answer."""

import pytest

from tests.service.contract import hold_to_the_description, operations

# A case is a large schema: printing one made-up request is slow, and says nothing about the service.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
EXAMPLES = {"coach": 8, "jobhunter": 3, "admin": 2, None: 2}


@pytest.mark.parametrize(("method", "path"), operations())
@pytest.mark.parametrize("key", EXAMPLES)
def test_every_answer_is_one_that_the_description_names(server, method, path, key):
    hold_to_the_description(server, method, path, key, EXAMPLES[key], seed=1)
