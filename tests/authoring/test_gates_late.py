"""The gate on late sentences: what it drops, and what it must let pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.articles.reader import article_of_text
from quiz.authoring.clozes import clozes
from quiz.authoring.gates.late import late_sentences, shown_slips
from quiz.authoring.scene import Scene
from quiz.facts.reading import read_many
from quiz.facts.statistics import statistics
from quiz.typography import fold

EARLY = "Le verger de Vaugris a vendu 3 400 pommiers en mai."
FILLING = "La pluie tombe. Le vent se lève. La grange reste fermée. Les voisins attendent. Le puits est plein. " * 3


def reasons(text: str) -> set[str | None]:
    article = replace(
        article_of_text(f"Inde : le verger de Vaugris change de mains\n\n{EARLY}\n\n{FILLING}\n\n{text}"),
        date="2017-08-05",
    )
    scene = Scene(article, {}, fold(article.text))
    facts = [f for f in statistics(next(read_many([article]))) if f.evidence.text in text]
    return {late_sentences(c, scene) for f in facts for c in clozes(f, article)}


@pytest.mark.parametrize(
    "text",
    [
        "Les habitants ont trouvé quatre corbeilles.",
        "Les équipes de Vaugris ont cueilli trois paniers de noix dans la nuit.",
    ],
)
def test_a_few_of_something_late_in_the_article_is_dropped(text: str) -> None:
    assert reasons(text) == {"a few of something, late"}


def test_a_named_and_large_figure_may_be_left_out_late_but_not_changed() -> None:
    assert reasons("Le verger de Vaugris compte 3 800 noyers.") <= {None, "changed in the later half"}


@pytest.mark.parametrize(
    "text", ["À Metz, le hangar Brumelle a perdu 420 tuiles.", "Le verger de Vaugris a 3 800 noyers et 900 pruniers."]
)
def test_a_figure_of_something_else_or_beside_another_is_not_left_out_late(text: str) -> None:
    assert None not in reasons(text)


def test_the_first_sentences_are_let_through() -> None:
    assert early_reasons(f"{EARLY} {FILLING}") == {None}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Le verger de Vaugris compte 3 800 noyers.", None),
        ("À Metz, la pluie de mai a noyé 420 tuiles.", "not of the title's matter"),
    ],
)
def test_before_the_middle_a_figure_left_out_is_of_the_titles_matter(text: str, reason: str | None) -> None:
    home = f"La pluie tombe. Le vent se lève. La grange reste fermée. Les voisins attendent. {text}\n\n{FILLING * 2}"
    assert early_reasons(home, form="cloze") == {reason}


def early_reasons(text: str, form: str = "") -> set[str | None]:
    article = replace(article_of_text(f"Inde : le verger de Vaugris change de mains\n\n{text}"), date="2017-08-05")
    scene = Scene(article, {}, fold(article.text))
    made = [c for f in statistics(next(read_many([article]))) for c in clozes(f, article)]
    return {late_sentences(c, scene) for c in made if form in c.form}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Un groupe de douze cueilleurs venus de Metz, avait atteint le col de Vaugris.",
            "a comma between subject and verb",
        ),
        ("L'explosion de Vaugris qui a blessé douze cueilleurs est dû à une fuite.", "« est dû » of a feminine"),
        ("Le lundi suivant la récolte de mai, était vendu un panier de 300 noix.", None),
        ("Le verger de Vaugris, à Metz, a vendu 3 400 pommiers.", None),
    ],
)
def test_a_sentence_with_a_slip_is_not_shown(text: str, reason: str | None) -> None:
    article = replace(article_of_text(f"Inde : le verger change de mains\n\n{text}"), date="2017-08-05")
    scene = Scene(article, {}, fold(article.text))
    facts = statistics(next(read_many([article])))
    assert {shown_slips(c, scene) for f in facts for c in clozes(f, article)} <= {reason}
