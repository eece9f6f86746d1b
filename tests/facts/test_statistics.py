"""Statistics, one test a rule: what is kept, what it measures, what is dropped and why. The sentences are ours."""

from __future__ import annotations

import pytest

from quiz.articles.reader import article_of_text
from quiz.facts.fact import Statistic
from quiz.facts.reading import Reading, read_many
from quiz.facts.statistics import dropped, statistics

TITLE = "Le verger de Vaugris change de mains"


def read_all(*texts: str) -> list[Reading]:
    return list(read_many(article_of_text(f"{TITLE}\n\n{text}") for text in texts))


def facts(text: str) -> list[Statistic]:
    return statistics(read_all(text)[0])


def only(text: str) -> Statistic:
    found = facts(text)
    assert len(found) == 1, [f.value for f in found]
    return found[0]


def reasons(text: str) -> dict[str, str]:
    return {q.text: reason for q, reason in dropped(read_all(text)[0])}


def test_a_share_of_a_population() -> None:
    fact = only("Selon une étude, 44 % des cueilleurs ayant déjà travaillé l'hiver dorment sur place.")
    assert (fact.rule, fact.value) == ("share-of", "44 %")
    assert fact.entity.startswith("cueilleurs ayant déjà travaillé l'hiver")
    assert "dorment sur place" in fact.attribute
    assert fact.evidence.text.startswith("Selon une étude")


def test_the_second_share_inherits_the_population() -> None:
    first, second = facts("En juin, 44 % des cueilleurs dorment sur place, tandis que 39 % rentrent le soir.")
    assert first.entity.startswith("cueilleurs")
    assert second.entity.startswith("cueilleurs")
    assert "rentrent le soir" in second.attribute


def test_the_next_sentence_inherits_it_too() -> None:
    found = facts("Près de la moitié des cueilleurs (47 %) envisagent de partir. Et 31 % hésitent encore.")
    assert [f.value for f in found] == ["47 %", "31 %"]
    assert all("cueilleurs" in f.entity for f in found)


def test_a_fraction_restated_in_brackets_is_one_fact() -> None:
    text = "Près de la moitié des cueilleurs (47 %) envisagent de partir."
    assert only(text).value == "47 %"
    assert reasons(text) == {"la moitié": "restated"}


def test_a_count_as_subject() -> None:
    fact = only("Au moins 52 pommiers ont été arrachés par le vent près de Vaugris.")
    assert (fact.rule, fact.value, fact.quantity.low) == ("count-subject", "Au moins 52 pommiers", 52)
    assert fact.quantity.counted == "pommiers"


def test_a_plural_verb_the_tagger_takes_for_a_noun() -> None:
    assert only("Environ 44 % des firmes l'envisagent pour trier les pommes.").rule == "share-of"


def test_a_count_as_object_belongs_to_the_subject() -> None:
    fact = only("Ada Morin a planté 105 poiriers.")
    assert (fact.rule, fact.entity, fact.attribute) == ("count-object", "Ada Morin", "nombre de poiriers plantés")


def test_a_measure_held_by_a_noun() -> None:
    fact = only("La citerne a une masse de 8,5 tonnes.")
    assert (fact.rule, fact.attribute) == ("noun-of", "masse")
    assert fact.entity.startswith("citerne")


def test_a_measure_hosted_by_an_adjective() -> None:
    fact = only("Le verger, valorisé à 3 millions d'euros, attend un acheteur.")
    assert fact.rule == "hosted"
    assert "verger" in fact.entity
    assert "valorisé" in fact.attribute


def test_a_figure_in_brackets_belongs_to_the_name_before_it() -> None:
    found = facts("Le temps passé à tailler chez Morin (18 minutes) dépasse celui de Dubois (12 minutes).")
    assert ["Morin" in found[0].entity or "Morin" in found[0].attribute, "Dubois" in found[1].entity] == [True, True]


def test_a_compared_share_belongs_to_the_name_after_it() -> None:
    found = facts("Près de 47 % des clients de Morin sont âgés contre seulement 23 % pour Dubois.")
    assert [f.entity for f in found][1] == "Dubois"


def test_an_age_belongs_to_the_person_before_it() -> None:
    fact = only("Marie Morin, 41 ans, taille les pommiers.")
    assert (fact.rule, fact.entity, fact.attribute) == ("age", "Marie Morin", "âge")


def test_a_place_in_a_ranking() -> None:
    fact = only("Marie Morin a terminé troisième au concours de Vaugris.")
    assert (fact.rule, fact.entity) == ("rank", "Marie Morin")


