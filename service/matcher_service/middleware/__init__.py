"""What happens to every request before and after its route. Plain ASGI, one idea per module."""

from matcher_service.middleware.authenticate import Authenticate
from matcher_service.middleware.doorkeeper import Doorkeeper
from matcher_service.middleware.headers import SecurityHeaders
from matcher_service.middleware.observe import Observe
from matcher_service.middleware.size_limit import SizeLimit
from matcher_service.middleware.time_limit import TimeLimit

__all__ = ["Authenticate", "Doorkeeper", "Observe", "SecurityHeaders", "SizeLimit", "TimeLimit"]
