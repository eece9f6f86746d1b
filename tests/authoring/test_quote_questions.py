from __future__ import annotations

import re

import pytest

from quiz.articles.reader import article_of_text
from quiz.authoring.candidate import Candidate
from quiz.authoring.quote_questions import candidates
from quiz.authoring.quote_speakers import agreement
from quiz.authoring.quote_words import (
    MOST,
    is_clause,
    is_fragment,
    shown_words,
    tells_by_itself,
    tidied,
    without_incises,
)
from quiz.authoring.quote_worth import opens_in_the_air, telling_words, unresolved_pointer
from quiz.facts.quotations import quotations
from quiz.facts.reading import read

LONG = "Nous ne céderons pas un pouce de ce terrain"


def asked(text: str, form: str = "choice") -> list[Candidate]:
    """The candidates of a form, for all quotations of a text."""
    article = article_of_text(f"Une journée au conseil municipal\n\n{text}\n")
    return [c for fact in quotations(read(article)) for c in candidates(fact, article) if c.form == form]


def stem(text: str) -> str:
    (one,) = asked(text)
    return one.question.fr.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_sentence_somebody_said_is_asked_for_its_speaker_as_a_choice_and_typed() -> None:
    text = f"« {LONG} », a déclaré Awa Diop."
    (choice,), (typed,) = asked(text), asked(text, "text")
    assert stem(text) == f"Qui a dit : « {LONG} » ?"
    assert choice.answer.fr == typed.answer.fr == "Awa Diop"
    assert choice.distractor_type == "speaker:f"
    assert "Diop" in typed.accept
    assert choice.construction == typed.construction == "who-said"


def test_a_piece_of_a_sentence_is_asked_as_words() -> None:
    assert stem(f"Awa Diop juge que « {LONG.lower()} ».").startswith("De qui sont ces mots : « nous ne")


def test_a_newspaper_is_asked_for_as_one_and_another_body_by_who() -> None:
    (one,) = asked(f"« {LONG} », a écrit Le Figaro.")
    assert one.distractor_type == "speaker:media"
    assert one.question.fr.startswith("Quel média a déclaré")
    (other,) = asked(f"« {LONG} », a déclaré Greenpeace.")
    assert other.distractor_type == "speaker:body"
    assert other.question.fr.startswith("Qui a déclaré")


def test_a_newspaper_is_named_with_its_article_again_and_a_body_not_by_half_its_name() -> None:
    text = f"Pour L'Opinion, c'est « une atteinte à la liberté de la presse ». Et « {LONG} », écrit L'Opinion."
    assert {c.answer.fr for c in asked(text, "text")} == {"L'Opinion"}
    assert asked(f"« {LONG} », souligne le comité Nobel.", "text") == []


def test_a_post_or_a_body_described_in_full_is_typed() -> None:
    text = f"« {LONG} », a dit la préfecture de l'Aude."
    assert asked(text) == []
    (typed,) = asked(text, "text")
    assert typed.answer.fr == "la préfecture de l'Aude"
    assert "préfecture de l'Aude" in typed.accept


def test_a_thing_that_cannot_speak_is_nobody_to_ask_for() -> None:
    text = f"La fakenews de Brisk dit : « {LONG} »."
    assert asked(text, "text") == []


def test_the_occasion_and_the_subject_stand_in_the_stem_where_the_sentence_tells_them() -> None:
    assert stem(f"Awa Diop a écrit sur Instagram : « {LONG} ».").startswith("Qui a écrit sur Instagram")
    assert stem(f"« {LONG} », a déclaré Awa Diop au sujet de Valtonic.").startswith(
        "Qui a déclaré au sujet de Valtonic"
    )
    assert stem(f"« {LONG} », a déclaré Awa Diop au sujet de la plateforme.").startswith("Qui a dit")
    assert stem(f"Awa Diop a déclaré lors du congrès de Vannes : « {LONG} ».").startswith(
        "Qui a déclaré, lors du congrès de Vannes : "
    )
    assert stem(f"Awa Diop a déclaré au micro de Radio Bleue : « {LONG} ».").startswith(
        "Qui a déclaré, au micro de Radio Bleue : "
    )
    assert stem(f"Awa Diop a déclaré lors de cette visite à Vannes : « {LONG} ».").startswith("Qui a dit")
    assert stem(f"« {LONG} », a déclaré Awa Diop lors du gala de la fondation Diop.").startswith("Qui a dit")


