"""The statements of a report: quotations and reported speech, each with its source."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.cast import Cast
from dateline.extract.statements.quotations import find_quotations
from dateline.extract.statements.quoted import QuotationJoiner
from dateline.extract.statements.reported import iter_reported
from dateline.extract.statements.utterances import Utterance, directness_of
from dateline.extract.taggers import Judgement
from dateline.knowledge.cues import load_cues
from dateline.language import Parse
from dateline.model import Diagnostic, Statement, StatementId, Time


def find_statements(
    parse: Parse, cast: Cast, times: Sequence[Time], judgement: Judgement
) -> tuple[list[Statement], list[Diagnostic]]:
    """Return the statements of a report in order, ids from s1, and what was hard to read."""
    cues = load_cues()
    quotations, diagnostics = find_quotations(parse)
    reported = list(iter_reported(parse, cast, cues))
    utterances = QuotationJoiner(parse, cast, cues, quotations).join(_drop_repeated(reported))
    statements = []
    for number, utterance in enumerate(_drop_repeated(utterances), start=1):
        speaker = utterance.speaker
        statements.append(
            Statement(
                id=StatementId(f"s{number}"),
                speaker=speaker.actors[0] if speaker.actors else None,
                speakers=speaker.actors,
                speaker_span=speaker.span,
                cue=utterance.cue,
                content=utterance.content,
                directness=directness_of(utterance.content, quotations, parse.text),
                anonymous=speaker.anonymous,
                anonymity_reason=speaker.anonymity_reason,
                medium=utterance.medium,
                rule=utterance.rule,
                reason=utterance.reason,
            )
        )
    return statements, diagnostics


def _drop_repeated(utterances: Sequence[Utterance]) -> list[Utterance]:
    """Return the utterances without those that repeat another's very content."""
    seen: dict[tuple[tuple[int, int], ...], Utterance] = {}
    for utterance in utterances:
        key = tuple((s.start, s.end) for s in utterance.content)
        seen.setdefault(key, utterance)
    return list(seen.values())
