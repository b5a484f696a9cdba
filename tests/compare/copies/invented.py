"""Invented reports, and what papers do to them."""

from datetime import date

from dateline.compare.copies import Print
from dateline.sources import Known, make_document

DAY = date(2015, 11, 23)
PARAGRAPHS = (
    "Ministers of seven coastal states agreed on Monday to open their harbours to grain ships again after eleven weeks of "
    "talks in the lakeside town of Vellmar, officials said.",
    "The accord lets up to 40 vessels a day pass the narrows under the eyes of inspectors from Norland, which has no "
    "quarrel with either side, according to a summary that was handed to reporters.",
    "“Nobody got all that he came for,” said Ilse Brandt, the foreign minister of Norland, who had presided over the last "
    "round. She called on both sides to remove their mines before the autumn storms.",
    "Sarenia, whose president had walked out of an earlier meeting, kept the right to search any ship it suspects of "
    "carrying weapons. Its rival Ostmark had long refused that demand.",
    "A senior official of Ostmark, who asked not to be named because the text has not been published, said his government "
    "would halt the inspections at once if a single crew was arrested.",
    "The price of wheat fell by 6 percent on the exchange of Port Adler within an hour of the announcement, the sharpest "
    "drop since March.",
    "Aid groups say that 350,000 people in the highlands have been living on half rations since the blockade began.",
)
BODY = "\n\n".join(PARAGRAPHS)
OTHER = (
    "The exchange of Port Adler will close for two days next week while engineers replace its clearing system, its board "
    "said on Monday. Traders were told to settle all open contracts by Friday noon.",
    "The board said the old system had stopped three times in a month, once in the middle of the sharpest drop of wheat "
    "prices since March, and that members had lost patience with it.",
    "Contracts for barley and oats will move to the smaller exchange of Haven during the pause, and fees there will be "
    "halved for members of both houses.",
)
ADDED = (
    "In the fish market of Haven, where the accord was read out over loudspeakers, women sang and a brass band played until "
    "the lamps went out.",
    "The last such accord was signed in the town hall of Lorne nine years ago and held for less than a summer.",
)


def report(
    body=BODY,
    *,
    url=None,
    title="Harbours to open",
    publisher=None,
    agency="Reuters",
    day=date(2015, 11, 23),
    source="x",
):
    """Make a document of a body; `agency` is named in its dateline."""
    text = f"VELLMAR ({agency}) - {body}" if agency else body
    return make_document(text, source=source, known=Known(published=day, title=title, url=url, publisher=publisher))


def print_of(body=BODY, **more):
    return Print(report(body, **more))
