"""The explorer in a real browser: every page of it, as somebody reads, clicks and types."""

import csv
import io
import json
import re

import pytest
from tests.web.conftest import Running, Visitor

PAGES = {
    "today": "/",
    "timeline": "/timeline",
    "map": "/map",
    "network": "/network",
    "ledger": "/ledger",
    "statements": "/statements",
    "actors": "/actors",
    "reports": "/reports",
    "copies": "/copies",
    "stories": "/stories",
    "search": "/search?q=What+did+Russia+say+of+Turkey",
    "event": "/event/1",
    "actor": "/actor/TUR",
    "tie": "/tie?first=TUR&second=RUS",
}


@pytest.fixture(scope="session")
def warplane(client):
    """The address of a report with a version and marks of every sort."""
    rows = client.get("/reports.json?about=warplane+airman").json()["data"]
    return f"/report/{next(row for row in rows if row['versions'] == 2)['document']}"


def test_every_page_opens_without_an_error_or_a_request_elsewhere(visit, warplane):
    visitor = visit()
    for path in (*PAGES.values(), warplane):
        assert visitor.open(path).locator("h1").count() == 1, path


def test_highlights_read_what_the_record_says(visit, warplane, client):
    record = client.get(f"{warplane}.json").json()["data"]
    page = visit().open(warplane)
    text = record["document"]["text"]
    words = page.evaluate(
        """() => {
          const found = {};
          for (const mark of document.querySelectorAll("#text .m.event"))
            for (const piece of mark.dataset.m.split(" "))
              if (piece.startsWith("e")) found[piece] = (found[piece] ?? "") + mark.textContent;
          return found;
        }"""
    )
    assert words == {e["id"]: text[e["trigger"]["start"] : e["trigger"]["end"]] for e in record["events"]}
    shown = page.locator("#text").inner_text()
    assert "".join(shown.split()) == "".join(text.split())


def test_a_mark_and_its_entry_light_each_other_up(visit, warplane):
    page = visit().open(warplane)
    mark = page.locator("#text .m[data-to='e1']").first
    entry = page.locator("#l-e1")
    mark.hover()
    assert "on" in entry.get_attribute("class").split()
    page.locator("h1").hover()
    assert "on" not in entry.get_attribute("class").split()
    entry.hover()
    assert "on" in mark.get_attribute("class").split()
    assert page.locator("#text .m.near").count() > 0


def test_a_click_leads_from_the_text_to_the_entry_and_back(visit, warplane):
    page = visit().open(warplane)
    last = page.locator(".entry[id^='l-e']").last
    piece = last.get_attribute("data-p")
    last.locator(".go").click()
    mark = page.locator(f"#text .m[data-m~='{piece}']").first
    assert mark.evaluate("m => m === document.activeElement")
    assert page.url.endswith(f"#m-{piece}")
    page.locator("#text .m[data-to='e1']").first.click()
    assert "on" in page.locator("#l-e1").get_attribute("class").split()
    assert "on" not in last.get_attribute("class").split()


def test_the_keyboard_alone_walks_the_marks_and_opens_the_reason(visit, warplane):
    page = visit().open(warplane)
    page.keyboard.press("n")
    assert page.locator("#text .on").count() == 0
    page.locator("#text").focus()
    page.keyboard.press("n")
    page.keyboard.press("n")
    second = page.evaluate("document.activeElement.dataset.to")
    assert "on" in page.locator(f"#l-{second}").get_attribute("class").split()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.entry').dataset.p") == second
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(f"#l-{second} .why").evaluate("why => why.open")
    assert page.locator(f"#l-{second} .why dd").last.inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#text .on").count() == 0


def test_a_layer_that_is_put_out_is_no_longer_marked(visit, warplane):
    page = visit().open(warplane)
    colour = "m => getComputedStyle(m).backgroundColor"
    mark = page.locator("#text .m.event").first
    before = mark.evaluate(colour)
    page.get_by_label("Events").uncheck()
    assert mark.evaluate(colour) != before


def test_an_address_with_a_mark_opens_at_it(visit, warplane, client):
    number = max(client.get(f"{warplane}.json").json()["data"]["numbers"].items(), key=lambda pair: pair[1])
    page = visit().open(f"{warplane}?at={number[1]}")
    assert page.url.endswith(f"#m-{number[0]}")
    assert page.locator(f"#text .m[data-m~='{number[0]}']").first.evaluate("m => m.classList.contains('on')")


def test_filters_are_in_the_address_and_hold_after_a_reload(visit):
    page = visit().open("/timeline")
    page.locator("summary", has_text="Filter").click()
    page.locator("select[name=type]").select_option("ASSAULT")
    page.locator("input[name=actor]").fill("Turkey")
    with page.expect_response(re.compile("type=ASSAULT")):
        page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url(re.compile(r"/timeline\?.*type=ASSAULT"))
    assert page.url.endswith("/timeline?actor=Turkey&type=ASSAULT")
    first = page.locator("#found .lines .what").all_inner_texts()
    assert first
    assert all(words.startswith("assault") for words in first)
    page.reload()
    assert page.locator("#found .lines .what").all_inner_texts() == first
    assert page.locator("select[name=type]").input_value() == "ASSAULT"


