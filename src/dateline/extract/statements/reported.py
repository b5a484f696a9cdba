"""Indirect and mixed speech: what verbs, nouns and phrases of saying report."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.extract.statements.clauses import find_report, speaker_tokens
from dateline.extract.statements.speakers import NOBODY, find_speaker
from dateline.extract.statements.utterances import Utterance, strip_marks
from dateline.knowledge.cues import Cues
from dateline.language import Parse, Sentence
from dateline.model import Span


def iter_reported(parse: Parse, cast: Cast, cues: Cues) -> Iterator[Utterance]:
    """Yield what each cue of a report reports, in order."""
    for token in parse.doc:
        if token.pos_ in ("VERB", "AUX"):
            entries = cues.verbs.get(token.lemma_.lower())
            if entries and not syntax.is_negated(token):
                yield from _report_of_verb(parse, cast, token, cues)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in cues.nouns:
            yield from _report_of_noun(parse, cast, token, cues)
    for sentence in parse.sentences:
        yield from _according_to(parse, cast, sentence)


def _report_of_verb(parse: Parse, cast: Cast, verb: Token, cues: Cues) -> Iterator[Utterance]:
    report = find_report(parse, verb, cues.verbs[verb.lemma_.lower()])
    if report is None or _is_hypothetical(verb):
        return
    spans = _spans(parse, report.pieces)
    if not spans:
        return
    speaker = find_speaker(parse, cast, speaker_tokens(verb))
    medium = report.entry.medium or find_medium(verb, cues)
    reason = f"“{verb.text}” reports its {report.sort}-clause"
    yield Utterance(spans, parse.span(verb.i, verb.i + 1), verb.i, speaker, report.entry.id, reason, medium)


def _is_hypothetical(verb: Token) -> bool:
    """Tell whether nothing was said yet: "would say", "if he says", "to announce" as a plan."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in ("would", "should", "could", "might", "may", "can", "must"):
            return True
        if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
            return True
    return False


def _report_of_noun(parse: Parse, cast: Cast, noun: Token, cues: Cues) -> Iterator[Utterance]:
    for child in noun.children:
        if child.dep_ in ("acl", "ccomp", "relcl") and any(
            c.dep_ == "mark" and c.lower_ == "that" for c in child.children
        ):
            numbers = [t.i for t in child.subtree]
            spans = _spans(parse, ((numbers[0] + 1, numbers[-1] + 1),))
            if spans:
                entry = cues.nouns[noun.lemma_.lower()]
                owners = syntax.possessors(noun) or syntax.agents(noun)
                speaker = find_speaker(parse, cast, owners) if owners else NOBODY
                cue = parse.span(noun.i, noun.i + 1)
                yield Utterance(spans, cue, noun.i, speaker, entry.id, f"“{noun.text} that …”")
            return


def _according_to(parse: Parse, cast: Cast, sentence: Sentence) -> Iterator[Utterance]:
    doc = parse.doc
    for number in range(sentence.first, sentence.last - 1):
        if doc[number].lower_ != "according" or doc[number + 1].lower_ != "to":
            continue
        phrase = {t.i for t in doc[number].subtree} | {t.i for t in doc[number + 1].subtree}
        heads = [c for c in (*doc[number].children, *doc[number + 1].children) if c.dep_ == "pobj"]
        if not heads:
            return
        speaker = find_speaker(parse, cast, syntax.expand(heads[:1]))
        pieces = _rest_of_sentence(parse, sentence, phrase)
        spans = _spans(parse, pieces)
        if spans:
            cue = parse.span(number, number + 2)
            yield Utterance(spans, cue, number, speaker, "cue.according-to", "“according to” names its source")
        return


def _rest_of_sentence(parse: Parse, sentence: Sentence, phrase: set[int]) -> tuple[tuple[int, int], ...]:
    """Return the sentence without the phrase: what stands before it, or all after it where it opens the sentence."""
    first, last = min(phrase), max(phrase) + 1
    before, after = (sentence.first, first), (last, sentence.last)
    words_before = [i for i in range(*before) if not parse.doc[i].is_punct]
    if len(words_before) >= 3:
        return (before,)
    return (after,)


def _spans(parse: Parse, pieces: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
    found = []
    for first, last in pieces:
        while last > first and parse.doc[last - 1].text in ".,;:":
            last -= 1
        if last > first:
            stripped = strip_marks(parse.span(first, last), parse.text)
            if stripped is not None:
                found.append(stripped)
    return tuple(found)


def find_medium(verb: Token, cues: Cues) -> str | None:
    """Return how it was said, from the words hung on the cue: "said in an interview with …"."""
    for child in verb.children:
        if child.dep_ in ("prep", "dobj", "dative", "advmod", "npadvmod", "agent"):
            for token in child.subtree:
                medium = cues.media.get(token.lemma_.lower()) or cues.media.get(token.lower_)
                if medium is not None and token.dep_ in ("pobj", "compound", "dobj", "amod", "npadvmod"):
                    return medium
    return None
