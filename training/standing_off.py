"""Annotations of public reports without their words: offsets and judgements here, the texts in the corpora they come from.

A file `annotations/CORPUS.jsonl` annotates reports of `CORPUS.jsonl`. Each line names the report (or those whose texts
stand in it one after the other), a hash of the text the offsets count in, and the pieces of the guide with offsets. It
is made from YAML that quotes words, as `reports.py` reads it, with `reports` (and `end`, where only the beginning of a
text is annotated) in the place of `id` and `text`. That YAML holds other people's words and is not kept.

usage: standing_off.py --corpus ../shared/corpora/NAME.jsonl FILE.yaml [FILE.yaml ...]     adds to annotations/NAME.jsonl, where
                                                                                           it takes the place of what is there
                                                                                           of the same reports
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from reports import BadReport, compile_report

ANNOTATIONS = Path(__file__).parent / "annotations"
CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
BETWEEN = "\n\n"
"""What stands between the texts of several short reports that were annotated as one."""

_PLACED = {"events": ("span",), "statements": ("content_spans", "cue_span", "speaker_span"), "positions": ("span",)}
_JUDGED = {
    "events": ("same", "type", "mode", "actors", "recipients", "status", "date", "killed", "injured", "source"),
    "statements": ("speaker", "directness", "anonymous"),
    "positions": ("holder", "kind", "toward", "source"),
}


class LostText(ValueError):
    """A corpus that does not hold the text an annotation was made on."""


def load_annotations(path: Path, corpora: Path = CORPORA) -> Iterator[dict[str, Any]]:
    """Yield the reports of a file in the form of the annotated reports of gold; raise LostText without the same words."""
    texts = read_texts(corpora / path.name)
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        text = _find_text(texts, entry)
        if _hash(text) != entry["hash"]:
            raise LostText(f"{path}: the text of {', '.join(entry['reports'])} is not the one that was annotated")
        actors = {
            key: {**actor, "aliases": [text[start:end] for start, end in actor["spans"]]}
            for key, actor in entry["actors"].items()
        }
        layers = {layer: [dict.fromkeys(_JUDGED[layer]) | piece for piece in entry[layer]] for layer in _PLACED}
        yield {**entry, **layers, "id": entry["reports"][0], "text": text, "actors": actors, "times": [], "places": []}


def strip_words(path: Path, texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the line that a file of quoted words comes to; raise BadReport where it does not fit its text."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    named = {key: entries.pop(key) for key in ("reports", "end") if key in entries}
    text = _find_text(texts, named)
    report = compile_report({**entries, "id": named["reports"][0], "text": text}, path)
    return {
        **named,
        "published": report["published"],
        "hash": _hash(text),
        "actors": {key: _place_actor(actor, text) for key, actor in report["actors"].items()},
        **{layer: [_strip(piece, layer) for piece in report[layer]] for layer in _PLACED},
    }


def read_texts(corpus: Path) -> dict[str, str]:
    """Return the texts of a corpus by their ids."""
    entries = map(json.loads, corpus.read_text(encoding="utf-8").splitlines())
    return {entry["id"]: entry["text"] for entry in entries}


def _find_text(texts: Mapping[str, str], entry: Mapping[str, Any]) -> str:
    lost = [number for number in entry["reports"] if number not in texts]
    if lost:
        raise LostText(f"no report {', '.join(lost)} in the corpus")
    return BETWEEN.join(texts[number] for number in entry["reports"])[: entry.get("end")]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _place_actor(actor: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Return an actor with the first place of each of its names in the place of the name."""
    names = dict.fromkeys(filter(None, [*actor["aliases"], actor["name"]]))
    spans = [[text.find(name), text.find(name) + len(name)] for name in names if name in text]
    return {"country": actor["country"], "sector": actor["sector"], "spans": spans}


def _strip(piece: Mapping[str, Any], layer: str) -> dict[str, Any]:
    kept = {key: piece[key] for key in (*_PLACED[layer], *_JUDGED[layer]) if piece.get(key) not in (None, [], False)}
    condition = piece.get("condition")
    if condition:
        kept["condition"] = {"span": condition["span"], "relation": condition["relation"]}
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--corpus", type=Path, required=True)
    options = parser.parse_args()
    texts, out = read_texts(options.corpus), ANNOTATIONS / options.corpus.name
    lines = out.read_text(encoding="utf-8").splitlines() if out.exists() else []
    kept = {tuple(entry["reports"]): entry for entry in map(json.loads, lines)}
    for path in options.files:
        try:
            entry = strip_words(path, texts)
        except (BadReport, LostText) as error:
            sys.exit(str(error))
        kept[tuple(entry["reports"])] = entry
    out.write_text("".join(json.dumps(e, separators=(",", ":")) + "\n" for e in kept.values()), encoding="utf-8")
    print(f"{out}: {len(kept)} reports")


if __name__ == "__main__":
    main()
