from hypothesis import given
from hypothesis import strategies as st

from dateline.web.versions import changed_paragraphs

PARAGRAPH = st.lists(
    st.sampled_from("troops crossed the border on Monday Tuesday two three said .".split()), min_size=1, max_size=9
)
TEXT = st.lists(PARAGRAPH.map(" ".join), max_size=6).map("\n\n".join)


@given(TEXT, TEXT)
def test_every_changed_paragraph_is_one_of_the_old_or_of_the_new_text(old, new):
    for runs in changed_paragraphs(old, new):
        before = "".join(r.text for r in runs if r.kind in ("same", "cut"))
        after = "".join(r.text for r in runs if r.kind in ("same", "new"))
        assert before in ("", *old.split("\n\n"))
        assert after in ("", *new.split("\n\n"))


@given(TEXT)
def test_the_same_text_has_no_changes(text):
    assert changed_paragraphs(text, text) == []


def test_a_corrected_figure_is_cut_and_put_anew():
    before, after = "Two of the airmen were killed on Tuesday.", "One of the airmen was killed on Tuesday."
    (runs,) = changed_paragraphs(f"Both men flew.\n\n{before}", f"Both men flew.\n\n{after}")
    assert [(r.kind, r.text) for r in runs] == [
        ("cut", "Two"), ("new", "One"), ("same", " of the airmen "), ("cut", "were"), ("new", "was"),
        ("same", " killed on Tuesday."),
    ]  # fmt: skip
