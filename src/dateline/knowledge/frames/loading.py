"""Frames: which word, in which surroundings, names which act, and where its parties stand.

The files are described in docs/knowledge.md. A frame is found by its lemma, so that the number of frames
costs nothing per word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, model_validator

from dateline.errors import BadFrame, BadKnowledge
from dateline.knowledge.compiled_entries import load_cached_entries
from dateline.knowledge.files import DATA, load_yaml_entries
from dateline.knowledge.frames.word_classes import SEEN_CLASSES, WordClasses, load_word_classes
from dateline.knowledge.ontology.types import load_ontology
from dateline.model import EventStatus, EventType

FRAME_FOLDER = DATA / "frames"


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


PLACES = ("object", "subject", "indirect", "modifier", "head", "possessive")
"""The places of a condition that are no prepositions."""

Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Condition(_Closed):
    """What must, or must not, stand around the trigger; every given part has to hold."""

    object: Words = ()
    subject: Words = ()
    indirect: Words = ()
    prep: Mapping[str, Words] = Field(default_factory=dict)
    clause: Words = ()
    complement: Words = ()
    complement_subject: Words = ()
    modifier: Words = ()
    head: Words = ()
    possessive: Words = ()
    carrier: Words = ()
    after: Words = ()
    auxiliary: Words = ()
    particle: Words = ()
    voice: Literal["active", "passive"] | None = None
    negated: bool | None = None

    @property
    def weight(self) -> int:
        """How many conditions there are: the more, the more specific."""
        given = (*self.word_lists(), self.clause, self.after, self.auxiliary)
        return sum(map(bool, given)) + (self.voice is not None) + (self.negated is not None)

    @cached_property
    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Every given part with its words; what is quickly seen comes first."""
        quick = ("particle", "auxiliary", "after", "carrier", "complement", "clause")
        parts = [(name, getattr(self, name)) for name in quick]
        parts.append(("voice", (self.voice,) if self.voice else ()))
        parts.append(("negated", () if self.negated is None else (str(self.negated).lower(),)))
        parts += [(place, getattr(self, place)) for place in (*PLACES, "complement_subject")]
        return tuple(part for part in (*parts, *self.prep.items()) if part[1])

    def say(self, part: str) -> str:
        """Return one part of the condition in words: "object: talks, negotiation"."""
        return self._said[part]

    @cached_property
    def _said(self) -> dict[str, str]:
        return {part: f"{part}: {', '.join(wanted)}" for part, wanted in self.parts}

    def word_lists(self) -> tuple[tuple[str, ...], ...]:
        """Every list of words and classes in it."""
        return (
            self.object, self.subject, self.indirect, self.complement, self.complement_subject, self.modifier, self.head,
            self.possessive, self.carrier, self.particle, *self.prep.values(),
        )  # fmt: skip


class Example(_Closed):
    """A sentence and what the frame must make of it; in a `no` example the frame must not fire."""

    text: str
    actors: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    status: EventStatus | None = None
    mode: str | None = None


