"""The service around matcher: an API for bureaus and pages for coaches and jobhunters.

Example:
    >>> from matcher_service import Settings, create_app
    >>> create_app(Settings()).title
    'matcher'
"""

from matcher_service.app import create_app
from matcher_service.settings import Settings, read_settings

__all__ = ["Settings", "create_app", "read_settings"]