def test_another_day_is_asked_for_and_stays_in_every_link(visit):
    page = visit().open("/reports")
    page.get_by_label("As of").fill("2015-11-24")
    page.get_by_role("button", name="Go", exact=True).click()
    page.wait_for_url(re.compile(r"/reports\?as_of=2015-11-24$"))
    assert page.locator("#found .lines > li").count() > 0
    page.get_by_role("link", name="Timeline").click()
    assert page.url.endswith("/timeline?as_of=2015-11-24")


def test_what_a_list_downloads_parses_and_is_what_it_shows(visit):
    page = visit().open("/timeline?type=ASSAULT")
    shown = [int(number) for number in page.locator("#found .lines .number").all_inner_texts()]
    with page.expect_download() as csv_file:
        page.locator("#found").get_by_role("link", name="CSV").first.click()
    rows = list(csv.DictReader(io.StringIO(csv_file.value.path().read_text(encoding="utf-8"))))
    assert [int(row["number"]) for row in rows] == shown
    page.locator("#found").get_by_role("link", name="JSON").first.click()
    assert [row["number"] for row in json.loads(page.locator("body").inner_text())["data"]] == shown


def test_a_citation_is_copied_with_all_that_finds_it_again(visit):
    visitor = visit(permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open("/timeline?type=ASSAULT")
    page.locator("button.copy").first.click()
    page.get_by_text("Citation copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"characters \d+–\d+ of document [0-9a-f]{16}, dateline item \d+\)$", copied)


def _colours(page, selector):
    """Return how many colours a drawing has."""
    shot = page.locator(selector).screenshot(type="png")
    return page.evaluate(
        """async (png) => {
          const image = await createImageBitmap(await (await fetch("data:image/png;base64," + png)).blob());
          const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
          canvas.drawImage(image, 0, 0);
          const data = canvas.getImageData(0, 0, image.width, image.height).data, seen = new Set();
          for (let i = 0; i < data.length; i += 4) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
          return seen.size;
        }""",
        __import__("base64").b64encode(shot).decode(),
    )


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("/map", "[data-chart=map]"),
        ("/network", "#network"),
        ("/timeline", "[data-chart=weeks]"),
        ("/tie?first=TUR&second=RUS", "[data-chart=tie]"),
    ],
)
def test_drawings_draw_something(visit, path, selector):
    page = visit(bypass_csp=True).open(path)
    assert _colours(page, selector) > 40


def test_the_network_stays_where_it_is(visit, client):
    first, second = (client.get("/network.json").json()["data"]["nodes"] for _ in range(2))
    assert first == second
    page = visit().open("/network")
    page.get_by_role("link", name=re.compile("Turkey – |– Turkey")).first.click()
    assert "/tie?" in page.url


def test_a_click_on_the_map_lists_the_events_of_that_place(visit):
    page = visit().open("/map?status=actual")
    page.locator("[data-chart=map] .mark-symbol path").nth(5).click(force=True)
    page.wait_for_url(re.compile(r"/timeline\?status=actual&place="))
    assert page.locator("#found .lines li").count() > 0


def test_a_click_on_a_week_lists_the_events_of_that_week(visit):
    page = visit().open("/timeline?type=ASSAULT")
    page.locator("[data-chart=weeks] .mark-rect path").first.click(force=True)
    page.wait_for_url(re.compile(r"/timeline\?type=ASSAULT&since=2015-\d\d-\d\d&until=2015-\d\d-\d\d$"))
    assert page.locator("#found .lines li").count() > 0


def test_the_map_names_places_and_no_name_lies_on_another(visit):
    page = visit().open("/map")
    names = page.locator("[data-chart=map] .mark-text").last.locator("text")
    assert {"Paris", "Syria"} <= set(names.all_text_contents())
    boxes = [names.nth(i).bounding_box() for i in range(names.count())]
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            across = min(a["x"] + a["width"], b["x"] + b["width"]) - max(a["x"], b["x"])
            up = min(a["y"] + a["height"], b["y"] + b["height"]) - max(a["y"], b["y"])
            assert min(across, up) < 4  # a letter's room is an estimate


def test_the_network_grows_on_demand_and_lets_the_page_scroll(visit):
    page = visit().open("/network")
    page.locator("#network").hover()
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(500)
    assert page.evaluate("scrollY") > 100
    page.get_by_role("button", name="Larger").click()
    assert "zoomed" in page.locator("#network").get_attribute("class").split()
    page.get_by_role("button", name="The whole").click()
    assert "zoomed" not in page.locator("#network").get_attribute("class").split()


