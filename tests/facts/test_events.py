"""Events: which clauses of an article are told, and which of their pieces are asked for."""

from __future__ import annotations

import pytest

from quiz.facts.event import Event
from quiz.facts.events import events
from quiz.facts.rows import rows
from tests.facts.reading_of import reading


def told(text: str) -> list[Event]:
    return events(reading(text))


def slots(text: str) -> dict[str, str]:
    """Slot -> value, of the first event in each slot."""
    out: dict[str, str] = {}
    for event in told(text):
        out.setdefault(event.slot, event.value)
    return out


def test_who_did_where_and_when() -> None:
    found = slots("Awa Sow a fondé une coopérative laitière à Thiès en 2012.")
    assert found == {"agent": "Awa Sow", "place": "Thiès", "date": "en 2012"}


@pytest.mark.parametrize(
    ("sentence", "slot", "value"),
    [
        ("Le gardien Omar Ba a arrêté trois tirs pendant la finale.", "agent", "Omar Ba"),
        ("La ministre, Lise Aubert, a inauguré un hôpital à Gatineau.", "agent", "Lise Aubert"),
        ("Le Mali a signé un accord avec la Guinée en 2011.", "agent", "Mali"),
        ("Le Mali a signé un accord de pêche avec la Guinée.", "with", "Guinée"),
        ("L'ouragan Filou a ravagé la côte pendant trois jours.", "agent", "Filou"),
        ("Le maire de Nantes a inauguré une passerelle sur le fleuve.", "of", "Nantes"),
        ("Le gouvernement malien a rouvert les écoles du nord.", "of", "Mali"),
        ("La directrice a été nommée par Odile Ferrand en mars 2015.", "by", "Odile Ferrand"),
        ("Le vainqueur de la troisième étape est Jean Tremblay.", "is", "Jean Tremblay"),
        ("Le jury du festival a récompensé Mathilde Roux pour ses photographies.", "object", "Mathilde Roux"),
        ("Une tempête a fait deux blessés dans la province de Ségou.", "place", "Ségou"),
        ("Le cortège est arrivé au centre de la ville de Saguenay.", "with", "Saguenay"),
        ("La NASA a lancé une sonde vers une comète lointaine.", "agent", "NASA"),
        ("Rappelons que le Mali a signé un accord de pêche en 2011.", "agent", "Mali"),
        ("Omar Ba, député du Mali, a inauguré un hôpital à Gatineau.", "agent", "Omar Ba"),
        ("Omar Ba, député du Mali a inauguré un hôpital à Gatineau.", "agent", "Omar Ba"),
        ("Omar Ba l'a dépassé au sprint et a remporté son deuxième maillot jaune.", "agent", "Omar Ba"),
        ("Lise Aubert, nommée ministre en mars 2015, a quitté son poste.", "date", "en mars 2015"),
        ("Le Mali a annexé, à la suite de la guerre, la bande de Thiès.", "agent", "Mali"),
        ("Omar Ba est revenu de son exil au Sénégal après y être resté onze jours.", "agent", "Omar Ba"),
        (
            "Le festival de danse se déroule du 27 novembre au 2 décembre 2018.",
            "date",
            "du 27 novembre au 2 décembre 2018",
        ),
        ("Dix diplomates canadiens ont ressenti des malaises dans leur ambassade.", "of", "Canada"),
        ("Les navires ont été interceptés par des soldats iraniens.", "by", "Iran"),
        ("La foule a fui lorsque Omar Ba a lancé une pierre sur la scène.", "agent", "Omar Ba"),
        ("Omar Ba a perdu l'élection présidentielle en décembre dernier.", "date", "en décembre dernier"),
        ("Omar Ba est parti le 21 janvier pour la Guinée.", "with", "Guinée"),
        ("Omar Ba a promis de rembourser toutes ses dettes à la ville.", "agent", "Omar Ba"),
        ("Le Mali a demandé au Sénat de voter la loi sur les ports.", "agent", "Mali"),
        ("Les navires qui croisaient au large ont été arrêtés par Omar Ba.", "by", "Omar Ba"),
        ("Le festival fait partie du programme Volute, financé par le Mali et prévu pour 2012.", "by", "Mali"),
        ("La réforme du port de Thiès décidée par Lise Aubert est contestée.", "by", "Lise Aubert"),
        ("Omar Ba, éliminé par Jean Tremblay en finale, a pleuré.", "by", "Jean Tremblay"),
        ("Il y a deux courses : la course Volute (remportée par Lise Aubert) et une autre.", "by", "Lise Aubert"),
        ("La ville de Thiès a été occupée pendant trois jours par la Guinée.", "by", "Guinée"),
        ("Au moins cinq marins ont péri dans une tempête à Gatineau.", "place", "Gatineau"),
        (
            "Ce mardi, à Thiès, un homme de 30 ans soupçonné de vouloir brûler un pont a été arrêté par Omar Ba.",
            "by",
            "Omar Ba",
        ),
        ("Omar Ba, figure du théâtre de Dakar, s'est éteint le 6 avril à l'hôpital.", "date", "le 6 avril"),
        ("Les accords de Thiès visant à partager les eaux avaient été prolongés en 2016.", "date", "en 2016"),
        ("La Malienne Awa Sow qui finit à la dixième place, remporte la coupe de Dakar.", "agent", "Awa Sow"),
        ("Une fusillade a éclaté dans une boîte de nuit de la plage à Gatineau.", "place", "Gatineau"),
        ("Le viaduc en construction s'est effondré dans un quartier ancien de Sherbrooke.", "with", "Sherbrooke"),
        ("Awa Sow a remporté le titre olympique de sabre en battant Lise Aubert.", "with", "Lise Aubert"),
        ("La cérémonie d'ouverture a mis à l'honneur la cuisine du Mali.", "with", "Mali"),
        ("La controverse autour des ports secoue actuellement le Mali.", "object", "Mali"),
        ("Awa Sow a pu identifier les gènes du sommeil des loutres.", "agent", "Awa Sow"),
        ("L'exploit d'Omar Ba est considéré comme un record par la Guinée.", "by", "Guinée"),
        ("Il s'agit d'Omar Ba, 76 ans, qui a succombé à une crise cardiaque au Sénégal.", "agent", "Omar Ba"),
        ("Le second tour de la primaire de Dakar qui a eu lieu le 29 janvier est annulé.", "date", "le 29 janvier"),
        ("On a visité le lycée Volute, qui a été détruit par Omar Ba en 2014.", "by", "Omar Ba"),
        ("Le juge de Thiès a été suspendu de ses fonctions par le parlement malien.", "by", "Mali"),
        ("Une explosion à Gatineau a fait six blessés.", "place", "Gatineau"),
        ("Lise Aubert, une romancière, est morte à l'âge de 82 ans.", "agent", "Lise Aubert"),
        ("Un homme de 18 ans a été arrêté, sans incident, par Omar Ba.", "by", "Omar Ba"),
        ("Omar Ba a remporté la primaire avec 54 % des voix, face à Lise Aubert.", "with", "Lise Aubert"),
        ("Awa Sow a dévoilé un nouveau moteur au salon de Dakar.", "agent", "Awa Sow"),
        ("Le cortège de la reine a essuyé des tirs dans le centre-ville de Gatineau.", "place", "Gatineau"),
        ("La doyenne du club de Thiès, Lise Aubert, a été victime d'un vol de bijoux.", "agent", "Lise Aubert"),
        ("Une dizaine de bandits ont attaqué un camp dans le nord du Mali.", "with", "Mali"),
        ("Un incendie est survenu cet après-midi pendant un carnaval à Gatineau.", "place", "Gatineau"),
        ("Le Mali a, ce mercredi 22 février, menacé la ville de sanctions financières.", "agent", "Mali"),
        ("Le Malien de 22 ans Omar Ba a remporté le titre olympique de saut.", "agent", "Omar Ba"),
        ("Tous les accès à l'encyclopédie ont été bloqués en Guinée par les douanes.", "place", "Guinée"),
        (
            "Lise Aubert, professeure de l'école (Thiès), spécialisée en droit, est décédée le 28 juillet.",
            "date",
            "le 28 juillet",
        ),
        ("La Malienne Awa Sow s'est offert le titre de fleuret à Dakar.", "agent", "Awa Sow"),
        ("Le maire a annoncé jeudi que la Guinée avait racheté une dizaine de navires.", "agent", "Guinée"),
        ("Le skieur Omar Ba est mort brutalement mardi 14 février d'une chute.", "date", "mardi 14 février"),
        ("Le gouvernement malien vient de conclure un recensement historique.", "of", "Mali"),
        ("Le port de Gatineau vient d'être racheté par Omar Ba.", "by", "Omar Ba"),
        ("Omar Ba a perdu la plupart des terres qu'il avait prises.", "agent", "Omar Ba"),
        (
            "Omar Ba a ouvert une école à Gatineau. Omar Ba a également fondé une ferme dans la vallée.",
            "agent",
            "Omar Ba",
        ),
        ("Le Mali arme ses navires tandis que la Guinée achète une dizaine d'avions.", "agent", "Guinée"),
    ],
)
def test_the_piece_that_is_asked_for(sentence: str, slot: str, value: str) -> None:
    assert slots(sentence).get(slot) == value


