import csv
import io
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web.conftest import client_of

from dateline.web.rendering import outside_link, plain
from dateline.web.tables import Table

TITLE = '<img src=x onerror=alert(1)>"><script>alert(2)</script>'
TEXT = (
    "France expelled two Russian diplomats on Tuesday, President <b onclick=alert(3)>Vladimir Putin</b> said.\n\n"
    '</span><script>alert(4)</script> "We will answer {{ 7*7 }} ${7*7}," Russia said in Moscow.\n\n'
    "Turkey promised <a href=javascript:alert(5)>aid</a> to Syria on Monday if the \u202efighting\u202c stops."
)


class _Elements(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


@pytest.fixture
def hostile(keep):
    path, record = keep(TEXT, title=TITLE, url="javascript:alert(6)", publisher='"><svg onload=alert(7)>')
    return client_of(path), record


PATHS = [
    "/",
    "/timeline",
    "/map",
    "/network",
    "/ledger",
    "/statements",
    "/actors",
    "/reports",
    "/copies",
    "/search?q=%3Cscript%3Ealert(8)%3C/script%3E",
]


def test_no_markup_of_a_source_reaches_a_page(hostile):
    client, record = hostile
    numbers = range(1, 1 + len(record.events) + len(record.statements) + len(record.positions))
    paths = [
        *PATHS,
        f"/report/{record.document.id}",
        *(f"/statement/{n}" for n in numbers),
        *(f"/event/{n}" for n in numbers),
    ]
    for path in paths:
        html = client.get(path, follow_redirects=True).text
        found = _Elements(html)
        own = {"script", "img", "svg", "b"} & set(found.tags)
        assert all(
            value.startswith("/static/") for tag, name, value in found.attributes if tag == "script" and name == "src"
        )
        assert "img" not in own
        assert "onclick" not in {name for _, name, _ in found.attributes}
        assert not [name for _, name, _ in found.attributes if name.startswith("on") or name == "style"]
        assert "alert(" not in "".join(
            value for _, name, value in found.attributes if name in ("href", "src", "action")
        )
        assert "49" not in html.split("We will answer")[1][:12] if "We will answer" in html else True


def test_an_address_that_runs_something_is_text_and_no_link(hostile):
    client, record = hostile
    html = client.get(f"/report/{record.document.id}").text
    assert "javascript:alert(6)" in html
    assert not [v for _, n, v in _Elements(html).attributes if n == "href" and v.lower().startswith("javascript")]


def test_marks_that_turn_the_direction_of_reading_are_shown_as_such(hostile):
    client, record = hostile
    html = client.get(f"/report/{record.document.id}").text
    assert "\u202e" not in html
    assert "\ufffdfighting\ufffd" in html


def test_a_page_that_is_not_there_sends_nobody_elsewhere(client):
    html = client.get("http://localhost//evil.example/x").text
    assert "evil" not in html


@given(st.text())
def test_plain_text_keeps_every_offset(text):
    assert len(plain(text)) == len(text)


@given(
    st.text(max_size=40),
    st.sampled_from(["javascript:", "data:", "vbscript:", "file:///", "//", "", "\tjavascript:", "java\nscript:"]),
)
def test_only_web_addresses_become_links(rest, start):
    assert outside_link(start + rest) is None or outside_link(start + rest).startswith(("http://", "https://"))


@given(
    st.lists(
        st.tuples(st.text(), st.integers() | st.none() | st.floats(allow_nan=False, allow_infinity=False)), max_size=5
    )
)
def test_csv_comes_back_cell_by_cell_and_no_text_is_a_formula(rows):
    text = Table(("words", "figure"), rows).to_csv()
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert back[0] == ["words", "figure"]
    for (words, figure), (found, number) in zip(rows, back[1:], strict=True):
        assert found in (words, f"'{words}")
        assert not found.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert number == ("" if figure is None else str(figure))
