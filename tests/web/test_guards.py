import pytest
from tests.web.conftest import client_of

from dateline.web.guards import Admission, admit, is_loopback

TOKEN = "a long word that nobody guesses"


@pytest.mark.parametrize("host", ["localhost", "localhost:8400", "127.0.0.1:8400", "[::1]:8400", "LOCALHOST"])
def test_this_machine_by_its_names_is_let_in(host):
    assert Admission().has_host(host)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8400", "localhost.evil.example", "", "10.0.0.7", "127.0.0.1.evil.example"]
)
def test_a_name_that_was_pointed_at_this_machine_is_not(host, client):
    assert not Admission().has_host(host)
    assert client.get("/reports", headers={"Host": host or "x"}).status_code == 421


def test_elsewhere_numeric_addresses_and_named_hosts_are_let_in():
    admission = admit("0.0.0.0", ["desk.example"], TOKEN)
    assert admission.has_host("10.0.0.7:8400")
    assert admission.has_host("desk.example")
    assert not admission.has_host("evil.example")


@pytest.mark.parametrize(
    ("host", "is_own"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False)]
)
def test_only_loopback_is_this_machine_alone(host, is_own):
    assert is_loopback(host) is is_own


def test_without_the_token_nothing_is_shown(web_archive):
    client = client_of(web_archive, token=TOKEN)
    for path in (
        "/reports",
        "/reports.json",
        "/static/style.css",
        "/nothing",
        "/reports?token=wrong",
        "/reports?token=",
    ):
        answer = client.get(path)
        assert answer.status_code == 401
        assert "Harbour" not in answer.text
    assert client.get("/reports", headers={"Cookie": "dateline=wrong"}).status_code == 401
    assert client.get("/reports", headers={"Cookie": f"dateline={TOKEN}"}).status_code == 401


def test_the_token_is_shown_once_and_leaves_the_address(web_archive):
    client = client_of(web_archive, token=TOKEN)
    first = client.get("/reports", params={"token": TOKEN, "about": "gas & oil"})
    assert (first.status_code, first.headers["location"]) == (303, "/reports?about=gas+%26+oil")
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert TOKEN not in cookie
    assert client.get("/reports").status_code == 200


def test_the_token_never_leads_to_another_host(web_archive):
    client = client_of(web_archive, token=TOKEN)
    answer = client.get("http://localhost//evil.example/reports", params={"token": TOKEN})
    assert answer.headers["location"] == "/evil.example/reports"


def test_a_program_may_send_the_token_as_bearer(web_archive):
    client = client_of(web_archive, token=TOKEN)
    assert client.get("/reports.json", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_but_reading_is_answered(client, method):
    assert client.request(method, "/reports").status_code == 405


def test_a_head_is_an_answer_without_its_body(client):
    answer = client.head("/reports")
    assert (answer.status_code, answer.text) == (200, "")


@pytest.mark.parametrize("path", ["/reports", "/reports.json", "/static/style.css", "/nothing", "/event/no"])
def test_every_answer_forbids_what_a_page_does_not_need(client, path):
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
