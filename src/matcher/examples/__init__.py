"""Invented cases that are shipped with the package."""
