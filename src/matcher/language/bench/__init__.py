"""Measuring the title linker beside plain baselines, on data that the user names; never used to tune."""
