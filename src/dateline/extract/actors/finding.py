"""The actors of a report: names first, then nouns and pronouns in the order of the text."""

from __future__ import annotations

from datetime import date

from dateline.extract.actors.names.naming import find_names
from dateline.extract.actors.names.spotting import spot_names, spot_titles
from dateline.extract.actors.phrases.noun_phrases import build_phrases
from dateline.extract.actors.phrases.owners import Owners
from dateline.extract.actors.pointing_back.nominals import NominalResolver
from dateline.extract.actors.pointing_back.pronouns import FIRST_PERSONS, PronounResolver
from dateline.extract.actors.pointing_back.salience import Salience
from dateline.extract.actors.scene.referents import Register
from dateline.extract.actors.scene.scene import Scene
from dateline.extract.actors.scene.surroundings import Surroundings
from dateline.extract.actors.settling.named import NameSettler
from dateline.extract.actors.words import Words
from dateline.extract.cast import EMPTY_CAST, Cast, Standing
from dateline.knowledge.actors.loading import ActorKnowledge
from dateline.language import Parse
from dateline.model import Actor, ActorId, Mention


def find_actors(parse: Parse, knowledge: ActorKnowledge, published: date | None) -> Cast:
    """Return everyone a report speaks of, with every mention; offices are those held on `published`."""
    if len(parse) == 0:
        return EMPTY_CAST
    words = Words(parse)
    titles = spot_titles(words, knowledge)
    names = find_names(words, spot_names(words, knowledge, published), titles, knowledge, published)
    phrases = build_phrases(words, names, titles, knowledge)
    scene = Scene(words, knowledge, published, Register(), Surroundings(words, names, knowledge))
    owners = Owners(words, scene.register, knowledge)
    owners.know_phrases(phrases)
    settler = NameSettler(scene, owners)
    settler.settle(phrases)
    salience = Salience(words, scene.register, scene.surroundings)
    nominals, pronouns = NominalResolver(scene, settler, owners, salience), PronounResolver(scene, salience)
    pointing = {phrase.head: phrase for phrase in phrases if phrase.name is None}
    speaking = pronouns.find_first_persons()
    for token in sorted({*pointing, *speaking, *pronouns.find()}):
        if token in pointing:
            nominals.resolve(pointing[token])
        elif words.lower[token] in FIRST_PERSONS:
            pronouns.resolve_first_person(token)
        else:
            pronouns.resolve(token)
    for token in speaking:  # where the speaker stands after the quotation and is himself a pronoun
        pronouns.resolve_first_person(token)
    return _make_cast(parse, scene.register)


def _make_cast(parse: Parse, register: Register) -> Cast:
    present = sorted((r for r in register if r.marks), key=lambda r: (r.marks[0].first, r.marks[0].last, r.key))
    ids = {id(r): ActorId(f"a{number}") for number, r in enumerate(present, start=1)}
    actors = []
    for referent in present:
        mentions = tuple(
            Mention(start=parse.start(m.first), end=parse.end(m.last - 1), form=m.form)
            for m in sorted(referent.marks, key=lambda m: (m.first, m.last))
        )
        actors.append(
            Actor(
                id=ids[id(referent)],
                name=referent.name,
                kind=referent.kind,
                country=referent.country,
                country_assumed=referent.is_guess,
                sector=referent.sector,
                office=referent.office,
                mentions=mentions,
                reason=referent.reason or "named in the report",
            )
        )
    standings = (
        Standing(tuple(ids[id(r)] for r in referents), mark.first, mark.last, mark.head, mark.form)
        for mark, referents in register.iter_placed()
    )
    return Cast(actors, standings)
