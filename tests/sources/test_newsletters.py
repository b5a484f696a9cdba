"""Messages and mailboxes: which part is read, in which charset, and where one message ends."""

from tests.sources.reading_bytes import PROSE, read_document, read_lines

HEAD = """From: "The Harbour Gazette" <news@harbour.example>
Date: Tue, 24 Nov 2015 23:30:00 -0500
Subject: =?utf-8?q?Talks_in_Troms=C3=B8?=
Message-ID: <1@harbour.example>
Archived-At: <https://harbour.example/letters/1>
MIME-Version: 1.0
"""


def plain(text: bytes | str, charset: str = "utf-8") -> bytes:
    data = text.encode(charset) if isinstance(text, str) else text
    return f"{HEAD}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n".encode() + data


def test_head_gives_title_day_publisher_and_address():
    document = read_document(plain(PROSE))
    assert (document.title, str(document.published), document.publisher) == (
        "Talks in Tromsø",
        "2015-11-24",
        "The Harbour Gazette",
    )
    assert (document.url, document.text) == ("https://harbour.example/letters/1", PROSE)
    assert [(d.origin, d.used) for d in document.dates] == [("mail Date", True)]


def test_charsets_that_are_old_unknown_or_not_true_are_read():
    text = PROSE.replace("Oslo", "Tromsø") + " The naïve façade of the café was gone. " * 4
    assert read_document(plain(text, "iso-8859-1")).text == text
    for claimed in (b"charset=x-unknown", b"charset=us-ascii", b"charset="):
        assert read_document(plain(text).replace(b"charset=utf-8", claimed)).text == text
    assert "façade" in read_document(plain(text.encode("cp1252"), "utf-8")).text


def test_html_part_is_read_where_the_text_part_is_a_notice():
    message = f"""{HEAD}Content-Type: multipart/alternative; boundary=XX

--XX
Content-Type: text/plain

View this email in your browser: https://harbour.example/letters/1

--XX
Content-Type: text/html; charset=utf-8

<html><body><table><tr><td><p>View this email in your browser</p></td></tr><tr><td><p>{PROSE}</p><p>They left on Tuesday
for the capital.</p></td></tr><tr><td>Unsubscribe | Manage preferences</td></tr></table></body></html>
--XX--
"""
    assert read_document(message).text == f"{PROSE}\n\nThey left on Tuesday for the capital."


def test_lines_broken_for_the_mail_are_joined():
    text = "The foreign minister of Norway met \nhis Danish counterpart in Oslo \non Monday.\n\nThey signed.\n"
    message = plain(text).replace(b"charset=utf-8", b"charset=utf-8; format=flowed")
    joined = "The foreign minister of Norway met his Danish counterpart in Oslo on Monday.\n\nThey signed."
    assert " ".join(read_document(message).text.split()) == " ".join(joined.split())
    assert "\n\nThey signed." in read_document(message).text


def test_mailbox_is_parted_at_its_from_lines_and_not_at_those_in_a_text():
    first = plain(f"{PROSE}\n\n>From now on they agreed.\nFrom here on too.\n")
    second = plain(f"{PROSE} They left.\n").replace(b"Subject", b"X-Subject")
    box = b"From a Tue Nov 24 2015\n" + first + b"\nFrom b Wed Nov 25 2015\n" + second + b"\n"
    assert read_lines(box, name="mail.mbox") == [f"mail.mbox#1 | {PROSE[:20]}", f"mail.mbox#2 | {PROSE[:20]}"]
    assert read_document(b"From a\n" + first).text == f"{PROSE}\n\nFrom now on they agreed.\nFrom here on too."


def test_report_with_lines_like_a_mails_is_no_mail():
    for text in (
        f"From: our correspondent\n\n{PROSE}",
        f"Date: Monday\nPlace: Oslo\n\n{PROSE}",
        f"From Oslo to Paris\n\n{PROSE}",
    ):
        assert read_document(text).text == text


def test_day_that_nobody_filled_in_is_none_of_our_century():
    head = "From: News <news@wire.example>\nSubject: Oslo\nDate: Mon, 01 Jan 0001 00:00:00 +0000\nMessage-ID: <1@wire.example>"
    assert read_document(f"{head}\n\n{PROSE}\n").published is None
