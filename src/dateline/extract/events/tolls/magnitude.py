"""How many were killed, injured, arrested: numbers that belong to one event only.

"At least 12", "more than a dozen", "130 people" and "no casualties" are understood; a number counts for an
event when its clause says so, or when the event's noun is the subject of the verb that kills.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.extract import syntax
from dateline.extract.counting import count_people
from dateline.extract.events.tolls.rising import read_risen_toll
from dateline.language import Token

_KILL = frozenset(["kill", "slay", "murder", "massacre", "execute", "assassinate", "die", "perish", "behead", "lynch"])
_INJURE = frozenset(["injure", "wound", "hurt", "maim"])
_ARREST = frozenset(["arrest", "detain", "jail", "imprison", "capture", "round"])
_KILL_NOUNS = frozenset("killing murder assassination execution slaying massacre beheading lynching".split())
_FATAL = frozenset({"dead", "death"})  # "shot dead", "stabbed to death"
_PLACING = frozenset("in by during from after amid when following".split())


class Toll(NamedTuple):
    """Counts of people; None where nothing is told."""

    killed: int | None = None
    injured: int | None = None
    arrested: int | None = None


def _total(nouns: list[Token]) -> int | None:
    counts = [count_people(n) for n in nouns]
    if not counts or counts[0] is None:
        return None
    return sum(c for c in counts if c is not None)


def read_toll(verb: Token) -> Toll:
    """Return what a verb of killing, wounding or arresting counts."""
    lemma = verb.lemma_.lower()
    if lemma in ("die", "perish"):
        return Toll(killed=_total(syntax.surface_subjects(verb)))
    if lemma == "leave":
        return _read_left(verb)
    if lemma in _KILL or _is_fatal(verb):
        return Toll(killed=_total(_victims(verb)))
    if lemma in _INJURE:
        return Toll(injured=_total(_victims(verb)))
    if lemma in _ARREST:
        return Toll(arrested=_total(_victims(verb)))
    return Toll()


def _is_fatal(verb: Token) -> bool:
    """Tell whether a verb is said to kill: "shot dead", "stabbed to death", and not "raised the death toll"."""
    after = (t for c in verb.children for t in (c, *c.children) if t.i > verb.i)
    return any(t.lower_ in _FATAL and t.dep_ != "compound" for t in after)


def _victims(verb: Token) -> list[Token]:
    """Return whom a verb of harm is done to; "12 were killed and 30 injured" leaves out the second "were"."""
    if (
        verb.tag_ == "VBN"
        and verb.dep_ == "conj"
        and not any(c.dep_ in ("dobj", "aux", "agent") for c in verb.children)
    ):
        gapped = [c for c in verb.children if c.dep_ == "nsubj"]
        if gapped:
            return syntax.expand(gapped)
    return syntax.deep_objects(verb)


def _read_left(verb: Token) -> Toll:
    """Read "left 12 dead and 30 wounded"."""
    toll = Toll()
    for child in verb.subtree:
        counted = [c for c in child.children if c.dep_ in ("nsubj", "nummod")] or (
            [c for c in verb.children if c.dep_ == "dobj"] if child.head.i == verb.i else []
        )
        if child.lower_ in ("dead", "killed"):
            toll = merge_tolls(toll, Toll(killed=_total(counted[:1])))
        elif child.lower_ in ("injured", "wounded", "hurt"):
            toll = merge_tolls(toll, Toll(injured=_total(counted[:1])))
    return toll


def merge_tolls(first: Toll, second: Toll) -> Toll:
    """Return both together; what the first tells stands."""
    return Toll(
        killed=first.killed if first.killed is not None else second.killed,
        injured=first.injured if first.injured is not None else second.injured,
        arrested=first.arrested if first.arrested is not None else second.arrested,
    )


def toll_of_event(head: Token) -> Toll:
    """Return the counts that belong to the act named at `head`.

    Its own verb; verbs it is the subject of ("the attack killed 12") or the place of ("12 were killed in the attack"); adjuncts
    of its clause ("…, killing 12"); verbs coordinated with these; and for "the murder of two men" those murdered.
    """
    toll = Toll(killed=read_risen_toll(head))
    if head.lemma_.lower() in _KILL_NOUNS:
        toll = merge_tolls(toll, Toll(killed=_total(syntax.after_preposition(head, "of"))))
    for verb in _related_verbs(head):
        toll = merge_tolls(toll, read_toll(verb))
    return toll


def _related_verbs(head: Token) -> list[Token]:
    if head.pos_ in ("VERB", "AUX"):
        verbs = [head, *(c for c in head.children if c.dep_ in ("advcl", "xcomp") and _can_follow(c))]
        if head.lemma_ not in _KILL | _INJURE | _ARREST:
            verbs += _coordinated(head)
        elif head.dep_ != "conj":
            verbs += [v for v in _coordinated(head) if v.lemma_ in _KILL | _INJURE | _ARREST]
        if head.dep_ == "advcl" and any(c.lower_ in ("when", "as", "after") for c in head.children):
            verbs += [head.head, *_coordinated(head.head)]
        return [*verbs, *(g for v in verbs[1:] for g in _coordinated(v))]
    verbs = [c for c in head.children if c.dep_ in ("relcl", "acl") and c.pos_ == "VERB"]
    governor = _governor(head)
    if governor is not None:
        verbs += [governor, *_coordinated(governor)]
        verbs += [c for c in governor.children if c.dep_ == "advcl" and _can_follow(c)]
    return [*verbs, *(g for v in list(verbs) for g in _coordinated(v) if g not in verbs)]


def _can_follow(clause: Token) -> bool:
    """Tell whether a clause can tell what came of an act: not where the act came after it."""
    return clause.pos_ == "VERB" and not syntax.came_before(clause)


def _coordinated(verb: Token) -> list[Token]:
    """Return the verbs coordinated with a verb, on either side."""
    found = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        found.append(verb.head)
    return found


def _governor(noun: Token) -> Token | None:
    """Return the verb a noun is subject of, stands in the place of, or is carried by; None where there is none."""
    head = noun
    while head.dep_ in ("conj", "pobj") and head.head.dep_ != "ROOT" and head.head.lower_ in ("of", "and"):
        head = head.head.head if head.dep_ == "pobj" else head.head
    if head.dep_ == "pobj" and head.head.lower_ in _PLACING and head.head.head.pos_ == "VERB":
        return head.head.head
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.pos_ == "VERB":
        return head.head
    if head.dep_ == "dobj" and head.head.lemma_ in ("launch", "carry", "stage", "conduct"):
        return head.head
    return None
