"""A run to be killed: `python -m tests.run.fake_run ARCHIVE REPORTS`."""

import sys
from pathlib import Path

from tests.run.fake_readers import load_steady

from dateline.archive import ArchiveWriter
from dateline.run import Pool, read_items
from dateline.sources import make_document


def make_reports(count):
    return [make_document(f"Ministers met for the {n}th time.", source=f"table.jsonl:{n}") for n in range(count)]


def main():
    path, count = Path(sys.argv[1]), int(sys.argv[2])
    with ArchiveWriter(path) as archive, Pool(load_steady, 2) as pool:
        for outcome in read_items(make_reports(count), pool, archive):
            if outcome.record is not None:
                print(outcome.document.id, flush=True)


if __name__ == "__main__":
    main()
