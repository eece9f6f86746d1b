"""Verbs whose English depends on what they take, and verbs that take a noun of their own with them."""

import pytest

from quiz.english import tables
from quiz.english.conjugation import english_verb
from quiz.english.lexicon import frames
from quiz.english.questions import question
from quiz.english.senses import suited


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Qui a repris la grève ?", "Who resumed the strike?"),
        ("Quelle armée a repris la ville de Metz ?", "Which army retook the city of Metz?"),
        ("Quelle armée a repris Metz ?", "Which army retook Metz?"),
        ("Qui a battu le record du monde ?", "Who broke the world record?"),
        ("Qui a voté le budget ?", "Who passed the budget?"),
        ("Qui portait un gilet jaune ?", "Who wore a yellow vest?"),
        ("Qui a passé trois ans en prison ?", "Who spent three years in prison?"),
        ("Quel jour l'armée a-t-elle levé l'embargo ?", "On what day did the army lift the embargo?"),
        ("Combien de buts Ada Morin a-t-elle marqués ?", "How many goals did Ada Morin score?"),
        ("Qui a abattu un avion ?", "Who shot down an aircraft?"),
    ],
)
def test_a_verb_is_said_by_what_it_takes(french, english):
    assert question(french) == english


def test_what_is_done_is_said_by_what_it_is_done_to():
    assert (
        question("Quel pourcentage des anciens quartiers ont été repris ?")
        == "What percentage of former districts were retaken?"
    )
    assert question("Quel jour la ville a-t-elle été reprise ?") == "On what day was the city retaken?"


def test_who_was_thrown_out_did_not_leave():
    assert question("Qui avait été sorti de la direction du parti ?") is None


def test_who_is_pursued_may_be_chased_or_sued():
    assert question("Qui a poursuivi Ada Morin ?") is None
    assert suited("poursuivre", "continue", "the work") == "continue"
    assert suited("poursuivre", "continue", "the government of Metz") is None


def test_what_is_said_behind_an_object_does_not_tell_the_sense():
    assert suited("reprendre", "resume", "talks after the fall of the city") == "resume"
    assert suited("recevoir", "receive", "guests at the castle") == "welcome"


def test_what_a_verb_takes_may_tell_its_sense_behind_a_preposition():
    assert question("Qui a cédé à la pression ?") == "Who gave in to the pressure?"
    assert question("À qui la ville se joint-elle ?") == "Whom does the city join?"


def test_what_stands_between_a_verb_and_its_object_goes_behind_it():
    assert (
        question("Qui a remporté après une lutte remarquable son premier titre ?")
        == "Who won their first title after a remarkable fight?"
    )
    assert question("Qui a blessé au couteau six personnes ?") == "Who injured six people with a knife?"


def test_two_people_of_one_country_are_as_many():
    assert (
        question("Qui a battu les Allemandes Ada Morin et Lou Petit ?") == "Who beat Germans Ada Morin and Lou Petit?"
    )
    assert question("Qui a battu les Britanniques Ada Morin et Lou Petit ?") is None


def test_adverbs_stand_before_the_adjective_they_belong_to():
    assert (
        question("Qui est devenu le premier maire ouvertement gay du pays ?")
        == "Who became the first openly gay mayor of the country?"
    )


def test_a_subject_that_some_are_is_not_what_is_asked_for():
    """« quelle ville des lycéens » is not a city of theirs."""
    assert (
        question("Dans quelle ville des lycéens du lycée Jean Morin ont-ils manifesté ?")
        == "In which city did high school students of the Jean Morin secondary school demonstrate?"
    )


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (
            "Qui a ouvert le feu dans le terminal 2 de l'aéroport ?",
            "Who opened fire in Terminal 2 of the airport?",
        ),
        ("Qui a proposé le déploiement de casques bleus ?", "Who proposed the deployment of UN peacekeepers?"),
        ("Quelle armée a pris sa capitale Metz ?", "Which army took its capital Metz?"),
        ("Qui a été blessé au nord du Caire ?", "Who was injured north of Cairo?"),
        (
            "Dans quelle ville le plus grave accident a-t-il eu lieu ?",
            "In which city did the most serious accident take place?",
        ),
        (
            "Combien de personnes ont été blessées par des individus armés de battes ?",
            "How many people were injured by individuals armed with bats?",
        ),
        (
            "Quel jour un homme a-t-il blessé au couteau six personnes dans un hôpital de Rome ?",
            "On what day did a man injure six people in a hospital in Rome with a knife?",
        ),
        ("Qui a acheté des terres privées de la région ?", "Who bought private lands of the region?"),
        (
            "Dans quelle ville a-t-il expulsé les migrants au rond-point de la gare ?",
            None,  # whose « il » is, nothing tells
        ),
    ],
)
def test_names_numbers_and_places_stand_where_english_has_them(french, english):
    assert question(french) == english


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (
            "Qui était, en mai 2016, le ministre français des transports ?",
            "Who was the French Minister of Transport in May 2016?",
        ),
        ("Qui est sorti sans répondre à aucune question ?", "Who came out without answering any question?"),
        ("Qui est la maire de Metz depuis 2015 ?", "Who has been the mayor of Metz since 2015?"),
        ("Quel pays a pris trois buts ?", "Which country conceded three goals?"),
        ("Quel est le taux de la zone euro seule ?", None),
        ("Qui a consacré un livre à Morin à Paris ?", "Who devoted a book to Morin in Paris?"),
        (
            "Qui a soutenu le président Ada Morin qui égale le record ?",
            "Who supported President Ada Morin who equals the record?",
        ),
        ("Qui a gagné la trente-septième édition ?", "Who won the 37th edition?"),
        ("Quel club était mené de sept points ?", "Which club trailed by seven points?"),
        (
            "Qui a été blessé en plein aéroport ?",
            "Who was injured in the middle of the airport?",
        ),
        (
            "Où le journaliste et animateur de radio français Ada Morin est-il mort ?",
            "Where did the journalist and French radio host Ada Morin die?",
        ),
    ],
)
def test_small_things_are_said_as_english_says_them(french, english):
    assert question(french) == english


def test_who_chose_whom_is_left_where_nothing_tells():
    assert question("Quelle institution a rejeté le budget proposé pour 2019 de l'Italie ?") is None


def test_a_noun_that_goes_on_is_no_part_of_its_verb():
    """« perdre le contrôle aérien » is not to lose control."""
    assert question("Qui a perdu le contrôle de la ville ?") == "Who lost control of the city?"
    assert question("Qui a perdu le contrôle aérien ?") == "Who lost air traffic control?"


def test_letters_double_where_english_doubles_them():
    assert english_verb("acquit").past == "acquitted"
    assert english_verb("transmit to").participle == "transmitted to"
    assert english_verb("overthrow").participle == "overthrown"
    assert english_verb("rebuild").past == "rebuilt"


def test_every_sense_is_one_of_a_known_verb():
    known = frames()
    for written in tables.words("verbs", "senses"):
        verb, colon, objects = written.partition(": ")
        assert colon
        assert verb.split()[0] in known, written
        assert objects.split() == sorted(objects.split())
