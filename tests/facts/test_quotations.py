from __future__ import annotations

import pytest

from quiz.articles.reader import article_of_text
from quiz.facts.quotations import quotations
from quiz.facts.reading import read

from .reading_of import quoted, said, speakers

LONG = "nous ne céderons pas un pouce de ce terrain"


@pytest.mark.parametrize(
    "text",
    [
        f"« {LONG} », a déclaré Awa Diop.",
        f"« {LONG} » , déclare Awa Diop, présidente du club.",
        f"« {LONG} » a indiqué mardi soir à la presse Awa Diop.",
        f"« {LONG} », a tenu à préciser, non sans humour, Awa Diop.",
        f"« {LONG} », fait valoir Awa Diop.",
        f"« {LONG} », a pour sa part expliqué au Courrier du soir Awa Diop.",
        f"« {LONG} », s'est exclamée Awa Diop.",
        f"« {LONG} », comme le rappelle Awa Diop.",
        f"« {LONG} » selon Awa Diop.",
        f"« {LONG} », d'après Awa Diop.",
        f"« {LONG} » (dixit Awa Diop).",
        f"« {LONG} », selon les mots d'Awa Diop.",
        f"« {LONG} », selon ce qu'a confié Awa Diop.",
        f"Awa Diop a déclaré : « {LONG} ».",
        f"Awa Diop, 58 ans, a déclaré que « {LONG} ».",
        f"Awa Diop affirme, dans un entretien, que « {LONG} ».",
        f"Selon Awa Diop, « {LONG} ».",
        f"Pour Awa Diop, « {LONG} ».",
        f"À en croire Awa Diop, « {LONG} ».",
        f"Comme l'a dit Awa Diop, « {LONG} ».",
        f"Awa Diop : « {LONG} ».",
        f"Awa Diop (présidente du club) : « {LONG} ».",
        f"La réaction d'Awa Diop : « {LONG} ».",
        f"Awa Diop ne décolère pas : « {LONG} ».",
        f"Awa Diop a annoncé hier sur son compte Twitter la fin des travaux : « {LONG} ».",
        f"Awa Diop à déclaré que « {LONG} ».",
        f"L'idée est jugée « {LONG} » par Awa Diop.",
        f"Awa Diop s'est dite inquiète, jugeant que « {LONG} ».",
        f'"{LONG}", a déclaré Awa Diop.',
        f"“{LONG}”, a déclaré Awa Diop.",
        f"« {LONG[:20]}, promet Awa Diop. {LONG[20:]} »",
        f"« {LONG} »\n— Awa Diop, présidente du club",
    ],
)
def test_a_named_speaker_is_found_wherever_the_cue_stands(text: str) -> None:
    assert speakers(text) == ["Awa Diop"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Le maire de Brest, Marc Petit, a dit : « {} ».", "Marc Petit"),
        ("« {} », a dit le maire de Brest, Marc Petit.", "Marc Petit"),
        ("« {} », a dit le ministre de la Santé Marc Petit.", "Marc Petit"),
        ("Marc Petit, maire de Brest, est venu. « {} », a dit le maire.", "Marc Petit"),
        ("Marc Petit est venu. « {} », a dit Petit.", "Marc Petit"),
        ("Marc Petit est venu. « {} », a-t-il dit.", "Marc Petit"),
        ("Marc Petit est venu. « {} », selon lui.", "Marc Petit"),
        ("Marc Petit a reçu Anne Roy. « {} », a-t-elle dit.", "Anne Roy"),
        ("Marc Petit a reçu Anne Roy. Cette dernière a dit : « {} ».", "Anne Roy"),
        ("« {} », a dit un officier de police.", "un officier de police"),
        ("« {} », a dit la préfecture de l'Aude.", "la préfecture de l'Aude"),
        ("Selon les autorités locales, « {} ».", "les autorités locales"),
        ("Le groupe Valtonic recrute. « {} », a dit l'entreprise.", "Valtonic"),
        ("Un communiqué de Valtonic précise que « {} ».", "Valtonic"),
        ("Le Courrier rapporte que, selon Marc Petit, « {} ».", "Marc Petit"),
        ("Anne et Luc Roy ont dit que « {} ».", "Anne et Luc Roy"),
        ("Une voisine a tout vu. « {} », raconte-t-elle.", "une voisine"),
        ("Luc Roy se tait. « {} », se défend le cabinet de M. Roy.", "le cabinet de M. Roy"),
        ("Le gouvernement espagnol dirigé par Luc Roy dit que « {} ».", "le gouvernement espagnol"),
    ],
)
def test_the_ladder_names_the_speaker(text: str, speaker: str) -> None:
    assert speakers(text.format(LONG))[-1] == speaker


