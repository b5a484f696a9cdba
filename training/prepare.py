"""Parse reports once and write down what the networks learn from, in numbers.

usage: prepare.py --gold ../shared/gold/train annotations --out annotated.npz
       prepare.py --plain ../shared/corpora/reuters_1987.jsonl --without ../shared/gold/dev annotations/apart --out plain.npz
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from gold import Example, load_examples, load_reports
from layers import LAYERS
from plain import load_plain
from prepared import CERTAIN, Numbers, Prepared

from dateline.extract.taggers import labels
from dateline.extract.taggers.taggers import MODELS
from dateline.extract.taggers.wordpiece import WordPieces


def prepare(examples: Iterable[Example]) -> Prepared:
    """Return annotated reports, or parses with nothing judged, in numbers."""
    vocabulary = WordPieces(MODELS / "vocab.txt")
    pieces: list[int] = []
    names, ends, sentences, reports, targets, candidates, parties, dates = [], [], [], [], [], [], [], []
    first = 0
    for example in examples:
        parse = example.parse
        for text in parse.columns.text:
            pieces.extend(vocabulary.split(text))
            ends.append(len(pieces))
        sentences += [(first + s.first, first + s.last) for s in parse.sentences]
        targets.append(np.stack([example.targets[layer] for layer in LAYERS]))
        candidates += [token.pos_ in labels.TRIGGER_TAGS for token in parse.tokens]
        for pairs, into in ((example.parties, parties), (example.dates, dates)):
            into += [(first + p.trigger, first + w, r) for p in pairs for w, r in zip(p.words, p.roles, strict=True)]
        first += len(parse)
        names.append(example.gold["id"])
        reports.append(first)
    return Prepared(
        np.array(names),
        np.array(pieces, np.uint16),
        np.array(ends),
        np.array(sentences),
        np.array(reports),
        np.hstack(targets).astype(np.int8),
        np.tile(np.array([0, CERTAIN, 0], np.uint8), (len(ends), 1)),
        np.array(candidates),
        _in_order(parties),
        _in_order(dates),
    )


def _in_order(pairs: Sequence[tuple[int, int, int]]) -> Numbers:
    return np.array(sorted(pairs), np.int64).reshape(-1, 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="+", help="folders of annotated reports")
    parser.add_argument("--plain", type=Path, nargs="+", help="corpora (JSON lines with texts) that nobody annotated")
    parser.add_argument("--without", type=Path, nargs="*", default=[], help="folders of reports kept apart")
    parser.add_argument("--limit", type=int, help="the first so many reports only")
    parser.add_argument("--parts", type=int, default=1, help="write so many files, numbered from 1")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    if options.gold:
        examples = load_examples(options.gold, limit=options.limit)
    else:
        examples = load_plain(options.plain, load_reports(options.without), limit=options.limit)
    for part in range(options.parts):
        path = options.out.with_stem(f"{options.out.stem}-{part + 1}") if options.parts > 1 else options.out
        prepared = prepare(examples[part :: options.parts])
        prepared.save(path)
        print(f"{path}: {len(prepared.reports)} reports, {len(prepared.pieces)} pieces")


if __name__ == "__main__":
    main()
