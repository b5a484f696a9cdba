"""Attributions without a clause of their own: "according to X", "reportedly", and ", X said" that the parser missed."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract import syntax
from dateline.extract.statements.regions import Piece, Region
from dateline.knowledge.cues.speech import CuePhrase, Cues
from dateline.language import Token

_LONGEST_NAME = 12  # words between the comma and "said"
_LONGEST_TAIL = 14  # words after "said"


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a phrase attributes, to whom."""

    pieces: tuple[Piece, ...]
    cue: Piece
    speakers: tuple[Token, ...]
    entry: CuePhrase
    reason: str


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands before ", X said" at the end of a sentence, and X."""

    pieces: tuple[Piece, ...]
    speakers: tuple[Token, ...]


def read_phrase(region: Region, number: int, cues: Cues) -> Attribution | None:
    """Return what "according to X" or its like attributes at a token: the clause it stands in, without it."""
    for words, entry in cues.phrases:
        if region.doc[number].lower_ == words[0] and _stands_at(region, number, words):
            found = _read_phrase(region, number, len(words), entry)
            if found is not None:
                return found
    return None


def _stands_at(region: Region, number: int, words: tuple[str, ...]) -> bool:
    return [region.doc[i].lower_ for i in range(number, min(number + len(words), region.last))] == list(words)


def _read_phrase(region: Region, number: int, length: int, entry: CuePhrase) -> Attribution | None:
    opening = region.doc[number]
    last_word = region.doc[number + length - 1]
    heads = [c for t in (last_word, opening) for c in t.children if c.dep_ == "pobj" and c.i > last_word.i]
    if not heads or (length == 1 and heads[0].pos_ != "PROPN"):
        return None
    phrase = {i for i in (t.i for t in opening.subtree) if i >= number} | {t.i for t in last_word.subtree}
    phrase = {i for i in phrase if not region.doc[i].is_punct}
    pieces = _clause_beside(region, opening, min(phrase), max(phrase) + 1)
    if not pieces:
        return None
    reason = f"“{' '.join(t.text for t in region.doc[number : number + length])}” names its source"
    return Attribution(pieces, (number, number + length), tuple(syntax.expand(heads[:1])), entry, reason)


def _clause_beside(region: Region, opening: Token, first: int, last: int) -> tuple[Piece, ...]:
    """Return the sentence without the phrase: what stands before it, or all after it where it opens the sentence.

    Inside a sentence the phrase splits its clause in two when the clause goes on after a comma.
    """
    doc = region.doc
    inserted = last < region.last and doc[last].text == "," and first > region.first and doc[first - 1].text == ","
    if inserted and syntax.clause_of(opening.head).i >= last:  # "X, according to Y, did Z"
        return region.trimmed([(region.first, first), (last, region.last)])
    if sum(not doc[i].is_punct for i in range(region.first, first)) < 3:
        return region.trimmed([(last, region.last)])
    return region.trimmed([(region.first, first)])


def read_adverb(region: Region, adverb: Token, cues: Cues) -> Attribution | None:
    """Return the clause that "reportedly" marks as hearsay, without the adverb; who says it is not told."""
    pieces = _clause_without(region, adverb) if adverb.pos_ == "ADV" else ()
    if not pieces:
        return None
    cue = (adverb.i, adverb.i + 1)
    return Attribution(pieces, cue, (), cues.adverbs[adverb.lower_], f"“{adverb.text}” marks hearsay")


def _clause_without(region: Region, adverb: Token) -> tuple[Piece, ...]:
    head = adverb.head
    inside = sorted(region.subtrees([head]) - {adverb.i})
    if not inside:
        return ()
    if head.pos_ not in ("VERB", "AUX") or head.dep_ in ("pcomp", "amod", "acl"):
        return region.trimmed([(adverb.i + 1, inside[-1] + 1)]) if inside[-1] > adverb.i else ()
    first, last = inside[0], inside[-1] + 1
    if region.doc[first].lower_ in ("who", "which", "that"):
        first += 1
    return region.trimmed([(first, adverb.i), (adverb.i + 1, last)])


def read_rest(region: Region, verb: Token, *, addressee: bool) -> tuple[Piece, ...]:
    """Return what follows a verb of saying to the end of the sentence, where the parser found no clause for it.

    A clause must stand there, with subject and verb; in a title a few words are enough.
    """
    doc = region.doc
    first, last = verb.i + 1, region.last
    ahead = [i for i in range(first, min(first + 12, last)) if doc[i].lower_ == "that" and doc[i].tag_ == "IN"]
    if ahead:
        first = ahead[0] + 1
    elif addressee:
        spoken_to = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i]
        if spoken_to:
            first = max(t.i for t in (spoken_to[0], *spoken_to[0].lefts)) + 1
    if first >= last or doc[first].is_punct or (doc[first].pos_ == "ADP" and not ahead):
        return ()
    if region.sentence.is_title and verb.lemma_ == "say":
        return region.trimmed([(first, last)]) if last - first >= 3 else ()
    subject = next((t for t in doc[first:last] if t.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is None or subject.head.i < subject.i or subject.left_edge.i > first + 1 or region.is_cue(subject.head):
        return ()
    if subject.head.tag_ == "VBG" and not any(c.dep_ == "aux" for c in subject.head.children):
        return ()
    return region.trimmed([(first, last)])


def read_tail(region: Region, verb: Token) -> Tail | None:
    """Read "…, a source told the agency." by its commas, where the parser found no clause for the verb.

    None unless a clause stands before the comma, a noun or pronoun right before the verb, and no clause after it.
    """
    doc = region.doc
    if verb.lower_ == "saying" and verb.dep_ == "pcomp" and verb.i >= region.last - 2:
        verb = verb.head.head  # "…, the agency quoted them as saying."
    if region.last - verb.i > _LONGEST_TAIL or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    comma = verb.i - 1
    while comma > region.first and doc[comma].text not in ',”"' and verb.i - comma <= _LONGEST_NAME:
        comma -= 1
    named = [doc[i] for i in range(comma + 1, verb.i)]
    if comma <= region.first + 1 or verb.i - comma > _LONGEST_NAME or not named:
        return None
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "amod") for t in named):
        return None
    if any(t.dep_ in ("nsubj", "nsubjpass") for t in doc[verb.i + 1 : region.last]):
        return None
    if not any(t.pos_ in ("VERB", "AUX") for t in doc[region.first : comma]):
        return None
    name = next((t for t in reversed(named) if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
    pieces = region.trimmed([(region.first, comma)])
    return Tail(pieces, (name,)) if name is not None and pieces and name.tag_ != "WP" else None
