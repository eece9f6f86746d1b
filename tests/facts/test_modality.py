from __future__ import annotations

import pytest

from quiz.facts.modality import modality_of

from .reading_of import reading


@pytest.mark.parametrize(
    ("text", "modality", "attribution"),
    [
        ("La société emploie 300 personnes.", "asserted", None),
        ("La France compte 300 musées.", "asserted", None),
        ("La société n'emploie pas 300 personnes.", "denied", None),
        ("La société n'emploie que 300 personnes.", "asserted", None),
        ("Il a remis un chèque de 300 euros, mais il a été rejeté.", "denied", None),
        ("La société aurait licencié 300 personnes.", "conditional", None),
        ("Si 300 personnes partaient, la société fermerait.", "hypothetical", None),
        ("Le maire souhaite que 300 logements soient construits.", "wished", "Le maire"),
        ("Le syndicat demande 300 embauches.", "wished", None),
        ("Le groupe va créer 300 postes.", "forecast", None),
        ("Le groupe créera 300 postes.", "forecast", None),
        ("La dette devrait atteindre 300 millions d'euros.", "forecast", None),
        ("Selon la mairie, 300 personnes ont défilé.", "attributed", "la mairie"),
        ("300 personnes ont défilé, selon la mairie.", "attributed", "la mairie"),
        ("La ministre a affirmé que 300 personnes avaient défilé.", "attributed", "La ministre"),
        ("Le drone pèse 300 grammes, assure son fabricant.", "attributed", "son fabricant"),
        ("Selon lui, 300 personnes sont venues.", "attributed", None),
        ("Il précise que le drone pèse 300 grammes.", "asserted", None),
        ("Elle estime que 300 personnes ont défilé.", "attributed", None),
    ],
)
def test_how_the_article_stands_to_a_figure(text: str, modality: str, attribution: str | None) -> None:
    r = reading(text)
    at = r.article.text.index("300")
    sentence = r.sentence_at(at)
    assert sentence is not None
    assert modality_of(sentence, (at, at + 3)) == (modality, attribution)


def test_a_relative_clause_stands_on_its_own() -> None:
    r = reading("La société, qui emploie 300 personnes, pourrait fermer.")
    at = r.article.text.index("300")
    sentence = r.sentence_at(at)
    assert sentence is not None
    assert modality_of(sentence, (at, at + 3)) == ("asserted", None)
