"""Wrong choices of questions on events: who is likely, and who would be unfair."""

from __future__ import annotations

from dataclasses import replace

from quiz.articles.article import Article
from quiz.articles.reader import article_of_text
from quiz.authoring.event_choices import likely, unfair
from quiz.authoring.event_halves import half_told
from quiz.authoring.fitting import company
from quiz.deck import Bilingual
from quiz.facts.event import Event
from quiz.facts.fact import Frame
from tests.authoring.made import asking, sentence, span


def home(title: str, text: str) -> Article:
    return replace(article_of_text(f"{title}\n\n{text} Fin.\n"), date="2019-05-03", title=title)


def event(article: Article, value: str, **more: object) -> Event:
    base: dict[str, object] = {
        "evidence": sentence(article, value), "answer": span(article, value), "rule": "test", "confidence": 0.9,
        "slot": "agent", "value": value, "value_kind": "person", "entity": "", "frame": Frame(),
    }  # fmt: skip
    return Event(**(base | more))  # type: ignore[arg-type]


def test_who_has_the_same_post_comes_before_who_stands_nearer() -> None:
    article = home(
        "Conseil de mai",
        "Le ministre Omar Ba a fermé le port. Le chanteur Jean Fall chantait. Le ministre Paul Diop reste.",
    )
    fact = event(article, "Omar Ba", others=("Jean Fall", "Paul Diop"))
    assert likely(fact, article) == ("Paul Diop", "Jean Fall")


def test_a_beach_is_nobody() -> None:
    article = home("Course de mai", "Omar Ba a gagné, parti de Sable Beach. Partis à Goz Vert, Jean Fall suivait.")
    fact = event(article, "Omar Ba", others=("Sable Beach", "Goz Vert", "Jean Fall"))
    assert likely(fact, article) == ("Jean Fall",)


def test_small_french_towns_stand_beside_large_ones_and_beside_those_of_a_department() -> None:
    article = home("Pluie de mai", "La pluie est tombée à Aurillac, à Rennes et à Volmont (Somme), puis à Rome.")
    fact = event(
        article, "Aurillac", slot="place", value_kind="place", family="ville", others=("Rennes", "Volmont", "Rome")
    )
    assert set(likely(fact, article)) == {"Rennes", "Volmont"}


def test_a_country_that_the_question_or_the_title_has_on_the_other_side_is_unfair() -> None:
    article = home("Fin des frappes en Syrie et en Irak", "Le Canada a cessé ses vols contre la milice turque.")
    fact = event(
        article,
        "Canada",
        value_kind="country",
        others=("Syrie", "Irak"),
        frame=Frame(rest="ses vols contre la milice turque"),
    )
    assert set(unfair(fact, article)) == {"Turquie", "Syrie", "Irak"}


def test_the_company_of_the_key_is_weighed() -> None:
    article = home(
        "Conseil de mai", "Le ministre Omar Ba a fermé le port. Le chanteur Jean Fall et Luc Roy chantaient."
    )
    fact = event(article, "Omar Ba")
    choices = tuple(Bilingual(name) for name in ("Omar Ba", "Jean Fall", "Luc Roy"))
    made, _ = asking("Qui a fermé le port ?", "Omar Ba", article, fact=fact, distractor_type="person:m")
    made = replace(made, form="choice", choices=choices)
    assert company(made, article.text) == {"strangers": 0.0, "odd_company": 1.0}


def test_departments_of_the_region_come_first_and_alone_where_it_is_named() -> None:
    article = home("Grêle en Bretagne", "La grêle est tombée dans le Finistère et dans le Gard.")
    fact = event(article, "Finistère", slot="place", value_kind="place", family="département", others=("Gard", "Gers"))
    assert set(likely(fact, article)) == {"Côtes-d'Armor", "Ille-et-Vilaine", "Morbihan"}
    elsewhere = home("Grêle de mai", "La grêle est tombée dans le Finistère et dans le Gard.")
    assert likely(fact, elsewhere)[3:] == ("Gard", "Gers")


