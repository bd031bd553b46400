"""`matcher bench`: measurements that anyone can run."""

import click

from matcher.cli.dutch import DutchGroup
from matcher.cli.titles import bench_titles


@click.group(cls=DutchGroup, short_help="Meet hoe goed en hoe snel het werkt.")
def bench() -> None:
    """Meet hoe goed en hoe snel het werkt, naast eenvoudige methoden."""


bench.add_command(bench_titles, name="titles")
