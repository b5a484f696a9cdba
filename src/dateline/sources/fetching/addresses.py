"""Addresses of pages and feeds: which are taken at all, before any name is looked up."""

from __future__ import annotations

import re

import httpx

from dateline.sources.fetching.networks import parse_ip

LONGEST = 2048
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?")
_LONGEST_NAME, _LONGEST_LABEL = 253, 63


class BadAddress(ValueError):
    """An address that is never asked; the message says why."""


def parse_address(text: str) -> httpx.URL:
    """Return the address of a page or feed; raise BadAddress where it is none that is asked.

    The host is in ASCII and small letters. What looks like a number in any notation but the usual one (127.1, 0x7f.1,
    017700000001) is refused: which address that is depends on who reads it.
    """
    if len(text) > LONGEST:
        raise BadAddress(f"the address is longer than {LONGEST:,} characters")
    try:
        address = httpx.URL(text.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise BadAddress(f"is no address on the web ({error})") from error
    if address.scheme not in ("http", "https"):
        raise BadAddress("only http and https are asked")
    if address.userinfo:
        raise BadAddress("an address with a user name or password is not asked")
    if address.port is not None and not 0 < address.port <= 0xFFFF:
        raise BadAddress(f"there is no port {address.port}")
    _check_host(host_of(address))
    return address.copy_with(fragment=None, raw_path=address.raw_path)


def host_of(address: httpx.URL) -> str:
    """Return the host of an address in ASCII, an IPv6 address without brackets."""
    return address.raw_host.decode("ascii")


def origin_of(address: httpx.URL) -> str:
    """Return scheme, host and port of an address: what one robots.txt speaks for."""
    return str(address.copy_with(raw_path=b"/")).removesuffix("/")


def _check_host(host: str) -> None:
    if not host:
        raise BadAddress("the address names no host")
    if parse_ip(host) is not None and "%" not in host:
        return
    labels = host.removesuffix(".").split(".")
    if _NUMBER.fullmatch(labels[-1]):
        raise BadAddress(f"{host} is a number that may mean another address; write it as four numbers")
    if len(host) > _LONGEST_NAME or not all(len(x) <= _LONGEST_LABEL and _NAME.fullmatch(x) for x in labels):
        raise BadAddress("the address names no host that can exist")
