"""Newsletters: single messages (.eml) and mailboxes (mbox)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from dateline.sources.decoding import UndecodableError, decode
from dateline.sources.document import Known
from dateline.sources.found_dates import Candidate, choose_dates, read_day
from dateline.sources.options import Origin, ReadOptions, Unreadable
from dateline.sources.text import Item, check_text

_SHORT = 200
"""Characters below which the text part is taken for a notice ("view this in your browser") where there is HTML."""


def read_mailbox(lines: Iterable[bytes | None], source: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    """Yield the documents of a mailbox, numbered "mail.mbox#12"; one message in memory at a time."""
    for number, data in enumerate(_iter_messages(lines, options.max_line_bytes), start=1):
        where = f"{source}#{number}"
        if data is None:
            yield Unreadable(
                where, f"is longer than {options.max_line_bytes / 1e6:,.0f} MB, the most read as one message"
            )
        else:
            yield from read_message(data, where, options, origin)


def read_message(data: bytes, source: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    """Yield the document of one message: its text part or, where that is only a notice, its HTML part."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        known, plain, html = _read_known(message, origin), _read_part(message, "plain"), _read_part(message, "html")
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # The parser of headers has raised all of these on broken ones.
        yield Unreadable(source, f"is a message that cannot be read ({type(error).__name__})")
        return
    if html is not None and (plain is None or len(plain.strip()) < _SHORT):
        from dateline.sources.pages import read_mail_page

        yield from read_mail_page(html, source, options, known)
    elif plain is not None:
        yield check_text(plain.strip("\n"), source, options, known)
    else:
        yield Unreadable(source, "is a message without a text")


def _iter_messages(lines: Iterable[bytes | None], longest: int) -> Iterator[bytes | None]:
    """Yield the messages of a mailbox without their "From " lines; None for one of more than `longest` bytes.

    A message begins at a line "From …" after an empty one; ">From" is how such a line is kept inside a message.
    """
    message: list[bytes] = []
    size, is_open, is_after_blank = 0, False, True
    for line in lines:
        if line is not None and is_after_blank and line.startswith(b"From "):
            if is_open:
                yield None if size > longest else b"\n".join(message)
            message, size, is_open, is_after_blank = [], 0, True, False
            continue
        size += longest + 1 if line is None else len(line) + 1
        is_after_blank = line is not None and not line.strip()
        if size > longest:
            message = []
        elif line is not None:
            message.append(re.sub(rb"^>(>*From )", rb"\1", line))
    if is_open:
        yield None if size > longest else b"\n".join(message)


def _read_known(message: EmailMessage, origin: Origin) -> Known:
    # As it is written: the mail library would give back the year 0001 as 2001.
    day = read_day(next((str(value) for name, value in message.raw_items() if name.lower() == "date"), ""))
    dates = choose_dates([Candidate(day, "mail Date")] if day else [], origin.retrieved)
    address = re.search(r"https?://[^\s<>]+", str(message.get("archived-at") or ""))
    return Known(
        published=dates.published,
        title=" ".join(str(message.get("subject") or "").split()) or None,
        url=address[0] if address else origin.url,
        publisher=parseaddr(str(message.get("from") or ""))[0].strip() or None,
        dates=dates.found,
    )


def _read_part(message: EmailMessage, kind: str) -> str | None:
    """Return the text of the message's plain or HTML part; None where it has none."""
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return None
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return None
    text = _decode_part(data, part).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", " ")
    return _join_flowed(text) if str(part.get_param("format", "")).lower() == "flowed" else text


def _decode_part(data: bytes, part: MIMEPart) -> str:
    """Return the text in the charset that the part names, or in what it looks like where that is none or not true."""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeError):
        pass
    try:
        return decode(data).text
    except UndecodableError:
        return ""


def _join_flowed(text: str) -> str:
    """Return text with the lines joined that were only broken to be sent (RFC 3676): those that end in a blank."""
    return re.sub(r"(?<=[^\n]) \n(?!-- \n)(?=[^\n>])", " ", text)