@pytest.mark.parametrize(
    "text",
    [
        "« Cela change la donne », a dit Awa Diop.",
        f"« {LONG} », a dit un porte-parole.",
        f"« {LONG} », a dit le porte-parole de l'Aude.",
        f"« {LONG} », a dit la préfecture.",
        f"« {LONG} », a dit le nageur belge.",
        f"« {LONG} », a dit le président de la République.",
        f"Awa Diop aurait déclaré que « {LONG} ».",
        "« Moi, Awa Diop, je ne céderai pas un pouce », a dit Awa Diop.",
        "« Une présidente ne cède pas un pouce de terrain », a dit Awa Diop, présidente du club.",
    ],
)
def test_what_anybody_may_have_said_or_what_tells_the_speaker_is_not_asked(text: str) -> None:
    assert asked(text) == []
    assert asked(text, "text") == []


def test_a_surer_rung_makes_a_better_question() -> None:
    named, pronoun = asked(
        f"« {LONG} », a dit Awa Diop. Puis : « C'est ainsi depuis toujours ici et même ailleurs », a-t-elle ajouté."
    )
    assert named.hint > pronoun.hint


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("je suis ravie d'être là", "f"),
        ("Je suis très heureux d'être là", "m"),
        ("je me suis sentie seule", "f"),
        ("je suis dans la salle", ""),
        ("je suis journaliste", ""),
        ("nous sommes ravis", ""),
    ],
)
def test_a_first_person_tells_its_sex(words: str, gender: str) -> None:
    assert agreement(words) == gender


def test_the_article_before_a_post_tells_the_sex_of_who_has_it() -> None:
    (one,) = asked(f"« {LONG} », a dit le ministre de la Pêche du Gabon, Anguilé Koumba-Ndong.")
    assert (one.answer.fr, one.distractor_type) == ("Anguilé Koumba-Ndong", "speaker:m")


def test_words_that_tell_the_sex_ask_for_people_of_that_sex() -> None:
    (one,) = asked("« Je suis vraiment ravie de vous voir tous ici », a déclaré Qing Nguyen.")
    assert one.distractor_type == "speaker:f"


def sentences(count: int, size: int) -> str:
    return " ".join(f"Phrase{n} " + " ".join(f"mot{i}" for i in range(size - 2)) + " fin." for n in range(count))


def test_long_words_are_cut_between_sentences_and_say_so() -> None:
    (one,) = asked(f"« {sentences(5, 15)} », a déclaré Awa Diop.")
    shown = one.question.fr.split("«", 1)[1]
    assert "[…]" in shown
    assert len([w for w in shown.split() if w.startswith(("mot", "Phrase", "fin"))]) <= MOST
    assert shown.count("Phrase") == shown.count("fin.")


def test_a_sentence_too_long_is_cut_at_a_clause_or_not_asked() -> None:
    clause = "nous avons mis bien des années à comprendre ce que la rivière voulait nous dire"
    (one,) = asked(f"« Oui, {clause}, mais {clause}, parce que {clause}, et {clause} », a déclaré Awa Diop.")
    assert "[…]" in one.question.fr
    assert one.question.fr.count("rivière") < 4
    words = " ".join(f"mot{i}" for i in range(60))
    assert asked(f"« {words} », a déclaré Awa Diop.") == []


def test_no_sentence_ends_at_a_title_or_an_initial() -> None:
    clause = "nous avons mis bien des années à comprendre ce que la rivière voulait nous dire"
    (one,) = asked(f"« {clause.capitalize()}. Je remercie M. Morin et J. Sow. {clause.capitalize()} », a dit Awa Diop.")
    assert not re.search(r"\b[MJ]\. \[", one.question.fr)


