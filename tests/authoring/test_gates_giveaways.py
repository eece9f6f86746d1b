"""Questions that answer themselves, and those of a day or a figure that nobody would remember."""

from __future__ import annotations

import pytest

from quiz.authoring.candidate import ruled
from quiz.authoring.gates import giveaways, wording
from quiz.authoring.scene import Scene
from quiz.facts.event import Event
from quiz.facts.fact import Frame
from tests.authoring.made import DEMAND, article, asking, quotation, sentence, span, statistic


def happening(text: str, who: str, question: str, *, title: str = "Vaugris : la fête du bois", **more: str):  # type: ignore[no-untyped-def]
    home = article(text, title=title)
    fact = Event(
        evidence=sentence(home, who), answer=span(home, who), rule="test", confidence=0.9,
        slot="agent", value=who, value_kind="person", entity="", frame=Frame(),
    )  # fmt: skip
    return asking(question, who, home, fact=fact, **({"construction": "event-agent", "form": "text"} | more))


@pytest.mark.parametrize(
    ("question", "title", "kept"),
    [
        ("Quel pays met en garde les ressortissants belges ?", "Cuba : un mal inconnu", False),
        ("Dans quel pays le lynx recule-t-il ?", "Le lynx belge en danger", False),
        ("Quel pays met en garde les touristes ?", "Cuba : un mal inconnu", True),
    ],
)
def test_the_adjective_of_a_country_tells_it(question: str, title: str, kept: bool) -> None:
    candidate, scene = happening("La Belgique met en garde.", "Belgique", question, title=title)
    assert (giveaways.told_nation(candidate, scene) is None) is kept


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Qui était, en mai 2017, le président russe ?", False),
        ("Qui était, en mai 2017, le Premier ministre israélien ?", False),
        ("Qui était, en mai 2017, le président du gouvernement espagnol ?", False),
        ("Qui était, en mai 2017, le Premier ministre slovaque ?", True),
        ("Qui était, en mai 2017, le porte-parole du président russe ?", True),
        ("Qui était, en mai 2017, le président russe du comité de Vaugris ?", True),
    ],
)
def test_whom_everybody_knows_is_not_asked(question: str, kept: bool) -> None:
    candidate, scene = happening("Paul Roux parle.", "Paul Roux", question, construction="role-holder")
    assert (giveaways.known_ruler(candidate, scene) is None) is kept


@pytest.mark.parametrize(("text", "kept"), [("Le pape Luc a prié.", False), ("Luc a prié.", True)])
def test_there_is_one_pope_at_a_time(text: str, kept: bool) -> None:
    candidate, scene = happening(text, "Luc", "Qui a prié à Metz ?", title="Metz : visite du pape Luc")
    assert (giveaways.office_in_title(candidate, scene) is None) is kept


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Qui remporte une médaille d'argent devancée par Lise Aubert ?", False),
        ("Qui a été devancée par Lise Aubert ?", True),
        ("Qui devance Lise Aubert ?", True),
    ],
)
def test_a_participle_set_apart_tells_a_woman(question: str, kept: bool) -> None:
    candidate, scene = happening("Ada Morin remporte.", "Ada Morin", question)
    assert (giveaways.agreeing_participle(candidate, scene) is None) is kept


