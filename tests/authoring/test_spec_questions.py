"""Direct questions on specifications: what is asked of each kind of fact, in both languages, and what is not asked.

The facts come from sentences of ours through the extraction, so that wording and reading are tested together.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from quiz.articles.article import Article
from quiz.articles.reader import article_of_text
from quiz.authoring.candidate import Candidate
from quiz.authoring.distractors import choices_for
from quiz.authoring.pool import Pool
from quiz.authoring.spec_list_questions import may_be_wrong, singular
from quiz.authoring.spec_questions import candidates
from quiz.facts.reading import read
from quiz.facts.spec_schema import schema
from quiz.facts.specifications import specifications

BEFORE = "La société Brumelle recrute. Les élèves essaient le logiciel Volute."


@cache
def asked(text: str, title: str = "Une rentrée chargée", date: str | None = "2018-05-26") -> tuple[Candidate, ...]:
    home = article_of_text(f"{title}\n\n{BEFORE}\n\n{text}")
    home = Article(home.id, home.doc, home.file, title, date, "fr", home.text, home.blocks, home.sha256)
    facts = [fact for fact in specifications(read(home)) if fact.evidence.text not in BEFORE]
    return tuple(candidate for fact in facts for candidate in candidates(fact, home))


def questions(text: str, construction: str = "", **more: str | None) -> dict[str, str]:
    """Question -> answer, in whatever form."""
    return {
        c.question.fr: c.answer.fr
        for c in asked(text, **more)  # type: ignore[arg-type]
        if not construction or c.construction == construction
    }


def test_role_to_name_is_dated_by_the_article() -> None:
    text = "Claire Fontaine, directrice générale de Brumelle, a démenti la vente."
    found = questions(text, "role-holder")
    assert found == {"Qui était, en mai 2018, la directrice générale de Brumelle ?": "Claire Fontaine"}
    assert questions(text, "role-holder", date=None) == {}


def test_letters_are_said_in_full_where_the_article_tells_them() -> None:
    told = "Le Conseil des mers libres (CML) a voté. Le directeur général du CML, Paul Roux, a démenti."
    assert questions(told, "role-holder") == {
        "Qui était, en mai 2018, le directeur général du Conseil des mers libres ?": "Paul Roux"
    }
    joined = "La Brigade des sapeurs-pompiers de Lorne (BSPL) aide. Paul Roux, porte-parole de la BSPL, a démenti."
    assert questions(joined, "role-holder") == {
        "Qui était, en mai 2018, le porte-parole de la Brigade des sapeurs-pompiers de Lorne ?": "Paul Roux"
    }
    assert questions("Le directeur général du CML, Paul Roux, a démenti.", "role-holder") == {}
    assert questions("Le directeur général de la SNCF, Paul Roux, a démenti.", "role-holder")


def test_half_of_a_house_is_not_asked_for_its_head() -> None:
    assert not questions("Paul Roux, chef du groupement Brume-Lorne, a démenti.", "role-holder")
    assert not questions("Paul Roux, chef du Département des sports, a démenti.", "role-holder")
    assert not questions("« Elle coule », dit Claire Fontaine, la directrice de l'Observatoire.", "role-holder")
    assert questions("Paul Roux, chef du service de cardiologie à l'hôpital Brumelle, a démenti.", "role-holder")


def test_role_to_name_in_english() -> None:
    found = next(c for c in asked("Le PDG de Brumelle, Paul Roux, a démenti.") if c.construction == "role-holder")
    assert found.question.en == "Who was the CEO of Brumelle in May 2018?"
    assert found.answer.en == "Paul Roux"
    assert found.question.origin == "rule"


def test_name_to_role() -> None:
    found = questions("Claire Fontaine, directrice générale de Brumelle, a démenti la vente.", "role-function")
    assert found == {
        "Quelle fonction occupait Claire Fontaine au sein de Brumelle en mai 2018 ?": "directrice générale"
    }


def test_a_role_of_the_past_is_asked_of_its_holder_only() -> None:
    text = "L'ancien PDG de Brumelle, Paul Roux, a démenti la vente."
    assert questions(text, "role-holder") == {}
    assert questions(text, "role-function") == {}  # in passing
    found = questions(text, "role-function", title="Paul Roux s'explique")
    assert found == {"Quelle fonction Paul Roux a-t-il occupée par le passé au sein de Brumelle ?": "PDG"}


def test_a_mayor_is_asked_by_the_town() -> None:
    found = questions("La maire de Brest, Claire Fontaine, a signé le plan.", "role-function")
    assert found == {"Quelle fonction occupait Claire Fontaine à Brest en mai 2018 ?": "maire"}


def test_a_member_is_asked_by_the_body() -> None:
    found = questions("« Rien ne presse ici », dit Paul Roux, membre du Cercle nautique.", "member-of")
    assert found == {"De quelle organisation Paul Roux est-il membre ?": "Cercle nautique"}


def test_the_portfolio_stands_without_the_country() -> None:
    found = questions("Le ministre belge des Finances, Paul Roux, a signé le plan.", "role-function")
    assert found == {
        "Quelle fonction occupait Paul Roux au sein du gouvernement belge en mai 2018 ?": "ministre des Finances"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Le président français, Paul Roux, a signé le plan.",  # common knowledge
        "Le PDG de la compagnie, Paul Roux, a signé le plan.",  # which company?
        "Le président du Conseil, Paul Roux, a signé le plan.",  # which council?
        "Paul Roux, directeur de Los Angeles, a signé le plan.",  # a town has no director
        "Le ministre de la Culture de l'époque, Paul Roux, a signé le plan.",  # another time
        "En 1999, le directeur de Brumelle, Paul Roux, signait le plan.",  # another time
        "Le ministre de la Culture, Paul Roux, a signé le plan.",  # of which country?
    ],
)
def test_roles_that_are_not_asked(text: str) -> None:
    assert questions(text) == {}


def test_a_minister_is_asked_where_the_topic_line_tells_the_country() -> None:
    found = questions(
        "Le ministre de la Culture, Paul Roux, a signé.", "role-holder", title="Irlande : un plan pour les musées"
    )
    assert found == {"Qui était, en mai 2018, le ministre irlandais de la Culture ?": "Paul Roux"}


def test_a_nationality_is_no_part_of_a_post_in_a_body() -> None:
    found = questions("Le président danois de Brumelle, Paul Roux, a démenti la vente.")
    assert found["Qui était, en mai 2018, le président de Brumelle ?"] == "Paul Roux"
    assert found["Quelle fonction occupait Paul Roux au sein de Brumelle en mai 2018 ?"] == "président"


def test_a_post_of_many_is_not_asked_for_its_holder() -> None:
    assert questions("Paul Roux, vice-président de Brumelle, a signé le plan.", "role-holder") == {}


def test_the_maker_both_ways() -> None:
    text = "Le logiciel Volute, développé par Brumelle, dessine des plans."
    assert questions(text, "maker-of") == {"Quelle entreprise a développé Volute ?": "Brumelle"}
    assert questions(text, "maker-thing") == {"Lequel de ces produits a été développé par Brumelle ?": "Volute"}
    found = next(c for c in asked(text) if c.construction == "maker-of")
    assert found.question.en == "Which company developed Volute?"
    assert found.distractor_type == "organisation"


def test_the_maker_is_typed_too() -> None:
    typed = [c for c in asked("Le logiciel Volute, développé par Brumelle, dessine des plans.") if c.form == "text"]
    assert [c.answer.fr for c in typed] == ["Brumelle"]


def test_a_typed_person_may_be_typed_by_surname() -> None:
    typed = next(c for c in asked("Le PDG de Brumelle, Paul Roux, a démenti.") if c.form == "text")
    assert (typed.answer.fr, typed.accept) == ("Paul Roux", ("Roux",))


def test_without_a_verb_the_maker_is_behind_the_thing() -> None:
    text = "Les élèves se servent du logiciel Volute de Brumelle."
    assert questions(text, "maker-of") == {"Quelle entreprise est à l'origine de Volute ?": "Brumelle"}


@pytest.mark.parametrize(
    "text",
    [
        "Le projet Ancolie est interprété par Claire Fontaine.",
        "Le logiciel Volute est interprété par Claire Fontaine.",
        "Le film Marées a interprété Rick Dicker en 2004.",
        "Le Danois de Brumelle, Paul Roux, est sorti de la route le 12 mai.",
        "Il a écrit des chansons pour le film « Marées », avec la musique de Paul Roux.",
    ],
)
def test_kinds_of_thing_that_do_no_such_thing_are_not_asked(text: str) -> None:
    assert questions(text) == {}


def test_a_work_is_performed() -> None:
    found = questions("La chanson Marées est interprétée par Claire Fontaine.", "performer-of")
    assert found == {"Qui interprète la chanson «\u00a0Marées\u00a0» ?": "Claire Fontaine"}


def test_a_maker_of_unknown_kind_is_asked_with_who() -> None:
    found = questions("Odo Lenoir a conçu le logiciel Tamaris.", "maker-of") | questions(
        "Odo Lenoir a conçu le logiciel Tamaris.", "creator-of"
    )
    assert list(found) == ["Qui a conçu Tamaris ?"]


def test_a_club_goes_on_behind_a_noun_in_small_letters() -> None:
    found = questions("Claire Fontaine, présidente de l'Automobile club de Brest, a démenti.", "role-holder")
    assert found == {"Qui était, en mai 2018, la présidente de l'Automobile club de Brest ?": "Claire Fontaine"}


def test_what_a_thing_is_has_wrong_choices_of_its_field() -> None:
    def wrong(text: str) -> set[str]:
        return {w.fr for c in asked(text) if c.construction == "nature-of" for w in c.suggested}

    software = wrong("Volute, un logiciel de dessin en couleurs, plaît aux élèves.")
    film = wrong("Ils ont vu le film de science-fiction « Marées ».")
    assert software
    assert film
    assert not software & film
    assert questions("Varanne, un village de la vallée, dort.", "nature-of") == {}  # no field, no choice


def test_what_a_thing_is_has_wrong_choices_of_another_noun() -> None:
    found = next(
        c
        for c in asked("Volute, un logiciel de dessin en couleurs, plaît aux élèves.")
        if c.construction == "nature-of"
    )
    assert (found.question.fr, found.answer.fr) == ("Qu'est-ce que Volute ?", "un logiciel de dessin en couleurs")
    assert len(found.suggested) >= 2
    assert not any("logiciel" in choice.fr for choice in found.suggested)
    assert all(choice.en for choice in found.suggested)


def test_a_work_stands_between_guillemets() -> None:
    found = questions("Ils ont vu le film de science-fiction « Marées ».", "nature-of")
    assert found == {"Qu'est-ce que «\u00a0Marées\u00a0» ?": "un film de science-fiction"}


def test_a_nationality_is_asked_as_a_country() -> None:
    text = "Le plan vient de la société danoise Brumelle."
    found = next(c for c in asked(text, title="Brumelle recrute") if c.construction == "origin-of")
    assert (found.question.fr, found.answer.fr, found.distractor_type) == (
        "De quel pays vient la société Brumelle ?",
        "du Danemark",
        "country",
    )


def test_a_country_is_asked_of_what_the_article_is_about_and_where_nothing_tells_it() -> None:
    text = "Le plan vient de la société danoise Brumelle."
    assert questions(text, "origin-of") == {}
    assert questions(text, "origin-of", title="Danemark : Brumelle recrute") == {}


def test_a_country_of_makers_stands_among_countries_of_makers() -> None:
    text = "Le plan vient de la société américaine Brumelle."
    found = next(c for c in asked(text, title="Brumelle recrute") if c.construction == "origin-of")
    assert {choice.fr for choice in found.suggested} <= {
        "d'Allemagne", "de Chine", "de Corée du Sud", "de France", "d'Inde", "du Japon", "du Royaume-Uni", "de Russie",
    }  # fmt: skip


@pytest.mark.parametrize("title", ["Dessin : le succès d'un logiciel", "Les logiciels de la rentrée"])
def test_what_a_thing_is_is_not_asked_where_the_topic_line_tells_it(title: str) -> None:
    text = "Volute, un logiciel de dessin en couleurs, plaît aux élèves."
    assert questions(text, "nature-of", title=title) == {}


def test_what_a_thing_is_is_not_asked_where_its_name_tells_it() -> None:
    assert questions("Brisk Transport, une entreprise de transport, recrute.", "nature-of") == {}


def test_a_trade_is_not_asked() -> None:
    assert questions("Le skieur norvégien Paul Roux a signé le plan.", "role-function") == {}


def test_the_camp_of_a_mayor_is_no_part_of_the_key() -> None:
    found = next(
        c for c in asked("Paul Roux, maire UDI de Brest, a signé le plan.") if c.construction == "role-function"
    )
    assert found.answer.fr == "maire"
    assert "préfet" not in [choice.fr for choice in found.suggested]


def test_a_deputy_minister_stands_among_deputy_ministers() -> None:
    text = "Le vice-ministre belge de la Santé, Paul Roux, a signé le plan."
    found = next(c for c in asked(text) if c.construction == "role-function")
    assert all(choice.fr.startswith("vice-ministre ") for choice in found.suggested)


def test_a_portfolio_has_its_capital() -> None:
    found = questions("Le ministre belge des transports, Paul Roux, a signé le plan.", "role-function")
    assert list(found.values()) == ["ministre des Transports"]


@pytest.mark.parametrize(
    "text",
    [
        "Le directeur de cabinet du président de Brumelle, Paul Roux, a signé.",
        "Paul Roux, responsable de la Ligue danoise de voile, a signé.",
    ],
)
def test_functions_that_tell_nothing_are_not_asked(text: str) -> None:
    assert questions(text, "role-function") == {}


def test_a_founder_beside_another_is_not_asked() -> None:
    assert questions("Paul Roux, cofondateur de Brumelle, a démenti.", "role-holder") == {}


def test_the_author_of_a_list_of_names_is_the_subject() -> None:
    text = "Il est aussi l'auteur de nombreuses chansons pour Claire Fontaine, Paul Roux, etc."
    assert questions(text, "role-holder") == {}


def test_two_posts_of_two_people_are_parted_by_nobody() -> None:
    text = "Le ministre et le secrétaire d'État belges à la Mer, Paul Roux et Claire Fontaine, ont signé."
    assert questions(text, "role-holder") == {}


def test_a_president_is_no_wrong_choice_for_a_managing_director() -> None:
    text = (
        "Le président Luc Petit reçoit. Le PDG de Brumelle, Paul Roux, a démenti. Le maire de Brest, Jean Costa, part "
        "avec le préfet de Vendée, Luc Marty. Anne Martin attend."
    )
    found = next(c for c in asked(text) if c.construction == "role-holder" and c.form == "choice")
    assert "Luc Petit" not in [choice.fr for choice in found.suggested]
    assert {"Jean Costa", "Luc Marty"} <= {choice.fr for choice in found.suggested}


def test_who_has_no_post_is_no_wrong_choice_for_one() -> None:
    text = "Le PDG de Brumelle, Paul Roux, a démenti. Jean Costa, blessé, attend. Luc Marty aussi."
    assert [c.form for c in asked(text) if c.construction == "role-holder"] == ["text"]


def test_a_maker_that_the_topic_line_names_is_not_asked() -> None:
    text = "Le logiciel Volute a été développé par la société Brumelle."
    assert questions(text, "maker-of", title="Brumelle : un logiciel de plus") == {}


def test_a_party_that_bore_another_name_by_then_is_no_choice() -> None:
    late = [c for c in asked("La sénatrice PS Claire Fontaine a voté contre.") if c.construction == "party-of"]
    assert "UMP" not in [choice.fr for choice in late[0].suggested]
    assert questions("La sénatrice UMP Claire Fontaine a voté contre.", "party-of") == {}


def test_whose_death_stands_in_an_aside_is_not_asked_for_its_year() -> None:
    assert questions("Le maire Paul Roux est décédé en 1961.", "date-of") == {}


def test_a_name_agrees_with_the_participle_of_its_sentence() -> None:
    assert list(questions("Vonda a été lancé en 1995.", "date-of")) == ["En quelle année Vonda a-t-il été lancé ?"]


def test_a_party_has_parties_of_the_country_as_wrong_choices() -> None:
    found = next(c for c in asked("La sénatrice PS Claire Fontaine a voté contre.") if c.construction == "party-of")
    assert found.question.fr == "À quel parti appartenait Claire Fontaine en mai 2018 ?"
    assert "PS" not in [choice.fr for choice in found.suggested]


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("Le logiciel Volute a été lancé le 3 mai 2009.", "Quand Volute a-t-il été lancé ?", "3 mai 2009"),
        ("Le logiciel Volute a été lancé en 2009.", "En quelle année Volute a-t-il été lancé ?", "2009"),
        (
            "Le groupe Brumelle a racheté Volute en mars.",
            "En quel mois de l'année 2018 le groupe Brumelle a-t-il racheté Volute ?",
            "mars",
        ),
        ("Paul Roux est né en 1961 à Brest. Roux y revient.", "En quelle année Paul Roux est-il né ?", "1961"),
    ],
)  # fmt: skip
def test_when(text: str, question: str, answer: str) -> None:
    assert questions(text, "date-of") == {question: answer}


@pytest.mark.parametrize(
    "text",
    [
        "Le logiciel Volute a été lancé le 25 mai.",  # the topic line shows the date
        "Les enregistrements ont été publiés le 3 mai 2009.",  # which recordings?
        "Il a été lancé le 3 mai 2009.",  # what?
        "Le logiciel Volute est en vente depuis mai 2009.",  # no event
    ],
)
def test_when_is_not_asked(text: str) -> None:
    assert questions(text, "date-of") == {}


def test_where() -> None:
    text = "La rencontre entre Paul Roux et Claire Fontaine s'est déroulée à l'Institut Brisk à Oslo."
    assert questions(text, "place-of") == {
        "Où a eu lieu la rencontre entre Paul Roux et Claire Fontaine ?": "Institut Brisk à Oslo"
    }


def test_the_article_of_a_town_is_part_of_its_name() -> None:
    text = "La rencontre entre Paul Roux et Claire Fontaine s'est déroulée au Caire."
    assert list(questions(text, "place-of").values()) == ["Le Caire"]


def test_a_member_of_a_list_is_asked_beside_two_others() -> None:
    text = "Des studios comme Brumelle, Brisk Studio, Volute et Ponant Films, chacun formant ses élèves, recrutent."
    found = questions(text, "listed")
    assert found["Lequel de ces studios forme, comme Brisk Studio et Volute, ses élèves ?"] == "Brumelle"
    assert set(found.values()) == {"Brumelle", "Brisk Studio", "Volute", "Ponant Films"}
    own = next(c for c in asked(text) if c.answer.fr == "Brumelle")
    assert set(own.also_true) == {"Brisk Studio", "Volute", "Ponant Films"}
    assert {c.form for c in asked(text) if c.construction == "listed"} == {"choice"}


def test_firms_of_a_list_are_asked_in_the_singular() -> None:
    text = "Brumelle, Brisk Studio, mais aussi des start-up comme Ponant Films, vendent des décors de théâtre."
    found = questions(text, "listed")
    assert found["Laquelle de ces entreprises vend, comme Brisk Studio et Ponant Films, des décors de théâtre ?"]


def test_makers_are_no_wrong_choice_among_the_firms_of_a_list() -> None:
    """Who makes something may make what the list makes; whose director speaks is a firm of another kind."""
    home = article_of_text(
        "Une rentrée chargée\n\nBrumelle, Brisk Studio, mais aussi des start-up comme Ponant Films, vendent des décors."
        " Le logiciel Volute a été développé par la société Tamaris. Claire Fontaine, directrice générale de la "
        "société Ancolie, a démenti. Selon le Huffington Post, la société Sureau recrute. Paul Roux, directeur général "
        "de Sureau, s'en réjouit."
    )
    facts = specifications(read(home))
    found = [candidate for fact in facts for candidate in candidates(fact, home)]
    pool = Pool()
    pool.add_article(home, facts, found)
    listed = [c for c in found if c.construction == "listed"]
    assert len(listed) == 3
    for candidate in listed:
        wrong = {choice.fr for choice in choices_for(candidate, pool)} - {candidate.answer.fr}
        assert wrong == {"Ancolie", "Sureau"}


def test_media_are_no_wrong_choice_among_firms() -> None:
    assert may_be_wrong("Brumelle")
    assert not may_be_wrong("Huffington Post")
    assert not may_be_wrong("Institut Brisk")


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("apportant", "apporte"), ("vendent", "vend"), ("produisent", "produit"), ("finissant", "finit"),
        ("utilisent", "utilise"), ("lançant", "lance"), ("changeant", "change"), ("étant", ""), ("vite", ""),
    ],
)  # fmt: skip
def test_verbs_of_a_list_in_the_singular(many: str, one: str) -> None:
    assert singular(many) == one


def test_who_says_they_use_a_tool() -> None:
    text = "« Pour les décors du port, nous utilisons surtout Volute. C'est assez simple », a expliqué Paul Roux."
    assert questions(text, "used-of") == {"Quel outil Paul Roux dit-il utiliser pour les décors du port ?": "Volute"}


def test_every_stem_of_the_schema_is_a_question() -> None:
    for attribute in schema().values():
        for stem in attribute.stems:
            assert stem.fr.endswith(" ?"), attribute.key
            assert stem.en is None or stem.en.endswith("?"), attribute.key
            blanks = set(re.findall(r"\{(\w+)\}", stem.fr))
            assert blanks & {"e", "de_e", "que_e", "v", "de_v", "post"}, attribute.key


def test_keys_of_the_schema_are_sorted_and_labelled() -> None:
    keys = list(schema())
    assert keys == sorted(keys)
    assert all(attribute.fr and attribute.en for attribute in schema().values())


def test_a_minister_of_a_known_country_has_it_once() -> None:
    found = questions("La ministre de la Culture belge, Claire Fontaine, a signé.", "role-holder")
    assert found == {"Qui était, en mai 2018, la ministre belge de la Culture ?": "Claire Fontaine"}


@pytest.mark.parametrize(
    "text",
    [
        "Paul Roux, le ministre belge à l'origine de la plainte, a signé.",  # of what?
        "Paul Roux, professeur d'Histoire, a signé.",  # a subject, no body
        "Paul Roux, directeur de l'Office national des Ponts, a signé.",  # the national office of which country?
    ],
)
def test_posts_without_their_body_or_country_are_not_asked(text: str) -> None:
    assert not questions(text, "role-holder") | questions(text, "role-function")


def test_a_double_ministry_keeps_both_its_names() -> None:
    found = questions("Le ministre belge de l'Économie et des Finances, Paul Roux, a signé.", "role-function")
    assert list(found.values()) == ["ministre de l'Économie et des Finances"]


def test_a_name_keeps_the_article_that_is_its_own() -> None:
    text = "Le groupe nordique La Brisk a racheté Volute en 2004."
    assert not any(" la Brisk" in question for question in questions(text, "date-of"))


def test_a_subject_without_its_article_is_not_asked() -> None:
    assert questions("La 4 e étape des séries nordiques s'est tenue à Oslo.", "place-of") == {}


def test_who_runs_everything_is_no_president_beside() -> None:
    found = next(
        c for c in asked("Le PDG de Brumelle, Paul Roux, a démenti la vente.") if c.construction == "role-function"
    )
    assert not {"président", "directeur général"} & {choice.fr for choice in found.suggested}


def test_a_surname_in_the_question_is_no_wrong_choice() -> None:
    text = "Le président de la Société du pont Costa, Paul Roux, a signé. Jean Costa est loin. Luc Petit approuve."
    found = [c for c in asked(text) if c.construction == "role-holder" and c.form == "choice"]
    assert all("Jean Costa" not in [choice.fr for choice in c.suggested] for c in found)


def test_a_function_that_the_topic_line_tells_is_not_asked() -> None:
    text = "Paul Roux, porte-parole de Brumelle, a démenti la vente."
    assert questions(text, "role-function", title="Le porte-parole s'explique") == {}


def test_wrong_places_are_places_the_article_goes_to() -> None:
    text = "La rencontre entre Paul Roux et Claire Fontaine s'est déroulée à Oslo. Elle part à Brest. Alistair rit."
    found = next(c for c in asked(text) if c.construction == "place-of")
    assert "Alistair" not in [choice.fr for choice in found.suggested]


def test_a_post_at_a_newspaper_stands_among_posts_of_the_press() -> None:
    text = "Paul Roux, rédacteur en chef du journal La Marée, a démenti la vente."
    found = next(c for c in asked(text) if c.construction == "role-function")
    assert "trésorier" not in [choice.fr for choice in found.suggested]


def test_a_news_agency_stands_among_media() -> None:
    found = next(c for c in asked("L'agence de presse Brisk le confirme.") if c.construction == "nature-of")
    assert "un laboratoire de recherche" not in [choice.fr for choice in found.suggested]


def test_the_party_of_whom_the_title_names_is_not_asked() -> None:
    text = "La sénatrice PS Claire Fontaine a voté contre."
    assert questions(text, "party-of", title="Claire Fontaine vote contre") == {}


def test_a_place_that_the_name_of_the_event_tells_is_not_asked() -> None:
    text = "La rencontre entre Paul Roux et Claire Fontaine s'est déroulée à Oslo."
    assert questions(text, "place-of", title="Oslo reçoit") == {}


def test_a_nature_with_an_open_end_is_not_asked() -> None:
    assert questions("Volute, un logiciel exploitant le véhicule, plaît aux élèves.", "nature-of") == {}


def test_whom_a_body_stands_for_is_asked_with_each_of_its_groups() -> None:
    from quiz.articles.reader import article_of_text
    from quiz.authoring.write import proposals
    from quiz.facts.extract import extract

    article = article_of_text(
        "La grève des théâtres\n\nLes salles doivent prévenir la SARO, le syndicat des acteurs, des souffleurs et des "
        "machinistes de la scène, avant chaque changement de programme.\n"
    )
    asked = {
        c.question.fr for fact in extract(article) for c in proposals(fact, article) if c.construction == "represents"
    }
    assert asked
    assert all("les acteurs, les souffleurs et les machinistes de la scène" in question for question in asked), asked


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Paul Roux, porte-parole de l'Institut Brisk, a démenti.", {"trésorier", "vice-président", "président"}),
        ("Paul Roux, président de la Communauté d'agglomération de Brême, a signé.", {"trésorier"}),
        ("Le PDG de Brumelle, Paul Roux, a démenti la vente.", {"trésorier", "inspecteur général"}),
    ],
)
def test_wrong_posts_are_posts_such_a_body_has(text: str, never: set[str]) -> None:
    found = next(c for c in asked(text) if c.construction == "role-function")
    assert len(found.suggested) >= 2
    assert not never & {choice.fr for choice in found.suggested}


def test_a_body_that_is_only_pointed_at_is_said_in_full() -> None:
    found = questions("Le maire de la ville, Paul Roux, a signé le plan à Brest.", title="Brest : un quai s'effondre")
    assert "Qui était, en mai 2018, le maire de Brest ?" in found
    text = "Le groupe Brisk embauche. La présidente du groupe, Claire Fontaine, a signé."
    assert "Qui était, en mai 2018, la présidente du groupe Brisk ?" in questions(text)
    two = "Le groupe Brisk et le groupe Volta embauchent. La présidente du groupe, Claire Fontaine, a signé."
    assert questions(two) == {}


def test_what_every_country_has_is_asked_with_its_country() -> None:
    text = "Le chef de l'opposition, Paul Roux, a protesté."
    found = questions(text, title="Belgique : le budget adopté")
    assert found == {"Qui était, en mai 2018, le chef de l'opposition belge ?": "Paul Roux"}
    assert questions(text) == {}


def test_an_ambassador_is_asked_by_country_and_seat() -> None:
    found = questions("Claire Fontaine, l'ambassadrice danoise à l'ONU, a protesté.", "role-holder")
    assert found == {"Qui était, en mai 2018, l'ambassadrice danoise à l'ONU ?": "Claire Fontaine"}


@pytest.mark.parametrize(
    "text",
    [
        "On est sans nouvelles depuis la disparition de Paul Roux, trésorier de Brumelle.",
        "Paul Roux, trésorier de Brumelle, est mort dimanche.",
        "Le directeur de Brumelle, Paul Roux, est remplacé par Claire Fontaine.",
        "Le directeur de Brumelle, Paul Roux, a ri. Roux a finalement démissionné mardi.",
        "Le directeur de Brumelle, Paul Roux, a ri. Claire Fontaine a succédé à Paul Roux.",
        "Le directeur de Brumelle, Paul Roux, a ri. La démission de Paul Roux a surpris.",
    ],
)
def test_who_is_gone_or_replaced_holds_no_post(text: str) -> None:
    assert not questions(text, "role-holder")


def test_who_is_asked_to_go_still_holds_the_post() -> None:
    text = "Le directeur de Brumelle, Paul Roux, a ri. Les syndicats demandent la démission de Paul Roux."
    assert questions(text, "role-holder")


def test_nationality_of_whom_the_article_comes_back_to() -> None:
    text = (
        "La Danoise Claire Fontaine a remporté la course devant la Suédoise Odile Morin. Fontaine mène depuis mai. "
        "Un sprint de Fontaine a suffi."
    )
    found = [c for c in asked(text) if c.construction == "nationality-of"]
    assert [(c.question.fr, c.answer.fr) for c in found] == [("De quelle nationalité est Claire Fontaine ?", "danoise")]
    assert found[0].question.en == "What nationality is Claire Fontaine?"
    assert found[0].suggested[0].fr == "suédoise"  # whose people the article tells of, and whose names look alike
    assert not questions(text, "nationality-of", title="Une Danoise, Claire Fontaine, gagne")


def test_a_nationality_that_is_told_twice_is_asked_once() -> None:
    text = "La Danoise Claire Fontaine gagne. Derrière, la Danoise Claire Fontaine souffle."
    assert len([c for c in asked(text) if c.construction == "nationality-of"]) == 1


def test_the_country_of_an_office_is_no_nationality() -> None:
    text = "Le ministre danois Paul Roux a signé. Roux est revenu, et Roux a souri."
    assert not questions(text, "nationality-of")


def test_country_somebody_stands_for() -> None:
    text = "L'épreuve est remportée par Claire Fontaine, représentant le Canada."
    assert questions(text, "represents-nation") == {"Quel pays représente Claire Fontaine ?": "le Canada"}


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Le 12 mars, Paul Roux a cédé ses parts du club de voile à la mairie de Brest.",
            "Quel jour de l'année 2018 Paul Roux a-t-il cédé ses parts du club de voile à la mairie de Brest ?",
        ),
        (
            "Claire Fontaine, directrice de Brumelle, a quitté la ville de Brest le 12 mars.",
            "Quel jour de l'année 2018 Claire Fontaine a-t-elle quitté la ville de Brest ?",
        ),
        (
            "Les députés danois ont voté la loi sur les ports le 12 mars.",
            "Quel jour de l'année 2018 les députés danois ont-ils voté la loi sur les ports ?",
        ),
        (
            "L'équipe danoise rencontrera la Suède le 2 août à Brest.",
            "Quel jour de l'année 2018 l'équipe danoise devait-elle rencontrer la Suède à Brest ?",
        ),
        (
            "Paul Roux doit rencontrer Claire Fontaine le 2 août à Brest.",
            "Quel jour de l'année 2018 Paul Roux devait-il rencontrer Claire Fontaine à Brest ?",
        ),
    ],
)
def test_a_clause_told_whole_is_asked_for_its_day(text: str, question: str) -> None:
    assert question in questions(text, "date-told")


def test_since_when_something_goes_on() -> None:
    text = "Claire Fontaine dirige la société Brumelle de Brest depuis 2004."
    assert questions(text, "date-told") == {
        "Depuis quelle année Claire Fontaine dirige-t-elle la société Brumelle de Brest ?": "2004"
    }
    assert not questions("Claire Fontaine a gagné des parts de Brumelle depuis 2004.", "date-told")


@pytest.mark.parametrize(
    "text",
    [
        "Ce navire a quitté la ville de Brest le 12 mars.",
        "Paul Roux n'a pas quitté la ville de Brest le 12 mars.",
        "Paul Roux a visité à Brest le pont inauguré le 12 mars.",
        "Une enquête de Brumelle évalue en 2015 le prix des ponts de Brest.",
        "Paul Roux a salué à Brest la même équipe le 12 mars.",
    ],
)
def test_a_clause_that_leans_on_another_is_not_asked_for_its_day(text: str) -> None:
    assert not questions(text, "date-told")


def test_a_ministry_in_small_letters_is_asked_as_it_is_written() -> None:
    text = "Le ministre de la pêche Paul Roux a signé."
    found = questions(text, "role-holder", title="Belgique : le budget adopté")
    assert found == {"Qui était, en mai 2018, le ministre belge de la Pêche ?": "Paul Roux"}


def test_the_prime_minister_of_the_country_of_the_title() -> None:
    found = questions("Le Premier ministre Paul Roux a signé.", title="Slovaquie : le budget adopté")
    assert found == {"Qui était, en mai 2018, le Premier ministre slovaque ?": "Paul Roux"}


def test_a_trade_of_whom_the_article_comes_back_to() -> None:
    text = "Le politologue Paul Roux n'y croit pas. Selon Roux, rien ne presse. Roux a écrit un livre."
    found = [c for c in asked(text) if c.construction == "profession-of"]
    assert [(c.question.fr, c.answer.fr) for c in found] == [("Quelle est la profession de Paul Roux ?", "politologue")]
    assert "sociologue" in {wrong.fr for wrong in found[0].suggested}
    assert not questions("Le politologue Paul Roux n'y croit pas. Selon Roux, rien ne presse.", "profession-of")
    assert not questions("Le skieur Paul Roux gagne. Roux mène.", "profession-of")


def test_half_a_name_is_not_asked() -> None:
    assert not questions("L'avocat Marc Brume de Lorne plaide. Marc Brume, directeur de Brumelle, écoute.")


def test_heads_of_state_are_no_wrong_choice_for_another_post() -> None:
    text = (
        "Paul Roux, président de Brumelle, a signé avec Emmanuel Macron, président du Cercle nautique. "
        "Jean Petit, trésorier de Brumelle, et Yves Morin, directeur de Brisk, ont signé aussi."
    )
    found = [c for c in asked(text) if c.question.fr == "Qui était, en mai 2018, le président de Brumelle ?"]
    assert found
    assert all("Emmanuel Macron" not in {wrong.fr for wrong in c.suggested} for c in found)


def test_a_membership_that_the_topic_line_shows_is_not_asked() -> None:
    text = "« Rien ne presse ici », dit Paul Roux, membre du Cercle nautique."
    assert not questions(text, "member-of", title="Voile : le Cercle nautique ferme")


def test_a_prime_minister_whom_few_know_is_asked_even_of_a_big_country() -> None:
    found = questions("Le Premier ministre français Paul Roux a signé.", "role-holder")
    assert found == {"Qui était, en mai 2018, le Premier ministre français ?": "Paul Roux"}
    assert not questions("La Première ministre britannique Theresa May a signé.", "role-holder")


def test_a_lawyer_of_somebody_named() -> None:
    text = "Claire Fontaine, l'avocate de Paul Roux, plaide lundi."
    assert questions(text, "role-holder") == {"Qui était, en mai 2018, l'avocate de Paul Roux ?": "Claire Fontaine"}


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("Claire Fontaine, porte-parole du Mouvement bleu, a signé.", "secrétaire nationale"),
        ("Claire Fontaine, présidente du FC Brume, a signé.", "directrice sportive"),
    ],
)
def test_wrong_functions_are_those_of_such_a_body(text: str, likely: str) -> None:
    found = [c for c in asked(text) if c.construction == "role-function"]
    assert found
    assert likely in {wrong.fr for c in found for wrong in c.suggested}


def test_a_country_behind_the_portfolio_is_said_with_the_post() -> None:
    text = "Le ministre des Finances danoises, Paul Roux, a signé."
    found = next(c for c in asked(text) if c.construction == "role-holder")
    assert found.question.fr == "Qui était, en mai 2018, le ministre danois des Finances ?"
    assert found.question.en == "Who was the Danish Minister of Finance in May 2018?"


def test_an_ambassador_in_english() -> None:
    text = "Claire Fontaine, l'ambassadrice du Canada aux États-Unis, a protesté."
    found = next(c for c in asked(text) if c.construction == "role-holder")
    assert found.question.en == "Who was the ambassador of Canada to the United States in May 2018?"


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Claire Fontaine est morte dimanche d'un cancer, à l'âge de 70 ans.", "d'un cancer"),
        ("Claire Fontaine est née à Brest. Elle a succombé à une crise cardiaque.", "d'une crise cardiaque"),
        ("Claire Fontaine est décédée mardi à la suite d'une pneumonie dans un hôpital.", "d'une pneumonie"),
    ],
)
def test_what_the_person_of_the_title_died_of(text: str, cause: str) -> None:
    found = questions(text, "cause-of-death", title="Voile : décès de Claire Fontaine")
    assert found == {"De quoi est morte Claire Fontaine ?": cause}


@pytest.mark.parametrize(
    "text",
    [
        "Claire Fontaine a succombé à ses blessures.",
        "Claire Fontaine serait morte d'un cancer.",
        "Paul Roux est mort d'un cancer.",
        "Claire Fontaine est morte à la suite d'une lutte de dix ans.",
    ],
)
def test_no_cause_of_death(text: str) -> None:
    assert not questions(text, "cause-of-death", title="Voile : décès de Claire Fontaine")


def test_what_was_won_several_times_is_not_asked_as_if_once() -> None:
    assert not questions("Claire Fontaine a remporté la finale du Tournoi de Brême trois fois de suite.", "winner-of")


def test_a_party_that_many_countries_have_is_said_with_its_own() -> None:
    text = "Claire Fontaine, porte-parole du Parti socialiste, a signé."
    found = questions(text, "role-holder", title="Belgique : le budget adopté")
    assert found == {"Qui était, en mai 2018, la porte-parole du Parti socialiste belge ?": "Claire Fontaine"}
    assert not questions(text)


def test_one_trade_of_several_is_not_asked() -> None:
    text = "Paul Roux, un poète, romancier et peintre, est venu. Roux a lu."
    assert not questions(text, "profession-of")


def test_one_owner_of_several_is_not_asked() -> None:
    assert not questions("Le logiciel Volute, détenu par Brumelle, Brisk et Lorne, dessine des plans.", "owner-of")
    found = questions("Le logiciel Volute, détenu par Brumelle depuis mai, dessine des plans.", "owner-of")
    assert found == {"À qui appartient Volute ?": "Brumelle"}


def test_the_candidate_of_a_party_for_one_post() -> None:
    text = "Claire Fontaine, la candidate EELV à la présidentielle, a signé."
    found = questions(text, "role-holder")
    assert found == {"Qui était, en mai 2018, la candidate EELV à la présidentielle ?": "Claire Fontaine"}


def test_a_post_is_asked_by_its_town() -> None:
    text = "Claire Fontaine, bourgmestre de Gand, a démenti. « Rien n'est signé », a dit Claire Fontaine."
    found = questions(text, "role-seat")
    assert found == {"De quelle ville Claire Fontaine était-elle bourgmestre en mai 2018 ?": "Gand"}
    seat = next(c for c in asked(text) if c.construction == "role-seat" and c.form == "choice")
    assert seat.question.en == "Which city was Claire Fontaine mayor of in May 2018?"
    assert {"Bruxelles", "Liège"} & {other.fr for other in seat.suggested}


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "Le PDG de Brumelle, Paul Roux, a démenti.",
            "De quelle entreprise Paul Roux était-il PDG en mai 2018 ?",
            "Brumelle",
        ),
        (
            "Paul Roux, porte-parole du syndicat Alizé, a démenti.",
            "De quel syndicat Paul Roux était-il porte-parole en mai 2018 ?",
            "Alizé",
        ),
        (
            "Paul Roux, préfet de l'Ain, a démenti.",
            "De quel département Paul Roux était-il préfet en mai 2018 ?",
            "Ain",
        ),
    ],
)
def test_a_post_is_asked_by_its_body(text: str, question: str, answer: str) -> None:
    assert questions(text, "role-seat") == {question: answer}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Claire Fontaine, bourgmestre de Gand, a démenti.", "Gand : le port reste fermé"),
        ("Le PDG de Brumelle, Paul Roux, a démenti.", "Brumelle recrute"),
        ("Le président tanzanien, Paul Roux, est arrivé.", "Une visite attendue"),
        ("Paul Roux, directeur par intérim du syndicat Alizé, a démenti.", "Une visite attendue"),
    ],
)
def test_no_post_is_asked_by_what_the_topic_line_or_everybody_knows(text: str, title: str) -> None:
    assert questions(text, "role-seat", title=title) == {}


def test_no_function_is_asked_of_a_passer_by() -> None:
    text = (
        "Après la course, qui a été longue et disputée jusque dans les derniers mètres sous une forte pluie, elle fut "
        "consolée par la foule ainsi que par Paul Roux, vice-président de Brumelle."
    )
    assert questions(text, "role-function") == {}


def test_a_french_minister_is_known_by_what_only_france_has() -> None:
    text = "Des Gilets jaunes sont venus de Bourg (Ain). La ministre de la Mer, Claire Fontaine, a démenti."
    assert "Qui était, en mai 2018, la ministre française de la Mer ?" in questions(text, "role-holder")
    assert questions("La ministre de la Mer, Claire Fontaine, a démenti.", "role-holder") == {}


def test_a_minister_without_a_portfolio_is_not_asked() -> None:
    assert questions("Le ministre danois, Paul Roux, a démenti.", "role-holder") == {}


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "Paul Roux, astronome de l'Observatoire de Brest, a démenti.",
            "À quel observatoire Paul Roux était-il rattaché en mai 2018 ?",
            "Observatoire de Brest",
        ),
        (
            "« La comète est belle et grande », estime Claire Fontaine, de l'Université de Gand.",
            "À quelle université Claire Fontaine était-elle rattachée en mai 2018 ?",
            "Université de Gand",
        ),
    ],
)
def test_a_scholar_is_asked_by_the_house(text: str, question: str, answer: str) -> None:
    assert questions(text, "role-seat") == {question: answer}


def test_beside_a_minister_stand_those_of_near_fields() -> None:
    found = [
        c
        for c in asked("Le ministre danois de l'Intérieur, Paul Roux, a démenti.")
        if c.construction == "role-function"
    ]
    near = [other.fr for other in found[0].suggested][:3]
    assert set(near) == {"ministre de la Justice", "ministre de la Défense", "ministre des Affaires étrangères"}
    found = [
        c for c in asked("Le ministre danois des Finances, Paul Roux, a démenti.") if c.construction == "role-function"
    ]
    assert "ministre de l'Économie" not in {other.fr for other in found[0].suggested}


def test_no_nationality_is_asked_of_who_is_named_in_passing() -> None:
    text = (
        "Elle suit alors un groupe où se trouvent déjà trois autres coureurs et le Suisse Paul Roux. Paul Roux finit."
    )
    assert questions(text, "nationality-of") == {}
    text = "Après une montée longue et difficile sous la pluie et le vent, le Suisse Paul Roux gagne. Paul Roux finit."
    assert questions(text, "nationality-of") == {"De quelle nationalité est Paul Roux ?": "suisse"}


def test_no_date_is_asked_of_what_is_named_in_passing() -> None:
    text = "Les voix de l'Ouest manquent cette fois encore aux amis de la formation Brisk créée en 2007, qui perd."
    assert questions(text, "date-of") == {}


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "Claire Fontaine, accusée de corruption et d'abus de pouvoir, a démenti.",
            "De quoi Claire Fontaine était-elle accusée en mai 2018 ?",
            "de corruption et d'abus de pouvoir",
        ),
        (
            "Paul Roux a été condamné à deux ans de prison pour fraude fiscale.",
            "Pour quel motif Paul Roux a-t-il été condamné ?",
            "fraude fiscale",
        ),
        (
            "Claire Fontaine est mise en examen pour « injure publique » dans le cadre de l'enquête.",
            "Pour quel motif Claire Fontaine a-t-elle été mise en examen ?",
            "injure publique",
        ),
        (
            "Paul Roux est accusé d'espionnage, sabotage et trahison depuis mardi.",
            "De quoi Paul Roux était-il accusé en mai 2018 ?",
            "d'espionnage, sabotage et trahison",
        ),
    ],
)
def test_what_somebody_is_accused_of(text: str, question: str, answer: str) -> None:
    assert questions(text, "charge-of") == {question: answer}
    choices = next(c for c in asked(text) if c.construction == "charge-of").suggested
    assert len(choices) > 1
    assert not any(other.fr.split()[-1] in answer for other in choices)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Roux n'est pas accusé d'espionnage.",
        "Paul Roux est accusé d'avoir caché un détournement de fonds.",
        "Paul Roux pourrait être poursuivi pour fraude fiscale.",
        "Les amis de Paul Roux, trois voisins et un marin, ont été accusés d'espionnage.",
    ],
)
def test_no_charge_is_asked_that_is_denied_told_by_a_clause_or_others(text: str) -> None:
    assert questions(text, "charge-of") == {}


def test_who_is_accused_may_be_the_woman_of_the_title() -> None:
    text = "Claire Fontaine a quitté le port. La cour a tranché. Elle est accusée de corruption."
    found = questions(text, "charge-of", title="Brisk : Claire Fontaine destituée")
    assert found == {"De quoi Claire Fontaine était-elle accusée en mai 2018 ?": "de corruption"}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("La Fédération des marins unis (FMU) est là. La FMU part. La FMU reste.", "Fédération des marins unis"),
        ("Les Forces navales danoises (FND) arrivent. Les FND partent. Les FND restent.", "Forces navales danoises"),
    ],
)  # fmt: skip
def test_what_letters_stand_for(text: str, answer: str) -> None:
    found = next(c for c in asked(text) if c.construction == "acronym-of")
    assert found.answer.fr == answer
    rest = answer.split(" ", 1)[1]
    assert len(found.suggested) > 1
    assert all(other.fr[0] == answer[0] and other.fr.endswith(rest) for other in found.suggested)


@pytest.mark.parametrize(
    "text",
    [
        "Le plan vient de la Fédération des marins unis (FMU).",  # named once
        "La Fédération danoise des marins unis (FMU) recrute. La FMU grandit. La FMU reste.",  # a word has no letter
        "Claire Fontaine, la députée (FMU), est là. La FMU grandit. La FMU reste.",
        "La Société nationale des chemins de fer (SNCF) recrute. La SNCF grandit. La SNCF reste.",
    ],
)
def test_letters_not_made_by_the_name_or_known_to_all_are_not_asked(text: str) -> None:
    assert questions(text, "acronym-of") == {}


def test_no_holder_is_asked_whom_the_title_calls_so() -> None:
    text = "Le Premier ministre de Pologne, Claire Fontaine, a parlé."
    assert questions(text, "role-holder") == {
        "Qui était, en mai 2018, le Premier ministre de Pologne ?": "Claire Fontaine"
    }
    assert questions(text, "role-holder", title="Pologne : le Premier Ministre Claire Fontaine parle") == {}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Paul Roux, directeur de l'Institut Brisk, a démenti la vente.", "Une rentrée chargée"),
        ("La ministre danoise du Travail, Claire Fontaine, a démenti.", "Danemark : le chômage remonte"),
        ("La ministre danoise de la Défense, Claire Fontaine, a démenti.", "Des militaires manifestent"),
    ],
)
def test_no_function_is_asked_that_says_nothing_or_that_the_topic_line_tells(text: str, title: str) -> None:
    assert questions(text, "role-function", title=title) == {}


def test_who_has_been_charged_is_no_matter_of_exams() -> None:
    text = "La ministre danoise de l'Éducation, Claire Fontaine, a démenti."
    assert questions(text, "role-function", title="Danemark : deux marins mis en examen")


def test_no_choice_is_the_key_by_another_name() -> None:
    def others(text: str) -> set[str]:
        found = next(c for c in asked(text) if c.construction == "role-function")
        return {other.fr for other in found.suggested}

    assert "sélectionneur" not in others("L'entraîneur de l'équipe danoise de voile, Paul Roux, a démenti.")
    assert "ministre de l'Environnement" not in others("La ministre danoise de l'Écologie, Claire Fontaine, a démenti.")
    assert "ministre de la Famille" not in others("La ministre danoise de l'Enfance, Claire Fontaine, a démenti.")


def test_a_past_post_is_asked_of_whom_the_title_names() -> None:
    text = "L'ancienne présidente de la Tanzanie, Claire Fontaine, est arrivée."
    found = {"De quel pays Claire Fontaine a-t-elle été présidente ?": "la Tanzanie"}
    assert questions(text, "role-seat", title="Claire Fontaine en visite") == found
    assert questions(text, "role-seat") == {}


@pytest.mark.parametrize(
    "text",
    [
        "« Le pont est beau », explique Claire Fontaine, chargée de mission à la LMX.",
        "« On nous parle de record », dit Paul Roux, producteur à Lorne.",
        "La première pierre avait été posée en novembre 2017 par le ministre danois de la Mer, Paul Roux.",
    ],
)
def test_no_holder_is_asked_of_what_many_are_or_of_a_post_of_last_year(text: str) -> None:
    assert questions(text, "role-holder") == {}


def test_a_swiss_minister_has_several_fields() -> None:
    text = "La ministre suisse des Assurances sociales, Claire Fontaine, a démenti."
    assert questions(text, "role-function") == {}
    assert questions(text, "role-holder")


def test_who_is_named_in_passing_is_not_whom_the_next_sentence_tells_of() -> None:
    title = "Mort de Claire Fontaine, pionnière de la voile"
    told = "Claire Fontaine est morte lundi. « Je naviguais seule », confiait-elle à l'historienne Odile Fortin. "
    found = questions(told + "Nommée professeure en 1971, elle dirige l'école de Brest.", title=title)
    assert not any("Odile Fortin" in question for question in found)


def test_a_town_is_no_film_and_a_paper_in_passing_has_no_owner() -> None:
    town = "À Lorne, le film « Marées » a réuni 9 000 personnes. Produit par Paul Roux, le long-métrage a plu à Lorne."
    assert not any("Lorne" in question for question in questions(town, "creator-of"))
    passing = "Le syndicat regrette l'offre du groupe Brisk, propriétaire du « Matin »."
    assert not questions(passing, "owner-of")
    assert questions(f"{passing} Le Matin a mille lecteurs.", "owner-of", title="Le Matin change de mains")
