"""Noun phrases that may stand for somebody: a name or noun with what stands around it.

A phrase says what the words say and no more: the titles, nouns and names before its head, where an owner may
stand, number and definiteness. Who it is is settled later.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.extract.actors.names.naming import Name, NameLabel
from dateline.extract.actors.names.spotting import TitleHit
from dateline.extract.actors.words import Words
from dateline.knowledge.actors.loading import ActorKnowledge, NameSort, Noun
from dateline.model import ActorKind, MentionForm, Sector

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
_FORCES = frozenset(
    {Sector.MIL, Sector.POL, Sector.REB, Sector.UAF, Sector.GOV, Sector.CRM, Sector.LEG, Sector.JUD, Sector.SPY}
)
_CROWD = Noun("noun.crowd", ActorKind.POPULATION, Sector.CVL)


@dataclass(slots=True)
class Phrase:
    """One candidate mention: tokens `first` to `last`, reached by `head`."""

    first: int
    last: int
    head: int
    form: MentionForm
    name: Name | None = None
    titles: list[TitleHit] = field(default_factory=list)
    nouns: list[tuple[str, Noun]] = field(default_factory=list)  # lemma and noun, the head's own last
    inner: list[Name] = field(default_factory=list)  # names before the head
    determiner: str = ""
    plural: bool = False
    former: bool = False
    elect: bool = False
    lemma: str = ""
    also_head: int | None = None  # a counting word above the head: "dozens" in "dozens of protesters"

    @property
    def is_definite(self) -> bool:
        """Whether the phrase speaks of somebody the reader is taken to know."""
        return self.determiner in _DEFINITE

    @property
    def is_person(self) -> bool:
        """Whether the phrase names or means a person."""
        if self.name is not None and self.name.label is NameLabel.PERSON:
            return True
        return bool(self.titles) and self.titles[-1].titles[0].kind is ActorKind.PERSON


def build_phrases(
    words: Words, names: Sequence[Name], titles: Sequence[TitleHit], knowledge: ActorKnowledge
) -> list[Phrase]:
    """Return all phrases but pronouns, in the order of their heads."""
    return _PhraseBuilder(words, names, titles, knowledge).build()


class _PhraseBuilder:
    def __init__(
        self, words: Words, names: Sequence[Name], titles: Sequence[TitleHit], knowledge: ActorKnowledge
    ) -> None:
        self.words, self.knowledge = words, knowledge
        self.names, self.titles = names, titles
        self.name_at: list[Name | None] = [None] * words.size
        self.title_at: list[TitleHit | None] = [None] * words.size
        for title in titles:
            self.title_at[title.first : title.last] = [title] * (title.last - title.first)
        for name in names:
            self.name_at[name.first : name.last] = [name] * (name.last - name.first)
        self.used = [False] * words.size  # titles and nouns that belong to a name

    def build(self) -> list[Phrase]:
        phrases = [self._of_name(name) for name in self.names]
        loose = [t for t in self.titles if self._is_loose(t)]
        phrases.extend(map(self._of_title, loose))
        phrases.extend(self._iter_nominals())
        counters = {p.also_head for p in phrases if p.also_head is not None}
        phrases = [p for p in phrases if p.head not in counters]
        return sorted(phrases, key=lambda p: (p.head, p.first))

    def _is_loose(self, title: TitleHit) -> bool:
        """Tell whether a title stands for somebody: no name has taken it, nor the title after it ("deputy spokeswoman")."""
        if self.used[title.first] or self.name_at[title.last - 1] is not None:
            return False
        following = self.title_at[title.last] if title.last < self.words.size else None
        return following is None or self.words.head[title.last - 1] != following.last - 1

    def _of_name(self, name: Name) -> Phrase:
        words = self.words
        head = words.head_of(name.first, name.last)
        phrase = Phrase(name.first, name.last, head, MentionForm.NAME, name)
        phrase.plural = words.tag[name.last - 1] in ("NNPS", "NNS")
        if _is_people(name):
            self._count_up(phrase)
        if _is_adjective(name):
            return phrase
        left = self._widen(name.first, name.last)
        owns = words.dep[head] == "poss" and name.label is NameLabel.KNOWN and not self._is_person_at(name.first)
        if _is_state(name) or (owns and left < name.first - 1):
            left = name.first - 1 if name.first > 0 and words.lower[name.first - 1] == "the" else name.first
        self._take(phrase, left, name.first)
        if phrase.titles or phrase.nouns or phrase.inner or words.lower[left] == "the":
            phrase.first = left
            self.used[left : name.first] = [True] * (name.first - left)
        return phrase

    def _widen(self, first: int, last: int) -> int:
        """Return where the phrase begins, titles before it and their modifiers included."""
        words = self.words
        while True:
            edge = words.left_edge(first, last)
            title = self.title_at[edge - 1] if edge > 0 and words.sentence[edge - 1] == words.sentence[first] else None
            if (title is not None and title.last == edge and words.text[edge - 1][0].isupper()) or (
                title is not None and title.last == edge and edge == first and not title.plural
            ):
                first = title.first
                continue
            earlier = self._title_with_owner(edge) if edge == first and self._is_person_at(edge) else None
            if earlier is not None:
                first = earlier
                continue
            modifier = edge - 1
            if (
                edge > 0
                and edge == first
                and words.sentence[modifier] == words.sentence[first]
                and self.title_at[first] is not None
                and (
                    words.lower[modifier] in self.knowledge.cues["title-modifier"]
                    or _is_adjective(self.name_at[modifier])
                    or _is_state(self.name_at[modifier])
                )
                and words.dep[modifier] != "nsubj"
            ):
                name = self.name_at[modifier]
                first = name.first if name is not None else modifier
                continue
            return edge

    def _is_person_at(self, token: int) -> bool:
        name = self.name_at[token]
        known = name is not None and name.hit is not None and name.hit.names[0].actor.officer is not None
        return name is not None and (name.label is NameLabel.PERSON or known)

    def _title_with_owner(self, first: int) -> int | None:
        """Return where a title begins whose owner stands between it and a name: "Minister of Education Giannini"."""
        words = self.words
        for token in range(first - 1, max(-1, first - 8), -1):
            title = self.title_at[token]
            if title is not None:
                follows = title.last + 1 < first and words.lower[title.last] in ("of", "for")
                return title.first if follows and words.sentence[token] == words.sentence[first] else None
            if words.tag[token] not in (*_NOUN_TAGS, "JJ") and words.lower[token] not in (
                "of",
                "for",
                "the",
                "and",
                "&",
            ):
                return None
        return None

    def _of_title(self, title: TitleHit) -> Phrase:
        words = self.words
        head = words.head_of(title.first, title.last)
        phrase = Phrase(title.first, title.last, head, MentionForm.NOMINAL, plural=title.plural)
        if words.pos[head] == "ADP" and words.lower[title.first] != words.lower[head]:
            phrase.head = title.first
        phrase.first = self._widen(title.first, title.last)
        self._take(phrase, phrase.first, title.first)
        self._add_title(phrase, title)
        phrase.lemma = " ".join(words.lemma[t].lower() for t in range(title.first, title.last))
        self.used[phrase.first : phrase.last] = [True] * (phrase.last - phrase.first)
        phrase.last = words.right_edge(phrase.head, phrase.last)
        if title.plural:
            self._count_up(phrase)
        return phrase

    def _take(self, phrase: Phrase, first: int, last: int) -> None:
        """Note what stands before the head."""
        words, cues = self.words, self.knowledge.cues
        token = first
        if (first < phrase.last and words.dep[first] in ("det", "predet", "poss", "nummod")) or words.lower[
            first
        ] in _DEFINITE:
            phrase.determiner = words.lower[first]
        while token < last:
            name, title = self.name_at[token], self.title_at[token]
            if name is not None:
                if not self._only_backs(name):
                    phrase.inner.append(name)
                token = name.last
                continue
            if title is not None:
                self._add_title(phrase, title)
                token = title.last
                continue
            if words.lower[token] in cues["former"]:
                phrase.former = True
            elif words.lower[token] in cues["elect"]:
                phrase.elect = True
            elif words.tag[token] in _NOUN_TAGS or words.tag[token] == "JJ":
                noun = self._noun_at(token)
                if noun is not None:
                    phrase.nouns.append((words.lemma[token].lower(), noun))
            token += 1

    def _only_backs(self, name: Name) -> bool:
        """Tell whether a name before a hyphen says who backs somebody, not whose he is: "Saudi-backed rebels"."""
        words = self.words
        follows = name.last + 1 < words.size and words.text[name.last] in ("-", "–", "‑")
        return follows and words.lower[name.last + 1] in self.knowledge.cues["backing"]

    def _add_title(self, phrase: Phrase, title: TitleHit) -> None:
        """Add a title; one that says nothing of a sector lends its own nouns ("police spokesman")."""
        phrase.titles.append(title)
        says_much = title.titles[0].sector is not None and not title.titles[0].weak
        if says_much or title.last - title.first == 1:
            return
        for token in range(title.first, title.last):
            noun = self._noun_at(token)
            if noun is not None and noun.sector is not None and not noun.weak:
                phrase.nouns.append((self.words.lemma[token].lower(), noun))

    def _noun_at(self, token: int) -> Noun | None:
        """Return the generic noun that ends at a token."""
        words = self.words
        lemma = words.lemma[token].lower()
        if words.tag[token] == "NNPS":
            lemma = lemma.removesuffix("s")  # the lemmatizer leaves "Kurds"
        for key in dict.fromkeys((lemma, words.lower[token])):
            for parts, noun in self.knowledge.nouns.get(key, ()):
                first = token - len(parts) + 1
                if len(parts) > 1 and (first < 0 or tuple(words.lower[first:token]) != parts[:-1]):
                    continue
                if not noun.beside or self._is_beside(token, noun.beside):
                    return noun
        return None

    def _is_beside(self, token: int, verbs: frozenset[str]) -> bool:
        """Tell whether a noun is the object or subject of one of some verbs, its particle included: "shoot down"."""
        words = self.words
        if words.dep[token] not in ("dobj", "nsubj", "nsubjpass"):
            return False
        verb = words.head[token]
        particle = words.child(verb, "prt")
        lemma = words.lemma[verb].lower()
        return (lemma if particle is None else f"{lemma} {words.lower[particle]}") in verbs

    def _iter_nominals(self) -> Iterable[Phrase]:
        words = self.words
        for token in range(words.size):
            if self.used[token] or self.name_at[token] or self.title_at[token]:
                continue
            if words.tag[token] in _NOUN_TAGS:
                noun = self._noun_at(token)
                if noun is None:
                    noun = _CROWD if self._is_crowd(token) else None
                if noun is not None and self._may_act(token, noun):
                    yield self._of_noun(token, noun)
            elif words.tag[token] == "CD" and self._is_toll(token):
                yield self._of_noun(token, _CROWD)
            elif words.tag[token] in ("JJ", "VBN") and words.dep[token] in _ARGUMENTS:
                noun = self._noun_at(token)  # "the accused", "the wounded"
                if noun is not None and words.child(token, "det") is not None:
                    yield self._of_noun(token, noun)

    def _may_act(self, token: int, noun: Noun) -> bool:
        """Tell whether a noun is a mention of its own: before another noun only where it says who does the act."""
        words, cues = self.words, self.knowledge.cues
        if words.lemma[token].lower() in cues["no-actor"]:
            return False
        if words.dep[token] == "amod" or self._is_condition(token):
            return False
        if words.dep[token] not in ("compound", "nmod"):
            return True
        head = words.head[token]
        if self._is_actor_noun(head) or noun.thing:
            return False
        return noun.sector in _FORCES or words.lemma[head].lower() in cues["crowd-act"]

    def _is_condition(self, token: int) -> bool:
        """Tell whether "power" or "state" is what somebody has or is in: "leave power", "new powers", "a state of emergency"."""
        words = self.words
        match words.lemma[token].lower():
            case "power":
                definite = words.child(token, "det")
                described = words.child(token, "amod")
                return words.tag[token] == "NN" or (definite is None and described is not None)
            case "state":
                of = next((noun for link, noun in words.prepositions(token) if link == "of"), None)
                return of is not None and words.entity[of] == ""
            case _:
                return False

    def _is_crowd(self, token: int) -> bool:
        """Tell whether a counting word stands for people: "thousands rallied", "others were wounded"."""
        words = self.words
        if words.lower[token] not in ("hundreds", "thousands", "dozens", "scores", "others"):
            return False
        if any(words.lower[c] == "of" for c in words.children[token]):
            return False
        return words.dep[token] in ("nsubj", "nsubjpass") or self._is_toll(token)

    def _is_toll(self, token: int) -> bool:
        """Tell whether a number counts those harmed: "killing 12", "at least 30 were arrested"."""
        words = self.words
        if words.dep[token] not in ("nsubjpass", "dobj", "nsubj"):
            return words.dep[token] == "conj" and self._is_toll(words.head[token])
        return words.lemma[words.head[token]].lower() in self.knowledge.cues["harm"]

    def _is_actor_noun(self, token: int) -> bool:
        return self.name_at[token] is not None or self.title_at[token] is not None or self._noun_at(token) is not None

    def _of_noun(self, token: int, noun: Noun) -> Phrase:
        words = self.words
        plural = words.tag[token] in ("NNS", "NNPS", "CD") and words.lower[token] not in ("one", "1")
        phrase = Phrase(token, token + 1, token, MentionForm.NOMINAL, plural=plural)
        phrase.first = words.left_edge(token, token + 1)
        self._take(phrase, phrase.first, token)
        if words.dep[token] == "compound" and not phrase.determiner:  # "the embassy blast"
            determiner = words.child(words.head[token], "det")
            phrase.determiner = words.lower[determiner] if determiner is not None else ""
        phrase.lemma = words.lemma[token].lower()
        phrase.nouns.append((phrase.lemma, noun))
        self._count_up(phrase)
        phrase.last = words.right_edge(token, phrase.last)
        return phrase

    def _count_up(self, phrase: Phrase) -> None:
        """Let a phrase begin with the word that counts or collects it: "thousands of protesters"."""
        words = self.words
        above = words.head[phrase.head]
        if words.dep[phrase.head] != "pobj" or words.lower[above] != "of" or words.head[above] >= above:
            return
        counter = words.head[above]
        lemma = words.lemma[counter].lower()
        if self.name_at[counter] or not (
            {lemma, words.lower[counter]} & self.knowledge.cues["partitive"] or words.pos[counter] == "NUM"
        ):
            return
        phrase.first = words.left_edge(counter, counter + 1)
        phrase.determiner = words.lower[phrase.first] if words.dep[phrase.first] == "det" else "some"
        phrase.also_head = counter
        phrase.plural = True


def _is_state(name: Name | None) -> bool:
    return name is not None and name.hit is not None and name.hit.names[0].actor.kind is ActorKind.STATE


def _is_adjective(name: Name | None) -> bool:
    return name is not None and name.hit is not None and name.hit.names[0].sort is NameSort.ADJECTIVE


def _is_people(name: Name) -> bool:
    return name.hit is not None and name.hit.names[0].sort is NameSort.PEOPLE
