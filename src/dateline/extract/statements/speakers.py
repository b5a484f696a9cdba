"""Who said it: the actor behind the words that name the source, whether named, and why not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.language import Parse
from dateline.model import ActorId, ActorKind, MentionForm, Span

_REASON = re.compile(
    r"(?:on|under|upon)\s+(?:the\s+)?(?:condition|promise|terms)?\s*(?:of\s+)?(?:strict\s+)?anonymity(?P<a>[^.;”\"]*)"
    r"|(?:anonymously|asked\s+not\s+to\s+be\s+\w+|requested\s+anonymity|insisted\s+on\s+anonymity|asked\s+for\s+anonymity|"
    r"declined\s+to\s+be\s+(?:named|identified|quoted)|not\s+be\s+(?:named|identified)|wished\s+to\s+remain\s+anonymous|"
    r"asked\s+to\s+remain\s+anonymous|(?:was|were|is|are)\s+not\s+(?:authori[sz]ed|allowed|permitted)\s+to\s+(?:speak|talk|comment|brief)[^.;,”\"]*)"
    r"(?P<b>[^.;”\"]*)",
    re.I,
)
_UNNAMED = frozenset(
    """official officials source sources diplomat diplomats person people spokesman spokeswoman aide aides adviser advisers
    officer officers witness witnesses resident residents minister analyst analysts expert experts insider insiders
    lawmaker lawmakers negotiator envoy executive executives trader traders observer observers critic critics local locals
    one someone others negotiators envoys survivor survivors activist activists neighbor neighbour doctor doctors""".split()
)


_OFFICES = frozenset(
    "minister president envoy ambassador premier chancellor king queen governor mayor chief head".split()
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """The source of a statement."""

    actors: tuple[ActorId, ...] = ()
    span: Span | None = None
    anonymous: bool = False
    anonymity_reason: str | None = None


NOBODY = Speaker()


def find_speaker(parse: Parse, cast: Cast, tokens: list[Token]) -> Speaker:
    """Return the speaker whose heads are `tokens`; NOBODY where there are none."""
    tokens = [t for t in tokens if t.ent_type_ not in ("DATE", "TIME")]
    if not tokens:
        return NOBODY
    actors = tuple(dict.fromkeys(a for t in tokens for a in _actors_at(cast, t)))
    first, last = _bounds(parse, cast, tokens)
    anonymous = _is_anonymous(cast, tokens, actors)
    reason = _reason_for_anonymity(parse, tokens[0]) if anonymous else None
    return Speaker(actors, parse.span(first, last), anonymous, reason)


def _actors_at(cast: Cast, token: Token) -> tuple[ActorId, ...]:
    found = cast.at(token.i)
    if found:
        return found
    covering = cast.covering(token.i)
    if covering is not None:
        return covering.actors
    for inner in (
        *syntax.possessors(token),
        *syntax.after_preposition(token, "of"),
        *syntax.after_preposition(token, "for"),
    ):
        if cast.at(inner.i):
            return cast.at(inner.i)
    return ()


def _bounds(parse: Parse, cast: Cast, tokens: list[Token]) -> tuple[int, int]:
    """Return the tokens of the source's words: its mention in the cast, else the noun phrase before a relative clause."""
    firsts, lasts = [], []
    for token in tokens:
        standing = cast.standing_at(token.i) or cast.covering(token.i)
        if standing is not None:
            firsts.append(standing.first)
            lasts.append(standing.last)
            continue
        dropped = {
            t.i
            for c in token.children
            if c.dep_ in ("relcl", "acl", "appos", "advcl", "conj", "cc", "punct")
            for t in c.subtree
        }
        kept = [t.i for t in token.subtree if t.i not in dropped]
        run = _run_around(kept, token.i)
        firsts.append(run[0])
        lasts.append(run[1])
    return min(firsts), max(lasts)


def _run_around(numbers: list[int], center: int) -> tuple[int, int]:
    inside = set(numbers)
    first = last = center
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return first, last + 1


def _is_anonymous(cast: Cast, tokens: list[Token], actors: tuple[ActorId, ...]) -> bool:
    """Tell whether the source is an unnamed person or several: no name beside the noun, nor anywhere for its actor.

    "The minister" alone holds an office that says who he is; bodies are no persons.
    """
    if any(t.pos_ == "PROPN" for t in tokens):
        return False
    found = [cast[a] for a in actors]
    if any(a.kind is ActorKind.PERSON and any(m.form is MentionForm.NAME for m in a.mentions) for a in found):
        return False
    if any(_holds_known_office(t) for t in tokens):
        return False
    if any(t.lemma_.lower() in _UNNAMED or t.lower_ in _UNNAMED for t in tokens):
        return True
    return bool(found) and all(a.kind in (ActorKind.PERSON, ActorKind.POPULATION) for a in found)


def _holds_known_office(token: Token) -> bool:
    """Tell whether a noun is the singular of an office with "the" or an owner: "the foreign minister", "Iraq's envoy"."""
    if token.lemma_.lower() not in _OFFICES or token.tag_ not in ("NN", "NNP"):
        return False
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ == "the") for c in token.children)


def _reason_for_anonymity(parse: Parse, token: Token) -> str | None:
    """Return why the source is unnamed, where its sentence or the next says so: "because …"."""
    sentence = parse.sentence_at(token.i)
    last = parse.sentences[min(sentence.index + 1, len(parse.sentences) - 1)].last
    words = parse.words(sentence.first, last)
    match = _REASON.search(words)
    if match is None:
        return None
    cause = re.search(r"\b(?:because|since|as|due to|given|citing|in order to|so as to)\b.*", match[0], re.I | re.S)
    return " ".join((cause[0] if cause else match[0]).split()).rstrip(" ,")
