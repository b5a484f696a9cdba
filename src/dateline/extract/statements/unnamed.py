"""Sources that are not named: whether, how many they are, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.extract.cast import Cast
from dateline.extract.counting import count_people
from dateline.language import Parse, Token
from dateline.model import ActorId, ActorKind, MentionForm

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


_ROUGHLY = frozenset("least than over nearly almost about around some".split())  # "at least three", "about ten"
_MANY = {"dozens": 24, "scores": 40, "hundreds": 200}


@dataclass(frozen=True, slots=True)
class Unnamed:
    """That a source is not named: how many people it is and why it is unnamed, where the report tells.

    `at_least` is 1 for "an official", 2 for "officials" and "two officials"; `exactly` is None where only a
    lower bound is told.
    """

    at_least: int
    exactly: int | None = None
    reason: str | None = None


def find_unnamed(parse: Parse, cast: Cast, tokens: list[Token], actors: tuple[ActorId, ...]) -> Unnamed | None:
    """Return what is known of a source without a name, whose heads are `tokens`; None for a named one."""
    if not _is_anonymous(cast, tokens, actors):
        return None
    bounds = [_count(token) for token in tokens]
    exact = [exactly for _, exactly in bounds if exactly is not None]
    return Unnamed(
        at_least=sum(at_least for at_least, _ in bounds),
        exactly=sum(exact) if len(exact) == len(bounds) else None,
        reason=_reason_for_anonymity(parse, tokens[0]),
    )


def _count(token: Token) -> tuple[int, int | None]:
    """Return how many people a noun speaks of: at least, and exactly where that is told."""
    before = {t.lower_ for t in token.subtree if t.i < token.i}
    if "both" in before:
        return 2, 2
    crowd = next((number for word, number in _MANY.items() if word in before or word == token.lower_), None)
    if crowd is not None:
        return crowd, None
    told = count_people(token)
    if told is None or told < 1:
        return (2, None) if _is_plural(token) else (1, 1)
    if told == 1 and _is_plural(token):
        return 2, None
    return told, None if before & _ROUGHLY else told


def _is_plural(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in (
        "people",
        "they",
        "others",
        "those",
        "many",
        "some",
        "several",
    )


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
