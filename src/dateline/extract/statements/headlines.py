"""Colon style: "Putin: no plans for war", "Aid convoy delayed - paper", and the speakers' names of a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.cast import Cast
from dateline.extract.statements.quotations import Quotation
from dateline.extract.statements.regions import Region
from dateline.extract.statements.speakers import find_speaker
from dateline.extract.statements.utterances import Utterance, strip_marks
from dateline.language import Parse, Sentence, Token
from dateline.model import Span

_TRUST = 0.8
_SOURCES = frozenset(
    "paper newspaper report reports official officials source sources media agency police minister spokesman poll study".split()
)
_LABEL = re.compile(r"[“\"]?(?P<name>[A-Z][A-Z.’'-]{2,}(?: [A-Z][A-Z.’'-]+){0,3}): (?=\S)")


def iter_headlines(parse: Parse, cast: Cast) -> Iterator[Utterance]:
    """Yield what titles report in colon style or after a dash."""
    for sentence in parse.sentences:
        if sentence.is_title:
            yield from _read_title(parse, cast, sentence)


def _read_title(parse: Parse, cast: Cast, sentence: Sentence) -> Iterator[Utterance]:
    doc = parse.tokens
    region = Region(parse, sentence, ())
    for number in range(sentence.first + 1, sentence.last - 2):
        if doc[number].text == ":" and number - sentence.first <= 5 and _names_somebody(cast, doc[number - 1]):
            yield from _utter(parse, cast, region, (number + 1, sentence.last), doc[number - 1], "colon")
            return
    for number in range(sentence.last - 2, max(sentence.first, sentence.last - 5), -1):
        if doc[number].text in ("-", "–", "—", "--") and doc[sentence.last - 1].lower_ in _SOURCES:
            yield from _utter(parse, cast, region, (sentence.first, number), doc[sentence.last - 1], "dash")
            return


def _names_somebody(cast: Cast, token: Token) -> bool:
    return bool(cast.at(token.i)) or cast.covering(token.i) is not None or token.lower_ in _SOURCES


def _utter(
    parse: Parse, cast: Cast, region: Region, piece: tuple[int, int], name: Token, mark: str
) -> Iterator[Utterance]:
    pieces = region.trimmed([piece])
    content = strip_marks(parse.span(*pieces[0]), parse.text) if pieces else None
    if content is not None and pieces[0][1] - pieces[0][0] >= 3:
        speaker = find_speaker(parse, cast, [name])
        yield Utterance(
            (content,), None, None, speaker, f"headline.{mark}", f"a title that names its source by a {mark}", _TRUST
        )


def iter_transcript(parse: Parse, cast: Cast) -> Iterator[Utterance]:
    """Yield the turns of a transcript: paragraphs that begin with a name in capitals and a colon, two at least."""
    text = parse.text
    turns = [(b.span, m) for b in parse.document.prose if (m := _LABEL.match(text, b.span.start, b.span.end))]
    if len(turns) < 2:
        return
    for block, label in turns:
        content = strip_marks(Span(start=label.end(), end=block.end), text)
        tokens = parse.tokens_in(Span(start=label.start("name"), end=label.end("name")))
        if content is not None and tokens:
            speaker = find_speaker(parse, cast, [parse.tokens[tokens[-1]]])
            yield Utterance(
                (content,), None, None, speaker, "transcript.turn", "a turn of a transcript", 0.9, fixed=True
            )


def without_transcript(quotations: list[Quotation], turns: list[Utterance]) -> list[Quotation]:
    """Return the quotations that no turn of a transcript stands in: its marks only open paragraphs."""
    bounds = [u.bounds for u in turns]
    return [q for q in quotations if not any(b.overlaps(q.inner) for b in bounds)]
