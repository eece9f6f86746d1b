"""Hand-made articles, facts and candidates: what the extraction would hand over, without running it."""

from __future__ import annotations

from dataclasses import replace

from quiz.articles.article import Article, Block, Span
from quiz.authoring.candidate import Candidate
from quiz.authoring.figures import numeral_of
from quiz.authoring.scene import Scene
from quiz.deck import Bilingual
from quiz.facts.fact import Fact, Frame, Quantity, Quotation, Specification, Statistic

TITLE = "Bois : la scierie du Morvan double sa production"
TEXT = (
    "La scierie Bois du Morvan a vendu 340 toises de chêne en 2022. Selon l'enquête de l'Observatoire du bois, 44 % "
    "des menuisiers interrogés prévoient d'acheter du hêtre, tandis que 31 % préfèrent le pin. « Nous n'avons jamais "
    "vu une demande pareille depuis la tempête », a déclaré Odile Ferrand, directrice de la scierie. « Le marché "
    "finira bien par se calmer un jour ou l'autre », a répondu Lise Aubert. Mathilde Roux n'a pas souhaité parler. "
    "Bois du Morvan emploie près de 120 personnes à Autun. Le séchoir Tibère peut sécher 18 tonnes de planches en "
    "deux heures."
)


def article(
    text: str = TEXT, *, title: str | None = TITLE, date: str | None = "2023-04-12", doc: str = "scierie"
) -> Article:
    return Article(doc, doc, f"{doc}.txt", title, date, "fr", text, (Block(0, len(text), "prose"),), "0" * 64)


def sentence(home: Article, words: str) -> Span:
    """The sentence of the article that holds the words."""
    at = home.text.index(words)
    starts = [0, *(i + 2 for i in range(len(home.text) - 1) if home.text[i] == "." and home.text[i + 1] == " ")]
    start = max(s for s in starts if s <= at)
    ends = [i + 1 for i in range(len(home.text)) if home.text[i] == "." and home.text[i + 1 : i + 2] in (" ", "")]
    end = min(e for e in ends if e >= at + len(words))
    return home.span(start, end)


def span(home: Article, words: str, within: Span | None = None) -> Span:
    at = home.text.index(words, within.start if within else 0)
    return home.span(at, at + len(words))


def amount(home: Article, text: str, dimension: str = "count", unit: str | None = None, **more: object) -> Quantity:
    numeral = numeral_of(text)
    assert numeral is not None
    made = Quantity(span(home, text), text, numeral.value, numeral.value, "exact", dimension, unit)  # type: ignore[arg-type]
    return replace(made, **more)  # type: ignore[arg-type]


def statistic(home: Article, text: str = "44 %", **more: object) -> Statistic:
    dimension, unit = ("share", "percent") if "%" in text else ("count", None)
    quantity = more.pop("quantity", None) or amount(home, text, dimension, unit)
    assert isinstance(quantity, Quantity)
    made = Statistic(
        evidence=sentence(home, text),
        answer=quantity.span,
        rule="test",
        confidence=0.9,
        entity=str(more.pop("entity", "menuisiers interrogés")),
        attribute=str(more.pop("attribute", "part qui prévoit d'acheter du hêtre")),
        quantity=quantity,
        frame=Frame("share-of"),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def specification(home: Article, value: str, entity: str, attribute: str, **more: object) -> Specification:
    made = Specification(
        evidence=sentence(home, value),
        answer=span(home, value),
        rule="test",
        confidence=0.9,
        entity=entity,
        attribute=attribute,
        value=value,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def quotation(home: Article, words: str, speaker: str | None, **more: object) -> Quotation:
    made = Quotation(
        evidence=sentence(home, words),
        answer=span(home, words),
        rule="test",
        confidence=0.9,
        words=words,
        speaker=speaker,
        speaker_as_written=speaker,
        gender="f",
        speaker_kind="person",
        step="full-name",
    )
    return replace(made, **more)  # type: ignore[arg-type]


DEMAND = "Nous n'avons jamais vu une demande pareille depuis la tempête"
CALM = "Le marché finira bien par se calmer un jour ou l'autre"


def who_said(home: Article, words: str = DEMAND, speaker: str = "Odile Ferrand", **more: object) -> Candidate:
    made = Candidate(
        fact=quotation(home, words, speaker),
        form="choice",
        construction="who-said",
        question=Bilingual(f"Qui a dit : «\u00a0{words}\u00a0» ?"),
        answer=Bilingual(speaker, speaker, "rule"),
        distractor_type="person:f",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def share(home: Article, question: str | None = None, **more: object) -> Candidate:
    asked = (
        question or "Selon l'Observatoire du bois, quelle part des menuisiers interrogés prévoit d'acheter du hêtre ?"
    )
    made = Candidate(
        fact=statistic(home),
        form="choice",
        construction="share-of",
        question=Bilingual(asked),
        answer=Bilingual("44 %", "44%", "rule"),
        distractor_type="quantity:share",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def asking(question: str, answer: str = "340", home: Article | None = None, **more: object) -> tuple[Candidate, Scene]:
    """A counting question of the first sentence, and its scene."""
    home = home or article()
    fact = more.pop("fact", None) or statistic(home, "340", entity="Bois du Morvan", attribute="toises vendues")
    assert isinstance(fact, Fact)
    made = Candidate(
        fact=fact,
        form="number",
        construction="count-object",
        question=Bilingual(question),
        answer=Bilingual(answer, answer, "rule"),
        distractor_type="quantity:count",
    )
    return replace(made, **more), Scene(home)  # type: ignore[arg-type]
