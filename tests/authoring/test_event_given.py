"""Questions on events that are not asked: what the topic line gives away, what is told of a thing that another sentence
names, and the wrong names and years that nobody would choose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.articles.article import Article
from quiz.articles.reader import article_of_text
from quiz.authoring.candidate import Candidate
from quiz.authoring.event_bare import (
    names_no_object,
    of_another_sort,
    still_so,
    where_another_was,
    without_its_object,
)
from quiz.authoring.event_choices import a_firm, no_year_for_it, only_named
from quiz.authoring.event_questions import candidates
from quiz.authoring.event_stems import planned
from quiz.authoring.event_tenses import told_now
from quiz.authoring.event_trims import with_coming_day
from quiz.facts.event import Event
from quiz.facts.extract import extract


def article(title: str, text: str, date: str | None = "2019-05-03") -> Article:
    return replace(article_of_text(f"{title}\n\n{text}\n"), date=date)


def proposed(home: Article) -> list[Candidate]:
    return [made for fact in extract(home) if isinstance(fact, Event) for made in candidates(fact, home)]


def asked(title: str, text: str, date: str | None = "2019-05-03") -> set[str]:
    return {made.question.fr for made in proposed(article(title, text, date))}


PLAIN = "Nouvelles brèves du jour"


@pytest.mark.parametrize(
    ("title", "text", "question"),
    [
        (
            "À Bamako, la farine manque",
            "Le Mali a signé un accord de pêche avec la Guinée.",
            "Quel pays a signé un accord de pêche avec la Guinée ?",
        ),
        (
            "Votations : la réforme passe la rampe",
            "Les retraités suisses toucheront une treizième rente.",
            "Les retraités de quel pays devaient toucher une treizième rente ?",
        ),
        (
            "Bruxelles : une navette essayée sur le campus",
            "La compagnie Brumelle a ouvert une ligne de bus à Etterbeek.",
            "Dans quelle ville la compagnie Brumelle a-t-elle ouvert une ligne de bus ?",
        ),
    ],
)
def test_what_the_topic_line_gives_away_is_not_asked(title: str, text: str, question: str) -> None:
    assert question in asked(PLAIN, text)
    assert question not in asked(title, text)


def test_a_day_of_the_title_makes_no_statement() -> None:
    text = "Le pont Volute sera rendu aux piétons vendredi 3 septembre."
    assert any(said.startswith("C'est le") for said in asked(PLAIN, text))
    assert not any(said.startswith("C'est le") for said in asked("Le pont Volute rouvrira le 3 septembre", text))


def test_a_bridge_that_only_its_name_tells_is_not_asked_for() -> None:
    text = "Le pont Volute sera rendu aux piétons vendredi 3 septembre."
    question = "Quel pont devait être rendu aux piétons le vendredi 3 septembre ?"
    assert question in asked("Travaux : le pont Volute de Namur rendu aux piétons", text)
    assert question not in asked("Le pont Volute rendu aux piétons", text)


@pytest.mark.parametrize(
    ("bare", "whole"),
    [
        ("Awa Sow a suspendu les ventes le 12 mars 2017.", "Awa Sow a suspendu les ventes de café le 12 mars 2017."),
        (
            "Le Mali a récolté 2 millions de tonnes en 2017.",
            "Le Mali a récolté 2 millions de tonnes de mil en 2017.",
        ),
    ],
)
def test_what_is_said_of_a_thing_left_unsaid_is_not_asked(bare: str, whole: str) -> None:
    assert any(question.startswith(("Qui ", "Quel pays ")) for question in asked(PLAIN, whole))
    assert not any(question.startswith(("Qui ", "Quel pays ")) for question in asked(PLAIN, bare))


def test_a_day_of_no_year_is_not_asked() -> None:
    text = "Le dernier chapitre du feuilleton Volute sera diffusé le 22 décembre."
    assert any(question.startswith("Quel jour") for question in asked(PLAIN, text))
    assert not any(question.startswith(("Quel jour", "C'est le")) for question in asked(PLAIN, text, None))


def test_how_things_are_is_not_asked_by_who() -> None:
    told = asked(PLAIN, "La société Brumelle gère 21 400 logements à Namur.")
    assert told
    assert not any(question.startswith(("Qui ", "Quelle entreprise ")) for question in told)


@pytest.mark.parametrize(
    ("name", "firm"), [("Volute Hospitality", True), ("Brumelle Habitat", True), ("Awa Sow", False)]
)
def test_a_firm_is_nobody(name: str, firm: bool) -> None:
    assert a_firm(name) is firm


def test_whom_an_article_only_names_makes_no_statement_false() -> None:
    text = "Formé chez Luc Roy, Omar Ba a ouvert un café avec Awa Sow. « Il est doué », dit Awa Sow."
    assert only_named("Luc Roy", text)
    assert not only_named("Omar Ba", text)
    assert not only_named("Awa Sow", text)


def test_years_that_nobody_would_choose() -> None:
    home = article(PLAIN, "Née à Thiès en 1925, Awa Sow a quitté Dakar en 1941. Son oncle est mort en 1913.")
    told = next(fact for fact in extract(home) if isinstance(fact, Event) and fact.slot == "date")
    assert set(no_year_for_it(replace(told, value="1941"), home)) == {"2019", "1925", "1913"}
    assert no_year_for_it(replace(told, value="12 mai"), home) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Awa Sow s'est gardée de fermer la porte en mai 2017.",
        "Omar Ba a répondu à Awa Sow.",
        "Omar Ba a mis fin en mai 2017, sans un mot.",
    ],
)
def test_an_idiom_without_what_it_is_about_is_not_asked(text: str) -> None:
    assert not any(question.startswith("Qui ") for question in asked(PLAIN, text))


def test_an_act_that_has_lost_its_object_is_not_asked() -> None:
    told = event("Omar Ba a adopté un rapport sur les eaux le 16 octobre 2017.")
    cut = replace(told, frame=replace(told.frame, rest="le mercredi 16 octobre 2017, à l'unanimité"))
    assert not without_its_object(told)
    assert without_its_object(cut)


def event(text: str) -> Event:
    home = article(PLAIN, text)
    return next(fact for fact in extract(home) if isinstance(fact, Event) and fact.slot == "agent")


@pytest.mark.parametrize(
    "text",
    [
        "Le virus Volute est transmis par un moustique du nord.",
        "Awa Sow exprime des réflexions sur la pêche et les machines en mai 2017.",
        "Le groupe État islamique a été chassé de Palmyre par l'armée syrienne en mai 2017.",
    ],
)
def test_what_is_true_of_many_or_of_one_known_to_all_is_not_asked(text: str) -> None:
    assert not any(question.startswith(("Qui ", "Quel ", "Quelle ")) for question in asked(PLAIN, text))


def test_an_object_that_only_its_noun_tells_is_a_doubt() -> None:
    assert names_no_object(event("Omar Ba a franchi le fleuve lors de la fête de Thiès."), PLAIN)
    assert not names_no_object(event("Omar Ba a franchi le fleuve lors de la fête de Thiès."), "Un fleuve en crue")
    assert not names_no_object(event("Omar Ba a franchi le fleuve Sénégal à la nage."), "Le fleuve Sénégal")


def test_a_country_of_womanly_name_is_taken_up_as_such() -> None:
    told = asked(PLAIN, "Les Philippines ont lancé un programme de vaccination contre la dengue le 4 avril 2019.")
    assert "Quel jour les Philippines ont-elles lancé un programme de vaccination contre la dengue ?" in told


def test_a_past_before_another_is_background_though_its_verb_is_split() -> None:
    told = event("Omar Ba a porté plainte contre Awa Sow pour injure publique.")
    split = replace(told.frame, finite="avait", tail="", participle="", rest=f"porté {told.frame.rest}")
    assert told_now(told, "2019-05-03") is not None
    assert told_now(replace(told, frame=split), "2019-05-03") is None


def test_somebody_told_by_his_town_is_not_asked_when() -> None:
    assert not asked(PLAIN, "Le Bisontin a frôlé la faillite en 2003.")
    assert asked(PLAIN, "Le Bénin a signé un accord de pêche en 2003.")


def test_a_race_of_women_offers_no_men() -> None:
    text = "Chez les dames, Awa Sow s'est imposée sur 800 m devant Lise Roux. Omar Ba et Luc Roy ont applaudi."
    forms = {made.form for made in proposed(article(PLAIN, text)) if "dames, qui" in made.question.fr}
    assert forms == {"text"}


def test_a_nation_in_small_letters_is_that_of_a_firm() -> None:
    assert not asked(PLAIN, "L'allemand Volute Brum a racheté une usine de Namur en 2003.") & {
        "Qui a racheté une usine de Namur en 2003 ?"
    }


@pytest.mark.parametrize("text", ["Awa Sow a remis son rapport en mai 2017.", "Awa Sow a retrouvé son poste le 4 mai."])
def test_a_report_or_a_post_of_nobody_knows_what_is_not_asked(text: str) -> None:
    assert not any(question.startswith("Qui ") for question in asked(PLAIN, text))


@pytest.mark.parametrize(
    ("text", "sea"),
    [
        ("Le cargo Volute a coulé dans la Manche en mai 2017.", True),
        ("Une grange a brûlé dans la Manche en mai 2017.", False),
    ],
)
def test_a_ship_sinks_in_the_sea_and_in_no_department(text: str, sea: bool) -> None:
    home = article(PLAIN, text)
    told = next(fact for fact in extract(home) if isinstance(fact, Event) and fact.value == "Manche")
    assert of_another_sort(told) is sea


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Omar Ba a plaidé pour une hausse de la taxe en juillet 2017.", "Quand "),
        ("Le jury de Cannes a été présidé par Omar Ba en mai 2017.", "Le jury de quelle"),
    ],
)
def test_what_may_be_told_of_another_thing_is_not_asked(text: str, start: str) -> None:
    assert not any(question.startswith(start) for question in asked(PLAIN, text))


def test_a_plan_of_a_weekday_is_of_the_one_to_come() -> None:
    told = event("Omar Ba arrivera jeudi à Thiès pour la fête de la pêche.")
    plan = planned(told)
    assert plan is not None
    assert "le jeudi 9 mai 2019" in with_coming_day(plan, "2019-05-03").frame.rest
    assert with_coming_day(told, "2019-05-03") == told


def test_a_body_told_by_its_head_alone_is_no_answer() -> None:
    text = "La Fédération internationale a privé le Mali de compétition en 2017."
    assert not any(question.startswith("Quelle ") for question in asked(PLAIN, text))


@pytest.mark.parametrize(("subject", "so"), [("la province Sud", True), ("la cérémonie", False)])
def test_who_heads_a_body_still_does(subject: str, so: bool) -> None:
    told = event("Omar Ba a présidé la fête de Thiès en 2017.")
    aside = replace(
        told,
        slot="by",
        frame=replace(told.frame, subject=subject, tail="été présidée"),
        features=told.features | {"participial": 1.0},
    )
    assert still_so(aside) is so


def test_no_far_city_stands_beside_a_small_town() -> None:
    text = "Brumelle a ouvert une mine à Goro. Elle a des bureaux à Londres et à Tokyo."
    choices = {choice.fr for made in proposed(article(PLAIN, text)) for choice in made.suggested}
    assert not choices & {"Londres", "Tokyo"}


def test_who_did_a_crime_has_no_likes() -> None:
    text = "Omar Ba a volé cinq toiles au musée Volute en 2010. Luc Roy et Jean Fall dirigent le musée."
    made = proposed(article(PLAIN, text))
    assert {one.form for one in made if one.question.fr.startswith(("En 2010, qui", "Qui a volé"))} == {"text"}


@pytest.mark.parametrize(
    ("text", "asked_where"),
    [
        ("Omar Ba a volé cinq toiles exposées à Thiès.", False),
        ("Omar Ba a visité les blessés à Thiès.", True),
        ("Omar Ba a ouvert un marché à Thiès.", True),
    ],
)
def test_where_things_were_is_not_where_it_was_done(text: str, asked_where: bool) -> None:
    told = event(text)
    place = replace(told, slot="place", value="Thiès", written="Thiès")
    place = replace(place, frame=replace(told.frame, rest=told.frame.rest.removesuffix(" à Thiès")))
    assert where_another_was(place) is not asked_where


@pytest.mark.parametrize(
    "text",
    [
        "Le RGPD impose de détruire les données de mai 2017.",
        "Le comité de Thiès a tranché le 13 avril 2017.",
        "Omar Ba a adopté une résolution par 306 voix contre 27 le 4 mai 2017.",
        "Omar Ba a écopé de 5,5 millions en janvier 2017.",
    ],
)
def test_a_claim_that_has_lost_its_matter_is_not_asked(text: str) -> None:
    assert not any(
        question.startswith(("Qui ", "Quel jour ", "Quand ", "Dans quelle ville ", "C'est le ", "C'est Omar"))
        for question in asked(PLAIN, text)
    )


def test_whom_one_fines_is_no_town() -> None:
    told = asked(PLAIN, "L'autorité du port a infligé le 4 mai 2017 une amende à Volute.")
    assert told
    assert not any("quelle ville" in question for question in told)


def test_somebody_told_by_his_isle_is_not_asked_when() -> None:
    text = "Omar Ba est né à Groix. Le Groisillon a cédé son affaire au groupe Volute en 2004."
    assert not any("Groisillon" in question for question in asked(PLAIN, text))


def test_the_next_meeting_is_not_asked_for_its_day() -> None:
    assert not asked(PLAIN, "Le prochain conseil aura lieu le 27 septembre 2019 à Thiès.")


def test_the_last_but_one_stage_is_no_half_of_anything() -> None:
    text = "Omar Ba a remporté vendredi la troisième et avant-dernière étape du Tour de Thiès."
    assert any(question.startswith("Qui a remporté") for question in asked(PLAIN, text))
