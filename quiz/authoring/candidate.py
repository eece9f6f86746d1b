"""A card before it is one: the question a construction proposes for a fact, which the gates may mend or refuse.

Builders of questions (`quote_questions`, `stat_questions`, `spec_questions`, `clozes`) over-generate these; wrong
choices, gates, ranking and the choice of what enters a deck come after, and nothing here knows how they work.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from quiz.deck import Bilingual, Form, Kind
from quiz.facts.fact import Fact, Quotation, Statistic


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One question about one fact, in one form.

    - `construction` names the builder's rule ("who-said", "share-of", "maker-of"...): the ranker weighs by it, so keep
      the names stable. A construction is asked in several forms (choice, number, text): same name, other `form`.
    - `question` and `answer` are French with, where templates and rules give it, English of origin "rule"; else `en` is
      None and the origin "none". The question ends in its mark (`?`, or `.` for a cloze and a true-false).
    - `accept` lists other ways to type the answer (form number or text), the answer itself left out.
    - `choices` is empty until `distractors` has filled it: a builder sets `distractor_type` instead and leaves the
      rest to us. It is filled by the builder only where the choices are closed ("Vrai", "Faux").
    - `distractor_type` is what a wrong choice must be: "person:m", "person:f", "person", "organisation", "product",
      "work", "place", "country", "event", "role:m", "role:f", "nature", "words" or "quantity:<dimension>".
      Every candidate's answer joins the pool of its type, so name types alike across builders.
    - `suggested` are wrong choices the builder knows to be good (tried first); `also_true` are texts that answer this
      very question too, or would be unfair beside the key (an alias of the key, the second of two makers).
    - `sibling` is shared by the candidates that give one another away (choice and number form of a value; name -> role
      and role -> name); a deck may hold several, a session keeps them apart. Left empty, it is the fact's.
    - `features` are what the ranker may weigh ("named_subject", "resolved", "stem_words"...), numbers only.
    - `hint` is the builder's own opinion of the question, -1 to 1 (0: none).
    - `focus` are the names (people, things) the question is directly about: the deck gives each name an article is
      about at least one direct question.
    """

    fact: Fact
    form: Form
    construction: str
    question: Bilingual
    answer: Bilingual
    accept: tuple[str, ...] = ()
    choices: tuple[Bilingual, ...] = ()
    distractor_type: str = ""
    suggested: tuple[Bilingual, ...] = ()
    also_true: tuple[str, ...] = ()
    sibling: str = ""
    focus: tuple[str, ...] = ()
    hint: float = 0.0
    features: dict[str, float] = field(default_factory=dict, compare=False)

    @property
    def kind(self) -> Kind:
        """The kind of card it becomes."""
        if isinstance(self.fact, Quotation):
            return "quote"
        return "stat" if isinstance(self.fact, Statistic) else "spec"

    def with_question(self, fr: str, en: str | None = None) -> Candidate:
        """The same candidate with another wording. English that no longer fits is dropped, never kept."""
        return replace(self, question=ruled(fr, en))

    def with_features(self, **features: float) -> Candidate:
        """The same candidate with more features for the ranker."""
        return replace(self, features=self.features | features)


def ruled(fr: str, en: str | None) -> Bilingual:
    """French with the English a template or rule gave: origin "rule", or "none" where `en` is None."""
    return Bilingual(fr, en, "none" if en is None else "rule")
