"""Where the content of a word of wanting, promising or demanding stands: its infinitive, its that-clause, its object …"""

from __future__ import annotations

from dateline.extract import syntax
from dateline.knowledge.word_lists import load_position_words
from dateline.language import Token


def content_heads(token: Token, place: str) -> list[Token]:
    """Return the chief words of what stands at a place of a cue, in order; coordinated ones are contents of their own.

    The places are those of `content` in the file of cues.
    """
    match place:
        case "infinitive":
            verbs = [c for c in token.children if c.dep_ in ("xcomp", "ccomp", "acl", "advcl") and is_infinitive(c)]
            verbs = [c for c in verbs if c.i > token.i]
            if verbs and _is_about_the_press(verbs[0]):
                return []
            return _with_conjoined_verbs(verbs[:1])
        case "that":
            verbs = [c for c in token.children if c.dep_ in ("ccomp", "acl") and _is_clause(c)]
            return _with_conjoined_verbs([v for v in verbs[:1] if not _is_across_a_semicolon(v, token)])
        case "for-to":
            verbs = [c for c in token.children if c.dep_ in ("ccomp", "xcomp", "advcl", "acl") and _has_for(c)]
            return _with_conjoined_verbs(verbs[:1])
        case "small":
            after = [c for c in token.children if c.dep_ in ("ccomp", "xcomp") and c.i > token.i]
            after = [c for c in after if has_subject(c) or not is_infinitive(c)]
            return [c for c in after if c.tag_ in ("VBN", "VBG", "VB", "JJ")][:1]
        case "attribute":
            return _attributes(token)
        case "subject":
            return named_as(token)
        case "due from":
            return _due_from(token)
        case "mandate":
            return [c for c in content_heads(token, "that") if c.i > token.i and _is_mandate(c)]
        case "not-so":
            return [c for c in content_heads(token, "that") if syntax.is_negated(c) and not is_to_come(c)]
        case "within a time":
            return _due_within_a_time(token)
        case "another":
            return _asked_of_another(token)
        case "gerund":
            verbs = [c for c in token.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG"]
            return _with_conjoined_verbs(verbs[:1])
        case "object":
            if any(c.dep_ in ("xcomp", "ccomp") or (c.dep_ == "advcl" and is_infinitive(c)) for c in token.children):
                return []  # "urged residents to leave": the object is who is asked
            objects = [c for c in token.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")]
            if not objects or is_somebody(objects[0]):
                return []
            return listed_nouns(objects[0])
    for child in (*token.children, *_after_whom(token)):
        if child.dep_ in ("prep", "prt") and child.lower_ == place and child.i > token.i:
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp") and c.pos_ != "PRON"]
            if not inner or is_somebody(inner[0]):
                return []
            return syntax.conjoined(inner[0]) if inner[0].dep_ == "pcomp" else listed_nouns(inner[0])
    return []


def _is_clause(verb: Token) -> bool:
    """Tell whether a verb is that of a clause, not an infinitive, a gerund or a participle ("a pledge made in May")."""
    if is_infinitive(verb) or verb.tag_ == "VBG":
        return False
    return verb.dep_ != "acl" or verb.tag_ != "VBN" or has_subject(verb)


def _has_for(verb: Token) -> bool:
    """Tell whether a verb is an infinitive with its subject after "for": "for the guns to fall silent"."""
    return (
        is_infinitive(verb) and has_subject(verb) and any(c.lower_ == "for" and c.dep_ == "mark" for c in verb.children)
    )


def is_somebody(noun: Token) -> bool:
    """Tell whether a noun names a person, a people or a country: one may be for or against it, but it is no thing wanted."""
    return noun.pos_ == "PROPN" and noun.ent_type_ in ("PERSON", "GPE", "NORP")


def _after_whom(token: Token) -> list[Token]:
    """Return what hangs on the one who is spoken to: "appealed to the council for tents"."""
    spoken_to = [n for c in token.children if c.dep_ == "prep" and c.lower_ in ("to", "on") for n in c.children]
    return [c for noun in spoken_to for c in noun.children]


def _is_mandate(verb: Token) -> bool:
    """Tell whether a that-clause says what shall be: "that the siege end", "that they must go"; not that a thing is so."""
    if is_asked(verb, before=verb.i):
        return False
    if verb.lower_ in ("is", "are", "am"):
        return False
    aux = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if aux & {"must", "should", "ought", "shall", "be"}:
        return True
    return not aux and verb.tag_ in ("VB", "VBP", "VBN")


def is_asked(verb: Token, *, before: int) -> bool:
    """Tell whether a clause is what somebody asks or looks into: "which rates should apply", "whether it will come"."""
    if verb.dep_ == "relcl":
        return False
    ahead = [w for c in verb.children if c.i < before for w in (c, *c.children)]
    return any(w.tag_ in ("WDT", "WP", "WRB", "WP$") or (w.lower_ == "whether" and w.dep_ == "mark") for w in ahead)


def is_to_come(verb: Token) -> bool:
    """Tell whether a modal stands with a verb."""
    return any(c.tag_ == "MD" for c in verb.children)


def _due_within_a_time(verb: Token) -> list[Token]:
    """Return what somebody is given time for: "gave Paris until Friday to reverse it", "had two days to go"."""
    nouns = [c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "npadvmod", "dative", "oprd")]
    until = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "until"]
    times = until + [n for n in nouns if n.lemma_.lower() in load_position_words()["span"]]
    if not times:
        return []
    after = [c for t in (verb, *nouns, *times) for c in t.children if c.dep_ in ("xcomp", "advcl", "acl", "relcl")]
    after += [c for t in until for n in t.children for c in n.children if c.dep_ in ("acl", "relcl")]
    return _with_conjoined_verbs([c for c in after if is_infinitive(c) and c.i > times[0].i][:1])


