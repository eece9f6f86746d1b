"""What a fact is: a quotation, a statistic or a specification, with its evidence, its rule and how sure the rule is.

Facts know articles and nothing of cards: they carry what a question needs in plain values (resolved names, the pieces
of the clause), so that no one has to parse the sentence again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from quiz.articles.article import Span

Modality = Literal["asserted", "attributed", "conditional", "denied", "wished", "forecast", "hypothetical", "past"]
"""How the article stands to the fact. `attributed`: somebody named in `Fact.attribution` says so. `past`: true of an
earlier time than the article's. Cards are made from `asserted`, `past` (dated) and `attributed` (the attribution in the
stem) only."""

Bound = Literal["exact", "about", "at-least", "at-most", "more-than", "less-than", "range"]

Dimension = Literal[
    "share", "money", "duration", "count", "length", "area", "volume", "mass", "speed", "temperature", "power", "data",
    "resolution", "frame-rate", "date", "time", "age", "rank", "score", "rate", "change", "factor", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the article gives it and as it counts.

    `text` is verbatim with its unit and hedges left out ("deux minutes", "44 %", "1,2 milliard d'euros"); `low` and
    `high` are the number in `unit` (equal unless `bound` is "range"), scale words applied; `hedge` is the verbatim
    hedge before it ("jusqu'à", "près de"), or "". `unit` is a CLDR-like name ("percent", "EUR", "minute", "meter",
    "frame-per-second") or, for counts, the lemma of the counted noun.
    """

    span: Span
    text: str
    low: float
    high: float
    bound: Bound
    dimension: Dimension
    unit: str | None
    hedge: str = ""
    counted: str = ""
    """For counts, the noun phrase that is counted, verbatim ("emplois dans le secteur")."""
    rate: str = ""
    """What the number is measured against, verbatim ("par an", "par habitant", "le baril"), or ""."""
    role: Literal["", "from", "to", "part", "whole", "label"] = ""
    """Its part in a pair ("passe de 10 à 15 %", "31 des 95 candidats"), or a number that only names."""
    digits: bool = True
    """Whether figures wrote it, or words did."""
    vague: bool = False
    """"des dizaines", "plusieurs millions": no number anyone could be asked for."""
    outer: tuple[int, int] = (0, 0)
    """From the first character of its hedge to the last of the hedge after it ("300 au moins"), in the article."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something the article names, for wrong choices: its fullest name, what it is, a person's gender."""

    name: str
    kind: Literal["person", "organisation", "product", "work", "place", "event", "other"]
    gender: Literal["m", "f", ""] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What all facts share. `evidence` is the whole sentence or sentences, `answer` where the answer stands in it."""

    evidence: Span
    answer: Span
    rule: str
    confidence: float
    modality: Modality = "asserted"
    attribution: str | None = None
    topic: str | None = None
    """The name of the thing or person the paragraph is about, where it is known."""
    features: dict[str, float] = field(default_factory=dict, compare=False)
    """What the ranker may want to know of how the fact was found ("steps", "named_subject", "depth"...)."""
    names: tuple[Named, ...] = field(default=(), compare=False, repr=False)
    """What the fact's article names, the same for all its facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Fact):
    """Words somebody is quoted as saying. `words` is verbatim without the outer marks, and stands at `place`; `speaker`
    is the resolved full name, or None where unsure, `aliases` are the other names the article has for them; `step` is
    the rung of the ladder that found the speaker ("full-name", "surname", "pronoun"...); `about` is what the speech is
    about where the cue says so ("au sujet de la plateforme")."""

    words: str
    quote_type: Literal["direct", "indirect"] = "direct"
    speaker: str | None
    speaker_as_written: str | None
    role: str | None = None
    cue: str | None = None
    step: str = ""
    gender: Literal["m", "f", ""] = ""
    speaker_kind: Literal["person", "organisation", ""] = ""
    aliases: tuple[str, ...] = ()
    about: str = ""
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The clause of a value in pieces, verbatim but for resolved pronouns and names, ready to be asked.

    `construction` names which question fits ("share-of", "count-subject", "count-object", "noun-of", "copula",
    "change", "age", "date-of"...; "" where only a cloze is safe). The other fields are the pieces that construction
    needs; what a piece means for a construction is documented beside the function that asks it.
    """

    construction: str = ""
    lead: str = ""
    subject: str = ""
    verb: str = ""
    rest: str = ""
    population: str = ""
    time: str = ""
    place: str = ""
    resolved: bool = True
    """False where a piece still holds a pronoun or a definite phrase that the article would have to explain."""
    preposition: str = ""
    """The preposition of the asked phrase ("dans" in « dans 6 000 écoles »), or ""."""
    clitics: str = ""
    """Of a verb that may have to be inverted: what leans on it from the left ("s'", "ne l'"), with its last space."""
    finite: str = ""
    """Its finite form ("a", "ont été" is "ont")."""
    tail: str = ""
    """What follows the finite form within the verb: adverbs, participles, infinitives ("été tuées")."""
    participle: str = ""
    """The participle in `tail` that agrees with an object before it ("levé"), or ""."""
    pronoun: Literal["il", "elle", "ils", "elles", "on", ""] = ""
    """The pronoun of the subject, "" where its gender is not known."""
    asked_gender: Literal["m", "f", ""] = ""
    """Gender of the counted noun, or of the holder of a measure."""
    asked_plural: bool = False
    """Whether the holder of a measure, or the thing acted upon, is a plural."""
    acted_on: str = ""
    """The thing acted upon whose measure is asked, with its article ("les vidéos", "un film")."""
    article: str = ""
    """The article the subject's name takes, as the article writes it ("l'" in « l'ESA »), or ""."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic(Fact):
    """A quantity of a population or an event: 44 % of companies, 300 jobs lost."""

    entity: str
    attribute: str
    quantity: Quantity
    frame: Frame = Frame()
    value: str = ""
    """The value as the article writes it: hedge, number, unit, and for a count its noun ("environ 245 pièces")."""
    restated: tuple[tuple[int, int, str], ...] = ()
    """Names to put instead of the article's characters (start, end, name), where the sentence is shown alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Specification(Fact):
    """An attribute of a named thing or person. `key` is its key in the schema of attributes (`specifications.toml`),
    `attribute` what a reader is told it is, in French ("date de lancement"); `value` is as the article writes it;
    `quantity` is set where the value is one (a date)."""

    entity: str
    entity_kind: Literal["person", "organisation", "product", "work", "place", "event", "other"] = "other"
    entity_gender: Literal["m", "f", ""] = ""
    attribute: str
    value: str
    quantity: Quantity | None = None
    frame: Frame = Frame()
    key: str = ""
    aside: bool = False
    """True for what only serves questions and is not printed among the facts: a member of a list the article makes, a
    role that the row of a quotation tells already."""
