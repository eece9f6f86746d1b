"""How good a question looks: a linear score over features one can name, with its weights in `ranking.toml`.

Features are cheap, numbers only, and recorded with the candidate, so that judged cards can train the weights. Knows no
deck: which of the good ones enter is `selection`'s work.
"""

from __future__ import annotations

import math
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quiz.authoring.candidate import Candidate
from quiz.authoring.gates import doubts
from quiz.authoring.gates.forms import figures_in
from quiz.authoring.gates.text import names_in, own_words
from quiz.authoring.gates.truth import quantity_of
from quiz.authoring.lists import words
from quiz.authoring.scene import Scene
from quiz.authoring.stem_signs import stem_signs
from quiz.deck import BLANK
from quiz.facts.event import Event
from quiz.facts.fact import Quotation
from quiz.typography import fold

MIN_SCORE = 0.54
"""Score from which a card enters a deck where nothing else is asked for."""

_PRONOUNS = re.compile(r"\b(?:il|elle|ils|elles|lui|leurs?|eux|y|en|son|sa|ses|celui|celle|ceux|celles|ce|cette|ces)\b")
_CLOCK = re.compile(r"\b\d{1,2} ?(?:h|heures?)(?: ?\d\d)?\b|\b(?:midi|minuit)\b")
_INDEFINITE = re.compile(
    r"\bune? (?!fois|partie|part |moyenne|mois|an\b|année|jour|seule?|étude|enquête|sondage|source)\w{3,}"
)
_UNSURE_STEPS = ("pronoun", "last-speaker", "guess", "nameless")


@dataclass(frozen=True, slots=True)
class Weights:
    """The content of `ranking.toml`."""

    bias: float
    form: dict[str, float]
    construction: dict[str, float]
    feature: dict[str, float]


@cache
def weights() -> Weights:
    """The weights as the data file has them."""
    table = tomllib.loads((Path(__file__).parent / "ranking.toml").read_text(encoding="utf-8"))
    return Weights(table["bias"], table["form"], table["construction"], table["feature"])


def features_of(candidate: Candidate, scene: Scene) -> dict[str, float]:
    """What the score is made of, the builder's own features included."""
    fact = candidate.fact
    own = own_words(candidate.question.fr).replace(BLANK, "")
    named = own if isinstance(fact, Quotation) else candidate.question.fr
    plain = re.sub(r"-(?:t-)?(?:il|elle|ils|elles|on)\b", "", own.lower())
    count = len(re.findall(r"\w+", own))
    topic = {w for w in re.findall(r"\w{4,}", fold(scene.topic(candidate))) if w not in words("empty")}
    features = {
        "confidence": fact.confidence - 0.75,
        "hint": candidate.hint,
        "named": 1.0 if names_in(named) else 0.0,
        "dated": 1.0 if re.search(r"\b(?:1[89]|20)\d\d\b", own) else 0.0,
        "on_topic": 1.0 if topic & set(re.findall(r"\w{4,}", fold(own))) else 0.0,
        "pronouns": float(len(_PRONOUNS.findall(plain))),
        "long": max(0.0, (count - 22) / 10),
        "late": fact.evidence.start / max(1, len(scene.article.text)),
        "long_evidence": min(2.0, max(0.0, (len(fact.evidence.text.split()) - 35) / 20)),
        "figures": float(len(figures_in(own))),
        "attributed": 1.0 if fact.modality == "attributed" else 0.0,
    }
    if fact.features.get("slip"):
        features["slip"] = 1.0
    if isinstance(fact, Quotation):
        features["quote_words"] = min(1.0, len(fact.words.split()) / 20)
        features["quote_digits"] = 1.0 if re.search(r"\d", fact.words) else 0.0
        features["unsure_speaker"] = 1.0 if fact.step.startswith(_UNSURE_STEPS) else 0.0
    else:
        features["short"] = 1.0 if count < 7 and not features["named"] else 0.0
        features["clock"] = 1.0 if _CLOCK.search(own) else 0.0
        features["indefinite"] = 1.0 if _INDEFINITE.search(own) else 0.0
    quantity = quantity_of(fact)
    if quantity is not None and quantity.dimension == "count" and quantity.high <= 5:
        features["few"] = 1.0
    if quantity is not None and quantity.bound != "exact":
        features["hedged"] = 1.0
    if quantity is not None and quantity.dimension == "share" and candidate.form in ("cloze", "true-false"):
        features["percent"] = 1.0
    wrong = [choice.fr for choice in candidate.choices if choice.fr != candidate.answer.fr]
    if candidate.form == "choice" and wrong:
        features["own_choices"] = sum(scene.holds(choice) for choice in wrong) / len(wrong)
    signs = stem_signs(
        candidate.question.fr,
        candidate.answer.fr,
        scene.topic(candidate),
        quotation=isinstance(fact, Quotation),
        event=isinstance(fact, Event),
    )
    return features | signs | doubts(candidate, scene) | candidate.features


def score(candidate: Candidate, features: dict[str, float]) -> float:
    """0 to 1: how likely a strict reader keeps the question."""
    table = weights()
    total = table.bias + table.form.get(candidate.form, 0.0)
    total += table.construction.get(candidate.construction, table.construction["other"])
    for name in sorted(features):
        total += table.feature.get(name, 0.0) * features[name]
    return 1 / (1 + math.exp(-total))
