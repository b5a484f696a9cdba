"""feeds.toml and everything that can be wrong with it."""

from pathlib import Path

import pytest

from dateline.errors import BadInput
from dateline.run.watch import WatchedFeed, WatchList, load_feeds


@pytest.fixture
def load(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(text):
        path = tmp_path / "feeds.toml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return load_feeds(path.relative_to(tmp_path))

    return run


def test_file_with_all_settings_is_what_it_says(load):
    watch_list = load(
        """
        every_minutes = 30
        host_delay_seconds = 10
        contact = "desk@news.example"

        [[feed]]
        url = "https://News.Example/world.xml#top"
        publisher = "Example News"
        pages = true
        every_minutes = 2.5

        [[feed]]
        url = "https://wire.example/feed"
        """
    )
    assert watch_list == WatchList(
        feeds=(
            WatchedFeed("https://news.example/world.xml", "Example News", pages=True, every=150.0),
            WatchedFeed("https://wire.example/feed", None, pages=False, every=1800.0),
        ),
        host_delay=10.0,
        contact="desk@news.example",
    )


def test_address_is_all_a_feed_needs(load):
    watch_list = load('[[feed]]\nurl = "https://news.example/"\n')
    assert watch_list == WatchList((WatchedFeed("https://news.example/", None, pages=False, every=900.0),), 5.0, None)


FEED = '[[feed]]\nurl = "https://news.example/"\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "feeds.toml: no feeds; each begins with [[feed]] and has a url"),
        ("feed = []", "feeds.toml:1: no feeds; each begins with [[feed]] and has a url"),
        ("every = 5\n" + FEED, "feeds.toml:1: 'every' is no setting; there are every_minutes, host_delay_seconds, contact, feed"),
        (FEED + 'page = true\n', "feeds.toml:3: 'page' is no setting; there are url, publisher, pages, every_minutes"),
        (FEED + '\n[[feed]]\npages = true\n', "feeds.toml:4: a feed needs its url"),
        (FEED + 'pages = "yes"\n', "feeds.toml:3: pages: input should be a valid boolean"),
        (FEED + "every_minutes = 0.5\n", "feeds.toml:3: every_minutes: input should be greater than or equal to 1"),
        (FEED + "every_minutes = nan\n", "feeds.toml:3: every_minutes: input should be a finite number"),
        ("host_delay_seconds = 0\n" + FEED, "feeds.toml:1: host_delay_seconds: input should be greater than or equal to 1"),
        (FEED + 'publisher = ""\n', "feeds.toml:3: publisher: string should have at least 1 character"),
        (FEED + 'publisher = "a\\nb"\n', "feeds.toml:3: publisher: a name is one line of letters"),
        ('contact = "a (b)"\n' + FEED, "feeds.toml:1: contact: write an address of at most 200 plain letters, without brackets"),
        ('contact = "a\\nHost: b"\n' + FEED,
         "feeds.toml:1: contact: write an address of at most 200 plain letters, without brackets"),
        (FEED.replace("https", "ftp"), "feeds.toml:2: url: only http and https are asked"),
        (FEED.replace("news.example", "127.1"),
         "feeds.toml:2: url: 127.1 is a number that may mean another address; write it as four numbers"),
        (FEED + "\n" + FEED, "feeds.toml:5: the feed https://news.example/ stands in line 2 too"),
        (b"\xff\xfe", "feeds.toml: is no UTF-8 (byte 1)"),
        ("x = " + "[" * 100_000, "feeds.toml: is no TOML: nested too deeply"),
        ("#" * (1 << 20) + "\n", "feeds.toml: is larger than 1 MB, which no list of feeds is"),
        ('feed = [{url = "https://news.example/", x = 1}]',
         "feeds.toml: 'x' is no setting; there are url, publisher, pages, every_minutes"),
        ("feed = 5", "feeds.toml:1: feed: input should be a valid list"),
        ("[feed]\nurl = 'x'", "feeds.toml: feed: input should be a valid list"),
    ],
)  # fmt: skip
def test_fault_is_one_line_with_its_place(load, text, line):
    with pytest.raises(BadInput) as fault:
        load(text)
    assert str(fault.value) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [("[[feed]]\nurl = https://x\n", 2), ("[[feed]\n", 1), ('[[feed]]\nurl = "x', 2), ("a = 1\na = 2\n", 2)],
)
def test_what_is_no_toml_is_one_line_with_its_place(load, text, line):
    with pytest.raises(BadInput) as fault:
        load(text)
    assert str(fault.value).startswith(f"feeds.toml:{line}: is no TOML: ")
    assert "(at " not in str(fault.value)


def test_example_and_fault_in_the_documentation_are_as_it_says(load):
    page = (Path(__file__).parents[3] / "docs" / "watch.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    assert [(feed.publisher, feed.pages, feed.every) for feed in load(example).feeds] == [
        ("Example Wire", False, 900.0),
        ("Example News", True, 300.0),
    ]
    with pytest.raises(BadInput) as fault:
        load(example.replace("pages = true", "page = true"))
    assert f"dateline: {fault.value}\n" in page


def test_file_that_is_not_there_or_no_file_is_one_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput, match=r"^feeds\.toml: no such file$"):
        load_feeds(Path("feeds.toml"))
    Path("feeds.toml").mkdir()
    with pytest.raises(BadInput, match=r"^feeds\.toml: cannot be read \(Is a directory\)$"):
        load_feeds(Path("feeds.toml"))
