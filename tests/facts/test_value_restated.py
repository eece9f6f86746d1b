"""Sentences of figures made fit to be shown alone: names for pronouns, and clauses that can be left out."""

from __future__ import annotations

from quiz.articles.reader import article_of_text
from quiz.facts.reading import read
from quiz.facts.statistics import statistics


def restated(text: str, title: str = "Le verger de Vaugris change de mains") -> list[tuple[str, str]]:
    """(the article's words, what stands in their place) of the text's figures."""
    article = article_of_text(f"{title}\n\n{text}")
    found = [put for fact in statistics(read(article)) for put in fact.restated]
    return [(article.text[start:end], name) for start, end, name in found]


def test_a_pronoun_that_opens_the_sentence_gets_its_name() -> None:
    text = "Ada Morin a quitté Metz. Elle a remporté neuf titres de cueillette en 2016."
    assert ("Elle", "Ada Morin") in restated(text)


def test_a_pronoun_that_may_be_two_people_is_left() -> None:
    text = "Ada Morin a croisé Lise Roux à Metz. Elle a remporté neuf titres de cueillette en 2016."
    assert restated(text) == []


def test_an_impersonal_pronoun_is_nobody() -> None:
    assert restated("Ada Morin est partie. Il faut 300 paniers pour la récolte de Vaugris.") == []


def test_what_is_told_of_nobody_and_of_several_gets_no_name() -> None:
    assert restated("Ada Morin a parlé. Il s'agit de 12 cueilleurs de Vaugris, connus de tous.") == []
    assert restated("Ada Morin a parlé. Il a été révélé par un journal que 12 paniers manquent à Vaugris.") == []
    assert restated("Ada Morin a parlé. Ils étaient 160 cueilleurs à Vaugris en 2014.") == []


def test_another_statement_after_the_figure_is_left_out_of_a_long_sentence() -> None:
    text = (
        "Le verger de Vaugris emploie 51 personnes dans la vallée du nord de la commune depuis la fin de la guerre et "
        "le maire de Metz souhaite un autre site pour la récolte."
    )
    assert [name for _, name in restated(text)] == [""]


def test_two_subjects_of_one_verb_are_never_parted() -> None:
    text = (
        "Alors que le verger de Vaugris suit la ligne du maire de Metz depuis 12 ans, Ada Morin, Lise Roux et Odile "
        "Ferrand refusent le virage que la commune a pris au printemps."
    )
    assert restated(text) == []


def test_but_is_never_left_out() -> None:
    text = (
        "Le verger de Vaugris emploie 51 personnes dans la vallée du nord de la commune depuis la fin de la guerre, "
        "mais le maire de Metz dit que la moitié ne vient jamais."
    )
    assert restated(text) == []


def weighed(text: str) -> list[dict[str, float]]:
    """The features of a text's figures."""
    article = article_of_text(f"Le verger de Vaugris change de mains\n\n{text}")
    return [dict(fact.features) for fact in statistics(read(article))]


def test_whom_the_sentence_has_opened_with_is_somebody() -> None:
    told = "Les tempêtes étaient des grêles, précise le maire, elles ont abattu 300 noyers à Vaugris."
    assert not any("nobody" in found for found in weighed(told))
    untold = "À Vaugris, elles ont abattu 300 noyers."
    assert any("nobody" in found for found in weighed(untold))


def test_a_possessive_before_its_owner_leans_on_nothing() -> None:
    told = "Durant sa campagne, Morin a planté 300 noyers à Vaugris."
    assert not any("leaning" in found for found in weighed(told))
    untold = "Durant sa campagne, 300 noyers ont été plantés à Vaugris."
    assert any("leaning" in found for found in weighed(untold))
