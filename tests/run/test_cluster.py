"""Reading on a Ray cluster of two workers on this machine."""

import os
from datetime import date

import pytest
from tests.run.fake_readers import load, load_in_vain

from dateline.errors import DatelineError
from dateline.run import Failed, Pool, Read, read_items
from dateline.run.batches import BATCH
from dateline.sources import make_document

pytest.importorskip("ray", reason="Ray is not installed (extra “ray”)")

from dateline.run.cluster import RayWorker, ray_cluster


@pytest.fixture(scope="module")
def cluster():
    with ray_cluster(2):
        yield


def plain(count):
    texts = (f"Ministers met for the {n}th time." for n in range(count))
    return [make_document(text, source=str(n), published=date(2015, 11, 26)) for n, text in enumerate(texts)]


@pytest.mark.usefixtures("cluster")
def test_records_come_from_the_cluster_in_the_order_of_the_input():
    some = plain(4 * BATCH)
    with Pool(load, 2, RayWorker) as pool:
        outcomes = list(read_items(some, pool, None))
    assert [o.document.source for o in outcomes] == [d.source for d in some]
    processes = {o.record.diagnostics[0].message for o in outcomes}
    assert len(processes) == 2
    assert str(os.getpid()) not in processes


@pytest.mark.usefixtures("cluster")
def test_worker_that_is_killed_in_the_middle_costs_nothing(tmp_path):
    some = plain(2 * BATCH)
    some[5] = make_document(f"ONCE {tmp_path / 'killed'}", source="5")
    with Pool(load, 2, RayWorker) as pool:
        outcomes = list(read_items(some, pool, None))
    assert (tmp_path / "killed").exists()
    assert [o.document.source for o in outcomes if isinstance(o, Read)] == [d.source for d in some]


@pytest.mark.usefixtures("cluster")
def test_report_that_kills_its_worker_costs_only_itself():
    some = plain(BATCH)
    some[5] = make_document("DIE here.", source="5")
    with Pool(load, 1, RayWorker) as pool:
        outcomes = list(read_items(some, pool, None))
    assert [o.document.source for o in outcomes if isinstance(o, Failed)] == ["5"]
    assert len(outcomes) == BATCH


@pytest.mark.usefixtures("cluster")
def test_reader_that_cannot_be_loaded_is_told_in_one_line():
    with Pool(load_in_vain, 1, RayWorker) as pool, pytest.raises(DatelineError, match=r"^en_core: no spaCy pipeline"):
        list(read_items(plain(2), pool, None))


def test_cluster_that_does_not_answer_is_told_in_one_line():
    with pytest.raises(DatelineError, match="no Ray cluster"), ray_cluster(1, "127.0.0.1:1"):
        pass


@pytest.mark.usefixtures("cluster")
def test_nothing_is_sent_to_rays_makers():
    assert os.environ["RAY_USAGE_STATS_ENABLED"] == "0"