@pytest.mark.parametrize(
    "sentence",
    [
        "Lise Aubert, Awa Sow et Omar Ba ont fondé une coopérative laitière.",  # the key would be three
        "Awa Sow n'a pas fondé la coopérative de la vallée.",
        "Awa Sow aurait fondé une coopérative dans la vallée.",
        "Awa Sow a également fondé une coopérative dans la vallée.",
        "Si Awa Sow fonde une coopérative dans la vallée, le lait sera vendu.",
        "Awa Sow l'a emporté sur sa rivale dans la vallée.",
        "Awa Sow doit fonder une coopérative dans la vallée.",
        "Lors de ce match, Awa Sow a marqué deux buts contre son camp.",
        "Awa Sow est revenue le jeudi 26 mars, dans la soirée.",
        "La sœur d'Awa Sow a fondé une coopérative dans la vallée.",
    ],
)
def test_who_did_it_is_not_asked(sentence: str) -> None:
    assert "agent" not in slots(sentence)


def test_a_second_verb_of_the_same_subject_is_told_by_itself() -> None:
    rests = {
        event.frame.rest for event in told("Omar Ba a battu le champion du monde et a remporté le titre de Dakar.")
    }
    assert "le champion du monde" in rests
    assert any(rest.startswith("le titre") for rest in rests)