def test_two_possible_speakers_are_none() -> None:
    assert speakers(f"Marc Delmas et Luc Perrin se sont parlé. « {LONG} », a-t-il dit.") == []


def test_a_man_is_not_she() -> None:
    assert speakers(f"Marc Petit est venu seul. « {LONG} », a-t-elle dit.") == []


def test_a_name_inside_a_quotation_speaks_for_nobody() -> None:
    text = f"Anne Roy a parlé. « Luc Petit viendra demain à la mairie », a-t-elle dit. « {LONG} », a-t-elle ajouté."
    assert speakers(text) == ["Anne Roy", "Anne Roy"]


def test_the_second_quotation_of_a_paragraph_goes_on_without_a_cue() -> None:
    text = f"« {LONG} », a déclaré Awa Diop. « Et c'est bien ainsi depuis toujours. »"
    assert speakers(text) == ["Awa Diop", "Awa Diop"]


def test_the_speaker_of_the_next_cue_serves_the_quotation_before_it() -> None:
    assert speakers(f"« C'est ainsi depuis toujours ici. » « {LONG} », a déclaré Awa Diop.") == ["Awa Diop", "Awa Diop"]


def test_and_to_conclude_keeps_the_speaker() -> None:
    text = f"« {LONG} », a déclaré Awa Diop. Et de conclure : « Nous irons jusqu'au bout du chemin »."
    assert speakers(text) == ["Awa Diop", "Awa Diop"]


def test_one_cue_serves_all_quotations_of_its_sentence() -> None:
    text = "Awa Diop juge que « la loi est mauvaise » et qu'elle est « contraire à nos principes »."
    assert speakers(text) == ["Awa Diop", "Awa Diop"]
    text = "La loi serait « tout à fait mauvaise » et « contraire à nos principes », selon Awa Diop."
    assert speakers(text) == ["Awa Diop", "Awa Diop"]


def test_a_new_subject_in_the_sentence_takes_over() -> None:
    text = "Awa Diop juge que « la loi est mauvaise », tandis que Luc Petit y voit « un vrai progrès pour tous »."
    assert said(text) == [("Awa Diop", "la loi est"), ("Luc Petit", "un vrai progrès")]


def test_a_sentence_cut_by_the_inserted_clause_is_one_quotation() -> None:
    (one,) = quoted("Anne Roy est sûre d'elle. « La main compte », plaide-t-elle, « bien plus que la machine ».")
    assert (one.speaker, one.words) == ("Anne Roy", "La main compte bien plus que la machine")


def test_the_inserted_clause_may_stand_before_the_words() -> None:
    assert speakers("Anne Roy est sûre d'elle. La main vaut, plaide-t-elle, « bien plus que la machine ».") == [
        "Anne Roy"
    ]


def test_a_gerund_after_a_relative_clause_belongs_to_the_main_subject() -> None:
    text = f"Luc Petit, frère de la chanteuse Anne Roy, qui est venue hier, a écrit à la presse, disant : « {LONG} »."
    assert speakers(text) == ["Luc Petit"]


def test_who_is_a_person_rather_than_the_region_before_it() -> None:
    text = "Ana Ruiz, cheffe de mission pour la Syrie, qui juge qu'il s'agit « d'une attaque délibérée », est partie."
    assert speakers(text) == ["Ana Ruiz"]


def test_a_pronoun_may_stand_for_the_subject_of_the_outer_verb() -> None:
    assert speakers("Le Kremlin dénonce ce qu'il appelle « une provocation de plus ».") == ["Kremlin"]


