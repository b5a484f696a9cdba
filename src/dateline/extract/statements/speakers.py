"""Who said it: the actor behind the words that name the source."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.extract.statements.unnamed import Unnamed, find_unnamed
from dateline.language import Parse, Token
from dateline.model import ActorId, Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """The source of a statement."""

    actors: tuple[ActorId, ...] = ()
    span: Span | None = None
    unnamed: Unnamed | None = None


NOBODY = Speaker()


def find_speaker(parse: Parse, cast: Cast, tokens: list[Token]) -> Speaker:
    """Return the speaker whose heads are `tokens`; NOBODY where there are none."""
    tokens = [t for t in tokens if t.ent_type_ not in ("DATE", "TIME")]
    if not tokens:
        return NOBODY
    actors = tuple(dict.fromkeys(a for t in tokens for a in _actors_at(cast, t)))
    first, last = _bounds(parse, cast, tokens)
    return Speaker(actors, parse.span(first, last), find_unnamed(parse, cast, tokens, actors))


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
