"""Things told by their noun alone that the article calls by a name."""

from __future__ import annotations

import pytest

from quiz.authoring.callings import named

APP = "La société Volute a lancé l'application Brumelle. Chaque jour, 12 000 personnes utilisent l'application."


@pytest.mark.parametrize(
    ("article", "topic", "key", "told"),
    [
        (APP, "Volute contre Tibère", "12 000", "Combien de personnes utilisent l'application Brumelle ?"),
        (APP, "Une application de plus", "12 000", "Combien de personnes utilisent l'application ?"),
        (APP + " L'application Tibère suit.", "Volute", "12 000", "Combien de personnes utilisent l'application ?"),
        (APP + " Deux applications suivent.", "Volute", "12 000", "Combien de personnes utilisent l'application ?"),
        (APP, "Volute contre Tibère", "Brumelle", "Combien de personnes utilisent l'application ?"),
    ],
)
def test_the_one_name_the_article_has_for_it(article: str, topic: str, key: str, told: str) -> None:
    assert named("Combien de personnes utilisent l'application ?", article, topic, key) == told
