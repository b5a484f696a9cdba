"""`python -m bench`: times reading on the bundled reports, prints ratios, and keeps the result with its day."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from bench.machine import describe_machine
from bench.measuring import Measured, measure
from bench.reports import count_words, load_reports
from dateline.settings import Coder

RESULTS = Path(__file__).parent / "results"
BARE, TUNED = "spaCy as it comes", "the parse as tuned"


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--repeat", type=int, default=1, help="how often each bundled report is read (default 1)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, of which the best counts (default 5)")
    parser.add_argument("--coder", choices=[c.value for c in Coder], help="only this coder; both if left out")
    parser.add_argument("--keep-nothing", action="store_true", help="print only")
    given = parser.parse_args()
    documents = load_reports(given.repeat)
    words = count_words(documents)
    machine = describe_machine()
    coders = [Coder(given.coder)] if given.coder else list(Coder)
    print(f"{len(documents)} reports, {words:,} words, best of {given.rounds} rounds, processor time")
    print(f"{machine['processor']}, {machine['cores']} cores, load {machine['load']}, Python {machine['python']}\n")
    measured = measure(documents, coders, given.rounds)
    _print(measured, words)
    if not given.keep_nothing:
        print(f"\nkept in {_keep(measured, machine, len(documents), words, given.rounds)}")


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


def _keep(measured: Measured, machine: dict[str, object], reports: int, words: int, rounds: int) -> Path:
    now = datetime.now(UTC)
    bare, tuned = measured.times[BARE].processor, measured.times[TUNED].processor
    result = {
        "when": now.isoformat(timespec="seconds"),
        "machine": machine,
        "reports": reports,
        "words": words,
        "rounds": rounds,
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
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{now:%Y-%m-%dT%H%M%S}.json"
    path.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path.relative_to(RESULTS.parent.parent)


if __name__ == "__main__":
    main()
