"""Direct speech: quotations joined to the cue that stands beside them, and to the cue's other words."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dateline.extract.cast import Cast
from dateline.extract.statements.clauses import speaker_tokens
from dateline.extract.statements.quotations import Quotation
from dateline.extract.statements.reported import find_medium
from dateline.extract.statements.speakers import NOBODY, Speaker, find_speaker
from dateline.extract.statements.utterances import Utterance
from dateline.knowledge.cues import Cues
from dateline.language import Parse
from dateline.model import Span

_FEWEST_WORDS = 4  # shorter quotations without a cue are quoted terms


class QuotationJoiner:
    """Joins the quotations of one report to its reported utterances, and makes new ones of the rest."""

    def __init__(self, parse: Parse, cast: Cast, cues: Cues, quotations: Sequence[Quotation]) -> None:
        self._parse = parse
        self._cast = cast
        self._cues = cues
        self._quotations = [q for q in quotations if q.depth == 0]

    def join(self, reported: Sequence[Utterance]) -> list[Utterance]:
        """Return the utterances with their quotations, in order."""
        utterances = [u for u in reported if not self._is_inside_quotation(u)]
        nested = [u for u in reported if self._is_inside_quotation(u)]
        for quotation in self._quotations:
            self._place(quotation, utterances)
        return sorted([*utterances, *nested], key=lambda u: u.bounds.start)

    def _is_inside_quotation(self, utterance: Utterance) -> bool:
        cue = utterance.cue
        return cue is not None and any(q.inner.covers(cue) for q in self._quotations)

    def _place(self, quotation: Quotation, utterances: list[Utterance]) -> None:
        for number, utterance in enumerate(utterances):
            if any(quotation.outer.overlaps(span) for span in utterance.content):
                utterances[number] = utterance.with_content(_absorb(utterance.content, quotation, self._parse.text))
                return
        cue = self._find_cue(quotation)
        words = len(quotation.inner.of(self._parse.text).split())
        if cue is not None:
            same = next((n for n, u in enumerate(utterances) if u.cue_token == cue.i), None)
            if same is not None:
                utterances[same] = utterances[same].with_content([*utterances[same].content, quotation.inner])
                return
            if words >= 2:
                utterances.append(self._new_utterance(quotation, cue))
            return
        previous = self._previous_in_paragraph(quotation, utterances)
        if previous is not None and self._is_whole_sentence(quotation):
            number = utterances.index(previous)
            utterances[number] = previous.with_content([*previous.content, quotation.inner])
        elif words >= _FEWEST_WORDS and self._is_whole_sentence(quotation):
            speaker = utterances[-1].speaker if quotation.continues and utterances else NOBODY
            utterances.append(self._orphan(quotation, speaker))

    def _new_utterance(self, quotation: Quotation, cue: Token) -> Utterance:
        speaker = find_speaker(self._parse, self._cast, speaker_tokens(cue))
        entries = self._cues.verbs.get(cue.lemma_.lower(), ())
        medium = next((e.medium for e in entries if e.medium), None) or find_medium(cue, self._cues)
        rule = entries[0].id if entries else "cue.quotation"
        span = self._parse.span(cue.i, cue.i + 1)
        return Utterance((quotation.inner,), span, cue.i, speaker, rule, f"a quotation beside “{cue.text}”", medium)

    def _orphan(self, quotation: Quotation, speaker: Speaker) -> Utterance:
        reason = "a quotation of whole sentences without a cue of its own"
        return Utterance((quotation.inner,), None, None, speaker, "quotation.alone", reason)

    def _find_cue(self, quotation: Quotation) -> Token | None:
        """Return the verb of saying outside the quotation in the sentence where it begins or ends, the nearest first."""
        tokens = self._parse.tokens_in(quotation.inner)
        if not tokens:
            return None
        first, last = tokens[0], tokens[-1]
        sentences = {self._parse.sentence_at(first).index, self._parse.sentence_at(last).index}
        after = min(last + 2, len(self._parse) - 1)
        if self._parse.sentence_at(after).paragraph == self._parse.sentence_at(last).paragraph:
            following = self._parse.sentence_at(after)
            if (
                following.first >= last
                and self._parse.doc[following.first].lower_ == self._parse.doc[following.first].text
            ):
                sentences.add(following.index)
        candidates = []
        for index in sorted(sentences):
            sentence = self._parse.sentences[index]
            for token in self._parse.iter_tokens(sentence):
                if first <= token.i <= last or self._is_quoted(token):
                    continue
                entries = self._cues.verbs.get(token.lemma_.lower()) if token.pos_ in ("VERB", "AUX") else None
                if entries and any(e.direct for e in entries):
                    distance = first - token.i if token.i < first else token.i - last
                    candidates.append((distance, token.i))
        return self._parse.doc[min(candidates)[1]] if candidates else None

    def _is_quoted(self, token: Token) -> bool:
        start = self._parse.start(token.i)
        return any(q.inner.start <= start < q.inner.end for q in self._quotations)

    def _previous_in_paragraph(self, quotation: Quotation, utterances: list[Utterance]) -> Utterance | None:
        """Return the last utterance before a quotation in its paragraph, if it was a quotation too and nothing but its cue lies between."""
        tokens = self._parse.tokens_in(quotation.outer)
        if not tokens:
            return None
        paragraph = self._parse.sentence_at(tokens[0]).paragraph
        before = [u for u in utterances if u.bounds.start < quotation.outer.start]
        if not before:
            return None
        last = max(before, key=lambda u: u.bounds.start)
        end = max(last.bounds.end, last.cue.end if last.cue else 0)
        end_tokens = self._parse.tokens_in(Span(start=max(0, end - 1), end=end))
        if not end_tokens:
            return None
        sentence = self._parse.sentence_at(end_tokens[-1])
        here = self._parse.sentence_at(tokens[0])
        quoted = any(q.outer.overlaps(s) for q in self._quotations for s in last.content)
        if sentence.paragraph == paragraph and quoted and here.index - sentence.index <= 1:
            return last
        return None

    def _is_whole_sentence(self, quotation: Quotation) -> bool:
        """Tell whether a quotation begins like a sentence of its own rather than inside another's."""
        text = self._parse.text
        before = text[: quotation.outer.start].rstrip()
        opens = not before or before[-1] in ".!?”\"’'\n:" or text[: quotation.outer.start].endswith("\n")
        return opens and quotation.inner.of(text)[:1].isupper()


def _absorb(content: Sequence[Span], quotation: Quotation, text: str) -> list[Span]:
    """Return content spans widened so that the quotation lies wholly within them."""
    spans = []
    for span in content:
        if quotation.outer.covers(span) and len(content) == 1:
            spans.append(quotation.inner)
        elif quotation.outer.overlaps(span):
            end = max(span.end, quotation.inner.end)
            spans.append(Span(start=min(span.start, quotation.inner.start), end=end))
        else:
            spans.append(span)
    return _merge(spans)


def _merge(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda s: s.start):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(start=merged[-1].start, end=max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
