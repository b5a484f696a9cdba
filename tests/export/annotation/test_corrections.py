import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.invented import strike

import dateline
from dateline.archive import ArchiveReader
from dateline.archive.decisions import Change, Target, Verdict, read_decisions, standing_decisions
from dateline.errors import ArchiveError, BadInput
from dateline.export import export
from dateline.export.annotation.brat_reading import iter_brat_texts
from dateline.export.annotation.corrections import take_corrections
from dateline.export.annotation.label_studio import Units
from dateline.export.annotation.label_studio_reading import iter_label_studio_texts

STRIKE = str(strike().document.id)


@pytest.fixture
def brat(corrected_archive, tmp_path):
    """The folder for brat of the two invented reports."""
    with dateline.open(corrected_archive) as situation:
        export(situation, "brat", tmp_path / "brat")
    return tmp_path / "brat"


@pytest.fixture
def take(corrected_archive):
    def run(folder, author="A. Coder"):
        return take_corrections(corrected_archive, iter_brat_texts(folder), author=author, via="brat")

    return run


@pytest.fixture
def decided(corrected_archive):
    def read():
        with ArchiveReader(corrected_archive) as reader:
            return [(d.decision.verdict, d.decision.target, d.decision.change) for d in standing_decisions(reader)]

    return read


def edit(path, *changes):
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def test_what_nobody_touched_is_no_decision(brat, take, decided):
    summary = take(brat)
    assert (summary.reports, summary.logged, summary.unchanged) == (2, 0, 21)
    assert decided() == []


def test_offsets_of_brat_count_code_points(brat):
    assert "\tevent-ASSAULT 9 16\tshelled\n" in (brat / f"{STRIKE}.ann").read_text(encoding="utf-8")
    assert (brat / f"{STRIKE}.txt").read_text(encoding="utf-8")[9:16] == "shelled"


def test_words_in_two_lines_are_two_pieces_in_brat_and_no_change(brat, take):
    assert "statement 89 95;96 103;120 140" in (brat / f"{STRIKE}.ann").read_text(encoding="utf-8")
    assert take(brat).moved == 0


def test_moved_retyped_added_and_deleted_marks_become_decisions(brat, take, decided):
    edit(
        brat / f"{STRIKE}.ann",
        ("T1\tevent-ASSAULT 9 16\tshelled\n", "T1\tevent-MOBILIZE 9 16\tshelled\n"),
        ("T10\tplace-city 17 23\tAleppo\n", "T10\tplace-city 17 35\tAleppo in November\n"),
        ("T12\ttime-DATE 27 35\tNovember\n", ""),
        ("E1\t", "T40\tposition-demand 124 140\twill be answered\nE1\t"),
    )  # fmt: skip
    summary = take(brat)
    assert (summary.retyped, summary.moved, summary.deleted, summary.added) == (1, 1, 1, 1)
    assert set(decided()) == {
        (Verdict.CORRECT, Target(STRIKE, "event", 9, 16, "ASSAULT"), Change("MOBILIZE", ((9, 16),))),
        (Verdict.CORRECT, Target(STRIKE, "place", 17, 23, "city"), Change("city", ((17, 35),))),
        (Verdict.REJECT, Target(STRIKE, "time", 27, 35, "DATE"), None),
        (Verdict.ADD, Target(STRIKE, "position", 124, 140, "demand"), None),
    }


def test_taking_the_same_folder_again_logs_nothing_more(brat, take, decided):
    edit(brat / f"{STRIKE}.ann", ("T12\ttime-DATE 27 35\tNovember\n", ""))
    take(brat)
    before = decided()
    again = take(brat)
    assert (again.logged, again.known) == (0, 1)
    assert decided() == before


def test_another_author_decides_for_themselves(brat, take):
    edit(brat / f"{STRIKE}.ann", ("T12\ttime-DATE 27 35\tNovember\n", ""))
    take(brat)
    assert take(brat, author="B. Coder").deleted == 1


def test_change_that_was_taken_back_is_undone_in_the_log(brat, take, decided, corrected_archive):
    line = "T12\ttime-DATE 27 35\tNovember\n"
    edit(brat / f"{STRIKE}.ann", (line, ""))
    take(brat)
    edit(brat / f"{STRIKE}.ann", ("E1\t", f"{line}E1\t"))
    assert take(brat).taken_back == 1
    assert decided() == []
    with ArchiveReader(corrected_archive) as reader:
        assert [d.decision.verdict for d in read_decisions(reader)] == [Verdict.REJECT, Verdict.UNDO]


def test_what_an_export_did_not_hold_is_not_taken_for_deleted(corrected_archive, tmp_path, take):
    with dateline.open(corrected_archive) as situation:
        export(situation.with_scope(types=("AID",)), "brat", tmp_path / "aid")
    summary = take(tmp_path / "aid")
    assert (summary.reports, summary.logged) == (1, 0)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ([("9 16\tshelled", "9 999\tshelled")], "9 to 999 lies outside the text"),
        ([("event-ASSAULT 9", "event-WAR 9")], "'event-WAR' is no label of ours"),
        ([("T1\tevent-ASSAULT 9 16", "T1 event-ASSAULT 9 16")], "is no mark as brat writes them"),
        ([("9 16\tshelled", "16 9\tshelled")], "lies outside"),
    ],
)
def test_fault_in_a_file_is_told_with_its_line_and_nothing_is_logged(brat, take, decided, changes, message):
    edit(brat / f"{STRIKE}.ann", *changes)
    with pytest.raises(BadInput, match=message) as caught:
        take(brat)
    assert f"{STRIKE}.ann:1: " in str(caught.value)
    assert decided() == []