def test_nobody_of_another_age_stands_beside_the_key() -> None:
    article = home("Conseil", "Omar Ba a cité Luc Roy, ministre sous Jean Fall, et Paul Diop.")
    fact = event(article, "Omar Ba", others=("Jean Fall", "Paul Diop"))
    assert likely(fact, article) == ("Paul Diop",)


def test_the_president_is_no_choice_where_the_question_names_him_by_his_post() -> None:
    article = home("Conseil", "Omar Ba dénonce un discours du Président. Le président Jean Fall et Luc Roy se taisent.")
    fact = event(article, "Omar Ba", others=("Jean Fall", "Luc Roy"), frame=Frame(rest="un discours du Président"))
    assert likely(fact, article) == ("Luc Roy",)


def test_the_same_body_by_its_chairman_is_no_choice() -> None:
    article = home(
        "Conseil", "La Commission du port a tranché. La Commission Jean Morin siège, le Conseil du port aussi."
    )
    fact = event(
        article,
        "Commission du port",
        value_kind="organisation",
        family="institution",
        others=("Commission Jean Morin", "Conseil du port"),
    )
    assert likely(fact, article) == ("Conseil du port",)


def test_what_somebody_only_thinks_is_half_told() -> None:
    frame = Frame(subject="le risque de crue", finite="est", verb="limiter", tail="limité", participle="limité")
    thought = home("Crues de mai", "Une géographe considère que le risque de crue est limité au Mali.")
    told = home("Crues de mai", "Une digue neuve tient, et le risque de crue est limité au Mali.")
    for article, lost in ((thought, True), (told, False)):
        fact = event(article, "Mali", slot="place", value_kind="country", frame=frame, modality="asserted")
        assert half_told(fact) is lost


def test_countries_of_the_region_come_first_and_alone_for_a_place() -> None:
    article = home("Fièvre", "Le cas est venu de Guinée. Le Mali et l'Espagne attendent, le Sénégal aussi.")
    fact = event(article, "Guinée", slot="place", value_kind="country", others=("Espagne", "Mali", "Sénégal"))
    assert likely(fact, article) == ("Mali", "Sénégal")
    fact = event(article, "Guinée", value_kind="country", others=("Espagne", "Mali", "Sénégal"))
    assert likely(fact, article) == ("Mali", "Sénégal", "Espagne")


def test_a_station_named_after_a_king_is_nobody_and_a_minister_asked_by_her_post_no_choice() -> None:
    article = home(
        "Trains", "Omar Ba parle au ministre du port, Luc Roy. Jean V, Rivoli et Nord sont fermés. Paul Diop."
    )
    fact = event(
        article, "Omar Ba", others=("Luc Roy", "Jean V", "Paul Diop"), frame=Frame(rest="parle au ministre du port")
    )
    assert likely(fact, article) == ("Paul Diop",)


def test_one_man_by_two_first_names_is_one_choice() -> None:
    article = home("Étape", "Omar Ba devance Steve Fall. Stephen Fall et Luc Roy suivent.")
    fact = event(article, "Omar Ba", others=("Stephen Fall", "Steve Fall", "Luc Roy"))
    assert likely(fact, article) == ("Stephen Fall", "Luc Roy")


def test_no_country_stands_beside_a_town() -> None:
    article = home("Vaccin", "Le vaccin est produit à Volmont (Somme), puis parti à Lyon et au Salvador.")
    fact = event(
        article, "Volmont", slot="place", value_kind="place", family="ville", others=("Salvador", "Lyon", "Lille")
    )
    assert "Salvador" not in likely(fact, article)


def test_a_club_is_nobody() -> None:
    article = home("Débuts", "Omar Ba a joué pour Volute FC en mai.")
    frame = Frame(subject="Omar Ba", finite="a", verb="jouer", tail="joué", participle="joué", preposition="pour")
    assert half_told(event(article, "Volute FC", slot="with", frame=frame))
    assert not half_told(event(article, "Omar Ba", frame=replace(frame, rest="en mai pour Volute FC à Rennes")))