def test_a_relative_clause_behind_a_name_is_told_of_that_name() -> None:
    found = told("Omar Ba, qui a remporté la course de Dakar, a quitté son club hier.")
    assert ("Omar Ba", "la course de Dakar") in {(event.value, event.frame.rest) for event in found}


def test_words_that_only_join_and_adjectives_at_the_end() -> None:
    (joined,) = [e for e in told("Omar Ba propose de plus la création d'une ligne de métro.") if e.slot == "agent"]
    assert joined.frame.rest.startswith("la création")
    (kept,) = [e for e in told("Les Kurdes ont proclamé une région autonome dans le nord du Mali.") if e.slot == "with"]
    assert kept.frame.rest == "une région autonome"


def test_an_aside_is_left_out_and_a_source_is_no_part_of_the_clause() -> None:
    (event,) = [e for e in told("Lise Aubert, ancienne nageuse, a ouvert une école à Sherbrooke.") if e.slot == "agent"]
    assert event.frame.rest == "une école à Sherbrooke"


def test_who_says_so_is_kept() -> None:
    (event,) = [
        e for e in told("Selon Lise Aubert, Omar Ba a revendu la ferme familiale en 2014.") if e.slot == "agent"
    ]
    assert (event.modality, event.attribution) == ("attributed", "Lise Aubert")


def test_a_pronoun_takes_the_sentence_that_names_it_into_the_evidence() -> None:
    text = "Omar Ba est un lutteur de Saint-Louis. Il a remporté le tournoi de Dakar en 2009."
    found = [event for event in told(text) if event.slot == "agent" and "tournoi" in event.frame.rest]
    assert [event.value for event in found] == ["Omar Ba"]
    assert found[0].evidence.text == text
    assert found[0].features["resolved"] == 0.0


