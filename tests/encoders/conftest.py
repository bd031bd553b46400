"""These tests need the extra `encoders`; `make encoders` installs it in a place of its own and runs them."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("sentence_transformers") else ["test_*.py"]
