"""What happens to every request before and after its route. Plain ASGI, one idea per module."""

from matcher_service.middleware.door import Door
from matcher_service.middleware.hand_over import HandOver, Quick, Sent, Version
from matcher_service.middleware.observe import Observe
from matcher_service.middleware.packing import Packing
from matcher_service.middleware.size_limit import SizeLimit
from matcher_service.middleware.time_limit import TimeLimit

__all__ = ["Door", "HandOver", "Observe", "Packing", "Quick", "Sent", "SizeLimit", "TimeLimit", "Version"]
