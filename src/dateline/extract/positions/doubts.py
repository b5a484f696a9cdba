"""When a word of wanting, promising or demanding tells no stand of its subject's, or the opposite of one."""

from __future__ import annotations

from dateline.extract import syntax
from dateline.knowledge.cues.positions import PositionCue
from dateline.knowledge.word_lists import load_position_words
from dateline.language import Token
from dateline.model import PositionKind

WAVING_AWAY = frozenset(("dismiss", "deny", "reject", "dispute", "allay", "refute", "rebut"))
_OWN_DOING = (PositionKind.GOAL, PositionKind.COMMITMENT)
_MUST = frozenset(("must", "should", "ought"))
_RELATIVE = ("WDT", "WP")
_WITHIN = frozenset(("attr", "pobj", "prep", "dobj", "nsubj", "nsubjpass"))
_DENYING = WAVING_AWAY - {"reject"} | {"disavow", "disclaim"}
_SIGNS = frozenset(("sign", "indication", "hint", "evidence", "signal"))


def is_meant(token: Token, cue: PositionCue, word_class: str) -> bool:
    """Tell whether a word may be a cue where it stands: with the object it asks for, and not only supposed or asked of others."""
    if _is_supposed(token) or _is_in_order(token) or not _has_what_it_asks_for(token, cue):
        return False
    if word_class == "noun" and _is_anothers(token):
        return False
    if cue.kind is PositionKind.DENIAL and syntax.indirect_objects(token):
        return False  # "denied them a visa"
    return not (cue.kind in _OWN_DOING and _is_due(token, word_class))


def is_refused(token: Token, word_class: str) -> bool:
    """Tell whether a word is negated, by itself, its subject or the verb it completes ("is not prepared", "none has asked")."""
    if word_class != "noun" and is_unlikely(token):
        return True
    if word_class == "adjective":
        return syntax.is_negated(token) or syntax.is_negated(token.head)
    if word_class == "noun":
        return syntax.is_negated(token) or any(
            c.dep_ == "amod" and c.lower_ in load_position_words()["hardly"] for c in token.children
        )
    first = token.head if token.dep_ == "conj" else token
    if syntax.is_negated(token) or any(c.lower_ == "nor" for c in first.children if c.dep_ in ("cc", "conj")):
        return True
    subjects = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
    negating = load_position_words()["negating"]
    return any(w.lower_ in negating for s in subjects for w in (s, *(c for c in s.children if c.dep_ == "det")))


def is_denied(noun: Token) -> bool:
    """Tell whether it is said that there is no such plan: "there isn't any plan", "not part of any plan", "disavowed any"."""
    is_any = any(c.lower_ == "any" for c in noun.children if c.dep_ == "det")
    above = noun
    while above.dep_ in _WITHIN and above.head.i != above.i:
        link, above = above.dep_, above.head
        if above.pos_ in ("VERB", "AUX"):
            is_there = any(c.dep_ == "expl" for c in above.children)
            denies = above.lemma_ in _DENYING and link != "nsubj"
            return denies or (syntax.is_negated(above) and (is_any or is_there))
    return False


def is_unlikely(verb: Token) -> bool:
    """Tell whether a clause hangs on a noun that says nothing speaks for it: "showed no sign it was prepared to budge"."""
    clause = syntax.clause_of(verb)
    above = clause.head
    return clause.dep_ in ("acl", "relcl", "ccomp") and above.lemma_.lower() in _SIGNS and syntax.is_negated(above)


def leaves_open(verb: Token) -> bool:
    """Tell whether not doing something leaves a way open: "will not rule out strikes"."""
    if verb.lemma_ == "rule" and not any(c.dep_ == "prt" and c.lower_ == "out" for c in verb.children):
        return False
    return verb.lemma_ in load_position_words()["closed-off"]


def is_promised(verb: Token) -> bool:
    """Tell whether a verb stands under "will": who says that he will try binds himself."""
    return any(word in ("will", "shall", "would") for word in syntax.auxiliaries(verb))


def is_left_over(token: Token, content: Token) -> bool:
    """Tell whether a content lacks its object, which a relative clause has before it: "what he promises to do"."""
    if content.pos_ not in ("VERB", "AUX") or sum(1 for _ in content.subtree) > 3:
        return False
    if any(c.dep_ == "dobj" and c.tag_ in _RELATIVE for c in content.children):
        return True
    subjects = [c for c in token.children if c.dep_ == "nsubj"]
    own = bool(subjects) and subjects[0].tag_ not in _RELATIVE and subjects[0].lower_ != "that"
    return token.dep_ == "relcl" and own


def _has_what_it_asks_for(token: Token, cue: PositionCue) -> bool:
    if cue.with_object and not any(t.lemma_.lower() in cue.with_object for t in syntax.deep_objects(token)):
        return False
    if cue.particle and not any(c.dep_ == "prt" and c.lower_ in cue.particle for c in token.children):
        return False
    if not cue.particle and any(c.dep_ == "prt" and c.lower_ not in ("out", *cue.content) for c in token.children):
        return False  # "backed up", "called off" are other words
    if cue.with_preposition and not any(c.lower_ in cue.with_preposition for c in token.children if c.dep_ == "prep"):
        return False
    if cue.auxiliary and not set(cue.auxiliary) & set(syntax.auxiliaries(token)):
        return False
    return not (cue.no_object and any(c.dep_ in ("dobj", "dative") for c in token.children))


def _is_supposed(token: Token) -> bool:
    """Tell whether a cue stands in what is only supposed or asked: "if they want to leave", "whether he will agree"."""
    return any(
        c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") and c.i < token.i
        for c in syntax.clause_of(token).children
    )


def _is_in_order(token: Token) -> bool:
    """Tell whether a noun is the one in "in order to", which orders nothing."""
    return (
        token.lower_ == "order" and token.dep_ == "pobj" and token.head.lower_ == "in" and token.head.i == token.i - 1
    )


def _is_anothers(noun: Token) -> bool:
    """Tell whether a noun is what somebody thinks of or does to another's plan: "dismissed fears", "called it an attempt"."""
    if syntax.possessors(noun) or syntax.agents(noun):
        return noun.dep_ == "dobj" and noun.head.lemma_ in WAVING_AWAY
    above = syntax.clause_of(noun)
    return noun.dep_ in ("dobj", "oprd", "attr", "pobj") and above.lemma_ in load_position_words()["judging"]


def _is_due(token: Token, word_class: str) -> bool:
    """Tell whether somebody says that a thing must be wanted or promised: "they should try", "must be prepared to"."""
    verb = token if word_class == "verb" else token.head
    if word_class == "noun":
        return False
    if any(word in _MUST for word in syntax.auxiliaries(verb)):
        return True
    above = verb.head if verb.dep_ == "xcomp" else verb
    return above is not verb and above.lemma_ in ("have", "need", "ought")
