"""`python -m bench [ROW…]`: measures, prints a table of ratios, and keeps the result with its day and machine.

Each row is a ratio within one run, so that results of two machines can be compared. Rows that need corpora which are not
part of the repository skip themselves and say so.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from bench.machine import describe_machine
from bench.row import Row

RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Measure, print and keep."""
    rows = _list_rows()
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("row", nargs="*", help=f"what to measure, all if left out: {', '.join(rows)}")
    parser.add_argument("--keep-nothing", action="store_true", help="print only")
    given = parser.parse_args()
    if unknown := set(given.row) - rows.keys():
        parser.error(f"no row {', '.join(sorted(unknown))}; there are {', '.join(rows)}")
    machine = describe_machine()
    print(f"{machine['processor']}, {machine['cores']} cores, load {machine['load']}, Python {machine['python']}\n")
    measured = []
    for name in given.row or rows:
        for row in rows[name]():
            print(f"{row.name:26}{'' if row.ratio is None else f'{row.ratio:.3g}':>8}  {row.words}", flush=True)
            measured.append(row)
    if not given.keep_nothing:
        print(f"\nkept in {_keep(measured, machine)}")


def _list_rows() -> dict[str, Callable[[], list[Row]]]:
    """Return what can be measured, by name."""
    from bench import floor, others, recoding, runs, scaling

    return {
        "floor": floor.measure_floor,
        "workers": scaling.measure_workers,
        "ray": scaling.measure_ray,
        "recode": recoding.measure_recoding,
        "skipping": runs.measure_skipping,
        "lengths": runs.measure_lengths,
        "numbers": runs.measure_numbers,
        "copies": others.measure_copies,
        "joins": others.measure_joins,
    }


def _keep(rows: list[Row], machine: dict[str, object]) -> Path:
    now = datetime.now(UTC)
    result = {
        "when": now.isoformat(timespec="seconds"),
        "machine": machine,
        "rows": [{name: value for name, value in asdict(row).items() if value} for row in rows],
    }
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{now:%Y-%m-%dT%H%M%S}.json"
    path.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path.relative_to(RESULTS.parent.parent)


if __name__ == "__main__":
    main()