def test_text_that_was_changed_is_refused(brat, take):
    edit(brat / f"{STRIKE}.txt", ("shelled", "bombed"))
    with pytest.raises(BadInput, match="not the one in the archive"):
        take(brat)


def test_folder_that_no_export_made_is_refused(tmp_path, take):
    with pytest.raises(BadInput, match=r"there is no dateline\.json"):
        take(tmp_path)
    (tmp_path / "dateline.json").write_text('{"../../etc/passwd": []}')
    with pytest.raises(BadInput, match="not what an export wrote"):
        take(tmp_path)


def test_report_of_another_archive_is_refused(brat, tmp_path):
    from dateline.archive import ArchiveWriter

    ArchiveWriter(tmp_path / "empty.db").close()
    with pytest.raises(BadInput, match="has no report"):
        take_corrections(tmp_path / "empty.db", iter_brat_texts(brat), author="A", via="brat")
    with pytest.raises(ArchiveError, match="no such archive"):
        take_corrections(tmp_path / "none.db", iter_brat_texts(brat), author="A", via="brat")


@pytest.fixture
def label_studio(corrected_archive, tmp_path):
    """What Label Studio would export: each task with its predictions taken over as an annotation."""
    with dateline.open(corrected_archive) as situation:
        export(situation, "label-studio", tmp_path / "tasks")
    tasks = json.loads((tmp_path / "tasks" / "tasks.json").read_text(encoding="utf-8"))
    for task in tasks:
        task["annotations"] = [{"id": 1, "was_cancelled": False, "result": task.pop("predictions")[0]["result"]}]
    return tasks


@pytest.fixture
def take_tasks(corrected_archive, tmp_path):
    def run(tasks):
        path = tmp_path / "corrected.json"
        path.write_text(json.dumps(tasks), encoding="utf-8")
        texts = iter_label_studio_texts(path)
        return take_corrections(corrected_archive, texts, author="A. Coder", via="label-studio")

    return run


def region(tasks, identifier):
    return next(r for t in tasks for r in t["annotations"][0]["result"] if r["value"]["text"] == identifier)


def test_offsets_of_label_studio_count_utf_16_units(label_studio):
    value = region(label_studio, "shelled")["value"]
    assert (value["start"], value["end"]) == (10, 17)  # the emoji counts twice there
    text = label_studio[1]["data"]["text"]
    assert text.encode("utf-16-le")[20:34].decode("utf-16-le") == "shelled"


def test_tasks_that_came_back_unchanged_are_no_decision(label_studio, take_tasks):
    summary = take_tasks(label_studio)
    assert (summary.reports, summary.unchanged, summary.logged) == (2, 21, 0)


def test_label_moved_changed_added_and_deleted_in_label_studio(label_studio, take_tasks, decided):
    region(label_studio, "shelled")["value"]["labels"] = ["event-COERCE"]
    region(label_studio, "Aleppo")["value"]["end"] += 12
    results = label_studio[1]["annotations"][0]["result"]
    results.remove(region(label_studio, "November"))
    results.append({"id": "xYz", "type": "labels", "value": {"start": 2 + 1, "end": 8 + 1, "labels": ["place-area"]}})
    summary = take_tasks(label_studio)
    assert (summary.retyped, summary.moved, summary.deleted, summary.added) == (1, 1, 1, 1)
    assert (Verdict.CORRECT, Target(STRIKE, "place", 17, 23, "city"), Change("city", ((17, 35),))) in decided()
    assert (Verdict.ADD, Target(STRIKE, "place", 2, 8, "area"), None) in decided()
    assert take_tasks(label_studio).logged == 0


def test_task_that_nobody_annotated_is_passed_over(label_studio, take_tasks):
    label_studio[0]["annotations"] = []
    label_studio[1]["annotations"][0]["was_cancelled"] = True
    assert take_tasks(label_studio).reports == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("no json", "is no JSON"),
        ("[" * 100_000, "is JSON that is nested too deeply"),
        ("{}", "is no list of tasks"),
        ("[1]", r"\(task 1\): is no task: an object"),
        ('[{"data": {"text": "x"}}]', r"\(task 1\): data.document: Field required"),
        ('[{"data": {"text": "x", "document": "y", "marks": []}, "annotations": [{"result": [{"id": "1", "type": "labels", '
         '"value": {"start": 0, "end": 9, "labels": ["actor"]}}]}]}]', "lies outside the text"),
        ('[{"data": {"text": "x", "document": "y", "marks": []}, "annotations": [{"result": [{"id": "1", "type": "labels", '
         '"value": {"start": 0, "end": 1, "labels": ["a", "b"]}}]}]}]', "one label, start and end"),
    ],
)  # fmt: skip
def test_file_that_is_not_label_studios_is_refused(tmp_path, corrected_archive, content, message):
    path = tmp_path / "wrong.json"
    path.write_text(content)
    with pytest.raises(BadInput, match=message):
        take_corrections(corrected_archive, iter_label_studio_texts(path), author="A", via="label-studio")


def test_manifest_that_is_nested_too_deeply_is_refused(tmp_path):
    (tmp_path / "dateline.json").write_text("[" * 100_000)
    with pytest.raises(BadInput, match="is JSON that is nested too deeply"):
        list(iter_brat_texts(tmp_path))


@given(st.text(alphabet="aé漢😀𝔘", max_size=20), st.data())
def test_units_and_code_points_are_changed_into_each_other_without_loss(text, data):
    offset = data.draw(st.integers(0, len(text)))
    units = Units(text).to_units(offset)
    assert units == len(text[:offset].encode("utf-16-le")) // 2
    assert Units(text).to_points(units) == offset