@pytest.mark.parametrize(
    "text",
    [
        "Le film « Demain il fera jour » a plu à Awa Diop, a dit Luc Petit.",
        "Les manifestants ont crié « Liberté pour tous », a dit Luc Petit.",
        "Il a un « je ne sais quoi » de son père.",
        "L'opération, qualifiée d'« entreprise de la dernière chance », a échoué.",
        "Luc Petit a dit « oui ».",
        "Le mouvement dit « des gilets verts » a réuni Luc Petit et Anne Roy.",
        "La loi « relative à la protection des eaux de montagne » est votée.",
        "Si un voisin vous dit « je vous vends ma maison », refusez.",
    ],
)
def test_titles_slogans_and_words_held_with_tongs_are_nobodys(text: str) -> None:
    assert speakers(text) == []


def test_headings_are_not_read_for_quotations() -> None:
    assert speakers("# « Nous irons jusqu'au bout », promet Awa Diop\n\nAwa Diop est venue. Elle est repartie.") == []


def test_a_fact_carries_its_evidence_its_place_and_how_it_was_found() -> None:
    (one,) = quoted(f"Hier encore, « {LONG} », a déclaré Awa Diop, présidente du club, au sujet de Valtonic.")
    assert one.place is not None
    assert one.place.text == one.words == LONG
    assert one.evidence.text.startswith("Hier encore")
    assert one.evidence.text.endswith("Valtonic.")
    assert one.answer.text == "Awa Diop"
    assert (one.role, one.cue, one.step, one.gender) == ("présidente du club", "a déclaré", "full-name", "f")
    assert one.about == "au sujet de Valtonic"
    assert one.confidence > 0.9


def test_hearsay_about_speech_is_conditional() -> None:
    (one,) = quoted(f"Awa Diop aurait déclaré que « {LONG} ».")
    assert one.modality == "conditional"


def test_a_pronoun_is_less_sure_than_a_name() -> None:
    named, pronoun = quoted(f"« {LONG} », a dit Awa Diop. Puis : « C'est ainsi depuis toujours », a-t-elle ajouté.")
    assert named.confidence > pronoun.confidence


def test_a_missing_closing_mark_and_a_verb_not_turned_round_still_make_a_quotation() -> None:
    text = "Luc Petit a pris la parole. « Il y a de l'espoir, mais aussi de la peur. Que faire ? il a insisté."
    assert said(text) == [("Luc Petit", "Il y a")]


INTERVIEW = """Anne Roy, navigatrice, rentre de mer. Elle nous a reçus au port.

Le Courrier : Comment va le bateau ?

Anne Roy : Il va très bien, même si le mât a souffert au large.

Le Courrier : Et vous ?

Anne Roy : Je dors enfin. Le silence me paraît étrange après tout ce bruit.
"""


def test_the_answers_of_an_interview_in_turns_are_the_words_of_the_person_named() -> None:
    assert said(INTERVIEW) == [("Anne Roy", "Il va très"), ("Anne Roy", "Je dors enfin.")]
    turned = INTERVIEW.replace("Anne Roy :", "R. :").replace("Le Courrier :", "Q. :")
    assert speakers(turned) == ["Anne Roy", "Anne Roy"]


def test_answers_of_nobody_named_are_nobodys() -> None:
    """Two desks that question each other about a sailor do not put their words into her mouth."""
    desks = INTERVIEW.replace(
        "Anne Roy, navigatrice, rentre de mer. Elle nous a reçus au port.", "Nos rubriques parlent."
    )
    desks = desks.replace("Anne Roy :", "R. :").replace("Le Courrier :", "Q. :")
    desks += "\nQ. : Qui a gagné ?\n\nR. : Anne Roy a passé la ligne la première, devant tout le monde.\n"
    assert speakers(desks) == []


def test_lines_with_a_colon_are_no_interview() -> None:
    assert speakers("Anne Roy est venue.\n\nNote : il pleut beaucoup ici.\n\nSource : la mairie de Brest.") == []


def test_a_line_of_dialogue_speaks() -> None:
    assert said("Anne Roy est montée à bord.\n\n— Nous partirons à l'aube, répond-elle.") == [
        ("Anne Roy", "Nous partirons à")
    ]


def test_a_sentence_that_opens_on_its_source_is_about_that_person() -> None:
    text = (
        "Luc Roy, candidat du Parti bleu, déplore les retards : « Rien n'avance ici depuis dix ans », dit-il.\n\n"
        "Pour Marc Petit, le manque de trains constitue le problème principal. « Les gens roulent seuls en voiture », "
        "déplore-t-il."
    )
    assert speakers(text) == ["Luc Roy", "Marc Petit"]


