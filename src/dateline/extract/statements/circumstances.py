"""How, to whom and when something was said, from the words hung on the cue."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.extract.times import event_date
from dateline.knowledge.cues.speech import Cues, CueVerb
from dateline.language import Token
from dateline.model import ActorId, ActorKind

_HUNG = ("prep", "dobj", "dative", "advmod", "npadvmod", "agent")
_SPOKEN_TO = ("tell", "inform", "assure", "remind", "notify", "advise", "reassure", "brief", "warn", "ask", "promise")


def find_medium(verb: Token, cues: Cues) -> str | None:
    """Return how it was said, from the words hung on the cue: "said in an interview with …"."""
    for child in verb.children:
        if child.dep_ in _HUNG:
            for token in child.subtree:
                medium = cues.media.get(token.lemma_.lower()) or cues.media.get(token.lower_)
                if medium is not None and token.dep_ in ("pobj", "compound", "dobj", "amod", "npadvmod"):
                    return medium
    return None


def find_addressee(verb: Token, entry: CueVerb | None, cast: Cast) -> ActorId | None:
    """Return who is spoken to: the object of "tell", or whoever follows "to" on another cue."""
    found: list[Token] = []
    if (entry is not None and entry.addressee) or verb.lemma_ in _SPOKEN_TO:
        found = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i]
    found = found or syntax.after_preposition(verb, "to")
    for token in found:
        for actor in cast.at(token.i):
            if cast[actor].kind is not ActorKind.OTHER:
                return actor
    return None


def find_date(verb: Token, content: set[int], dated: Mapping[int, str]) -> str | None:
    """Return when it was said: the first time hung on the cue itself, outside the content.

    `dated` maps the first token of each expression of time to its value.
    """
    for child in verb.children:
        if child.dep_ in ("npadvmod", "prep", "advmod", "tmod"):
            for token in child.subtree:
                value = dated.get(token.i) if token.i not in content else None
                day = event_date(value) if value is not None else None
                if day is not None:
                    return day
    return None
