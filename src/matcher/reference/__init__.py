"""Dated, cited reference data and its loaders. Knows only `domain`."""

from matcher.reference.channels import Channel, channels
from matcher.reference.fml import Item, Level, items

__all__ = ["Channel", "Item", "Level", "channels", "items"]