def test_a_role_in_a_paragraph_about_one_person_is_that_person_s() -> None:
    text = (
        "Selon Luc Roy, « les retards ne laissent pas le choix ». Le candidat du Parti bleu veut rouvrir la gare, "
        "estimant qu'une ville « doit rester reliée aux autres »."
    )
    assert speakers(text) == ["Luc Roy", "Luc Roy"]


def test_a_name_that_hangs_on_a_post_does_not_speak() -> None:
    (fact,) = quoted("Le sous-préfet des Bas-Monts annonce : « La route restera fermée tout l'hiver ».")
    assert fact.speaker == "le sous-préfet des Bas-Monts"


def test_he_who_has_committed_himself_promises() -> None:
    text = (
        "Marc Petit est élu. Il s'est engagé à ce que sa ville montre la voie, en promettant de « rouvrir toutes les "
        "gares fermées »."
    )
    assert speakers(text) == ["Marc Petit"]


def test_what_is_read_in_a_document_named_before_is_its_author_s() -> None:
    text = (
        "Dans un communiqué de Rivalto, on apprend que le port est fermé. « Tous les navires sont déroutés vers le "
        "nord », peut-on y lire."
    )
    assert speakers(text) == ["Rivalto"]


def test_words_inside_a_reported_clause_are_whose_the_clause_is() -> None:
    text = (
        "Awa Diop affirme que la fermeture a réduit les ventes « de près de moitié selon les rues » et que la ville "
        "doit « indemniser tous les commerçants du quartier »."
    )
    assert speakers(text)[:1] == ["Awa Diop"]


def test_a_plural_is_not_he() -> None:
    text = "Les joueurs étaient mal payés. Luc Roy s'est battu. « Nous voulons vivre de notre métier », déclarait-il."
    assert speakers(text) == ["Luc Roy"]


def test_a_body_with_its_adjective_is_parted_from_the_name_after_it() -> None:
    text = f"« {LONG} », a lancé le président du Conseil européen Donald Kask."
    assert speakers(text) == ["Donald Kask"]
    text = f"Le ministre des Médias Nestor Banza a parlé. Il précise : « {LONG} »."
    assert speakers(text) == ["Nestor Banza"]


def test_authorities_right_before_the_verb_are_its_subject() -> None:
    text = f"Rien n'est réglé mais les autorités turques indiquent que « {LONG} »."
    assert speakers(text) == ["les autorités turques"]


def test_a_simple_past_is_a_verb_whatever_stands_before_it() -> None:
    assert speakers(f"Anne Roy se leva et leur répondit que « {LONG} ».") == ["Anne Roy"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Pour le président du Centre d'analyse des sols, Luc Roy, « {} ».", "Luc Roy"),
        ("Le calme revient, selon une source proche du dossier, qui n'a pas donné de date, mais a ajouté que « {} ».",
         "une source proche du dossier"),
        ("Tout ira bien, comme l'indique Luc Roy, géologue de l'institut : « {} », mais rien n'est sûr.", "Luc Roy"),
        ("La préfecture de l'Aude appelle les commerçants du centre et des faubourgs « à fermer tôt dès ce samedi ».",
         "la préfecture de l'Aude"),
        ("« {} », a réagi l'organisation non gouvernementale Greenpeace.", "Greenpeace"),
        ("« {} », a réagit le relayeur Luc Roy.", "Luc Roy"),
        ("Une amie, Anne Costa, logeait Luc Roy. Ce dernier n'en savait rien : « {} », déclare-t-il.", "Luc Roy"),
        ("« {} », a confirmé L'avocate d'Anne Costa.", "l'avocate d'Anne Costa"),
    ],
)  # fmt: skip
def test_whom_the_words_around_a_quotation_name(text: str, speaker: str) -> None:
    assert speakers(text.format(LONG)) == [speaker]


