"""What format some bytes are in, told by how they begin and never by a name."""

from __future__ import annotations

import re
from enum import StrEnum

from dateline.sources.csv_tables import find_csv_head
from dateline.sources.decoding import UndecodableError, decode_head, name_binary
from dateline.sources.options import ReadOptions


class Format(StrEnum):
    """The formats that are told apart, as messages call them."""

    EMPTY = "an empty file"
    BINARY = "a binary file"
    PARQUET = "a Parquet table"
    JSON_LINES = "JSON lines"
    JSON_ARRAY = "a JSON array"
    JSON_OBJECT = "a JSON object"
    PAGE = "an HTML page"
    FEED = "a feed"
    NEWSML_MESSAGE = "a NewsML-G2 message"
    NEWSML_ITEM = "a NewsML-G2 item"
    NITF = "NITF"
    OTHER_XML = "XML"
    MAILBOX = "a mailbox"
    MESSAGE = "a message"
    CSV = "a CSV table"
    TEXT = "plain text"


_ROOTS = {
    "html": Format.PAGE, "rss": Format.FEED, "feed": Format.FEED, "rdf": Format.FEED, "channel": Format.FEED, "nitf": Format.NITF,
    "newsmessage": Format.NEWSML_MESSAGE, "newsitem": Format.NEWSML_ITEM,
}  # fmt: skip
_BEFORE_ROOT = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!doctype\s(?:[^<>\[]|\[.*?\]\s*(?=>))*>)", re.I | re.S)
_ROOT = re.compile(r"\s*<(?P<name>(?:[\w.-]+:)?[A-Za-z][\w.-]*)(?=[\s/>])")
_HTML_ELEMENTS = frozenset(
    "head body title meta link script style div p span article section main header nav h1 h2 h3 table ul ol br a img amp "
    "noscript center font b i strong em blockquote form base iframe figure footer aside template".split()
)
# A page may stand behind a few words that a broken server left there.
_HTML_INSIDE = re.compile(r"<!doctype\s+html|<html[\s>]", re.I)
_ONE_LINE = re.compile(r"\s*\{[ \t]*\"")
_SEVERAL_LINES = re.compile(r"\s*\{\s*[\"}]")
_ARRAY = re.compile(r"\s*\[\s*[\[{\"\]]")
_HEADER = re.compile(r"(?P<name>[!-9;-~]+):(?:[ \t]|$)")
_MAIL = frozenset(
    "received message-id mime-version return-path delivered-to dkim-signature list-unsubscribe x-mailer".split()
)


def name_format(head: bytes, options: ReadOptions) -> Format:
    """Return the format of bytes that begin with `head`."""
    if not head:
        return Format.EMPTY
    if name_binary(head) is not None:
        return Format.PARQUET if head.startswith(b"PAR1") else Format.BINARY
    if (kind := _name_json(head.removeprefix(b"\xef\xbb\xbf").decode("latin-1"))) is not None:
        return kind
    try:
        text = decode_head(head).text
    except UndecodableError:
        return Format.TEXT  # whose reader says what is wrong with it
    return (
        _name_json(text)
        or _name_markup(text)
        or _name_mail(text)
        or (Format.PAGE if _HTML_INSIDE.search(text[:2048]) else None)
        or (Format.CSV if find_csv_head(head, options) is not None else Format.TEXT)
    )


def name_root(text: str) -> str | None:
    """Return the name of the first element of marked-up text, without prefix and in small letters; None where it has none."""
    position = 0
    while match := _BEFORE_ROOT.match(text, position):
        position = match.end()
    root = _ROOT.match(text, position)
    return root["name"].rpartition(":")[2].lower() if root else None


def _name_json(text: str) -> Format | None:
    """Return what begins like JSON; an object over several lines neither ends on its first nor has another begin on the next."""
    if _ARRAY.match(text):
        return Format.JSON_ARRAY
    if not _SEVERAL_LINES.match(text):
        return None
    first, _, rest = text.strip().partition("\n")
    goes_on = not first.rstrip().endswith("}") and rest and not rest.lstrip().startswith("{")
    return Format.JSON_LINES if _ONE_LINE.match(text) and not goes_on else Format.JSON_OBJECT


def _name_markup(text: str) -> Format | None:
    """Return what begins with a tag."""
    root = name_root(text)
    if root in _ROOTS:
        return _ROOTS[root]
    if root in _HTML_ELEMENTS:
        return Format.PAGE
    if text.lstrip().startswith("<?xml") or (root and text.lstrip().startswith("<!")):
        return Format.OTHER_XML
    return None


def _name_mail(text: str) -> Format | None:
    """Return what begins with the head of a message: "From:" and a line only mail has, or a date and a subject too."""
    is_mailbox = text.startswith("From ")
    lines = text.partition("\n")[2] if is_mailbox else text
    names = set()
    for line in lines.splitlines():
        match = _HEADER.match(line)
        if match:
            names.add(match["name"].lower())
        elif not (names and line[:1] in (" ", "\t") and line.strip()):
            break
    if "from" in names and (names & _MAIL or {"date", "subject"} <= names):
        return Format.MAILBOX if is_mailbox else Format.MESSAGE
    return None
