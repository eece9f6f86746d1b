"""How an article stands to what it says: asserted, attributed to somebody, conditional, denied, wished, forecast.

Read to the end of the sentence, since « selon X » and « avant de démentir » may come last. Shared by all extractors.
"""

from __future__ import annotations

from quiz.facts.fact import Modality
from quiz.facts.sentences import Sentence


def modality_of(sentence: Sentence, span: tuple[int, int]) -> tuple[Modality, str | None]:
    """The modality of what stands at `span` (article offsets) in a sentence, and who it is attributed to, as written.

    Thin: everything is asserted.
    """
    return "asserted", None