def test_they_add_to_what_they_have_said() -> None:
    text = f"« {LONG} », écrivent Luc et Anne Roy. Eux d'ajouter à destination du maire que « {LONG} »."
    assert speakers(text) == ["Luc et Anne Roy"] * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« {} », veut croire celle qui dirige le club depuis dix ans, Awa Diop.", "Awa Diop"),
        ("Quant à Luc Roy, il n'a pas mâché ses mots : « C'est une honte pour la ville. »", "Luc Roy"),
        ("L'écrivain haïtien Luc Roy juge ce livre « trop long, et pourtant inoubliable ».", "Luc Roy"),
        ("« {} », selon Luc Roy, l'un de ses avocats, qui précise que « {} ».", "Luc Roy"),
        ("« Nous avons perdu nos ruches, raconte Luc Roy. L'hiver a été long. »", "Luc Roy"),
        ("C'est Libération qui l'écrit, et la cible est claire. « {} », ironise-t-il.", "Libération"),
    ],
)
def test_whoever_is_named_late_or_apart_speaks(text: str, speaker: str) -> None:
    assert set(speakers(text.format(LONG, LONG))) == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe « Nuit noire » a revendiqué les incendies de la semaine.",
        "L'équipe aura pour feuille de route la mission suivante : « trouver les auteurs des incendies du port ».",
    ],
)
def test_a_body_s_name_or_task_is_nobody_s_words(text: str) -> None:
    assert speakers(text) == []


def test_a_quotation_set_apart_is_signed_below() -> None:
    assert speakers(f"> « {LONG.capitalize()}. »\n>\n> — Luc Roy, vigneron à Cahors") == ["Luc Roy"]


def test_the_agent_of_a_passive_is_he() -> None:
    text = "Le décret du président Luc Roy est bloqué par le juge Marc Petit. Il estime que « la loi est bafouée »."
    assert speakers(text) == ["Marc Petit"]


def test_a_page_speaks_for_its_owner_or_for_nobody() -> None:
    assert speakers(f"« {LONG} », peut-on lire sur la page Chantelle de la mairie de Brest.") == ["la mairie de Brest"]
    assert speakers(f"« {LONG} », peut-on lire sur la page Chantelle.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Le président Luc Roy a réagi : « ON SE REVERRA AU TRIBUNAL ! », a-t-il écrit.", "Luc Roy"),
        ("Le Rwanda a répondu par la voix du colonel Luc Roy : « {} ».", "Luc Roy"),
        ("Anne Costa le sait. « Il m'a tout appris, confiait d'ailleurs Costa en 2010. J'écoute. »", "Anne Costa"),
        ("Luc Roy, le Premier ministre irakien, a parlé. « {} », a déclaré le chef du gouvernement.", "Luc Roy"),
        ("Luc Roy, président du club, a parlé. « {} », a déclaré le chef de l'État.", "le chef de l'État"),
    ],
)
def test_who_writes_in_capitals_lends_a_voice_or_heads_a_government(text: str, speaker: str) -> None:
    assert speakers(text.format(LONG)) == [speaker]


def test_judges_are_not_she() -> None:
    text = (
        f"« {LONG} », ont souligné les juges. Le verdict est salué par la Ligue Verte des Alpes : « Justice est faite "
        "pour tous », a-t-elle déclaré."
    )
    assert speakers(text)[1:] in ([], ["Ligue Verte des Alpes"])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Luc Roy rassure : « Aucun site ne fermera cet hiver. » Une promesse qui laisse sceptique Anne Costa, "
         "déléguée du club : « {} »", ["Luc Roy", "Anne Costa"]),
        ("Ce que confirme Luc Roy, de la Fédération des maraîchers : « {} »", ["Luc Roy"]),
        ("Pas question de céder, dit en substance le patron, Luc Roy, pour qui « {} ».", ["Luc Roy"]),
        ("Luc Roy appelle, devant le conseil réuni, « à la plus grande prudence ».", ["Luc Roy"]),
    ],
)  # fmt: skip
def test_whom_a_colon_follows_or_qui_stands_for(text: str, speaker: list[str]) -> None:
    assert speakers(text.format(LONG, LONG)) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anne Costa a reçu Luc Roy mardi. « {} », a-t-elle assuré. Lui en doute : « On a déjà entendu cela. »",
         ["Anne Costa", "Luc Roy"]),
        ("« {} », a déclaré Luc Roy au juge. Ce à quoi le procureur a répondu : « Les comptes parlent pour vous. »",
         ["Luc Roy", "le procureur"]),
        ("Luc Roy est inquiet. Il dénonce « une décision unilatérale ». Et prévient : « La grève sera dure. »",
         ["Luc Roy", "Luc Roy"]),
        ("- « {} », Luc Roy, candidat (PB)\n- « {} », Anne Costa, candidate (PV)", ["Luc Roy", "Anne Costa"]),
        ("« {} », a dit Luc Roy après sa défaite contre Marc Petit. L'Espagnol a salué « un immense champion ».",
         ["Luc Roy"]),
    ],
)  # fmt: skip
def test_two_people_are_told_apart(text: str, speaker: list[str]) -> None:
    assert speakers(text.format(LONG, LONG)) == speaker


