"""Tests of the words: what a text says, to whom, from where, and whether the Dutch is right."""
