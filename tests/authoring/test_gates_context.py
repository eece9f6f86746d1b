from dataclasses import replace

import pytest

from quiz.authoring.gates import context, doubts, times
from quiz.authoring.repairs import repaired
from quiz.authoring.scene import Scene
from tests.authoring.made import article, asking, span, who_said


@pytest.mark.parametrize(
    "question",
    [
        "Combien de toises Bois du Morvan a-t-elle vendues en 2022 ?",
        "Combien de toises y a-t-il dans le parc de Bois du Morvan ?",
        "Quelle part des menuisiers pensent qu'ils achèteront du hêtre ?",
        "Quel âge Odile Ferrand avait-elle quand elle a repris la scierie du Morvan ?",
        "Combien de personnes la compagnie Bois du Morvan emploie-t-elle ?",
        "Combien d'emplois le contrat de Bois du Morvan créera-t-il ?",
        "Combien de toises faut-il pour bâtir une maison ?",
        "Quelle est la production annuelle de la scierie ?",
    ],
)
def test_stands_alone(question: str) -> None:
    candidate, scene = asking(question)
    assert context.stands_alone(candidate, scene) is None


@pytest.mark.parametrize(
    "question",
    [
        "Combien de toises a-t-elle vendues quand il a plu ?",
        "Combien de buts celui-ci a-t-il marqués en 2022 ?",
        "Combien de toises notre scierie a-t-elle vendues ?",
        "Selon l'article, combien de toises ont été vendues ?",
        "Combien de personnes habitent ici ?",
        "Combien d'habitants les autres communes comptent-elles ?",
        "Quelle scierie du Morvan a été bloquée pendant toute la période ?",
    ],
)
def test_does_not_stand_alone(question: str) -> None:
    candidate, scene = asking(question)
    assert context.stands_alone(candidate, scene)


@pytest.mark.parametrize(
    ("question", "doubt"),
    [
        ("Combien d'emplois la compagnie a-t-elle supprimés en 2022 ?", "leans_definite"),
        ("Combien d'années le suspect a-t-il passées en prison ?", "leans_definite"),
        ("Combien de personnes ce séisme a-t-il tuées ?", "leans_demonstrative"),
    ],
)
def test_what_the_title_may_speak_of_in_other_words_is_a_doubt(question: str, doubt: str) -> None:
    candidate, scene = asking(question)
    assert context.stands_alone(candidate, scene) is None
    assert doubts(candidate, scene)[doubt] == 1.0
    plain, scene = asking("Combien de toises Bois du Morvan a-t-elle vendues en 2022 ?")
    assert not doubts(plain, scene)


def test_a_definite_noun_of_the_topic_line_is_clear() -> None:
    candidate, scene = asking("Combien de personnes ont péri dans l'incendie cette nuit-là à Givry ?")
    assert context.unresolved_definite("dans l'incendie, combien", "Une nuit agitée")
    assert context.unresolved_definite("dans l'incendie, combien", "Incendie à Givry") is None
    assert context.stands_alone(candidate, replace(scene, article=article(title="Incendie à Givry"))) is None


def test_quoted_words_may_have_pronouns_but_not_open_on_one_for_what_was_said_before() -> None:
    home = article("« Nos apprentis, on ne les forme pas encore tout à fait au bois vert », a dit Odile Ferrand.")
    candidate = who_said(home, "Nos apprentis, on ne les forme pas encore tout à fait au bois vert")
    assert context.stands_alone(candidate, Scene(home)) is None
    home = article("« Il ne comprend pas encore tout à fait le bois vert », a dit Odile Ferrand.")
    candidate = who_said(home, "Il ne comprend pas encore tout à fait le bois vert")
    assert context.stands_alone(candidate, Scene(home)) == "quoted words begin with Il"


def test_quoted_words_that_go_on_about_what_stands_before_them() -> None:
    words = "c'est mauvais à la fin, ça détruit la forêt"
    home = article(f"Odile Ferrand a ajouté qu'à couper trop de chênes, « {words} ».")
    candidate = who_said(home, words)
    candidate = replace(candidate, fact=replace(candidate.fact, place=span(home, words)))
    assert context.stands_alone(candidate, Scene(home)) == "quoted words begin with c'"
    home = article(f"Odile Ferrand a dit : « {words} ».")
    candidate = who_said(home, words)
    candidate = replace(candidate, fact=replace(candidate.fact, place=span(home, words)))
    assert context.stands_alone(candidate, Scene(home)) is None


