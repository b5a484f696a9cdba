"""Fetching pages and feeds from the net, never from anywhere that is not public; knows nothing of what is in them."""

from dateline.sources.fetching.addresses import BadAddress, host_of, origin_of, parse_address
from dateline.sources.fetching.answers import Answer
from dateline.sources.fetching.fetcher import Fetcher, FetchLimits
from dateline.sources.fetching.gate import Gate

__all__ = [
    "Answer",
    "BadAddress",
    "FetchLimits",
    "Fetcher",
    "Gate",
    "host_of",
    "origin_of",
    "parse_address",
]
