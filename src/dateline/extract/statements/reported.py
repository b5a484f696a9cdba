"""Indirect and mixed speech: what verbs and nouns of saying report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.extract.statements.attributions import read_adverb, read_phrase, read_rest, read_tail
from dateline.extract.statements.circumstances import find_medium
from dateline.extract.statements.contents import find_report, speaker_tokens
from dateline.extract.statements.regions import Piece, Region
from dateline.extract.statements.speakers import NOBODY, find_speaker
from dateline.extract.statements.utterances import Utterance, strip_marks
from dateline.knowledge.cues.speech import CuePhrase, Cues, CueVerb
from dateline.language import Parse, Token
from dateline.model import Span

_VERBAL = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN"})
_NOT_YET = frozenset({"would", "should", "could", "might", "may", "can", "must", "will"})


class ReportReader:
    """Reads what the cues of one report report."""

    def __init__(self, parse: Parse, cast: Cast, cues: Cues) -> None:
        self._parse, self._cast, self._cues = parse, cast, cues
        self._regions: dict[int, Region] = {}

    def iter_utterances(self) -> Iterator[Utterance]:
        """Yield what each cue reports, sentence by sentence."""
        columns, doc, cues = self._parse.columns, self._parse.tokens, self._cues
        for number in columns.find(pos=_VERBAL, lemma=cues.verbs):
            yield from self._read_verb(self._region(number), doc[number])
        for number in columns.find(pos=_NOUNS, lemma=cues.nouns):
            yield from self._read_noun(self._region(number), doc[number])
        openers = frozenset(words[0] for words, _ in cues.phrases)
        phrases = (read_phrase(self._region(n), n, cues) for n in columns.find(lower=openers))
        adverbs = (read_adverb(self._region(n), doc[n], cues) for n in columns.find(lower=cues.adverbs))
        for found in (*phrases, *adverbs):
            if found is not None:
                yield from self._make(found.pieces, found.cue, found.speakers, found.entry, found.reason)

    def _region(self, token: int) -> Region:
        """Return the sentence of a token, as the same object for every token of it."""
        sentence = self._parse.sentence_at(token)
        if sentence.index not in self._regions:
            self._regions[sentence.index] = Region(self._parse, sentence, self._cues.verbs)
        return self._regions[sentence.index]

    def _read_verb(self, region: Region, verb: Token) -> Iterator[Utterance]:
        entry = self._cues.verbs.get(verb.lemma_.lower())
        if entry is None or is_denied(verb) or _is_hypothetical(verb):
            return
        speakers = speaker_tokens(verb)
        report = find_report(region, verb, entry)
        if report is None or (report.sort == "object" and entry.takes.get("clause", 0.0) > report.trust):
            found = self._read_unparsed(region, verb, entry, speakers)
            if found is not None:
                yield from self._report(verb, entry, *found)
                return
        if report is not None:
            yield from self._report(verb, entry, report.pieces, speakers, report.sort, report.trust)

    def _read_unparsed(
        self, region: Region, verb: Token, entry: CueVerb, speakers: list[Token]
    ) -> tuple[tuple[Piece, ...], list[Token], str, float] | None:
        """Read by commas and word order what the parser has not seen as a clause of the verb."""
        trust = entry.takes.get("clause", 0.0)
        if trust < 0.85:
            return None
        tail = read_tail(region, verb)
        if tail is not None:
            named = speakers if verb.lower_ == "saying" and speakers else list(tail.speakers)
            return tail.pieces, named, "clause", trust
        if verb.tag_ in ("VBD", "VBZ", "VBP") or (verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "pcomp")):
            pieces = read_rest(region, verb, addressee=entry.addressee)
            if pieces:
                return pieces, speakers, "rest", 0.75
        return None

    def _report(
        self, verb: Token, entry: CueVerb, pieces: tuple[Piece, ...], speakers: list[Token], sort: str, trust: float
    ) -> Iterator[Utterance]:
        if not speakers and entry.active and sort != "quote":
            return
        spans = self._spans(pieces)
        if spans:
            medium = entry.medium or find_medium(verb, self._cues)
            speaker = find_speaker(self._parse, self._cast, speakers)
            reason = f"“{verb.text}” reports its {sort}"
            cue = self._parse.span(verb.i, verb.i + 1)
            yield Utterance(spans, cue, verb.i, speaker, f"{entry.id}.{sort}", reason, trust, medium)

    def _read_noun(self, region: Region, noun: Token) -> Iterator[Utterance]:
        entry = self._cues.nouns.get(noun.lemma_.lower())
        if entry is None:
            return
        piece = _noun_content(region, noun)
        if piece is not None:
            speakers = _noun_speakers(noun)
            yield from self._make((piece,), (noun.i, noun.i + 1), speakers, entry, f"“{noun.text}” names what was said")

    def _make(
        self, pieces: Sequence[Piece], cue: Piece, speakers: Sequence[Token], entry: CuePhrase, reason: str
    ) -> Iterator[Utterance]:
        spans = self._spans(pieces)
        if spans:
            speaker = find_speaker(self._parse, self._cast, list(speakers)) if speakers else NOBODY
            yield Utterance(spans, self._parse.span(*cue), cue[0], speaker, entry.id, reason, entry.trust)

    def _spans(self, pieces: Sequence[Piece]) -> tuple[Span, ...]:
        stripped = (strip_marks(self._parse.span(*piece), self._parse.text) for piece in pieces)
        return tuple(span for span in stripped if span is not None)


def is_denied(verb: Token) -> bool:
    """Tell whether the saying itself is negated: "did not say", "had not, as of Monday, announced"."""
    if syntax.is_negated(verb):
        return True
    first = next((c.i for c in verb.children if c.dep_ in ("aux", "auxpass")), verb.i)
    return any(t.lower_ in ("not", "n't", "n’t", "never") and t.dep_ == "neg" for t in verb.doc[first : verb.i])


def _is_hypothetical(verb: Token) -> bool:
    """Tell whether nothing was said yet: "would say", "if he says"."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in _NOT_YET:
            return True
        if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
            return True
    return False


def _noun_content(region: Region, noun: Token) -> Piece | None:
    """Return the that-clause, infinitive, or phrase with "of", "for" or "about" on a noun of saying."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in ("acl", "ccomp", "relcl") and any(
            c.dep_ == "mark" and c.lower_ == "that" for c in child.children
        ):
            first, last = region.bounds([child], after=noun.i)
            return next(iter(region.trimmed([(first, last)])), None)
    for child in noun.children:
        if child.i > noun.i and child.dep_ == "prep" and child.lower_ in ("of", "for", "about"):
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
            if (
                inner
                and inner[0].pos_ not in ("PROPN", "PRON")
                and noun.lemma_ not in ("statement", "comment", "remark")
            ):
                first, last = region.bounds([child], after=child.i)
                return next(iter(region.trimmed([(first, last)])), None)
        if (
            child.i > noun.i
            and child.dep_ == "acl"
            and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
        ):
            return next(iter(region.trimmed([region.bounds([child], after=noun.i)])), None)
    return None


def _noun_speakers(noun: Token) -> list[Token]:
    owners = syntax.possessors(noun) or syntax.agents(noun) or syntax.after_preposition(noun, "from")
    if owners:
        return owners
    adjectives = [t for t in syntax.modifiers(noun) if t.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")]
    if adjectives:
        return adjectives[:1]
    if noun.dep_ == "dobj" and noun.head.lemma_ in ("make", "issue", "repeat", "give", "reiterate", "voice", "send"):
        return syntax.deep_subjects(noun.head)
    return []
