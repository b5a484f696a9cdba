"""What may be connected to."""

import threading

import pytest

from dateline.sources.fetching.gate import Gate, NoSuchHost, RefusedAddress
from dateline.sources.fetching.networks import parse_ip


def admitted(host, *addresses, allow_loopback=False):
    gate = Gate(allow_loopback=allow_loopback, resolve=lambda host, port: list(addresses))
    return [str(address) for address in gate.admit(host, 80, seconds=5)]


def refused(host, *addresses, allow_loopback=False):
    with pytest.raises(RefusedAddress) as error:
        admitted(host, *addresses, allow_loopback=allow_loopback)
    return str(error.value)


def test_name_is_let_through_to_its_public_addresses_alone():
    assert admitted("news.example", "1.1.1.1", "2600::1") == ["1.1.1.1", "2600::1"]
    assert admitted("news.example", "10.0.0.1", "1.1.1.1") == ["1.1.1.1"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("10.0.0.1", "news.example is 10.0.0.1, a private address"),
        ("169.254.169.254", "news.example is 169.254.169.254, a link-local address"),
        ("::ffff:127.0.0.1", "news.example is ::ffff:7f00:1, an IPv4 address written as IPv6"),
        ("64:ff9b::7f00:1", "news.example is 64:ff9b::7f00:1, a NAT64 address"),
        ("fe80::1%2", "news.example is fe80::1%2, a link-local address"),
    ],
)
def test_name_of_what_is_not_public_is_refused(address, reason):
    assert refused("news.example", address) == reason


def test_number_is_refused_without_asking_anybody():
    assert refused("127.0.0.1") == "127.0.0.1 is a loopback address"
    assert refused("::1") == "::1 is a loopback address"


def test_this_machine_is_asked_only_where_that_is_allowed_and_nothing_else_is_then():
    assert admitted("localhost", "127.0.0.1", "::1", allow_loopback=True) == ["127.0.0.1", "::1"]
    assert admitted("127.0.0.1", allow_loopback=True) == ["127.0.0.1"]
    assert refused("news.example", "10.0.0.1", allow_loopback=True)
    assert refused("news.example", "::ffff:127.0.0.1", allow_loopback=True)
    assert refused("0.0.0.0", allow_loopback=True)


def test_host_that_nobody_knows_is_named():
    def fail(host, port):
        raise OSError("Name or service not known")

    with pytest.raises(NoSuchHost, match=r"^the host news\.example is not found$"):
        Gate(resolve=fail).admit("news.example", 80, seconds=5)
    with pytest.raises(NoSuchHost, match="is not found"):
        admitted("news.example")
    with pytest.raises(NoSuchHost, match="is not found"):
        admitted("news.example", "no address")


def test_look_up_that_never_ends_is_left_behind():
    never = threading.Event()
    gate = Gate(resolve=lambda host, port: never.wait(30) and [])
    with pytest.raises(NoSuchHost, match=r"^no address of news\.example was told in time$"):
        gate.admit("news.example", 80, seconds=0.01)
    never.set()


def test_written_address_is_read_in_the_usual_notation_only():
    assert parse_ip("127.0.0.1") is not None
    assert parse_ip("0177.0.0.1") is None