def test_a_nameless_source_goes_on_speaking() -> None:
    text = (
        f"« {LONG} », a déclaré Luc Roy.\n\nSelon un ouvrier du chantier, des boulons ont cédé. « Nous étions en train "
        "de coller deux poutres », a-t-il déclaré."
    )
    assert speakers(text) == ["Luc Roy", "un ouvrier du chantier"]


def test_a_new_paragraph_that_names_somebody_ends_the_last_speaker_s_turn() -> None:
    text = (
        f"« {LONG} », a déclaré Marc Petit.\n\nLa vidéo de Luc Roy a été peu regardée ici. « J'ai reçu beaucoup de "
        "messages de soutien », dit-il."
    )
    assert "Marc Petit" not in speakers(text)[1:]


def test_who_receives_words_has_not_said_them() -> None:
    assert speakers("Luc Roy a reçu un colis avec un message : « la prochaine fois, ce sera pour de bon ».") == []


def test_according_to_him_inside_somebody_s_clause_is_that_somebody() -> None:
    text = (
        "C'est Marc Petit qui représente le pays. Tous se taisent, à l'exception de Luc Roy, président du Tchad, qui a "
        f"rappelé en voyage que selon lui « {LONG} »."
    )
    assert speakers(text) == ["Luc Roy"]


def test_an_epithet_of_somebody_named_further_off_is_nobody_s_name() -> None:
    text = (
        "Rémi Caron et Louis Besson jouent depuis deux ans à Vannes. Le club a gagné douze matchs cette saison. "
        "Les supporters attendent beaucoup de l'été. La direction ne veut vendre personne. "
        "Tout à sa joie, l'Uruguayen plaisantait : « Dans deux ans, je jouerai encore ici, soyez-en sûrs. »"
    )
    assert speakers(text) in ([None], [])


def test_a_name_and_its_role_below_sign_without_a_dash() -> None:
    apart = f"Le club change de stade.\n\n« {LONG[0].upper()}{LONG[1:]}. »\n\n"
    assert speakers(f"{apart}Awa Diop, Présidente du club\n\nLes travaux durent un an.") == ["Awa Diop"]
    assert speakers(f"{apart}Brest Plage, fête du quartier\n\nLes travaux durent un an.") in ([], [None])


def test_the_main_clause_speaks_and_not_the_clause_that_opens_the_sentence() -> None:
    text = (
        "Luc Roy restera à Vannes. La saison dernière, Luc Roy a peu joué. "
        f"Comme l'attaquant tenait encore à jouer, il examina d'autres offres : « {LONG} »."
    )
    assert speakers(text) == ["Luc Roy"]


def test_whoever_wishes_for_something_in_a_relative_clause_says_nothing() -> None:
    text = f"Marc Petit se rangea au vœu du joueur qui en souhaitait deux : « {LONG} »."
    assert speakers(text) == ["Marc Petit"]


def test_an_epithet_is_the_subject_of_the_sentence_before_where_nobody_else_is_near() -> None:
    text = (
        "Marc Petit a reçu son joueur lundi. Le contrat est signé pour deux ans. Luc Roy ne sait pas ce qu'il fera "
        f"après. Tout à sa joie, l'Uruguayen plaisantait : « {LONG} »."
    )
    assert speakers(text) in (["Luc Roy"], [])


def test_a_person_without_a_name_who_is_the_subject_before_is_meant() -> None:
    text = f"La candidate du port a rappelé la mort d'Anne Roy devant ses amis. « {LONG} », a-t-elle déclaré."
    assert "Anne Roy" not in speakers(text)


