"""Which addresses are public."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.sources.fetching.networks import describe_special, is_loopback, parse_ip


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("0.0.0.0", "an unspecified address"), ("0.1.2.3", "an unspecified address"),
        ("10.0.0.0", "a private address"), ("10.255.255.255", "a private address"),
        ("100.64.0.0", "a provider's own address (CGNAT)"), ("100.127.255.255", "a provider's own address (CGNAT)"),
        ("127.0.0.1", "a loopback address"), ("127.255.255.254", "a loopback address"),
        ("169.254.169.254", "a link-local address"), ("172.16.0.1", "a private address"),
        ("172.31.255.255", "a private address"), ("192.0.0.1", "a reserved address"),
        ("192.0.2.1", "an address for documentation"), ("192.88.99.1", "a 6to4 relay"),
        ("192.168.1.1", "a private address"), ("198.18.0.1", "an address for benchmarks"),
        ("198.51.100.7", "an address for documentation"), ("203.0.113.7", "an address for documentation"),
        ("224.0.0.1", "a multicast address"), ("239.255.255.255", "a multicast address"),
        ("240.0.0.1", "a reserved address"), ("255.255.255.255", "a reserved address"),
        ("::", "an unspecified address"), ("::1", "a loopback address"),
        ("::127.0.0.1", "an IPv4 address written as IPv6"), ("::8.8.8.8", "an IPv4 address written as IPv6"),
        ("::ffff:127.0.0.1", "an IPv4 address written as IPv6"), ("::ffff:8.8.8.8", "an IPv4 address written as IPv6"),
        ("::ffff:0:127.0.0.1", "an IPv4 address written as IPv6"),
        ("64:ff9b::7f00:1", "a NAT64 address"), ("64:ff9b::8.8.8.8", "a NAT64 address"),
        ("64:ff9b:1::1", "a NAT64 address"), ("2002:7f00:1::", "a 6to4 address"), ("2001::1", "a Teredo address"),
        ("2001:10::1", "a reserved address"), ("2001:db8::1", "an address for documentation"),
        ("3fff::1", "an address for documentation"), ("fc00::1", "a private address"), ("fd12:3456::1", "a private address"),
        ("fe80::1", "a link-local address"), ("fe80::1%eth0", "a link-local address"), ("fec0::1", "a private address"),
        ("ff02::1", "a multicast address"), ("100::1", "a reserved address"), ("5f00::1", "a reserved address"),
        ("4000::1", "a reserved address"), ("2600::1%1", "a reserved address"),
    ],
)  # fmt: skip
def test_address_that_is_not_public_is_named(address, what):
    assert describe_special(ip_address(address)) == what


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
     "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255", "2600::1", "2a00:1450::1",
     "2001:4860:4860::8888", "2003::1"],
)  # fmt: skip
def test_public_address_is_let_be(address):
    assert describe_special(ip_address(address)) is None


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_nothing_that_python_holds_private_or_special_is_public(number):
    address = IPv4Address(number)
    if not address.is_global or address.is_multicast or address.is_reserved:
        assert describe_special(address) is not None or str(address).startswith("192.0.0.")


@settings(deadline=None)
@given(st.integers(0, 2**128 - 1) | st.integers(0x2000 << 112, 0x3FFF << 112))
def test_nothing_that_python_holds_private_or_special_is_public_in_the_new_net(number):
    address = IPv6Address(number)
    if not address.is_global or address.is_multicast or address.is_reserved:
        assert describe_special(address) is not None


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from(["::", "::ffff:", "::ffff:0:", "64:ff9b::", "2002:"]))
def test_no_old_address_passes_in_the_clothes_of_a_new_one(number, prefix):
    old = IPv4Address(number)
    text = f"2002:{number >> 16:x}:{number & 0xFFFF:x}::" if prefix == "2002:" else f"{prefix}{old}"
    assert describe_special(ip_address(text)) is not None


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_only_this_machine_is_loopback(number):
    assert is_loopback(IPv4Address(number)) == (number >> 24 == 127)
    assert not is_loopback(ip_address(f"::ffff:{IPv4Address(number)}"))
    assert is_loopback(ip_address("::1"))


@pytest.mark.parametrize(
    "text", ["127.1", "0x7f.0.0.1", "0177.0.0.1", "2130706433", "127.0.0.1 ", "１２７.0.0.1", "", "x"]
)
def test_other_notations_are_no_address(text):
    assert parse_ip(text) is None
