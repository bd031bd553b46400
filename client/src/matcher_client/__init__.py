"""A typed client for the matcher service."""

from matcher_client.client import Client
from matcher_client.errors import (
    AnswerUnreadable,
    CaseFaulty,
    Fault,
    InsecureAddress,
    MatcherClientError,
    NotAllowed,
    NotFound,
    Refused,
    ServiceFault,
    TooManyRequests,
    Unreachable,
)

__all__ = [
    "AnswerUnreadable",
    "CaseFaulty",
    "Client",
    "Fault",
    "InsecureAddress",
    "MatcherClientError",
    "NotAllowed",
    "NotFound",
    "Refused",
    "ServiceFault",
    "TooManyRequests",
    "Unreachable",
]
