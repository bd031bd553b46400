"""`python -m matcher.cli`: the command line without its entry point."""

from matcher.cli import main

main()
