"""Who said so is asked only where a reader sent to the place can tell, and where the title has not told."""

from __future__ import annotations

import pytest

from quiz.articles.reader import article_of_text
from quiz.authoring import claim_questions, quote_questions
from quiz.authoring.candidate import Candidate
from quiz.facts.extract import extract
from quiz.facts.fact import Quotation

PLAIN = "Une journée au conseil municipal"


def asked(text: str, title: str = PLAIN) -> list[Candidate]:
    article = article_of_text(f"{title}\n\n{text}\n")
    facts = [fact for fact in extract(article) if isinstance(fact, Quotation)]
    makers = (claim_questions.candidates, quote_questions.candidates)
    return [c for fact in facts for make in makers for c in make(fact, article) if c.form == "text"]


def test_a_clear_claim_is_asked() -> None:
    text = "Awa Diop a annoncé que le pont de Lorient fermera en mars pour travaux."
    assert [c.answer.fr for c in asked(text)] == ["Awa Diop"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Cinéstar augmente ses tarifs et ferme sa boutique de Lorient",
            "Cinéstar a annoncé que ses tarifs augmentent de deux euros à Lorient en mars.",
        ),
        (
            "Télévision : Cinéstar augmente ses tarifs",
            "La plateforme bretonne Cinéstar a annoncé mardi une hausse de ses prix à Lorient et à Vannes.",
        ),
        (
            PLAIN,
            "La secousse s'est produite à 9 h 17, à 12 kilomètres de profondeur, à 23 kilomètres de Lorient, a précisé "
            "Awa Diop.",
        ),
        (
            PLAIN,
            "Le chef de l'Union bretonne a indiqué que le sort du pont de Lorient serait débattu au prochain conseil.",
        ),
        (
            PLAIN,
            "Le président ukrainien Petro Savtchouk a demandé aux alliés de l'Ukraine de lui livrer des avions.",
        ),
    ],
)
def test_who_says_what_anybody_guesses_is_not_asked(title: str, text: str) -> None:
    assert asked(text, title) == []


def test_a_speaker_named_sentences_before_is_not_asked() -> None:
    near = "Luc Petit a quitté la salle à minuit. « Ce budget ruinera le port de Lorient en deux ans », a-t-il déclaré."
    assert [c.answer.fr for c in asked(near)] == ["Luc Petit"]
    far = (
        "Luc Petit a quitté la salle à minuit. Il avait lu sept pages de comptes devant une assemblée fatiguée et "
        "impatiente de conclure. Il a rangé ses papiers sans un regard pour les bancs de la majorité municipale. « Ce "
        "budget ruinera le port de Lorient en deux ans », a-t-il déclaré."
    )
    assert asked(far) == []
    assert [c.answer.fr for c in asked(far, "Luc Petit quitte le conseil de Lorient")] == ["Luc Petit"]


def test_a_surname_behind_mrs_is_nobody_to_name() -> None:
    text = "« On ne nous a rien proposé, pas même une pancarte au bout du pont », raconte Mme Blanchet."
    assert asked(text) == []