def test_a_word_is_nobody() -> None:
    candidate, scene = happening("« Brumo » signifie « brume ».", "Brumo", "Qui signifie « brume » ?")
    assert giveaways.a_word_for_somebody(candidate, scene)


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Quel jour est-ce que l'institut a publié son étude trimestrielle sur le bois ?", False),
        ("Quel jour l'institut a-t-il été fermé ?", True),
        ("Quel institut a publié une étude sur le bois ?", True),
    ],
)
def test_the_day_of_a_publication_is_not_asked(question: str, kept: bool) -> None:
    candidate, scene = happening("L'institut a publié.", "institut", question, construction="event-date")
    assert (giveaways.routine_day(candidate, scene) is None) is kept


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("En catégorie, quelle place Luc Roy prend-il ?", False),
        ("En catégorie reine, quelle place Luc Roy prend-il ?", True),
        ("Combien de coureurs prennent l'avantage les Belges Luc Roy et Paul Roux ?", False),
        ("Combien de coureurs ont battu les Belges Luc Roy et Paul Roux ?", True),
        ("De combien de courses la série est-elle composée permettant de se qualifier ?", False),
        ("Selon Ada Morin, quel est le déficit public ?", False),
        ("Selon Ada Morin, quel est le déficit public de Vaugris ?", True),
    ],
)
def test_a_stem_that_lost_a_piece_is_dropped(question: str, kept: bool) -> None:
    home = article()
    candidate, scene = asking(question, "44 %", home, fact=statistic(home), construction="stat-rank", form="choice")
    assert (giveaways.pieces_lost(candidate, scene) is None) is kept


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Le parti tombe à 27 sur les _____ sièges.", False),
        ("Des bancs seront posés comme c'est déjà le cas dans _____ gares.", False),
        ("Le parti tombe à _____ sièges.", True),
    ],
)
def test_a_whole_everybody_knows_is_not_left_out(question: str, kept: bool) -> None:
    home = article()
    candidate, scene = asking(question, "44", home, fact=statistic(home), construction="cloze-number", form="cloze")
    assert (giveaways.beside_the_point(candidate, scene) is None) is kept


@pytest.mark.parametrize(
    ("shown", "kept"),
    [
        ("Je pars demain […] mais c'était le moindre de mes succès.", False),
        ("Je pars demain […] mardi. Rien ne me retient.", False),
        ("Je pars demain […] et la scierie restera ouverte.", True),
    ],
)
def test_a_cut_keeps_what_the_rest_refers_to(shown: str, kept: bool) -> None:
    home = article()
    said = quotation(home, DEMAND, "Odile Ferrand")
    candidate, _ = asking(f"Qui a dit : « {shown} » ?", "Odile Ferrand", home, fact=said, form="text")
    assert (giveaways.cut_antecedent(candidate, Scene(home)) is None) is kept


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Les menuisiers sans emploi sont _____ de plus.", False),
        ("Les menuisiers sont _____ de plus qu'en 2022.", True),
        ("La ville de près de _____ habitants était un fief du hêtre.", False),
        ("Depuis fin mars, _____ scieries furent fermées.", False),
        ("Luc Roy a trouvé un sac contenant _____ pièces d'or ont été vues à Metz.", False),
        ("Luc Roy a trouvé un sac contenant _____ pièces d'or, a dit Metz.", True),
        ("En milieu de semaine dernière, _____ juges ont siégé à Metz.", False),
        ("Environ _____ menuisiers étaient présents à ce moment, dont Luc Roy.", False),
    ],
)
def test_a_sentence_shown_has_all_its_pieces(question: str, kept: bool) -> None:
    home = article()
    candidate, scene = asking(question, "44", home, fact=statistic(home), construction="cloze-number", form="cloze")
    assert (giveaways.shown_pieces(candidate, scene) is None) is kept


@pytest.mark.parametrize(
    ("title", "kept"),
    [("Une forge lève 1,5 million de dollars", False), ("Une forge lève 3 millions de dollars", True)],
)
def test_an_amount_that_the_title_rounds_is_no_choice(title: str, kept: bool) -> None:
    home = article("La forge a levé 1 530 887 dollars.", title=title)
    fact = statistic(home, "1 530 887")
    candidate, scene = asking("Quel montant la forge a-t-elle levé ?", "1 530 887", home, fact=fact, form="choice")
    assert (giveaways.rounded_in_title(candidate, scene) is None) is kept


@pytest.mark.parametrize(("other", "kept"), [("quatrième", False), ("troisième", True)])
def test_a_podium_has_three_steps(other: str, kept: bool) -> None:
    choices = tuple(ruled(text, None) for text in ("deuxième", "première", other))
    candidate, scene = asking(
        "Sur quelle marche du podium Luc Roy monte-t-il ?", "deuxième", form="choice", choices=choices
    )
    assert (giveaways.off_the_podium(candidate, scene) is None) is kept


