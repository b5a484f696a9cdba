from dateline.evaluate.corpora import kilometres, recognise
from dateline.evaluate.matching import Tally, pair_best_first, share


def test_pairs_are_one_to_one_and_the_best_first():
    pairs = pair_best_first([1, 5, 9], [4, 8], lambda g, f: max(0.0, 3 - abs(g - f)))
    assert sorted(pairs) == [(5, 4), (9, 8)]


def test_share_of_characters_is_intersection_over_union():
    assert share([(0, 4)], [(2, 6)]) == 2 / 6
    assert share([], []) == 0.0


def test_tally_gives_precision_recall_and_facets():
    tally = Tally(gold=4, found=2, hit=2)
    tally.note("mode", True)
    tally.note("mode", False)
    assert tally.figures() == {"precision": 1.0, "recall": 0.5, "f1": 0.667, "gold": 4, "found": 2, "mode": 0.5}


def test_corpus_is_recognised_by_its_annotation():
    assert recognise({"text": "", "timex": []}) == "times"
    assert recognise({"text": "", "toponyms": []}) == "places"
    assert recognise({"text": ""}) is None


def test_distance_of_paris_and_moscow():
    assert round(kilometres(48.85, 2.35, 55.75, 37.62), -1) == 2490