def test_the_words_aside_on_a_subject_are_its_words() -> None:
    text = "Les mineurs, « très émus par ce geste de la ville voisine », ont proposé de refaire la route."
    assert "la route" not in speakers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les chercheuses suggèrent que ce site soit le premier « deep green cave of Norway » (grotte verte) connu.",
        "Le tribunal a jugé que la firme bafoue plusieurs droits, à savoir le droit à l'eau et la « liberté nécessaire "
        "à la navigation fluviale ».",
    ],
)
def test_a_term_is_nobody_s_words(text: str) -> None:
    assert speakers(text) == []


def test_what_somebody_is_minister_of_is_no_part_of_a_name() -> None:
    text = f"La Ministre de la Défense Anika Szydorska était là. « {LONG} », a-t-elle dit."
    assert speakers(text) == ["Anika Szydorska"]


def test_a_pronoun_of_a_new_paragraph_between_two_people_is_nobody() -> None:
    text = (
        "Luc Roy a reçu Marc Petit mardi au port. Marc Petit est resté une heure et Luc Roy l'a raccompagné.\n\n"
        f"« {LONG} », a-t-il déclaré."
    )
    assert speakers(text) == []


def test_a_body_behind_its_kind_does_not_speak_in_the_place_of_its_head() -> None:
    text = f"Rhanem al Souk, le patron de la compagnie Brumair, a annoncé une enquête : « {LONG} », a-t-il déclaré."
    assert "Brumair" not in speakers(text)


def test_the_body_of_the_title_is_meant_by_its_noun_and_no_association_by_a_firm() -> None:
    title = "Brumair placée en liquidation"
    text = (
        f"{title}\n\nLe tribunal a prononcé la liquidation de Brumair. Elle volait avec cinq Aerbis A321 et un Boden "
        f"737. Le repreneur n'a pas réuni la somme.\n\nLa compagnie annonce qu'elle rembourserait « {LONG} »."
    )
    assert speakers(text) in (["Brumair"], [])
    text = f"La société Valtel a retiré son affiche. L'association entend décrire « {LONG} »."
    assert "Valtel" not in speakers(text)


def test_both_halves_of_a_post_stand_before_the_name() -> None:
    text = f"Sur la radio, la secrétaire d'État à l'Économie et aux finances, Awa Diop, a affirmé que « {LONG} »."
    assert speakers(text) == ["Awa Diop"]


def test_the_head_of_another_body_is_no_president_and_a_president_of_a_region_no_head_of_state() -> None:
    opening = "Le président français Marc Petit a reçu le président de la région Bourgogne Luc Roy. "
    assert speakers(f"{opening}Le patron de l'usine voisine a précisé que « {LONG} ».") != ["Marc Petit"]
    assert speakers(f"{opening}« {LONG} », a dit le chef de l'État.") == ["Marc Petit"]


def test_a_post_told_in_full_is_not_whoever_spoke_last() -> None:
    text = f"L'adjoint de la ville, Luc Roy, parle de « {LONG} ». Le sous-préfet des Alpes annonce que « {LONG} »."
    assert speakers(text)[1:] != ["Luc Roy"]


def test_a_thing_named_in_tongs_is_not_the_words_of_its_source() -> None:
    assert speakers("Selon l'armée, un « conseil de paix » serait au pouvoir.") == []
    assert speakers("Ces « ateliers du soir », selon Luc Roy, ont attiré du monde au port.") == []


def test_a_pronoun_tells_the_sex_of_whoever_has_a_name_that_does_not() -> None:
    text = "Rana Kolda a parlé. « Le port de Lorient fermera en mars », a déclaré Rana Kolda. « Et pour deux ans »"
    facts = quotations(read(article_of_text(f"Le conseil de la ville\n\n{text}, a-t-elle ajouté.\n")))
    assert [(fact.speaker, fact.gender) for fact in facts] == [("Rana Kolda", "f"), ("Rana Kolda", "f")]


def test_words_that_a_clause_of_their_speaker_holds_are_marked() -> None:
    text = "Awa Diop a condamné « les appels malveillants à l'origine des deux alertes de Lorient »."
    (fact,) = quotations(read(article_of_text(f"Le conseil de la ville\n\n{text}\n")))
    assert fact.features.get("within_claim") == 1.0


