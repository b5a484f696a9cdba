import os
import signal
from datetime import date

import pytest
from tests.run.fake_readers import die_loading, load, load_in_vain

from dateline.archive import ArchiveReader, ArchiveWriter
from dateline.errors import DatelineError
from dateline.run import AsNeeded, Failed, Pool, Read, Stop, read_items
from dateline.run.batches import BATCH
from dateline.sources import make_document

FEW = 3


def documents(*texts):
    return [make_document(f"{text}\n", source=f"{n}", published=date(2015, 11, 26)) for n, text in enumerate(texts)]


def plain(count):
    return documents(*(f"Ministers met for the {n}th time." for n in range(count)))


def processes(outcomes):
    return {o.record.diagnostics[0].message for o in outcomes if isinstance(o, Read) and o.record}


def test_records_come_in_the_order_of_the_input_from_several_processes():
    some = plain(4 * BATCH)
    some[0] = make_document("SLOW is the first.", source="0")
    with Pool(load, 2) as pool:
        outcomes = list(read_items(some, pool, None))
    assert [o.document.source for o in outcomes] == [d.source for d in some]
    assert len(processes(outcomes)) == 2
    assert str(os.getpid()) not in processes(outcomes)


def test_report_that_kills_its_process_costs_only_itself(tmp_path):
    some = plain(2 * BATCH)
    some[3] = make_document("DIE here.", source="killer")
    with Pool(load, 2) as pool, ArchiveWriter(tmp_path / "x.db") as archive:
        outcomes = list(read_items(some, pool, archive))
    assert [o.document.source for o in outcomes] == [d.source for d in some]
    assert [o.reason for o in outcomes if isinstance(o, Failed)] == ["the process that read it was ended by SIGKILL"]
    with ArchiveReader(tmp_path / "x.db") as archive:
        assert len(archive) == 2 * BATCH - 1


def test_process_that_is_killed_from_outside_costs_nothing(tmp_path):
    some = plain(BATCH)
    some[2] = make_document(f"ONCE {tmp_path / 'killed'}", source="2")
    with Pool(load, 1) as pool:
        outcomes = list(read_items(some, pool, None))
    assert (tmp_path / "killed").exists()
    assert [o.document.source for o in outcomes if isinstance(o, Read)] == [d.source for d in some]


def test_text_that_breaks_the_reader_in_another_process_costs_only_itself():
    with Pool(load, 1) as pool:
        outcomes = list(read_items(documents("One.", "BAD.", "Three."), pool, None))
    assert [type(o) for o in outcomes] == [Read, Failed, Read]


def test_reader_that_cannot_be_loaded_is_told_in_one_line():
    with Pool(load_in_vain, 2) as pool, pytest.raises(DatelineError, match=r"^en_core: no spaCy pipeline of that name"):
        list(read_items(plain(FEW), pool, None))


def test_processes_that_die_while_they_load_end_the_run():
    with Pool(die_loading, 1) as pool, pytest.raises(DatelineError, match="die while they load"):
        list(read_items(plain(FEW), pool, None))


def test_few_reports_are_read_in_this_process():
    with AsNeeded(load, 2, Stop()) as engine:
        outcomes = list(read_items(plain(FEW), engine, None))
    assert processes(outcomes) == {str(os.getpid())}
    assert len(outcomes) == FEW


def test_many_reports_are_read_in_several_processes():
    some = plain(6 * BATCH)
    with AsNeeded(load, 2, Stop()) as engine:
        outcomes = list(read_items(some, engine, None))
    assert str(os.getpid()) not in processes(outcomes)
    assert [o.document.source for o in outcomes] == [d.source for d in some]


def test_one_worker_is_this_process_however_many_reports_there_are():
    with AsNeeded(load, 1, Stop()) as engine:
        outcomes = list(read_items(plain(6 * BATCH), engine, None))
    assert processes(outcomes) == {str(os.getpid())}


def press_after_the_first(outcomes, reported):
    for outcome in outcomes:
        reported.append(outcome.document.source)
        if len(reported) == 1:
            signal.raise_signal(signal.SIGINT)


def test_ctrl_c_keeps_what_was_reported_and_ends_the_processes(tmp_path):
    some = [make_document(f"SLOW. {n}", source=str(n)) for n in range(3 * BATCH)]
    reported = []
    with ArchiveWriter(tmp_path / "x.db") as archive, Stop() as stop, Pool(load, 2) as pool:
        with pytest.raises(KeyboardInterrupt):
            press_after_the_first(read_items(some, pool, archive, stop), reported)
        processes = pool.pids
    assert not any(_is_running(pid) for pid in processes)
    with ArchiveReader(tmp_path / "x.db") as archive:
        assert [r.document.source for r in archive.iter_records()] == reported


def _is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
