"""docs/sources.md: its program runs, and it names every format that is told apart."""

import re
from pathlib import Path

from tests.sources.page_templates import make_pages
from tests.sources.reading_bytes import read_document

from dateline.archive import ArchiveWriter
from dateline.model import Record
from dateline.sources.sniffing import Format

TEXT = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
REFUSED = {Format.EMPTY, Format.BINARY, Format.OTHER_XML}
NAMES = {
    Format.PARQUET: "Parquet", Format.JSON_LINES: "JSON lines", Format.JSON_ARRAY: "array", Format.JSON_OBJECT: "object",
    Format.PAGE: "HTML", Format.FEED: "RSS", Format.NEWSML_MESSAGE: "NewsML-G2", Format.NEWSML_ITEM: "NewsML-G2",
    Format.NITF: "NITF", Format.MAILBOX: "mbox", Format.MESSAGE: ".eml", Format.CSV: "CSV", Format.TEXT: "plain text",
}  # fmt: skip


def test_every_format_is_named():
    assert set(NAMES) == set(Format) - REFUSED
    table = TEXT[TEXT.index("| format |") : TEXT.index("## Pages")]
    assert [name for name in NAMES.values() if name not in table] == []


def test_program_shows_the_words_of_the_page(tmp_path, monkeypatch, capsys):
    page = make_pages(1)[0]
    (tmp_path / "page.html").write_text(page.html, encoding="utf-8")
    with ArchiveWriter(tmp_path / "crisis.db") as archive:
        archive.keep([Record(document=read_document(page.html))])
    monkeypatch.chdir(tmp_path)
    (program,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    exec(compile(program, "sources.md", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(page.report.paragraphs)
    assert lines[0].endswith(page.report.paragraphs[0][:60])