def test_wrong_choices_are_of_the_same_sort() -> None:
    text = (
        "La pianiste Awa Sow a gagné le concours de Dakar. La violoniste Lise Aubert a joué avant elle. "
        "Le chef Omar Ba a dirigé l'orchestre."
    )
    (event,) = [e for e in told(text) if e.slot == "agent" and e.value == "Awa Sow"]
    assert event.others == ("Lise Aubert",)


def test_towns_have_their_neighbours_for_wrong_choices() -> None:
    (event,) = [e for e in told("Omar Ba a ouvert un atelier à Sherbrooke au printemps.") if e.slot == "place"]
    assert event.family == "ville"
    assert {"Gatineau", "Montréal", "Lévis", "Saguenay"} & set(event.others)


def test_events_are_no_rows_of_quiz_facts() -> None:
    read = reading("Awa Sow a fondé une coopérative laitière à Thiès en 2012.")
    assert events(read)
    assert list(rows(read.article, events(read))) == []


def test_a_pronoun_three_sentences_behind_its_name_takes_them_all_into_the_evidence() -> None:
    text = "Omar Ba est un lutteur de Saint-Louis. Il a tout gagné. Il a remporté le tournoi de Dakar en 2009."
    found = [event for event in told(text) if event.slot == "agent" and "tournoi" in event.frame.rest]
    assert [event.evidence.text for event in found] == [text]


@pytest.mark.parametrize(
    ("sentence", "slot"),
    [
        ("Awa Sow et Omar Ba ont fondé une coopérative laitière.", "agent"),
        ("Les patineurs Awa Sow et Omar Ba remportent la danse sur glace.", "agent"),
        ("La danse sur glace est remportée par Awa Sow et Omar Ba, représentant le Mali.", "by"),
    ],
)
def test_of_two_who_did_it_together_the_key_is_both(sentence: str, slot: str) -> None:
    (event,) = [event for event in told(sentence) if event.slot == slot]
    assert event.value == "Awa Sow et Omar Ba"
    assert event.features["pair"] == 1.0


def test_other_pairs_are_the_wrong_choices_of_a_pair() -> None:
    text = (
        "La danse est remportée par Awa Sow et Omar Ba. Lise Aubert et Jean Tremblay sont deuxièmes. "
        "Odile Ferrand et Marc Roux ont chuté."
    )
    (event,) = [event for event in told(text) if event.slot == "by"]
    assert event.others == ("Lise Aubert et Jean Tremblay", "Odile Ferrand et Marc Roux")


@pytest.mark.parametrize(
    ("sentence", "slot"),
    [
        ("Omar Ba est revenu de son exil au Sénégal après une longue attente.", "place"),  # he left it
        ("À Dakar, le préfet a adressé au journal La Volute, un texte sévère.", "place"),  # the text is cut off
        ("Le maire de Thiès, qui a inauguré une école en 2012, est parti.", "date"),  # he or the town
        ("Un Volute de la compagnie Brumelle qui assurait la liaison de Dakar est tombé.", "agent"),  # the Volute did
        ("Une réunion s'est tenue à Thiès, réunissant les élus inscrits à Dakar.", "agent"),
        ("L'affaire Lise Aubert connaît un nouveau rebondissement à Dakar ce jeudi.", "agent"),  # she does not
        ("On a affronté Jean Diop, qui a éliminé ses frères du tournoi de Dakar.", "agent"),  # whose?
        ("Le projet de loi contre le bruit défendu par Awa Sow est lu.", "by"),  # one of which nothing says which
        ("La région dirigée par Awa Sow a voté.", "by"),  # a state and no act
    ],
)
def test_what_may_be_of_something_else_is_not_asked(sentence: str, slot: str) -> None:
    assert slot not in slots(sentence)


def test_a_place_of_a_sort_is_asked_for_by_its_sort_alone() -> None:
    (event,) = [
        e for e in told("Le département français de la Somme a été placé en vigilance orange.") if e.slot == "of"
    ]
    assert (event.family, event.frame.preposition) == ("département", "")


