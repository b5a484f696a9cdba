"""One report carried by every format that is read, in files like those that sites, services and scholars make."""
# ruff: noqa: E501  # files are written as their makers write them, in long lines

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from email import policy
from email.message import EmailMessage
from html import escape


@dataclass(frozen=True)
class Told:
    """What a file tells of a report, and what has to be read out of it."""

    title: str
    paragraphs: tuple[str, ...]
    published: date
    publisher: str

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def markup(self) -> str:
        return "".join(f"<p>{escape(words, quote=False)}</p>" for words in self.paragraphs)

    @property
    def row(self) -> dict[str, str]:
        return {
            "id": "1", "date": self.published.isoformat(), "title": self.title, "publisher": self.publisher, "text": self.text
        }  # fmt: skip


def _json_lines(told: Told) -> bytes:
    return json.dumps(told.row).encode()


def _json_array(told: Told) -> bytes:
    return json.dumps([told.row], ensure_ascii=False, indent=1).encode()


def _json_object(told: Told) -> bytes:
    return json.dumps(told.row, ensure_ascii=False, indent=1).encode()


def _csv(told: Told) -> bytes:
    return _table(told, ",").encode()


def _csv_semicolons(told: Told) -> bytes:
    """As spreadsheets of half of Europe write it."""
    return _table(told, ";").encode("utf-8-sig")


def _table(told: Told, delimiter: str) -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, told.row, delimiter=delimiter)
    writer.writeheader()
    writer.writerow(told.row)
    return file.getvalue()


def _parquet(told: Told) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = io.BytesIO()
    columns = {name: [value] for name, value in told.row.items()} | {"date": [told.published]}
    pq.write_table(pa.table(columns), file)
    return file.getvalue()


def _rss(told: Told) -> bytes:
    day = f"{told.published:%a, %d %b %Y} 23:30:00 -0500"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>{escape(told.publisher)}</title><link>https://news.example/</link>
<item><title>{escape(told.title)}</title><link>https://news.example/1</link><pubDate>{day}</pubDate><description>In short.</description>
<content:encoded><![CDATA[{told.markup}<p>The post X appeared first on Y.</p>]]></content:encoded></item></channel></rss>""".encode()


def _atom(told: Told) -> bytes:
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{escape(told.publisher)}</title><id>tag:news.example,2015:1</id>
<entry><title>{escape(told.title)}</title><id>tag:news.example,2015:2</id><published>{told.published}T23:30:00-05:00</published>
<updated>{told.published}T23:59:00-05:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{told.markup}</div></content></entry></feed>""".encode()


def _ninjs_1(told: Told) -> bytes:
    return json.dumps({
        "uri": "urn:newsml:wire.example:1", "type": "text", "versioncreated": f"{told.published}T18:00:00Z", "pubstatus": "usable",
        "headline": told.title, "copyrightholder": told.publisher, "body_html": told.markup, "body_text": "Flat.",
    }, indent=1).encode()  # fmt: skip


def _ninjs_2(told: Told) -> bytes:
    return json.dumps({
        "uri": "urn:newsml:wire.example:1", "type": "text", "versioncreated": f"{told.published}T18:00:00Z",
        "headlines": [{"role": "main", "value": told.title}], "copyrightholder": told.publisher,
        "bodies": [{"role": "main", "contenttype": "text/plain", "value": "Flat."},
                   {"role": "richtext", "contenttype": "application/xhtml+xml", "value": told.markup}],
    }).encode()  # fmt: skip


def _ninjs_3(told: Told) -> bytes:
    return json.dumps({
        "uri": "urn:newsml:wire.example:1", "standard": {"name": "ninjs", "version": "3.0"}, "versionCreated": f"{told.published}T18:00:00Z",
        "headlines": [{"value": told.title}], "copyrightHolder": told.publisher,
        "bodies": [{"role": "main", "contentType": "text/plain", "value": told.text}],
    }, ensure_ascii=False, indent=2).encode()  # fmt: skip


def _newsml(told: Told) -> bytes:
    return _newsml_around(
        told,
        f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
        f"<body>{told.markup}</body></html></inlineXML>",
    )


def _newsml_nitf(told: Told) -> bytes:
    return _newsml_around(
        told,
        f'<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content>'
        f"{told.markup}<media media-type='image'><media-caption>A picture.</media-caption></media></body.content></body></nitf></inlineXML>",
    )


def _newsml_around(told: Told, content: str) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>{told.published}T18:00:00Z</sent></header><itemSet>
<newsItem guid="urn:newsml:wire.example:1" version="1" standard="NewsML-G2" standardversion="2.29"><rightsInfo/>
<itemMeta><itemClass qcode="ninat:text"/><provider><name>{escape(told.publisher)}</name></provider><versionCreated>{told.published}T18:00:00Z</versionCreated>
<pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>{escape(told.title)}</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem></itemSet></newsMessage>""".encode()


def _nitf(told: Told) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.3/specification/dtd/nitf-3-3.dtd">
<nitf><head><title>Slug</title><docdata><doc-id id-string="wire.example.1"/><date.issue norm="{told.published:%Y%m%d}T180000Z"/></docdata>
<pubdata name="{escape(told.publisher)}"/></head><body><body.head><hedline><hl1>{escape(told.title)}</hl1></hedline></body.head>
<body.content><block>{told.markup}</block><table><tr><td>1</td></tr></table></body.content><body.end><tagline>Ends</tagline></body.end></body></nitf>""".encode()


def _mail_plain(told: Told) -> bytes:
    return bytes(_message(told, told.text))


def _mail_html(told: Told) -> bytes:
    message = _message(told, "View this message in your browser.")
    message.add_alternative(f"<html><body>{told.markup}<p>Unsubscribe</p></body></html>", subtype="html")
    return bytes(message)


def _mailbox(told: Told) -> bytes:
    return b"From news@news.example Tue Nov 24 18:00:00 2015\n" + _mail_plain(told) + b"\n"


def _message(told: Told, text: str) -> EmailMessage:
    # Unfolded: where Python folds a header of encoded words it loses blanks between them.
    message = EmailMessage(policy.default.clone(max_line_length=10_000))
    message["From"] = f'"{told.publisher}" <news@news.example>'
    message["Date"] = f"{told.published:%a, %d %b %Y} 23:30:00 -0500"
    message["Subject"] = told.title
    message["Message-ID"] = "<1@news.example>"
    message.set_content(text, charset="utf-8", cte="quoted-printable")
    return message


CARRIERS: dict[str, Callable[[Told], bytes]] = {
    "JSON lines": _json_lines, "JSON array": _json_array, "JSON object": _json_object, "CSV": _csv, "CSV with semicolons": _csv_semicolons,
    "Parquet": _parquet, "RSS": _rss, "Atom": _atom, "ninjs 1": _ninjs_1, "ninjs 2": _ninjs_2, "ninjs 3": _ninjs_3,
    "NewsML-G2": _newsml, "NewsML-G2 around NITF": _newsml_nitf, "NITF": _nitf, "mail": _mail_plain, "HTML mail": _mail_html,
    "mailbox": _mailbox,
}  # fmt: skip