def test_who_speaks_for_a_family_is_nobody_in_view() -> None:
    text = "« Le port est à nous depuis dix ans », a écrit Luc Roy. « Elle va bien et rentrera demain », a ajouté le"
    facts = quotations(read(article_of_text(f"Le conseil de la ville\n\n{text} porte-parole de la famille.\n")))
    assert [fact.speaker for fact in facts] == ["Luc Roy", "le porte-parole de la famille"]


def test_the_president_is_the_one_person_whom_title_and_text_name() -> None:
    text = "Luc Roy a quitté l'accord hier. Le président a déclaré que « le pays sera libre de pêcher où il veut »."
    (fact,) = quotations(read(article_of_text(f"Roy annonce le retrait de l'accord\n\n{text}\n")))
    assert fact.speaker == "Luc Roy"
    (other,) = quotations(read(article_of_text(f"Le pays quitte l'accord de pêche\n\n{text}\n")))
    assert other.speaker == "le président"


def test_a_known_newspaper_keeps_its_whole_name() -> None:
    text = "« Mais le sénateur a bien touché un tiers des fonds », affirme La Nova. Le Journal du dimanche affirme que"
    facts = quotations(read(article_of_text(f"La ville\n\n{text} « Luc Roy a perçu sept chèques à son nom ».\n")))
    assert facts[-1].speaker == "Journal du dimanche"


def test_a_second_clause_has_its_own_subject_behind_et() -> None:
    text = "Le ministre Paul Petit a écourté une visite dans la Somme et François Roy a confié, depuis la Corrèze où il"
    article = article_of_text(f"La ville\n\n{text} se trouvait, que « tout cela nous conduit à fermer le port ».\n")
    assert [fact.speaker for fact in quotations(read(article))] == ["François Roy"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            f"« {LONG} », rapporte le président de l'Association des médecins en santé publique, le Dr Gilles Caron.",
            "Gilles Caron",
        ),
        (f"Selon la directrice de l'Institut de recherche en santé, la professeure Awa Diop, « {LONG} ».", "Awa Diop"),
        (f"« {LONG} », a lancé l'avocat de la famille, Me Paul Roux.", "Paul Roux"),
        (f"« {LONG} », se défend le cabinet de M. Le Guen concernant la route.", "le cabinet de M. Le Guen"),
        (f"« {LONG} », a estimé le mécène Marc Ladran de Vauvrière.", "Marc Ladran de Vauvrière"),
        (f"« {LONG} », a estimé Paul Roux de Toulouse.", "Paul Roux"),
        (
            "Le pays que le Togo a connu change, et c'est ce que la ministre Awa Diop a redit hier, en indiquant que "
            "« le Togo aura bientôt trois ports de plus ».",
            "Awa Diop",
        ),
        (f"Selon le Mouvement républicain canadien, « {LONG} ».", "Mouvement républicain canadien"),
        (f"Selon le préfet Jean Roy et la maire Awa Diop, « {LONG} ».", "le préfet Jean Roy et la maire Awa Diop"),
    ],
)
def test_a_speaker_is_whole(text: str, speaker: str) -> None:
    assert speakers(f"Marc Ladran de Vauvrière est venu voir M. Jean Le Guen. {text}") == [speaker]


def test_what_two_have_announced_is_not_one_s_alone() -> None:
    assert speakers(f"« {LONG} », affirment Jean Roy, préfet de l'Aude, et Awa Diop.") == []
    assert speakers(f"Jean Roy, préfet de l'Aude, et Awa Diop ont annoncé : « {LONG} ».") == []


def test_a_body_that_speaks_for_somebody_goes_on_speaking() -> None:
    text = (
        f"Le ministre Luc Morin a ri. « {LONG} », se défend le cabinet du ministre, tandis qu'il justifie que « ces "
        "contrats étaient tous en règle ». « Nous avons tout vérifié avec soin », complète le ministre."
    )
    assert speakers(text) == ["le cabinet du ministre", "le cabinet du ministre", "Luc Morin"]


def test_a_yellow_vest_behind_a_name_is_no_speaker_by_that_word() -> None:
    assert "Gilet jaune" not in speakers(f"Benjamin Roy, Gilet jaune « modéré » du Gard, annonce que « {LONG} ».")
