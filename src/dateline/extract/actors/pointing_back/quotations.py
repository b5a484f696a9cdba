"""Who speaks inside quotation marks: the subject of the nearest verb of saying outside them."""

from __future__ import annotations

from dateline.extract.actors.words import Words
from dateline.knowledge.actors.cues import ActorCues

_OPENING = frozenset({"“", "«", "``"})
_CLOSING = frozenset({"”", "»", "''"})
_ENOUGH = 4  # words; shorter quotations are mostly quoted terms


class Quotations:
    """The quotations of a report with their speakers' words."""

    def __init__(self, words: Words, cues: ActorCues) -> None:
        self._words, self._say = words, cues["say"]
        self._spans = self._find()
        self._at: dict[int, int] = {t: i for i, (a, b) in enumerate(self._spans) for t in range(a, b)}
        self._speakers: list[int | None] = []
        for index in range(len(self._spans)):
            self._speakers.append(self._find_speaker(index))

    def is_quoted(self, token: int) -> bool:
        """Tell whether a word stands in a quotation."""
        return token in self._at

    def speaker_of(self, token: int) -> int | None:
        """Return the head of who speaks the quotation a word stands in, None where nobody is named."""
        index = self._at.get(token)
        return self._speakers[index] if index is not None else None

    def _find(self) -> list[tuple[int, int]]:
        words = self._words
        spans, opened, paragraph = [], -1, -1
        for sentence in words.parse.sentences:
            if sentence.paragraph != paragraph:
                if opened >= 0:
                    spans.append((opened, sentence.first))
                    opened = sentence.first if self._closes_first(sentence.first) else -1
                paragraph = sentence.paragraph
            for token in range(sentence.first, sentence.last):
                text = words.text[token]
                closes = text in _CLOSING or (text == '"' and opened >= 0)
                if closes and opened >= 0:
                    spans.append((opened, token))
                    opened = -1
                elif text in _OPENING or text == '"' or (text == "`" and words.text[token - 1] == "`"):
                    opened = token + 1
        if opened >= 0:
            spans.append((opened, words.size))
        return [(a, b) for a, b in spans if b - a >= _ENOUGH]

    def _closes_first(self, first: int) -> bool:
        """Tell whether a paragraph goes on with the quotation left open before it: it closes before it opens."""
        words = self._words
        paragraph = words.parse.sentence_at(first).paragraph
        for token in range(first, words.size):
            if words.parse.sentence_at(token).paragraph != paragraph or words.text[token] in _OPENING:
                return False
            if words.text[token] in _CLOSING or words.text[token] == '"':
                start = words.parse.start(token)  # a straight mark closes where no blank stands before it
                return words.text[token] in _CLOSING or not words.parse.text[start - 1 : start].isspace()
        return False

    def _find_speaker(self, index: int) -> int | None:
        words = self._words
        first, last = self._spans[index]
        for sentence in (words.sentence[last - 1], words.sentence[first]):
            found = self._subject_of_saying(sentence)
            if found is not None:
                return found
        sentences = words.parse.sentences
        here = words.sentence[first]
        found = self._subject_of_sentence(words.sentence[first], first)
        if found is not None:
            return found
        before = (
            index > 0
            and sentences[words.sentence[self._spans[index - 1][0]]].paragraph >= sentences[here].paragraph - 1
        )
        if before and self._speakers[index - 1] is not None:
            return self._speakers[index - 1]
        for beside in (words.sentence[last - 1] + 1, here - 1):
            if 0 <= beside < len(sentences) and sentences[beside].paragraph == sentences[here].paragraph:
                found = self._subject_of_saying(beside)
                if found is not None:
                    return found
        return None

    def _subject_of_saying(self, sentence: int) -> int | None:
        words = self._words
        span = words.parse.sentences[sentence]
        for token in range(span.first, span.last):
            if words.lemma[token] in self._say and words.pos[token] == "VERB" and token not in self._at:
                subject = self._subject(token)
                if subject is not None and subject not in self._at:
                    return subject
        return None

    def _subject_of_sentence(self, sentence: int, first: int) -> int | None:
        """Return the subject of a sentence that leads up to a quotation: "X was defiant: “…”"."""
        words = self._words
        if first < 2 or words.text[first - 2] not in (":", ","):
            return None
        span = words.parse.sentences[sentence]
        for token in range(span.first, min(first, span.last)):
            if words.dep[token] == "ROOT":
                subject = words.child(token, "nsubj")
                return subject if subject is not None and subject not in self._at else None
        return None

    def _subject(self, verb: int) -> int | None:
        """Return a verb's subject, that of the verb it is coordinated with or hangs on where it has none."""
        words = self._words
        for _ in range(4):
            subject = words.child(verb, "nsubj")
            if subject is not None:
                return subject
            if words.dep[verb] not in ("conj", "xcomp", "advcl"):
                return None
            verb = words.head[verb]
        return None
