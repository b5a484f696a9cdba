import re
import xml.etree.ElementTree as ElementTree

import pytest

from dateline.errors import CannotWrite
from dateline.pictures import plot_timeline, save


@pytest.fixture
def chart(situation):
    return plot_timeline(situation)


def test_png_is_a_png(chart, tmp_path):
    save(chart, tmp_path / "x.png")
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG\r\n")


def test_svg_holds_the_words(chart, tmp_path):
    save(chart, tmp_path / "x.svg")
    words = "".join(ElementTree.parse(tmp_path / "x.svg").getroot().itertext())
    assert "France → Russia: sanction (expel)" in words
    assert "=Gunmen</script> → Syria: assault" in words


def test_page_loads_nothing_and_no_report_can_end_its_script(chart, tmp_path):
    save(chart, tmp_path / "x.html")
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert "src=" not in re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert "href=" not in re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert "default-src 'none'" in page
    assert page.count("</script>") == 2
    assert "<title>What happened: 4 events" in page


def test_page_draws_itself_without_asking_for_anything_and_fits_a_narrow_window(chart, tmp_path, browser):
    save(chart, tmp_path / "x.html")
    asked = []
    page = browser.new_page(viewport={"width": 360, "height": 700})
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "x.html").as_uri())
    page.wait_for_selector("svg")
    words = page.text_content("svg")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert "France → Russia: sanction (expel)" in words
    assert wide == 360
    assert asked == [(tmp_path / "x.html").as_uri()]


def test_other_endings_and_files_that_are_there_are_refused(chart, tmp_path):
    with pytest.raises(CannotWrite, match=r"a picture is \.png, \.svg or \.html"):
        save(chart, tmp_path / "x.gif")
    (tmp_path / "x.svg").write_text("old")
    with pytest.raises(CannotWrite, match="--force"):
        save(chart, tmp_path / "x.svg")
    save(chart, tmp_path / "x.svg", force=True)
    assert (tmp_path / "x.svg").read_text().startswith("<svg")


@pytest.mark.parametrize("package", ["altair", "vl_convert"])
def test_missing_package_is_told_with_how_to_install_it(situation, chart, tmp_path, monkeypatch, package):
    import sys

    from dateline.errors import MissingExtra

    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=r"pip install 'dateline\[plot\]'"):
        save(plot_timeline(situation) if package == "altair" else chart, tmp_path / "x.png")
