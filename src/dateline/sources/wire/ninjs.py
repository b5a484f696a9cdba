"""IPTC ninjs, the wire format in JSON, in its versions 1.x, 2.x and 3.x.

The three write the same names in different ways: `body_html`, `bodies` with `contenttype`, `bodies` with `contentType`. Case is
passed over; the forms with a name of their own are brought to lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.sources.markup import looks_like_html, read_html_fragment
from dateline.sources.options import Origin, ReadOptions, Remark
from dateline.sources.text import Item
from dateline.sources.wire.items import WireItem, make_wire_document

_NO_TEXT = ("picture", "graphic", "audio", "video", "planning", "event")


def read_ninjs(
    values: Mapping[str, Any], source: str, options: ReadOptions, origin: Origin, line: int | None = None
) -> Iterator[Item]:
    """Yield the document of an item, and those of the items a composite one holds."""
    names = {name.lower(): value for name, value in values.items()}
    kind = str(names.get("type") or "text").lower()
    item = _read_item(names)
    if kind == "composite" and not item.paragraphs:
        for number, inner in enumerate(_iter_associated(names), start=1):
            yield from read_ninjs(inner, f"{source if line is None else f'{source}:{line}'}#{number}", options, origin)
    elif kind in _NO_TEXT:
        yield Remark(source if line is None else f"{source}:{line}", f"is a {kind} item; only texts are read")
    else:
        yield make_wire_document(item, source, options, origin, line)


def _read_item(names: Mapping[str, Any]) -> WireItem:
    item = WireItem(
        id=_words(names.get("uri")) or "",
        paragraphs=_read_body(names, "bodies", "body") or _read_body(names, "descriptions", "description"),
        version=_words(names.get("version")),
        status=_words(names.get("pubstatus")),
        embargo=_words(names.get("embargoed")),
        title=_read_title(names),
        provider=_words(names.get("copyrightholder")) or _words(names.get("infosources", names.get("infosource"))),
        byline=_words(names.get("by", names.get("byline"))),
        note=_words(names.get("ednote")),
    )
    item.add_day(_words(names.get("firstcreated")), "ninjs firstcreated")
    item.add_day(_words(names.get("contentcreated")), "ninjs contentcreated")
    item.add_day(_words(names.get("versioncreated")), "ninjs versioncreated", is_change=True)
    return item


def _read_title(names: Mapping[str, Any]) -> str | None:
    forms = sorted(_iter_forms(names, "headlines", "headline"), key=lambda form: form[0] not in ("main", ""))
    titles = (_plain(text) for _, _, text in forms)
    return next((title for title in titles if title), None) or _words(names.get("title"))


def _plain(text: str) -> str:
    return " ".join(read_html_fragment(text)) if looks_like_html(text) else " ".join(text.split())


def _read_body(names: Mapping[str, Any], several: str, one: str) -> list[str]:
    """Return the paragraphs of the best form of a body: marked up, since only that surely has paragraphs, else plain."""
    forms = [form for form in _iter_forms(names, several, one) if form[2].strip()]
    for role, kind, text in forms:
        if "html" in kind or "html" in role or "nitf" in kind or looks_like_html(text):
            return read_html_fragment(text)
    plain = sorted(forms, key=lambda form: form[0] not in ("main", "text", ""))
    return [plain[0][2].replace("\x00", " ").strip()] if plain else []


def _iter_forms(names: Mapping[str, Any], several: str, one: str) -> Iterator[tuple[str, str, str]]:
    """Yield role, media type and text of each form: `bodies` of 2.x and 3.x, `body_html` of 1.x."""
    for form in _as_list(names.get(several)):
        if isinstance(form, dict):
            parts = {name.lower(): value for name, value in form.items()}
            text = parts.get("value")
            if isinstance(text, str):
                yield str(parts.get("role") or "").lower(), str(parts.get("contenttype") or "").lower(), text
    for name, value in names.items():
        if isinstance(value, str) and (name == one or name.startswith(f"{one}_")):
            yield name[len(one) + 1 :], "", value


def _iter_associated(names: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    found = names.get("associations")
    inner = list(found.values()) if isinstance(found, dict) else _as_list(found)
    yield from (item for item in inner if isinstance(item, dict) and item.get("uri"))


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _words(value: Any) -> str | None:
    """Return a value as text: a number too, the name of an object, the first of a list."""
    if isinstance(value, list):
        return next(filter(None, map(_words, value)), None)
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("literal"))
    return str(value).strip() or None if isinstance(value, str | int | float) and not isinstance(value, bool) else None
