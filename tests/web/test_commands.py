import re
import sys

import pytest

import dateline
from dateline.web.brief import write_brief


def test_serve_says_where_it_is_open_and_gives_the_socket_to_the_server(demo_folder, dateline_command, monkeypatch):
    served = []
    monkeypatch.setattr("dateline.web.serve", served.append)
    done = dateline_command("serve", "--archive", "crisis.db")
    (explorer,) = served
    port = explorer.listener.getsockname()[1]
    explorer.listener.close()
    assert done.status == 0
    assert f"crisis.db is open at http://localhost:{port}/\n" in done.err
    assert explorer.admission.token is None


def test_serve_elsewhere_prints_a_token(demo_folder, dateline_command, monkeypatch):
    served = []
    monkeypatch.setattr("dateline.web.serve", served.append)
    done = dateline_command(
        "serve", "--archive", "crisis.db", "--host", "0.0.0.0", "--port", "0", "--allow", "desk.example"
    )
    served[0].listener.close()
    assert re.search(r"/\?token=[\w-]{32}\n", done.err)
    assert served[0].admission.has_host("desk.example")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--archive", "none.db"), "none.db: no such archive"),
        (("--archive", "crisis.db", "--host", "no-such-host.invalid"), "cannot listen there"),
    ],
)
def test_serve_that_cannot_is_one_line(demo_folder, dateline_command, options, words):
    done = dateline_command("serve", *options)
    assert done.status == 1
    assert words in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("command", "module"), [(("serve",), "dateline.web"), (("report", "--out", "b.html"), "dateline.web.brief")]
)
def test_without_the_extra_the_commands_say_how_to_get_it(demo_folder, dateline_command, monkeypatch, command, module):
    monkeypatch.delattr(dateline, "web", raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    done = dateline_command(*command, "--archive", "crisis.db")
    assert done.status == 1
    assert "pip install 'dateline[web]'" in done.err


def test_report_writes_one_page_that_needs_nothing_else(demo_folder, dateline_command):
    done = dateline_command("report", "--out", "brief.html", "--archive", "crisis.db")
    assert (done.status, done.err) == (0, "dateline: brief.html written\n")
    page = (demo_folder / "brief.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert not re.findall(r'(?:src|action)="|<link|@import|url\(', page)
    for link in re.findall(r'href="([^"]*)"', page):
        assert link.startswith(("#", "https://example.org/"))
    anchors = set(re.findall(r'id="([^"]*)"', page))
    assert {link[1:] for link in re.findall(r'href="(#[^"]*)"', page)} <= anchors


def test_report_holds_what_its_scope_asks_for(demo_folder, dateline_command):
    dateline_command(
        "report",
        "--country",
        "TUR",
        "--since",
        "2015-11-24",
        "--until",
        "2015-11-24",
        "--out",
        "t.html",
        "--archive",
        "crisis.db",
    )
    page = (demo_folder / "t.html").read_text(encoding="utf-8")
    assert "Countries: TUR." in page
    happened = page.split('id="happened"')[1].split('id="coming"')[0]
    days = set(re.findall(r'<h3 class="day">(.*?)</h3>', happened))
    assert "Tuesday 24 November 2015" in days
    assert days <= {"Tuesday 24 November 2015", "week 48, 2015", "November 2015"}
    assert "Turkey" in happened


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--out", "nowhere/brief.html"), "nowhere/brief.html: there is no folder nowhere"),
        (("--out", "b.html", "--country", "Ruritania"), "is no country's code"),
        (("--out", "b.html", "--since", "2015-12-01", "--until", "2015-11-01"), "before they begin"),
    ],
)
def test_report_that_cannot_is_one_line(demo_folder, dateline_command, options, words):
    done = dateline_command("report", "--archive", "crisis.db", *options)
    assert done.status == 1
    assert words in done.err
    assert done.err.count("\n") == 1


def test_report_replaces_a_page_only_where_that_is_asked_for(demo_folder, dateline_command):
    page = demo_folder / "mine.html"
    page.write_text("mine")
    refused = dateline_command("report", "--archive", "crisis.db", "--country", "Turkey", "--out", "mine.html")
    assert (refused.status, page.read_text()) == (1, "mine")
    assert "--force" in refused.err
    done = dateline_command("report", "--archive", "crisis.db", "--country", "Turkey", "--out", "mine.html", "--force")
    assert done.status == 0
    assert page.read_text().startswith("<!doctype html>")


def test_a_report_of_hostile_words_stays_words(keep):
    path, _ = keep(
        "<script>alert(1)</script> France expelled two Russian diplomats on Tuesday.",
        title="</style><script>alert(2)</script>",
        url="javascript:alert(3)",
    )
    with dateline.open(path) as situation:
        page = write_brief(situation)
    assert "<script" not in page
    assert page.count("</style>") == 1
    assert 'href="javascript' not in page
