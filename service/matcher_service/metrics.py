"""What Prometheus may see: counts and times per route; never a path, a key or a value that was sent."""

import os
from functools import cache

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

MULTIPROCESS = "PROMETHEUS_MULTIPROC_DIR"
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """The counters of one application."""

    content_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call] # the library has no types here
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "matcher_requests", "Requests answered.", ("method", "route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "matcher_request_seconds", "Time per answer.", ("route",), registry=self._registry, buckets=_SECONDS
        )
        self._refused = Counter(
            "matcher_refused", "Requests refused at the door.", ("reason",), registry=self._registry
        )
        # Looking a counter up by its labels takes longer than counting.
        self._counter = cache(lambda method, route, status: self._requests.labels(method, route, str(status)))
        self._timer = cache(self._seconds.labels)
        self._running = Gauge(
            "matcher_requests_running", "Requests being answered.", registry=self._registry, multiprocess_mode="livesum"
        )

    def began(self) -> None:
        """Count a request that began."""
        self._running.inc()

    def ended(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request that ended.

        Args:
            method: one of the usual methods, else `other`.
            route: template of the route, or `none`.
            status: HTTP status.
            seconds: time it took.
        """
        self._running.dec()
        self._counter(method, route, status).inc()
        self._timer(route).observe(seconds)

    def refused(self, reason: str) -> None:
        """Count a refusal at the door."""
        self._refused.labels(reason).inc()

    def page(self) -> bytes:
        """Answer all counters in the text form of Prometheus; those of every worker together."""
        registry = self._registry
        if os.environ.get(MULTIPROCESS):
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call] # the library has no types here
        return generate_latest(registry)
