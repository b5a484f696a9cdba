import json
from pathlib import Path

from dateline.evaluate.coreference import load_chains, score_coreference, tell_form
from dateline.model import Actor, ActorId, ActorKind, Mention, MentionForm

TEXT = "Ana Lima spoke. She left. The minister met Ben Cole. He slept."


def mention(words: str, chain: str, kind: str = "person") -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, "type": kind, "chain": chain}


def actor(number: int, name: str, *mentions: str) -> Actor:
    spans = [(TEXT.index(m), TEXT.index(m) + len(m)) for m in mentions]
    found = tuple(Mention(start=a, end=b, form=MentionForm.NAME) for a, b in spans)
    return Actor(id=ActorId(f"a{number}"), name=name, kind=ActorKind.PERSON, mentions=found, reason="test")


def chains(folder: Path) -> Path:
    entry = {
        "id": "x",
        "text": TEXT,
        "date": "2015-01-01",
        "mentions": [
            mention("Ana Lima", "1"),
            mention("She", "1"),
            mention("The minister", "1"),
            mention("Ben Cole", "2"),
            mention("He", "2"),
            mention("spoke", "3", "event"),
        ],
    }
    path = folder / "chains.jsonl"
    path.write_text(json.dumps(entry) + "\n", encoding="utf-8")
    return path


def test_right_wrong_and_missing_links_are_told_apart(tmp_path):
    found = [actor(1, "Ana Lima", "Ana Lima", "She", "He"), actor(2, "Ben Cole", "Ben Cole")]
    score = score_coreference(load_chains(chains(tmp_path)), {TEXT: found})
    assert (score.pronouns.total, score.pronouns.linked, score.pronouns.right) == (2, 2, 1)
    assert (score.nominals.total, score.nominals.linked, score.nominals.right) == (1, 0, 0)
    assert score.share == 1 / 3


def test_aliases_of_annotated_articles_are_chains(tmp_path):
    article = {
        "id": "x",
        "text": TEXT,
        "published": "2015-01-01",
        "actors": {"lima": {"aliases": ["Ana Lima", "The minister"]}, "cole": {"aliases": ["Ben Cole"]}},
    }
    (tmp_path / "x.json").write_text(json.dumps(article), encoding="utf-8")
    found = [actor(1, "Ana Lima", "Ana Lima", "The minister"), actor(2, "Ben Cole", "Ben Cole")]
    score = score_coreference(load_chains(tmp_path), {TEXT: found})
    assert (score.nominals.total, score.nominals.right) == (1, 1)


def test_names_nouns_and_pronouns_are_told_by_their_words():
    assert [tell_form(t).value for t in ("US", "its", "the Turkish president", "members of Congress", "Gen. Dorn")] == [
        "name",
        "pronoun",
        "nominal",
        "nominal",
        "name",
    ]