def _example(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


ExampleEntry = Annotated[Example, BeforeValidator(_example)]


class Frame(_Closed):
    """One frame; see docs/knowledge.md."""

    id: str
    gloss: str
    verb: Words = ()
    noun: Words = ()
    adjective: Words = ()
    modal: Words = ()
    particle: Words = ()
    type: EventType
    mode: str | None = None
    actor: Words = ()
    recipient: Words = ()
    with_: Condition = Field(default_factory=Condition, alias="with")
    without: Condition | None = None
    reciprocal: bool = False
    status: EventStatus | None = None
    swallows: bool | None = None
    yields: bool = False
    light: Words = ()
    mode_by: Mapping[str, str] = Field(default_factory=dict)
    weak: bool = False
    toll: bool = False
    idle: bool = False
    certain: bool = False
    yes: tuple[ExampleEntry, ...] = ()
    no: tuple[ExampleEntry, ...] = ()
    _weight: int = PrivateAttr(default=0)

    @model_validator(mode="after")
    def _check(self) -> Frame:
        if sum(map(bool, (self.verb, self.noun, self.adjective, self.modal))) != 1:
            raise ValueError("exactly one of verb, noun, adjective and modal must be given")
        ontology = load_ontology()
        for mode in (self.mode, *self.mode_by.values()):
            if mode is not None and not ontology.has_mode(self.type, mode):
                allowed = ", ".join(ontology.types[self.type].modes) or "none"
                raise ValueError(f"{self.type} has no mode {mode!r}; its modes: {allowed}")
        return self

    @property
    def weight(self) -> int:
        """How specific the frame is; of several that match, the heaviest wins."""
        return 2 * self.with_.weight + 2 * bool(self.particle) + bool(self.without) - self.weak

    @property
    def word_class(self) -> str:
        """`verb`, `noun`, `adjective` or `modal`."""
        return next(name for name in ("verb", "noun", "adjective", "modal") if getattr(self, name))

    @property
    def lemmas(self) -> tuple[str, ...]:
        """The trigger words, as lemmas."""
        return self.verb or self.noun or self.adjective or self.modal


class Scope(IntEnum):
    """How far from the trigger a word still decides the mode."""

    SELF = 0
    OWN = 1
    CONTENT = 2
    NEAR = 3


def _scope(value: object) -> object:
    return Scope[value.upper()] if isinstance(value, str) and value.upper() in Scope.__members__ else value


class ModeWords(_Closed):
    """Words that decide the mode of a type where its frame leaves it open."""

    id: str
    type: EventType
    mode: str
    scope: Annotated[Scope, BeforeValidator(_scope)] = Scope.NEAR
    lemmas: Words
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class ModeWord:
    """What one word says of the mode, and how far it is heard."""

    mode: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames by word class and lemma, idle ones first, then the most specific, and the words for modes and conditions."""

    frames: tuple[Frame, ...]
    index: Mapping[tuple[str, str], tuple[Frame, ...]]
    mode_words: Mapping[EventType, Mapping[str, ModeWord]]
    classes: WordClasses
    words: frozenset[str]
    sources: Mapping[str, tuple[Path, int]] = field(default_factory=dict)

    def look_up(self, word_class: str, lemma: str) -> tuple[Frame, ...]:
        """Return the frames of a lemma, idle ones first, then the most specific."""
        return self.index.get((word_class, lemma), ())


@lru_cache(maxsize=4)
def load_frames(extra: Path | None = None) -> Frames:
    """Load the shipped frames and, laid over them, those of the folder `extra`; raise BadFrame on a fault."""
    entries: dict[str, Frame] = {}
    sources: dict[str, tuple[Path, int]] = {}
    mode_words: dict[EventType, dict[str, ModeWord]] = {}
    folders = [folder for folder in (FRAME_FOLDER, extra) if folder is not None]
    classes = load_word_classes(folders)
    for folder in folders:
        seen: set[str] = set()
        for path in sorted(folder.glob("*.yaml")):
            if path.name == "_modes.yaml":
                _add_mode_words(path, mode_words)
            if path.name.startswith("_"):
                continue
            for line, frame in _load_file(path):
                _check_frame(frame, path, line, seen, classes)
                entries[frame.id] = frame
                sources[frame.id] = (path, line)
    index = _index(entries.values())
    words = frozenset(lemma for _, lemma in index)
    return Frames(tuple(entries.values()), index, mode_words, classes, words, sources)


def _check_frame(frame: Frame, path: Path, line: int, seen: set[str], classes: WordClasses) -> None:
    """Raise BadFrame where a frame's id is taken or one of its classes is unknown."""
    if frame.id in seen:
        raise BadFrame(path, line, f"the id {frame.id} is used twice")
    seen.add(frame.id)
    for condition in filter(None, (frame.with_, frame.without)):
        for words in condition.word_lists():
            unknown = classes.find_unknown(words)
            if unknown is not None:
                allowed = ", ".join(sorted(SEEN_CLASSES | set(classes.lists)))
                raise BadFrame(path, line, f"{frame.id}: no class {unknown!r}; the classes: {allowed}")


def _load_file(path: Path) -> list[tuple[int, Frame]]:
    try:
        return load_cached_entries(path, Frame)
    except BadKnowledge as error:
        raise BadFrame(error.path, error.line, error.reason) from error


def _add_mode_words(path: Path, words: dict[EventType, dict[str, ModeWord]]) -> None:
    for _, entry in load_yaml_entries(path, ModeWords):
        for lemma in entry.lemmas:
            words.setdefault(entry.type, {})[lemma] = ModeWord(entry.mode, entry.scope)


def _index(frames: Iterable[Frame]) -> dict[tuple[str, str], tuple[Frame, ...]]:
    index: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        for lemma in frame.lemmas:
            index.setdefault((frame.word_class, lemma), []).append(frame)
    return {key: tuple(sorted(found, key=lambda f: (not f.idle, -f.weight))) for key, found in index.items()}