def _is_across_a_semicolon(verb: Token, cue: Token) -> bool:
    return verb.i < cue.i and any(t.text == ";" for t in verb.doc[verb.i : cue.i])


def listed_nouns(noun: Token) -> list[Token]:
    """Return a noun and those listed after it; the parser takes the second of a longer list for an apposition."""
    found = [noun]
    for child in noun.children:
        if child.i < noun.i or child.pos_ not in ("NOUN", "PROPN"):
            continue
        if child.dep_ == "conj" or (child.dep_ == "appos" and any(c.dep_ == "conj" for c in child.children)):
            found += listed_nouns(child)
    return found


def _asked_of_another(verb: Token) -> list[Token]:
    """Return what is wanted of somebody else: "want Berlin to pay", not "want to pay" nor "want the siege to end"."""
    after = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i and is_infinitive(c)]
    for clause in after[:1]:
        asked = [c for c in clause.children if c.dep_ == "nsubj"] or [c for c in verb.children if c.dep_ == "dobj"]
        if any(t.pos_ == "PROPN" or t.ent_type_ or t.tag_ == "NNS" for t in asked):
            return _with_conjoined_verbs([clause])
    return []


def _is_about_the_press(verb: Token) -> bool:
    """Tell whether a request only concerns the report itself: "asked not to be named", "declined to be identified"."""
    if any(c.lower_ == "anonymous" for c in verb.children):
        return True
    return verb.lemma_ in ("name", "identify", "quote") and syntax.is_passive(verb)


def _attributes(noun: Token) -> list[Token]:
    """Return what stands after "is" where a noun is its subject: "the goal is to …", "our priorities are …"."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ not in ("be", "remain", "include"):
        return []
    if any(c.lemma_ == noun.lemma_ for c in noun.head.children if c.i > noun.head.i):
        return []  # "their aim is not our aim"
    places = ("dobj",) if noun.head.lemma_ == "include" else ("attr", "xcomp", "ccomp", "advcl")
    found = [c for c in noun.head.children if c.i > noun.head.i and c.dep_ in places][:1]
    if found and found[0].pos_ in ("NOUN", "PROPN"):
        return listed_nouns(found[0])
    return _with_conjoined_verbs(found)


def named_as(noun: Token) -> list[Token]:
    """Return what is called an aim: the subject of "is our goal", "sounds like a realistic goal"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("like", "as") else noun.head
    if noun.dep_ not in ("attr", "pobj", "oprd") or verb.lemma_ not in load_position_words()["being"]:
        return []
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "csubj") and c.i < verb.i and c.lemma_ != noun.lemma_]
    return [c for c in subjects if c.pos_ in ("NOUN", "PROPN", "VERB")]


def _due_from(verb: Token) -> list[Token]:
    """Return what is wanted from somebody: "expect from Iran an apology and the return of the ship"."""
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")]
    sources = [c for t in (verb, *objects) for c in t.children if c.dep_ == "prep" and c.lower_ == "from"]
    named = [n for c in sources for n in c.children if n.dep_ == "pobj"]
    if not any(n.pos_ == "PROPN" or n.ent_type_ for n in named[:1]):
        return []
    return [n for first in (*named[1:], *objects[:1]) for n in listed_nouns(first)]


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _with_conjoined_verbs(verbs: list[Token]) -> list[Token]:
    return [found for verb in verbs for found in coordinated_verbs(verb)]


def coordinated_verbs(verb: Token, *, tag: str | None = None) -> list[Token]:
    """Return a verb and those coordinated with it that have no subject of their own, of one form where `tag` names it."""
    others = [c for c in syntax.conjoined(verb)[1:] if c.pos_ in ("VERB", "AUX") and not has_subject(c)]
    return [verb, *(c for c in others if tag is None or c.tag_ == tag)]


def has_subject(verb: Token) -> bool:
    """Tell whether a verb has a subject of its own."""
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
