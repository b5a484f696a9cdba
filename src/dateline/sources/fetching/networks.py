"""Which addresses of the net are public, and what the others are.

A feed or a redirect may name any address; only public ones are ever connected to, so that nobody can have dateline
ask the machine it runs on, its network or a provider's own services.

The tables follow IANA's registries of special-purpose addresses (RFC 6890 and those that extend it). Ways of writing
an IPv4 address as an IPv6 one are refused whole, whatever address they carry.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

IPAddress = IPv4Address | IPv6Address

_IPV4 = {
    "0.0.0.0/8": "an unspecified address",
    "10.0.0.0/8": "a private address",
    "100.64.0.0/10": "a provider's own address (CGNAT)",
    "127.0.0.0/8": "a loopback address",
    "169.254.0.0/16": "a link-local address",
    "172.16.0.0/12": "a private address",
    "192.0.0.0/24": "a reserved address",
    "192.0.2.0/24": "an address for documentation",
    "192.88.99.0/24": "a 6to4 relay",
    "192.168.0.0/16": "a private address",
    "198.18.0.0/15": "an address for benchmarks",
    "198.51.100.0/24": "an address for documentation",
    "203.0.113.0/24": "an address for documentation",
    "224.0.0.0/4": "a multicast address",
    "240.0.0.0/4": "a reserved address",
}
_IPV6 = {
    "::/128": "an unspecified address",
    "::1/128": "a loopback address",
    "::/96": "an IPv4 address written as IPv6",
    "::ffff:0:0/96": "an IPv4 address written as IPv6",
    "::ffff:0:0:0/96": "an IPv4 address written as IPv6",
    "64:ff9b::/96": "a NAT64 address",
    "64:ff9b:1::/48": "a NAT64 address",
    "2001::/32": "a Teredo address",
    "2001::/23": "a reserved address",
    "2001:db8::/32": "an address for documentation",
    "2002::/16": "a 6to4 address",
    "3fff::/20": "an address for documentation",
    "fc00::/7": "a private address",
    "fe80::/10": "a link-local address",
    "fec0::/10": "a private address",
    "ff00::/8": "a multicast address",
}
_TABLES = {
    4: [(ip_network(block), name) for block, name in _IPV4.items()],
    6: [(ip_network(block), name) for block, name in _IPV6.items()],
}
_GIVEN_OUT = ip_network("2000::/3")
_LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1/128"))


def describe_special(address: IPAddress) -> str | None:
    """Return what an address is that is not a public one ("a private address"), None for a public one.

    >>> describe_special(ip_address("10.0.0.1")), describe_special(ip_address("::ffff:8.8.8.8"))
    ('a private address', 'an IPv4 address written as IPv6')
    """
    for block, name in _TABLES[address.version]:
        if address in block:
            return name
    if address.version == 6 and (address not in _GIVEN_OUT or address.scope_id is not None):
        return "a reserved address"
    return None


def is_loopback(address: IPAddress) -> bool:
    """Tell whether an address is this machine, written plainly."""
    return any(address in block for block in _LOOPBACK)


def parse_ip(text: str) -> IPAddress | None:
    """Return the address that `text` writes in the usual way, None where it is none."""
    try:
        return ip_address(text)
    except ValueError:
        return None