@pytest.mark.parametrize(
    ("question", "title", "kept"),
    [
        ("Dans quel pays des talibans ont-ils attaqué une base ?", "Un attentat contre une base", False),
        ("Dans quel pays une base a-t-elle été attaquée ?", "Attentat à Kaboul", False),
        ("Dans quel pays une base a-t-elle été attaquée ?", "Un attentat contre une base", True),
    ],
)
def test_what_a_well_known_name_tells_is_not_asked(question: str, title: str, kept: bool) -> None:
    candidate, scene = happening("L'Afghanistan est en deuil.", "Afghanistan", question, title=title)
    assert (giveaways.goes_without_saying(candidate, scene) is None) is kept


def test_the_opponent_in_the_question_is_no_choice() -> None:
    choices = tuple(ruled(name, None) for name in ("Belgique", "Suède", "Norvège"))
    candidate, scene = happening(
        "La Belgique gagne.", "Belgique", "Quel pays a battu l'équipe suédoise ?", form="choice", choices=choices
    )
    assert giveaways.told_nation(candidate, scene)


@pytest.mark.parametrize(
    ("key", "wrong", "kept"),
    [
        ("6 avril", ("16 février", "7 février"), False),
        ("6 avril", ("2 avril", "7 février"), True),
        ("les 3 et 4 avril", ("les 3 et 4 mars", "les 10 et 11 mars"), False),
        ("6 mai 2011", ("16 février 2011", "7 février 2011"), True),
    ],
)
def test_more_than_one_day_is_near_the_articles(key: str, wrong: tuple[str, ...], kept: bool) -> None:
    choices = tuple(ruled(text, None) for text in (key, *wrong))
    candidate, scene = asking("Quel jour la scierie a-t-elle fermé ?", key, form="choice", choices=choices)
    assert (giveaways.one_day_near(candidate, scene) is None) is kept


@pytest.mark.parametrize(("answer", "kept"), [("2 500 m 2", False), ("2 500 m²", True), ("12 m", True)])
def test_a_unit_is_whole(answer: str, kept: bool) -> None:
    candidate, scene = asking("Sur quelle superficie la scierie s'étend-elle ?", answer)
    assert (giveaways.broken_units(candidate, scene) is None) is kept


def test_a_count_so_far_is_not_shown() -> None:
    home = article("La scierie a vendu jusqu'à présent 340 toises de chêne.")
    fact = statistic(home, "340")
    candidate, scene = asking(
        "La scierie a vendu jusqu'au 12 avril 2023 _____ toises.", home=home, fact=fact, form="cloze"
    )
    assert giveaways.shown_pieces(candidate, scene)


@pytest.mark.parametrize(
    ("title", "others", "kept"),
    [
        ("Rio : les États-Unis s'inclinent face à la Suède", ("Brésil", "Japon"), False),
        ("Rio : les États-Unis s'inclinent face à la Suède", ("Pays-Bas", "Japon"), True),
        ("Rio : défaite des États-Unis face à la Suède", ("Brésil", "Japon"), True),
    ],
)
def test_the_title_s_verb_tells_how_many(title: str, others: tuple[str, ...], kept: bool) -> None:
    choices = tuple(ruled(name, name) for name in ("États-Unis", *others))
    question = "Quel pays s'est incliné en finale ?"
    candidate, scene = asking(question, "États-Unis", article(title=title), form="choice", choices=choices)
    assert (giveaways.told_number(candidate, scene) is None) is kept


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Le pont Saint-Roch rouvrira le 3 septembre", False),
        ("Le pont Saint-Roch rouvrira en septembre", True),
    ],
)
def test_a_day_that_the_title_tells_is_no_statement(title: str, kept: bool) -> None:
    question = "C'est le 3 septembre que le pont Saint-Roch devait rouvrir."
    candidate, scene = happening("Ada Morin rouvre le pont.", "Ada Morin", question, title=title, form="true-false")
    assert (wording.not_trivial(candidate, scene) is None) is kept
