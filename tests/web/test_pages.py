import csv
import html
import io
import json
import re
from collections import Counter
from datetime import date

import pytest
from tests.web.conftest import client_of

from dateline.archive import ArchiveWriter
from dateline.model import EventType
from dateline.sources import Known, make_document

LISTS = (
    "/timeline",
    "/map",
    "/network",
    "/ledger",
    "/statements",
    "/actors",
    "/reports",
    "/copies",
    "/stories",
    "/tie?first=TUR&second=RUS",
)
PAGES = ("/", *LISTS, "/search", "/search?q=What+did+Russia+say+of+Turkey", "/actor/TUR", "/event/1")


def _twin(path, suffix):
    stem, _, query = path.partition("?")
    return f"{'/today' if stem == '/' else stem}.{suffix}" + (f"?{query}" if query else "")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_a_json_twin_that_parses(client, path):
    assert client.get(path).status_code == 200
    answer = client.get(_twin(path, "json"))
    assert answer.headers["content-type"] == "application/json"
    assert set(answer.json()) == {"title", "as_of", "data"}


@pytest.mark.parametrize("path", LISTS)
def test_every_list_downloads_as_csv(client, path):
    answer = client.get(_twin(path, "csv"))
    assert answer.headers["content-disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert rows
    assert all(None not in row and None not in row.values() for row in rows)


def test_downloads_hold_what_the_page_shows(client):
    path = "?type=ASSAULT&sort=oldest"
    numbers = [row["number"] for row in client.get(f"/timeline.json{path}").json()["data"]]
    assert [
        int(row["number"]) for row in csv.DictReader(io.StringIO(client.get(f"/timeline.csv{path}").text))
    ] == numbers
    assert re.findall(r'<li id="e-(\d+)">', client.get(f"/timeline{path}").text) == [str(n) for n in numbers]


@pytest.mark.parametrize("type_", ["ASSAULT", "CONSULT"])
def test_a_filter_holds_for_every_row(client, type_):
    rows = client.get(f"/timeline.json?type={type_}").json()["data"]
    assert rows
    assert {row["type"] for row in rows} == {EventType(type_).value}


def test_pages_of_a_list_are_the_whole_list_once(client):
    numbers = []
    for page in range(1, 20):
        rows = client.get(f"/timeline.json?page={page}").json()["data"]
        if not rows:
            break
        numbers += [row["number"] for row in rows]
    assert len(numbers) == len(set(numbers)) > 50


def test_links_of_a_page_keep_the_day_whose_knowledge_counts(client):
    page = client.get("/timeline?as_of=2015-11-24").text
    links = re.findall(r'href="(/(?:event|report|actor)/[^"]+)"', page)
    assert links
    assert all("as_of=2015-11-24" in link for link in links)


def test_as_of_a_day_knows_nothing_that_was_published_later(client):
    rows = client.get("/reports.json?as_of=2015-11-24").json()["data"]
    assert rows
    assert all(row["published"] <= "2015-11-24" for row in rows if row["published"])
    assert client.get("/event/1.json?as_of=2015-11-01").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/event/999999", "/event/no", "/event/0", "/event/1e3", "/statement/999999", "/report/0000000000000000",
        "/actor/Nobody%20at%20All", "/timeline?since=yesterday", "/timeline?type=WAR", "/timeline?sort=size", "/tie",
        "/tie?first=TUR", "/nothing", "/report/x?part=9", "/network?level=planet", "/timeline?page=-1", "/ledger?kind=wish",
        "/event/" + "9" * 400, "/actor/%00", "/search?q=" + "x" * 900,
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_said_in_one_line(client, path):
    answer = client.get(path)
    assert answer.status_code in (400, 404, 503)
    assert "Traceback" not in answer.text
    stem, _, query = path.partition("?")
    twin = client.get(f"{stem}.json" + (f"?{query}" if query else ""))
    if path != "/nothing":
        assert "\n" not in twin.json()["error"]


def test_a_number_of_another_layer_leads_to_its_page(client, demo_records, web_archive):
    from dateline.archive import ArchiveReader

    with ArchiveReader(web_archive) as reader:
        record = next(r for r in demo_records if r.statements)
        number = reader.numbers(record.document.id)[record.statements[0].id]
    assert client.get(f"/position/{number}").headers["location"] == f"/statement/{number}"
    assert client.get(f"/statement/{number}").status_code == 200


def test_an_event_page_names_every_report_and_source(client):
    events = client.get("/timeline.json?sort=reports").json()["data"]
    most = events[0]
    assert most["corroboration"]["reports"] > 1
    page = client.get(f"/event/{most['number']}").text
    for telling in most["tellings"]:
        assert f"/report/{telling['citation']['document']}?at={telling['citation']['number']}" in page


def test_a_version_tells_what_changed_in_it(client):
    rows = client.get("/reports.json?about=warplane").json()["data"]
    changed = next(row for row in rows if row["versions"] == 2)
    page = client.get(f"/report/{changed['document']}").text
    other = re.search(r"compare=(\w+)", page)[1]
    compared = client.get(f"/report/{changed['document']}?compare={other}").text
    assert "<ins>" in compared
    assert "<del>" in compared
    assert "From version 1 to version 2" in compared


def test_a_citation_opens_the_part_of_a_long_report_it_stands_in(reader, tmp_path):
    paragraph = "France expelled two Russian diplomats on Tuesday, officials in Paris said. "
    text = "\n\n".join(f"{paragraph} It was day {i} of the quarrel over gas in the north." for i in range(1, 220))
    record = reader.read(make_document(text, published=date(2015, 11, 26), known=Known(title="A long report")))
    with ArchiveWriter(tmp_path / "long.db") as writer:
        (kept,) = writer.keep([record])
    client = client_of(tmp_path / "long.db")
    last = max(record.events, key=lambda event: event.trigger.start)
    answer = client.get(f"/report/{record.document.id}?at={kept.numbers[last.id]}")
    part, anchor = re.fullmatch(r".*\?part=(\d+)#m-(\w+)", answer.headers["location"]).groups()
    assert anchor == last.id
    assert int(part) > 1
    page = client.get(f"/report/{record.document.id}?part={part}").text
    assert f'id="m-{last.id}"' in page
    assert "Part 1 of" in client.get(f"/report/{record.document.id}").text


def test_while_another_process_writes_pages_answer_and_then_show_what_is_new(keep, reader):
    path, _ = keep("France expelled two Russian diplomats on Tuesday.", title="First")
    client = client_of(path)
    assert len(client.get("/reports.json").json()["data"]) == 1
    text = "Turkey shot down a Russian warplane near the border on Monday."
    record = reader.read(
        make_document(text, published=date(2015, 11, 27), known=Known(published=date(2015, 11, 27), title="Second"))
    )
    with ArchiveWriter(path) as writer:
        writer._begin()
        assert client.get("/timeline").status_code == 200
        writer._roll_back()
        writer.keep([record])
        assert {row["title"] for row in client.get("/reports.json").json()["data"]} == {"First", "Second"}
    types = {row["type"] for row in client.get("/timeline.json").json()["data"]}
    assert {"SANCTION", "ASSAULT"} <= types


def test_the_explorer_leaves_records_as_they_are(web_archive, client):
    import dateline

    with dateline.open(web_archive) as archive:
        before = [record.to_json() for record in archive.iter_records()]
    for path in PAGES:
        client.get(path)
    with dateline.open(web_archive) as archive:
        assert [record.to_json() for record in archive.iter_records()] == before


def test_an_empty_archive_says_how_to_fill_it(tmp_path):
    with ArchiveWriter(tmp_path / "empty.db"):
        pass
    client = client_of(tmp_path / "empty.db")
    assert "dateline read" in client.get("/").text
    for path in ("/timeline", "/map", "/network", "/ledger", "/statements", "/actors", "/reports", "/copies"):
        assert client.get(path).status_code == 200


def test_a_page_without_the_libraries_says_so_and_still_reads(client, monkeypatch):
    from dateline.web import rendering

    monkeypatch.setitem(rendering.environment().globals, "has_vendored", lambda need: False)
    for path in ("/timeline", "/map", "/network", "/actor/TUR"):
        page = client.get(path).text
        assert "make vendor" in page
        assert "/vendor/" not in re.sub(r'data-outlines="[^"]*"', "", page)
        assert "<table>" in page or 'class="lines"' in page


def test_pages_are_sent_compressed_and_own_files_may_be_kept(client):
    page = client.get("/timeline", headers={"Accept-Encoding": "gzip"})
    assert page.headers["content-encoding"] == "gzip"
    assert page.headers["cache-control"] == "no-store"
    style = re.search(r'href="(/static/style\.css\?v=\w+)"', page.text)[1]
    assert "immutable" in client.get(style).headers["cache-control"]


def test_the_report_twin_is_the_record(client, demo_records):
    record = demo_records[0]
    data = client.get(f"/report/{record.document.id}.json").json()["data"]
    numbers = data.pop("numbers")
    assert data == json.loads(record.to_json())
    assert set(numbers) == {piece.id for piece in (*record.events, *record.statements, *record.positions)}


def test_every_actor_that_a_report_links_has_a_page(client, demo_records):
    links = set()
    for record in demo_records[:6]:
        links |= set(re.findall(r'href="(/actor/[^"]+)"', client.get(f"/report/{record.document.id}").text))
    assert len(links) > 40
    assert {client.get(link).status_code for link in sorted(links)[::3]} == {200}


MOST_OF_A_KIND = 12


def test_the_act_in_a_line_leads_to_where_it_stands_in_its_report(client):
    rows = client.get("/timeline.json").json()["data"]
    page = client.get("/timeline").text
    links = re.findall(r'<mark><a href="(/report/[^"]+)" title="[^"]+">([^<]+)</a></mark>', page)
    assert len(links) == len(rows)
    for (link, words), row in list(zip(links, rows, strict=True))[:8]:
        assert html.unescape(words) == row["words"][row["trigger_start"] : row["trigger_end"]]
        address, _, piece = client.get(link).headers["location"].partition("#m-")
        assert f'id="m-{piece}"' in client.get(address).text


def test_a_triad_under_strain_leads_to_its_three_ties(client):
    triads = client.get("/network.json").json()["data"]["strained"]
    lines = re.findall(r"<li>([^<]+)\s*<p class=\"origin\">(.*?)</p></li>", client.get("/network").text, re.DOTALL)
    assert [html.unescape(reason).strip() for reason, _ in lines] == [triad["reason"] for triad in triads[:12]]
    assert all(links.count('href="/tie?') == 3 for _, links in lines)


def test_every_story_of_the_list_leads_to_itself(client):
    links = re.findall(r'<p class="who"><a href="(/story/\d+)">(.*?)</a></p>', client.get("/stories").text)
    assert len(links) > 10
    for link, title in links:
        assert f"<h1>{title}</h1>" in client.get(link).text


def test_an_empty_search_proposes_questions_that_have_answers(client):
    examples = re.findall(r'<a href="(/search\?q=[^"]+)">', client.get("/search").text)
    assert len(examples) == 3
    for example in examples:
        assert client.get(html.unescape(example).replace("/search?", "/search.json?")).json()["data"]["hits"]


def test_a_page_as_of_a_day_says_so_in_its_head(client):
    assert "as of 24 November 2015</p>" in client.get("/ledger?as_of=2015-11-24").text


def test_days_without_a_report_lead_to_the_nearest_that_has_one(client):
    assert 'href="/?as_of=2015-11-14">The nearest is of 14 November 2015.' in client.get("/?as_of=2010-01-01").text
    assert 'href="/?as_of=2015-12-03">The nearest is of 3 December 2015.' in client.get("/?as_of=2016-05-01").text
    assert "The nearest is of" not in client.get("/").text


def test_a_report_without_a_title_is_called_by_how_it_begins(keep):
    path, record = keep("France expelled two Russian diplomats on Tuesday.")
    client = client_of(path)
    for page in ("/", "/reports", f"/report/{record.document.id}"):
        assert "France expelled two Russian diplomats on Tuesday." in client.get(page).text


def test_the_title_of_a_statement_says_who_and_what(client):
    number = client.get("/statements.json?by=Hollande&sort=oldest").json()["data"][0]["number"]
    data = client.get(f"/statement/{number}.json").json()
    entry = data["data"]["entry"]
    assert data["title"].startswith(f"{entry['head']} {entry['lead']}: {entry['words'][:20]}")
    assert re.search(
        r'<h1><a class="party" href="/actor/[^"]+">François Hollande</a>', client.get(f"/statement/{number}").text
    )


def test_every_link_of_every_page_leads_to_a_page(client):
    followed, kinds, dead = set(), Counter(), []
    coming = ["/", "/network?level=actor"]
    while coming:
        path = coming.pop(0)
        kind = path.partition("?")[0].split("/")[1]
        if path in followed or kinds[kind] >= MOST_OF_A_KIND:
            continue
        followed.add(path)
        kinds[kind] += 1
        answer = client.get(path, follow_redirects=True)
        dead += [path] if answer.status_code != 200 else []
        if answer.headers["content-type"].startswith("text/html"):
            links = re.findall(r'href="(/[^"#]*)', answer.text)
            coming += [html.unescape(link) for link in links if not link.startswith("/static/")]
    assert dead == []
    assert {"event", "report", "statement", "position", "actor", "tie", "story", "ledger.csv"} <= set(kinds)
