"""Making a page's tree ready for being searched: parts that are never the report's text out, its paragraphs marked as such."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import lru_cache
from typing import Any

from lxml import etree
from pydantic import BaseModel, ConfigDict

from dateline.knowledge.files import DATA, load_yaml_entries
from dateline.sources.markup import BLOCKS, drop_controls, local_name

_LARGEST_SHARE = 1 / 3
_DROPPED = "dropped"
_FEWEST_CHARACTERS = 80
_FEWEST_STRETCHES = 3
_MOST_LINKED = 0.4


class PartEntry(BaseModel):
    """A kind of part that is left out, known by its class or id."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    name: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


def prepare_tree(tree: Any) -> Any:
    """Return a copy of a page that is easier to search.

    Parts with a name of the list are taken out, but for one that holds a third of the page or more: such a name was given to
    the report itself. Blocks of prose become paragraphs without links: many links in a paragraph would else count against it.
    """
    copy = deepcopy(tree)
    _drop_parts(copy)
    for element in list(copy.iter("pre")):
        _part_preformatted(element)
    for element in list(copy.iter("div", "p", "section")):
        if _is_prose(element):
            element.tag = "p"
            etree.strip_tags(element, "a")
    return copy


def name_part(names: str) -> str | None:
    """Return the id of the entry that one of these class names or ids belongs to, None where they belong to none."""
    for word in names.lower().split():
        for entry, pattern in _load_patterns():
            if pattern.fullmatch(word):
                return entry
    return None


def _drop_parts(tree: Any) -> None:
    most = _LARGEST_SHARE * _length(tree)
    for element in list(tree.iter(etree.Element)):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if not names.isspace() and name_part(names) and element.getparent() is not None and _length(element) < most:
            element.tag = _DROPPED
    etree.strip_elements(tree, _DROPPED, with_tail=False)


def _part_preformatted(element: Any) -> None:
    """Make paragraphs of the stretches of a preformatted text that empty lines part: wires and lists were kept like that."""
    stretches = re.split(r"\n\s*\n", "".join(element.itertext()))
    if len(stretches) < _FEWEST_STRETCHES:
        return
    tail = element.tail
    element.clear()
    element.tag, element.tail = "div", tail
    for stretch in stretches:
        etree.SubElement(element, "p").text = drop_controls(stretch)


def _is_prose(element: Any) -> bool:
    """Tell whether a block holds words and no other block or line break, enough of them, and most of them not in links."""
    if any(local_name(inner) in BLOCKS or inner.tag == "br" for inner in element.iterdescendants()):
        return False
    length = _length(element)
    return length >= _FEWEST_CHARACTERS and sum(_length(link) for link in element.iter("a")) < _MOST_LINKED * length


def _length(element: Any) -> int:
    return len(" ".join("".join(element.itertext()).split()))


def load_parts() -> list[PartEntry]:
    """Load the entries; raise BadKnowledge on a fault in the file."""
    return [entry for _, entry in load_yaml_entries(DATA / "pages" / "parts.yaml", PartEntry)]


@lru_cache(maxsize=1)
def _load_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((entry.id, re.compile(entry.name)) for entry in load_parts())
