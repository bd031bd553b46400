"""Tests of the Poortwachter calendar."""
