"""A server that is killed while it writes loses nothing that it said was done."""

import pytest

from tests.service.crash import crash


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_server_keeps_everything_it_acknowledged_and_the_chain_holds(folder, seed):
    said = crash(folder, seed)
    assert said.dossiers
