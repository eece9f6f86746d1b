"""The deck file's fields as pydantic models: what `quiz check --schema` prints and what a file is validated by.

Imported only where a deck enters that has not been validated before, since pydantic is slow to import.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from quiz.deck import BLANK, Form, Kind, Origin, Status

Text = Annotated[str, Field(min_length=1, max_length=20_000)]
Id = Annotated[str, Field(min_length=1, max_length=200)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class BilingualField(_Model):
    """French and its English, with where the English comes from; no English has the origin "none"."""

    fr: Text
    en: str | None
    origin: Origin

    @model_validator(mode="after")
    def _origin_tells(self) -> BilingualField:
        if (self.en is None) != (self.origin == "none"):
            raise PydanticCustomError("deck-origin", "en is null exactly where origin is none")
        return self


class TitleField(_Model):
    """The deck's title."""

    fr: Text
    en: str | None


class SourceField(_Model):
    """One article the cards come from; the date is ISO 8601, in full or cut short."""

    id: Id
    file: Text
    title: str | None
    date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class EvidenceField(_Model):
    """The sentence that proves the answer, verbatim, its offsets in the article and its neighbours."""

    source: Id
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    text: Text
    before: str
    after: str
    en: str | None
    origin: Origin


class CardField(_Model):
    """One question with one answer."""

    id: Id
    kind: Kind
    form: Form
    topic: BilingualField
    question: BilingualField
    choices: Annotated[list[BilingualField], Field(max_length=4)]
    answer: BilingualField
    accept: list[Text]
    evidence: EvidenceField
    also: list[EvidenceField]
    fact: dict[str, Any] | None
    tags: list[Text]
    score: Annotated[float, Field(ge=0, le=1)]
    status: Status
    edited: list[Text]

    @model_validator(mode="after")
    def _form_holds(self) -> CardField:
        shown = [choice.fr for choice in self.choices]
        if self.form == "choice":
            if len(shown) < 2:
                raise PydanticCustomError("deck-choices-few", "a choice card needs two choices or more")
            if shown.count(self.answer.fr) != 1:
                raise PydanticCustomError("deck-choices-answer", "the choices hold the answer exactly once")
            if len(set(shown)) != len(shown):
                raise PydanticCustomError("deck-choices-same", "two choices are the same")
        if self.form == "cloze" and self.question.fr.count(BLANK) != 1:
            raise PydanticCustomError("deck-cloze", "a cloze holds exactly one blank")
        if self.form == "true-false" and self.answer.fr not in ("Vrai", "Faux"):
            raise PydanticCustomError("deck-true-false", "the answer of a true-false card is Vrai or Faux")
        return self


class DeckFile(_Model):
    """A deck of quiz cards made from French articles (format quiz-deck/1)."""

    format: Literal["quiz-deck/1"]
    id: Id
    title: TitleField
    language: Literal["fr"]
    sources: list[SourceField]
    cards: list[CardField]

    @model_validator(mode="after")
    def _ids_hold(self) -> DeckFile:
        ids = [card.id for card in self.cards]
        if len(set(ids)) != len(ids):
            raise PydanticCustomError("deck-ids", "two cards have the same id")
        known = {source.id for source in self.sources}
        for card in self.cards:
            for evidence in (card.evidence, *card.also):
                if evidence.source not in known:
                    raise PydanticCustomError(
                        "deck-source", "card {card} names no source of this deck", {"card": card.id}
                    )
        return self
