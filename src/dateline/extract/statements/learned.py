"""Statements that only the learned reader sees: its content spans, with the cue and speaker it tags beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.cast import Cast
from dateline.extract.statements.contents import speaker_tokens
from dateline.extract.statements.regions import Piece, Region
from dateline.extract.statements.reported import is_denied
from dateline.extract.statements.second_reader import SecondReader
from dateline.extract.statements.speakers import NOBODY, find_speaker
from dateline.extract.statements.utterances import Utterance, strip_marks
from dateline.knowledge.cues.speech import Cues
from dateline.language import Parse, Token
from dateline.model import Span

_SUREST_CONTENT = 1.0  # mean log odds of the content from which a span can stand without a rule
_SUREST_CUE = 0.0  # log odds of the best cue in its sentence
_FEWEST = 3  # words


class LearnedStatements:
    """Makes utterances of the tagger's own spans."""

    def __init__(self, parse: Parse, cast: Cast, cues: Cues, second: SecondReader) -> None:
        self._parse, self._cast, self._cues, self._second = parse, cast, cues, second

    def iter_utterances(self, taken: Sequence[Utterance]) -> Iterator[Utterance]:
        """Yield the spans that are sure enough and touch no statement that both readers have agreed on."""
        for span in self._second.spans():
            if span[1] - span[0] < _FEWEST or self._second.support([span]) < _SUREST_CONTENT:
                continue
            content = self._content(span)
            if content is None or any(content.overlaps(s) for u in taken for s in u.content):
                continue
            cue = self._cue_beside(span)
            if cue is not None and not is_denied(cue):
                yield self._utterance(content, cue)

    def _content(self, span: Piece) -> Span | None:
        sentence = self._parse.sentence_at(span[0])
        region = Region(self._parse, sentence, self._cues.verbs)
        pieces = region.trimmed([(span[0], min(span[1], sentence.last))])
        if not pieces or pieces[0][1] - pieces[0][0] < _FEWEST:
            return None
        return strip_marks(self._parse.span(*pieces[0]), self._parse.text)

    def _cue_beside(self, span: Piece) -> Token | None:
        """Return the word outside a span, in its sentence, that is likeliest to be its cue; None where none is likely."""
        sentence = self._parse.sentence_at(span[0])
        outside = [i for i in range(sentence.first, sentence.last) if not span[0] <= i < span[1]]
        best = max(outside, key=lambda i: float(self._second.cue[i]), default=None)
        return self._parse.tokens[best] if best is not None and self._second.cue[best] >= _SUREST_CUE else None

    def _utterance(self, content: Span, cue: Token) -> Utterance:
        speakers = self._tagged_speaker(cue) or (speaker_tokens(cue) if cue.pos_ in ("VERB", "AUX") else [])
        speaker = find_speaker(self._parse, self._cast, speakers) if speakers else NOBODY
        reason = "no rule reads a statement here, but the tagger is sure of one"
        span = self._parse.span(cue.i, cue.i + 1)
        return Utterance((content,), span, cue.i, speaker, "statement.learned", reason, 0.5)

    def _tagged_speaker(self, cue: Token) -> list[Token]:
        """Return the head of the words nearest the cue that the tagger takes for the speaker."""
        sentence = self._parse.sentence_at(cue.i)
        likely = [i for i in range(sentence.first, sentence.last) if self._second.speaker[i] > 0]
        if not likely:
            return []
        nearest = min(likely, key=lambda i: abs(i - cue.i))
        head = self._parse.tokens[nearest]
        while head.head.i in likely and head.head.i != head.i:
            head = head.head
        return [head]