def test_where_is_not_asked_of_what_happened_elsewhere_as_well() -> None:
    text = (
        "À Gatineau, les gendarmes ont expulsé les forains. "
        "À Sherbrooke, les gendarmes ont expulsé les forains du marché aux fleurs."
    )
    assert {event.value for event in told(text) if event.slot == "place"} == {"Sherbrooke"}


def test_an_impersonal_pronoun_is_nobody() -> None:
    text = "Omar Ba a parlé. Il est toujours possible d'appeler la mairie de Gatineau."
    assert not [event for event in told(text) if event.slot == "agent" and "possible" in event.frame.rest]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brumelle a confié Volute à Awa Sow… enfin, on l'a vue s'en servir à la foire de Dakar.",
        "Omar Ba fait partie des veinards.",
        "Awa Sow va donner un concert à Dakar au profit des écoles.",
        "Awa Sow, figure du club de Dakar, dort peu.",
        "Awa Sow est l'une des plus grandes pianistes de Dakar.",
    ],
)
def test_what_is_taken_back_or_says_little_or_is_not_yet_is_not_asked(sentence: str) -> None:
    assert "agent" not in slots(sentence)


def test_the_part_of_a_day_is_left_out() -> None:
    (event,) = [e for e in told("Omar Ba a remporté la course de Dakar, jeudi soir.") if e.slot == "agent"]
    assert event.frame.rest == "la course de Dakar"
    (kept,) = [e for e in told("Omar Ba a fermé le marché de Dakar jusqu'à jeudi soir.") if e.slot == "agent"]
    assert kept.frame.rest.endswith("jeudi soir")


def test_a_town_that_plays_is_a_team() -> None:
    text = "Nantes a battu Rouen de trois points en finale à Brest. Brest accueillait la rencontre."
    (event,) = [e for e in told(text) if e.slot == "agent" and e.value == "Nantes"]
    assert (event.family, event.value_kind) == ("équipe", "thing")
    assert "Rouen" in event.others


def test_what_another_verb_says_is_no_part_of_the_clause() -> None:
    (event,) = [e for e in told("Awa Sow enseigne le chant à Dakar et Lise Aubert enseigne le piano à Lévis.")
                if e.slot == "agent" and e.value == "Awa Sow"]  # fmt: skip
    assert event.frame.rest == "le chant à Dakar"


@pytest.mark.parametrize(
    "sentence",
    [
        "Elisa Roux a brandit le drapeau du club après le podium.",  # no participle
        "Omar Ba est allé cherché une médaille de bronze.",
        "Lise Roux, qui a depuis remporté la primaire du parti, avait été battue.",  # since when?
        "Lise Roux se rendait à Nantes pour la finale de la coupe mercredi.",  # which Wednesday?
        "Omar Ba se présente seul à la seconde transition de l'épreuve.",  # a passing moment
        "Omar Ba a ressorti une citation de la ministre, qui promettait en 2012 de partir.",  # which one?
        "Un groupe emmené par Omar Ba qui reste à deux minutes des premiers.",  # the group does
        "Jean Diop « bat » son frère derrière la ligne d'arrivée.",  # not meant word for word
        "Omar Ba défend les bûcherons de Thiès.",  # others do too
        "Jean Diop a été placé en garde à vue pour vol en réunion par un élu, usurpation de fonctions, port d'armes.",
        "Lise Roux crée la surprise en battant les champions en titres et passés Omar Ba et Jean Diop.",
        "Lise Roux a commenté la réponse du maire : « Elle vient tard. »",
        "L'UDT préside trois conseils avec Awa Sow à Thiès, Omar Ba à Dakar et donc, maintenant, Lise Roux à Nantes.",
        "L'entreprise Brumelle a été remportée l'appel d'offres de la ville pour dix millions d'euros.",
        "Le site publie la loi votée par le Sénat, qui acte le retrait du pays.",  # the law does
        "La Banque Brumelle a reçu un mail qui revendique l'incendie qui a détruit, un atelier.",
    ],
)
def test_who_is_not_asked_where_the_clause_does_not_tell(sentence: str) -> None:
    assert "agent" not in slots(sentence)