def test_the_sentence_in_which_speakers_name_themselves_is_left_out() -> None:
    text = f"« Je m'appelle Awa Diop. {LONG}. », a déclaré Awa Diop."
    article = article_of_text(f"Une journée au conseil\n\n{text}\n")
    (fact,) = quotations(read(article))
    assert shown_words(fact) == f"[…] {LONG}."


def test_a_fragment_begins_small() -> None:
    assert is_fragment("des signes encourageants")
    assert is_fragment("[…] des signes")
    assert not is_fragment("Des signes")


def test_no_blank_is_made_in_somebody_s_words() -> None:
    text = "« Nous avons vu passer la comète, et toute la famille était dehors ce soir-là », a déclaré Awa Diop."
    assert asked(text, "cloze") == []


def test_a_long_piece_is_asked_without_a_verb_of_its_own() -> None:
    piece = "une fiscalité juste pour les petites communes et pour les ménages les plus modestes"
    assert tells_by_itself(piece)
    assert not tells_by_itself("une fiscalité juste pour tous")
    assert not tells_by_itself("est une fiscalité juste pour les petites communes et les ménages modestes de la vallée")
    assert stem(f"Awa Diop imagine « {piece} ».").startswith("De qui sont ces mots")
    assert tells_by_itself("très fière d'avoir mené la barque du club jusqu'au port de Vannes")
    assert not tells_by_itself("de plus en plus chère pour les ménages les plus modestes de la vallée")


def test_a_piece_whose_clause_goes_on_outside_the_marks_is_not_asked() -> None:
    piece = "rien n'indique que les promeneurs du bord de mer"
    assert asked(f"Awa Diop affirme que « {piece} » courent un danger.") == []
    assert len(asked(f"Awa Diop affirme que « {piece} courent un danger » cet été.")) == 1


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Il s'agit d'une « attaque habile et préparée de longue date », indique Awa Diop.",
            "Qui a parlé d'une « attaque habile et préparée de longue date » ?",
        ),
        (
            "Awa Diop souligne « une ingérence grossière du maire dans le club ».",
            "Qui a parlé d'« une ingérence grossière du maire dans le club » ?",
        ),
        (
            "Awa Diop a dénombré « 200 promeneurs paisibles sur les quais de Brest ».",
            "Qui a parlé de « 200 promeneurs paisibles sur les quais de Brest » ?",
        ),
        (
            "Awa Diop a noté la « volonté de nuire des promeneurs restés sur les quais ».",
            "Qui a parlé de la « volonté de nuire des promeneurs restés sur les quais » ?",
        ),
        (
            "Awa Diop appelle à ne pas céder face aux « dangers du courant et de la brume du soir ».",
            "",
        ),
        (
            "Awa Diop raconte les « dangers du courant et de la brume du soir ».",
            "Qui a parlé des « dangers du courant et de la brume du soir » ?",
        ),
    ],
)
def test_a_thing_somebody_named_so_is_asked_as_what_they_spoke_of(text: str, question: str) -> None:
    if not question:
        assert asked(text) == []
        return
    assert stem(text).replace("’", "'") == question


@pytest.mark.parametrize(
    "text",
    [
        "Awa Diop affirme qu'il n'y a eu aucune « attaque habile et préparée de longue date ».",
        "Awa Diop parle de sa « relation positive et constructive avec le port ».",
        "Awa Diop dit que la dette est comprise entre « 40 et 70 pour cent selon les ports ».",
        "Awa Diop dit que c'est le fait « d'un peuple de marins qui aime son port ».",
        "Awa Diop dit que le port a « pendant dix ans caché ses dettes au conseil ».",
    ],
)
def test_words_bound_to_the_article_s_own_sentence_name_no_thing(text: str) -> None:
    assert asked(text) == []


