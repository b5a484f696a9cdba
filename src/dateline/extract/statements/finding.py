"""The statements of a report: quotations and reported speech, each with its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.cast import Cast
from dateline.extract.statements.circumstances import find_addressee, find_date
from dateline.extract.statements.headlines import iter_headlines, iter_transcript, without_transcript
from dateline.extract.statements.learned import LearnedStatements
from dateline.extract.statements.quotations import Quotation, find_quotations
from dateline.extract.statements.quoted import QuotationJoiner
from dateline.extract.statements.regions import Piece
from dateline.extract.statements.reported import ReportReader
from dateline.extract.statements.second_reader import SecondReader
from dateline.extract.statements.utterances import Utterance, directness_of, find_containers
from dateline.extract.taggers import Judgement
from dateline.knowledge.cues.speech import load_cues
from dateline.language import Parse
from dateline.model import Diagnostic, Statement, StatementId, Time


def find_statements(
    parse: Parse, cast: Cast, times: Sequence[Time], judgement: Judgement | None
) -> tuple[list[Statement], list[Diagnostic]]:
    """Return the statements of a report in order, ids from s1, and what was hard to read.

    Without a judgement the rules decide alone.
    """
    return _StatementFinder(parse, cast, times, judgement).find()


class _StatementFinder:
    def __init__(self, parse: Parse, cast: Cast, times: Sequence[Time], judgement: Judgement | None) -> None:
        self._parse, self._cast = parse, cast
        self._dated = {tokens[0]: t.value for t in times if (tokens := parse.tokens_between(t.start, t.end))}
        self._cues = load_cues()
        self._judgement = judgement
        self._second = SecondReader(judgement, len(parse))

    def find(self) -> tuple[list[Statement], list[Diagnostic]]:
        quotations, diagnostics = find_quotations(self._parse)
        turns = list(iter_transcript(self._parse, self._cast))
        spoken = without_transcript(quotations, turns) if turns else quotations
        reported = [
            *ReportReader(self._parse, self._cast, self._cues).iter_utterances(),
            *iter_headlines(self._parse, self._cast),
        ]
        joined = QuotationJoiner(self._parse, self._cast, self._cues, spoken).join(_drop_repeated(reported))
        kept = self._decide(_drop_repeated([*joined, *turns]))
        if self._judgement is not None and self._judgement.encoder is not None:  # the linear model alone errs too often
            learned = LearnedStatements(self._parse, self._cast, self._cues, self._second)
            kept += learned.iter_utterances(tuple(kept))
        kept.sort(key=_order)
        statements: list[Statement] = []
        for number, (utterance, container) in enumerate(zip(kept, find_containers(kept), strict=True), start=1):
            within = statements[container].id if container is not None else None
            statements.append(self._finish(utterance, StatementId(f"s{number}"), within, quotations))
        return statements, diagnostics

    def _decide(self, utterances: Sequence[Utterance]) -> list[Utterance]:
        """Return the utterances in which both readers together believe."""
        kept = []
        ordered = sorted(utterances, key=_order)
        for utterance, container in zip(ordered, find_containers(ordered, trust=0.5), strict=True):
            pieces, cue = self._pieces(utterance), utterance.cue_token
            if pieces and self._second.weigh(pieces, cue, utterance.trust, nested=container is not None) >= 0:
                kept.append(replace(utterance, reason=f"{utterance.reason}; {self._second.opinion(pieces, cue)}"))
        return kept

    def _pieces(self, utterance: Utterance) -> list[Piece]:
        found = [self._parse.tokens_in(span) for span in utterance.content]
        return [(tokens[0], tokens[-1] + 1) for tokens in found if tokens]

    def _finish(
        self, utterance: Utterance, number: StatementId, within: StatementId | None, quotations: Sequence[Quotation]
    ) -> Statement:
        speaker, unnamed = utterance.speaker, utterance.speaker.unnamed
        verb = self._parse.tokens[utterance.cue_token] if utterance.cue_token is not None else None
        inside = {i for span in utterance.content for i in self._parse.tokens_in(span)} if verb is not None else set()
        entry = self._cues.verbs.get(verb.lemma_.lower()) if verb is not None else None
        return Statement(
            id=number,
            speaker=speaker.actors[0] if speaker.actors else None,
            speakers=speaker.actors,
            speaker_span=speaker.span,
            cue=utterance.cue,
            content=utterance.content,
            directness=directness_of(utterance.content, quotations, self._parse.text),
            anonymous=unnamed is not None,
            anonymous_at_least=unnamed.at_least if unnamed else None,
            anonymous_exactly=unnamed.exactly if unnamed else None,
            anonymity_reason=unnamed.reason if unnamed else None,
            addressee=find_addressee(verb, entry, self._cast) if verb is not None else None,
            medium=utterance.medium,
            date=find_date(verb, inside, self._dated) if verb is not None else None,
            within=within,
            rule=utterance.rule,
            reason=utterance.reason,
        )


def _order(utterance: Utterance) -> tuple[int, int]:
    return utterance.content[0].start, -utterance.content[-1].end


def _drop_repeated(utterances: Sequence[Utterance]) -> list[Utterance]:
    """Return the utterances without those that repeat another's very content."""
    seen: dict[tuple[tuple[int, int], ...], Utterance] = {}
    for utterance in utterances:
        key = tuple((s.start, s.end) for s in utterance.content)
        if key not in seen or seen[key].trust < utterance.trust:
            seen[key] = utterance
    return list(seen.values())
