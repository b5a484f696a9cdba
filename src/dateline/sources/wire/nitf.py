"""NITF, the older wire format in XML: one report a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.sources.markup import NO_PROSE, read_paragraphs
from dateline.sources.options import Origin, ReadOptions, Unreadable
from dateline.sources.text import Item
from dateline.sources.wire.items import WireItem, make_wire_document
from dateline.sources.xml_trees import BrokenXmlError, find_child, iter_descendants, parse_xml, text_of

_NO_PROSE = NO_PROSE | {"table", "copyrite", "credit", "byline", "dateline", "abstract", "hedline"}


def read_nitf(data: bytes, source: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    """Yield the document of a NITF file, or why it cannot be read."""
    try:
        root = parse_xml(data)
    except BrokenXmlError as error:
        yield Unreadable(source, str(error))
        return
    yield make_wire_document(_read_item(root, source), source, options, origin)


def read_nitf_body(root: Any) -> list[str]:
    """Return the paragraphs of a NITF element's `body.content`, without tables, captions and heads of blocks."""
    content = find_child(root, "body", "body.content")
    return read_paragraphs(content, _NO_PROSE) if content is not None else []


def _read_item(root: Any, source: str) -> WireItem:
    head = find_child(root, "body", "body.head")
    status = _attribute(root, "docdata", "management-status")
    release = _attribute(root, "date.release", "norm")
    item = WireItem(
        id=_attribute(root, "doc-id", "id-string") or _attribute(root, "du-key", "key") or source,
        paragraphs=read_nitf_body(root),
        version=_attribute(root, "du-key", "version") or _attribute(root, "du-key", "generation"),
        status=status,
        embargo=release if status in ("embargoed", "withheld") else None,
        title=text_of(_first(root, "hl1")) or text_of(find_child(root, "head", "title")),
        provider=_attribute(root, "pubdata", "name")
        or text_of(find_child(head, "distributor"))
        or _attribute(root, "doc.copyright", "holder"),
        byline=_read_byline(find_child(head, "byline")),
        dateline=text_of(find_child(head, "dateline", "location")),
        url=_read_address(_attribute(root, "pubdata", "ex-ref")),
        note=_attribute(root, "ed-msg", "info"),
    )
    item.add_day(_attribute(root, "date.issue", "norm"), "NITF date.issue")
    item.add_day(_attribute(root, "pubdata", "date.publication"), "NITF pubdata")
    story = _first(root, "story.date")
    item.add_day(story.get("norm") if story is not None else None, "NITF story.date")
    item.add_day(release, "NITF date.release")
    item.add_day(_attribute(root, "revision-history", "norm"), "NITF revision-history", is_change=True)
    return item


def _first(root: Any, name: str) -> Any | None:
    return next(iter_descendants(root, name), None)


def _attribute(root: Any, name: str, attribute: str) -> str | None:
    element = _first(root, name)
    return (element.get(attribute) or "").strip() or None if element is not None else None


def _read_byline(element: Any | None) -> str | None:
    """Return who wrote it; the title of a byline ("Associated Press Writer") is left out."""
    if element is None:
        return None
    people = [text_of(person) for person in iter_descendants(element, "person")]
    return " and ".join(filter(None, people)) or " ".join(read_paragraphs(element, {"byttl"})) or None


def _read_address(words: str | None) -> str | None:
    return words if words and words.startswith(("http://", "https://")) else None
