"""What a verb of saying reports: the clause, infinitive or phrase that is its content.

Content is returned as stretches of tokens; a cue in the middle ("A, he said, B") leaves two.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.extract import syntax
from dateline.knowledge.cues import CueVerb
from dateline.language import Parse, Sentence

_CLAUSAL = ("ccomp", "parataxis")
_TRIMMED = frozenset({",", "that", "“", "”", '"', "``", "''", ":", ";", "-", "—", "–", "‘", "’", "'"})


@dataclass(frozen=True, slots=True)
class Report:
    """A verb of saying with the tokens of its content, as (first, last) pairs."""

    verb: Token
    entry: CueVerb
    pieces: tuple[tuple[int, int], ...]
    sort: str


def find_report(parse: Parse, verb: Token, entries: tuple[CueVerb, ...]) -> Report | None:
    """Return what `verb` reports, None where it reports nothing that stands in a clause."""
    sentence = parse.sentence_at(verb.i)
    for entry in entries:
        content = _content_of(verb, entry)
        if content is None:
            continue
        head, sort = content
        pieces = _pieces(parse, verb, head, sentence, sort)
        if pieces:
            return Report(verb, entry, pieces, sort)
    return None


def _content_of(verb: Token, entry: CueVerb) -> tuple[Token, str] | None:
    if entry.clause:
        for child in verb.children:
            if child.dep_ in _CLAUSAL and child.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
                if child.tag_ == "VBG" and not entry.gerund and not _has_subject(child):
                    continue
                return child, "that"
        above = _paratactic_head(verb)
        if above is not None:
            return above, "before"
    if entry.infinitive:
        for child in verb.children:
            if child.dep_ in ("xcomp", "ccomp", "advcl") and _is_infinitive(child):
                return child, "infinitive"
    for preposition in entry.prep:
        for child in verb.children:
            if child.dep_ in ("prep", "prt") and child.lower_ == preposition and child.i > verb.i:
                return child, "prep"
    if entry.gerund:
        for child in verb.children:
            if child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VBG":
                return child, "gerund"
    return None


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)


def _is_infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _paratactic_head(verb: Token) -> Token | None:
    """Return the main verb into which "X said" is inserted, where the parser hangs the saying under the said."""
    if verb.dep_ in ("parataxis", "ccomp", "advcl") and verb.head.pos_ in ("VERB", "AUX") and _has_subject(verb):
        marked = any(c.dep_ == "mark" for c in verb.children)
        between = verb.i > verb.head.i and not marked and verb.dep_ == "parataxis"
        return verb.head if between else None
    return None


def _pieces(parse: Parse, verb: Token, head: Token, sentence: Sentence, sort: str) -> tuple[tuple[int, int], ...]:
    inside = {t.i for t in head.subtree}
    if sort == "before":
        inside -= {t.i for t in verb.subtree}
    else:
        inside -= _outside_content(verb, head)
    if sort in ("infinitive", "prep", "gerund"):
        inside = {i for i in inside if i > verb.i}
        controlled = _controlled_object(verb, head)
        inside |= controlled
    runs = _runs(sorted(i for i in inside if sentence.first <= i < sentence.last))
    trimmed = [run for run in (_trim(parse, first, last) for first, last in runs) if run is not None]
    return tuple(run for run in trimmed if run[1] - run[0] > 1 or len(trimmed) == 1)


def _outside_content(verb: Token, head: Token) -> set[int]:
    """Return the tokens of the cue's own phrase where the parser put it under the content."""
    outside = {verb.i}
    for child in verb.children:
        if child.i != head.i and child.dep_ in (
            "nsubj",
            "nsubjpass",
            "aux",
            "prep",
            "npadvmod",
            "advmod",
            "dobj",
            "dative",
        ):
            outside.update(t.i for t in child.subtree)
    return outside


def _controlled_object(verb: Token, head: Token) -> set[int]:
    """Return "for both countries" or "Russia" in "urged Russia to …": the object belongs to what is asked."""
    if not _is_infinitive(head):
        return set()
    found: set[int] = set()
    for child in verb.children:
        if (
            child.dep_ in ("dobj", "prep")
            and verb.i < child.i < head.i
            and verb.lemma_ not in ("tell", "promise", "warn")
        ):
            found.update(t.i for t in child.subtree if t.i < head.i)
    return found


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return [(first, last) for first, last in runs]


def _trim(parse: Parse, first: int, last: int) -> tuple[int, int] | None:
    doc = parse.doc
    while first < last and (doc[first].lower_ in _TRIMMED):
        first += 1
    while first < last and doc[last - 1].text in ',;:-—–“"':
        last -= 1
    return (first, last) if first < last else None


def speaker_tokens(verb: Token) -> list[Token]:
    """Return the heads of who says it: the subject, or the agent of a passive."""
    if syntax.is_passive(verb):
        found = syntax.agents(verb)
        if found or verb.lemma_ not in ("quote", "cite"):
            return found
        return syntax.surface_subjects(verb)
    return syntax.surface_subjects(verb)
