"""The floor: what reading costs against spaCy as it comes and against the parse as tuned, step by step."""

from __future__ import annotations

from dataclasses import asdict

from bench.measuring import Measured, measure
from bench.reports import count_words, load_reports
from bench.row import Row
from dateline.language import load_parser
from dateline.model import Document
from dateline.settings import Coder, Settings

BARE, TUNED = "spaCy as it comes", "the parse as tuned"
_ROUNDS = 3


def measure_floor() -> list[Row]:
    """Return reading against the parse and sentences a second after it, for each coder; prints every step."""
    documents = load_reports(1)
    words, sentences = count_words(documents), count_sentences(documents)
    measured = measure(documents, list(Coder), _ROUNDS)
    _print(measured, words)
    rows = []
    bare = measured.times[BARE].processor
    for coder in Coder:
        read = measured.times[f"dateline.read, {coder}"].processor
        of_spacy, of_parse = (read / measured.times[name].processor for name in (BARE, TUNED))
        steps = measured.steps[coder]
        after = sum(spent for name, spent in steps.items() if name != "parse")
        detail = _result(measured, words) if coder is Coder.FAST else {}
        rows.append(Row(f"floor, {coder}", of_spacy, f"times spaCy as it comes; {of_parse:.2f} of the parse", detail))
        rows.append(
            Row(
                f"after the parse, {coder}",
                after / steps["parse"],
                f"of the parse, {after / bare:.2f} of spaCy as it comes; {sentences / after:,.0f} sentences a second",
            )
        )
    return rows


def count_sentences(documents: list[Document]) -> int:
    """Return the sentences that the parser finds."""
    parser = load_parser(Settings().model)
    return sum(len(parse.sentences) for parse in parser.parse_many(documents))


def _print(measured: Measured, words: int) -> None:
    bare, tuned = measured.times[BARE].processor, measured.times[TUNED].processor
    print(f"{'':34}{'seconds':>9}{'words/s':>10}{'of spaCy':>10}{'of parse':>10}")
    for name, seconds in measured.times.items():
        spent = seconds.processor
        print(f"{name:34}{spent:9.2f}{words / spent:10,.0f}{spent / bare:10.2f}{spent / tuned:10.2f}")
    for coder, steps in measured.steps.items():
        print(f"\nsteps of reading, {coder}, as shares of the parse")
        for name, spent in steps.items():
            if name != "parse":
                print(f"  {name:32}{spent:9.2f}{100 * spent / steps['parse']:19.0f} %")
        rest = sum(spent for name, spent in steps.items() if name != "parse")
        print(f"  {'all of it':32}{rest:9.2f}{100 * rest / steps['parse']:19.0f} %")


def _result(measured: Measured, words: int) -> dict[str, object]:
    bare, tuned = measured.times[BARE].processor, measured.times[TUNED].processor
    return {
        "words": words,
        "rounds": _ROUNDS,
        "times": {
            name: asdict(seconds)
            | {
                "words_per_second": round(words / seconds.processor),
                "of_spacy": round(seconds.processor / bare, 3),
                "of_parse": round(seconds.processor / tuned, 3),
            }
            for name, seconds in measured.times.items()
        },
        "steps": {
            coder: {name: round(spent / steps["parse"], 4) for name, spent in steps.items()}
            for coder, steps in measured.steps.items()
        },
    }
