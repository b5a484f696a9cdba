"""Direct speech: quotations joined to the cue that stands beside them, and to the cue's other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.cast import Cast
from dateline.extract.statements.circumstances import find_medium
from dateline.extract.statements.contents import speaker_tokens
from dateline.extract.statements.lead_ins import find_lead_in
from dateline.extract.statements.quotations import Quotation
from dateline.extract.statements.speakers import NOBODY, find_speaker
from dateline.extract.statements.utterances import Utterance, strip_marks
from dateline.knowledge.cues.speech import Cues
from dateline.language import Parse, Sentence, Token
from dateline.model import Span

_FEWEST_WORDS = 4  # shorter quotations without a cue are quoted terms
_FARTHEST_AFTER = 12  # tokens from the closing mark to the verb of saying
_FARTHEST_BEFORE = 30  # tokens from the verb of saying to the opening mark


class QuotationJoiner:
    """Joins the quotations of one report to its reported utterances, and makes new ones of the rest."""

    def __init__(self, parse: Parse, cast: Cast, cues: Cues, quotations: Sequence[Quotation]) -> None:
        self._parse, self._cast, self._cues = parse, cast, cues
        self._quotations = [q for q in quotations if q.depth == 0]
        self._of_quotation: dict[int, int] = {}

    def join(self, reported: Sequence[Utterance]) -> list[Utterance]:
        """Return the utterances with their quotations, in order."""
        utterances = [u for u in reported if not self._is_inside_quotation(u)]
        nested = [u for u in reported if self._is_inside_quotation(u)]
        for number, quotation in enumerate(self._quotations):
            found = self._place(number, quotation, utterances)
            if found is not None:
                self._of_quotation[number] = found
        return sorted([*utterances, *nested], key=lambda u: u.bounds.start)

    def _is_inside_quotation(self, utterance: Utterance) -> bool:
        cue = utterance.cue
        return cue is not None and any(q.inner.covers(cue) for q in self._quotations)

    def _place(self, number: int, quotation: Quotation, utterances: list[Utterance]) -> int | None:
        """Give a quotation to an utterance, made for it where there is none; return which."""
        if quotation.continues and number - 1 in self._of_quotation:
            return _add_piece(utterances, self._of_quotation[number - 1], quotation)
        touching = [n for n, u in enumerate(utterances) if any(quotation.outer.overlaps(s) for s in u.content)]
        if touching:
            best = max(touching, key=lambda n: (utterances[n].trust, -len(utterances[n].bounds)))
            if self._has_own_cue(quotation, utterances[best]):
                for n in touching:
                    utterances[n] = _cut_before(utterances[n], quotation, self._parse.text)
                return self._join_to_cue(quotation, utterances)
            whole = self._is_whole_sentence(quotation) and not self._follows_in_piece(quotation, utterances[best])
            for n in touching:
                content = _absorb(utterances[n].content, quotation, whole=whole)
                utterances[n] = utterances[n].with_content(content)
            return best
        if self._find_cue(quotation) is not None:
            return self._join_to_cue(quotation, utterances)
        words = len(quotation.inner.of(self._parse.text).split())
        before = self._previous_in_paragraph(number, quotation)
        if before is not None and self._is_whole_sentence(quotation):
            return _add_piece(utterances, before, quotation)
        if words >= _FEWEST_WORDS and self._is_whole_sentence(quotation):
            utterances.append(self._led_in(quotation) or self._orphan(quotation))
            return len(utterances) - 1
        return None

    def _join_to_cue(self, quotation: Quotation, utterances: list[Utterance]) -> int | None:
        """Give a quotation to the utterance of the cue beside it, made for it where there is none."""
        cue = self._find_cue(quotation)
        if cue is None:
            return None
        same = next((n for n, u in enumerate(utterances) if u.cue_token == cue.i), None)
        if same is None:
            utterances.append(self._new_utterance(quotation, cue))
            return len(utterances) - 1
        if self._is_whole_sentence(quotation):
            utterances[same] = self._without_lead(utterances[same], quotation)
        return _add_piece(utterances, same, quotation)

    def _has_own_cue(self, quotation: Quotation, utterance: Utterance) -> bool:
        """Tell whether a whole quoted sentence that runs on from another's content has a cue of its own after it."""
        piece = next((s for s in utterance.content if s.overlaps(quotation.outer)), quotation.outer)
        if piece.start >= quotation.outer.start or not self._is_whole_sentence(quotation):
            return False
        tokens = self._parse.tokens_in(quotation.outer)
        cue = self._cue_after(tokens[-1] + 1, quotation) if tokens else None
        return cue is not None and cue.i != utterance.cue_token

    def _follows_in_piece(self, quotation: Quotation, utterance: Utterance) -> bool:
        """Tell whether another quotation stands before this one in the same piece of content."""
        piece = next((s for s in utterance.content if s.overlaps(quotation.outer)), quotation.outer)
        return any(piece.overlaps(q.outer) and q.outer.end <= quotation.outer.start for q in self._quotations)

    def _without_lead(self, utterance: Utterance, quotation: Quotation) -> Utterance:
        """Return an utterance without what leads up to a quotation of whole sentences: "Asked about it, he said: “…”"."""
        kept = [
            s
            for s in utterance.content
            if s.start > quotation.outer.start or any(q.outer.overlaps(s) for q in self._quotations)
        ]
        return utterance.with_content(kept) if kept else replace(utterance, content=(quotation.inner,))

    def _new_utterance(self, quotation: Quotation, cue: Token) -> Utterance:
        entry = self._cues.verbs[cue.lemma_.lower()]
        speakers = [t for t in speaker_tokens(cue) if not self._is_quoted(t)] or self._named_beside(cue)
        return Utterance(
            (quotation.inner,),
            self._parse.span(cue.i, cue.i + 1),
            cue.i,
            find_speaker(self._parse, self._cast, speakers),
            f"{entry.id}.quote",
            f"a quotation beside “{cue.text}”",
            entry.takes["quote"],
            entry.medium or find_medium(cue, self._cues),
        )

    def _named_beside(self, cue: Token) -> list[Token]:
        """Return the subject outside the quotation where the parser found one inside it too, else the noun beside the cue."""
        subjects = [c for c in cue.children if c.dep_ in ("nsubj", "dobj", "attr") and not self._is_quoted(c)]
        before = [c for c in subjects if c.i < cue.i]
        return before[-1:] or subjects[:1]

    def _led_in(self, quotation: Quotation) -> Utterance | None:
        """Return the utterance of whoever the clause that leads up to a quotation is about, None where none does."""
        tokens = self._parse.tokens_in(quotation.outer)
        found = find_lead_in(self._parse, self._cast, self._cues, tokens[0]) if tokens else None
        if found is None:
            return None
        verb, subject = found
        if self._is_quoted(verb):
            return None
        speaker = find_speaker(self._parse, self._cast, [subject])
        reason = f"a quotation that “{verb.text}” leads up to"
        medium = find_medium(verb, self._cues)
        cue = self._parse.span(verb.i, verb.i + 1)
        return Utterance((quotation.inner,), cue, verb.i, speaker, "quotation.led-in", reason, 0.6, medium)

    def _orphan(self, quotation: Quotation) -> Utterance:
        reason = "a quotation of whole sentences without a cue of its own"
        return Utterance((quotation.inner,), None, None, NOBODY, "quotation.alone", reason, 0.6)

    def _find_cue(self, quotation: Quotation) -> Token | None:
        """Return the verb of saying right after a quotation, else the one that leads up to it."""
        tokens = self._parse.tokens_in(quotation.outer)
        if not tokens:
            return None
        return self._cue_after(tokens[-1] + 1, quotation) or self._cue_before(tokens[0], quotation)

    def _cue_after(self, first: int, quotation: Quotation) -> Token | None:
        """Return the verb in ", the minister said", or in "said the minister", after a quotation that ends at `first`."""
        doc, text = self._parse.tokens, self._parse.text
        ends = quotation.inner.of(text)[-1:]
        while first < len(doc) and doc[first].text in (",", "”", '"', "''", "’", "'", "-", "—", "–", "--"):
            ends = "," if doc[first].text == "," else ends
            first += 1
        if first >= len(doc) or ends not in ",?!—-–.…":
            return None
        if ends in ".…" and not doc[first].text[:1].islower() and not self._ends_with_saying(first):
            return None
        paragraph = self._parse.sentence_at(first - 1).paragraph
        for number in range(first, min(first + _FARTHEST_AFTER, len(doc))):
            token = doc[number]
            if self._parse.sentence_at(number).paragraph != paragraph or token.text in ("“", '"', "``", ".", ";"):
                return None
            if self._is_cue(token):
                return token
            if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "relcl", "acl", "amod", "advcl"):
                return None
        return None

    def _ends_with_saying(self, first: int) -> bool:
        """Tell whether a sentence that follows a closed quotation is nothing but "Smith said."."""
        sentence = self._parse.sentence_at(first)
        if sentence.first != first or sentence.last - first > _FARTHEST_AFTER:
            return False
        verbs = [t for t in self._parse.tokens_of(sentence) if t.pos_ in ("VERB", "AUX")]
        return len(verbs) == 1 and self._is_cue(verbs[0])

    def _cue_before(self, opening: int, quotation: Quotation) -> Token | None:
        """Return the verb that leads up to a quotation: "X said, “…”", "X added: “…”", "X called it “…”"."""
        doc = self._parse.tokens
        if opening == 0:
            return None
        before = doc[opening - 1]
        sentence = self._parse.sentence_at(opening - 1)
        if sentence.paragraph != self._parse.sentence_at(opening).paragraph:
            return None
        if self._is_cue(before):
            return before
        if before.text not in (",", ":", "--", "—", "that"):
            return None
        for number in range(opening - 1, max(sentence.first, opening - _FARTHEST_BEFORE) - 1, -1):
            if self._is_cue(doc[number]) and not self._is_quoted(doc[number]):
                return doc[number]
        return self._cue_before_split(sentence, opening)

    def _cue_before_split(self, sentence: Sentence, opening: int) -> Token | None:
        """Look in the sentence before where the parser has cut one at an inner quotation."""
        if sentence.first >= opening or sentence.index == 0 or opening - sentence.first > 4:
            return None
        previous = self._parse.sentences[sentence.index - 1]
        if previous.paragraph != sentence.paragraph:
            return None
        tokens = [t for t in self._parse.tokens_of(previous) if self._is_cue(t) and not self._is_quoted(t)]
        return tokens[-1] if tokens and previous.last - tokens[-1].i < 6 else None

    def _is_cue(self, token: Token) -> bool:
        if token.pos_ not in ("VERB", "AUX"):
            return False
        entry = self._cues.verbs.get(token.lemma_.lower())
        return entry is not None and "quote" in entry.takes

    def _is_quoted(self, token: Token) -> bool:
        start = self._parse.start(token.i)
        return any(q.inner.start <= start < q.inner.end for q in self._quotations)

    def _previous_in_paragraph(self, number: int, quotation: Quotation) -> int | None:
        """Return the utterance of the quotation before, where one paragraph holds both and no more than a cue lies between."""
        if number - 1 not in self._of_quotation:
            return None
        here = self._parse.tokens_in(quotation.outer)
        there = self._parse.tokens_in(self._quotations[number - 1].outer)
        if not here or not there:
            return None
        after, before = self._parse.sentence_at(here[0]), self._parse.sentence_at(there[-1])
        if after.paragraph != before.paragraph or after.index - before.index > 2:
            return None
        return self._of_quotation[number - 1] if here[0] - there[-1] <= _FARTHEST_BEFORE else None

    def _is_whole_sentence(self, quotation: Quotation) -> bool:
        """Tell whether a quotation begins like a sentence of its own rather than inside another's."""
        text = self._parse.text
        before = text[: quotation.outer.start].rstrip()
        opens = not before or before[-1] in ".!?”\"’'\n:," or text[: quotation.outer.start].endswith("\n")
        return opens and quotation.inner.of(text)[:1].isupper()


