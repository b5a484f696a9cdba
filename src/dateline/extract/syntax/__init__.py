"""Who stands where in a clause, read off spaCy's dependencies (ClearNLP labels).

Nothing here knows of politics; every function takes tokens and returns head tokens, conjuncts included. Which verbs hand
their object on to an infinitive, and the like, stands in `knowledge/data/ontology/grammar.yaml`.
"""

from dateline.extract.syntax.clauses import (
    auxiliaries,
    came_before,
    clause_of,
    clause_sort,
    complement_clause,
    is_negated,
    speakers,
)
from dateline.extract.syntax.links import (
    after_preposition,
    conjoined,
    counted,
    expand,
    gerunds_after,
    iter_ancestors_with_link,
    iter_prepositions,
    modifiers,
    possessors,
    prepositions,
)
from dateline.extract.syntax.roles import (
    agents,
    controllers,
    deep_objects,
    deep_subjects,
    indirect_objects,
    is_passive,
    relative_is_subject,
    subject_taken_for_object,
    surface_subjects,
)
from dateline.extract.syntax.words import is_opposed, is_prefix, joined_lemmas, lemma_of

__all__ = [
    "after_preposition",
    "agents",
    "auxiliaries",
    "came_before",
    "clause_of",
    "clause_sort",
    "complement_clause",
    "conjoined",
    "controllers",
    "counted",
    "deep_objects",
    "deep_subjects",
    "expand",
    "gerunds_after",
    "indirect_objects",
    "is_negated",
    "is_opposed",
    "is_passive",
    "is_prefix",
    "iter_ancestors_with_link",
    "iter_prepositions",
    "joined_lemmas",
    "lemma_of",
    "modifiers",
    "possessors",
    "prepositions",
    "relative_is_subject",
    "speakers",
    "subject_taken_for_object",
    "surface_subjects",
]
