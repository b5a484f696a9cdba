import socket

import pytest

from dateline.errors import ArchiveError, BadInput
from dateline.web import Address, make_address, open_explorer


def test_this_machine_alone_needs_no_token_and_others_always_do():
    assert make_address("127.0.0.1", 8400, (), None).token is None
    made = [make_address("0.0.0.0", 8400, (), None).token for _ in range(2)]
    assert made[0] != made[1]
    assert min(map(len, made)) >= 32
    assert make_address("0.0.0.0", 8400, (), "mine").token == "mine"


def test_the_address_to_open_holds_the_token(web_archive):
    explorer = open_explorer(web_archive, Address(port=0, token="a b&c"))
    port = explorer.listener.getsockname()[1]
    explorer.listener.close()
    assert explorer.url == f"http://localhost:{port}/?token=a%20b%26c"


def test_a_port_in_use_is_one_line(web_archive):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadInput, match=f"127.0.0.1:{port}: cannot listen there"):
            open_explorer(web_archive, Address(port=port))


def test_a_host_that_is_not_this_machine_is_one_line(web_archive):
    with pytest.raises(BadInput, match="cannot listen there"):
        open_explorer(web_archive, Address(host="no-such-host.invalid", port=0))


def test_without_an_archive_nothing_is_served(tmp_path):
    with pytest.raises(ArchiveError, match="no such archive"):
        open_explorer(tmp_path / "none.db", Address(port=0))
