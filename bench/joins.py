"""`python -m bench.joins`: what joining events costs, for ten times the reports again and again."""

from __future__ import annotations

import argparse
import json
import time
from datetime import UTC, datetime

from bench.__main__ import RESULTS
from bench.invented_events import invent_mentions
from bench.machine import describe_machine
from dateline.compare.same_event import group_events, link_events


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(prog="python -m bench.joins", description=__doc__)
    parser.add_argument("--reports", type=int, default=100_000, help="the largest number of reports (default 100000)")
    parser.add_argument(
        "--days", type=int, help="spread all over so many days; as many as the reports ask for if left out"
    )
    parser.add_argument("--keep-nothing", action="store_true", help="print only")
    given = parser.parse_args()
    rows: list[dict[str, float]] = []
    for reports in (given.reports // 100, given.reports // 10, given.reports):
        rows.append(measure(reports, given.days))
        times = rows[-1]["seconds"] / rows[-2]["seconds"] if len(rows) > 1 else 1.0
        print("  ".join(f"{name} {value:,}" for name, value in rows[-1].items()), f"  times {times:.1f}", flush=True)
    if not given.keep_nothing:
        now = datetime.now(UTC)
        path = RESULTS / f"{now:%Y-%m-%dT%H%M%S}-joins.json"
        result = {
            "when": now.isoformat(timespec="seconds"),
            "machine": describe_machine(),
            "days": given.days,
            "rows": rows,
        }
        path.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
        print(f"kept in {path.relative_to(RESULTS.parent.parent)}")


def measure(reports: int, days: int | None) -> dict[str, float]:
    """Return what joining so many invented reports took, in seconds of the processor."""
    mentions = invent_mentions(reports, days=days)
    began = time.process_time()
    links = list(link_events(mentions))
    linked = time.process_time()
    clusters = group_events(mentions, links)
    ended = time.process_time()
    return {
        "reports": reports, "mentions": len(mentions), "links": len(links), "events": len(clusters),
        "linking": round(linked - began, 2), "grouping": round(ended - linked, 2), "seconds": round(ended - began, 2),
    }  # fmt: skip


if __name__ == "__main__":
    main()