def _cut_before(utterance: Utterance, quotation: Quotation, text: str) -> Utterance:
    """Return an utterance whose content ends before a quotation that is not its own."""
    kept = [s for s in utterance.content if s.end <= quotation.outer.start]
    for span in utterance.content:
        if span.start < quotation.outer.start < span.end:
            lead = strip_marks(Span(start=span.start, end=quotation.outer.start), text)
            kept += [lead] if lead is not None else []
    return utterance.with_content(kept) if kept else utterance


def _add_piece(utterances: list[Utterance], number: int, quotation: Quotation) -> int:
    utterance = utterances[number]
    utterances[number] = utterance.with_content(_merge([*utterance.content, quotation.inner]))
    return number


def _absorb(content: Sequence[Span], quotation: Quotation, *, whole: bool) -> list[Span]:
    """Return content spans widened so that the quotation lies wholly within them; one inside it becomes all of it.

    What stands before a quotation of whole sentences leads up to it and is no part of it.
    """
    spans = []
    for span in content:
        if quotation.outer.covers(span):
            spans.append(quotation.inner)
        elif quotation.outer.overlaps(span):
            start = quotation.inner.start if whole else min(span.start, quotation.inner.start)
            spans.append(Span(start=start, end=max(span.end, quotation.inner.end)))
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
