"""Which way the clause around a time looks, read from spaCy's tags and from a list of verbs that plan.

Reports look back: a weekday in them is a past one unless the verb that governs it looks ahead ("will", "is
due to", "plans to", "is traveling", "takes office").
"""

from __future__ import annotations

from dateline.extract.times.cues import load_cues
from dateline.extract.times.matching import Match
from dateline.extract.times.story import Outlook, Role
from dateline.extract.times.words import Words
from dateline.language import Parse, Token
from dateline.model import Span

# A clause is rarely deeper; the climb also ends where spaCy's tree does.
_DEEPEST = 14
_VERBS = frozenset(("VERB", "AUX"))
_ASIDE = frozenset(("relcl", "acl", "advcl", "pcomp", "csubj"))
_BEFORE_NOUN = frozenset(("poss", "compound", "nmod", "amod", "nummod"))

Verdict = tuple[Outlook, str]


class Clauses:
    """The syntax around the times of one parse."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._cues = load_cues()
        self._lower: str | None = None
        self._tokens: dict[int, Token | None] = {}  # several checks ask for the same words

    def mentions(self, words: str) -> bool:
        """Tell whether the document has these words, in lower case, anywhere."""
        if self._lower is None:
            self._lower = self._parse.text.lower()
        return words in self._lower

    def token(self, words: Words, number: int) -> Token | None:
        """Return spaCy's token at a word; None in a header, which is not parsed, and outside the block."""
        if not 0 <= number < len(words):
            return None
        start = words.starts[number]
        if start not in self._tokens:
            inside = self._parse.tokens_in(Span(start=start, end=words.ends[number]))
            self._tokens[start] = self._parse.tokens[inside[0]] if inside else None
        return self._tokens[start]

    def sentence_end(self, words: Words, number: int) -> int:
        """Return the offset at which the sentence of a word ends."""
        token = self.token(words, number)
        if token is None:
            return words.ends[number]
        sentence = self._parse.sentence_at(token.i)
        return self._parse.end(sentence.last - 1)

    def find_role(self, match: Match) -> Role:
        """Say what a day does in the telling: the narrative moves to it, somebody speaks on it, or it stands aside."""
        token = self._top(match)
        if token is None:
            return Role.SCENE
        if token.dep_ in _BEFORE_NOUN:
            return Role.ASIDE
        if token.dep_ in ("pobj", "pcomp"):
            token = token.head
        if token.head.pos_ not in _VERBS:
            return Role.ASIDE
        token = token.head
        reporting = token.lemma_ in self._cues["reporting"]
        for _ in range(_DEEPEST):
            if token.dep_ in _ASIDE:
                return Role.ASIDE
            if token.head.i == token.i:
                break
            token = token.head
        return Role.SPEECH if reporting else Role.SCENE

    def look(self, match: Match) -> Verdict:
        """Climb from a time to the verbs above it until one of them says which way it looks.

        A verb in the past is named only when it governs the time itself: what a report tells of the past may
        also set a day ahead ("extended the truce to June 4").
        """
        token = self._top(match)
        if token is None:
            return Outlook.OPEN, ""
        if token.head.lower_ in self._cues["limit"]:
            return self._look_to_limit(token.head)
        if token.head.pos_ in ("NOUN", "PROPN") and token.dep_ != "conj":
            return self._look_before_noun(token.head)
        cue = ""
        beside = token.dep_ == "npadvmod" or (token.dep_ == "pobj" and token.head.lower_ in self._cues["placing"])
        for _ in range(_DEEPEST):
            verdict = self._judge(token)
            if verdict is not None and verdict[0] is not Outlook.OPEN:
                return verdict if verdict[0] is Outlook.AHEAD or beside else (Outlook.BACK, "")
            cue = cue or (verdict[1] if verdict else "")
            beside = beside and token.pos_ not in ("NOUN", "VERB")
            if token.head.i == token.i or (token.dep_ == "prep" and token.lower_ == "of"):
                break
            token = token.head
        return Outlook.OPEN, cue

    def _look_before_noun(self, noun: Token) -> Verdict:
        """Judge "Monday's vote" by what qualifies the vote: a day that names an event is mostly a past one."""
        limit = noun.head
        if limit.lower_ in ("before", "until") or (limit.lower_ == "of" and limit.head.lower_ == "ahead"):
            return Outlook.AHEAD, "ahead of" if limit.lower_ == "of" else limit.text
        verdict = self._judge_other(noun)
        return verdict if verdict is not None else (Outlook.OPEN, "")

    def _look_to_limit(self, limit: Token) -> Verdict:
        """Judge "until Friday" by the verb it hangs on: behind when that is in the past, else ahead."""
        verb = limit.head
        tags = [verb.tag_, *(child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass"))]
        return (Outlook.BACK, "") if verb.pos_ in _VERBS and "VBD" in tags else (Outlook.AHEAD, limit.text)

    def _top(self, match: Match) -> Token | None:
        """Return the word of an expression that hangs on the rest of the sentence."""
        token = self.token(match.words, match.first)
        last = self.token(match.words, match.last - 1)
        if token is None or last is None:
            return None
        while token.i < token.head.i <= last.i:
            token = token.head
        return token

    def _judge(self, token: Token) -> Verdict | None:
        """Say which way one word looks; None when it says nothing, OPEN with "present" for a plain present."""
        if token.pos_ not in _VERBS:
            return self._judge_other(token)
        auxiliaries = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
        perfect = any(child.lemma_ == "have" for child in auxiliaries)
        for child in auxiliaries:
            if child.lower_ in self._cues["modal"] and child.tag_ != "VBD":
                return (Outlook.BACK, token.text) if perfect else (Outlook.AHEAD, child.text)
            if child.tag_ == "TO":
                return None if perfect else self._judge_infinitive(token)
        return self._judge_tense(token, {child.lemma_: child.tag_ for child in auxiliaries})

    def _judge_other(self, token: Token) -> Verdict | None:
        lower = token.lower_
        if lower in self._cues["ahead"] or (token.dep_ == "acomp" and lower in self._cues["planned"]):
            return Outlook.AHEAD, token.text
        for child in token.children:
            if child.dep_ == "amod" and child.lower_ in self._cues["ahead"]:
                return Outlook.AHEAD, child.text
        return None

    def _judge_infinitive(self, token: Token) -> Verdict | None:
        """Judge "to meet" by what it hangs on: a plan looks ahead, a purpose shares the tense of its verb."""
        head, willing = token.head, self._cues["willing"]
        planned = head.lemma_.lower() in willing or head.lower_ in willing
        if token.dep_ in ("xcomp", "ccomp", "advcl") and (planned or (head.lemma_ == "be" and token.dep_ != "advcl")):
            return Outlook.AHEAD, f"{head.text} to {token.text}"
        if token.dep_ in ("acl", "relcl") and head.lemma_.lower() in self._cues["plan"]:
            return Outlook.AHEAD, f"{head.text} to {token.text}"
        return (Outlook.AHEAD, f"to {token.text}") if token.dep_ == "ROOT" else None

    def _judge_tense(self, token: Token, auxiliaries: dict[str, str]) -> Verdict | None:
        tag, lemma = token.tag_, token.lemma_.lower()
        present = auxiliaries.get("be") in ("VBZ", "VBP")
        if tag == "VBG":
            if "be" not in auxiliaries:
                return None
            return (Outlook.AHEAD, f"is {token.text}") if present else (Outlook.BACK, token.text)
        if tag == "VBN":
            return self._judge_participle(token, lemma, auxiliaries, present=present)
        if lemma == "be" and (due := self._find_plan(token)):
            return Outlook.AHEAD, due
        if tag in ("VBZ", "VBP"):
            return (Outlook.AHEAD, token.text) if lemma in self._cues["timetable"] else (Outlook.OPEN, "present")
        if tag == "VB" and not auxiliaries and token.head.lemma_ in self._cues["willing"]:
            return Outlook.AHEAD, token.text
        return (Outlook.BACK, token.text) if tag == "VBD" else None

    def _find_plan(self, token: Token) -> str:
        """Return the adjective after "to be" that says something is planned ("is due in Baku"), else ""."""
        plans = (
            child.text for child in token.children if child.dep_ == "acomp" and child.lower_ in self._cues["planned"]
        )
        return next(plans, "")

    def _judge_participle(self, token: Token, lemma: str, auxiliaries: dict[str, str], *, present: bool) -> Verdict:
        if "have" in auxiliaries:
            return Outlook.BACK, token.text
        if lemma in self._cues["planned"]:
            return Outlook.AHEAD, token.text
        if lemma in self._cues["planned-for"] and any(child.lower_ == "for" for child in token.children):
            return Outlook.AHEAD, f"{token.text} for"
        return (Outlook.OPEN, "present") if present else (Outlook.BACK, token.text)