def test_a_description_in_full_is_asked_again_where_a_pronoun_leads_back_to_it() -> None:
    again = "La préfecture de l'Aude se tait. « Nos routes sont vieilles », dit-elle. « Elles le sont », dit-elle."
    text = f"« {LONG} », a dit le secrétaire général de la CGT du livre. "
    text += "« Nos presses tournent jour et nuit sans repos ni bruit », dit-il."
    assert [c.answer.fr for c in asked(text, "text")] == ["le secrétaire général de la CGT du livre"] * 2
    assert asked(again, "text") == []


def test_a_first_sentence_that_hangs_in_the_air_is_left_out() -> None:
    rest = "La mairie de Brest vendra ses quais aux promoteurs avant la fin du mois."
    assert stem(f"« Ils le savent bien. {rest} », a dit Awa Diop.") == f"Qui a dit : « […] {rest} » ?"
    assert stem("« Ils le savent bien. C'est tout, et le port dort. », a dit Awa Diop.") == (
        "Qui a dit : « Ils le savent bien. C'est tout, et le port dort. » ?"
    )


def test_somebody_known_by_their_post_alone_is_asked_for_by_it() -> None:
    (typed,) = asked(f"« {LONG} », a dit la procureure de Grasse.", "text")
    assert typed.question.fr.startswith("Quelle est la fonction de la personne qui a dit\u00a0: «")
    assert "procureure de Grasse" in typed.accept
    (other,) = asked(f"« {LONG} », a dit le rapporteur public.", "text")
    assert other.answer.fr == "le rapporteur public"
    assert asked(f"« {LONG} », a dit le maire.", "text") == []


def test_a_few_words_without_a_name_or_a_figure_are_not_asked() -> None:
    assert asked("« Nous travaillons à établir tous les détails », a dit Awa Diop.", "text") == []
    assert len(asked("« Nous avons perdu deux millions d'euros », a dit Awa Diop.", "text")) == 1


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Elle a quitté la salle. Awa Diop sourit, promettant de « renforcer les quais et de rouvrir le port ».",
            "Qui a promis de « renforcer les quais et de rouvrir le port » ?",
        ),
        (
            "Awa Diop a réagi en dénonçant « une manœuvre des promoteurs contre les pêcheurs du port ».",
            "Qui a dénoncé « une manœuvre des promoteurs contre les pêcheurs du port » ?",
        ),
    ],
)
def test_a_piece_is_asked_with_the_verb_that_governs_it(text: str, question: str) -> None:
    assert stem(text) == question


def test_a_long_sentence_is_cut_before_a_clause_without_a_comma() -> None:
    said = "c'est une ironie que la ville célèbre la journée des rivières alors que le conseil " + "municipal " * 25
    (one,) = asked(f"Awa Diop a déclaré : « {said}vote ».")
    assert one.question.fr.endswith("la ville célèbre la journée des rivières […]\u00a0»\u202f?")


@pytest.mark.parametrize(
    ("words", "least"),
    [
        ("Nous travaillons à établir tous les détails", 0),
        ("C'est pas de votre faute, je vous assure !", 0),
        ("Le barrage de Serre-Ponçon retient 1,2 milliard de mètres cubes", 4),
        ("L'Europe existe et elle est unie", 1),
    ],
)
def test_words_anybody_may_have_said_tell_nothing(words: str, least: int) -> None:
    told = telling_words(words, "Une journée au conseil")
    assert told >= least if least else told < 2