def test_a_list_goes_on_to_its_last_name() -> None:
    sentence = "Awa Sow devance les Maliennes Lise Roux et Ada Morin et s'impose sur l'épreuve de Nantes."
    assert "les Maliennes Lise Roux et Ada Morin" in {event.frame.rest for event in told(sentence)}


def test_the_place_that_leads_in_is_asked() -> None:
    event = next(event for event in told("À Nantes, les pompiers ont éteint un feu de forêt.") if event.slot == "place")
    assert (event.value, event.frame.lead, event.frame.preposition) == ("Nantes", "", "dans")
    assert "place" not in slots("À Nantes, Lyon et Paris, les pompiers ont éteint des feux de forêt.")


def test_half_a_name_is_no_answer() -> None:
    assert "place" not in slots("Le groupe est repassé à l'offensive à Deir ez-Zor, dans le désert.")


def test_where_something_happened_and_not_what_it_answers() -> None:
    sentence = "Le président a autorisé le départ en réponse à l'intervention russe en Ukraine en 2014."
    assert not {"place", "date"} & set(slots(sentence))


def test_a_newspaper_has_its_article() -> None:
    assert slots("Hier, le journal Le Progrès a publié une photographie du pont détruit.")["agent"] == "Le Progrès"


def test_a_day_needs_no_article() -> None:
    assert slots("Le pont de Thiès a été inauguré samedi 13 mai par la mairesse.")["date"] == "samedi 13 mai"


def test_against_whom_a_country_lost() -> None:
    assert slots("Les joueurs français se sont inclinés face au Danemark, qui garde son titre.")["with"] == "Danemark"


def test_words_in_quotation_marks_keep_them() -> None:
    event = told("Omar Ba a dénoncé jeudi des « allégations mensongères » du journal.")[0]
    assert "«\u00a0allégations mensongères\u00a0»" in event.frame.rest


def test_somebody_by_another_name_is_no_wrong_choice() -> None:
    text = "L'acteur Jean Diop, de son vrai nom Paul Fall, a ouvert un théâtre à Thiès. Marc Roux était là."
    assert told(text)[0].others == ("Marc Roux",)


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Le chanteur Omar Diop est décédé le 6 janvier à l'âge de 85 ans, à Dakar.", "le 6 janvier"),
        ("La cheffe de chœur Lise Aubert est décédée à Thiès samedi 8 avril à 3 heures du matin.", "samedi 8 avril"),
        ("Jeudi 28 avril, un fort séisme a été enregistré dans les îles du nord.", "Jeudi 28 avril"),
        ("Ce dimanche 1 er mai, 17 étudiants ont comparu pour fraude devant un juge de Dakar.", "Ce dimanche 1 er mai"),
        ("Les courses se sont déroulées les 4 et 5 juin dans la vallée de Thiès.", "les 4 et 5 juin"),
        ("La foire du livre se déroule du 9 au 11 mai 2015 à Thiès.", "du 9 au 11 mai 2015"),
        ("Les mondiaux se sont déroulés en Autriche, samedi 13 février.", "samedi 13 février"),
    ],
)
def test_the_day_of_it_in_every_notation(sentence: str, date: str) -> None:
    assert slots(sentence).get("date") == date


def test_a_span_of_years_is_no_date() -> None:
    assert "date" not in slots("Awa Sow a dirigé la coopérative laitière en 2012 et 2014.")


def test_a_town_may_stand_before_the_day() -> None:
    found = slots("Le journaliste et animateur de radio Omar Diop est décédé à Dakar samedi 8 avril.")
    assert (found["agent"], found["place"]) == ("Omar Diop", "Dakar")


def test_the_object_behind_a_date_is_an_object() -> None:
    assert slots("Awa Sow avait remporté en 1956 le Tour de la côte, à 19 ans.")["date"] == "en 1956"


def test_where_something_took_place() -> None:
    assert slots("L'explosion a eu lieu à Thiès, dans un quartier proche de la gare.")["place"] == "Thiès"


