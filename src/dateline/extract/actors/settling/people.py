"""The persons of a report: officers by its date, others by their titles and what they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dateline.extract.actors.phrases.noun_phrases import Phrase
from dateline.extract.actors.phrases.owners import Owners, Typing
from dateline.extract.actors.scene.referents import Referent
from dateline.extract.actors.scene.scene import Scene
from dateline.knowledge.actors.cased_names import split_name
from dateline.knowledge.actors.loading import KnownActor
from dateline.knowledge.actors.offices import Officer
from dateline.model import ActorKind, Sector

# What a list says of these gives way to a title of those in the text.
_LESSER = frozenset({Sector.PTY, Sector.OPP})
_TITLED = frozenset({Sector.LEG, Sector.MIL, Sector.JUD, Sector.GOV, Sector.POL, Sector.REL})
# Of these no country is assumed where none is told.
_STATELESS = frozenset({None, Sector.IGO, Sector.NGO, Sector.UAF, Sector.REB, Sector.EDU})
_SOON = timedelta(days=90)
_KNOWN_EVERYWHERE = (
    8  # the rank of an office whose holder is called by the surname alone where the country is not named
)


class People:
    """Finds or enters the referents of persons; short names find those named in full."""

    def __init__(self, scene: Scene, owners: Owners) -> None:
        self._scene, self._owners = scene, owners
        self._words, self._register, self._knowledge = scene.words, scene.register, scene.knowledge
        self._by_word: dict[str, list[Referent]] = {}  # by every word of their names
        self._untyped: list[tuple[Referent, Phrase]] = []

    def enter_listed(self, actor: KnownActor, phrase: Phrase) -> Referent:
        """Return the referent of a person of a user's own list who has no dated office."""
        found = self._register.enter(
            Referent(actor.id, actor.name, actor.kind, actor.country, actor.sector, actor.office, "known by name")
        )
        found.known = actor
        self._know(found, split_name(actor.name))
        self._note_gender(found, phrase)
        return found

    def enter_officer(self, officer: Officer, phrase: Phrase | None = None) -> Referent:
        """Return the referent of an officer, with the office held on the report's day."""
        key = f"person.{officer.name}"
        found = self._register.find(key)
        if found is None:
            country, sector, office, reason = self._office_of(officer)
            found = Referent(key, officer.name, ActorKind.PERSON, country, sector, office, reason)
            self._know(found, split_name(officer.name))
            self._register.enter(found)
        if phrase is not None:
            self._note_gender(found, phrase)
            if found.sector is None and not phrase.former:
                self._untyped.append((found, phrase))
            elif found.sector in _LESSER:
                self._prefer_title(found, phrase)
        return found

    def _prefer_title(self, referent: Referent, phrase: Phrase) -> None:
        """Let a title in the text ("Sen. Smith") beat what the lists say of a candidate or an opposition leader."""
        typing = self._owners.type_phrase(phrase) if phrase.titles else None
        if typing is not None and typing.sector in _TITLED and not typing.former:
            referent.sector, referent.office = typing.sector, typing.office or referent.office
            referent.reason = f"{referent.reason}; {typing.reason}"

    def _office_of(self, officer: Officer) -> tuple[str | None, Sector | None, str | None, str]:
        day = self._scene.published
        terms = officer.terms_on(day)
        when = day.isoformat() if day else "today"
        if terms:
            body = self._knowledge.actors.get(terms[0].country)
            country = officer.country if body is None else body.country
            sector = self._knowledge.office_sectors.get(terms[0].office, Sector.GOV)
            if body is not None:
                sector = body.sector_on(day) or sector
            return country, sector, terms[0].office, f"{terms[0].office} of {terms[0].country} on {when}"
        coming = next((t for t in officer.terms if day and t.begins_between(day, day + _SOON) and t.rank > 6), None)
        if coming is not None:
            return officer.country, Sector.GOV, None, f"{coming.office} of {coming.country} from {coming.since}"
        last = officer.last_before(day)
        if last is None:
            return officer.country, None, None, f"not yet in an office on {when}"
        return officer.country, None, None, f"{last.office} of {last.country} until {last.until}, no office on {when}"

    def enter_named(self, phrase: Phrase) -> Referent:
        """Return the referent of a person's name that is in no list, or only a part of one that is."""
        assert phrase.name is not None
        words = self._name_words(phrase)
        referent = self._known_person(words, phrase)
        if referent is None and len(words) == 1:
            referent = self._officer_by_surname(words[0], phrase)
        if referent is None:
            key = f"person:{' '.join(words).lower()}"
            name = self._words.parse.words(phrase.name.first, phrase.name.last)
            referent = self._register.enter(Referent(key, name, ActorKind.PERSON, reason="named in the report"))
            referent.name_words = tuple(words)
        self._know(referent, words)
        self._note_gender(referent, phrase)
        if referent.sector is None:
            self._untyped.append((referent, phrase))
        return referent

    def type_all(self) -> None:
        """Type those of whom no list tells, now that everyone they may belong to is placed; called once."""
        for referent, phrase in sorted(self._untyped, key=lambda pair: pair[1].head):
            if referent.sector is None:
                self._type(referent, phrase)

    def _known_person(self, words: Sequence[str], phrase: Phrase) -> Referent | None:
        """Return who in this report bears all these words as part of the name: the holder of an office, the last named first.

        Kin of a known person are called by their given names; the surname alone is his.
        """
        found = [r for r in self._by_word.get(words[-1], ()) if set(words) <= set(r.name_words)]
        if len(found) > 1:
            surname = [r for r in found if r.name_words[-1] == words[-1]]
            found = surname or found
        before = [r for r in found if r.marks and r.marks[0].head < phrase.head]
        found = before or found
        if len(words) == 1:
            found = [r for r in found if r.office is not None] or found
        return max(
            found, key=lambda r: max((m.head for m in r.marks if m.head < phrase.head), default=-1), default=None
        )

    def _officer_by_surname(self, surname: str, phrase: Phrase) -> Referent | None:
        around = set(self._scene.surroundings.countries_near(phrase.head, 6)) | {self._scene.surroundings.main}
        officer = phrase.name.officer if phrase.name is not None and not phrase.titles else None
        if officer is not None and (officer.country in around or self._is_known_everywhere(officer)):
            return self.enter_officer(officer)
        day = self._scene.published
        wanted = {t.office for hit in phrase.titles for t in hit.titles if t.office}
        named = self._knowledge.offices.named((surname,))
        fitting = [o for o in named if any(t.office in wanted for t in o.terms_on(day))]
        if not fitting and phrase.former:
            fitting = [o for o in named if any(t.office in wanted and (t.until or "9") < str(day) for t in o.terms)]
        if not fitting and not phrase.titles and not phrase.nouns:
            fitting = [o for o in named if o.terms_on(day)]
        near = [o for o in fitting if o.country in around]
        bare = not phrase.titles and not phrase.nouns
        fitting = near or [o for o in fitting if not bare or self._is_known_everywhere(o)]
        if not fitting:
            return None
        best = max(fitting, key=lambda o: max((t.rank for t in o.terms_on(day)), default=0))
        return self.enter_officer(best)

    def _is_known_everywhere(self, officer: Officer) -> bool:
        return any(t.rank >= _KNOWN_EVERYWHERE for t in officer.terms_on(self._scene.published))

    def _know(self, referent: Referent, words: Sequence[str]) -> None:
        if len(words) > len(referent.name_words):
            referent.name_words = tuple(words)
        for word in (*words, *referent.name_words):
            if len(word) > 1 and referent not in self._by_word.setdefault(word, []):
                self._by_word[word].append(referent)

    def _name_words(self, phrase: Phrase) -> list[str]:
        """Return the words of a person's name without particles and forms of address."""
        assert phrase.name is not None
        words = [w for w in self._words.folded[phrase.name.first : phrase.name.last] if w]
        address = self._knowledge.cues["address"]
        kept = [w for w in words if w not in ("al", "el", "Al", "El", "'s") and w.lower() not in address]
        return kept or words

    def _note_gender(self, referent: Referent, phrase: Phrase) -> None:
        cues, words = self._knowledge.cues, self._words
        before = {words.lower[t] for t in range(max(0, phrase.first - 1), phrase.head)} | {
            lemma for lemma, _ in phrase.nouns
        }
        if before & cues["man-title"] or before & cues["man"]:
            referent.gender = "m"
        elif before & cues["woman-title"] or before & cues["woman"]:
            referent.gender = "f"
        elif referent.gender is None and referent.name_words:
            referent.gender = next((cues.genders[w] for w in referent.name_words[:-1] if w in cues.genders), None)

    def _type(self, referent: Referent, phrase: Phrase) -> None:
        typing = self._owners.type_person(phrase)
        if typing is not None:
            referent.country = typing.country or referent.country
            if not typing.former:
                referent.sector = typing.sector or referent.sector
                referent.office = typing.office or referent.office
            referent.reason = typing.reason
            referent.owner = typing.owner
        if referent.country is None:
            referent.country, why = self._assume_country(phrase, typing)
            if why:
                referent.is_guess = referent.country is not None
                referent.reason = f"{referent.reason}; {why}"

    def _assume_country(self, phrase: Phrase, typing: Typing | None) -> tuple[str | None, str]:
        """Return the country of one whose own words tell none: of his craft, of the surroundings, else of the report.

        A name without any title is taken for that of somebody of the country the report is about, which holds for three
        in four.
        """
        surroundings = self._scene.surroundings
        if self._owners.nouns_for(phrase) & self._knowledge.cues["crew"]:
            craft = surroundings.country_of_craft(phrase.head)
            if craft is not None:
                return craft, f"of {craft}, whose craft they man"
        if typing is None or (typing.sector is None and typing.owner is None and not typing.former):
            main = surroundings.main
            return main, f"of {main}, which the report is about" if main is not None else ""
        if typing.former or typing.sector not in _STATELESS:
            return surroundings.country_at(phrase.head)
        return None, ""