def test_lines_of_a_list_are_a_figure_and_what_it_stands_for() -> None:
    found = facts(
        "Les paliers de la collecte sont connus.\n\n* 85 000 $ - Acheter un pressoir.\n\n* 90 000 $ - Louer un camion."
    )
    assert [f.rule for f in found] == ["line", "line"]
    assert "pressoir" in found[0].entity


def test_a_part_and_its_whole_are_two_facts() -> None:
    part, whole = facts("Seuls 31 des 195 pommiers de Vaugris ont survécu.")
    assert (part.quantity.role, whole.quantity.role) == ("part", "whole")


def test_a_price_hidden_in_a_quoted_fragment_is_kept_unsure() -> None:
    fact = only("Le pressoir avait été « vendu 41 000 euros à un voisin », écrit le notaire.")
    assert fact.value == "41 000 euros"
    assert fact.confidence < 0.5
    assert fact.frame.construction == ""


def test_what_somebody_foretells_between_marks_is_no_fact() -> None:
    text = "« Demain, un panier de pommes coûtera cinquante euros », soupire Marie Morin."
    assert facts(text) == []
    assert reasons(text) == {"cinquante euros": "quoted"}


@pytest.mark.parametrize(
    ("text", "quantity", "reason"),
    [
        ("Le maire a cité l'article 49 du règlement devant la foule.", "49", "label"),
        ("Le verger a été vendu le 7 juin 2024 à un voisin.", "7 juin 2024", "calendar"),
        ("Le maire veut garder le billet de 500 euros.", "500 euros", "denomination"),
        ("Des milliers de pommes jonchent le sol du verger.", "milliers", "vague"),
        ("Faut-il vraiment garder 300 pommiers ?", "300", "question"),
        ("S'il fallait payer 300 cueilleurs, le verger fermerait.", "300", "hypothesis"),
        ("Il faudrait 300 cueilleurs de plus au verger.", "300", "modal_conditional"),
        ("Le pressoir a brûlé il y a trois semaines.", "trois semaines", "relative_time"),
        ("Le pressoir a rouvert dix mois plus tard.", "dix mois", "relative_time"),
        ("Au cours des 20 dernières années, le verger a grandi.", "20", "period"),
        ("Les deux pommiers ont gelé.", "deux", "anaphoric"),
        ("Ces 200 000 pommes ont gelé cette nuit.", "200 000", "anaphoric"),
        ("Le maire avance deux raisons.", "deux", "trivial"),
        ("Le cidre est en vente dans deux villages.", "deux", "small_oblique"),
        ("Le prix a grimpé de 30 % en un an.", "un an", "pace"),
        ("Marie Morin taille pour la troisième fois.", "troisième", "rank_of_nothing"),
        ("On a compté cent fois les mêmes pommes.", "cent fois", "repetition"),
        ("Le maire verra un jour le verger refleurir.", "un jour", "one_day"),
        ("Dix secondes, c'est peu pour choisir une pomme.", "Dix secondes", "topic_alone"),
        ("Texte de 300 mots publié sous licence libre.", "300", "furniture"),
        ("Les clients sont âgés de 18 à 24 ans.", "18 à 24 ans", "age_range"),
    ],
)
def test_each_filter_has_its_reason(text: str, quantity: str, reason: str) -> None:
    assert reasons(text).get(quantity) == reason


def test_the_writer_s_own_hedge_is_no_figure_of_the_article() -> None:
    text = "Je devais arroser le pommier. Le maire a vendu 300 poires.\n\nLe pommier, lui, a pris dix centimètres."
    assert reasons(text).get("dix centimètres") == "own_story"


def test_a_figure_in_the_words_of_a_rule_that_is_denied_is_none() -> None:
    text = "Le verger n'ayant pas de « permis pour tout mur de plus de 5 m », le maire a fait démonter la cabane."
    assert facts(text) == []


def test_figures_of_titles_and_headings_are_left_alone() -> None:
    article = article_of_text("Vaugris vend 300 pommiers\n\nLe verger de Vaugris a trouvé un acheteur hier matin.")
    reading = next(read_many([article]))
    assert statistics(reading) == []
    assert {reason for _, reason in dropped(reading)} <= {"heading"}


def test_a_line_without_end_is_no_sentence() -> None:
    text = "Il y a " + "300 pommes et " * 100 + "rien de plus au verger de Vaugris."
    assert facts(text) == []
    assert set(reasons(text).values()) == {"endless"}


def test_offsets_are_the_articles() -> None:
    reading = read_all("À Vaugris, près de 44\u00a0% des pommiers ont gelé.")[0]
    fact = statistics(reading)[0]
    text = reading.article.text
    assert text[fact.answer.start : fact.answer.end] == fact.answer.text == "44\u00a0%"
    assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.text


