"""Questions on events: their words, their agreement, their wrong choices, and what is not asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from quiz.articles.article import Article
from quiz.articles.reader import article_of_text
from quiz.authoring.candidate import Candidate
from quiz.authoring.event_questions import candidates
from quiz.authoring.write import _judged
from quiz.facts.event import Event
from quiz.facts.extract import extract

TITLE = "Nouvelles brèves du 3 mai 2019"


def article(text: str) -> Article:
    return replace(article_of_text(f"{TITLE}\n\n{text}\n"), date="2019-05-03")


def proposed(text: str) -> list[Candidate]:
    home = article(text)
    return [made for fact in extract(home) if isinstance(fact, Event) for made in candidates(fact, home)]


def questions(text: str) -> dict[str, str]:
    """Question -> answer, of what is asked by choice or typed."""
    return {made.question.fr: made.answer.fr for made in proposed(text) if made.form in ("choice", "text")}


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "Le lutteur Omar Ba a remporté le tournoi de Dakar en 2009.",
            "Qui a remporté le tournoi de Dakar en 2009 ?",
            "Omar Ba",
        ),
        (
            "Le Mali a signé un accord de pêche avec la Guinée.",
            "Quel pays a signé un accord de pêche avec la Guinée ?",
            "Mali",
        ),
        (
            "Le Mali a signé un accord de pêche avec la Guinée.",
            "Avec quel pays le Mali a-t-il signé un accord de pêche ?",
            "Guinée",
        ),
        (
            "Les États-Unis ont ratifié le traité sur les forêts du nord.",
            "Quel pays a ratifié le traité sur les forêts du nord ?",
            "États-Unis",
        ),
        (
            "La NASA est devenue la cliente d'une petite usine de Rimouski.",
            "Quelle agence est devenue la cliente d'une petite usine de Rimouski ?",
            "NASA",
        ),
        (
            "La directrice a été nommée par Odile Ferrand en mars 2015.",
            "Par qui la directrice a-t-elle été nommée en mars 2015 ?",
            "Odile Ferrand",
        ),
        (
            "Le maire de Nantes a inauguré une passerelle sur le fleuve.",
            "Le maire de quelle ville a inauguré une passerelle sur le fleuve ?",
            "Nantes",
        ),
        (
            "Trois randonneuses ont été retrouvées à Sherbrooke après deux jours.",
            "Dans quelle ville trois randonneuses ont-elles été retrouvées après deux jours ?",
            "Sherbrooke",
        ),
        (
            "Le vaccin contre la rage a été mis au point à Genève en 1998 par une petite équipe.",
            "En quelle année le vaccin contre la rage a-t-il été mis au point à Genève par une petite équipe ?",
            "1998",
        ),
        (
            "Le vainqueur de la troisième étape est Jean Tremblay.",
            "Qui est le vainqueur de la troisième étape ?",
            "Jean Tremblay",
        ),
        (
            "La ville de Thiès a été choisie pour accueillir le festival des arts.",
            "Quelle ville a été choisie pour accueillir le festival des arts ?",
            "Thiès",
        ),
        (
            "Selon Lise Aubert, Omar Ba a revendu la ferme familiale en 2014.",
            "Selon Lise Aubert, qui a revendu la ferme familiale en 2014 ?",
            "Omar Ba",
        ),
    ],
)
def test_the_question(sentence: str, question: str, answer: str) -> None:
    assert questions(sentence).get(question) == answer


def test_whoever_is_asked_for_is_masculine_unless_the_rest_says_otherwise() -> None:
    assert "Qui est arrivé en tête du marathon de Lévis ?" in questions(
        "Marie Tremblay est arrivée en tête du marathon de Lévis."
    )
    assert "Qui a été élue présidente de la fédération en 2011 ?" in questions(
        "Marie Tremblay a été élue présidente de la fédération en 2011."
    )


def test_a_participle_agrees_with_the_object_asked_for() -> None:
    asked = questions("L'agence a soutenu la banque. Marie Tremblay a racheté la société Brumelle en 2016.")
    assert "Quelle entreprise Marie Tremblay a-t-elle rachetée en 2016 ?" in asked


def test_the_day_of_the_topic_line_is_not_asked() -> None:
    assert not any("Quel jour" in q for q in questions("Omar Ba a battu Jean Diop à Dakar le 3 mai 2019 au soir."))


def test_a_town_has_towns_of_its_country_beside_it() -> None:
    text = "Omar Ba a ouvert un atelier de couture à Sherbrooke au printemps. Il y forme des jeunes du quartier."
    home = article(text)
    rows, _ = _judged([(home, extract(home))], Counter())
    asked = [row.candidate for row in rows]
    (card,) = [one for one in asked if one.answer.fr == "Sherbrooke" and one.form == "choice"]
    wrong = {choice.fr for choice in card.choices} - {"Sherbrooke"}
    assert len(wrong) == 2
    assert wrong <= {"Montréal", "Québec", "Laval", "Gatineau", "Longueuil", "Trois-Rivières", "Saguenay", "Lévis"}


def test_a_statement_names_another_person_of_the_article_or_the_right_one() -> None:
    text = (
        "La pianiste Awa Sow a gagné le concours de Thiès devant un grand jury. "
        "La violoniste Lise Aubert a joué avant elle au théâtre."
    )
    (told,) = [m for m in proposed(text) if m.construction == "true-false-event" and "concours" in m.question.fr]
    said = "C'est {} qui a gagné le concours de Thiès devant un grand jury."
    assert told.question.fr in (said.format("Awa Sow"), said.format("Lise Aubert"))
    assert (told.answer.fr == "Vrai") == ("Awa Sow" in told.question.fr)


def test_what_is_wished_or_foreseen_is_not_asked() -> None:
    assert not questions("Omar Ba devrait quitter le club de Dakar à la fin de la saison.")


def test_what_was_to_come_is_asked_as_a_plan_of_then() -> None:
    asked = questions("Omar Ba quittera le club de Dakar à la fin de la saison.")
    assert asked["Qui devait quitter le club de Dakar à la fin de la saison ?"] == "Omar Ba"
    asked = questions("La direction du parti sera assurée par Awa Sow.")
    assert asked["Par qui la direction du parti devait-elle être assurée ?"] == "Awa Sow"
    asked = questions("Le Sénat se réunira à Thiès le 12 mai 2031.")
    assert "Quel jour le Sénat devait-il se réunir à Thiès ?" in asked


def test_the_future_of_a_story_is_no_plan() -> None:
    assert not questions("Omar Ba sera finalement écarté du conseil de la ville.")


def test_a_verb_in_the_plural_is_asked_of_one() -> None:
    asked = questions("Les États-Unis financent la reconstruction du pont de Gao.")
    assert any("finance la reconstruction" in question for question in asked)


def test_what_is_theirs_is_not_asked_of_one() -> None:
    asked = questions("Les États-Unis ont rappelé leurs diplomates en poste dans la capitale.")
    assert not any(question.startswith("Quel pays") for question in asked)


def test_somebody_of_another_sentence_is_not_asked_about() -> None:
    assert not questions("L'homme de 70 ans a été officiellement investi le 20 janvier 2017 à Dakar.")


def test_there_is_no_english() -> None:
    assert all(made.question.en is None for made in proposed("Omar Ba a battu Jean Diop à Dakar en 2009."))


def test_cards_of_events_are_of_kind_spec() -> None:
    assert {made.kind for made in proposed("Omar Ba a battu Jean Diop à Dakar en 2009.")} == {"spec"}


def test_wrong_days_are_of_the_same_month() -> None:
    (asked,) = [
        m
        for m in proposed("Omar Ba a battu Jean Diop à Dakar le 17 avril 2019.")
        if "Quel jour" in m.question.fr and m.form == "choice"
    ]
    assert asked.answer.fr == "17 avril 2019"
    assert len(asked.suggested) > 3
    assert all(wrong.fr.endswith(" avril 2019") for wrong in asked.suggested)


def test_spaces_that_markup_left_are_closed() -> None:
    assert "Qui a remporté la 4e étape de la course de Dakar ?" in questions(
        "Omar Ba a remporté la 4 e étape de la course de Dakar."
    )


def test_a_town_everybody_knows_gives_its_country_away() -> None:
    asked = questions("Les ministres de la pêche se sont réunis en Italie, à Rome, pendant trois jours.")
    assert "Italie" not in asked.values()


def test_what_the_title_tells_of_a_country_is_not_asked() -> None:
    home = replace(article("Les joueurs ont perdu la finale contre le Danemark."), title="Les Danois gagnent la finale")
    asked = [m.answer.fr for f in extract(home) if isinstance(f, Event) for m in candidates(f, home)]
    assert "Danemark" not in asked


def test_nobody_is_said_to_be_dead_or_condemned_falsely() -> None:
    text = "Omar Ba a été condamné à deux ans de prison par le tribunal. Jean Diop a quitté la salle."
    assert not [made for made in proposed(text) if made.form == "true-false" and "condamné" in made.question.fr]


def test_a_slip_of_the_article_is_not_repeated() -> None:
    assert questions("Le lutteur Omar Ba à remporté le tournoi de Dakar devant quatre lutteur.") == {}


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "Les régates de voile se sont déroulées les 4 et 5 avril dans la baie de Thiès.",
            "À quelles dates les régates de voile se sont-elles déroulées dans la baie de Thiès ?",
            "les 4 et 5 avril",
        ),
        (
            "Ce lundi 1 er avril, 17 étudiants ont comparu pour fraude devant un juge de Dakar.",
            "Quel jour 17 étudiants ont-ils comparu pour fraude devant un juge de Dakar ?",
            "1er avril",
        ),
        (
            "Au sud de l'Inde, un train transportant plus de 600 personnes a déraillé samedi 21 avril.",
            "Au sud de l'Inde, quel jour un train transportant plus de 600 personnes a-t-il déraillé ?",
            "21 avril",
        ),
    ],
)
def test_a_day_is_asked_as_the_article_dates_it(sentence: str, question: str, answer: str) -> None:
    assert questions(sentence).get(question) == answer


def test_wrong_weeks_are_as_long_as_the_right_one() -> None:
    made = next(
        each
        for each in proposed("La foire du livre s'est déroulée du 9 au 11 avril dans les halles de Thiès.")
        if each.construction == "event-date"
    )
    assert "du 16 au 18 avril" in {choice.fr for choice in made.suggested}


def constructions(text: str) -> set[tuple[str, str]]:
    return {(made.construction, made.form) for made in proposed(text)}


def test_what_another_sentence_dates_is_left_out() -> None:
    asked_of = questions("L'auteur, Omar Ba, a été arrêté peu après par des gardes du palais de Thiès.")
    assert "Qui a été arrêté par des gardes du palais de Thiès ?" in asked_of


def test_whoever_suffered_is_typed() -> None:
    made = constructions("Le policier Omar Ba a reçu deux balles dans la jambe. Jean Diop et Paul Fall étaient là.")
    assert ("event-agent", "text") in made
    assert ("event-agent", "choice") not in made


def test_a_post_that_others_had_is_not_asked() -> None:
    assert not questions("L'opposant Omar Ba avait été maire de la plus grande ville.")


def test_where_news_was_published_is_no_news() -> None:
    assert not any(
        made.construction == "event-date"
        for made in proposed("L'annonce du décès a été publiée sur le site du journal le 11 avril 2019.")
    )


def test_a_body_half_named_by_the_title_is_not_asked() -> None:
    home = replace(
        article("Le Conseil constitutionnel a lancé en mars une enquête sur la pêche."),
        title="Un Conseil trop lent ?",
    )
    made = [made for fact in extract(home) if isinstance(fact, Event) for made in candidates(fact, home)]
    assert "Conseil constitutionnel" not in {each.answer.fr for each in made}


def test_a_thing_that_nothing_tells_of_is_no_subject_of_a_question() -> None:
    assert not questions("La décision a été prise à Thiès en mai 2011.")


def test_whose_it_is_is_asked_first() -> None:
    asked_of = questions("La justice a ordonné la libération de l'opposant Omar Ba contre une caution.")
    assert asked_of.get("De qui la justice a-t-elle ordonné la libération contre une caution ?") == "Omar Ba"


def test_a_day_is_stated_truly_or_falsely() -> None:
    made = [
        each
        for each in proposed("Le maire de Lorient a rouvert le pont du fleuve le 12 avril.")
        if each.form == "true-false" and each.fact.rule == "event-date"
    ]
    assert len(made) == 1
    assert made[0].question.fr.endswith("avril que le maire de Lorient a rouvert le pont du fleuve.")
    assert (made[0].answer.fr == "Vrai") == ("12 avril" in made[0].question.fr)


def test_a_year_may_be_typed() -> None:
    made = constructions("Awa Sow a fondé une coopérative laitière dans la vallée en 2012.")
    assert ("event-date", "text") in made


def test_where_somebody_is_told_by_the_words_is_not_stated() -> None:
    text = (
        "À Bordeaux, la police a expulsé des marcheurs du pont de Bordeaux. D'autres marchent à Toulouse et à Nantes."
    )
    assert ("true-false-event", "true-false") not in constructions(text)


def test_a_lead_of_somebody_s_own_is_left_out() -> None:
    asked_of = questions("Dans son discours, Omar Ba a dénoncé la vente du port de Thiès.")
    assert not any(question.startswith("Dans son") for question in asked_of)


def test_a_town_that_the_words_name_in_part_is_not_asked() -> None:
    asked_of = questions("À Fontenay-sur-Mer (Somme), des élus ont fermé le marché du Val-de-Fontenay en avril 2011.")
    assert not any(question.startswith("Dans quelle ville") for question in asked_of)


def test_where_some_of_many_took_place_is_not_asked() -> None:
    asked_of = questions("Des manifestations hostiles ont eu lieu à Dakar en avril 2011.")
    assert not any(question.startswith("Dans quelle ville") for question in asked_of)


def test_this_day_is_the_day_in_a_year_s_time() -> None:
    asked_of = questions("L'actrice Awa Sow est décédée ce 27 avril à l'âge de 60 ans.")
    assert "Qui est décédé le 27 avril à l'âge de 60 ans ?" in asked_of


def test_a_moment_of_the_race_the_title_is_about_is_doubted() -> None:
    def hint(sentence: str) -> float:
        home = replace(article(sentence), title="Championnats de Thiès : la course des brumes")
        made = [made for fact in extract(home) if isinstance(fact, Event) for made in candidates(fact, home)]
        return max(each.hint for each in made if each.construction == "event-agent")

    passing = hint("Omar Ba réalise une course de très haut niveau devant son public.")
    assert passing < hint("Omar Ba remporte la médaille d'argent devant son public.")


def test_beside_the_deputy_who_is_a_woman_stands_no_man() -> None:
    text = "Camille Roux est la députée de la circonscription de Thiès depuis 2015. Luc Morin et Jean Fall y vivent."
    made = [each for each in proposed(text) if each.construction == "event-agent" and each.form == "choice"]
    assert not any(each.suggested for each in made)


@pytest.mark.parametrize(
    ("sentence", "asked_of"),
    [
        ("Omar Ba soutient le mouvement des marcheurs de la vallée.", False),
        ("Omar Ba a félicité Lise Aubert pour la reprise du port de Thiès.", True),
    ],
)
def test_a_stance_that_many_share_is_not_asked(sentence: str, asked_of: bool) -> None:
    assert any(made.construction == "event-agent" for made in proposed(sentence)) is asked_of


def test_a_final_of_men_or_of_women_is_not_asked() -> None:
    home = replace(article("Omar Ba a remporté l'or en finale du 100 m dos à Dakar."), title="Jeux de Dakar : un titre")
    assert not [made for fact in extract(home) if isinstance(fact, Event) for made in candidates(fact, home)]


def test_an_hour_is_not_stated() -> None:
    text = "Jean Fall était là. Omar Ba avait quitté le relais de Thiès à 2h59 le matin du 11 avril."
    assert ("true-false-event", "true-false") not in constructions(text)


def test_early_in_a_month_the_wrong_days_are_of_the_month_before() -> None:
    made = next(
        each
        for each in proposed("Le maire de Lorient a rouvert le pont du fleuve le 2 mai.")
        if each.construction == "event-date" and each.form == "choice"
    )
    days = {choice.fr for choice in made.suggested}
    assert "30 avril" in days
    assert not days & {"2 mai", "3 mai", "4 mai"}


def test_a_month_is_asked_with_months_before_it() -> None:
    made = [
        m for m in proposed("Omar Ba a perdu l'élection présidentielle en décembre dernier.") if "mois" in m.question.fr
    ]
    assert made[0].question.fr.startswith("En quel mois Omar Ba a-t-il perdu l'élection présidentielle")
    assert made[0].answer.fr == "décembre"
    assert "décembre" not in {choice.fr for choice in made[0].suggested}
    assert len(made[0].suggested) > 1


def test_a_statement_agrees_with_the_country_it_names() -> None:
    text = "Le Mali a été suspendu de la fédération en mai. La Guinée et le Sénégal y restent. Le Niger en sort."
    made = [
        m.question.fr for m in proposed(text) if m.construction == "true-false-event" and "fédération" in m.question.fr
    ]
    for said in made:
        assert ("suspendue" in said) == ("la Guinée" in said)


def test_the_hour_is_left_out() -> None:
    text = "Omar Ba a quitté le refuge du col à 11 h 52 avec trois randonneurs de Thiès."
    assert "Qui a quitté le refuge du col avec trois randonneurs de Thiès ?" in questions(text)
    assert not questions("Omar Ba a prêté serment à 11 h 52.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Omar Ba a fait part de sa vive émotion sur son compte.",
        "Omar Ba a confié sa stupeur et sa peine sur la plage de Rennes.",
        "Omar Ba a observé une minute de silence à l'entrée du stade de Thiès.",
        "Dans le dossier des écoles, c'est le député Omar Ba qui sera chargé de répondre au gouvernement.",
        "Le chef du conseil, Omar Ba, a nommé l'ancienne préfète de Thiès, Lise Aubert, dans le dossier du port.",
        "Dans le film sorti en salle, Omar Ba fait pousser des tomates dans une grotte pour survivre.",
    ],
)
def test_what_anybody_does_and_what_is_half_told_is_not_asked(sentence: str) -> None:
    assert not any(made.construction == "event-agent" for made in proposed(sentence))


def test_a_country_is_not_asked_beside_its_town() -> None:
    text = "Le signal de la sonde est arrivé au centre de contrôle de Darmstadt, en Allemagne, après deux heures."
    assert "Allemagne" not in questions(text).values()
    told = questions("L'armée syrienne avait été chassée de Palmyre après une longue offensive.")
    assert "Syrie" not in told.values()


def test_a_day_of_this_week_has_days_as_near_beside_it() -> None:
    made = next(
        each
        for each in proposed("Le maire de Lorient a rouvert le pont du fleuve le 29 avril.")
        if each.construction == "event-date" and each.form == "choice"
    )
    assert {"1er mai", "27 avril"} <= {choice.fr for choice in made.suggested}
    assert "3 mai" not in {choice.fr for choice in made.suggested}


def test_a_month_of_the_year_has_no_month_still_to_come_beside_it() -> None:
    made = next(
        each
        for each in proposed("Le maire de Lorient a rouvert le pont du fleuve en mars 2019.")
        if each.construction == "event-date" and each.form == "choice"
    )
    assert made.suggested
    assert not {"mai 2019", "juin 2019", "août 2019"} & {choice.fr for choice in made.suggested}


def test_words_that_tie_a_clause_to_another_are_left_out() -> None:
    assert "Qui a trouvé refuge dans la mairie de Thiès ?" in questions(
        "Omar Ba a évidemment trouvé refuge dans la mairie de Thiès."
    )


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "Le club de la ville de Thiès a recruté l'ailier Omar Ba mardi 2 avril.",
            "Qui a été recruté le mardi 2 avril par le club de la ville de Thiès ?",
        ),
        (
            "Le club de la ville de Thiès a recruté l'ailier Omar Ba mardi 2 avril.",
            "Le club de quelle ville a recruté l’ailier Omar Ba le mardi 2 avril ?",
        ),
        (
            "Le Mali a battu la Guinée en finale du tournoi de Thiès.",
            "Quel pays le Mali a-t-il battu en finale du tournoi de Thiès ?",
        ),
        (
            "Omar Ba a remporté le tournoi de Adam Fall à Rennes.",
            "Qui a remporté le tournoi d’Adam Fall à Rennes ?",
        ),
        (
            "Huit marins ont été retrouvés à Rennes après une longue marche.",
            "Dans quelle ville huit marins ont-ils été retrouvés après une longue marche ?",
        ),
    ],
)
def test_the_stem_is_sound_french(sentence: str, question: str) -> None:
    assert question in {made.question.fr.replace("'", "’") for made in proposed(sentence)}


@pytest.mark.parametrize(
    ("sentence", "construction"),
    [
        ("Selon le sondage Volute, réalisé du 2 au 4 avril, sept marins sur dix partent.", "event-agent"),
        ("Selon le sondage de Thiès, mené en avril, Odile Ferrand est la femme de l'année du port.", "event-agent"),
        ("En Belgique, des marcheurs belges occupent la frontière du nord depuis le matin.", "event-place"),
        ("La Lyonnaise de 28 ans a été choisie par Odile Ferrand pour le concours de chant.", "event-by"),
        ("La police de la commune du Finistère a été chargée d'ouvrir une enquête sur le vol.", "event-of"),
        ("Omar Ba a occupé le poste de douane entre Couvin (Belgique) et la frontière.", "event-agent"),
    ],
)
def test_half_a_claim_and_what_its_words_tell_is_not_asked(sentence: str, construction: str) -> None:
    assert not any(made.construction == construction for made in proposed(sentence))


def test_a_day_of_the_week_gets_its_month() -> None:
    assert "Dans quelle ville la course du port s'est-elle tenue le samedi 27 avril 2019 ?" in questions(
        "La course du port s'est tenue samedi 27 à Rennes."
    )
    assert "Dans quelle ville la course du port s'est-elle tenue le samedi 27 avril 2019 au Canada ?" in questions(
        "La course du port s'est tenue samedi 27 à Edmonton au Canada."
    )


@pytest.mark.parametrize(
    ("sentence", "construction"),
    [
        ("En 1990, un rocher noir avait été baptisé de son nom, en son honneur.", "event-date"),
        ("Le magasin Volute est caillassé et la boutique d'un opticien pillée.", "event-agent"),
        ("La Cour d'appel rendra son arrêt sur le port de Rennes le 8 juin prochain.", "event-agent"),
        ("Les pluies du mois de mars ont conduit l'Union européenne à revoir son aide au pays.", "event-object"),
    ],
)
def test_what_has_no_name_of_its_own_is_not_asked(sentence: str, construction: str) -> None:
    assert not any(made.construction == construction for made in proposed(sentence))


def test_a_day_with_its_month_stays() -> None:
    text = "Le chanteur Omar Ba est mort dimanche 28 avril à l'âge de 73 ans."
    assert "Qui est mort le dimanche 28 avril à l'âge de 73 ans ?" in questions(text)


def test_where_the_title_s_town_lies_is_not_asked() -> None:
    text = "Le gouverneur de Floride a rouvert les écoles du comté. Le feu a pris à Orlando, en Floride."
    home = replace(article_of_text(f"Incendie à Orlando\n\n{text}\n"), date="2019-05-03", title="Incendie à Orlando")
    made = [each for fact in extract(home) if isinstance(fact, Event) for each in candidates(fact, home)]
    assert "Floride" not in {each.answer.fr for each in made}


def test_when_somebody_of_the_past_died_is_not_asked() -> None:
    assert not proposed("Le peintre Omar Ba est décédé en 1977 à l'âge de 93 ans.")
    assert proposed("Le peintre Omar Ba est décédé en avril 2019 à l'âge de 93 ans.")


@pytest.mark.parametrize(
    ("sentence", "answer", "accepted"),
    [
        ("Le maire de Lorient a rouvert le pont du fleuve le 2 avril.", "2 avril", ("2 avril 2019",)),
        (
            "Le maire de Lorient a rouvert le pont du fleuve le 24 décembre dernier.",
            "24 décembre",
            ("24 décembre 2018",),
        ),
        ("Le maire de Lorient a rouvert le pont du fleuve en mars 2015.", "mars 2015", ()),
    ],
)
def test_a_day_or_a_month_may_be_typed(sentence: str, answer: str, accepted: tuple[str, ...]) -> None:
    typed = next(made for made in proposed(sentence) if made.construction == "event-date" and made.form == "text")
    assert (typed.answer.fr, typed.accept) == (answer, accepted)


def test_a_pair_is_typed_in_either_order_and_by_surnames() -> None:
    made = proposed("La danse sur glace de Dakar est remportée par Awa Sow et Omar Ba, représentant le Mali.")
    (typed,) = [one for one in made if one.answer.fr == "Awa Sow et Omar Ba"]
    assert typed.question.fr == "Par qui la danse sur glace de Dakar est-elle remportée ?"
    assert {"Omar Ba et Awa Sow", "Sow et Ba", "Ba et Sow"} <= set(typed.accept)
    assert "Ba" not in typed.accept


@pytest.mark.parametrize(
    "sentence",
    [
        "Les plus fortes hausses de l'été sont comptabilisées en Bretagne (+3 %) et en Corse (+2 %).",
        "Odile Ferrand a publié sur le site de son parti, que « le port restera ouvert ».",
        "Le PSG signe une nouvelle victoire.",
    ],
)
def test_what_goes_on_elsewhere_is_not_asked(sentence: str) -> None:
    assert not [made for made in proposed(sentence) if made.construction != "event-date"]


@pytest.mark.parametrize(
    ("sentence", "construction"),
    [
        ("La chaîne TF1 annonce une longue grève des dockers de Rennes.", "event-agent"),
        ("Le journal Le Matin rapporte une longue grève des dockers de Rennes.", "event-agent"),
    ],
)
def test_what_is_only_passed_on_is_not_asked(sentence: str, construction: str) -> None:
    assert not [made for made in proposed(sentence) if made.construction == construction]


def test_a_night_between_two_days_stays_as_it_is() -> None:
    asked_of = questions("Une longue course a eu lieu à Rennes dans la nuit du samedi 6 au dimanche 7 avril.")
    assert not any("du le" in question for question in asked_of)


@pytest.mark.parametrize(
    ("sentence", "construction"),
    [
        ("Odile Ferrand militait pour le maintien du port dans l'Union européenne.", "event-with"),
        ("L'armée malienne peine à atteindre la frontière dans le nord du pays.", "event-of"),
        ("Omar Ba a commencé par déposer une gerbe sur la tombe du marin à Rennes.", "event-agent"),
        ("Omar Ba avait été enlevé par des hommes armés.", "event-agent"),
        ("Les deux Belges font course ensemble dans le Cantal après une chute.", "event-place"),
        ("Omar Ba avait reversé le reste à trois marins de Rennes.", "event-agent"),
        ("À Rennes, la mairie du port a décidé de baptiser une place, « place du Port ».", "event-place"),
        ("Omar Ba a dénoncé mercredi la décision de son homologue sur le port de Rennes.", "event-agent"),
        (
            "Omar Ba a trouvé la mort lors de l'attaque du train. Douze personnes sont mortes, dont 12 morts.",
            "event-agent",
        ),
    ],
)
def test_what_hangs_on_another_sentence_is_not_asked(sentence: str, construction: str) -> None:
    assert not [made for made in proposed(sentence) if made.construction == construction]


def test_a_lead_that_turns_the_page_is_left_out() -> None:
    asked = questions("Dans le reste de l'actualité, Omar Ba a gagné la course du port de Rennes.")
    assert asked["Qui a gagné la course du port de Rennes ?"] == "Omar Ba"
    assert not [question for question in asked if "actualité" in question]


def test_a_lead_that_points_back_is_left_out() -> None:
    assert "Qui a gagné la course du port de Rennes ?" in questions(
        "Dès la journée précédente, Omar Ba a gagné la course du port de Rennes."
    )


@pytest.mark.parametrize(
    ("sentence", "construction"),
    [
        ("Le taux de fécondité du pays est passé de 1,54 en 2015 à 1,60 cette année.", "event-date"),
        ("À Lille (Nord), 300 marins ont manifesté dans le calme, 170 à Tarbes et 60 à Foix.", "event-place"),
        ("Omar Ba a été placé le 20 juillet 2018 en garde à vue des chefs de vol.", "event-date"),
    ],
)
def test_two_clauses_in_one_are_not_asked(sentence: str, construction: str) -> None:
    asked_of = [made.question.fr for made in proposed(sentence) if made.construction == construction]
    assert not [text for text in asked_of if text.endswith("placé ?") or "1,60" in text or "60 à Foix" in text]


def test_what_somebody_is_called_is_no_circumstance() -> None:
    text = "Le champion du monde 2015, l'Allemand Omar Ba établit un nouveau record de vitesse à Rennes."
    assert "Qui établit un nouveau record de vitesse à Rennes ?" in questions(text)


def test_a_year_to_come_has_years_to_come_beside_it() -> None:
    made = next(
        each
        for each in proposed("Le pont du fleuve de Rennes sera achevé en 2021.")
        if each.construction == "event-date" and each.form == "choice"
    )
    assert made.suggested
    assert all(int(choice.fr) > 2019 for choice in made.suggested)


def test_who_has_just_been_named_is_no_woman_before_the_answer() -> None:
    found = questions("Awa Sow vient d'être désignée à la tête du port de Dakar par le maire.")
    assert "Qui a été désigné à la tête du port de Dakar par le maire ?" in {
        question.replace("'", "’") for question in found
    }


def test_the_month_of_the_article_s_year_is_asked_alone() -> None:
    asked_of = questions("Le maire de Lorient a rouvert le pont du fleuve en janvier 2019.")
    assert asked_of["En quel mois de 2019 le maire de Lorient a-t-il rouvert le pont du fleuve ?"] == "janvier"


def test_a_paper_by_its_name_is_named_as_the_source() -> None:
    asked_of = questions("Le maire de Lorient a rouvert le pont du fleuve le 12 avril, selon Reuters.")
    assert "Selon Reuters, quel jour le maire de Lorient a-t-il rouvert le pont du fleuve ?" in asked_of


def test_an_hour_with_one_figure_of_minutes_goes_whole() -> None:
    found = questions("Omar Ba a émis vers 15 h 8 un message de soutien depuis Dakar.")
    assert "Qui a émis un message de soutien depuis Dakar ?" in found


def test_a_month_without_a_year_is_left_out_of_an_article_without_a_date() -> None:
    home = replace(article("En septembre, Omar Ba a lancé la recherche du navire de Rennes."), date=None)
    made = [each.question.fr for fact in extract(home) if isinstance(fact, Event) for each in candidates(fact, home)]
    assert made
    assert not any("septembre" in question.lower() for question in made if question.startswith("En"))
