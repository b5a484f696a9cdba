"""What records are made with, as an archive notes it: see `archive.Recipe`."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from dateline.archive import Ingredient, Recipe
from dateline.knowledge.actors.entries import NamedEntry
from dateline.knowledge.actors.loading import load_own_actors
from dateline.knowledge.frames.loading import FRAME_FOLDER, Frame, load_frames
from dateline.settings import Settings

_PACKAGE: Final = Path(__file__).parent.parent
_READS: Final = ("pipeline.py", "extract", "knowledge", "language", "model")
"""The parts of the program that a record depends on."""
_LARGE: Final = 1_000_000
"""Bytes from which a file (models, the gazetteer) is known by its size and both ends: hashing it takes too long."""
_END: Final = 1 << 16


def make_recipe(settings: Settings) -> Recipe:
    """Return what `settings` make records with; raise BadKnowledge where the user's files are faulty."""
    frames = {frame.id: _of_frame(frame) for frame in load_frames(settings.frames).frames}
    actors = {entry.id: _of_actor(entry) for entry in load_own_actors(settings.actors)}
    return Recipe(settings.coder.value, name_model(settings.model), _hash_rules(settings.frames), frames, actors)


def name_model(model: str) -> str:
    """Return a parser with the version that is installed."""
    try:
        return f"{model} {version(model.replace('_', '-'))}"
    except PackageNotFoundError:
        found = importlib.util.find_spec(model)
        return model if found is None else f"{model} at {found.origin}"


def _of_frame(frame: Frame) -> Ingredient:
    return Ingredient(_hash_text(frame.model_dump_json(exclude={"yes", "no", "gloss"})), frame.lemmas)


def _of_actor(entry: NamedEntry) -> Ingredient:
    """Return an actor with all its names; one that holds an office is meant by its surname and its country too."""
    names = [entry.name, *entry.also, *entry.ambiguous, *entry.local, *entry.adjectives, *entry.people, *entry.seats]
    names += [entry.capital] if entry.capital else []
    holds_office = bool(entry.office and entry.country)
    if holds_office:
        names += [name.split()[-1] for name in (entry.name, *entry.also)]
    return Ingredient(_hash_text(entry.model_dump_json()), tuple(names), entry.country if holds_office else None)


def _hash_rules(own: Path | None) -> str:
    """Return a hash of everything a record depends on but frames and the user's actors."""
    digest = hashlib.sha256(_hash_program().encode())
    for path in sorted(own.glob("_*.yaml")) if own else ():
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:32]


@lru_cache(maxsize=1)
def _hash_program() -> str:
    digest = hashlib.sha256()
    for path in _iter_files():
        digest.update(str(path.relative_to(_PACKAGE)).encode() + b"\0")
        digest.update(_read_ends(path) if path.stat().st_size >= _LARGE else path.read_bytes())
    digest.update(json.dumps(_find_versions(), sort_keys=True).encode())
    return digest.hexdigest()


def _iter_files() -> Iterator[Path]:
    for part in _READS:
        place = _PACKAGE / part
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            is_frame = path.parent == FRAME_FOLDER and not path.name.startswith("_")
            if path.is_file() and "__pycache__" not in path.parts and not is_frame:
                yield path


def _find_versions() -> Mapping[str, str]:
    """Return the versions of the libraries whose arithmetic decides."""
    return {name: version(name) for name in ("spacy", "onnxruntime")}


def _read_ends(path: Path) -> bytes:
    with path.open("rb") as file:
        head = file.read(_END)
        file.seek(-_END, 2)
        return f"{path.stat().st_size}".encode() + head + file.read()


def _hash_text(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