def test_quoted_words_that_point_at_nothing_shown_are_dropped_and_those_of_anybody_doubted() -> None:
    home = article("« On verra bien ce qui va se passer », a dit Odile Ferrand.")
    candidate = who_said(home, "On verra bien ce qui va se passer")
    assert doubts(candidate, Scene(home)) == {"generic_words": 1.0}
    home = article("« Nous espérons beaucoup de cette rencontre avec les menuisiers », a dit Odile Ferrand.")
    candidate = who_said(home, "Nous espérons beaucoup de cette rencontre avec les menuisiers")
    assert context.stands_alone(candidate, Scene(home)) == "unresolved in the quoted words: cette rencontre"


def test_a_pointer_in_words_that_tell_much_else_is_a_doubt_and_no_reason() -> None:
    words = "Grâce à cette rencontre, trois cents menuisiers de Dijon recevront du chêne de Bourgogne dès janvier 2024"
    home = article(f"« {words} », a dit Odile Ferrand.")
    candidate = who_said(home, words)
    assert context.stands_alone(candidate, Scene(home)) is None
    assert doubts(candidate, Scene(home)) == {"leans_demonstrative": 1.0}


@pytest.mark.parametrize(
    ("question", "date", "told"),
    [
        ("Combien de toises Bois du Morvan a-t-elle vendues hier ?", "2023-04-12", "le 11 avril 2023"),
        ("Combien de toises Bois du Morvan a-t-elle vendues cette année ?", "2023-04-12", "en 2023"),
        ("Combien de toises Bois du Morvan a-t-elle vendues l'an dernier ?", "2023", "en 2022"),
        ("Combien de toises Bois du Morvan a-t-elle vendues le mois dernier ?", "2023-01", "en décembre 2022"),
    ],
)
def test_relative_dates_are_made_absolute_where_the_article_has_one(question: str, date: str, told: str) -> None:
    home = article(date=date)
    candidate, _ = asking(question)
    mended = repaired(candidate, Scene(home))
    assert told in mended.question.fr
    assert times.dated(mended, Scene(home)) is None


def test_a_month_of_no_year_is_not_asked() -> None:
    question = "En quel mois Bois du Morvan a-t-elle ouvert sa scierie ?"
    undated, dated = article(date=None), article(date="2023-04-12")
    assert times.dated(*asking(question, "août", undated))
    assert times.dated(*asking(question, "août 2022", undated)) is None
    assert times.dated(*asking(question, "août", dated)) is None
    assert times.dated(*asking("Combien de toits Metz a-t-elle perdus entre mai et juin ?", "12", undated))
    assert times.dated(*asking("Combien de toits Metz a-t-elle perdus en mai 2019 ?", "12", undated)) is None


@pytest.mark.parametrize("when", ["hier", "lundi soir", "il y a deux jours", "la semaine dernière", "cette semaine"])
def test_a_relative_date_that_cannot_be_resolved_is_dropped(when: str) -> None:
    home = article(date=None)
    candidate, _ = asking(f"Combien de toises Bois du Morvan a-t-elle vendues {when} ?")
    assert times.dated(repaired(candidate, Scene(home)), Scene(home))


def test_dates_in_quotations_stay_as_they_were_said() -> None:
    home = article("« Hier encore, personne ne voulait de notre bois », a dit Odile Ferrand.")
    candidate = who_said(home, "Hier encore, personne ne voulait de notre bois")
    mended = repaired(candidate, Scene(home))
    assert "Hier encore" in mended.question.fr
    assert times.dated(mended, Scene(home)) is None


def test_a_span_under_a_dated_topic_is_clear() -> None:
    candidate, scene = asking("Combien de toises Bois du Morvan vendra-t-elle au cours des trois prochaines années ?")
    assert times.dated(candidate, scene) is None


def test_what_there_is_needs_no_name() -> None:
    assert context.unresolved_pronoun("Il y a eu trois blessés dans la scierie de Vaugris") is None
    assert context.unresolved_pronoun("Il n'y a eu aucun dégât dans la scierie de Vaugris") is None
    assert context.unresolved_pronoun("Il a eu trois blessés dans la scierie de Vaugris") == "il"