def test_the_same_article_gives_the_same_facts() -> None:
    text = "Ada Morin a planté 105 poiriers en 2016 et 80 pruniers en 2017."
    assert facts(text) == facts(text)


def test_a_pronoun_takes_up_the_subject_not_the_agent_of_a_passive() -> None:
    fact = only("Le Vélorail a été inauguré en mai 2004 par Paul Brémond. Il reliait Metz à Lens en 35 minutes.")
    assert (fact.entity, fact.frame.subject) == ("Vélorail", "le Vélorail")


def test_nor_does_an_item_of_the_list_after_it() -> None:
    text = "Le Vélorail a été inauguré par Paul Brémond.\n\n- Il roule à 32 km/h\n- Il a coûté 3 millions d'euros"
    assert {f.entity for f in facts(text)} == {"Vélorail"}


def test_a_subject_without_a_name_keeps_the_pronoun_from_a_person() -> None:
    fact = only("Le conseil a nommé Paul Brémond directeur. Il gère 40 agents à Lens.")
    assert not fact.frame.construction
    assert "Brémond" not in fact.entity


def test_an_item_does_not_take_up_a_name_of_another_item() -> None:
    text = "Voici les nouvelles du jour.\n\n- Paul Brémond dirige la piscine.\n- Il accueille 300 nageurs en juin."
    assert all(f.frame.subject != "Paul Brémond" for f in facts(text))


def test_a_person_named_as_the_subject_is_taken_up_still() -> None:
    fact = only("Paul Brémond dirige la piscine de Lens. Il a formé 300 nageurs en 2019.")
    assert fact.frame.subject == "Paul Brémond"


def test_a_person_has_no_price() -> None:
    text = "À Lens, Paul Brémond a garé une remorque. Il coûte 300 euros par an."
    assert not any(f.frame.construction for f in facts(text))


def test_the_article_of_a_subject_is_small_in_a_list_and_a_plural_keeps_it() -> None:
    found = facts("- La Sovélo transporte 12 000 voyageurs par an.\n- Les Verts de Lens comptent 400 membres.")
    assert [f.frame.subject for f in found] == ["la Sovélo", "les Verts de Lens"]


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("La ligne de Lens compte 12 arrêts.", "nombre d'arrêts"),
        ("La ville de Lens compte 12 000 habitants.", "nombre d'habitants"),
        ("La ligne de Lens compte 12 haltes.", "nombre de haltes"),
        ("Les Merles occupent le troisième rang du championnat.", "rang du championnat"),
    ],
)
def test_attributes_are_french(text: str, attribute: str) -> None:
    assert [f.attribute for f in facts(text)] == [attribute]


def test_a_figure_without_a_subject_is_not_laid_at_somebody_s_door() -> None:
    title = "Le maire Marc Petit visé par un tireur"
    text = "Marc Petit n'a rien. Le suspect a été arrêté le soir au port, où il aurait été blessé par cinq balles."
    reading = next(read_many([article_of_text(f"{title}\n\n{text}")]))
    rows = [fact for fact in statistics(reading) if "balles" in fact.value]
    assert all(fact.entity != "Marc Petit" for fact in rows)


def test_a_pronoun_between_two_people_is_nobody() -> None:
    text = "Marc Petit a rencontré Luc Roy. La fête était belle.\n\nIl a reçu 300 pommes du verger de Vaugris."
    assert all(fact.entity not in ("Marc Petit", "Luc Roy") for fact in facts(text))


def test_what_speaks_for_a_figure_is_told_by_its_place() -> None:
    first, second = (
        f.features
        for f in facts(
            "Le verger compte 300 pommiers. Le chai est neuf. La grange est vide. La cour est pavée. Le moulin tourne. "
            "Le verger vend 12 paniers de cidre et 40 pots de miel."
        )
        if f.quantity.text in ("300", "12")
    )
    assert (first.get("opening"), first.get("alone")) == (1.0, 1.0)
    assert (second.get("opening"), second.get("alone")) == (None, None)


def test_nothing_but_people_has_an_age() -> None:
    text = "L'Institut Brume a perdu Marc Petit lundi.\n\nL'Institut Brume a annoncé sa mort. Il est mort à 70 ans."
    assert all("Institut" not in fact.entity for fact in facts(text))


def test_the_age_of_somebody_s_child_is_not_theirs() -> None:
    text = "Marc Petit aurait eu un enfant, aujourd'hui âgé de douze ans, avec une voisine."
    assert [fact.entity for fact in facts(text) if fact.attribute == "âge"] != ["Marc Petit"]
    text = "Marc Petit, un homme de 41 ans, a vendu son verger."
    assert "Marc Petit" in [fact.entity for fact in facts(text) if fact.attribute == "âge"]
