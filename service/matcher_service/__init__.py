"""The service around matcher: an API for bureaus and pages for coaches and jobhunters.

Example:
    >>> from matcher_service import Settings, create_app
    >>> create_app(Settings()).title
    'matcher'
"""

from typing import TYPE_CHECKING

from matcher.faces import on_first_use

if TYPE_CHECKING:
    from matcher_service.app import create_app
    from matcher_service.settings import Settings, read_settings

__all__ = ["Settings", "create_app", "read_settings"]

# A worker takes its place to listen before it loads the rest: who started it asks within seconds whether it lives.
__getattr__ = on_first_use(__name__, {"Settings": "settings", "create_app": "app", "read_settings": "settings"})