@pytest.mark.parametrize(
    ("words", "topic", "found"),
    [
        ("Nous sortons de cette réunion très déçus", "Budget de la ville : la gauche vote contre", "cette réunion"),
        ("Nous sortons de cette réunion très déçus", "Réunion de crise à la mairie", None),
        ("La loi est votée, et cette loi changera tout", "Le Parlement siège", None),
        ("Ce drame nous bouleverse tous", "Séisme au Népal : des centaines de morts", None),
        ("Cette destitution sauve le pays", "La présidente destituée par le Parlement", None),
        ("Cette résolution ouvre la voie à la paix", "ONU : vote unanime sur la Syrie", None),
        ("Ce genre de pont ne tombe pas tout seul", "Un viaduc fermé", None),
    ],
)
def test_what_quoted_words_point_at_stands_in_them_or_in_the_topic(words: str, topic: str, found: str | None) -> None:
    assert unresolved_pointer(words, topic) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Elles ont bien été prises en compte", "Elles"),
        ("Il a tout perdu dans l'incendie", "Il"),
        ("Il a couru vers la gare en criant, puis il a frappé un premier soldat, qui a tiré deux fois en l'air", None),
        ("Il n'y a pas de solution miracle", None),
        ("Il est l'heure de rentrer", None),
        ("[il] y a eu une erreur de calcul", None),
        ("Nous avons tout perdu", None),
        ("Et avec la pluie, c'est différent", "Et"),
        ("Mais la rivière qui traverse la ville de part en part monte encore chaque nuit de cet hiver", None),
        ("[…] C'était déjà trop cher pour la ville", "C'était"),
        ("C'était la plus belle course de ma vie", None),
    ],
)
def test_words_that_open_on_somebody_s_pronoun_hang_in_the_air(words: str, found: str | None) -> None:
    assert opens_in_the_air(words) == found


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("nous ne céderons pas un pouce de ce terrain", True),
        ("la ministre fait comme si elle ne savait rien", True),
        ("l'expérience des anciens est souvent décisive", True),
        ("l'une des plus belles courses de l'année", False),
        ("est capable de courir deux heures sous la pluie", False),
        ("avec une grande précision dans les virages", False),
        ("une fête qui rassemble tout le quartier", False),
        ("vont coûter près de dix millions d'euros", False),
        ("à Brest, douze quais fermeront avant la fin du mois", True),
        ("environ douze tonnes de sable seront retirées", True),
        ("rien n'indique un retour des poissons", True),
        ("150 sont en service depuis un an", False),
        ("si le port ferme, on va vers la ruine", True),
        ("pourquoi y a-t-il tant de grues à Brest ?", True),
    ],
)
def test_a_piece_is_asked_only_where_it_has_a_subject_and_a_verb(words, clause):
    assert is_clause(words) is clause


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("La mer monte, raconte-t-elle, et vite", "La mer monte […] et vite"),
        ("Et puis quoi ? demande-t-il. Où irons-nous demain ?", "Et puis quoi ? […] Où irons-nous demain ?"),
        ("La mer monte et le vent tombe", "La mer monte et le vent tombe"),
    ],
)
def test_what_is_said_of_the_speaker_between_their_words_is_left_out(words, shown):
    assert without_incises(words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Le pont [de Lorient ] tient , dit-on", "Le pont [de Lorient] tient, dit-on"),
        ("[l]' ASN a tout contrôlé", "[l]'ASN a tout contrôlé"),
        ('La mer monte depuis vingt ans"', "La mer monte depuis vingt ans"),
        ("Le maire d' Auray a dit « oui »", "Le maire d'Auray a dit « oui »"),
    ],
)
def test_quoted_words_are_printed_without_stray_spaces_and_marks(words: str, shown: str) -> None:
    assert tidied(words) == shown


def test_a_determiner_left_before_the_marks_comes_back_in_brackets() -> None:
    text = "Selon Awa Diop, les « filets de Lorient ne remontent plus que des algues depuis dix ans »."
    assert stem(text) == "Qui a dit : « [Les] filets de Lorient ne remontent plus que des algues depuis dix ans » ?"
    assert asked("Awa Diop a vu les « filets de Lorient et de Vannes sur le quai ».", "text") == []


@pytest.mark.parametrize(
    "piece",
    [
        "jamais dans l'histoire de Lorient un pont, sous la pluie, n'a coûté si cher",
        "de très grandes maisons se vendent au port pour rien",
        "depuis deux ans, dans les quartiers du port, les loyers montent",
    ],
)
def test_a_piece_with_what_stands_before_its_subject_is_a_clause(piece: str) -> None:
    assert is_clause(piece)


