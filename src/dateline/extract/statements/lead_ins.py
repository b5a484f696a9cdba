"""Who speaks in a quotation without a verb of saying: whoever the clause that leads up to it is about.

"Ruiz, also on Twitter, defended her vote: “…”"; "Ruiz criticised the vote on Twitter. “…”"
"""

from __future__ import annotations

from dateline.extract.cast import Cast
from dateline.knowledge.cues.speech import Cues
from dateline.language import Parse, Token
from dateline.model import ActorKind

_SUBJECTS = ("nsubj", "nsubjpass")
_MUTE = frozenset({ActorKind.STATE, ActorKind.MEDIA, ActorKind.POPULATION, ActorKind.OTHER})


def find_lead_in(parse: Parse, cast: Cast, cues: Cues, opening: int) -> tuple[Token, Token] | None:
    """Return verb and subject of the clause that leads up to a quotation which opens at a token, None where none does.

    It ends in a comma or colon, or is the sentence before and speaks of saying; its subject is somebody who can speak.
    """
    if opening == 0:
        return None
    before = parse.tokens[opening - 1]
    sentence = parse.sentence_at(before.i)
    if sentence.paragraph != parse.sentence_at(opening).paragraph or before.text not in (",", ":", "."):
        return None
    for token in parse.tokens_of(sentence):
        if token.i < opening and token.pos_ == "VERB" and token.dep_ in ("ROOT", "ccomp", "conj"):
            subject = next((c for c in token.children if c.dep_ in _SUBJECTS and c.i < token.i), None)
            is_saying = token.lemma_.lower() in cues.verbs
            if subject is not None and _can_speak(cast, subject) and (is_saying or before.text != "."):
                return token, subject
    return None


def _can_speak(cast: Cast, subject: Token) -> bool:
    return any(cast[a].kind not in _MUTE for a in cast.at(subject.i))