@pytest.mark.parametrize(
    "question",
    [
        "Les ouvriers de Bois du Morvan s'inquiètent d'une telle méthode, alors que _____ toises restent à vendre.",
        "Qui est dans un premier temps soutenu par les ouvriers de Bois du Morvan ?",
        "Quelque _____ ouvriers de Bois du Morvan sont sortis de la première liste, qui en tient le registre.",
        "La croissance reste faible à Autun, peinant à atteindre _____ % selon les menuisiers du Morvan.",
        "En septembre 2016, le compte est de _____ toises pour les menuisiers de Bois du Morvan.",
        "Les pertes s'élèvent à _____ toises pour les menuisiers de Bois du Morvan.",
    ],
)
def test_what_another_sentence_would_tell_is_not_asked(question: str) -> None:
    candidate, scene = asking(question, form="cloze")
    assert context.stands_alone(candidate, scene)


@pytest.mark.parametrize(
    "question",
    [
        "Bois du Morvan a eu une telle demande que _____ toises sont parties en une semaine.",
        "La croissance de Bois du Morvan reste faible, peinant à atteindre _____ % selon les menuisiers.",
    ],
)
def test_what_its_own_sentence_tells_is_asked(question: str) -> None:
    candidate, scene = asking(question, form="cloze")
    assert context.stands_alone(candidate, scene) is None


def test_a_moment_that_another_sentence_tells_is_a_doubt() -> None:
    candidate, scene = asking("Combien d'ouvriers de Bois du Morvan manquaient à ce moment ?")
    assert doubts(candidate, scene)["leans_demonstrative"] == 1.0


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Qui juge que les autres candidats à la mairie de Metz ont tort ?", True),
        ("Qui juge que les autres ont tort ?", False),
        ("Ada Morin a reçu la moitié du prix, et Luc Roy l'autre moitié.", True),
        ("Combien de ponts relient le Mali et le Niger, et combien les deux pays en ont-ils fermé ?", True),
        ("Combien de ponts les deux pays ont-ils fermés ?", False),
        ("Quel pays a signé en 2015 le premier accord universel sur le climat ?", True),
        ("Quel pays a signé en 2015 le premier ?", False),
        ("De combien les ventes de chêne de Metz sont-elles en baisse ?", True),
        ("Quelle part des chênes suffisamment d'élèves ont-ils vus, même s'ils pleuvaient ?", True),
        ("Qui s'oppose à Luc Roy et au fils de ce dernier ?", True),
        ("Qui s'oppose au fils de ce dernier ?", False),
        ("Combien de morts une attaque similaire a-t-elle faits à Metz ?", False),
        ("Combien de morts une attaque semblable à celle de Metz a-t-elle faits ?", True),
        ("Combien de toits la tempête Albane a-t-elle emportés ces derniers jours ?", True),
    ],
)
def test_a_pointer_whose_aim_is_shown_is_resolved(text: str, kept: bool) -> None:
    candidate, scene = asking(text)
    assert (context.stands_alone(candidate, scene) is None) is kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Combien de manifestants a-t-on comptés à Metz ?", False),
        ("Combien d'ouvriers avaient été entendus par le juge ?", False),
        ("Le 20 décembre, combien de soldats arrivent et repartent le lendemain ?", True),
        ("Combien de soldats repartent le lendemain ?", False),
    ],
)
def test_a_figure_has_a_day_that_is_shown(text: str, kept: bool) -> None:
    candidate, scene = asking(text)
    assert (times.dated(candidate, scene) is None) is kept


def test_what_ties_a_question_to_its_article_is_mended_before_the_gates() -> None:
    candidate, scene = asking("En 2010, combien de toises la scierie avait-elle déjà vendues, malgré tout, au Mali ?")
    assert repaired(candidate, scene).question.fr.startswith("En 2010, combien de toises la scierie a-t-elle vendues")


@pytest.mark.parametrize(
    ("construction", "text", "kept"),
    [
        ("who-claimed", "Qui a estimé que cette scierie allait fermer ?", True),
        ("who-claimed", "Qui a estimé que cette usine allait fermer ?", False),
        ("who-claimed", "Qui a estimé que les orages lui ont coûté cher ?", True),
        ("event-agent", "Qui a annoncé qu'elle avait mal au dos ?", True),
        ("event-agent", "Qui a vu qu'elle avait mal au dos ?", False),
    ],
)
def test_whom_a_claim_is_about(construction: str, text: str, kept: bool) -> None:
    candidate, scene = asking(text)
    candidate = replace(candidate, construction=construction)
    assert (context.stands_alone(candidate, scene) is None) is kept
