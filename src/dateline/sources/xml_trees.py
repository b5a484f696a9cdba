"""Reading XML that comes from outside: no entities, no DTD, no network, bounded depth and size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree

from dateline.sources.markup import local_name, read_paragraphs

_SAFE: dict[str, Any] = {
    "resolve_entities": False, "no_network": True, "load_dtd": False, "dtd_validation": False, "huge_tree": False,
}  # fmt: skip


class BrokenXmlError(ValueError):
    """The XML is not well formed, or declares entities; the message says where or which."""


def parse_xml(data: bytes) -> Any:
    """Return the root element of `data`; raise BrokenXmlError."""
    try:
        root = etree.fromstring(data, etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError as error:
        raise BrokenXmlError(describe_error(error)) from error
    _refuse_entities(root)
    return root


def iter_elements(stream: BinaryIO, name: str) -> Iterator[Any]:
    """Yield the elements called `name`, in whatever namespace, each whole; what was yielded is let go of.

    Memory is that of the largest such element. Raises BrokenXmlError where the XML breaks off; what stood before was
    yielded.
    """
    try:
        walk = etree.iterparse(stream, events=("end",), tag=f"{{*}}{name}", **_SAFE)
        is_first = True
        for _, element in walk:
            if is_first:
                _refuse_entities(element)
                is_first = False
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise BrokenXmlError(describe_error(error)) from error


def find_child(element: Any | None, *path: str) -> Any | None:
    """Return the first descendant down a path of local names, None where there is none or nothing to look in."""
    for name in path:
        if element is None:
            return None
        element = next((child for child in element if local_name(child) == name.lower()), None)
    return element


def iter_descendants(element: Any, *names: str) -> Iterator[Any]:
    """Yield the descendants of these local names in document order."""
    wanted = {name.lower() for name in names}
    return (inner for inner in element.iterdescendants() if local_name(inner) in wanted)


def text_of(element: Any | None) -> str | None:
    """Return an element's words with blanks run together, None where it has none."""
    if element is None:
        return None
    return " ".join(read_paragraphs(element, ())) or None


def describe_error(error: etree.XMLSyntaxError) -> str:
    """Return where XML breaks and why, without the address of the file: "line 3: Opening and ending tag mismatch"."""
    reason = re.sub(r",? line \d+, column \d+.*$|\s+\(.*\)$", "", (error.msg or "it is empty").strip(), flags=re.S)
    return f"broken XML at line {error.lineno or 1}: {reason.strip()}"


def _refuse_entities(element: Any) -> None:
    declared = element.getroottree().docinfo.internalDTD
    names = [entity.name for entity in declared.iterentities()] if declared is not None else []
    if names:
        raise BrokenXmlError(f"declares entities of its own ({names[0]}), which is refused")