def test_a_thing_blamed_is_asked_with_its_clause_and_not_as_words() -> None:
    text = "Awa Diop condamne « les appels malveillants à l'origine des deux alertes de Lorient et de Vannes »."
    assert asked(text, "text") == []


def test_a_pronoun_behind_a_time_hangs_in_the_air_as_well() -> None:
    assert opens_in_the_air("À aucun moment, il ne s'est trouvé dans la salle avec nous") == "il"
    assert opens_in_the_air("Depuis deux ans, il faut payer pour entrer dans le port de Lorient") is None


def test_a_noun_that_looks_like_a_verb_makes_no_clause() -> None:
    assert not is_clause("le recours excessif à la force par des policiers")


def test_a_widow_has_no_post_and_a_town_no_name() -> None:
    (typed,) = asked(f"« {LONG} », a dit la veuve de Luc Roy.", "text")
    assert typed.question.fr.startswith("Qui a dit")
    assert asked(f"« {LONG} », a dit la Ville dans un communiqué.", "text") == []


def test_words_whose_verb_disagrees_are_not_asked() -> None:
    assert asked("« Elle vont se détériorer, les relations de Lorient et de Vannes », a dit Awa Diop.", "text") == []


def test_an_ordinal_is_printed_as_one_word() -> None:
    assert tidied("Il se croit le 1 er avril au 21 e siècle") == "Il se croit le 1er avril au 21e siècle"


def test_the_end_of_a_name_is_no_speaker_and_an_initial_no_choice() -> None:
    assert asked(f"La rédaction de I-Nova explique : « {LONG} ».", "choice") == []
    assert asked(f"« {LONG} », a dit E. Macron.", "choice") == []
    assert asked(f"« {LONG} », a dit l'un des dix Casques bleus.", "text") == []


@pytest.mark.parametrize(
    "text",
    [
        f"« {LONG} », a raconté Zoé Blanc, passagère du train.",
        f"« {LONG} », a déclaré l'Aviron bayonnais de Lorient.",
        "« Camille a été recrutée en mars par le conseil municipal », a déclaré Awa Diop.",
    ],
)
def test_a_chance_witness_half_a_name_and_somebody_s_first_name_are_not_asked(text: str) -> None:
    assert asked(text, "text") == []


@pytest.mark.parametrize(
    "told",
    [
        "la maire, Awa Diop, devant deux cents habitants",
        "Awa Diop, présidente de l'association des riverains",
        "Awa Diop, après une réunion des voisins du port",
    ],
)
def test_who_speaks_to_witnesses_or_for_them_is_none(told: str) -> None:
    assert asked(f"« {LONG} », a déclaré {told}.", "text")


def test_words_that_begin_with_since_then_hang_in_the_air() -> None:
    assert opens_in_the_air("Depuis, les quais de Lorient appartiennent à tous les habitants du port") == "Depuis"


def test_whoever_speaks_for_a_body_may_be_answered_by_its_name() -> None:
    (one,) = asked(f"« {LONG} », a déclaré Awa Diop, porte-parole de Greenpeace.", "text")
    assert "Greenpeace" in one.accept


def test_a_paper_is_one_by_its_name() -> None:
    (one,) = asked(f"« {LONG} », a écrit le Northern Herald.", "text")
    assert one.question.fr.startswith("Quel média a déclaré")


def test_whoever_an_article_comes_back_to_may_be_named_far_above() -> None:
    far = f"Awa Diop a rouvert le port. Les grues sont neuves. Les quais ont été lavés. « {LONG} », a-t-elle ajouté."
    assert asked(far, "text") == []
    again = "Awa Diop dirige le port. On doit à Awa Diop les quais de l'est. Chacun connaît Awa Diop ici. "
    (one,) = asked(again + far, "text")
    assert one.answer.fr == "Awa Diop"