def test_a_finger_on_the_network_moves_the_page_and_a_tap_opens_an_actor(visit):
    page = visit(viewport={"width": 360, "height": 900}, has_touch=True, is_mobile=True).open("/network")
    box = page.locator("#network").bounding_box()
    middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).id", middle) == "network"
    turkey = page.evaluate(
        """() => {
          const graph = document.querySelector("#network .sheet")._cyreg.cy, box = document.getElementById("network");
          const at = graph.getElementById("TUR").renderedPosition(), rect = box.getBoundingClientRect();
          return [rect.left + at.x, rect.top + at.y];
        }"""
    )
    page.touchscreen.tap(*turkey)
    page.wait_for_url(re.compile("/actor/TUR$"))


def test_without_scripts_a_page_says_what_is_not_drawn(visit, running):
    visitor = visit(java_script_enabled=False)
    for path in ("/map", "/network", "/timeline"):
        visitor.page.goto(running.url + path)
        assert "scripts are off" in visitor.page.locator("main .notice").inner_text()
        assert not visitor.page.locator(".drawing").first.is_visible()


def test_paper_takes_light_colours(visit):
    page = visit(color_scheme="dark").open("/copies")
    ink = "getComputedStyle(document.querySelector('.lead')).color"
    dark = page.evaluate(ink)
    page.emulate_media(media="print")
    assert page.evaluate(ink) == "rgb(91, 86, 77)" != dark


def test_every_link_and_button_is_reached_by_tab(visit):
    page = visit().open("/copies")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.outerHTML"))
    all_of_them = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary")]
          .filter((element) => element.checkVisibility()).map((element) => element.outerHTML)"""
    )
    assert set(all_of_them) <= reached


FEW_ROWS = {
    "/timeline": "?type=SANCTION",
    "/map": "?type=SANCTION",
    "/ledger": "?by=France&kind=demand",
    "/statements": "?by=Obama",
    "/actors": "?type=SANCTION",
    "/reports": "?source=dpa",
}


def _serious_faults(page, path):
    from axe_playwright_python.sync_playwright import Axe

    report = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa"], "resultTypes": ["violations"]})
    faults = [fault for fault in report.response["violations"] if fault["impact"] in ("serious", "critical")]
    return [
        (path, f["id"], node["html"][:120], node["failureSummary"][:200]) for f in faults for node in f["nodes"][:3]
    ]


def test_axe_finds_no_serious_fault(visit, warplane):
    visitor = visit(color_scheme="light")
    paths = [path + FEW_ROWS.get(path, "") for path in PAGES.values()]
    assert [fault for path in (*paths, warplane) for fault in _serious_faults(visitor.open(path), path)] == []


def test_axe_finds_no_serious_fault_in_dark_colours(visit, warplane):
    visitor = visit(color_scheme="dark")
    paths = ("/", "/timeline?type=SANCTION", "/copies", "/event/1", warplane)
    assert [fault for path in paths for fault in _serious_faults(visitor.open(path), path)] == []


def test_narrow_screens_do_not_scroll_sideways(visit, warplane):
    visitor = visit(viewport={"width": 320, "height": 700})
    for path in (*PAGES.values(), warplane):
        page = visitor.open(path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, path


def test_words_without_a_break_do_not_widen_a_page(chromium, keep):
    endless = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2
    path, record = keep(
        f"France expelled two Russian diplomats from {endless} on Tuesday. “{endless}”, President Vladimir Putin said.",
        title=endless,
        publisher=endless,
    )
    explorer = Running(path)
    visitor = Visitor(chromium, explorer.url, viewport={"width": 320, "height": 700})
    try:
        for page in ("/", "/timeline", "/statements", "/reports", "/event/1", "/map", f"/report/{record.document.id}"):
            assert visitor.open(page).evaluate("document.documentElement.scrollWidth") <= 320, page
    finally:
        visitor.close()
        explorer.stop()


def test_the_chosen_colours_stay(visit):
    page = visit(color_scheme="light").open("/copies")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Show in dark colours").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(page.url)
    assert page.evaluate(paper) == dark


def test_a_report_reads_without_scripts(visit, warplane):
    page = visit(java_script_enabled=False).open("/reports")
    page.goto(page.url.replace("/reports", warplane))
    page.locator("#text a.n").first.click()
    assert "#l-" in page.url
    page.locator(".why > summary").first.click()
    assert page.locator(".why dl").first.is_visible()
    assert not page.locator("button.copy").first.is_visible()


def test_pages_load_less_than_a_megabyte(visit, running):
    for path in ("/map", "/network", "/tie?first=TUR&second=RUS", "/"):
        visitor = visit()
        sizes = []
        visitor.page.on(
            "requestfinished", lambda request, sizes=sizes: sizes.append(request.sizes()["responseBodySize"])
        )
        visitor.open(path)
        visitor.page.wait_for_load_state("networkidle")
        assert 0 < sum(sizes) < 1_000_000, path
