"""Dated, cited reference data and its loaders. Knows only `domain`."""
