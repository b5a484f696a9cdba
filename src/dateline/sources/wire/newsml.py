"""NewsML-G2, the wire format in XML: single items and messages of many, one item in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from dateline.sources.markup import local_name, looks_like_html, read_html_fragment, read_paragraphs
from dateline.sources.options import Origin, ReadOptions, Remark, Unreadable
from dateline.sources.text import Item
from dateline.sources.wire.items import WireItem, make_wire_document
from dateline.sources.wire.nitf import read_nitf_body
from dateline.sources.xml_trees import BrokenXmlError, find_child, iter_descendants, iter_elements, text_of


def read_newsml(
    stream: BinaryIO, source: str, options: ReadOptions, origin: Origin, *, is_message: bool
) -> Iterator[Item]:
    """Yield the documents of the news items; those of a message are numbered ("message.xml#3")."""
    count = 0
    try:
        for element in iter_elements(stream, "newsItem"):
            count += 1
            yield _read_news_item(element, f"{source}#{count}" if is_message else source, options, origin)
    except BrokenXmlError as error:
        yield Unreadable(source, str(error) + ("; the items before it were read" if count else ""))
        return
    if not count:
        yield Unreadable(source, "is NewsML-G2 without a news item")


def _read_news_item(element: Any, source: str, options: ReadOptions, origin: Origin) -> Item:
    about = find_child(element, "itemMeta")
    kind = _value(find_child(about, "itemClass")) or "text"
    item = _read_item(element)
    if kind not in ("text", "composite") and not item.paragraphs:
        return Remark(source, f"is a {kind} item; only texts are read")
    return make_wire_document(item, source, options, origin)


def _read_item(element: Any) -> WireItem:
    about, content = find_child(element, "itemMeta"), find_child(element, "contentMeta")

    def told(parent: Any | None, name: str) -> str | None:
        return text_of(find_child(parent, name))

    item = WireItem(
        id=element.get("guid") or "",
        paragraphs=_read_content(element),
        version=element.get("version"),
        status=_value(find_child(about, "pubStatus")),
        embargo=told(about, "embargoed"),
        title=_read_headline(content),
        provider=_read_name(about, "provider") or _read_name(find_child(element, "rightsInfo"), "copyrightHolder"),
        byline=told(content, "by") or _read_name(content, "creator"),
        dateline=told(content, "dateline"),
        note=told(about, "edNote"),
    )
    item.add_day(told(about, "firstCreated"), "NewsML-G2 firstCreated")
    item.add_day(told(content, "contentCreated"), "NewsML-G2 contentCreated")
    item.add_day(told(about, "versionCreated"), "NewsML-G2 versionCreated", is_change=True)
    item.add_day(told(content, "contentModified"), "NewsML-G2 contentModified", is_change=True)
    return item


def _read_headline(content: Any | None) -> str | None:
    """Return the main headline: without a role, or with that of one, else the first."""
    found = [h for h in content if local_name(h) == "headline"] if content is not None else []
    main = sorted(found, key=lambda h: bool(h.get("role")) and not h.get("role", "").endswith("main"))
    return next(filter(None, map(text_of, main)), None)


def _read_content(element: Any) -> list[str]:
    content = find_child(element, "contentSet")
    if content is None:
        return []
    for part in content:
        if local_name(part) == "inlinexml":
            bodies = list(iter_descendants(part, "body", "body.content")) or [part]
            nitf = next(iter_descendants(part, "nitf"), None)
            found = read_nitf_body(nitf) if nitf is not None else read_paragraphs(bodies[0])
        elif local_name(part) == "inlinedata":
            text = "".join(part.itertext())
            is_html = "html" in (part.get("contenttype") or "") or looks_like_html(text)
            found = read_html_fragment(text) if is_html else [text.strip()]
        else:
            continue
        if any(found):
            return found
    return []


def _read_name(parent: Any | None, name: str) -> str | None:
    element = find_child(parent, name)
    return text_of(find_child(element, "name")) or _value(element)


def _value(element: Any | None) -> str | None:
    """Return what a property says: its literal, or its code without the scheme ("stat:usable" is "usable")."""
    if element is None:
        return None
    code = element.get("qcode") or element.get("uri", "").rpartition("/")[2]
    return element.get("literal") or code.rpartition(":")[2] or None
