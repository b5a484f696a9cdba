import json
import tempfile
from pathlib import Path

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.export.annotation.brat import lines_of
from dateline.export.annotation.brat_reading import iter_marks_of
from dateline.export.annotation.marks import LAYER_TYPES, all_labels, iter_marks, label_of, read_label
from dateline.export.chosen.selection import ChosenReport
from dateline.model import Record

ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "body", "target"],
    "properties": {"type": {"const": "Annotation"}, "body": {"properties": {"type": {"const": "TextualBody"}}}},
}
SELECTOR = {
    "type": "array",
    "prefixItems": [
        {"properties": {"type": {"const": "TextPositionSelector"}}, "required": ["start", "end"]},
        {"properties": {"type": {"const": "TextQuoteSelector"}}, "required": ["exact", "prefix", "suffix"]},
    ],
}


def test_every_label_is_read_as_what_it_was_written_for():
    for layer, types in LAYER_TYPES.items():
        for type_ in types:
            assert read_label(label_of(layer, type_)) == (layer, type_)
    assert read_label("event-WAR") is None
    assert read_label("city") is None
    assert len(set(all_labels())) == len(all_labels())


def test_web_annotations_point_at_their_words_by_position_and_by_quotation(exported):
    page = json.loads(exported("web-annotations").read_text(encoding="utf-8"))
    assert (page["type"], page["@context"]) == ("AnnotationPage", "http://www.w3.org/ns/anno.jsonld")
    for item in page["items"]:
        jsonschema.validate(item, ANNOTATION)
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            jsonschema.validate(target["selector"], SELECTOR)
    shelled = next(i for i in page["items"] if i["body"]["value"] == "event:ASSAULT")
    position, quotation = shelled["target"]["selector"]
    assert (position["start"], position["end"], quotation["exact"]) == (9, 16, "shelled")
    assert (quotation["prefix"], quotation["suffix"][:7]) == ("😀 Rebels ", " Aleppo")


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="ab é😀\n\r\t\x0b\u2028;|", min_size=1, max_size=30), st.data())
def test_marks_of_any_text_come_back_from_brat_as_they_went(text, data):
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), min_size=1, max_size=4))
    spans = [(start, data.draw(st.integers(start + 1, len(text)))) for start in starts]
    places = [
        {"id": f"p{n}", "start": start, "end": end, "name": "x", "kind": "city", "reason": "r"}
        for n, (start, end) in enumerate(spans)
    ]
    record = Record.model_validate({"document": {"id": "0" * 16, "source": "x", "text": text}, "places": places})
    report = ChosenReport(record, {}, (), (), ())
    marks = list(iter_marks(report))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.ann"
        path.write_bytes("".join(f"{line}\n" for line in lines_of(report, marks)).encode("utf-8"))
        back = {mark.id: mark for mark in iter_marks_of(path, text)}
    for mark in marks:
        words = "".join(text[s.start : s.end] for s in mark.spans)
        if words.strip("\r\n"):
            assert "".join(text[s.start : s.end] for s in back[mark.id].spans) == words.replace("\r", "").replace(
                "\n", ""
            )
        else:
            assert mark.id not in back