@pytest.mark.parametrize(
    "sentence",
    [
        "Lise Aubert, la ministre, a annoncé qu'un homme, blessé en mai à Nice, a succombé à ses blessures.",
        "Omar Ba a donné des précisions sur le nombre de victimes.",
        "Omar Ba a conservé la seconde place devant plusieurs coureurs.",
        "Omar Ba s'impose avec une marge confortable devant la foule.",
        "Omar Ba fait partie d'un groupe de dix coureurs en tête.",
        "Omar Ba a fini par l'emporter avec difficulté et malgré la pluie.",
        "Omar Ba reste très populaire dans la vallée du fleuve.",
        "Omar Ba résiste à la pression du Sud-Africain dans la dernière côte.",
        "L'Allemagne reste donc bien aux commandes de l'Union.",
        "Omar Ba a démissionné en reconnaissant, dans sa lettre, avoir trompé le conseil.",
        "Le couple Diop est arrivé devant le palais sous la pluie.",
        "La rue Awa Sow mène aux grands magasins du centre.",
    ],
)
def test_who_is_not_asked_of_little_or_of_half_a_claim(sentence: str) -> None:
    assert "agent" not in slots(sentence)


def test_a_pronoun_between_two_is_nobody_s() -> None:
    told_of = slots("Omar Ba a salué Jean Diop hier. Il était arrivé dans la vallée du fleuve en 1969.")
    assert told_of.get("agent") != "Omar Ba" or told_of.get("date") != "en 1969"


def test_a_team_that_holds_out_is_no_place() -> None:
    assert "place" not in slots("Le club de Thiès a tenu tête à Montpellier tout au long du match.")


def test_somebody_is_called_as_the_sentence_calls_them() -> None:
    found = told("Omar Cissé Ba est chimiste. En 1991, Omar Ba a développé un moteur en une seule molécule.")
    assert "Omar Ba" in {event.value for event in found}


def test_the_day_of_a_plan_is_no_day_of_its_announcement() -> None:
    assert "date" not in slots("Omar Ba a annoncé se rendre en Italie et en Suisse du 25 au 27 janvier.")


def test_a_noun_that_nothing_tells_of_is_counted() -> None:
    bare = next(e for e in told("La décision a été prise à Dakar en mai 2011.") if e.slot == "place")
    known = next(e for e in told("Le pont du fleuve a été ouvert à Dakar en mai 2011.") if e.slot == "place")
    assert (bare.features["bare_subject"], known.features["bare_subject"]) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("sentence", "slot", "value"),
    [
        ("À Volmont (Somme), le radar de la grande route a été vandalisé par des inconnus.", "place", "Volmont"),
        ("Ce 16 février, un homme a fait sauter une bombe dans un marché du nord.", "date", "Ce 16 février"),
        ("Ce lundi 13 mai, Omar Ba a été tué, alors qu'il rentrait chez lui.", "date", "Ce lundi 13 mai"),
        ("Les Nations unies ont envoyé des casques bleus dans la vallée.", "agent", "Nations unies"),
        ("Le pape François a accepté la démission de Paul Roux, évêque du diocèse.", "with", "Paul Roux"),
        ("Le gouvernement a soutenu la candidature du Maroc à la présidence.", "with", "Maroc"),
    ],
)
def test_what_leads_in_and_whose_it_is(sentence: str, slot: str, value: str) -> None:
    assert slots(sentence).get(slot) == value


def test_what_is_announced_is_not_where_it_was_announced() -> None:
    assert "place" not in slots("Les Nations unies ont annoncé la fin de la mission au Mali le 3 mai.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Omar Ba tente de doubler son titre avec une barre plus haute.",
        "Omar Ba continue de réclamer une barre plus haute.",
    ],
)
def test_an_attempt_still_going_on_is_no_news(sentence: str) -> None:
    assert "agent" not in slots(sentence)


def test_a_second_clause_with_the_same_verb_is_left_out() -> None:
    found = told("Awa Sow enseigne à Dakar et Omar Ba enseigne à Thiès depuis mai.")
    assert not any("Omar Ba enseigne" in event.frame.rest for event in found)


def test_a_place_without_its_name_is_told() -> None:
    event = next(e for e in told("La NASA a construit en 2011 une antenne dans la région.") if e.slot == "agent")
    assert event.features["bare_place"] == 1.0


