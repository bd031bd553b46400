"""Two instances on one real PostgreSQL server, one killed: a seeded moment of what `tests.service.instances` proves."""

from tests.service.instances import two_instances


def test_two_instances_on_one_database_lose_and_double_nothing_when_one_is_killed(postgres_server, folder):
    said = two_instances(postgres_server.fresh(), folder, seconds=2, writers=2, back=False)
    assert said.versions
    assert said.vacancies
    assert said.looks
    assert said.refused.total() == 0