def test_what_is_no_first_name_is_no_wrong_choice() -> None:
    text = "L'actrice Lise Aubert a souffert à Dakar en 1985. Wars Story est un film. Le film Wars Story a plu."
    assert "Wars Story" not in {name for event in told(text) for name in event.others}


def test_half_a_subject_is_no_subject() -> None:
    assert not slots("Les routes de la côte et le reste du Mali sont désormais coupés de la capitale Bamako.").get("of")
    assert "date" not in slots("Omar Ba a annoncé au lundi 15 octobre que la pluie tombe.")


def test_a_day_of_another_verb_is_no_day_of_the_clause() -> None:
    text = "Après avoir tiré, mercredi 6 janvier, une fusée au nord, l'armée a rendu publique une vidéo du tir."
    assert "date" not in slots(text)


def test_what_follows_the_colon_is_missing() -> None:
    assert "agent" not in slots("L'afficheur Omar Ba a affiché sur ses panneaux le message suivant : « Assez ! »")


def test_three_women_are_not_masculine() -> None:
    assert not slots("Trois personnes ont été interpellés à Thiès le 10 mai par la gendarmerie.")


def test_whose_mandate_it_is() -> None:
    text = "Omar Ba a répondu à Lise Aubert. Il a dressé un bilan de son mandat de mairesse en mai 2011."
    assert not any("son mandat" in event.frame.rest for event in told(text))


def test_who_comes_after_where_is_of_another_clause() -> None:
    text = "Les mondiaux se sont courus samedi 13 mai en Autriche et les champions, Omar Ba et Jean Fall, ont perdu."
    assert not any("champions" in event.frame.rest for event in told(text) if event.frame.verb == "courir")


@pytest.mark.parametrize(
    "sentence",
    [
        "Omar Ba fut le premier président malien, et encore le seul aujourd'hui, à finir deux mandats.",
        "Omar Ba a pris la troisième place de l'étape du jour.",
        "Omar Ba a exprimé son indignation contre les auteurs de la lettre.",
    ],
)
def test_who_is_not_asked_of_what_will_change_or_is_half_told(sentence: str) -> None:
    assert "agent" not in slots(sentence)


def test_a_country_s_rank_is_told_and_an_election_is_no_race() -> None:
    assert slots("Le Canada se classe en septième position de la course.")["agent"] == "Canada"
    assert slots("Omar Ba a été réélu dès le premier tour à la tête du pays.")["agent"] == "Omar Ba"


def test_a_post_stands_for_the_one_person_who_holds_it() -> None:
    found = told("Le ministre Omar Ba est arrivé à Dakar lundi. Le ministre a inauguré un hôpital à Gatineau.")
    assert [event.entity for event in found if event.value == "Gatineau"] == ["Omar Ba"]


def test_a_post_that_two_hold_stands_for_nobody() -> None:
    text = "Le ministre Omar Ba a reçu le ministre Jean Diop lundi. Le ministre a inauguré un hôpital à Gatineau."
    assert [event.entity for event in told(text) if event.value == "Gatineau"] == ["le ministre"]


def test_the_party_of_somebody_is_not_somebody() -> None:
    assert "agent" not in slots("Le parti du président Omar Ba a perdu deux élus dans le nord.")


def test_a_town_is_known_by_its_department() -> None:
    assert slots("Une vache a bouché un ruisseau à Montvel (Savoie) au printemps.")["place"] == "Montvel"


@pytest.mark.parametrize(
    "sentence",
    [
        "La villa de l'entraîneur du club, Omar Ba, située à Thiès (Sénégal) a été vandalisée au printemps.",
        "La villa de l'entraîneur du club, Omar Ba, située à Thiès, a été vandalisée au printemps.",
    ],
)
def test_a_participle_is_said_of_the_name_it_agrees_with(sentence: str) -> None:
    assert "Omar Ba" not in {event.value for event in told(sentence)} | {event.entity for event in told(sentence)}


def test_today_is_left_to_the_topic_line() -> None:
    (event,) = [
        event for event in told("Le Mali possède aujourd'hui 7 000 drones de surveillance.") if event.slot == "agent"
    ]
    assert event.frame.rest == "7 000 drones de surveillance"
